import type { Calendar } from "./calendar";
import { daysBetween } from "./daysBetween";

/** Forecast after baseline, signed: slippage 延期. Source: schedule measures, definition. */
export function slip(baseline: number, forecast: number, calendar?: Calendar): number {
  return daysBetween(baseline, forecast, calendar);
}
