import type { CellValue, Fields, Lang } from "../register";
import { fieldOf } from "../registers";
import { CellReader, median, targetOf, type UnreadKept } from "./cellReader";
import { classifyRows, type ClassifiedRow } from "./classifyRows";
import { Merges } from "./findTable";
import { keptColumns, type FoundColumn, type HeadingChange } from "./keptColumns";
import { labelPlace, type CellPlace } from "./keptLabels";
import { keptMilestones } from "./keptMilestones";
import type { KeptSheet } from "./keptSheet";
import { Cells, type Area, type SheetGrid } from "./sheetGrid";

/** A row that is an order, an inspection or the like; rows and columns are the sheet's, from 0. */
export interface KeptRow {
  readonly row: number;
  readonly fields: Fields;
  /** Where values stand that this row does not have itself, by field id: the row that they are filled down from. */
  readonly from?: Readonly<Record<string, number>>;
}

/** What a kept sheet says today. Rows and columns are the sheet's, counted from 0. */
export interface KeptReading {
  readonly kept: KeptSheet;
  readonly sheet: string;
  /** The anchor's place today. */
  readonly area: Area;
  /** Whether the headings were found at the anchor; nothing else is known where they were not. */
  readonly found: boolean;
  readonly headingRows: readonly number[];
  readonly headings: readonly string[];
  readonly columns: readonly FoundColumn[];
  /** Where the sheet's own values stand; `inOne` cells hold their label too, as `Style No: 2231`. */
  readonly labels: readonly (CellPlace & { readonly fieldId: string; readonly inOne?: boolean })[];
  /** Where milestones run down: what stands in which row. */
  readonly down?: {
    readonly nameColumn: number;
    readonly rows: readonly { readonly row: number; readonly milestone: string }[];
  };
  readonly kinds: readonly ClassifiedRow[];
  readonly rows: readonly KeptRow[];
  readonly unread: readonly UnreadKept[];
  /** Data rows without a formula in a column that was added for formulas. */
  readonly missingFormulas: readonly { readonly fieldId: string; readonly rows: readonly number[] }[];
  readonly changes: readonly HeadingChange[];
}

export interface KeptCells {
  /** The sheet's used range. Formats may be missing; merges matter in the headings only. */
  readonly grid: SheetGrid;
  /** Where the anchor stands today. */
  readonly anchor: Area;
  readonly lang?: Lang;
  /** The workbook counts days from 1904, and numbers are as its cells have them. */
  readonly date1904?: boolean;
}

/** Days between the 1904 and the 1900 date system. */
const SINCE_1904 = 1462;

/** Cells whose number formats are not known: a number under a heading of dates is a date. */
class DatedCells extends Cells {
  constructor(
    grid: SheetGrid,
    private readonly dated: ReadonlySet<number>,
  ) {
    super(grid);
  }

  override isDate(row: number, column: number): boolean {
    if (this.grid.formats.length > 0) return super.isDate(row, column);
    const value = this.value(row, column);
    return this.dated.has(column) && typeof value === "number" && value > 0;
  }
}

/**
 * The rows of a kept sheet as they stand today: found by headings wherever columns and rows have gone, dates and numbers read
 * by the rules that were agreed, blank cells filled from above where they stand for it. Pure, and quick enough for every
 * change of the sheet.
 */
export function keptRows(kept: KeptSheet, { grid, anchor, lang = "en", date1904 }: KeptCells): KeptReading {
  const merges = new Merges(grid.merges);
  const plain = new Cells(grid);
  const columns = keptColumns(kept, plain, merges, anchor);
  const nothing = {
    kept,
    sheet: grid.name,
    area: anchor,
    headingRows: [],
    headings: [],
    columns: [],
    labels: [],
    kinds: [],
    rows: [],
    unread: [],
    missingFormulas: [],
    changes: [],
  };
  if (!columns) return { ...nothing, found: false };
  const targets = columns.columns.map(({ fieldId, column, heading, kept: how }) => ({
    ...targetOf(kept.register, fieldId, heading, how),
    column,
    fillDown: how.fillDown === true,
    hasFormulas: how.added === true && fieldOf(kept.register, fieldId)?.type === "formula",
  }));
  const dated = targets.filter(({ kind }) => kind === "date").map(({ column }) => column);
  const cells = new DatedCells(grid, new Set(dated));
  const reader = new CellReader(cells, lang, date1904 ? SINCE_1904 : 0);

  const places = kept.labels.map((label) => ({ label, ...labelPlace(cells, merges, anchor, label) }));
  const once: Record<string, CellValue> = {};
  for (const { label, row, column, value } of places) {
    once[label.fieldId] = reader.read(
      targetOf(kept.register, label.fieldId, label.label, label),
      row,
      column,
      label.dates?.near,
      value,
    );
  }
  const labels = places.map(({ label, row, column, inOne }) => ({
    fieldId: label.fieldId,
    row,
    column,
    ...(inOne && { inOne }),
  }));
  const found = {
    ...nothing,
    found: true,
    headingRows: columns.headingRows,
    headings: columns.headings,
    columns: columns.columns,
    changes: columns.changes,
    labels,
  };
  const firstRow =
    columns.headingRows.length === 0
      ? anchor.row
      : (columns.headingRows[columns.headingRows.length - 1] ?? 0) + 1;

  if (kept.down) {
    const { due, ...down } = keptMilestones(
      kept,
      kept.down,
      cells,
      reader,
      columns.columns,
      anchor,
      firstRow,
      once,
    );
    const without = places.filter(
      ({ label, row, column }) => label.added && cells.blank(row, column) && !cells.formula(row, column),
    );
    return {
      ...found,
      ...down,
      missingFormulas: without.map(({ label, row }) => ({ fieldId: label.fieldId, rows: [row] })),
      labels: [...labels, ...due.map((place) => ({ fieldId: "due", ...place }))],
      unread: reader.unread,
    };
  }

  const kinds = begunToo(
    cells,
    classifyRows(cells, merges, {
      headingRows: columns.headingRows,
      firstColumn: anchor.column,
      lastColumn: anchor.column + anchor.columns - 1,
      firstRow,
      lastRow: Math.max(cells.bottom - 1, anchor.row + anchor.rows - 1),
      confidence: 1,
    }),
    targets,
  );
  const rows: KeptRow[] = [];
  const missing = new Map<string, number[]>();
  const above = new Map<number, { row: number; value: CellValue }>();
  let nearAbove: number | undefined;
  for (const { row, kind } of kinds) {
    if (kind !== "data") continue;
    const days = dated.flatMap((column) => {
      const day = reader.day(row, column);
      return day === undefined ? [] : [{ column, day }];
    });
    const fields: Record<string, CellValue> = { ...once };
    let from: Record<string, number> | undefined;
    for (const target of targets) {
      const { column, fieldId, kind: holds } = target;
      // Who has typed something there wants it there.
      if (target.hasFormulas && cells.blank(row, column) && !cells.formula(row, column)) {
        const without = missing.get(fieldId);
        if (without) without.push(row);
        else missing.set(fieldId, [row]);
      }
      if (cells.blank(row, column)) {
        const filled = target.fillDown ? above.get(column) : undefined;
        if (filled) {
          fields[fieldId] = filled.value;
          (from ??= {})[fieldId] = filled.row;
        } else fields[fieldId] ??= "";
        continue;
      }
      const near =
        holds === "date" && typeof cells.value(row, column) === "string"
          ? (median(days.filter((one) => one.column !== column).map(({ day }) => day)) ?? nearAbove)
          : undefined;
      const value = reader.read(target, row, column, near);
      fields[fieldId] = value;
      if (target.fillDown) above.set(column, { row, value });
    }
    if (days.length > 0) nearAbove = median(days.map(({ day }) => day));
    rows.push({ row, fields, ...(from && { from }) });
  }
  return {
    ...found,
    kinds,
    rows,
    unread: reader.unread,
    missingFormulas: [...missing].map(([fieldId, without]) => ({ fieldId, rows: without })),
  };
}

/** An order of which no more than its number and style is typed looks like a note under the last row, and is none. */
function begunToo(
  cells: Cells,
  kinds: readonly ClassifiedRow[],
  targets: readonly { readonly fieldId: string; readonly column: number }[],
): ClassifiedRow[] {
  const codes = targets.filter(({ fieldId }) => fieldId === "po" || fieldId === "style" || fieldId === "id");
  const settled = [...kinds];
  const isBegun = (row: number): boolean =>
    codes.some(({ column }) => /\d/.test(String(cells.value(row, column)))) &&
    targets.filter(({ column }) => !cells.blank(row, column)).length >= 2;
  let before: ClassifiedRow["kind"] | undefined;
  settled.forEach(({ row, kind }, index) => {
    if (kind === "note" && before === "data" && isBegun(row)) settled[index] = { row, kind: "data" };
    before = settled[index]?.kind;
  });
  return settled;
}
