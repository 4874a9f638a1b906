import { readField } from "../registers/readField";
import type { CellValue, Fields, Register, RegisterId } from "../registers/register";
import { registers } from "../registers/registers";
import { numberedKeys, rowKey } from "../registers/rowKey";
import type { Row } from "./book";
import { fromCellDate } from "./session";

/** Field of each column of a table, by its headings. */
export function fieldsByColumn(
  register: Register,
  columns: Readonly<Record<string, string>>,
  headings: readonly string[],
): { readonly id: string; readonly column: number }[] {
  return register.fields.flatMap(({ id }) => {
    const column = headings.indexOf(columns[id] ?? "\u0000");
    return column < 0 ? [] : [{ id, column }];
  });
}

const cell = (value: unknown): CellValue =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : "";

/** What a cell says in terms of its field. */
export function fieldValue(register: RegisterId, fieldId: string, value: unknown): CellValue {
  const field = registers[register].fields.find(({ id }) => id === fieldId);
  const content = cell(value);
  if (!field || field.type === "formula") return content;
  return readField(
    field,
    field.type === "date" && typeof content === "number" ? fromCellDate(content) : content,
  );
}

export function rowFields(
  register: Register,
  places: readonly { readonly id: string; readonly column: number }[],
  values: readonly unknown[],
): Fields {
  const fields: Record<string, CellValue> = {};
  for (const { id, column } of places) fields[id] = fieldValue(register.id, id, values[column]);
  return fields;
}

/** Rows of a table body; those without a key are blank or not yet begun, and are left out. */
export function rowsOf(
  register: Register,
  columns: Readonly<Record<string, string>>,
  headings: readonly string[],
  body: readonly (readonly unknown[])[],
  sheet: string,
  firstSheetRow: number,
): Row[] {
  const places = fieldsByColumn(register, columns, headings);
  const read = body.map((values) => rowFields(register, places, values));
  const keys = numberedKeys(read.map((fields) => rowKey(register, fields)));
  return read.flatMap((fields, index) => {
    const key = keys[index];
    return key === undefined ? [] : [{ key, fields, sheet, sheetRow: firstSheetRow + index }];
  });
}
