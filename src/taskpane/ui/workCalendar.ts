import type { Calendar } from "../../domain/calendar/calendar";
import { calendarFor } from "../../domain/calendar/calendarFor";
import { calendarName } from "../../domain/calendar/calendarName";
import { closureWords, type Closure, type ClosureKind } from "../../domain/calendar/closures";
import type { Lang } from "../../registers/register";
import type { BookSettings } from "../../workbook/book";
import { dateOf, textOf } from "./dates";

export function closureKind(word: string): ClosureKind {
  const said = word.trim().toLowerCase();
  const kinds = Object.keys(closureWords) as ClosureKind[];
  return kinds.find((kind) => closureWords[kind].includes(said)) ?? "off";
}

/** The word that the functions read in a cell of the closures. */
export const closureWord = (kind: ClosureKind, lang: Lang): string => {
  const [en = kind, zh = kind] = closureWords[kind];
  return lang === "zh-CN" ? zh : en;
};

export function closuresOf({ closures }: BookSettings): readonly Closure[] {
  return closures.flatMap(([day, kind]) => {
    const date = dateOf(day);
    return date === undefined ? [] : [{ date, kind: closureKind(textOf(kind)) }];
  });
}

/** The calendar that this workbook plans by. */
export function workCalendar(settings: BookSettings): Calendar {
  return calendarFor(calendarName(settings.calendar || "CN6"), closuresOf(settings));
}
