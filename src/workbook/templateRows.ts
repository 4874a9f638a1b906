import type { TaTask } from "../domain/schedule/taTemplate";
import { formulaOf } from "../registers/formulaOf";
import type { CellValue, Lang } from "../registers/register";
import { templates } from "../registers/templates";
import { asText } from "./cellContent";
import { numberFormatOf } from "./layOutSheet";

/** A template to keep in the workbook, for all factories ("") or for one. */
export interface TemplateCopy {
  /** As the orders write it. */
  readonly template: string;
  readonly factory: string;
  readonly tasks: readonly TaTask[];
}

/** A row of the templates by field. */
export type TemplateRow = Readonly<Record<string, CellValue>>;

/** Fields that somebody types; what a copy is for follows from them by formula. */
export const typedFields = templates.fields.filter(({ type }) => type !== "formula");

export const rowsOfCopy = ({ template, factory, tasks }: TemplateCopy): TemplateRow[] =>
  tasks.map(({ code, name, owner, o, m, p, unit, predecessors, heldUp }) => ({
    template,
    factory,
    code,
    task: name,
    owner,
    o,
    m,
    p,
    unit,
    predecessors,
    heldUp: heldUp ?? "",
  }));

/** A template's columns in its table. */
export interface TemplateColumns {
  readonly table: string;
  /** Field id -> heading. */
  readonly columns: Readonly<Record<string, string>>;
  /** All headings, in their order. */
  readonly headings: readonly string[];
}

/** Queue rows of the table, with the formula that says what they are for; columns that are not ours stay blank. */
export function writeTemplateRows(
  sheet: Excel.Worksheet,
  at: { readonly row: number; readonly column: number },
  { table, columns, headings }: TemplateColumns,
  rows: readonly TemplateRow[],
  lang: Lang,
): void {
  const fields = headings.map((heading) => templates.fields.find(({ id }) => columns[id] === heading));
  const formula = fields.map((field) => field && formulaOf(field, { table, headings: columns }, {}, lang));
  const cells = sheet.getRangeByIndexes(at.row, at.column, rows.length, headings.length);
  const formats = fields.map((field) => (field ? numberFormatOf(field) : "General"));
  cells.numberFormat = rows.map(() => formats);
  cells.formulas = rows.map((row) =>
    fields.map((field, i) => {
      const value = field ? (formula[i] ?? row[field.id] ?? "") : "";
      // Texts stay texts: a code of digits is no number, and nothing that was typed is a formula.
      return typeof value === "string" && formula[i] === undefined ? asText(value, formats[i] ?? "") : value;
    }),
  );
}

/** Positions of the rows that hold exactly these, one for each; undefined where one is not there any more. */
export function rowsThatHold(
  present: readonly TemplateRow[],
  written: readonly TemplateRow[],
): number[] | undefined {
  const text = (row: TemplateRow): string =>
    JSON.stringify(typedFields.map(({ id }) => String(row[id] ?? "")));
  const places = new Map<string, number[]>();
  present.forEach((row, at) => places.set(text(row), [...(places.get(text(row)) ?? []), at]));
  const found: number[] = [];
  for (const row of written) {
    const at = places.get(text(row))?.pop();
    if (at === undefined) return undefined;
    found.push(at);
  }
  return found;
}
