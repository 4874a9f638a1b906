import type { Calendar } from "./calendar";
import { isWorkday } from "./isWorkday";
import { workday } from "./workday";

/** The date itself if it works, else the next (direction -1: the previous) working day. */
export function nextWorkday(date: number, calendar: Calendar, direction: 1 | -1 = 1): number {
  return isWorkday(date, calendar) ? date : workday(date, direction, calendar);
}
