import { calendarFor } from "../calendar/calendarFor";
import { calendarName } from "../calendar/calendarName";
import { closuresFrom, type ClosureRow } from "../calendar/closureRows";
import { learnDurations, withLearned, type LearnedTask, type Learning } from "./learnDurations";
import type { Order, TaskDates } from "./orderState";
import type { TaTask } from "./taTemplate";

/** A finished order: dates by `<milestone>.plan` and `<milestone>.actual`, as in `RiskOrder`. */
export interface FinishedOrder {
  readonly factory: string;
  readonly dates: Readonly<Record<string, number>>;
}

/** Plain data in and out, so that a worker can do it. */
export interface LearnRequest {
  readonly calendar: string;
  readonly closures: readonly ClosureRow[];
  readonly templates: readonly {
    readonly template: string;
    readonly tasks: readonly TaTask[];
    readonly orders: readonly FinishedOrder[];
  }[];
}

/** What finished orders propose for a template, at all factories ("") or at one. */
export interface Proposal {
  readonly template: string;
  readonly factory: string;
  /** Orders that it rests on, and dates that were left out because nothing explains them. */
  readonly orders: number;
  readonly unexplained: number;
  /** The tasks that change. */
  readonly changes: readonly LearnedTask[];
  /** How often a task is held up, as a share: by the template, and as it was learned. */
  readonly heldUp: { readonly template: number; readonly learned: number };
  /** The whole template with what was learned. */
  readonly tasks: readonly TaTask[];
}

/** Fewer say more of luck than of a template or a factory. */
export const LEAST_ORDERS = 5;

/**
 * Durations by template, and by template and factory, from finished orders. A factory's own start from what all orders of the
 * template say, so that they need few orders of its own.
 */
export function learnFromOrders({ calendar, closures, templates }: LearnRequest): Proposal[] {
  const days = calendarFor(calendarName(calendar), closuresFrom(closures));
  return templates.flatMap(({ template, tasks, orders }) => {
    if (orders.length < LEAST_ORDERS) return [];
    const rows = orders.map((order) => ({ factory: order.factory, row: rowOf(order, tasks) }));
    const general = learnDurations(
      tasks,
      rows.map(({ row }) => row),
      days,
    );
    const all = withLearned(tasks, general);
    const names = new Map<string, string>();
    for (const { factory } of rows) if (factory !== "") names.set(factory.toLowerCase(), factory);
    const own = [...names].flatMap(([folded, factory]) => {
      const made = rows.filter((order) => order.factory.toLowerCase() === folded);
      // The only factory is what the template learns already.
      if (made.length < LEAST_ORDERS || made.length === rows.length) return [];
      const learning = learnDurations(
        all,
        made.map(({ row }) => row),
        days,
      );
      return [proposal(template, factory, tasks, withLearned(all, learning), learning)];
    });
    return [proposal(template, "", tasks, all, general), ...own];
  });
}

function proposal(
  template: string,
  factory: string,
  before: readonly TaTask[],
  tasks: readonly TaTask[],
  learning: Learning,
): Proposal {
  const changes = learning.tasks.flatMap((learned, i): LearnedTask[] => {
    const { o, m, p } = before[i] as TaTask;
    const { learned: now } = learned;
    return now.o === o && now.m === m && now.p === p ? [] : [{ ...learned, template: { o, m, p } }];
  });
  const { orders, unexplained, heldUp: learned } = learning;
  const heldUp = { template: Math.max(...before.map(({ heldUp = 0 }) => heldUp)), learned };
  return { template, factory, orders, unexplained, changes, heldUp, tasks };
}

/** The dates of a row by the position of their task; those of milestones that the template does not have are passed over. */
export function rowOf({ dates }: FinishedOrder, tasks: readonly TaTask[]): Order {
  const known = new Map<number, TaskDates>();
  for (const [name, day] of Object.entries(dates)) {
    const [milestone = "", kind] = name.split(".");
    const exact = tasks.findIndex(({ code }) => code === milestone);
    const task = exact >= 0 ? exact : tasks.findIndex(({ code }) => `${code}S` === milestone);
    if (task < 0) continue;
    const part = exact >= 0 ? "Finish" : "Start";
    known.set(task, { ...known.get(task), [`${kind === "plan" ? "plan" : "actual"}${part}`]: day });
  }
  return { dates: known, followed: new Map() };
}
