import type { Calendar } from "../calendar/calendar";
import { TradeError } from "../tradeError";
import { BEYOND, dayTable } from "./dayTable";
import { TEMPLATE_WEIGHS } from "./learnPooling";
import type { OrderModel } from "./orderModel";
import { orderPass } from "./orderPass";
import type { Sample } from "./orderSample";
import { orderState, type Order, type TaskDates } from "./orderState";

/** How whole orders differ from the sum of their tasks: factors for all durations and for all their deviations. */
export interface WholeOrder {
  readonly level: number;
  readonly stretch: number;
}

const FARTHEST = { level: 0.15, stretch: 1.5, miss: 3 };

/**
 * Tries durations on the orders that they were learned from, from order date to ex-factory. Tasks say nothing of what befalls
 * an order as a whole, nor of the rare week that a day's work is held up: orders are then longer, and differ more from each
 * other, than their tasks together.
 */
export function wholeOrders(
  model: OrderModel,
  sample: Sample,
  orders: readonly Order[],
  calendar: Calendar,
): WholeOrder {
  const root = model.links.order.find((i) => model.opening.has(i));
  let [count, later, lasted, misses] = [0, 0, 0, 0];
  for (const order of orders) {
    const ordered = root === undefined ? undefined : order.dates.get(root)?.actualFinish;
    const shipped = order.dates.get(model.target)?.actualFinish;
    if (root === undefined || ordered === undefined || shipped === undefined || shipped <= ordered) continue;
    const ends = shippedIn(model, sample, order, root, ordered, calendar);
    if (!ends) continue;
    const { mean, deviation } = ends;
    const miss = (shipped - mean) / deviation;
    // Slips of the keyboard are not what orders do.
    if (!(Math.abs(miss) < 2 * FARTHEST.miss)) continue;
    count++;
    later += shipped - mean;
    lasted += mean - ordered;
    misses += Math.min(Math.abs(miss), FARTHEST.miss) ** 2;
  }
  if (count === 0) return { level: 1, stretch: 1 };
  const credibility = count / (count + TEMPLATE_WEIGHS);
  const level = (credibility * later) / lasted;
  const stretch = Math.sqrt(credibility * (misses / count) + (1 - credibility));
  return {
    level: 1 + Math.min(Math.max(level, -FARTHEST.level), FARTHEST.level),
    stretch: Math.min(Math.max(stretch, 1 / FARTHEST.stretch), FARTHEST.stretch),
  };
}

/** Mean and deviation of the simulated ex-factory date of an order of which only the beginning and the plan are known. */
function shippedIn(
  model: OrderModel,
  sample: Sample,
  order: Order,
  root: number,
  ordered: number,
  calendar: Calendar,
): { mean: number; deviation: number } | undefined {
  const planned = new Map<number, TaskDates>();
  for (const [i, { planStart, planFinish }] of order.dates) {
    planned.set(i, {
      ...(planStart !== undefined && { planStart }),
      ...(planFinish !== undefined && { planFinish }),
    });
  }
  planned.set(root, { actualFinish: ordered });
  try {
    const days = dayTable(calendar, ordered, model.reach, ordered + 2 * model.reach);
    const states = orderState(model, { dates: planned, followed: new Map() }, ordered, ordered, days);
    const ends = orderPass(model, states, days, sample).ends[model.target] as Int32Array;
    let [sum, squares] = [0, 0];
    for (const end of ends) {
      if (end >= BEYOND) return undefined;
      sum += end - 1 - ordered;
      squares += (end - 1 - ordered) ** 2;
    }
    const mean = sum / ends.length;
    return { mean: ordered + mean, deviation: Math.sqrt(Math.max(squares / ends.length - mean ** 2, 0.25)) };
  } catch (error) {
    if (error instanceof TradeError) return undefined;
    throw error;
  }
}
