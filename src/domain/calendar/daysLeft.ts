import type { Calendar } from "./calendar";
import { daysBetween } from "./daysBetween";

/** Days from asOf (not counted) to due (counted); negative when past. */
export function daysLeft(due: number, asOf: number, calendar?: Calendar): number {
  return daysBetween(asOf, due, calendar);
}
