import { BookError } from "./book";
import type { Area } from "./book";

/** Excel's sheet size. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** A rectangle on no particular sheet. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

export const badArgument = () =>
  new BookError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");

const CORNER = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?$/i;

/** `B2`, `$B$2:C9`, `B:C`, `2:9`; undefined for anything else. */
export function parseRect(text: string): Rect | undefined {
  const [from, to = from, more] = text.trim().split(":");
  if (!from || !to || more !== undefined) return undefined;
  const a = CORNER.exec(from);
  const b = CORNER.exec(to);
  if (!a || !b) return undefined;
  // A lone `B` or `2` is no reference, and both corners have to be of one kind.
  if (Boolean(a[1]) !== Boolean(b[1]) || Boolean(a[2]) !== Boolean(b[2])) return undefined;
  if ((!a[1] || !a[2]) && !text.includes(":")) return undefined;
  const c1 = a[1] ? columnIndex(a[1]) : 0;
  const c2 = b[1] ? columnIndex(b[1]) : LAST_COLUMN - 1;
  const r1 = a[2] ? Number(a[2]) - 1 : 0;
  const r2 = b[2] ? Number(b[2]) - 1 : LAST_ROW - 1;
  if (Math.min(r1, r2) < 0 || Math.max(r1, r2) >= LAST_ROW || Math.max(c1, c2) >= LAST_COLUMN)
    return undefined;
  return {
    row: Math.min(r1, r2),
    column: Math.min(c1, c2),
    rows: Math.abs(r2 - r1) + 1,
    columns: Math.abs(c2 - c1) + 1,
  };
}

/** `Sheet1!A1`, `'My sheet'!A1:B2` or `A1`, in its two parts. */
export function splitAddress(address: string): { sheet?: string; rect: string } {
  const mark = address.lastIndexOf("!");
  if (mark < 0) return { rect: address };
  const sheet = address.slice(0, mark);
  return {
    sheet: /^'.*'$/.test(sheet) ? sheet.slice(1, -1).replaceAll("''", "'") : sheet,
    rect: address.slice(mark + 1),
  };
}

export function rectAddress({ row, column, rows, columns }: Rect): string {
  if (rows >= LAST_ROW && columns >= LAST_COLUMN) return `1:${LAST_ROW}`;
  if (rows >= LAST_ROW) return `${columnName(column)}:${columnName(column + columns - 1)}`;
  if (columns >= LAST_COLUMN) return `${row + 1}:${row + rows}`;
  const from = `${columnName(column)}${row + 1}`;
  return rows * columns === 1 ? from : `${from}:${columnName(column + columns - 1)}${row + rows}`;
}

export function absoluteAddress({ row, column, rows, columns }: Rect): string {
  const from = `$${columnName(column)}$${row + 1}`;
  return rows * columns === 1 ? from : `${from}:$${columnName(column + columns - 1)}$${row + rows}`;
}

const PLAIN_SHEET_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;

export function quotedSheet(name: string): string {
  const plain = PLAIN_SHEET_NAME.test(name) && !parseRect(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

export function intersect(a: Area, b: Area): Area | undefined {
  if (a.sheet !== b.sheet) return undefined;
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { sheet: a.sheet, row, column, rows, columns } : undefined;
}

export function bounding(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    sheet: a.sheet,
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

export const holds = (outer: Area, inner: Area): boolean =>
  outer.sheet === inner.sheet &&
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;
