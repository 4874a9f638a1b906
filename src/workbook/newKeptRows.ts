import { columnLetters } from "../registers/columnLetters";
import type { CellValue, Fields, RegisterId } from "../registers/register";
import { fieldOf } from "../registers/registers";
import { statusColours } from "../registers/statusColours";
import { rowRuns } from "../registers/sheet/keptAdditions";
import type { Area } from "../registers/sheet/sheetGrid";
import { WorkbookProblem } from "./book";
import { anchorFormula } from "./anchorFormula";
import { cellAddress } from "./cellAddress";
import { againContent, isFormula, readBack } from "./cellContent";
import { colour } from "./layOutSheet";
import {
  askOpen,
  fieldOrDate,
  holdsFormula,
  rawValue,
  readOpen,
  usersContent,
  type AskedOpen,
  type OpenSheet,
} from "./openKept";
import { knownKept } from "./session";

/** Kept sheets of a register that are about to get a row or more. */
export interface AskedKeptPlace {
  readonly register: RegisterId;
  readonly open: AskedOpen;
  readonly activeSheet: Excel.Worksheet;
  /** Excel tables on each of the sheets' anchors. */
  readonly tables: readonly Excel.TableScopedCollection[];
  /** The rows under the last row of each sheet, where it was last seen. */
  readonly below: readonly { readonly row: number; readonly cells: Excel.Range }[];
}

/** What undo needs: the new rows by their sheet and by what was written into them. */
export interface WrittenKeptRows {
  readonly register: RegisterId;
  readonly anchor: string;
  /** Field id -> what the cell holds. */
  readonly rows: readonly Readonly<Record<string, CellValue>>[];
  /** For so many of them, the last ones, whole rows of the sheet were put in. */
  readonly inserted: number;
  /** Whether a row had formulas filled in beforehand. */
  readonly preFilled: readonly boolean[];
}

/** New rows of a kept sheet, ready to be written. */
export interface KeptRowsPlan {
  readonly sheet: OpenSheet;
  /** The Excel table that must grow over the rows. */
  readonly table?: string;
  /** First new row. */
  readonly start: number;
  readonly count: number;
  /** How many of the new rows, the last ones, the sheet has no blank row for. */
  readonly inserted: number;
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly content: CellValue;
    readonly format: string;
  }[];
  /** Totals right under the rows, where they will stand, as they must be and as they were. */
  readonly totals: readonly {
    readonly row: number;
    readonly column: number;
    readonly formula: string;
    readonly was: string;
  }[];
  /** Columns whose formulas are copied from the last row, and the rows that lack them. */
  readonly copied: readonly { readonly column: number; readonly rows: readonly number[] }[];
  readonly lastRow: number;
  readonly anchor: Area;
  readonly written: WrittenKeptRows;
  readonly leftOut: readonly string[];
  readonly address: string;
}

/** Totals stand in one of the first rows under the orders. */
const TOTAL_ROWS = 3;

/** A range of one column or of several in a formula, without a sheet's name: `D3:D6`, `$D$3:$D$6`. */
const RANGE = /(?<![\p{L}\p{N}_.!$:'])(\$?[A-Z]{1,3}\$?)(\d+):(\$?[A-Z]{1,3}\$?)(\d+)(?![\p{L}\p{N}_(.:])/gu;

/** A total down to the last order (a row from 1) as it must be to have the new orders in it too. */
export function totalWith(formula: string, last: number, more: number): string {
  return formula.replace(RANGE, (whole, from: string, first: string, to: string, end: string) =>
    Number(end) === last && Number(first) <= last ? `${from}${first}:${to}${last + more}` : whole,
  );
}

const worksheetOf = (cell: Excel.Range): Excel.Worksheet => cell.worksheet;

export function askKeptPlace(context: Excel.RequestContext, register: RegisterId): AskedKeptPlace {
  const { workbook } = context;
  const activeSheet = worksheetOf(workbook.getActiveCell());
  activeSheet.load("id");
  const open = askOpen(workbook, register);
  const tables = open.asked.map(({ anchor }) => {
    const found = anchor.getTables(false);
    found.load("items/name,items/showTotals");
    return found;
  });
  const below = knownKept(register).flatMap(({ found, sheet, area, rows }) => {
    if (!found) return [];
    const row = rows.reduce((most, one) => Math.max(most, one.row), area.row) + 1;
    const cells = workbook.worksheets
      .getItem(sheet)
      .getRangeByIndexes(row, area.column, TOTAL_ROWS, area.columns);
    cells.load("formulas");
    return [{ row, cells }];
  });
  return { register, open, activeSheet, tables, below };
}

/** Rows under the last one that wait for an order: blank, or with formulas filled in beforehand. */
function waitingRows({ reading, grid }: OpenSheet, last: number): number {
  const bottom = grid.top + grid.values.length;
  const kinds = new Map(reading.kinds.map(({ row, kind }) => [row, kind]));
  const kindOf = (row: number): string => (row >= bottom ? "end" : (kinds.get(row) ?? "blank"));
  let row = last + 1;
  let blanks = 0;
  while (kindOf(row) === "blank" || kindOf(row) === "formulaOnly") {
    blanks = kindOf(row) === "blank" ? blanks + 1 : 0;
    row += 1;
  }
  if (kindOf(row) === "end") return Infinity;
  // The blank row above totals and notes keeps them apart from the orders.
  return row - last - 1 - Math.min(blanks, 1);
}

/**
 * Decide where the rows go and what each cell gets. They follow the last row of the sheet that the user is on, else of the last
 * sheet; totals and notes stay below them.
 */
export async function planKeptRows(
  context: Excel.RequestContext,
  { register, open: asked, activeSheet, tables, below }: AskedKeptPlace,
  rows: readonly Fields[],
): Promise<KeptRowsPlan> {
  const open = await readOpen(context, asked);
  const plain = open.filter(({ reading }) => reading.kept.layout !== "milestones");
  const sheet = plain.find(({ sheetId }) => sheetId === activeSheet.id) ?? plain.at(-1);
  // A sheet of one style has no room for a second.
  if (!sheet) throw new WorkbookProblem("notInPlace", { what: register });
  if (sheet.isProtected) throw new WorkbookProblem("protectedSheet", { sheet: sheet.reading.sheet });
  const { reading } = sheet;
  const { area } = reading;
  const above = reading.headingRows.at(-1) ?? area.row - 1;
  const lastRow = reading.rows.reduce((most, { row }) => Math.max(most, row), above);
  const count = rows.length;
  const waiting = waitingRows(sheet, lastRow);
  const inserted = Math.max(0, count - waiting);
  const start = lastRow + 1;

  const cells: { row: number; column: number; content: CellValue; format: string }[] = [];
  const written: Record<string, CellValue>[] = [];
  const hasRows = reading.rows.length > 0;
  const formulaColumns = hasRows
    ? Array.from({ length: area.columns }, (_, at) => area.column + at).filter((column) =>
        holdsFormula(sheet, lastRow, column),
      )
    : [];
  rows.forEach((fields, index) => {
    const row = start + index;
    const isNew = index >= count - inserted;
    const own: Record<string, CellValue> = {};
    for (const [fieldId, value] of Object.entries(fields)) {
      const field = fieldOrDate(register, fieldId);
      const column = reading.columns.find((one) => one.fieldId === fieldId);
      if (!field || !column || column.kept.added || value === "") continue;
      if (formulaColumns.includes(column.column) || (!isNew && holdsFormula(sheet, row, column.column)))
        continue;
      const made = usersContent(sheet, field, value, { column: column.column, kept: column.kept });
      cells.push({ row, column: column.column, content: made.content, format: made.format });
      own[fieldId] = readBack(made.content);
    }
    written.push(own);
  });
  const copied = formulaColumns.map((column) => ({
    column,
    rows: Array.from({ length: count }, (_, index) => start + index).filter(
      (row) => row - start >= count - inserted || !holdsFormula(sheet, row, column),
    ),
  }));

  const preFilled = rows.map((_, index) =>
    Array.from({ length: area.columns }, (_unused, at) => area.column + at).some(
      (column) => index < count - inserted && holdsFormula(sheet, start + index, column),
    ),
  );
  const has = new Set(reading.columns.map(({ fieldId }) => fieldId));
  const end = Math.max(
    area.row + area.rows + (start + count - inserted <= area.row + area.rows - 1 ? inserted : 0),
    start + count,
  );
  const [table] = tables[open.indexOf(sheet)]?.items ?? [];
  const under = below[open.indexOf(sheet)];
  // Rows that are put in right above a total are none of it by themselves: Excel lets only what lies inside a range grow it.
  const totals =
    inserted > 0 && under?.row === start + count - inserted
      ? (under.cells.formulas as unknown[][]).flatMap((row, at) =>
          row.flatMap((formula, across) => {
            const [from, column] = [under.row + at, area.column + across];
            if (typeof formula !== "string" || !holdsFormula(sheet, from, column)) return [];
            const grown = totalWith(formula, lastRow + 1, count);
            return grown === formula ? [] : [{ row: from + inserted, column, formula: grown, was: formula }];
          }),
        )
      : [];
  return {
    sheet,
    // With a totals row below, a table grows by itself over rows that are put in.
    ...(table && !table.showTotals && { table: table.name }),
    start,
    count,
    inserted,
    cells,
    totals,
    copied,
    lastRow,
    anchor: { ...area, rows: end - area.row },
    written: { register, anchor: reading.kept.anchor, rows: written, inserted, preFilled },
    leftOut: [
      ...new Set(
        rows.flatMap((row) =>
          Object.keys(row).filter(
            (id) => row[id] !== "" && !has.has(id) && fieldOf(register, id)?.type !== "formula",
          ),
        ),
      ),
    ],
    address: cellAddress(reading.sheet, start, area.column, count, area.columns),
  };
}

/** What stands where the rows go at the very moment of writing. */
export interface KeptJustBefore {
  readonly target: Excel.Range;
  readonly last: Excel.Range;
}

/** Ask, in the batch that writes and before its first write, for the rows' cells and the last row above them. */
export function askKeptJustBefore({ sheet, start, count, inserted, lastRow }: KeptRowsPlan): KeptJustBefore {
  const { column, columns } = sheet.reading.area;
  const free = Math.max(1, count - inserted);
  const target = sheet.sheet.getRangeByIndexes(start, column, free, columns);
  target.load("values,formulas");
  const last = sheet.sheet.getRangeByIndexes(lastRow, column, 1, columns);
  last.load("values");
  return { target, last };
}

/** Somebody has used the place, or rows have moved, between our looking and our writing. */
export function keptWasTaken(
  { sheet, start, count, inserted, lastRow }: KeptRowsPlan,
  { target, last }: KeptJustBefore,
): boolean {
  const { column } = sheet.reading.area;
  const same = (values: unknown, row: number): boolean =>
    ((values as unknown[][])[0] ?? []).every((value, at) => {
      // Formulas come out anew now and then; what was typed does not.
      return holdsFormula(sheet, row, column + at) || value === rawValue(sheet, row, column + at);
    });
  if (!same(last.values, lastRow)) return true;
  if (count === inserted) return false;
  return (target.values as unknown[][]).some((row, index) => !same([row], start + index));
}

const rowsAt = (sheet: Excel.Worksheet, row: number, rows: number): Excel.Range =>
  sheet.getRange(`${row + 1}:${row + rows}`);

/** Queue the rows: room for them, the formulas of the row above, what was typed, and the anchor over them. */
export function writeKeptRows(workbook: Excel.Workbook, plan: KeptRowsPlan): void {
  const { sheet, start, count, inserted, cells, copied, lastRow, anchor } = plan;
  const { sheet: worksheet, reading } = sheet;
  if (inserted > 0) rowsAt(worksheet, start + count - inserted, inserted).insert("Down");
  // First, for a table that grows fills its formulas in by itself, as it thinks they are.
  if (plan.table !== undefined) resizeTable(workbook, plan, anchor);
  for (const { row, column, formula } of plan.totals) {
    worksheet.getRangeByIndexes(row, column, 1, 1).formulas = [[formula]];
  }
  for (const { column, rows } of copied) {
    const source = worksheet.getRangeByIndexes(lastRow, column, 1, 1);
    for (const run of rowRuns(rows)) {
      worksheet.getRangeByIndexes(run.row, column, run.rows, 1).copyFrom(source, "Formulas");
    }
  }
  for (const { fieldId, column, kept } of reading.columns) {
    if (!kept.added || count === inserted) continue;
    // An inserted row has the looks of the row above it; a blank one has none.
    const free = worksheet.getRangeByIndexes(start, column, count - inserted, 1);
    const [format = "General"] = sheet.formats
      .slice(reading.rows[0] ? reading.rows[0].row - sheet.sampleRow : 0)
      .map((row) => row[column - reading.area.column] ?? "General");
    free.numberFormat = Array.from({ length: count - inserted }, () => [format]);
    for (const rule of statusColours) {
      if (rule.register !== reading.kept.register || rule.fieldId !== fieldId) continue;
      colour(free.conditionalFormats.add("Custom"), rule, `$${columnLetters(column)}${start + 1}`);
    }
  }
  for (const { row, column, content, format } of cells) {
    const cell = worksheet.getRangeByIndexes(row, column, 1, 1);
    cell.numberFormat = [[format]];
    cell.formulas = [[content]];
  }
  workbook.names.getItem(reading.kept.anchor).formula = anchorFormula(reading.sheet, anchor);
}

/** Queue an Excel table's size: from its headings to the last row of an area. */
function resizeTable(workbook: Excel.Workbook, { sheet, table = "" }: KeptRowsPlan, area: Area): void {
  const heading = sheet.reading.headingRows.at(-1) ?? area.row;
  const rows = area.row + area.rows - heading;
  workbook.tables
    .getItem(table)
    .resize(sheet.sheet.getRangeByIndexes(heading, area.column, rows, area.columns));
}

/** Queue the way back: rows that were put in go, the others are as blank as they were. */
export function takeBackKeptRows(workbook: Excel.Workbook, plan: KeptRowsPlan, wasInserted: boolean): void {
  const { sheet, start, count, inserted, cells, copied } = plan;
  const { sheet: worksheet, reading } = sheet;
  const free = start + count - inserted;
  for (const { row, column } of cells) {
    if (row < free) worksheet.getRangeByIndexes(row, column, 1, 1).formulas = [[""]];
  }
  for (const { column, rows } of copied) {
    for (const row of rows) {
      if (row < free) worksheet.getRangeByIndexes(row, column, 1, 1).clear("Contents");
    }
  }
  if (wasInserted) {
    rowsAt(worksheet, free, inserted).delete("Up");
    for (const { row, column, was } of plan.totals) {
      worksheet.getRangeByIndexes(row - inserted, column, 1, 1).formulas = [[was]];
    }
  }
  if (plan.table !== undefined) resizeTable(workbook, plan, reading.area);
  workbook.names.getItem(reading.kept.anchor).formula = anchorFormula(reading.sheet, reading.area);
}

/** Queue what stood there just before: nothing of a co-author's is lost. */
export function giveBackKeptRows(
  workbook: Excel.Workbook,
  plan: KeptRowsPlan,
  { target }: KeptJustBefore,
): void {
  takeBackKeptRows(workbook, plan, plan.inserted > 0);
  if (plan.count === plan.inserted) return;
  const values = target.values as unknown[][];
  target.formulas = (target.formulas as CellValue[][]).map((row, i) =>
    row.map((cell, j) => againContent(cell, isFormula(cell, values[i]?.[j]), "General")),
  );
}

/** The first row with something in it below the place where rows are put in; where it stands tells whether they were. */
function firstBelow({ sheet, start, count, inserted }: KeptRowsPlan): number {
  const { column, columns } = sheet.reading.area;
  const bottom = sheet.grid.top + sheet.grid.values.length;
  const across = Array.from({ length: columns }, (_, at) => column + at);
  let row = start + count - inserted;
  while (row < bottom && across.every((one) => rawValue(sheet, row, one) === "")) row += 1;
  return row;
}

/** Of a batch that failed half-way nobody knows how far it went: ask where what stood below the rows is now. */
export function askMoved(plan: KeptRowsPlan): Excel.Range | undefined {
  if (plan.inserted === 0) return undefined;
  const { sheet, reading } = plan.sheet;
  const { column, columns } = reading.area;
  const below = sheet.getRangeByIndexes(firstBelow(plan) + plan.inserted, column, 1, columns);
  below.load("values");
  return below;
}

export function hasMoved(plan: KeptRowsPlan, below: Excel.Range | undefined): boolean {
  if (!below) return false;
  const row = firstBelow(plan);
  const { column } = plan.sheet.reading.area;
  return ((below.values as unknown[][])[0] ?? []).every(
    (value, at) =>
      holdsFormula(plan.sheet, row, column + at) || value === rawValue(plan.sheet, row, column + at),
  );
}
