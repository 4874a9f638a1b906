import type { CellValue, Choice, Field, Lang } from "./register";
import { word } from "./register";

const folded = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

/** The choice that a cell or a form means, in whichever language it is written. */
export function choiceOf(field: Field, value: CellValue): Choice | undefined {
  const said = folded(String(value));
  return field.choices?.find(({ en, zh, also = [] }) =>
    [en, zh, ...also].some((name) => folded(name) === said),
  );
}

/** The word for a cell: the choice in the workbook's language, or what was said where it is none of the choices. */
export function choiceWord(field: Field, value: CellValue, lang: Lang): CellValue {
  const choice = choiceOf(field, value);
  return choice ? word(choice, lang) : value;
}
