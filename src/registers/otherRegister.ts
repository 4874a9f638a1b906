import { columnLetters } from "./columnLetters";
import type { TableNames } from "./register";
import { columnOf, columnsOf } from "./structuredReference";

/** A register on a kept sheet as formulas of other registers see it: its columns as plain ranges. Counted from 0. */
export interface RegisterRanges {
  readonly sheet: string;
  readonly firstRow: number;
  /** Far enough below the last row that rows still to come are seen. */
  readonly lastRow: number;
  /** Column of the sheet by field id. */
  readonly columns: Readonly<Record<string, number>>;
}

export type OtherRegister = TableNames | RegisterRanges;

const quoted = (sheet: string): string => `'${sheet.replace(/'/g, "''")}'`;

function range({ sheet, firstRow, lastRow }: RegisterRanges, from: number, to: number): string {
  return `${quoted(sheet)}!$${columnLetters(from)}$${firstRow + 1}:$${columnLetters(to)}$${lastRow + 1}`;
}

/** The rows of another register's column. */
export function otherColumn(other: OtherRegister | undefined, fieldId: string): string | undefined {
  return otherColumns(other, fieldId, fieldId);
}

/** The rows of another register's columns side by side. */
export function otherColumns(other: OtherRegister | undefined, from: string, to: string): string | undefined {
  if (!other) return undefined;
  if ("columns" in other) {
    const [first, last] = [other.columns[from], other.columns[to]];
    return first === undefined || last === undefined || last < first ? undefined : range(other, first, last);
  }
  const [first, last] = [other.headings[from], other.headings[to]];
  if (first === undefined || last === undefined) return undefined;
  return from === to ? columnOf(other.table, first) : columnsOf(other.table, first, last);
}
