import { readDate } from "../../domain/calendar/readDate";
import { TradeError } from "../../domain/tradeError";
import { dateCell } from "./dateCell";
import type { Plain } from "./plainValue";

/** A typed date that may lack its year: the serial number once the year is known. 0 is blank. */
export function typedDateCell(value: Plain): ((year: number | undefined) => number) | undefined {
  if (typeof value === "string") return (year) => readDate(value, year);
  if (typeof value === "number" && isMonthAndDay(value)) {
    return (year) => (year === undefined ? Math.floor(value) : readDate(monthAndDay(value), year));
  }
  const serial = dateCell(value);
  return serial === undefined ? undefined : () => serial;
}

/** 3.5 typed into a cell is a number; no whole serial looks like it. */
function isMonthAndDay(value: number): boolean {
  return value > 1 && value < 13 && /^\d{1,2}\.\d{1,2}$/.test(String(value));
}

/** Excel drops the last 0 of 3.10, so that 3.1 is the first or the tenth: nobody can tell. */
function monthAndDay(value: number): string {
  const text = String(value);
  if (/\.[123]$/.test(text)) throw new TradeError("badInput", "ambiguousDate", { text });
  return text;
}
