import type { Calendar } from "./calendar";

/** Working days from start to end, both counted; negative when end is earlier. Serial numbers. */
export function workdays(start: number, end: number, calendar: Calendar): number {
  if (end < start) return -workdays(end, start, calendar);
  calendar.requireData(start, end);
  return calendar.upTo(end) - calendar.upTo(start - 1);
}
