import type { Calendar } from "../calendar/calendar";
import { TradeError } from "../tradeError";
import { BEYOND, dayTable, type DayTable } from "./dayTable";
import type { LinkType } from "./network";
import type { OrderModel } from "./orderModel";
import { orderPass } from "./orderPass";
import type { Sample } from "./orderSample";
import { orderState, type Order, type TaskDates, type TaskState } from "./orderState";
import type { TaTask } from "./taTemplate";

/** A date of a finished order that can be simulated from the dates before it. */
export interface Replay extends Milestone {
  /** Position of the order. */
  readonly order: number;
  /** The date, as the pass has it: of an end the day after it. */
  readonly day: number;
  /** The tasks that lie between it and the dates before it. */
  readonly between: readonly number[];
  readonly states: readonly TaskState[];
  readonly days: DayTable;
}

/** Runs with the shortest and the longest durations that anybody would believe. */
export type Bounds = readonly [shortest: Sample, longest: Sample];

/** Every date of a finished order that follows from dates before it; one that nobody would believe is "unexplained". */
export function replaysOf(
  model: OrderModel,
  bounds: Bounds,
  order: Order,
  at: number,
  calendar: Calendar,
): (Replay | "unexplained")[] {
  return datedIn(order, model).flatMap((milestone): Replay | "unexplained" | [] => {
    const replay = replayed(model, bounds, order, at, milestone, calendar);
    if (replay !== "unexplained") return replay ?? [];
    // Not everybody waits for the planned date, nor for as long as the template thinks.
    return replayed(model, bounds, withoutPlan(order), at, milestone, calendar, true) ?? [];
  });
}

/** The date in each run; see `Replay.day`. */
export function runsOf({ task, part, states, days }: Replay, model: OrderModel, sample: Sample): Int32Array {
  const pass = orderPass(model, states, days, sample, [task]);
  return (part === "start" ? pass.starts : pass.ends)[task] as Int32Array;
}

/** The order with what happened alone. */
export function withoutPlan(order: Order): Order {
  const dates = [...order.dates].map(([task, { actualStart, actualFinish }]): [number, TaskDates] => [
    task,
    {
      ...(actualStart !== undefined && { actualStart }),
      ...(actualFinish !== undefined && { actualFinish }),
    },
  ]);
  return { ...order, dates: new Map(dates) };
}

interface Milestone {
  readonly task: number;
  readonly part: "start" | "finish";
}

/** What happened of an order before or with ex-factory, in the order of the network. */
function datedIn({ dates }: Order, { links, within, tasks }: OrderModel): Milestone[] {
  const found: Milestone[] = [];
  for (const task of links.order) {
    if (!within.has(task) || (tasks[task] as TaTask).p === 0) continue;
    const { actualStart, actualFinish } = dates.get(task) ?? {};
    if (actualStart !== undefined) found.push({ task, part: "start" });
    if (actualFinish !== undefined) found.push({ task, part: "finish" });
  }
  return found;
}

function replayed(
  model: OrderModel,
  bounds: Bounds,
  order: Order,
  at: number,
  { task, part }: Milestone,
  calendar: Calendar,
  overlaps = false,
): Replay | "unexplained" | undefined {
  const known = before(order, { task, part }, model);
  const between = known?.open.filter((i) => varies(model.tasks[i] as TaTask)) ?? [];
  if (!known || between.length === 0) return undefined;
  const { actualStart, actualFinish } = order.dates.get(task) ?? {};
  const day = part === "start" ? (actualStart as number) : (actualFinish as number) + 1;
  try {
    const dates = [...known.dates.values()].flatMap((each) => Object.values(each) as number[]);
    const earliest = Math.min(...dates);
    const days = dayTable(calendar, earliest, model.reach, Math.max(day, ...dates) + model.reach);
    const stateOf = (of: ReadonlyMap<number, TaskDates>) =>
      orderState(model, { dates: of, followed: new Map() }, earliest, earliest, days).map((state) =>
        // Nothing but what came before is known: no later date bounds what is simulated.
        state.done ? state : { ...state, startBy: BEYOND, endBy: BEYOND, unfinished: false },
      );
    const states = stateOf(known.dates);
    if (known.begins.size > 0) {
      // Work that is done began when it could, most likely.
      const undone = new Map([...known.dates].map(([i, of]) => [i, known.begins.has(i) ? {} : of]));
      const { starts } = orderPass(model, stateOf(undone), days, undefined, known.begins);
      for (const i of known.begins) {
        const state = states[i] as TaskState;
        states[i] = { ...state, start: Math.min(starts[i]?.[0] ?? state.start, state.end - 1) };
      }
    }
    const replay: Replay = { order: at, task, part, day, between, states, days };
    const [least = 0, most = 0] = bounds.map((one) => runsOf(replay, model, one)[0] as number);
    if (least <= day && day <= most) return replay;
    // Inspected and gone on one day, packed while the last pieces are sewn: as soon as it could be, and no slip.
    const happened = [...known.dates.values()].flatMap(({ actualStart = 0, actualFinish = 0 }) => [
      actualStart,
      actualFinish,
    ]);
    const lastDay = part === "start" ? day : day - 1;
    return overlaps && lastDay >= Math.max(...happened) && day < least
      ? { ...replay, day: least }
      : "unexplained";
  } catch (error) {
    // A day for which nobody knows the days off: the order lies beyond the calendar.
    if (error instanceof TradeError) return undefined;
    throw error;
  }
}

const varies = ({ o, p }: TaTask): boolean => o < p;

interface Before {
  /** Dates of the tasks that lead to the milestone, back to the last ones that are known. */
  readonly dates: ReadonlyMap<number, TaskDates>;
  /** Tasks that are done, and of which the beginning matters but is not known. */
  readonly begins: ReadonlySet<number>;
  /** Tasks whose durations lie between. */
  readonly open: readonly number[];
}

/** What was known before the milestone; undefined where some way to it begins without a date. */
function before({ dates }: Order, { task, part }: Milestone, { links }: OrderModel): Before | undefined {
  const known = new Map<number, TaskDates>();
  const open = new Set<number>();
  const begins = new Set<number>();
  const asked = new Set<string>();
  const waiting: Milestone[] = [{ task, part }];
  for (const { task: i, part: wanted } of waiting) {
    if (asked.has(`${i} ${wanted}`)) continue;
    asked.add(`${i} ${wanted}`);
    const { actualStart, actualFinish, ...planned } = dates.get(i) ?? {};
    const into = links.into[i] ?? [];
    if (i !== task && actualFinish !== undefined) {
      known.set(i, { ...planned, actualFinish, ...(actualStart !== undefined && { actualStart }) });
      if (wanted === "finish" || actualStart !== undefined || into.length === 0) continue;
      begins.add(i);
      for (const { from, type } of into) waiting.push({ task: from, part: partOf(type) });
      continue;
    }
    const begun = actualStart !== undefined && (i !== task || part === "finish");
    known.set(i, begun ? { ...planned, actualStart } : planned);
    const onlyFinishLinks = into.length > 0 && into.every(({ type }) => type === "FF" || type === "SF");
    if (wanted === "finish" || (onlyFinishLinks && !begun)) open.add(i);
    if (into.length === 0 && !begun) return undefined;
    for (const { from, type } of into) {
      const startLink = type === "FS" || type === "SS";
      if (startLink ? begun : wanted === "start" && !onlyFinishLinks) continue;
      waiting.push({ task: from, part: partOf(type) });
    }
  }
  return { dates: known, begins, open: [...open] };
}

/** The end of a predecessor that a link hangs on. */
const partOf = (type: LinkType): Milestone["part"] => (type === "SS" || type === "SF" ? "start" : "finish");
