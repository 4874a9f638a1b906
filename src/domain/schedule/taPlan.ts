import type { Calendar } from "../calendar/calendar";
import { daysBetween } from "../calendar/daysBetween";
import { LAST_SERIAL } from "../calendar/serialDate";
import { TradeError } from "../tradeError";
import { network, type Network } from "./network";
import { PlanDays } from "./planDays";
import type { DurationUnit, TaTask } from "./taTemplate";

export interface TaPlanRow {
  readonly task: TaTask;
  /** First and last day as serial numbers, both counted; equal for a milestone. */
  readonly start: number;
  readonly finish: number;
  /** Days the task may slip (working days for WD tasks, calendar days for CD) without moving the end of the plan. */
  readonly float: number;
}

/** Forward: anchor is the order date. Backward: anchor is the ex-factory date, and dates before it are the latest ones. */
export type PlanDirection = "forward" | "backward";

/** The ex-factory milestone of the published templates; a template of one's own without it is planned back from its last row. */
const EX_FACTORY = "T30";

/** Days from `start` up to, not including, `end`; a milestone is the moment start = end. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Dates of a time and action plan from most likely durations. Days are inclusive: n working days starting on s end on the
 * n-th counting s; a finish-to-start successor starts the next day, rolled forward to a working day; lags count in the
 * successor's unit. Finish-to-finish lags stretch a task rather than move its start: sewing and finishing overlap.
 */
export function taPlan(
  tasks: readonly TaTask[],
  anchor: number,
  direction: PlanDirection,
  calendar: Calendar,
): TaPlanRow[] {
  const links = network(tasks);
  const days = new PlanDays(calendar);
  const opening = openingMilestones(tasks, links);
  const ends = new Map<number, number>();
  let planned: Span[];
  let early: Span[];
  if (direction === "forward") {
    planned = early = forward(tasks, links, days, anchor, new Map());
  } else {
    const target = exFactoryOf(tasks);
    ends.set(target, opening.has(target) ? anchor : anchor + 1);
    const latest = backward(tasks, links, days, ends, leadingTo(target, links), Infinity);
    const latestStarts = new Map(
      [...latest].filter(([, { start }]) => start !== Infinity).map(([i, { start }]) => [i, start]),
    );
    const begin = [...latestStarts.values()].reduce((first, start) => Math.min(first, start));
    planned = forward(tasks, links, days, begin, latestStarts);
    early = forward(tasks, links, days, begin, new Map([[target, latestStarts.get(target) ?? begin]]));
  }
  const last = planned.reduce((latest, { end }) => Math.max(latest, end), -Infinity);
  links.outOf.forEach((successors, i) => {
    if (successors.length === 0 && !ends.has(i)) ends.set(i, last);
  });
  for (const { start, end } of planned) {
    if (start < 1 || end > LAST_SERIAL) throw new TradeError("noAnswer", "noAnswer", {});
  }
  const late = backward(tasks, links, days, ends, new Set(tasks.keys()), last);
  return tasks.map((task, i) => {
    const { start, end } = planned[i] as Span;
    const day = opening.has(i) ? start : end - 1;
    return {
      task,
      start: task.m === 0 ? day : start,
      finish: task.m === 0 ? day : end - 1,
      float: floatOf(task.unit, early[i] as Span, late.get(i) as Span, calendar),
    };
  });
}

function forward(
  tasks: readonly TaTask[],
  links: Network,
  days: PlanDays,
  begin: number,
  notBefore: ReadonlyMap<number, number>,
): Span[] {
  const spans: Span[] = [];
  for (const i of links.order) {
    const { m: duration, unit } = tasks[i] as TaTask;
    const into = links.into[i] ?? [];
    let start = notBefore.get(i) ?? (into.length === 0 ? begin : -Infinity);
    let end = -Infinity;
    for (const { from, type, lag } of into) {
      const before = spans[from] as Span;
      if (type === "FS") start = Math.max(start, days.shift(before.end - 1, lag, unit) + 1);
      if (type === "SS") start = Math.max(start, days.shift(before.start, lag, unit));
      if (type === "FF") end = Math.max(end, days.shift(before.end - 1, lag, unit) + 1);
      if (type === "SF") end = Math.max(end, days.shift(before.start, lag, unit));
    }
    if (duration === 0) {
      start = end = Math.max(start, end);
    } else {
      if (end !== -Infinity) end = days.rollForward(end - 1, unit) + 1;
      // Only finish links: the task starts as late as its duration allows.
      if (start === -Infinity) start = days.startFor(end - 1, duration, unit);
      start = days.rollForward(start, unit);
      end = Math.max(days.finishOf(start, duration, unit) + 1, end);
    }
    spans[i] = { start, end };
  }
  return spans;
}

/**
 * Latest dates of the tasks in `within`, so that the ends given are met, all is over by the end of `over` and no link is
 * broken. Towards ex-factory nothing else sets an end: a task that only lends its start may go on after it.
 */
function backward(
  tasks: readonly TaTask[],
  links: Network,
  days: PlanDays,
  ends: ReadonlyMap<number, number>,
  within: ReadonlySet<number>,
  over: number,
): Map<number, Span> {
  const spans = new Map<number, Span>();
  for (const i of [...links.order].reverse()) {
    if (!within.has(i)) continue;
    const { m: duration, unit } = tasks[i] as TaTask;
    let end = ends.get(i) ?? over;
    let start = Infinity;
    for (const { to, type, lag } of links.outOf[i] ?? []) {
      const after = spans.get(to);
      if (!after) continue;
      // What has no latest date of its own sets none.
      if ((type === "FS" || type === "SS" ? after.start : after.end) === Infinity) continue;
      const successorUnit = (tasks[to] as TaTask).unit;
      if (type === "FS") end = Math.min(end, days.unshift(after.start - 1, lag, successorUnit) + 1);
      if (type === "SS") start = Math.min(start, days.unshift(after.start, lag, successorUnit));
      if (type === "FF") end = Math.min(end, days.unshift(after.end - 1, lag, successorUnit) + 1);
      if (type === "SF") start = Math.min(start, days.unshift(after.end, lag, successorUnit));
    }
    if (duration === 0) {
      start = end = Math.min(start, end);
    } else if (end === Infinity) {
      if (start !== Infinity) start = days.rollBack(start, unit);
    } else {
      end = days.rollBack(end - 1, unit) + 1;
      start = days.rollBack(Math.min(start, days.startFor(end - 1, duration, unit)), unit);
    }
    spans.set(i, { start, end });
  }
  return spans;
}

export function exFactoryOf(tasks: readonly TaTask[]): number {
  const at = tasks.findIndex(({ code }) => code.trim().toUpperCase() === EX_FACTORY);
  return at >= 0 ? at : tasks.length - 1;
}

export function leadingTo(target: number, { into }: Network): Set<number> {
  const found = new Set([target]);
  for (const i of found) for (const { from } of into[i] ?? []) found.add(from);
  return found;
}

/** Milestones that open a day rather than close one: the order date, and what follows at once from it. */
export function openingMilestones(tasks: readonly TaTask[], { order, into }: Network): Set<number> {
  const opening = new Set<number>();
  for (const i of order) {
    const opens = (into[i] ?? []).every(
      ({ from, type }) => type === "SS" || (type === "FS" && opening.has(from)),
    );
    if (tasks[i]?.m === 0 && opens) opening.add(i);
  }
  return opening;
}

function floatOf(unit: DurationUnit, early: Span, late: Span, calendar: Calendar): number {
  const between = (from: number, to: number) => daysBetween(from, to, unit === "WD" ? calendar : undefined);
  // A task that only finish links tie down may start before its early start, so that only its finish counts.
  return Math.max(0, Math.min(between(early.start, late.start), between(early.end - 1, late.end - 1)));
}
