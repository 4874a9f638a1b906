import { readDate } from "../../domain/calendar/readDate";
import { LAST_SERIAL } from "../../domain/calendar/serialDate";
import { TradeError } from "../../domain/tradeError";
import type { Plain } from "./plainValue";

/** A date as a serial number, the time of day cut off; 0 is blank. Texts as `readDate` reads them; 20260305 as a number too. */
export function dateCell(value: Plain): number | undefined {
  if (typeof value === "number") {
    const day = Math.floor(value);
    if (day >= 1 && day <= LAST_SERIAL) return day;
    if (day === 0) return undefined;
    // Beyond the last serial, eight digits can only be a date typed without separators.
    if (day === value && day > LAST_SERIAL && day <= 99991231) return readDate(String(day));
  } else if (typeof value === "string") {
    return readDate(value);
  }
  throw new TradeError("badInput", "notADate", { text: String(value) });
}
