import { isoDate } from "../../domain/calendar/serialDate";
import { choiceOf, choiceWord } from "../choice";
import type { CellValue, Field, Lang } from "../register";
import { swappedDay } from "./dateColumn";
import type { KeptColumn } from "./keptSheet";
import { verdictWord } from "./cellReader";
import { isDateFormat } from "./sheetGrid";
import type { DateOrder } from "./sheetReading";

/** The commonest of several; the first of equally common ones. */
function commonest<T>(all: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const PARTS: Readonly<Record<DateOrder, readonly [string, string, string]>> = {
  ymd: ["y", "m", "d"],
  dmy: ["d", "m", "y"],
  mdy: ["m", "d", "y"],
};

/** The number format that looks like dates which somebody types as texts: of `16-9-2023` it is `d-m-yyyy`. */
function formatOfTexts(orders: Readonly<Record<string, DateOrder>>): string | undefined {
  for (const [style, order] of Object.entries(orders)) {
    const [, separator = "", digits = ""] = /^([-/. ])(\d)$/.exec(style) ?? [];
    if (separator === "") continue;
    const year = "y".repeat(Number(digits) === 2 ? 2 : 4);
    return PARTS[order].map((part) => (part === "y" ? year : part)).join(separator);
  }
  return undefined;
}

/** How a column's dates are shown: as its other dates are, or as somebody types them; undefined where nothing tells. */
export function usersDateFormat(
  formats: readonly string[],
  column: Pick<KeptColumn, "dates">,
): string | undefined {
  return commonest(formats.filter(isDateFormat)) ?? formatOfTexts(column.dates?.orders ?? {});
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
