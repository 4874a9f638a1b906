import type { Calendar } from "../calendar/calendar";
import { workday } from "../calendar/workday";
import { piecesUp } from "../orders/wholePieces";

/**
 * The day on which an order is finished at the average of its last `window` daily outputs, counted in working days from the day
 * of the last one; that day itself where nothing is left. Days without a figure are not in the list. Undefined where the recent
 * outputs are all 0: it is never finished at that rate.
 */
export function rateForecast(
  outputs: readonly number[],
  quantity: number,
  lastDate: number,
  window: number,
  calendar: Calendar,
): number | undefined {
  const left = quantity - outputs.reduce((total, output) => total + output, 0);
  if (left <= 0) return lastDate;
  const recent = outputs.slice(-window);
  const made = recent.reduce((total, output) => total + output, 0);
  return made > 0 ? workday(lastDate, piecesUp((left * recent.length) / made), calendar) : undefined;
}
