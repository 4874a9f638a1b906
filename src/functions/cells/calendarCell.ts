import { calendarName, type CalendarName } from "../../domain/calendar/calendarName";
import type { Plain } from "./plainValue";

/** The name of a working calendar; 7 may come as a number. */
export function calendarCell(value: Plain): CalendarName {
  return calendarName(String(value));
}
