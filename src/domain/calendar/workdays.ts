import type { Calendar } from "./calendar";

/** Working days from start to end, both counted; negative when end is earlier. Serial numbers. */
export function workdays(start: number, end: number, calendar: Calendar): number {
  calendar.requireData(Math.min(start, end), Math.max(start, end));
  return end < start
    ? calendar.upTo(end - 1) - calendar.upTo(start)
    : calendar.upTo(end) - calendar.upTo(start - 1);
}
