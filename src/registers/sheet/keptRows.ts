import { choiceWord } from "../choice";
import { word, type CellValue, type Field, type Fields, type Lang, type RegisterId } from "../register";
import { fieldOf } from "../registers";
import { verdictOf } from "../verdictOf";
import { classifyRows, type ClassifiedRow } from "./classifyRows";
import { FIRST_DAY, LAST_DAY, readDateCell } from "./dateColumn";
import { Merges } from "./findTable";
import { foldedHeading, keptColumns, type FoundColumn, type HeadingChange } from "./keptColumns";
import type { KeptLabel, KeptSheet } from "./keptSheet";
import { readNumberCell } from "./numberColumn";
import { Cells, isBlank, isError, type Area, type SheetGrid } from "./sheetGrid";
import type { DateRules, NumberColumn } from "./sheetReading";
import { unreadDate, unreadNumber, type UnreadProblem } from "./unreadCells";

/** A row that is an order, an inspection or the like; rows and columns are the sheet's, from 0. */
export interface KeptRow {
  readonly row: number;
  readonly fields: Fields;
  /** Where values stand that this row does not have itself, by field id: the row that they are filled down from. */
  readonly from?: Readonly<Record<string, number>>;
}

/** A cell with something in it that cannot be read as what its column holds. */
export interface UnreadKept {
  readonly fieldId: string;
  readonly heading: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly problem: UnreadProblem;
  /** The days or numbers that it could be. */
  readonly could?: readonly number[];
  /** A day of the same row, else of the column. */
  readonly near?: number;
  readonly formula: boolean;
}

export interface CellPlace {
  readonly row: number;
  readonly column: number;
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

const VERDICTS = {
  pass: { en: "PASS", zh: "合格" },
  fail: { en: "FAIL", zh: "不合格" },
  pending: { en: "PENDING", zh: "待定" },
} as const;

/** A verdict as the register's own formulas say it; other words stay as they are. */
export function verdictWord(value: CellValue, lang: Lang): CellValue {
  const verdict = verdictOf(String(value));
  return verdict ? word(VERDICTS[verdict], lang) : value;
}

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

type Kind = "date" | "whole" | "number" | "money" | "verdict" | "choice" | "text" | "asIs";

interface Target {
  readonly fieldId: string;
  readonly heading: string;
  readonly kind: Kind;
  readonly field: Field | undefined;
  readonly rules: DateRules;
  readonly dot: NumberColumn["dot"];
}

const noRules: DateRules = { orders: {}, swapped: false };

function targetOf(
  register: RegisterId,
  fieldId: string,
  heading: string,
  how: { readonly dates?: DateRules; readonly dot?: NumberColumn["dot"]; readonly added?: boolean },
): Target {
  const field = fieldOf(register, fieldId);
  const kind: Kind = how.added
    ? "asIs"
    : fieldId === "verdict" || fieldId === "qc"
      ? "verdict"
      : field === undefined
        ? how.dates || /\.(?:plan|actual)$|^(?:plan|actual)$/.test(fieldId)
          ? "date"
          : "text"
        : field.type === "formula"
          ? "asIs"
          : field.type;
  return { fieldId, heading, kind, field, rules: how.dates ?? noRules, dot: how.dot };
}

/** Reads cells as their columns hold them, and gathers what cannot be read. */
class Reader {
  readonly unread: UnreadKept[] = [];

  constructor(
    private readonly cells: Cells,
    private readonly lang: Lang,
    private readonly since: number,
  ) {}

  /** The day of a plain number in a date column. */
  day(row: number, column: number): number | undefined {
    const value = this.cells.value(row, column);
    if (typeof value !== "number") return undefined;
    const day = Math.floor(value) + this.since;
    return day >= FIRST_DAY && day <= LAST_DAY ? day : undefined;
  }

  read(target: Target, row: number, column: number, near?: number, given?: CellValue): CellValue {
    const value = given ?? this.cells.value(row, column);
    if (isBlank(value)) return "";
    const { kind } = target;
    switch (kind) {
      case "date": {
        const isSerial = typeof value === "number" && value < 20_000_000;
        const cell = isSerial ? value + this.since : value;
        const read = readDateCell(cell, target.rules, near);
        this.tell(target, row, column, cell, unreadDate(cell, target.rules, near));
        if ("day" in read) return read.day;
        // A number would be taken for a day; words say that there is something.
        return typeof value === "string" && !isError(value) ? value.trim() : "";
      }
      case "whole":
      case "number":
      case "money": {
        if (typeof value === "number") return value;
        this.tell(target, row, column, value, unreadNumber(value, target.dot));
        const read = readNumberCell(value, target.dot);
        if (read !== undefined) return read;
        return typeof value !== "string" ? value : isError(value) ? "" : value.trim();
      }
      case "verdict":
        return verdictWord(value, this.lang);
      case "choice":
        return target.field ? choiceWord(target.field, this.text(value), this.lang) : this.text(value);
      case "text":
        return this.text(value);
      default:
        return value;
    }
  }

  private text(value: CellValue): CellValue {
    if (typeof value === "boolean") return value;
    return typeof value === "string" ? (isError(value) ? "" : value.trim()) : String(value);
  }

  private tell(
    { fieldId, heading }: Target,
    row: number,
    column: number,
    value: CellValue,
    unread: ReturnType<typeof unreadDate>,
  ): void {
    if (!unread) return;
    this.unread.push({
      fieldId,
      heading,
      row,
      column,
      value,
      ...unread,
      formula: this.cells.formula(row, column),
    });
  }
}

const median = (days: number[]): number | undefined =>
  days.sort((a, b) => a - b)[Math.floor(days.length / 2)];

const isLabelled = (text: string, label: string): boolean =>
  foldedHeading(text.replace(/[:：]\s*$/, "")) === foldedHeading(label);

/** As far from where it stood as a label is looked for. */
const LABEL_MOVED = 40;
/** A value stands beside its label, with the label's merge or a gap between. */
const BESIDE = 6;

/** The value of a label, found by the label's text near where it was, else where it was. */
function labelPlace(
  cells: Cells,
  merges: Merges,
  anchor: Area,
  kept: KeptLabel,
): CellPlace & { readonly value: CellValue; readonly inOne?: boolean } {
  const was = { row: anchor.row + kept.row, column: anchor.column + kept.column };
  let best: (CellPlace & { value: CellValue; far: number; inOne?: boolean }) | undefined;
  const from = Math.max(cells.grid.top, was.row - LABEL_MOVED);
  const to = Math.min(cells.bottom - 1, was.row + LABEL_MOVED);
  for (let row = from; row <= to; row += 1) {
    for (let column = cells.grid.left; column < cells.right; column += 1) {
      const text = cells.text(row, column);
      if (text === "") continue;
      const far = Math.abs(row - was.row) * 100 + Math.abs(column - was.column);
      if (best && best.far <= far) continue;
      if (isLabelled(text, kept.label)) {
        const start = column + (merges.of(row, column)?.columns ?? 1);
        const beside = row === was.row && was.column >= start && was.column < start + BESIDE;
        let place = beside && !cells.blank(row, was.column) ? was.column : start;
        while (cells.blank(row, place) && place < start + BESIDE) place += 1;
        const valued = cells.blank(row, place) ? (beside ? was.column : start) : place;
        best = { row, column: valued, value: cells.value(row, valued), far };
        continue;
      }
      const [, label, rest] = /^([^:：]{1,30})[:：]\s*(.*)$/s.exec(text) ?? [];
      if (label !== undefined && foldedHeading(label) === foldedHeading(kept.label))
        best = { row, column, value: (rest ?? "").trim(), far, inOne: true };
    }
  }
  return best ?? { ...was, value: cells.value(was.row, was.column) };
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
    added: how.added === true,
  }));
  const dated = targets.filter(({ kind }) => kind === "date").map(({ column }) => column);
  const cells = new DatedCells(grid, new Set(dated));
  const reader = new Reader(cells, lang, date1904 ? SINCE_1904 : 0);

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
    const { due, ...down } = milestonesDown(
      kept,
      kept.down,
      cells,
      reader,
      columns.columns,
      anchor,
      firstRow,
      once,
    );
    const without = places.filter(({ label, row, column }) => label.added && !cells.formula(row, column));
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
      if (target.added && !cells.formula(row, column)) {
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

/** A sheet of one style: its labels and the milestones down it are one order. */
function milestonesDown(
  kept: KeptSheet,
  down: NonNullable<KeptSheet["down"]>,
  cells: Cells,
  reader: Reader,
  columns: readonly FoundColumn[],
  anchor: Area,
  firstRow: number,
  once: Readonly<Record<string, CellValue>>,
): Required<Pick<KeptReading, "rows" | "down" | "kinds">> & { readonly due: readonly CellPlace[] } {
  const at = (fieldId: string): FoundColumn | undefined =>
    columns.find((column) => column.fieldId === fieldId);
  const nameColumn = at("milestone")?.column ?? anchor.column + down.nameColumn;
  const byName = new Map(Object.entries(down.milestones).map(([name, id]) => [foldedHeading(name), id]));
  const names = new Set<string>();
  const found: { row: number; milestone: string }[] = [];
  const kinds: ClassifiedRow[] = [];
  for (let row = firstRow; row < cells.bottom; row += 1) {
    const name = cells.text(row, nameColumn);
    const milestone = byName.get(foldedHeading(name));
    kinds.push({ row, kind: name !== "" ? "data" : "blank" });
    if (name === "" || milestone === undefined || names.has(milestone)) continue;
    names.add(milestone);
    found.push({ row, milestone });
  }
  while (kinds.length > 0 && kinds[kinds.length - 1]?.kind === "blank") kinds.pop();

  const fields: Record<string, CellValue> = { ...once };
  const parts = (["plan", "actual"] as const).flatMap((part) => {
    const column = at(part);
    return column ? [{ part, ...column }] : [];
  });
  let nearAbove: number | undefined;
  for (const { row, milestone } of found) {
    const days = parts.flatMap(({ column }) => reader.day(row, column) ?? []);
    const near = median([...days]) ?? nearAbove;
    if (days.length > 0) nearAbove = near;
    for (const { part, column, heading, kept: how } of parts) {
      const target = targetOf(kept.register, `${milestone}.${part}`, heading, how);
      const value = reader.read({ ...target, kind: "date" }, row, column, near);
      fields[`${milestone}.${part}`] = value;
      // An order is placed once: when it was, or else when it is to be.
      if (milestone === "T00" && value !== "" && (part === "actual" || (fields.orderDate ?? "") === ""))
        fields.orderDate = value;
    }
  }
  // What leaves the factory on its planned day is due on it, unless a label says otherwise; a sheet without a style is named after it.
  const due: CellPlace[] = [];
  const plan = at("plan");
  const leaves = found.find(({ milestone }) => milestone === "T30");
  if ((fields.due ?? "") === "" && plan && leaves) {
    fields.due = fields["T30.plan"] ?? "";
    due.push({ row: leaves.row, column: plan.column });
  }
  if ((fields.po ?? "") === "" && (fields.style ?? "") === "") fields.style = cells.grid.name.trim();
  const row = found[0]?.row ?? firstRow;
  return { rows: [{ row, fields }], down: { nameColumn, rows: found }, kinds, due };
}
