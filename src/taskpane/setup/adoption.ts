import { matchHeadings, SURE, type Match } from "../../registers/recognise";
import { word, type Field, type Lang, type Register } from "../../registers/register";
import type { Candidate, ColumnChoice } from "../../workbook/book";

/** Column -> field id; a column without one is left alone. */
export type Choices = Readonly<Record<number, string | undefined>>;

export type Confidence = "sure" | "likely" | "unsure";

export const confidenceOf = ({ fieldId, confidence }: Match): Confidence =>
  fieldId === undefined ? "unsure" : confidence >= SURE ? "sure" : confidence >= 0.65 ? "likely" : "unsure";

export function proposal(
  candidate: Candidate,
  register: Register,
): { matches: readonly Match[]; choices: Choices } {
  const matches = matchHeadings(candidate.headings, candidate.samples, register);
  return { matches, choices: Object.fromEntries(matches.map(({ column, fieldId }) => [column, fieldId])) };
}

export const columnsOf = (choices: Choices): ColumnChoice[] =>
  Object.entries(choices).flatMap(([column, fieldId]) =>
    fieldId ? [{ column: Number(column), fieldId }] : [],
  );

/** Field id -> heading, as the table would have them. */
export const headingsOf = (choices: Choices, { headings }: Candidate): Record<string, string> =>
  Object.fromEntries(columnsOf(choices).map(({ column, fieldId }) => [fieldId, headings[column] ?? ""]));

/** Fields that two columns were given to. */
export function doubled(choices: Choices): ReadonlySet<string> {
  const all = Object.values(choices).filter((fieldId) => fieldId !== undefined);
  return new Set(all.filter((fieldId, index) => all.indexOf(fieldId) !== index));
}

/** Without these a row cannot be told from another. */
export const missingKeys = (choices: Choices, register: Register): readonly Field[] => {
  const given = new Set(Object.values(choices));
  return register.fields.filter(
    ({ id, required }) => required && register.key.includes(id) && !given.has(id),
  );
};

/** Columns that the table could be given: what it lacks, formulas first, because they show what the add-in is for. */
export const addable = (choices: Choices, register: Register): readonly Field[] => {
  const given = new Set(Object.values(choices));
  const lacking = register.fields.filter(({ id }) => !given.has(id));
  return [
    ...lacking.filter(({ type }) => type === "formula"),
    ...lacking.filter(({ type }) => type !== "formula"),
  ];
};

export const headingOf = (field: Field, lang: Lang): string => word(field.heading, lang);
