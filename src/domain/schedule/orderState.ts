import type { DayTable } from "./dayTable";
import type { OrderModel } from "./orderModel";
import type { TaTask } from "./taTemplate";

/** What a tracker's row says of a task. Dates are serial numbers. */
export interface TaskDates {
  readonly planStart?: number | undefined;
  readonly planFinish?: number | undefined;
  readonly actualStart?: number | undefined;
  readonly actualFinish?: number | undefined;
}

/** What the tracker's headings follow of a task: with such a column, a blank says that it has not happened. */
export interface TaskFollowed {
  readonly start: boolean;
  readonly finish: boolean;
}

/** An order: the dates of its row by the task's position, and which tasks its tracker follows. */
export interface Order {
  readonly dates: ReadonlyMap<number, TaskDates>;
  readonly followed: ReadonlyMap<number, TaskFollowed>;
}

const NEVER = -0x3fffffff;
const OPEN = 0x3fffffff;

/**
 * What is known of each task before its dates are computed. Ends are the day after the finish; a milestone at the end of work
 * ends with it, one that opens a day starts and ends with its first moment, as in `taPlan`.
 */
export interface TaskState {
  /** Finished on a known date: nothing about it is open. */
  readonly done: boolean;
  readonly start: number;
  readonly end: number;
  /** Started on a known date. */
  readonly begun: boolean;
  /** Not before: the as-of date of a start that is followed and has not come, the planned start. */
  readonly notBefore: number;
  /** Not after: what followed it has happened already. */
  readonly startBy: number;
  readonly endBy: number;
  /** Open on the as-of date, as somebody who follows it says. */
  readonly unfinished: boolean;
  /** Where the work of an order begins that says nothing of it: for tasks that wait for no other. */
  readonly opens: number;
  /** The day on which it is open, if it is. */
  readonly asOf: number;
}

/**
 * Reads an order's dates. A task with an actual date keeps it. A task without one whose successor has happened, happened too:
 * by then at the latest. What the tracker follows and leaves blank has not happened by the as-of date. What it does not
 * follow goes by the template, from what came before.
 */
export function orderState(
  { tasks, links, target, opening, banks }: OrderModel,
  { dates, followed }: Order,
  asOf: number | ((task: number) => number),
  begin: number,
  calendar: DayTable,
): TaskState[] {
  const daysOf = (i: number): DayTable => (banks.has(i) ? calendar.banks : calendar);
  const startBy = tasks.map(() => OPEN);
  const endBy = tasks.map(() => OPEN);
  for (const i of [...links.order].reverse()) {
    const task = tasks[i] as TaTask;
    const { actualStart, actualFinish } = dates.get(i) ?? {};
    let [start, end] = [OPEN, OPEN];
    for (const { to, type, lag } of links.outOf[i] ?? []) {
      const unit = (tasks[to] as TaTask).unit;
      const days = daysOf(to);
      const after = (type === "FS" || type === "SS" ? startBy : endBy)[to] as number;
      if (after === OPEN) continue;
      if (type === "FS") end = Math.min(end, days.shift(after - 1, -lag, unit) + 1);
      if (type === "SS") start = Math.min(start, days.shift(after, -lag, unit));
      if (type === "FF") end = Math.min(end, days.shift(after - 1, -lag, unit) + 1);
      if (type === "SF") start = Math.min(start, days.shift(after, -lag, unit));
    }
    if (actualFinish !== undefined) end = actualFinish + (opening.has(i) ? 0 : 1);
    if (end !== OPEN) start = Math.min(start, startOf(task, end, daysOf(i)));
    if (actualStart !== undefined)
      start = actualFinish === undefined ? actualStart : Math.min(actualStart, actualFinish);
    startBy[i] = task.m === 0 ? Math.min(start, end) : start;
    endBy[i] = end;
  }

  return tasks.map((task, i): TaskState => {
    const { planStart, planFinish, actualStart, actualFinish } = dates.get(i) ?? {};
    const follows = followed.get(i);
    const milestone = task.m === 0;
    const [by, end] = [startBy[i] as number, endBy[i] as number];
    const isOpening = opening.has(i);
    const on = typeof asOf === "number" ? asOf : asOf(i);
    let notBefore = NEVER;
    if (planStart !== undefined) notBefore = planStart + (milestone && !isOpening ? 1 : 0);
    if (planFinish !== undefined) {
      // Work planned to end on a day off ends on the next working day: on the one before it would be early.
      const last = milestone ? planFinish : daysOf(i).rollForward(planFinish, task.unit);
      notBefore = Math.max(notBefore, startOf(task, last + (isOpening ? 0 : 1), daysOf(i)));
    }
    // A followed start that nothing tells of has not come.
    if ((follows?.start || (milestone && follows?.finish)) && by === OPEN && end === OPEN) {
      notBefore = Math.max(notBefore, on + (milestone && !isOpening ? 1 : 0));
    }
    const done = actualFinish !== undefined || (milestone && actualStart !== undefined);
    const doneAt = actualFinish ?? actualStart ?? 0;
    return {
      done,
      start: done && milestone ? doneAt + (isOpening ? 0 : 1) : by,
      end: done ? doneAt + (isOpening ? 0 : 1) : end,
      begun: !done && actualStart !== undefined,
      notBefore: actualStart === undefined ? notBefore : NEVER,
      startBy: by,
      endBy: end,
      unfinished: end === OPEN && (i === target || follows?.finish === true),
      opens: begin,
      asOf: on,
    };
  });
}

/** The first day of a task that ends so, by its most likely duration. */
function startOf(task: TaTask, end: number, days: DayTable): number {
  return task.m === 0 ? end : days.startFor(end - 1, task.m, task.unit);
}
