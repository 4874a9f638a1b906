import type { Calendar } from "./calendar";
import { daysBetween } from "./daysBetween";

/**
 * Days late 延误天数: actual after planned (negative = early); without an actual date asOf after planned, at least 0.
 * Working days in (planned, actual] when a calendar is given.
 */
export function daysLate(
  planned: number,
  actual: number | undefined,
  asOf: number,
  calendar?: Calendar,
): number {
  if (actual !== undefined) return daysBetween(planned, actual, calendar);
  return asOf > planned ? daysBetween(planned, asOf, calendar) : 0;
}
