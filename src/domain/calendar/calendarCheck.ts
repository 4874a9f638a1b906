import type { Calendar } from "./calendar";
import { civilDate } from "./serialDate";

/** The year of the date when its days off are not known to the calendar, else undefined. */
export function calendarCheck(date: number, calendar: Calendar): number | undefined {
  return calendar.hasData(date) ? undefined : civilDate(date).year;
}
