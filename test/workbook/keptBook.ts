import { readSheet } from "../../src/registers/sheet/readSheet";
import type { CellValue, RegisterId } from "../../src/registers/register";
import type { Area, SheetGrid } from "../../src/registers/sheet/sheetGrid";
import type { ReadingAnswers, SheetReading } from "../../src/registers/sheet/sheetReading";
import type { AdoptSheet } from "../../src/workbook/adoptSheets";
import { columnLetters } from "../../src/registers/columnLetters";
import type { TestWorkbook } from "./openWorkbook";

/** 2026-09-15 */
export const SEPT_15 = 46280;
export const DAY_FORMAT = "yyyy/m/d";

export interface MadeSheet {
  readonly name: string;
  /** Rows of cells from A1; a date is a `Date` of serials: `day(46280)`. */
  readonly rows: readonly (readonly (CellValue | { readonly day: number })[])[];
  readonly merges?: readonly string[];
  /** Fills of cells, by address. */
  readonly fills?: Readonly<Record<string, string>>;
}

export const day = (serial: number): { readonly day: number } => ({ day: serial });

/** A sheet as a user keeps it: cells, dates, merged cells, colours. */
export async function makeSheet({ name, rows, merges = [], fills = {} }: MadeSheet): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(name);
    const width = Math.max(...rows.map((row) => row.length));
    const cells = sheet.getRangeByIndexes(0, 0, rows.length, width);
    const padded = rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ""));
    cells.numberFormat = padded.map((row) =>
      row.map((cell) => (typeof cell === "object" ? DAY_FORMAT : "General")),
    );
    cells.formulas = padded.map((row) => row.map((cell) => (typeof cell === "object" ? cell.day : cell)));
    for (const merge of merges) sheet.getRange(merge).merge();
    for (const [address, fill] of Object.entries(fills)) {
      const { format } = sheet.getRange(address);
      format.fill.color = fill;
      format.font.bold = true;
    }
    await context.sync();
  });
}

/** What a look at the sheet gives. */
export async function lookAt(name: string, merges: readonly Area[] = []): Promise<SheetGrid> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const used = sheet.getUsedRange(true);
    used.load("rowIndex,columnIndex,values,formulas,numberFormat");
    const tables = sheet.tables;
    tables.load("items/name,items/showTotals");
    await context.sync();
    const areas = tables.items.map((table) => {
      const range = table.getRange();
      range.load("rowIndex,columnIndex,rowCount,columnCount");
      return range;
    });
    await context.sync();
    const values = used.values as CellValue[][];
    return {
      name,
      top: used.rowIndex,
      left: used.columnIndex,
      values,
      formats: used.numberFormat as string[][],
      formulas: (used.formulas as unknown[][]).map((row, r) =>
        row.map((cell, c) => typeof cell === "string" && cell.startsWith("=") && cell !== values[r]?.[c]),
      ),
      merges,
      hiddenRows: [],
      hiddenColumns: [],
      tables: tables.items.map((table, index) => ({
        name: table.name,
        area: {
          row: areas[index]!.rowIndex,
          column: areas[index]!.columnIndex,
          rows: areas[index]!.rowCount,
          columns: areas[index]!.columnCount,
        },
        headings: true,
        totals: table.showTotals,
      })),
    };
  });
}

/** What the pane hands over after its user has agreed. */
export async function agreed(
  name: string,
  register: RegisterId,
  addFields: readonly string[],
  answers: ReadingAnswers = {},
  merges: readonly Area[] = [],
): Promise<AdoptSheet> {
  const reading: SheetReading = readSheet(await lookAt(name, merges), answers);
  return { sheet: name, reading, answers, register, addFields };
}

/** Everything that a cell is: what is in it and how it looks, by address, with the widths of columns and the merged cells. */
export function picture(
  { book }: TestWorkbook,
  name: string,
  rows = 40,
  columns = 30,
): Record<string, unknown> {
  const sheet = book.sheets.find(name)!.id;
  const area = { sheet, row: 0, column: 0, rows, columns };
  const formulas = book.cells.formulas(area);
  const formats = book.cells.numberFormats(area);
  const found: Record<string, unknown> = {};
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = { sheet, row, column, rows: 1, columns: 1 };
      const looks = book.formats.get(cell);
      found[`${columnLetters(column)}${row + 1}`] = JSON.stringify([
        formulas[row]![column],
        formats[row]![column],
        looks,
        row === 0 ? book.formats.columnWidth(cell) : 0,
        column === 0 ? book.formats.rowHeight(cell) : 0,
      ]);
    }
  }
  return found;
}

/** Addresses whose pictures differ. */
export const differences = (before: Record<string, unknown>, after: Record<string, unknown>): string[] =>
  Object.keys(before).filter((address) => before[address] !== after[address]);
