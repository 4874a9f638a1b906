import type { CellValue, Fields, Register } from "../registers/register";
import { columnLetters } from "../registers/columnLetters";
import { unreadDate, unreadNumber, type UnreadCell } from "../registers/sheet/unreadCells";
import type { Row } from "./book";

const noRules = { orders: {}, swapped: false as const };

const isText = (value: CellValue | undefined): value is string => typeof value === "string" && value !== "";

/** The middle one of a row's days. */
function nearOf(register: Register, fields: Fields): number | undefined {
  const days = register.fields
    .filter(({ type }) => type === "date")
    .map(({ id }) => fields[id])
    .filter((value): value is number => typeof value === "number")
    .sort((a, b) => a - b);
  return days[Math.floor(days.length / 2)];
}

/** Cells of an Excel table whose texts should be dates or numbers, and are neither. */
export function unreadOfTable(
  register: Register,
  rows: readonly Row[],
  columns: Readonly<Record<string, string>>,
  headings: readonly string[],
  firstColumn: number,
): UnreadCell[] {
  const asked = register.fields.flatMap(({ id, type }) => {
    const heading = columns[id];
    const column = heading === undefined ? -1 : headings.indexOf(heading);
    if (heading === undefined || column < 0) return [];
    const isNumber = type === "whole" || type === "number" || type === "money";
    return isNumber || type === "date"
      ? [{ id, heading, isNumber, letters: columnLetters(firstColumn + column) }]
      : [];
  });
  return rows.flatMap(({ fields, sheet, sheetRow }) =>
    asked.flatMap(({ id, heading, isNumber, letters }): UnreadCell[] => {
      const value = fields[id];
      if (!isText(value)) return [];
      const unread = isNumber ? unreadNumber(value) : unreadDate(value, noRules, nearOf(register, fields));
      const cell = {
        register: register.id,
        sheet,
        address: `${letters}${sheetRow}`,
        heading,
        fieldId: id,
        value,
      };
      return unread ? [{ ...cell, ...unread }] : [];
    }),
  );
}
