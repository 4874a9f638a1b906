import { isoDate } from "../../domain/calendar/serialDate";
import { choiceOf, choiceWord } from "../choice";
import type { CellValue, Field, Lang } from "../register";
import { swappedDay } from "./dateColumn";
import type { KeptColumn } from "./keptSheet";
import { verdictWord } from "./cellReader";
import { dateTextFormat } from "./dateTextFormat";
import { isDateFormat } from "./sheetGrid";

/** The commonest of several; the first of equally common ones. */
function commonest<T>(all: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** How a column's dates are shown: as its other dates are, or as somebody types them; undefined where nothing tells. */
export function usersDateFormat(
  formats: readonly string[],
  { dates }: Pick<KeptColumn, "dates">,
  texts: readonly CellValue[] = [],
): string | undefined {
  return (
    commonest(formats.filter(isDateFormat)) ??
    dateTextFormat(texts, (style, numbers) =>
      // Month and day without a year stand as in most sheets where nothing says otherwise.
      numbers.length === 2 ? (dates?.orders[style] ?? "mdy") : dates?.orders[style],
    )
  );
}

/** A date for a column whose days and months are read changed over: what would be changed over itself is said as text. */
export function swappedText(day: number, column: Pick<KeptColumn, "dates">): string | undefined {
  if (column.dates?.swapped !== "back" || (swappedDay(day) ?? day) === day) return undefined;
  return isoDate(day);
}

/** A choice or a verdict as this column says it elsewhere: "Pass" where the others say so, and not "PASS". */
export function usersWord(
  field: Field,
  value: CellValue,
  others: readonly CellValue[],
  lang: Lang,
): CellValue {
  const isVerdict = field.id === "verdict" || field.id === "qc";
  if (!isVerdict && !field.choices) return value;
  const meant = (said: CellValue): CellValue =>
    isVerdict ? verdictWord(said, lang) : choiceWord(field, said, lang);
  if (!isVerdict && !choiceOf(field, value)) return value;
  const wanted = meant(value);
  return commonest(others.filter((said) => said !== "" && meant(said) === wanted)) ?? wanted;
}
