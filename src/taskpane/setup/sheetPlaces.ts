import { columnLetters } from "../../registers/columnLetters";
import type { CellValue } from "../../registers/register";
import type { Area, SheetGrid } from "../../registers/sheet/sheetGrid";
import type { SheetReading } from "../../registers/sheet/sheetReading";

/** `C5:AF160`. */
export function areaAddress({ row, column, rows, columns }: Area): string {
  const first = `${columnLetters(column)}${row + 1}`;
  const last = `${columnLetters(column + columns - 1)}${row + rows}`;
  return first === last ? first : `${first}:${last}`;
}

/** The rows under the headings. */
export const rowsArea = ({ table }: SheetReading): Area =>
  table
    ? {
        row: table.firstRow,
        column: table.firstColumn,
        rows: Math.max(1, table.lastRow - table.firstRow + 1),
        columns: table.lastColumn - table.firstColumn + 1,
      }
    : { row: 0, column: 0, rows: 1, columns: 1 };

/** A column with its headings. */
export function columnAddress({ table }: SheetReading, column: number): string {
  if (!table) return areaAddress({ row: 0, column, rows: 1, columns: 1 });
  const first = table.headingRows[0] ?? table.firstRow;
  return areaAddress({ row: first, column, rows: table.lastRow - first + 1, columns: 1 });
}

export const cellAt = (grid: SheetGrid, row: number, column: number): CellValue =>
  grid.values[row - grid.top]?.[column - grid.left] ?? "";

/** Rows of orders; those that were not fetched, because the sheet is large, are taken for such. */
export const dataRows = ({ rows }: SheetReading): readonly number[] =>
  rows.flatMap(({ row, kind }) => (kind === "data" || kind === "unread" ? [row] : []));
