import type { Calendar } from "./calendar";

/**
 * Days from one date (not counted) to another (counted); negative when the other is earlier. Calendar days, or working days
 * when a calendar is given.
 */
export function daysBetween(from: number, to: number, calendar?: Calendar): number {
  if (!calendar || to === from) return to - from;
  calendar.requireData(Math.min(from, to) + 1, Math.max(from, to));
  return calendar.upTo(to) - calendar.upTo(from);
}
