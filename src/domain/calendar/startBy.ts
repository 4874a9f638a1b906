import type { Calendar } from "./calendar";
import { nextWorkday } from "./nextWorkday";
import { workday } from "./workday";

/** Latest start so that this many working days (1 or more), the first included, end on or before due. */
export function startBy(due: number, days: number, calendar: Calendar): number {
  return workday(nextWorkday(due, calendar, -1), 1 - days, calendar);
}
