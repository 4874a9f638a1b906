import { BEYOND, type DayTable } from "./dayTable";
import type { Link } from "./network";
import type { OrderModel } from "./orderModel";
import { placeOf, type Sample } from "./orderSample";
import type { TaskState } from "./orderState";
import type { TaTask } from "./taTemplate";

const NEVER = -0x3fffffff;

/** Dates of the tasks in each run, by position; tasks that decide nothing are left out. */
export interface Pass {
  readonly starts: readonly Int32Array[];
  /** The day after the finish; for milestones see `TaskState`. */
  readonly ends: readonly Int32Array[];
}

/**
 * Forward pass through what is left of an order, all runs of a task at a time; without a sample one run with the most likely
 * durations. The rules are those of `taPlan`, and beyond them: nothing that is open on the as-of date ends before it, and an
 * open task takes what is left of a duration that has lasted so long already.
 */
export function orderPass(
  model: OrderModel,
  states: readonly TaskState[],
  days: DayTable,
  sample?: Sample,
  wanted: Iterable<number> = [model.target],
): Pass {
  const { tasks, links } = model;
  const runs = sample?.runs ?? 1;
  const { starts, ends } = sample?.room() ?? {
    starts: tasks.map(() => new Int32Array(1)),
    ends: tasks.map(() => new Int32Array(1)),
  };
  const needed = neededFor(wanted, states, links.into);
  for (const i of links.order) {
    if (!needed.has(i)) continue;
    const state = states[i] as TaskState;
    const [start, end] = [starts[i], ends[i]] as [Int32Array, Int32Array];
    if (state.done) {
      start.fill(state.start);
      end.fill(state.end);
      continue;
    }
    const task = tasks[i] as TaTask;
    const own = model.banks.has(i) ? days.banks : days;
    follow(links.into[i] ?? [], task, state, starts, ends, i, own);
    if (task.m === 0 && task.p === 0) closeMilestone(state, start, end, model.opening.has(i));
    else close(task, state, start, end, own, runs, i, sample);
  }
  return { starts, ends };
}

export function neededFor(
  wanted: Iterable<number>,
  states: readonly TaskState[],
  into: readonly (readonly Link[])[],
): Set<number> {
  const needed = new Set(wanted);
  for (const i of needed) if (!states[i]?.done) for (const { from } of into[i] ?? []) needed.add(from);
  return needed;
}

/** What the predecessors allow: earliest start and, from finish links, earliest end. */
function follow(
  into: readonly Link[],
  { unit }: TaTask,
  { notBefore, opens }: TaskState,
  starts: readonly Int32Array[],
  ends: readonly Int32Array[],
  i: number,
  days: DayTable,
): void {
  const [start, end] = [starts[i], ends[i]] as [Int32Array, Int32Array];
  start.fill(into.length === 0 ? Math.max(notBefore, opens) : notBefore);
  end.fill(NEVER);
  const runs = start.length;
  for (const { from, type, lag } of into) {
    const fromStart = type === "SS" || type === "SF";
    const before = (fromStart ? starts : ends)[from] as Int32Array;
    const reach = type === "FS" || type === "SS" ? start : end;
    const inclusive = fromStart ? 0 : 1;
    const counts = unit === "WD" && lag !== 0;
    for (let k = 0; k < runs; k++) {
      const at = before[k] as number;
      const day = counts ? days.workday(at - inclusive, lag) + inclusive : at + lag;
      if (day > (reach[k] as number)) reach[k] = day;
    }
  }
}

function closeMilestone(
  { startBy, endBy, unfinished, asOf }: TaskState,
  start: Int32Array,
  end: Int32Array,
  opening: boolean,
): void {
  const floor = unfinished ? asOf + (opening ? 0 : 1) : NEVER;
  const by = Math.min(startBy, endBy);
  for (let k = 0; k < start.length; k++) {
    start[k] = end[k] = Math.min(Math.max(start[k] as number, end[k] as number, floor), by);
  }
}

function close(
  { o, m, unit }: TaTask,
  { start: known, begun, startBy, endBy, unfinished, asOf }: TaskState,
  start: Int32Array,
  end: Int32Array,
  days: DayTable,
  runs: number,
  i: number,
  sample: Sample | undefined,
): void {
  const durations = sample?.durations(i);
  for (let k = 0; k < runs; k++) {
    let duration = durations ? (durations[k] as number) : m;
    let over = end[k] as number;
    let first: number;
    if (begun) {
      first = known;
    } else {
      first = start[k] as number;
      if (over !== NEVER) over = days.rollForward(over - 1, unit) + 1;
      // Only finish links: the task starts as late as its duration allows.
      if (first === NEVER) first = days.startFor(over - 1, duration, unit);
      if (duration > 0) first = Math.min(days.rollForward(first, unit), startBy);
    }
    if (duration === 0) {
      const moment = Math.max(first, end[k] as number, unfinished ? asOf + 1 : NEVER);
      start[k] = end[k] = Math.min(moment, startBy, endBy);
      continue;
    }
    if (unfinished && first < asOf) {
      const lasted = days.elapsed(first, asOf, unit);
      if (lasted > 0) duration = longerThan(lasted, o, duration, sample?.shares(i), sample?.within(i), k);
    }
    const last = days.finishOf(first, duration, unit) + 1;
    const closes = Math.min(Math.max(last, over, unfinished ? asOf + 1 : NEVER), endBy);
    end[k] = Math.min(closes, BEYOND);
    start[k] = Math.min(first, closes - 1);
  }
}

/** A duration that has lasted so many days and is not over: as its distribution has it, given that. */
export function longerThan(
  lasted: number,
  o: number,
  duration: number,
  shares: Float64Array | undefined,
  chances: Float64Array | undefined,
  k: number,
): number {
  if (!shares || !chances) return Math.max(duration, lasted + 1);
  if (lasted < o) return duration;
  const past = lasted - o < chances.length ? (chances[lasted - o] as number) : 1;
  if (past >= 1 - 1e-9 || shares.length === 0) return Math.max(duration, lasted + 1);
  const share = past + (1 - past) * (shares[k] as number);
  return Math.max(o + placeOf(share, chances, lasted - o), lasted + 1);
}
