import type { Calendar } from "../calendar/calendar";
import { TradeError } from "../tradeError";
import { BEYOND, dayTable } from "./dayTable";
import { TEMPLATE_WEIGHS } from "./learnPooling";
import { withoutPlan } from "./learnReplay";
import type { OrderModel } from "./orderModel";
import { orderPass } from "./orderPass";
import type { Sample } from "./orderSample";
import { orderState, type Order, type TaskDates } from "./orderState";

/** How whole orders differ from the sum of their tasks: factors for all durations and for all their deviations. */
export interface WholeOrder {
  readonly level: number;
  readonly stretch: number;
}

const FARTHEST = { level: 0.15, stretch: 1.4, miss: 3 };

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
  let [lasted, misses] = [0, 0];
  const later: number[] = [];
  for (const order of orders) {
    const ordered = root === undefined ? undefined : order.dates.get(root)?.actualFinish;
    const shipped = order.dates.get(model.target)?.actualFinish;
    if (root === undefined || ordered === undefined || shipped === undefined || shipped <= ordered) continue;
    const missOf = (of: Order) => {
      const ends = shippedIn(model, sample, of, root, ordered, calendar);
      return ends && { ...ends, miss: (shipped - ends.middle) / ends.deviation };
    };
    const planned = missOf(order);
    // Not everybody waits for the planned date.
    const found = planned && Math.abs(planned.miss) > FARTHEST.miss ? missOf(withoutPlan(order)) : planned;
    if (!found) continue;
    const { middle, miss } = found;
    // Slips of the keyboard are not what orders do.
    if (!(Math.abs(miss) < 2 * FARTHEST.miss)) continue;
    later.push(shipped - middle);
    lasted += middle - ordered;
    misses += Math.min(Math.abs(miss), FARTHEST.miss) ** 2;
  }
  const count = later.length;
  if (count === 0) return { level: 1, stretch: 1 };
  const credibility = count / (count + TEMPLATE_WEIGHS);
  // The middle order, for a few that came to grief would make all of them late.
  const level = (credibility * medianOf(later) * count) / lasted;
  const stretch = Math.sqrt(credibility * (misses / count) + (1 - credibility));
  return {
    level: 1 + Math.min(Math.max(level, -FARTHEST.level), FARTHEST.level),
    stretch: Math.min(Math.max(stretch, 1 / FARTHEST.stretch), FARTHEST.stretch),
  };
}

/** Median and deviation of the simulated ex-factory date of an order of which only the beginning and the plan are known. */
function shippedIn(
  model: OrderModel,
  sample: Sample,
  order: Order,
  root: number,
  ordered: number,
  calendar: Calendar,
): { middle: number; deviation: number } | undefined {
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
    const middle = Int32Array.from(ends).sort()[ends.length >> 1] as number;
    return { middle: middle - 1, deviation: Math.sqrt(Math.max(squares / ends.length - mean ** 2, 0.25)) };
  } catch (error) {
    if (error instanceof TradeError) return undefined;
    throw error;
  }
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const [low = 0, high = low] = sorted.length % 2 ? [sorted[half]] : [sorted[half - 1], sorted[half]];
  return (low + high) / 2;
}
