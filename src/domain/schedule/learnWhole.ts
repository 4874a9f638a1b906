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
  /** How far the ranks of the orders are from even ones: in squared standard errors of their mean and of their variance. */
  readonly miss: number;
}

const FARTHEST = { level: 0.15, stretch: 1.4, miss: 6 };

/** When each order is forecast once more: on the order date, and when these parts of the likely time have gone. */
const LOOKS = [0, 0.3, 0.6, 0.9];

/**
 * Tries durations on the orders that they were learned from, with what was known on several days of each. Tasks say nothing
 * of what befalls an order as a whole, nor of the rare week that a day's work is held up. Each order has a rank among the runs
 * of its own forecast; were the forecast honest, the ranks would be spread evenly from 0 to 1. Level and stretch give them the
 * mean and the variance that even ranks have: a few orders that came to grief weigh no more than other late ones.
 * Source: Gneiting, Balabdaoui & Raftery, J. R. Stat. Soc. B 69 (2007), 243-268, on the probability integral transform.
 */
export function wholeOrders(
  model: OrderModel,
  sample: Sample,
  orders: readonly Order[],
  calendar: Calendar,
): WholeOrder {
  const looks = orders.flatMap((order) => looksAt(model, sample, order, calendar));
  const count = new Set(looks.map(({ order }) => order)).size;
  if (count === 0) return { level: 1, stretch: 1, miss: 0 };
  const credibility = count / (count + TEMPLATE_WEIGHS);
  const now = ranks(looks, 0, 1);
  const miss = 12 * count * (meanOf(now) - 0.5) ** 2 + 180 * count * (varianceOf(now) - 1 / 12) ** 2;
  let [level, stretch] = [0, 1];
  for (let round = 0; round < ROUNDS; round++) {
    level = solved(-FARTHEST.level, FARTHEST.level, (at) => meanOf(ranks(looks, at, stretch)) < 0.5);
    stretch = solved(
      1 / FARTHEST.stretch,
      FARTHEST.stretch,
      (at) => varianceOf(ranks(looks, level, at)) < 1 / 12,
    );
  }
  return {
    level: 1 + credibility * level,
    stretch: Math.sqrt(credibility * stretch ** 2 + (1 - credibility)),
    miss,
  };
}

const ROUNDS = 3;

/** The value at which something that falls as it rises comes to be too small. */
function solved(from: number, to: number, tooMuch: (at: number) => boolean): number {
  let [low, high] = [from, to];
  for (let halves = 0; halves < 12; halves++) {
    const middle = (low + high) / 2;
    if (tooMuch(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** The share of the runs that have left before each order did, if all took longer by that part and varied so much more. */
function ranks(looks: readonly Look[], level: number, stretch: number): number[] {
  return looks.map(({ ends, middle, lasts, shipped }) =>
    shareBefore(ends, middle + 0.5 + (shipped - middle - level * lasts) / stretch),
  );
}

/** A run leaves at some moment of its day. */
function shareBefore(ends: Int32Array, moment: number): number {
  const day = Math.floor(moment);
  const before = below(ends, day);
  return (before + (moment - day) * (below(ends, day + 1) - before)) / ends.length;
}

/** How many of the sorted days come before that one. */
function below(days: Int32Array, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const varianceOf = (values: readonly number[]): number => meanOf(values.map((value) => (value - 0.5) ** 2));

/** An order on a day: the days on which the runs leave, in order, the middle one, and the day on which it left. */
interface Look {
  readonly order: Order;
  readonly ends: Int32Array;
  readonly middle: number;
  /** Days from the look to the middle. */
  readonly lasts: number;
  readonly shipped: number;
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

const tooFar = ({ ends, middle, shipped }: Look): boolean => {
  const spread = Math.max((ends[Math.ceil(0.9 * ends.length) - 1] as number) - middle, 1);
  return Math.abs(shipped - middle) > FARTHEST.miss * spread;
};

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
    const ends = (orderPass(model, states, days, sample).ends[model.target] as Int32Array)
      .map((end) => end - 1)
      .sort();
    if ((ends[ends.length - 1] as number) >= BEYOND - 1) return undefined;
    const middle = ends[Math.ceil(0.5 * ends.length) - 1] as number;
    return { order, ends, middle, lasts: Math.max(middle - asOf, 1), shipped };
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
