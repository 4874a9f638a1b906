import type { Calendar } from "../calendar/calendar";
import { workday } from "../calendar/workday";
import { TradeError } from "../tradeError";

declare module "../tradeError" {
  interface TradeErrors {
    itemsWithoutDate: { count: number };
  }
}

export interface Arrival {
  readonly expected: number | undefined;
  readonly actual: number | undefined;
}

/**
 * The day on which the last item is in 齐料日, and a buffer after it for inspection: calendar days, or working days when a calendar
 * is given. An actual date counts before an expected one; an item with neither leaves the question open.
 */
export function materialsReadyDate(
  items: readonly Arrival[],
  bufferDays: number,
  calendar?: Calendar,
): number {
  let last = 0;
  let count = 0;
  for (const { expected, actual } of items) {
    const day = actual ?? expected;
    if (day === undefined) count++;
    else if (day > last) last = day;
  }
  if (count > 0) throw new TradeError("noData", "itemsWithoutDate", { count });
  return calendar ? workday(last, bufferDays, calendar) : last + bufferDays;
}
