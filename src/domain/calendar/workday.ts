import { unknownDay, type Calendar } from "./calendar";
import { LAST_SERIAL } from "./serialDate";

/** The n-th working day after start (before it, if negative; 0 gives start itself). Serial numbers in and out. */
export function workday(start: number, days: number, calendar: Calendar): number {
  if (days === 0) return start;
  return days > 0 ? after(start, days, calendar) : before(start, -days, calendar);
}

function after(start: number, days: number, calendar: Calendar): number {
  if (start >= LAST_SERIAL) throw unknownDay(start + 1);
  const { to } = calendar.knownSpan(start + 1);
  const target = calendar.upTo(start) + days;
  if (calendar.upTo(to) < target) throw unknownDay(to + 1);
  // Gallop first: the answer is near start, not near the year 9999.
  let high = Math.min(to, start + 2 * days + 14);
  while (calendar.upTo(high) < target) high = Math.min(to, high + (high - start));
  return firstWithTotal(target, start + 1, high, calendar);
}

function before(start: number, days: number, calendar: Calendar): number {
  if (start <= 1) throw unknownDay(start - 1);
  const { from } = calendar.knownSpan(start - 1);
  const earliest = Math.max(from, 1);
  const target = calendar.upTo(start - 1) - days + 1;
  if (calendar.upTo(earliest - 1) >= target) throw unknownDay(earliest - 1);
  let low = Math.max(earliest, start - 2 * days - 14);
  while (calendar.upTo(low - 1) >= target) low = Math.max(earliest, low - (start - low));
  return firstWithTotal(target, low, start - 1, calendar);
}

function firstWithTotal(target: number, low: number, high: number, calendar: Calendar): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (calendar.upTo(middle) >= target) high = middle;
    else low = middle + 1;
  }
  return low;
}
