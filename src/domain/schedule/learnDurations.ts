import type { Calendar } from "../calendar/calendar";
import { momentsOf, pointsLike, type Moments } from "./learnPoints";
import { replaysOf, type Replay } from "./learnReplay";
import { momentsInSpans } from "./learnSpans";
import { wholeOrders } from "./learnWhole";
import { orderModel } from "./orderModel";
import { extremeSample, orderSample } from "./orderSample";
import type { Order } from "./orderState";
import type { TaTask } from "./taTemplate";
import type { ThreePoint } from "./threePoint";

/** What finished orders say of one task. */
export interface LearnedTask {
  readonly code: string;
  readonly template: ThreePoint;
  /** Shrunk towards the template when few orders tell of the task; the template's own points when none does. */
  readonly learned: ThreePoint;
  /** Mean and deviation that the learned points stand for. */
  readonly moments: Moments;
  /** Orders that tell of it. */
  readonly orders: number;
}

export interface Learning {
  readonly tasks: readonly LearnedTask[];
  /** Orders that tell of at least one task. */
  readonly orders: number;
  /** The chance, as a share, that a task which leads to ex-factory is held up; see `TaTask.heldUp`. */
  readonly heldUp: number;
  /** Dates that no course of the work explains: slips of the keyboard, work out of sequence. They teach nothing. */
  readonly unexplained: number;
}

/**
 * Learns how long each task takes from orders that are finished. A tracker dates some milestones only, and between two of
 * them several tasks take their time, one after the other and side by side. So every order is replayed, each date from the
 * dates before it; see `momentsInSpans`. At last the durations are tried on whole orders; see `wholeOrders`.
 */
export function learnDurations(
  tasks: readonly TaTask[],
  orders: readonly Order[],
  calendar: Calendar,
): Learning {
  const model = orderModel(tasks);
  const wide = tasks.map(widened);
  const bounds = [
    extremeSample(wide, model.within, "shortest"),
    extremeSample(wide, model.within, "longest"),
  ] as const;
  const found = orders.flatMap((order, at) => replaysOf(model, bounds, order, at, calendar));
  const replays = found.filter((replay): replay is Replay => replay !== "unexplained");
  const { moments: told, heldUp: chance } = momentsInSpans(tasks, model.within, replays);
  const heldUp = Math.round(chance * 1000) / 1000;
  const tell = tasks.map(() => new Set<number>());
  for (const { order, between } of replays) for (const i of between) tell[i]?.add(order);
  const whole = asWhole(withHoldUpsOf(tasks, heldUp), told, tell, orders, calendar);
  return {
    tasks: tasks.map((task, i) => {
      const { code, o, m, p } = task;
      const moments = whole[i] as Moments;
      return {
        code,
        template: { o, m, p },
        learned: pointsLike(task, moments),
        moments,
        orders: tell[i]?.size ?? 0,
      };
    }),
    heldUp,
    orders: new Set(replays.map(({ order }) => order)).size,
    unexplained: found.length - replays.length,
  };
}

/** The template with what was learned. */
export const withLearned = (
  tasks: readonly TaTask[],
  { tasks: learned, heldUp }: Learning,
): readonly TaTask[] =>
  withHoldUpsOf(
    tasks.map((task, i) => ({ ...task, ...learned[i]?.learned })),
    heldUp,
  );

/** Of what comes after ex-factory nothing is known. */
function withHoldUpsOf(tasks: readonly TaTask[], heldUp: number): readonly TaTask[] {
  if (heldUp === 0) return tasks;
  const { within } = orderModel(tasks);
  return tasks.map((task, i) => (within.has(i) && task.p > 0 ? { ...task, heldUp } : task));
}

/**
 * Durations with which the orders as a whole come out as they did. In rounds, because more spread makes work wait longer
 * where several tasks meet.
 */
function asWhole(
  tasks: readonly TaTask[],
  told: readonly Moments[],
  tell: readonly ReadonlySet<number>[],
  orders: readonly Order[],
  calendar: Calendar,
): readonly Moments[] {
  const learns = tasks.map(({ o, p }, i) => o < p && (tell[i]?.size ?? 0) > 0);
  let moments = told;
  let best = { moments: told, miss: Infinity };
  for (let trial = 0; ; trial++) {
    const fitted = tasks.map((task, i) => ({ ...task, ...pointsLike(task, moments[i] as Moments) }));
    const model = orderModel(fitted);
    const sample = orderSample(fitted, model.within, RUNS_OF_TRIAL);
    const { level, stretch, miss } = wholeOrders(model, sample, orders, calendar);
    // Who keeps to a plan keeps to it whatever the durations are: then no other ones are better.
    if (miss < best.miss) best = { moments, miss };
    if (trial === TRIALS || (level === 1 && stretch === 1)) return best.moments;
    moments = moments.map((known, i) => {
      if (!learns[i]) return known;
      const { mean, deviation } = momentsOf(fitted[i] as TaTask);
      return { mean: mean * level, deviation: deviation * stretch };
    });
  }
}

const TRIALS = 3;
const RUNS_OF_TRIAL = 521;

/** A range in which what happened lies, however far from the template. */
function widened(task: TaTask): TaTask {
  const { o, m, p } = task;
  if (o === p) return task;
  const longest = 2 * p + 14;
  return { ...task, o: Math.min(o, Math.max(1, Math.floor(o * 0.4))), m, p: longest };
}
