import type { CellValue, Fields, RegisterId } from "../registers/register";
import { fieldOf, registers } from "../registers/registers";
import { WorkbookProblem } from "./book";
import { cellAddress } from "./cellAddress";
import { againContent, cellContent, isFormula, readBack } from "./cellContent";
import { knownSession, knownTable } from "./session";

/** A table about to get rows: everything that must be known of it, asked for in one go and whatever its size. */
export interface AskedPlace {
  readonly register: RegisterId;
  readonly count: number;
  readonly table: Excel.Table;
  readonly sheet: Excel.Worksheet;
  readonly protection: Excel.WorksheetProtection;
  readonly header: Excel.Range;
  readonly body: Excel.Range;
  readonly last: Excel.Range;
  /** The key column with its heading, as far as it is filled. */
  readonly filled: Excel.Range;
  /** The rows after the last filled one, as wide as the table, inside it or below it. */
  readonly free: Excel.Range;
  /** Rows under the table's last row. */
  readonly below: Excel.Range;
}

const sheetOf = (table: Excel.Table): Excel.Worksheet => table.worksheet;

export function askPlace(context: Excel.RequestContext, register: RegisterId, count: number): AskedPlace {
  const known = knownTable(register);
  const table = context.workbook.tables.getItem(known.name);
  table.load("showTotals");
  const sheet = sheetOf(table);
  sheet.load("name");
  const protection = sheet.protection;
  protection.load("protected");
  const header = table.getHeaderRowRange();
  header.load("values,rowIndex,columnIndex,columnCount");
  const body = table.getDataBodyRange();
  body.load("rowIndex,rowCount");
  const last = body.getLastRow();
  last.load("formulas,values,numberFormat");
  const keyColumn = table.columns.getItem(known.columns[registers[register].key[0] ?? ""] ?? "");
  const filled = keyColumn
    .getHeaderRowRange()
    .getBoundingRect(keyColumn.getDataBodyRange())
    .getUsedRange(true);
  filled.load("rowIndex,rowCount");
  const free = filled
    .getLastRow()
    .getOffsetRange(1, 0)
    .getResizedRange(count - 1, 0)
    .getEntireRow()
    .getIntersection(header.getEntireColumn());
  free.load("formulas,values,numberFormat");
  const below = body.getRowsBelow(count + 1);
  below.load("formulas,values");
  return { register, count, table, sheet, protection, header, body, last, filled, free, below };
}

/** New rows, ready to be written. */
export interface RowsPlan {
  readonly place: AskedPlace;
  /** 0-based worksheet row of the first new row. */
  readonly start: number;
  /** Rows that the table must grow by. */
  readonly growth: number;
  /** A totals row stands where the new rows go; Excel keeps its formulas while it is hidden. */
  readonly hidesTotals: boolean;
  readonly contents: readonly (readonly (CellValue | null)[])[];
  readonly formats: readonly (readonly string[])[];
  /** The last row's formula of each calculated column. */
  readonly formulas: readonly (string | undefined)[];
  /** Heading -> value of each row, as it will be read back. */
  readonly written: readonly Readonly<Record<string, CellValue>>[];
  /** Fields with something to write for which the table has no column. */
  readonly leftOut: readonly string[];
  readonly address: string;
}

const blank = (row: readonly unknown[], values: readonly unknown[]): boolean =>
  row.every((formula, index) => formula === "" || isFormula(formula, values[index]));

/** Cell addresses in a formula, outside of quoted text and brackets: `H5`, `$A$1`. */
const ADDRESS = /(?<![\p{L}\p{N}_.!])\$?[A-Z]{1,3}\$?\d+(?![\p{L}\p{N}_(.])/u;
const hasAddress = (formula: string): boolean =>
  ADDRESS.test(formula.replace(/"[^"]*"/g, '""').replace(/\[(?:[^[\]]|\[[^\]]*\])*\]/g, ""));

/** Decide where the rows go and what each cell gets, from what was read. Refuses where something is in the way. */
export function planRows(place: AskedPlace, rows: readonly Fields[]): RowsPlan {
  const { register, header, body, last, filled, free, below, count } = place;
  const known = knownTable(register);
  const { lang } = knownSession();
  if (place.protection.protected) throw new WorkbookProblem("protectedSheet", { sheet: place.sheet.name });

  const headings = ((header.values as unknown[][])[0] ?? []).map(String);
  const bodyEnd = body.rowIndex + body.rowCount - 1;
  const afterFilled = filled.rowIndex + filled.rowCount;
  const inside = Math.max(0, Math.min(count, bodyEnd - afterFilled + 1));
  const freeFormulas = free.formulas as unknown[][];
  const freeValues = free.values as unknown[][];
  const isFree =
    inside > 0 && freeFormulas.slice(0, inside).every((row, i) => blank(row, freeValues[i] ?? []));
  const start = isFree ? afterFilled : bodyEnd + 1;
  const growth = Math.max(0, start + count - 1 - bodyEnd);
  const totals = place.table.showTotals ? 1 : 0;
  const under = (below.formulas as unknown[][]).slice(totals, totals + growth);
  if (under.some((row) => row.some((cell) => cell !== ""))) {
    throw new WorkbookProblem("noRoom", {
      address: cellAddress(
        place.sheet.name,
        bodyEnd + 1 + totals,
        header.columnIndex,
        growth,
        header.columnCount,
      ),
    });
  }

  const fieldIds = headings.map((heading) => {
    const found = Object.entries(known.columns).find(([, name]) => name === heading);
    return found?.[0];
  });
  for (const [id, name] of Object.entries(known.columns)) {
    const used = rows.some((row) => (row[id] ?? "") !== "");
    if (used && !headings.includes(name)) throw new WorkbookProblem("changedMeanwhile", { what: name });
  }

  const lastFormulas = (last.formulas as unknown[][])[0] ?? [];
  const lastValues = (last.values as unknown[][])[0] ?? [];
  const lastFormats = ((last.numberFormat as unknown[][])[0] ?? []).map(String);
  const calculated = lastFormulas.map((formula, i) => isFormula(formula, lastValues[i]));
  const formulas = lastFormulas.map((formula, column) => (calculated[column] ? String(formula) : undefined));

  const contents: (CellValue | null)[][] = [];
  const formats: string[][] = [];
  const written: Record<string, CellValue>[] = [];
  rows.forEach((row, index) => {
    const isInside = start + index <= bodyEnd;
    const own = isInside ? (free.numberFormat as string[][])[index] : undefined;
    const rowFormats = headings.map((_, column) => own?.[column] ?? lastFormats[column] ?? "General");
    const cells = headings.map((heading, column): CellValue | null => {
      if (calculated[column]) return null;
      const field = fieldOf(register, fieldIds[column] ?? "");
      const value = field && row[field.id];
      if (!field || field.type === "formula" || value === undefined || value === "") return null;
      const cell = cellContent(field, value, lang, rowFormats[column] ?? "General");
      rowFormats[column] = cell.format;
      (written[index] ??= {})[heading] = readBack(cell.content);
      return cell.content;
    });
    contents.push(cells);
    formats.push(rowFormats);
  });

  const leftOut = [
    ...new Set(
      rows.flatMap((row) =>
        Object.keys(row).filter(
          (id) => row[id] !== "" && !(id in known.columns) && fieldOf(register, id)?.type !== "formula",
        ),
      ),
    ),
  ];
  return {
    place,
    start,
    growth,
    hidesTotals: growth > 0 && place.table.showTotals,
    contents,
    formats,
    formulas,
    written,
    leftOut,
    address: cellAddress(place.sheet.name, start, header.columnIndex, count, header.columnCount),
  };
}

const targetOf = ({ place, start }: RowsPlan): Excel.Range =>
  place.sheet.getRangeByIndexes(start, place.header.columnIndex, place.count, place.header.columnCount);

/** Queue that the totals row makes room; it comes back when the table has its new size. */
export function makeRoom({ place, hidesTotals }: RowsPlan): void {
  if (hidesTotals) place.table.showTotals = false;
}

/** Queue the cells. Until the table grows they are loose cells below it, which harm nobody. */
export function writeCells(plan: RowsPlan): void {
  const target = targetOf(plan);
  target.numberFormat = plan.formats as string[][];
  target.formulas = plan.contents as CellValue[][];
}

/** Queue the table's new size, without totals, and the totals row's return with what it held. */
function resizeTo(
  { place, hidesTotals }: RowsPlan,
  row: number,
  column: number,
  rows: number,
  columns: number,
): void {
  const { table, sheet, below } = place;
  table.resize(sheet.getRangeByIndexes(row, column, rows, columns));
  if (!hidesTotals) return;
  table.showTotals = true;
  const totals = (below.formulas as CellValue[][])[0] ?? [];
  const values = (below.values as unknown[][])[0] ?? [];
  const again = totals.map((cell, at) =>
    cell === "" ? null : againContent(cell, isFormula(cell, values[at]), "General"),
  );
  sheet.getRangeByIndexes(row + rows, column, 1, columns).formulas = [again] as CellValue[][];
}

function resize(plan: RowsPlan, growth: number): void {
  const { header, body } = plan.place;
  resizeTo(plan, header.rowIndex, header.columnIndex, body.rowCount + growth + 1, header.columnCount);
}

/** What stands where the rows go at the very moment of writing: asked for in the same batch, before the first write. */
export interface JustBefore {
  readonly target: Excel.Range;
  readonly whole: Excel.Range;
}

export function askJustBefore(plan: RowsPlan): JustBefore {
  const target = targetOf(plan);
  target.load("formulas,values");
  const whole = plan.place.table.getRange();
  whole.load("rowIndex,columnIndex,rowCount,columnCount");
  return { target, whole };
}

/** A co-author has used the place, or moved the table, between our looking and our writing. */
export function wasTaken(
  { place, start, hidesTotals, growth }: RowsPlan,
  { target, whole }: JustBefore,
): boolean {
  const totals = growth === 0 && !hidesTotals && place.table.showTotals ? 1 : 0;
  const moved =
    whole.rowIndex !== place.header.rowIndex || whole.rowCount !== place.body.rowCount + 1 + totals;
  const inTable = place.body.rowIndex + place.body.rowCount - start;
  const formulas = target.formulas as unknown[][];
  const values = target.values as unknown[][];
  const filled = formulas.some((row, i) =>
    i < inTable ? !blank(row, values[i] ?? []) : row.some((cell) => cell !== ""),
  );
  return moved || filled;
}

/** Queue what stood there just before, and the table as it was then. */
export function giveBack(plan: RowsPlan, { target, whole }: JustBefore): void {
  const values = target.values as unknown[][];
  makeRoom(plan);
  targetOf(plan).formulas = (target.formulas as CellValue[][]).map((row, i) =>
    row.map((cell, j) => againContent(cell, isFormula(cell, values[i]?.[j]), "General")),
  );
  const { rowIndex, columnIndex, rowCount, columnCount } = whole;
  resizeTo(plan, rowIndex, columnIndex, rowCount, columnCount);
}

/** Runs of neighbouring columns, so that one write serves many. */
function runs(columns: readonly number[]): number[][] {
  const found: number[][] = [];
  for (const column of columns) {
    const run = found.at(-1);
    if (run && run.at(-1) === column - 1) run.push(column);
    else found.push([column]);
  }
  return found;
}

/**
 * Queue the table's growth over its new rows, and only then their formulas: `[@PO]` means nothing outside of a table.
 * Formulas that name cells are copied from the last row, as only a copy shifts addresses.
 */
export function growTable(plan: RowsPlan): void {
  const { growth, formulas, place } = plan;
  if (growth === 0) return;
  resize(plan, growth);
  const rows = targetOf(plan)
    .getRow(place.count - growth)
    .getResizedRange(growth - 1, 0);
  const calculated = formulas.flatMap((formula, column) => (formula === undefined ? [] : [column]));
  for (const run of runs(calculated.filter((column) => !hasAddress(formulas[column] ?? "")))) {
    const row = run.map((column) => formulas[column] ?? "");
    rows.getColumn(run[0] ?? 0).getResizedRange(0, run.length - 1).formulas = Array.from(
      { length: growth },
      () => row,
    );
  }
  for (const column of calculated.filter((at) => hasAddress(formulas[at] ?? ""))) {
    rows.getColumn(column).copyFrom(place.last.getColumn(column), "Formulas");
  }
}

/** Queue the way back after a failure: the cells as blank as they were, and the table's old size. */
export function takeBack(plan: RowsPlan): void {
  makeRoom(plan);
  const target = targetOf(plan);
  const kept = plan.place.count - plan.growth;
  if (kept > 0) {
    target.getResizedRange(-plan.growth, 0).formulas = plan.contents
      .slice(0, kept)
      .map((row) => row.map((cell) => (cell === null ? null : ""))) as CellValue[][];
  }
  if (plan.growth > 0) {
    target
      .getRow(kept)
      .getResizedRange(plan.growth - 1, 0)
      .clear("Contents");
    resize(plan, 0);
  }
}
