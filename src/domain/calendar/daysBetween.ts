import type { Calendar } from "./calendar";
import { workdays } from "./workdays";

/**
 * Days from one date (not counted) to another (counted); negative when the other is earlier. Calendar days, or working days
 * when a calendar is given.
 */
export function daysBetween(from: number, to: number, calendar?: Calendar): number {
  if (!calendar) return to - from;
  if (to === from) return 0;
  return to > from ? workdays(from + 1, to, calendar) : -workdays(to + 1, from, calendar);
}
