import { columnLetters } from "../registers/columnLetters";
import type { Area } from "../registers/sheet/sheetGrid";

/** What a kept sheet's anchor stands for. */
export function anchorFormula(sheet: string, { row, column, rows, columns }: Area): string {
  const [from, to] = [columnLetters(column), columnLetters(column + columns - 1)];
  return `='${sheet.replace(/'/g, "''")}'!$${from}$${row + 1}:$${to}$${row + rows}`;
}
