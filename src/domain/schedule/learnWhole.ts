import type { Calendar } from "../calendar/calendar";
import { TradeError } from "../tradeError";
import { BEYOND, dayTable } from "./dayTable";
import { withoutPlan } from "./learnReplay";
import { TEMPLATE_WEIGHS } from "./learnSpans";
import type { OrderModel } from "./orderModel";
import { orderPass } from "./orderPass";
import type { Sample } from "./orderSample";
import { orderState, type Order, type TaskDates, type TaskFollowed } from "./orderState";

/** How whole orders differ from the sum of their tasks: factors for all durations and for all their deviations. */
export interface WholeOrder {
  readonly level: number;
  readonly stretch: number;
}

const FARTHEST = { level: 0.15, stretch: 1.4, miss: 6 };

/** When each order is forecast once more: on the order date, and when these parts of the likely time have gone. */
const LOOKS = [0, 1 / 3, 2 / 3];

/**
 * Tries durations on the orders that they were learned from, with what was known on several days of each. Tasks say nothing
 * of what befalls an order as a whole, nor of the rare week that a day's work is held up. The middle order tells how much
 * longer all took. The spread is stretched until the days given for 90 % and for 95 % hold for so many of these orders.
 * Source: conformal prediction with normalised scores, Lei, G'Sell, Rinaldo, Tibshirani & Wasserman, J. Am. Stat. Assoc. 113
 * (2018), 1094-1111.
 */
export function wholeOrders(
  model: OrderModel,
  sample: Sample,
  orders: readonly Order[],
  calendar: Calendar,
): WholeOrder {
  const looks = orders.flatMap((order) => looksAt(model, sample, order, calendar));
  const count = new Set(looks.map(({ order }) => order)).size;
  if (count === 0) return { level: 1, stretch: 1 };
  const credibility = count / (count + TEMPLATE_WEIGHS);
  // The middle order, for a few that came to grief would make all of them late.
  const later = quantile(
    looks.map(({ later }) => later),
    0.5,
  );
  const lasted = looks.reduce((sum, look) => sum + look.lasts, 0) / looks.length;
  const level = (credibility * later) / lasted;
  const stretches = UPPER.map((share, n) =>
    quantile(
      looks.map((look) => (look.later - later) / (look.upper[n] as number)),
      share,
    ),
  );
  const told = stretches.reduce((sum, one) => sum + one, 0) / UPPER.length;
  const stretch = Math.sqrt(credibility * told ** 2 + (1 - credibility));
  return {
    level: 1 + Math.min(Math.max(level, -FARTHEST.level), FARTHEST.level),
    stretch: Math.min(Math.max(stretch, 1 / FARTHEST.stretch), FARTHEST.stretch),
  };
}

/** Shares of the runs whose days must hold. */
const UPPER = [0.9, 0.95];

/** An order on a day: how long it was to last in the middle of the runs, how much later it left, how far on the upper days lie. */
interface Look {
  readonly order: Order;
  readonly lasts: number;
  readonly later: number;
  readonly upper: readonly number[];
}

function looksAt(model: OrderModel, sample: Sample, order: Order, calendar: Calendar): Look[] {
  const root = model.links.order.find((i) => model.opening.has(i));
  const ordered = root === undefined ? undefined : order.dates.get(root)?.actualFinish;
  const shipped = order.dates.get(model.target)?.actualFinish;
  if (ordered === undefined || shipped === undefined || shipped <= ordered) return [];
  const lookOn = (asOf: number): Look | undefined => {
    const seen = (of: Order) => lookAt(model, sample, of, ordered, shipped, asOf, calendar);
    const planned = seen(order);
    // Not everybody waits for the planned date.
    const found = planned && tooFar(planned) ? seen(withoutPlan(order)) : planned;
    // Slips of the keyboard are not what orders do.
    return found && !tooFar(found) ? { ...found, order } : undefined;
  };
  const first = lookOn(ordered);
  if (!first) return [];
  const looks = LOOKS.map((part) => ordered + Math.round(part * first.lasts));
  return looks.flatMap((asOf) => (asOf < shipped ? (asOf === ordered ? first : (lookOn(asOf) ?? [])) : []));
}

const tooFar = ({ later, upper }: Look): boolean => Math.abs(later) > FARTHEST.miss * (upper[0] as number);

/** The simulated ex-factory date of an order of which only the plan and what happened before that day are known. */
function lookAt(
  model: OrderModel,
  sample: Sample,
  order: Order,
  ordered: number,
  shipped: number,
  asOf: number,
  calendar: Calendar,
): Look | undefined {
  const { dates, followed } = knownOn(order, asOf, ordered);
  try {
    const days = dayTable(calendar, ordered, model.reach, asOf + 2 * model.reach);
    const states = orderState(model, { dates, followed }, asOf, ordered, days);
    const ends = (orderPass(model, states, days, sample).ends[model.target] as Int32Array).slice().sort();
    if ((ends[ends.length - 1] as number) >= BEYOND) return undefined;
    const dayBy = (share: number) => (ends[Math.ceil(share * ends.length) - 1] as number) - 1;
    const middle = dayBy(0.5);
    const upper = UPPER.map((share) => Math.max(dayBy(share) - middle, 1));
    return { order, lasts: Math.max(middle - asOf, 1), later: shipped - middle, upper };
  } catch (error) {
    if (error instanceof TradeError) return undefined;
    throw error;
  }
}

/** What the row said at the beginning of that day. A date that it never tells is not followed. */
function knownOn({ dates }: Order, asOf: number, ordered: number): Order {
  const known = new Map<number, TaskDates>();
  const followed = new Map<number, TaskFollowed>();
  for (const [i, { planStart, planFinish, actualStart, actualFinish }] of dates) {
    followed.set(i, { start: actualStart !== undefined, finish: actualFinish !== undefined });
    const happened = (day: number | undefined): day is number =>
      day !== undefined && (day < asOf || day === ordered);
    known.set(i, {
      ...(planStart !== undefined && { planStart }),
      ...(planFinish !== undefined && { planFinish }),
      ...(happened(actualStart) && { actualStart }),
      ...(happened(actualFinish) && { actualFinish }),
    });
  }
  return { dates: known, followed };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const [below = 0, above = below] = sorted.slice(low, low + 2);
  return below + (at - low) * (above - below);
}
