import calendarsFile from "../../data/calendars.json";
import { TradeError } from "../tradeError";

declare module "../tradeError" {
  interface TradeErrors {
    unknownCalendar: { text: string; choices: string };
  }
}

const { calendars } = calendarsFile;

export type CalendarName = keyof typeof calendars;

export const CALENDAR_NAMES = Object.keys(calendars) as readonly CalendarName[];

/** The calendar that a text names, in any letter case, with or without spaces: CN5, "cn 6", VN, ALL or 7. */
export function calendarName(text: string): CalendarName {
  const name = text.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
  if (name === "7") return "ALL";
  if (Object.hasOwn(calendars, name)) return name as CalendarName;
  throw new TradeError("badInput", "unknownCalendar", { text, choices: CALENDAR_NAMES.join(" ") });
}
