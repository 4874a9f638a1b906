import type { CellValue } from "../register";
import { dateText } from "./dateText";

const WEEK =
  /^(?:w(?:ee)?k?\.?\s?\d{1,2}|第?\d{1,2}周|20\d{2}[-/ ]?w?(?:0[1-9]|[1-4]\d|5[0-3])|\d{4}年?第?\d{1,2}周)$/;
const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[-' ./]?(?:\d{2}|\d{4})?$|^(?:\d{4}年)?(?:1[0-2]|[1-9])月份?$/;
/** No period is written longer. */
const LONGEST = 60;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*$|^(?:周|星期)[一二三四五六日天]$/;

/** Whether a heading is a day, a week or a month: a period that quantities stand under. */
export function isTimeBucket(value: CellValue, shownAsDate: boolean): boolean {
  if (typeof value === "number") return shownAsDate;
  if (typeof value !== "string" || value.length > LONGEST || value.trim() === "") return false;
  const text = value.normalize("NFKC").trim().toLowerCase();
  if (WEEK.test(text) || MONTH.test(text)) return true;
  const kind = dateText(text).kind;
  return kind === "full" || kind === "parts" || kind === "short";
}

/** Days of the week side by side; one alone may be an abbreviation, as FRI is. */
export function weekdays(values: readonly CellValue[]): number[] {
  const found = values.flatMap((value, index) =>
    typeof value === "string" && WEEKDAY.test(value.trim().toLowerCase()) ? [index] : [],
  );
  return new Set(found.map((index) => values[index])).size >= 4 ? found : [];
}

/** Days of a month as plain numbers: 1, 2, 3 ... side by side. */
export function dayNumbers(values: readonly CellValue[]): number[] {
  const found: number[] = [];
  let run: number[] = [];
  const close = (): void => {
    if (run.length >= 5) found.push(...run);
    run = [];
  };
  values.forEach((value, index) => {
    const day = typeof value === "string" && /^\d{1,2}$/.test(value.trim()) ? Number(value) : value;
    const before = values[run[run.length - 1] ?? -1];
    const last = typeof before === "string" ? Number(before) : before;
    const fits = typeof day === "number" && Number.isInteger(day) && day >= 1 && day <= 31;
    if (fits && run.length > 0 && typeof last === "number" && day === last + 1) run.push(index);
    else {
      close();
      if (fits) run = [index];
    }
  });
  close();
  return found;
}
