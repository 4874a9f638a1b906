import { civilDate, isoDate, serialDate } from "../../domain/calendar/serialDate";
import { readDate } from "../../domain/calendar/readDate";
import type { CellValue, Lang } from "../../registers/register";

/** A cell's content as a date, or undefined where it holds none. */
export function dateOf(value: CellValue | undefined): number | undefined {
  return typeof value === "number" && value >= 1 ? Math.floor(value) : undefined;
}

export function numberOf(value: CellValue | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}

export function textOf(value: CellValue | undefined): string {
  return value === undefined ? "" : String(value).trim();
}

/** A date in a form: a serial number, nothing, or what was typed and is no date. */
export type DateValue = number | string | undefined;

/** What was typed as a date; where the year is left out, the date nearest to `near`. */
export function typedDate(text: string, near: number): number | undefined {
  const { year } = civilDate(near);
  const read = (inYear: number) => {
    try {
      return readDate(text, inYear);
    } catch {
      return undefined;
    }
  };
  const dates = [year, year - 1, year + 1].map(read).filter((date) => date !== undefined);
  return dates.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0];
}

/** The content of an `<input type="date">` as a serial number. */
export function fromInput(text: string): number | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return parts ? serialDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

export function toInput(date: number | undefined): string {
  return date === undefined ? "" : isoDate(date);
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** 9月15日 or 15 Sep in the year of `near`, else 2027-01-05. */
export function shortDate(date: number, lang: Lang, near: number): string {
  const { year, month, day } = civilDate(date);
  if (year !== civilDate(near).year) return isoDate(date);
  return lang === "zh-CN" ? `${month}月${day}日` : `${day} ${months[month - 1]}`;
}
