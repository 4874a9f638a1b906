import { columnLetters } from "../registers/columnLetters";

/** `Orders!A62:AF62`, the sheet quoted where it must be. Rows and columns are counted from 0. */
export function cellAddress(
  sheet: string,
  row: number,
  column: number,
  rows: number,
  columns: number,
): string {
  const quoted = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : `'${sheet.replace(/'/g, "''")}'`;
  const first = `${columnLetters(column)}${row + 1}`;
  const last = `${columnLetters(column + columns - 1)}${row + rows}`;
  return `${quoted}!${first}${first === last ? "" : `:${last}`}`;
}
