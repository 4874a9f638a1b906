import { choiceWord } from "../registers/choice";
import { readField } from "../registers/readField";
import type { CellValue, Field, Lang } from "../registers/register";
import { toCellDate } from "./session";

export const DATE_FORMAT = "yyyy-mm-dd";
export const TEXT_FORMAT = "@";

/** Text in a cell of the text format stays as typed, unless Excel would read it as a formula or eat its apostrophe. */
const RISKY = /^[=+\-@'\t\r\n]/;

/**
 * Typed text as Excel must be given it: never a formula, a number or a date. `=1+1`, `+86 138`, `@SUM`, `00123` and `3-5`
 * all stay what they are.
 */
export function asText(text: string, format: string): string {
  if (text === "") return "";
  return format === TEXT_FORMAT && !RISKY.test(text) ? text : `'${text}`;
}

const isDateFormat = (format: string): boolean => /[dmy]/i.test(format.replace(/\[[^\]]*\]|"[^"]*"/g, ""));

export interface CellContent {
  readonly content: CellValue;
  readonly format: string;
}

/** What to write into a cell for a field's value, and the number format the cell must have first. */
export function cellContent(field: Field, value: CellValue, lang: Lang, format: string): CellContent {
  const known = readField(field, choiceWord(field, value, lang));
  if (typeof known === "number") {
    return field.type === "date"
      ? { content: toCellDate(known), format: isDateFormat(format) ? format : DATE_FORMAT }
      : { content: known, format: format === TEXT_FORMAT ? "General" : format };
  }
  return { content: typeof known === "string" ? asText(known, format) : known, format };
}

/** What a content will be when it is read again: Excel takes the leading apostrophe for itself. */
export const readBack = (content: CellValue): CellValue =>
  typeof content === "string" ? content.replace(/^'/, "") : content;

/** A cell's own content as read back (`formulas`), for putting it there again. */
export const againContent = (content: CellValue, isFormula: boolean, format: string): CellValue =>
  typeof content === "string" && !isFormula ? asText(content, format) : content;

/** A formula, and not text that looks like one: text is the same as value and as formula. */
export const isFormula = (formula: unknown, value: unknown): boolean =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value;
