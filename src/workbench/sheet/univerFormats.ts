import { BooleanNumber, HorizontalAlign, TextDecoration, VerticalAlign, WrapStrategy } from "@univerjs/core";
import type { IRange, IStyleData, Nullable } from "@univerjs/core";
import {
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetColWidthMutationFactory,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowHeightMutationFactory,
  SetWorksheetRowIsAutoHeightMutation,
} from "@univerjs/sheets";
import type { Area, Border, Cells, Format, Formats, Side } from "./book";
import { borderOn, readBorder } from "./borders";
import { fromHorizontal, fromVertical, toHorizontal, toVertical } from "./alignments";
import type { UniverCells } from "./univerCells";
import { toRange } from "./univerContext";
import type { UniverContext } from "./univerContext";

/** Univer measures in pixels, Excel's interface in points. */
export const POINTS = 0.75;
const DEFAULT_FONT = { name: "Calibri", size: 11 };

/** Whether a cell may be changed on a protected sheet: in the cell's own data, styles have no such thing. */
interface CellLock {
  locked?: boolean;
  formulaHidden?: boolean;
}

export class UniverFormats implements Formats {
  constructor(
    private readonly context: UniverContext,
    private readonly cells: UniverCells & Cells,
    private readonly guard: (area: Area, what?: "formatCells" | "formatColumns" | "formatRows") => void,
  ) {}

  get(area: Area): Format {
    const real = this.context.clip(area);
    const styles = this.context.workbook.getStyles();
    const matrix = this.context.worksheet(area.sheet).getCellMatrix();
    let common: Format | undefined;
    const rows = Math.max(1, real.rows);
    const columns = Math.max(1, real.columns);
    const seen = new Set<string>();
    for (let row = area.row; row < area.row + rows; row++) {
      for (let column = area.column; column < area.column + columns; column++) {
        const cell = matrix.getValue(row, column);
        const key = `${typeof cell?.s === "object" ? JSON.stringify(cell.s) : (cell?.s ?? "")} ${JSON.stringify(cell?.custom ?? null)}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const format = formatOf(styles.getStyleByCell(cell), cell?.custom as CellLock | null | undefined);
        common = common ? merge(common, format) : format;
      }
    }
    return common!;
  }

  set(area: Area, change: Partial<Format>): void {
    this.guard(area, "formatCells");
    const style = styleOf(change);
    const real = this.cells.paintable(area);
    this.context.edit(() => {
      if (Object.keys(style).length) this.cells.putStyles(real, () => style);
      if (typeof change.locked === "boolean") this.cells.putCustom(real, { locked: change.locked });
      if (typeof change.formulaHidden === "boolean")
        this.cells.putCustom(real, { formulaHidden: change.formulaHidden });
    });
  }

  border(area: Area, side: Side): Border {
    const real = this.context.clip(area);
    return readBorder(real, side, (row, column) =>
      this.context.workbook
        .getStyles()
        .getStyleByCell(this.context.worksheet(area.sheet).getCellMatrix().getValue(row, column)),
    );
  }

  setBorder(area: Area, side: Side, change: Partial<Border>): void {
    this.guard(area, "formatCells");
    const real = this.cells.paintable(area);
    const border = { ...this.border(real, side), ...change };
    if (change.color !== undefined && change.style === undefined && border.style === "None")
      border.style = "Continuous";
    if (change.weight !== undefined && change.style === undefined && border.style === "None")
      border.style = "Continuous";
    this.cells.putStyles(real, (row, column) => {
      const bd = borderOn(real, side, border, row, column);
      return bd && { bd };
    });
  }

  private sizes(count: number, first: number, read: (index: number) => number): number | null {
    const size = read(first);
    for (let index = first + 1; index < first + count; index++) if (read(index) !== size) return null;
    return Math.round(size * POINTS * 100) / 100;
  }

  columnWidth(area: Area): number | null {
    const { column, columns } = this.context.clip(area);
    const sheet = this.context.worksheet(area.sheet);
    return this.sizes(columns, column, (index) => sheet.getColumnWidth(index));
  }

  setColumnWidth(area: Area, points: number): void {
    this.guard(area, "formatColumns");
    this.context.makeRoom({ ...area, rows: 1, row: 0 });
    const real = this.context.clip(area);
    const ranges: IRange[] = [toRange(real)];
    const params = { ...this.target(area), ranges, colWidth: Math.round(points / POINTS) };
    const undo = SetWorksheetColWidthMutationFactory(params, this.context.worksheet(area.sheet));
    this.context.mutate(
      [{ id: SetWorksheetColWidthMutation.id, params }],
      [{ id: SetWorksheetColWidthMutation.id, params: undo }],
    );
  }

  rowHeight(area: Area): number | null {
    const { row, rows } = this.context.clip(area);
    const sheet = this.context.worksheet(area.sheet);
    return this.sizes(rows, row, (index) => sheet.getRowHeight(index));
  }

  setRowHeight(area: Area, points: number): void {
    this.guard(area, "formatRows");
    this.context.makeRoom({ ...area, columns: 1, column: 0 });
    const ranges = [toRange(this.context.clip(area))];
    const params = { ...this.target(area), ranges, rowHeight: Math.round(points / POINTS) };
    const undo = SetWorksheetRowHeightMutationFactory(params, this.context.worksheet(area.sheet));
    const fixed = { ...this.target(area), ranges, autoHeightInfo: BooleanNumber.FALSE };
    this.context.mutate(
      [
        { id: SetWorksheetRowHeightMutation.id, params },
        { id: SetWorksheetRowIsAutoHeightMutation.id, params: fixed },
      ],
      [{ id: SetWorksheetRowHeightMutation.id, params: undo }],
    );
  }

  /** Widths are judged by the number of characters; nothing here can measure letters. */
  autofitColumns(area: Area): void {
    this.guard(area, "formatColumns");
    const real = this.context.clip(area);
    const used = this.context.worksheet(area.sheet).getCellMatrix().getDataRange();
    const rows = Math.min(real.rows, used.endRow - real.row + 1);
    if (rows < 1) return;
    const texts = this.cells.texts({ ...real, rows });
    for (let c = 0; c < real.columns; c++) {
      const widest = Math.max(0, ...texts.map((row) => displayWidth(row[c] ?? "")));
      if (widest)
        this.setColumnWidth({ ...real, column: real.column + c, columns: 1 }, (widest * 7 + 12) * POINTS);
    }
  }

  autofitRows(area: Area): void {
    this.guard(area, "formatRows");
    const ranges = [toRange(this.context.clip(area))];
    const params = { ...this.target(area), ranges, autoHeightInfo: BooleanNumber.TRUE };
    this.context.run(SetWorksheetRowIsAutoHeightMutation.id, params);
  }

  rowsHidden(area: Area): boolean | null {
    const { row, rows } = this.context.clip(area);
    const manager = this.context.worksheet(area.sheet).getRowManager();
    return same(rows, (index) => manager.getRow(row + index)?.hd === BooleanNumber.TRUE);
  }

  setRowsHidden(area: Area, hidden: boolean): void {
    this.guard(area, "formatRows");
    this.hide(area, hidden, SetRowHiddenMutation.id, SetRowVisibleMutation.id);
  }

  columnsHidden(area: Area): boolean | null {
    const { column, columns } = this.context.clip(area);
    const manager = this.context.worksheet(area.sheet).getColumnManager();
    return same(columns, (index) => manager.getColumn(column + index)?.hd === BooleanNumber.TRUE);
  }

  setColumnsHidden(area: Area, hidden: boolean): void {
    this.guard(area, "formatColumns");
    this.hide(area, hidden, SetColHiddenMutation.id, SetColVisibleMutation.id);
  }

  hiddenRows(sheet: string): ReadonlySet<number> {
    return numbers(this.context.worksheet(sheet).getHiddenRows(), "Row");
  }

  hiddenColumns(sheet: string): ReadonlySet<number> {
    return numbers(this.context.worksheet(sheet).getHiddenCols(), "Column");
  }

  private hide(area: Area, hidden: boolean, hide: string, show: string): void {
    const params = { ...this.target(area), ranges: [toRange(this.context.clip(area))] };
    this.context.mutate([{ id: hidden ? hide : show, params }], [{ id: hidden ? show : hide, params }]);
  }

  private target(area: Area) {
    return { unitId: this.context.unitId, subUnitId: area.sheet };
  }
}

function numbers(ranges: readonly IRange[], which: "Row" | "Column"): Set<number> {
  const found = new Set<number>();
  for (const range of ranges) {
    for (let index = range[`start${which}`]; index <= range[`end${which}`]; index++) found.add(index);
  }
  return found;
}

function same(count: number, read: (index: number) => boolean): boolean | null {
  const first = read(0);
  for (let index = 1; index < count; index++) if (read(index) !== first) return null;
  return first;
}

/** Chinese characters take two places. */
const displayWidth = (text: string) =>
  Math.max(
    ...text
      .split("\n")
      .map((line) => [...line].reduce((sum, c) => sum + (c.codePointAt(0)! > 0x2e7f ? 2 : 1), 0)),
  );

function merge(a: Format, b: Format): Format {
  const keys = Object.keys(a) as (keyof Format)[];
  return Object.fromEntries(keys.map((key) => [key, a[key] === b[key] ? a[key] : null])) as unknown as Format;
}

export function formatOf(style: Nullable<IStyleData>, lock?: CellLock | null): Format {
  return {
    fill: hex(style?.bg?.rgb) ?? "",
    fontName: style?.ff ?? DEFAULT_FONT.name,
    fontSize: style?.fs ?? DEFAULT_FONT.size,
    fontColor: hex(style?.cl?.rgb) ?? "#000000",
    bold: style?.bl === BooleanNumber.TRUE,
    italic: style?.it === BooleanNumber.TRUE,
    underline: style?.ul?.s ? (style.ul.t === TextDecoration.DOUBLE ? "Double" : "Single") : "None",
    strikethrough: Boolean(style?.st?.s),
    horizontalAlignment: fromHorizontal(style?.ht ?? HorizontalAlign.UNSPECIFIED),
    verticalAlignment: fromVertical(style?.vt ?? VerticalAlign.UNSPECIFIED),
    wrapText: style?.tb === WrapStrategy.WRAP,
    indentLevel: Math.round((style?.pd?.l ?? 0) / 10),
    textOrientation: style?.tr?.v ? 180 : -(style?.tr?.a ?? 0),
    shrinkToFit: false,
    locked: lock?.locked ?? true,
    formulaHidden: lock?.formulaHidden ?? false,
  };
}

function hex(rgb: Nullable<string>): string | undefined {
  if (!rgb) return undefined;
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(rgb);
  if (!parts) return rgb.toUpperCase();
  return `#${parts
    .slice(1, 4)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase()}`;
}

const flag = (on: boolean) => (on ? BooleanNumber.TRUE : BooleanNumber.FALSE);

/** Only what is named changes; null would take a key away, so absent ones stay absent. */
export function styleOf(change: Partial<Format>): IStyleData {
  const style: IStyleData = {};
  if (change.fill !== undefined) style.bg = change.fill ? { rgb: change.fill } : null;
  if (change.fontName) style.ff = change.fontName;
  if (change.fontSize) style.fs = change.fontSize;
  if (change.fontColor) style.cl = { rgb: change.fontColor };
  if (typeof change.bold === "boolean") style.bl = flag(change.bold);
  if (typeof change.italic === "boolean") style.it = flag(change.italic);
  if (change.underline)
    style.ul = {
      s: flag(change.underline !== "None"),
      ...(change.underline === "Double" ? { t: TextDecoration.DOUBLE } : {}),
    };
  if (typeof change.strikethrough === "boolean") style.st = { s: flag(change.strikethrough) };
  if (change.horizontalAlignment) style.ht = toHorizontal(change.horizontalAlignment);
  if (change.verticalAlignment) style.vt = toVertical(change.verticalAlignment);
  if (typeof change.wrapText === "boolean")
    style.tb = change.wrapText ? WrapStrategy.WRAP : WrapStrategy.UNSPECIFIED;
  if (typeof change.indentLevel === "number") style.pd = { l: change.indentLevel * 10 };
  if (typeof change.textOrientation === "number")
    style.tr =
      change.textOrientation === 180 ? { a: 0, v: BooleanNumber.TRUE } : { a: -change.textOrientation };
  return style;
}
