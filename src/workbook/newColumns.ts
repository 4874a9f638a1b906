import { formulaOf } from "../registers/formulaOf";
import type { OtherRegister } from "../registers/otherRegister";
import type { Field, Lang, RegisterId, TableNames } from "../registers/register";
import { columnLetters } from "../registers/columnLetters";
import { word } from "../registers/register";
import { fieldOf } from "../registers/registers";
import { statusColours } from "../registers/statusColours";
import { colour, numberFormatOf, offerChoices } from "./layOutSheet";

/** A column to be added at a table's right end. */
export interface NewColumn {
  readonly field: Field;
  readonly heading: string;
}

/** Extent of a table without totals: its first row holds the headings. All counted from 0. */
export interface Extent {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

function freeHeading(wanted: string, taken: readonly string[]): string {
  let heading = wanted;
  for (let n = 2; taken.includes(heading); n += 1) heading = `${wanted} ${n}`;
  return heading;
}

/**
 * The columns to add for these fields, with headings that the table does not have yet. A formula column that lacks what it
 * would look at is left out, for it would stay empty.
 */
export function newColumns(
  register: RegisterId,
  fieldIds: readonly string[],
  mapped: Readonly<Record<string, string>>,
  headings: readonly string[],
  tables: Readonly<Partial<Record<RegisterId, OtherRegister>>>,
  table: string,
  lang: Lang,
): NewColumn[] {
  const wanted = fieldIds.flatMap((id) => {
    const field = fieldOf(register, id);
    return field && !(id in mapped)
      ? [{ field, heading: freeHeading(word(field.heading, lang), headings) }]
      : [];
  });
  const own = {
    table,
    headings: { ...mapped, ...Object.fromEntries(wanted.map(({ field, heading }) => [field.id, heading])) },
  };
  const all = { ...tables, [register]: own };
  return wanted.filter(
    ({ field }) => field.type !== "formula" || formulaOf(field, own, all, lang) !== undefined,
  );
}

/** Queue the table's growth to the right and what stands in the new columns. */
export function writeColumns(
  sheet: Excel.Worksheet,
  table: Excel.Table,
  at: Extent,
  columns: readonly NewColumn[],
  register: RegisterId,
  own: TableNames,
  tables: Readonly<Partial<Record<RegisterId, OtherRegister>>>,
  lang: Lang,
): void {
  if (columns.length === 0) return;
  // Not by resizing: a table with totals has one row more than `at`, and would lose its last order.
  for (const { heading } of columns) table.columns.add(undefined, undefined, heading);
  columns.forEach(({ field, heading }, index) => {
    const column = at.column + at.columns + index;
    const rows = at.rows - 1;
    sheet.getRangeByIndexes(at.row, column, 1, 1).values = [[`'${heading}`]];
    const body = sheet.getRangeByIndexes(at.row + 1, column, rows, 1);
    const each = <T>(value: T): T[][] => Array.from({ length: rows }, () => [value]);
    body.numberFormat = each(numberFormatOf(field));
    const formula = formulaOf(field, own, tables, lang);
    if (formula !== undefined) body.formulas = each(formula);
    if (field.choices) {
      const words = field.choices.map((choice) => word(choice, lang));
      offerChoices(body, words, field.open ?? false);
    }
    for (const rule of statusColours) {
      if (rule.register !== register || rule.fieldId !== field.id) continue;
      colour(body.conditionalFormats.add("Custom"), rule, `$${columnLetters(column)}${at.row + 2}`);
    }
  });
}
