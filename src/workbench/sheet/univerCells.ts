import { CellValueType } from "@univerjs/core";
import type { ICellData, IObjectMatrixPrimitiveType, IRange, Nullable, Worksheet } from "@univerjs/core";
import { FormulaDataModel, LexerTreeBuilder } from "@univerjs/engine-formula";
import {
  AddWorksheetMergeMutation,
  RemoveWorksheetMergeMutation,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SetStyleCommand,
  SheetInterceptorService,
} from "@univerjs/sheets";
import { badArgument, intersect } from "./a1";
import { BookError } from "./book";
import type { Area, CellKind, CellPlace, Cells, CellValue, Grid } from "./book";
import { cellText, ERRORS, typed } from "./cellText";
import { shiftCells } from "./shiftCells";
import { fromEngine, toEngine } from "./structuredReferences";
import type { TableStore } from "./tableStore";
import { toArea, toRange } from "./univerContext";
import type { UniverContext } from "./univerContext";

type Matrix = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

export class UniverCells implements Cells {
  private readonly formulaData: FormulaDataModel;
  private readonly lexer: LexerTreeBuilder;

  constructor(
    private readonly context: UniverContext,
    private readonly store: TableStore,
    private readonly guard: (area: Area) => void,
  ) {
    this.formulaData = context.injector.get(FormulaDataModel);
    this.lexer = context.injector.get(LexerTreeBuilder);
  }

  private grid<T>(area: Area, read: (cell: Nullable<ICellData>, row: number, column: number) => T): Grid<T> {
    const matrix = this.context.worksheet(area.sheet).getCellMatrix();
    return Array.from({ length: area.rows }, (_, r) =>
      Array.from({ length: area.columns }, (_unused, c) =>
        read(matrix.getValue(area.row + r, area.column + c), area.row + r, area.column + c),
      ),
    );
  }

  /** Content of spilled cells lies beside the sheet, not in it. */
  private reader(sheet: string): (cell: Nullable<ICellData>, row: number, column: number) => CellValue {
    const spilled = this.formulaData.getArrayFormulaCellData()?.[this.context.unitId]?.[sheet];
    const headers = this.headings(sheet);
    return (cell, row, column) => {
      const own = plainValue(cell);
      if (own !== "" || cell?.f || cell?.si) return own;
      return plainValue(spilled?.[row]?.[column]) || (headers.get(row)?.get(column) ?? "");
    };
  }

  /** A heading that nobody typed is in the table only. */
  private headings(sheet: string): Map<number, Map<number, string>> {
    const rows = new Map<number, Map<number, string>>();
    for (const { area, columns, showHeaders } of this.store.list()) {
      if (area.sheet !== sheet || !showHeaders) continue;
      const row = rows.get(area.row) ?? new Map<number, string>();
      columns.forEach((name, index) => row.set(area.column + index, name));
      rows.set(area.row, row);
    }
    return rows;
  }

  values(area: Area): Grid<CellValue> {
    return this.grid(area, this.reader(area.sheet));
  }

  kinds(area: Area): Grid<CellKind> {
    const read = this.reader(area.sheet);
    return this.grid(area, (cell, row, column) => {
      const value = read(cell, row, column);
      if (typeof value === "number") return "Double";
      if (typeof value === "boolean") return "Boolean";
      if (value === "") return cell?.f || cell?.si ? "String" : "Empty";
      return ERRORS.has(value) && cell?.t !== CellValueType.FORCE_STRING ? "Error" : "String";
    });
  }

  formulas(area: Area): Grid<CellValue> {
    const read = this.reader(area.sheet);
    return this.grid(
      area,
      (cell, row, column) => this.formulaAt(area.sheet, cell, row, column) ?? read(cell, row, column),
    );
  }

  /** As Excel shows it, or undefined where there is no formula. */
  formulaAt(sheet: string, cell: Nullable<ICellData>, row: number, column: number): string | undefined {
    if (!cell?.f && !cell?.si) return undefined;
    const formula = this.engineFormula(sheet, cell, row, column);
    return formula && fromEngine(formula, this.store, this.store.at(sheet, row, column));
  }

  formulaFor(from: CellPlace, to: CellPlace): string | undefined {
    const cell = this.context.worksheet(from.sheet).getCellMatrix().getValue(from.row, from.column);
    if (!cell?.f && !cell?.si) return undefined;
    const formula = this.engineFormula(from.sheet, cell, from.row, from.column);
    if (!formula) return undefined;
    const moved = this.lexer.moveFormulaRefOffset(formula, to.column - from.column, to.row - from.row);
    return fromEngine(moved, this.store, this.store.at(to.sheet, to.row, to.column));
  }

  engineFormula(sheet: string, cell: ICellData, row: number, column: number): string | undefined {
    if (cell.f && !cell.si) return cell.f;
    return this.formulaData.getFormulaStringByCell(row, column, sheet, this.context.unitId) ?? undefined;
  }

  numberFormats(area: Area): Grid<string> {
    const styles = this.context.workbook.getStyles();
    return this.grid(area, (cell) => styles.getStyleByCell(cell)?.n?.pattern ?? "General");
  }

  areFormulas(area: Area): Grid<boolean> {
    return this.grid(area, (cell) => Boolean(cell?.f || cell?.si));
  }

  texts(area: Area): Grid<string> {
    const read = this.reader(area.sheet);
    const styles = this.context.workbook.getStyles();
    return this.grid(area, (cell, row, column) =>
      cellText(read(cell, row, column), styles.getStyleByCell(cell)?.n?.pattern ?? "General"),
    );
  }

  write(area: Area, values: Grid<CellValue | null>): void {
    this.guard(area);
    this.context.makeRoom(area);
    const styles = this.context.workbook.getStyles();
    const matrix = this.context.worksheet(area.sheet).getCellMatrix();
    const change: Matrix = {};
    for (let r = 0; r < area.rows; r++) {
      const row = area.row + r;
      for (let c = 0; c < area.columns; c++) {
        const value = values[r]?.[c];
        if (value === undefined) throw badArgument();
        if (value === null) continue;
        const column = area.column + c;
        const format = styles.getStyleByCell(matrix.getValue(row, column))?.n?.pattern ?? "General";
        (change[row] ??= {})[column] = this.cellFor(value, format, area.sheet, row, column);
      }
    }
    this.put(area.sheet, change);
  }

  private cellFor(value: CellValue, format: string, sheet: string, row: number, column: number): ICellData {
    if (typeof value === "string" && value.length > 1 && value.startsWith("=") && format !== "@") {
      const formula = toEngine(value, this.store, this.store.at(sheet, row, column));
      return { f: formula, v: null, t: null, si: null, p: null };
    }
    const { v, t, format: pattern } = typed(value, format);
    return { v, t, f: null, si: null, p: null, ...(pattern ? { s: { n: { pattern } } } : {}) };
  }

  /** Write cells; what hangs on them (tables that grow, columns that fill) follows and is undone with them. */
  put(sheet: string, cellValue: Matrix): void {
    const { context } = this;
    const params = { unitId: context.unitId, subUnitId: sheet, cellValue, trigger: SetRangeValuesCommand.id };
    context.edit(() => {
      const undo = SetRangeValuesUndoMutationFactory(context.injector, params);
      context.mutate(
        [{ id: SetRangeValuesMutation.id, params }],
        [{ id: SetRangeValuesMutation.id, params: undo }],
      );
      const follow = context.injector
        .get(SheetInterceptorService)
        .onCommandExecute({ id: SetRangeValuesCommand.id, params });
      context.mutate(follow.redos, follow.undos);
    });
  }

  /** Change only looks. */
  putStyles(area: Area, style: (row: number, column: number) => ICellData["s"] | undefined): void {
    this.putLooks(area, (row, column) => {
      const s = style(row, column);
      return s === undefined ? undefined : { s };
    });
  }

  /** What is kept with cells beside content and looks. */
  putCustom(area: Area, custom: Readonly<Record<string, unknown>>): void {
    const matrix = this.context.worksheet(area.sheet).getCellMatrix();
    this.putLooks(area, (row, column) => ({
      custom: { ...matrix.getValue(row, column)?.custom, ...custom },
    }));
  }

  private putLooks(area: Area, look: (row: number, column: number) => ICellData | undefined): void {
    const { context } = this;
    const cellValue: Matrix = {};
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cell = look(row, column);
        if (cell) (cellValue[row] ??= {})[column] = cell;
      }
    }
    // Univer knows by this trigger that nothing has to be calculated.
    const params = { unitId: context.unitId, subUnitId: area.sheet, cellValue, trigger: SetStyleCommand.id };
    const undo = SetRangeValuesUndoMutationFactory(context.injector, params);
    context.mutate(
      [{ id: SetRangeValuesMutation.id, params }],
      [{ id: SetRangeValuesMutation.id, params: undo }],
    );
  }

  setNumberFormats(area: Area, formats: Grid<string | null>): void {
    this.guard(area);
    const real = this.paintable(area);
    this.putStyles(real, (row, column) => {
      const pattern = formats[row - area.row]?.[column - area.column];
      if (pattern === undefined) throw badArgument();
      return pattern === null ? undefined : { n: pattern === "General" ? null : { pattern } };
    });
  }

  /** Whole rows and columns are painted as far as the sheet goes. */
  paintable(area: Area): Area {
    if (area.rows < 100_000 && area.columns < 10_000) this.context.makeRoom(area);
    return this.context.clip(area);
  }

  copyFormats(from: Area, to: Area): void {
    this.guard(to);
    const real = this.paintable(to);
    const styles = this.context.workbook.getStyles();
    const matrix = this.context.worksheet(from.sheet).getCellMatrix();
    const looks = this.grid(from, (cell) => styles.getStyleByCell(cell) ?? null);
    const custom = this.grid(from, (_, row, column) => {
      const { link: _link, rich: _rich, ...look } = matrix.getValue(row, column)?.custom ?? {};
      return look;
    });
    this.context.edit(() => {
      // What the cells looked like before goes first: a style that is put on a cell adds to the one it has.
      this.putStyles(real, () => null);
      this.putLooks(real, (row, column) => {
        const r = (row - to.row) % from.rows;
        const c = (column - to.column) % from.columns;
        return { s: looks[r]![c]!, custom: { ...custom[r]![c] } };
      });
    });
  }

  clear(area: Area, what: "All" | "Contents" | "Formats"): void {
    this.guard(area);
    const real = this.context.clip(area);
    const matrix = this.context.worksheet(area.sheet).getCellMatrix();
    if (what === "Formats") {
      // As a change of contents Univer would take it for one without a formula.
      this.putStyles(real, (row, column) => (matrix.getValue(row, column) ? null : undefined));
      return;
    }
    const change: Matrix = {};
    for (let row = real.row; row < real.row + real.rows; row++) {
      for (let column = real.column; column < real.column + real.columns; column++) {
        if (!matrix.getValue(row, column)) continue;
        const contents: ICellData = { v: null, t: null, f: null, si: null, p: null };
        (change[row] ??= {})[column] = what === "Contents" ? contents : { ...contents, s: null };
      }
    }
    this.put(area.sheet, change);
  }

  insert(area: Area, shift: "Down" | "Right"): void {
    this.guard(area);
    shiftCells(this.context, area, shift, () => this.looksBefore(area, shift));
  }

  /** As in Excel new cells look like those above them or left of them; rows right under a table's headings do not. */
  private looksBefore(area: Area, shift: "Down" | "Right"): IObjectMatrixPrimitiveType<ICellData> {
    const down = shift === "Down";
    const looks: IObjectMatrixPrimitiveType<ICellData> = {};
    if ((down ? area.row : area.column) === 0) return looks;
    const matrix = this.context.worksheet(area.sheet).getCellMatrix();
    const end = matrix.getDataRange();
    const rows = Math.min(area.row + area.rows, down ? Infinity : end.endRow + 1);
    const columns = Math.min(area.column + area.columns, down ? end.endColumn + 1 : Infinity);
    const headings = this.headings(area.sheet).get(area.row - 1);
    for (let row = area.row; row < rows; row++) {
      for (let column = area.column; column < columns; column++) {
        if (down && headings?.has(column)) continue;
        const s = down ? matrix.getValue(area.row - 1, column)?.s : matrix.getValue(row, area.column - 1)?.s;
        if (s) (looks[row] ??= {})[column] = { s };
      }
    }
    return looks;
  }

  delete(area: Area, shift: "Up" | "Left"): void {
    this.guard(area);
    shiftCells(this.context, area, shift);
  }

  merge(area: Area, across: boolean): void {
    this.guard(area);
    this.context.makeRoom(area);
    const ranges = across
      ? Array.from({ length: area.rows }, (_, r) => toRange({ ...area, row: area.row + r, rows: 1 }))
      : [toRange(area)];
    const params = { unitId: this.context.unitId, subUnitId: area.sheet, ranges };
    this.context.edit(() => {
      this.emptyBesideCorners(area.sheet, ranges);
      this.context.mutate(
        [{ id: AddWorksheetMergeMutation.id, params }],
        [{ id: RemoveWorksheetMergeMutation.id, params }],
      );
    });
  }

  /** Of cells that are merged only the one in the corner keeps what it holds. */
  private emptyBesideCorners(sheet: string, ranges: readonly IRange[]): void {
    const matrix = this.context.worksheet(sheet).getCellMatrix();
    const change: Matrix = {};
    for (const { startRow, endRow, startColumn, endColumn } of ranges) {
      for (let row = startRow; row <= endRow; row++) {
        for (let column = startColumn; column <= endColumn; column++) {
          const cell = matrix.getValue(row, column);
          const corner = row === startRow && column === startColumn;
          if (!corner && (cell?.f || cell?.si || plainValue(cell) !== ""))
            (change[row] ??= {})[column] = { v: null, t: null, f: null, si: null, p: null };
        }
      }
    }
    if (Object.keys(change).length) this.put(sheet, change);
  }

  unmerge(area: Area): void {
    this.guard(area);
    const ranges = this.merged(area).map(toRange);
    if (!ranges.length) return;
    const params = { unitId: this.context.unitId, subUnitId: area.sheet, ranges };
    this.context.mutate(
      [{ id: RemoveWorksheetMergeMutation.id, params }],
      [{ id: AddWorksheetMergeMutation.id, params }],
    );
  }

  merged(area: Area): Area[] {
    return this.sheet(area)
      .getMergeData()
      .map((range) => toArea(area.sheet, range))
      .filter((merge) => intersect(merge, area));
  }

  spillOf(sheet: string, row: number, column: number): Area | undefined {
    const range = this.formulaData.getArrayFormulaRange()?.[this.context.unitId]?.[sheet]?.[row]?.[column];
    return range ? toArea(sheet, range) : undefined;
  }

  private sheet(area: Area): Worksheet {
    return this.context.worksheet(area.sheet);
  }
}

function plainValue(cell: Nullable<ICellData>): CellValue {
  if (!cell) return "";
  if (cell.p) return cell.p.body?.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n") ?? "";
  if (cell.v === null || cell.v === undefined) return "";
  if (cell.t === CellValueType.BOOLEAN) return Boolean(cell.v);
  if (cell.t === CellValueType.NUMBER) return Number(cell.v);
  return cell.v;
}

export const refused = (message: string) => new BookError("InvalidOperation", message);
