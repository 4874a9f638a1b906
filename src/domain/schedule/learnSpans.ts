import { momentsOf, pointsLike, type Moments } from "./learnPoints";
import { chanceOfDays } from "./heldUp";
import { runsOf, type Replay } from "./learnReplay";
import { orderModel } from "./orderModel";
import { orderSample } from "./orderSample";
import type { TaTask } from "./taTemplate";

/**
 * The template counts as much as that many orders: credibility of n orders is n / (n + 5). Source: Bühlmann, ASTIN Bulletin 4
 * (1967), 199-207. The number is the variance within a factory over that between factories, (0.35 / 0.15)^2, for durations
 * that differ by 35 % from order to order and by 15 % from factory to factory.
 */
export const TEMPLATE_WEIGHS = 5;

const ROUNDS = 10;
/** Before that the durations are the template's: whatever differs from it would seem to be held up. */
const FIRST_ROUND_OF_HOLD_UPS = 4;

const RUNS = 521;

/** No date counts for more than one that is off by so many deviations: a slip of the keyboard is not what orders do. */
const FARTHEST = 3;
const FARTHEST_SQUARE = 4 ** 2;

/** What finished orders say of a template. */
export interface Spans {
  /** Of each task, without the days that it is held up. */
  readonly moments: readonly Moments[];
  /** The chance that a task is held up. */
  readonly heldUp: number;
}

/**
 * Mean and deviation of each task's duration, from dates between which several tasks take their time. In rounds: each date is
 * simulated from the dates before it; by how much it came later is shared out among the tasks between, in proportion to the
 * days for which they decide it, and so is by how much more it varied. A task that several dates tell of takes the mean.
 * Source: simultaneous iterative reconstruction, Gilbert, J. Theor. Biol. 36 (1972), 105-117. A date counts for less the
 * likelier it is that something was held up on the way to it, and all these chances together tell how often that is: the
 * expectation and the maximisation of Dempster, Laird & Rubin, J. R. Stat. Soc. B 39 (1977), 1-38. The template is mixed in
 * by `TEMPLATE_WEIGHS`.
 */
export function momentsInSpans(
  tasks: readonly TaTask[],
  within: ReadonlySet<number>,
  replays: readonly Replay[],
): Spans {
  const template = tasks.map(momentsOf);
  const tells = tasks.map((_, i) => tellings(replays, i));
  const usual = Math.max(...tasks.map(({ heldUp = 0 }) => heldUp));
  const expected = usual > 0 ? usual : HELD_UP_AT_FIRST;
  let moments: readonly Moments[] = template;
  let heldUp = expected;
  for (let round = 0; round < ROUNDS; round++) {
    const fitted = tasks.map((task, i) => ({
      ...task,
      ...pointsLike(task, moments[i] as Moments),
      heldUp: 0,
    }));
    const model = orderModel(fitted);
    const sample = orderSample(fitted, within, RUNS);
    const now = fitted.map(momentsOf);
    const said = tasks.map((): Said => ({ orders: 0, days: 0, later: 0, variance: 0, square: 0 }));
    let [held, decided] = [0, 0];
    for (const replay of replays) {
      const counted = counter(replay, tasks);
      const ends = runsOf(replay, model, sample).map(counted);
      const { mean, variance } = meanOf(ends);
      const decides = replay.between.map((i) => slope(ends, mean, sample.durations(i)));
      const all = replay.between.reduce(
        (sum, i, n) => sum + (decides[n] as number) * (now[i] as Moments).mean,
        0,
      );
      if (all < 0.5) continue;
      const day = counted(replay.day);
      const deciding = decides.reduce((sum, part) => sum + Math.min(part, 1), 0);
      const wasHeld =
        round < FIRST_ROUND_OF_HOLD_UPS
          ? 0
          : chanceHeldUp(ends, Math.sqrt(variance), day, 1 - (1 - heldUp) ** deciding);
      held += wasHeld;
      decided += deciding;
      const off = (day - mean) / Math.sqrt(variance);
      const miss = Math.max(-FARTHEST, Math.min(FARTHEST, off)) * Math.sqrt(variance);
      const square = Math.min(off ** 2, FARTHEST_SQUARE);
      replay.between.forEach((i, n) => {
        const part = decides[n] as number;
        if (part < LEAST_PART) return;
        const once = ((1 - wasHeld) * Math.min(part, 1)) / (tells[i]?.get(replay.order) as number);
        const of = said[i] as Said;
        const { mean: days, deviation } = now[i] as Moments;
        of.orders += once;
        of.days += once * days;
        of.later += (once * days * miss) / all;
        of.variance += once * part * deviation ** 2;
        of.square += once * part * deviation ** 2 * square;
      });
    }
    moments = template.map((known, i) => mixed(known, now[i] as Moments, said[i] as Said));
    if (round >= FIRST_ROUND_OF_HOLD_UPS)
      heldUp = (held + EVENTS_WEIGH) / (decided + EVENTS_WEIGH / expected);
  }
  const orders = new Set(replays.map(({ order }) => order)).size;
  const credibility = orders / (orders + TEMPLATE_WEIGHS);
  return { moments, heldUp: credibility * heldUp + (1 - credibility) * usual };
}

/** The chance of being held up where a template says nothing of it, and for how many hold-ups what was expected weighs. */
const HELD_UP_AT_FIRST = 0.02;
const EVENTS_WEIGH = 20;

/** The chance that something was held up, of a date with or without it; `before` is the chance as long as the date is not known. */
function chanceHeldUp(ends: Int32Array, deviation: number, day: number, before: number): number {
  const counts = new Map<number, number>();
  for (const end of ends) counts.set(day - end, (counts.get(day - end) ?? 0) + 1);
  // Runs are few: each stands for the days around it.
  const width = Math.max(0.5, 0.3 * deviation);
  let [without, withIt] = [0, 0];
  for (const [later, count] of counts) {
    without += count * Math.exp(-((later / width) ** 2) / 2);
    withIt += count * chanceOfDays(later);
  }
  without /= width * Math.sqrt(2 * Math.PI);
  const [if0, if1] = [(1 - before) * without, before * withIt];
  return if0 + if1 > 0 ? if1 / (if0 + if1) : 0;
}

/** A task that decides less of a date is hidden behind others: nothing is said of it. */
const LEAST_PART = 0.1;
const MOST_PART = 7 / 5;

/** What orders say of a task: sums over the orders. */
interface Said {
  orders: number;
  days: number;
  later: number;
  variance: number;
  square: number;
}

function mixed(template: Moments, now: Moments, { orders, days, later, variance, square }: Said): Moments {
  if (orders === 0 || days === 0) return template;
  const told = now.mean * (1 + later / days);
  const spread = variance > 0 ? now.deviation * Math.sqrt(square / variance) : now.deviation;
  const credibility = orders / (orders + TEMPLATE_WEIGHS);
  const mean = credibility * told + (1 - credibility) * template.mean;
  const square2 =
    credibility * (told ** 2 + spread ** 2) +
    (1 - credibility) * (template.mean ** 2 + template.deviation ** 2);
  return { mean, deviation: Math.sqrt(Math.max(square2 - mean ** 2, 0)) };
}

/** Dates in working days, where only such lie between: a weekend is nobody's delay. */
function counter({ between, days, day }: Replay, tasks: readonly TaTask[]): (date: number) => number {
  if (between.some((i) => tasks[i]?.unit !== "WD")) return (date) => date - day;
  const worked = days.total(day - 1);
  return (date) => days.total(date - 1) - worked;
}

/** How often each order tells of a task: one that tells of it between several dates counts once. */
function tellings(replays: readonly Replay[], task: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { order, between } of replays) {
    if (between.includes(task)) counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  return counts;
}

/** Dates are whole days: no closer than half a day is meant. */
const LEAST_VARIANCE = 0.25;

function meanOf(dates: Int32Array): { mean: number; variance: number } {
  let sum = 0;
  for (const day of dates) sum += day;
  const mean = sum / dates.length;
  let squares = 0;
  for (const day of dates) squares += (day - mean) ** 2;
  return { mean, variance: Math.max(squares / dates.length, LEAST_VARIANCE) };
}

/** Days by which the date comes later for each day that the task takes longer: 0 for a hidden one, 7/6 for a day of a six-day week. */
function slope(dates: Int32Array, mean: number, durations: Int16Array): number {
  let [sum, squares, both] = [0, 0, 0];
  for (let k = 0; k < durations.length; k++) {
    const taken = durations[k] as number;
    sum += taken;
    squares += taken ** 2;
    both += taken * ((dates[k] as number) - mean);
  }
  const variance = squares / durations.length - (sum / durations.length) ** 2;
  return variance > 0 ? Math.max(0, Math.min(MOST_PART, both / durations.length / variance)) : 0;
}
