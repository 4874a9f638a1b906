import type { Calendar } from "../calendar/calendar";
import { network } from "./network";
import { PlanDays } from "./planDays";
import type { DurationUnit } from "./taTemplate";

/** A task with what has happened to it so far. Dates are serial numbers of whole days. */
export interface TrackedTask {
  readonly code: string;
  readonly duration: number;
  readonly predecessors: string;
  readonly unit: DurationUnit;
  readonly actualStart?: number | undefined;
  readonly actualFinish?: number | undefined;
  readonly plannedStart?: number | undefined;
}

export interface ForecastRow {
  readonly start: number;
  readonly finish: number;
  readonly done: boolean;
}

/**
 * Forecast from what happened, by a forward pass. A finished task keeps its dates; a task without dates whose successor has
 * started or finished is taken as done. A started task needs its duration from its actual start, an unstarted one from the
 * as-of date, its planned start, or the day its predecessors allow, whichever is latest; nothing unfinished is forecast
 * before the as-of date. Days are inclusive, as in `taPlan`; a milestone (duration 0) falls on the latest finish before it.
 */
export function forecast(tasks: readonly TrackedTask[], asOf: number, calendar: Calendar): ForecastRow[] {
  const links = network(tasks);
  const days = new PlanDays(calendar);
  const happened = tasks.map(({ actualStart, actualFinish }) => actualStart ?? actualFinish);
  // Backwards, so that one date at the end of a chain tells that all before it is done.
  for (const i of [...links.order].reverse()) {
    if (happened[i] !== undefined) continue;
    const after = (links.outOf[i] ?? []).map(({ to, type }) => (type === "FS" ? happened[to] : undefined));
    const known = after.filter((date) => date !== undefined);
    if (known.length > 0) happened[i] = Math.min(...known);
  }
  const rows: ForecastRow[] = [];
  for (const i of links.order) {
    const task = tasks[i] as TrackedTask;
    const { actualStart, actualFinish, plannedStart, duration, unit } = task;
    if (actualFinish !== undefined) {
      rows[i] = {
        start: Math.min(actualStart ?? actualFinish, actualFinish),
        finish: actualFinish,
        done: true,
      };
      continue;
    }
    if (actualStart === undefined && happened[i] !== undefined) {
      rows[i] = { start: happened[i], finish: happened[i], done: true };
      continue;
    }
    let start = actualStart ?? Math.max(asOf, plannedStart ?? asOf);
    let finish = asOf;
    for (const { from, type, lag } of links.into[i] ?? []) {
      const before = rows[from] as ForecastRow;
      const milestone = duration === 0;
      if (type === "FS" && actualStart === undefined) {
        start = Math.max(start, days.shift(before.finish, lag, unit) + (milestone ? 0 : 1));
      }
      if (type === "SS" && actualStart === undefined)
        start = Math.max(start, days.shift(before.start, lag, unit));
      if (type === "FF") finish = Math.max(finish, days.shift(before.finish, lag, unit));
      if (type === "SF") finish = Math.max(finish, days.shift(before.start, lag, unit));
    }
    if (duration === 0) {
      finish = Math.max(start, finish);
      rows[i] = { start: finish, finish, done: false };
      continue;
    }
    if (actualStart === undefined) start = days.rollForward(start, unit);
    finish = Math.max(days.finishOf(start, Math.ceil(duration), unit), days.rollForward(finish, unit));
    rows[i] = { start, finish, done: false };
  }
  return rows;
}
