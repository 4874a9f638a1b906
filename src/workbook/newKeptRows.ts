import type { CellValue, Fields, RegisterId } from "../registers/register";
import { fieldOf } from "../registers/registers";
import { rowRuns } from "../registers/sheet/keptAdditions";
import type { Area } from "../registers/sheet/sheetGrid";
import { WorkbookProblem } from "./book";
import { anchorFormula } from "./anchorFormula";
import { cellAddress } from "./cellAddress";
import { againContent, isFormula, readBack } from "./cellContent";
import { askRowLooks, canLookAlike, columnsOf, dropLooks, giveLooks, isPlain } from "./keptRowLooks";
import type { AskedRowLooks } from "./keptRowLooks";
import { fits, subtotals, totalWith, waitingRows } from "./keptRowsPlace";
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
  /** The last row and the rows under it of each sheet, where it was last seen. */
  readonly below: readonly AskedBelow[];
}

interface AskedBelow {
  readonly anchor: string;
  /** The first row under the last one. */
  readonly row: number;
  readonly cells: Excel.Range;
  readonly looks: AskedRowLooks;
}

/** What undo needs: the new rows by their sheet and by what was written into them. */
export interface WrittenKeptRows {
  readonly register: RegisterId;
  readonly anchor: string;
  /** Field id -> what the cell holds. */
  readonly rows: readonly Readonly<Record<string, CellValue>>[];
  /** For so many of them, the last ones, whole rows of the sheet were put in. */
  readonly inserted: number;
  /** Headings of the columns; the places below are counted among them. */
  readonly headings: readonly string[];
  /** Of each row that was there: the columns into which formulas were copied. */
  readonly copied: readonly (readonly number[])[];
  /** Number formats of the rows that were there, as they were; undefined where nobody asked. */
  readonly formats: readonly (readonly string[])[] | undefined;
  /** The rows that were there look like the row above them since. */
  readonly looks: boolean;
  /** The Excel table that has grown over the rows. */
  readonly table?: string;
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
  /** Colours of the last row have a meaning of its own; the new rows go without. */
  readonly withoutFill: boolean;
  readonly anchor: Area;
  readonly written: WrittenKeptRows;
  readonly leftOut: readonly string[];
  readonly address: string;
}

/** Totals stand in one of the first rows under the orders. */
const TOTAL_ROWS = 3;

const worksheetOf = (cell: Excel.Range): Excel.Worksheet => cell.worksheet;

export function askKeptPlace(
  context: Excel.RequestContext,
  register: RegisterId,
  count: number,
): AskedKeptPlace {
  const { workbook } = context;
  const activeSheet = worksheetOf(workbook.getActiveCell());
  activeSheet.load("id");
  const open = askOpen(workbook, register);
  const tables = open.asked.map(({ anchor }) => {
    const found = anchor.getTables(false);
    found.load("items/name,items/showTotals");
    return found;
  });
  const below = knownKept(register).flatMap(({ found, kept, sheet, area, rows }): AskedBelow[] => {
    if (!found) return [];
    const row = rows.reduce((most, one) => Math.max(most, one.row), area.row) + 1;
    const rowsAt = (first: number, high: number): Excel.Range =>
      workbook.worksheets.getItem(sheet).getRangeByIndexes(first, area.column, high, area.columns);
    const cells = rowsAt(row, Math.max(TOTAL_ROWS, count));
    cells.load("formulas,numberFormat");
    return [{ anchor: kept.anchor, row, cells, looks: askRowLooks(rowsAt(row - 1, 1), rowsAt(row, count)) }];
  });
  return { register, open, activeSheet, tables, below };
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
  const plain = open.filter((one) => fits(one, rows));
  const sheet = plain.find(({ sheetId }) => sheetId === activeSheet.id) ?? plain.at(-1);
  if (!sheet) throw new WorkbookProblem("oneStyle", { sheet: open.at(-1)?.reading.sheet ?? "" });
  if (sheet.isProtected) throw new WorkbookProblem("protectedSheet", { sheet: sheet.reading.sheet });
  const { reading } = sheet;
  const { area } = reading;
  const above = reading.headingRows.at(-1) ?? area.row - 1;
  const lastRow = reading.rows.reduce((most, { row }) => Math.max(most, row), above);
  const count = rows.length;
  const start = lastRow + 1 + subtotals(sheet, lastRow, rows);
  const waiting = waitingRows(sheet, start - 1);
  const inserted = Math.max(0, count - waiting);

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

  const has = new Set(reading.columns.map(({ fieldId }) => fieldId));
  const end = Math.max(
    area.row + area.rows + (start + count - inserted <= area.row + area.rows - 1 ? inserted : 0),
    start + count,
  );
  const [table] = tables[open.indexOf(sheet)]?.items ?? [];
  const under = below.find(({ anchor }) => anchor === reading.kept.anchor);
  const free = count - inserted;
  const seen = under?.row === start ? under : undefined;
  // Rows that are put in right above a total are none of it by themselves: Excel lets only what lies inside a range grow it.
  const totals =
    inserted > 0 && under && under.row <= start + free
      ? (under.cells.formulas as unknown[][]).flatMap((row, at) =>
          row.flatMap((formula, across) => {
            const [from, column] = [under.row + at, area.column + across];
            if (typeof formula !== "string" || from < start + free || !holdsFormula(sheet, from, column)) {
              return [];
            }
            const grown = totalWith(formula, start, count);
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
    withoutFill: seen !== undefined && !isPlain(seen.looks.lastFill),
    anchor: { ...area, rows: end - area.row },
    written: {
      register,
      anchor: reading.kept.anchor,
      rows: written,
      inserted,
      headings: reading.headings,
      copied: Array.from({ length: free }, (_, index) =>
        copied.flatMap(({ column, rows: lacking }) =>
          lacking.includes(start + index) ? [column - area.column] : [],
        ),
      ),
      formats: seen && (seen.cells.numberFormat as string[][]).slice(0, free),
      looks: hasRows && free > 0 && seen !== undefined && canLookAlike(seen.looks),
      ...(table && !table.showTotals && { table: table.name }),
    },
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
  if (plan.table !== undefined) resizeTable(workbook, sheet, plan.table, anchor);
  for (const { row, column, formula } of plan.totals) {
    worksheet.getRangeByIndexes(row, column, 1, 1).formulas = [[formula]];
  }
  for (const { column, rows } of copied) {
    const source = worksheet.getRangeByIndexes(lastRow, column, 1, 1);
    for (const run of rowRuns(rows)) {
      worksheet.getRangeByIndexes(run.row, column, run.rows, 1).copyFrom(source, "Formulas");
    }
  }
  giveLooks(sheet, {
    start,
    free: count - inserted,
    lastRow,
    looks: plan.written.looks,
    withoutFill: plan.withoutFill,
  });
  for (const { row, column, content, format } of cells) {
    const cell = worksheet.getRangeByIndexes(row, column, 1, 1);
    cell.numberFormat = [[format]];
    cell.formulas = [[content]];
  }
  workbook.names.getItem(reading.kept.anchor).formula = anchorFormula(reading.sheet, anchor);
}

/** Queue an Excel table's size: from its headings to the last row of an area. */
export function resizeTable(
  workbook: Excel.Workbook,
  { sheet, reading }: OpenSheet,
  table: string,
  area: Area,
): void {
  const heading = reading.headingRows.at(-1) ?? area.row;
  const rows = area.row + area.rows - heading;
  workbook.tables.getItem(table).resize(sheet.getRangeByIndexes(heading, area.column, rows, area.columns));
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
  const columns = columnsOf(reading, reading.headings);
  const { looks, formats } = plan.written;
  for (let row = start; row < free; row += 1) {
    dropLooks(worksheet, row, { looks, formats: formats?.[row - start] }, columns);
  }
  if (wasInserted) {
    rowsAt(worksheet, free, inserted).delete("Up");
    for (const { row, column, was } of plan.totals) {
      worksheet.getRangeByIndexes(row - inserted, column, 1, 1).formulas = [[was]];
    }
  }
  if (plan.table !== undefined) resizeTable(workbook, sheet, plan.table, reading.area);
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
