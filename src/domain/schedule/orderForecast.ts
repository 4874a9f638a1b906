import type { Calendar } from "../calendar/calendar";
import { BEYOND, beyondData, dayTable, type DayTable } from "./dayTable";
import { latestDates } from "./orderLatest";
import type { OrderModel } from "./orderModel";
import { orderPass } from "./orderPass";
import { simulateOrder, type DayCounts, type Moment } from "./orderSimulation";
import { orderState, type Order, type TaskState } from "./orderState";

/** A task's dates as a forecast sees them, the finish included. */
export interface ForecastDates {
  readonly start: number;
  readonly finish: number;
}

export interface TaskPart {
  /** Position of the task in the template. */
  readonly task: number;
  readonly part: "start" | "finish";
}

export interface DatedPart extends TaskPart {
  readonly day: number;
}

export interface Spreads {
  readonly p10?: number;
  readonly p90?: number;
}

/** The forecast of one order on one day, with most likely durations; `chance` is simulated when asked for. */
export interface OrderForecast {
  readonly model: OrderModel;
  readonly order: Order;
  readonly asOf: number;
  /** The day on which the goods left the factory: that day, or the latest that can be, when only what followed is known. */
  readonly shipped: number | undefined;
  /** Forecast or actual ex-factory date. Throws where the calendar has no data for it. */
  readonly ship: () => number;
  /** Chance that the goods leave the factory on that day or before. */
  readonly chance: (due: number) => number;
  /** The first day on which that share of the runs has left. Throws where the calendar has no data for it. */
  readonly dayBy: (share: number) => number;
  /** The days on which runs leave, as far as the calendar has data, and the share that has left by then. */
  readonly curve: () => readonly { readonly day: number; readonly share: number }[];
  /** The days by which a tenth and nine tenths of the runs have each milestone; undefined past the calendar's data. */
  readonly spread: (milestones: readonly TaskPart[]) => readonly Spreads[];
  /** Dates of every task; undefined where the calendar has no data for them. */
  readonly dates: () => readonly (ForecastDates | undefined)[];
  /** What the template, begun when the order was, and the planned dates of the row say for the task. */
  readonly planned: (task: number, part: "start" | "finish") => number | undefined;
  /** The latest dates of every task with which the goods leave on that day; see `latestDates`. */
  readonly latest: (day: number) => ReturnType<typeof latestDates>;
  readonly isOpen: (task: number, part: "start" | "finish") => boolean;
  /** The ex-factory date if these had started or finished on these days. */
  readonly shipIf: (changes: readonly DatedPart[]) => number;
}

/** Days of the simulated ends and the share of the runs up to each. */
interface Spread {
  readonly days: Int32Array;
  readonly upTo: Float64Array;
  readonly table: DayTable;
}

/** What is worked out of one order on the way to its results. Kept for the last one only: thousands of them are large. */
interface Opened {
  readonly of: symbol;
  readonly days: DayTable;
  readonly begin: number;
  readonly states: readonly TaskState[];
  dates?: readonly (ForecastDates | undefined)[];
  template?: readonly (ForecastDates | undefined)[];
}

const ROUNDING = 1e-9;

let opened: Opened | undefined;
const forecasts = new Map<string, OrderForecast>();
const MOST_FORECASTS = 12_000;
const calendarIds = new WeakMap<Calendar, number>();
let calendars = 0;
/** The forecast that was asked for last of an order: whoever keeps its order finds it without comparing its dates. */
const ofOrder = new WeakMap<Order, OrderForecast>();
const calendarOf = new WeakMap<OrderForecast, Calendar>();

/** The forecast of an order, remembered by what it hangs on: when one row of a tracker changes, one is computed. */
export function orderForecast(
  model: OrderModel,
  order: Order,
  asOf: number,
  calendar: Calendar,
): OrderForecast {
  const last = ofOrder.get(order);
  if (last?.model === model && last.asOf === asOf && calendarOf.get(last) === calendar) return last;
  let calendarId = calendarIds.get(calendar);
  if (calendarId === undefined) calendarIds.set(calendar, (calendarId = ++calendars));
  let key = `${model.id} ${calendarId} ${asOf}`;
  for (const [task, { start, finish }] of order.followed)
    key += ` ${task}${start ? "s" : ""}${finish ? "f" : ""}`;
  for (const [task, dates] of order.dates) {
    const { planStart = "", planFinish = "", actualStart = "", actualFinish = "" } = dates;
    key += `;${task},${planStart},${planFinish},${actualStart},${actualFinish}`;
  }
  let forecast = forecasts.get(key);
  if (!forecast) {
    forecast = makeForecast(model, order, asOf, calendar);
    // The oldest goes: a tracker is computed from its first row to its last.
    if (forecasts.size >= MOST_FORECASTS) forecasts.delete(forecasts.keys().next().value as string);
    forecasts.set(key, forecast);
  }
  ofOrder.set(order, forecast);
  calendarOf.set(forecast, calendar);
  return forecast;
}

function makeForecast(model: OrderModel, order: Order, asOf: number, calendar: Calendar): OrderForecast {
  const { target } = model;
  const actual = order.dates.get(target)?.actualFinish;
  // An order may be forecast by several calendars in turn.
  const self = Symbol();
  // Only when needed: an order that has left needs no calendar.
  const open = (): Opened => {
    if (opened?.of !== self) {
      const days = tableFor(model, order, asOf, calendar);
      const begin = beginOf(model, order, asOf, days);
      opened = { of: self, days, begin, states: orderState(model, order, asOf, begin, days) };
    }
    return opened;
  };
  const likely = (states: readonly TaskState[], days: DayTable, wanted: Iterable<number>) =>
    orderPass(model, states, days, undefined, wanted);
  const shipOf = (states: readonly TaskState[], days: DayTable): number => {
    const end = likely(states, days, [target]).ends[target]?.[0] as number;
    if (end >= BEYOND) throw beyondData(calendar, asOf);
    return model.opening.has(target) ? end : end - 1;
  };
  let left: { readonly day: number | undefined } | undefined;
  const inferred = () => (left ??= { day: infer() }).day;
  const infer = () => {
    const { states, days } = open();
    const { endBy, startBy } = states[target] as TaskState;
    return Math.min(endBy, startBy) < BEYOND && endBy < BEYOND ? shipOf(states, days) : undefined;
  };
  let ship: number | undefined;
  let spread: Spread | undefined;
  const spreadOut = () => (spread ??= spreadOf(model, open().states, open().days));
  let bounds: readonly [number, number] | undefined;
  /** The first and the last day on which the goods can leave, whatever each task takes of its range. */
  const boundsOf = () => (bounds ??= boundsIn(model, open().states, open().days));
  const all = () => model.tasks.keys();
  const datesOf = (states: readonly TaskState[], days: DayTable) => {
    const pass = likely(states, days, all());
    return model.tasks.map((task, i): ForecastDates | undefined => {
      const [start, end] = [pass.starts[i]?.[0] as number, pass.ends[i]?.[0] as number];
      if (end >= BEYOND) return undefined;
      const moment = task.m === 0 ? end - (model.opening.has(i) ? 0 : 1) : undefined;
      return { start: moment ?? start, finish: moment ?? end - 1 };
    });
  };

  return {
    model,
    order,
    asOf,
    get shipped() {
      return actual ?? inferred();
    },
    ship: () => (ship ??= actual ?? shipOf(open().states, open().days)),
    chance(due) {
      const gone = actual ?? inferred();
      if (gone !== undefined) return gone <= due ? 1 : 0;
      if (due < asOf) return 0;
      // What is certain is known without drawing a single run.
      if (!spread && model.plain) {
        const [first, last] = boundsOf();
        if (last <= due) return 1;
        if (due < first && due <= open().days.last) return 0;
      }
      return shareBy(spreadOut(), due, calendar, asOf);
    },
    dayBy(share) {
      const gone = actual ?? inferred();
      if (gone !== undefined) return gone;
      const { days, upTo } = spreadOut();
      const day = days[upTo.findIndex((reached) => reached >= share - ROUNDING)] as number;
      if (day >= BEYOND) throw beyondData(calendar, asOf);
      return day;
    },
    curve() {
      const gone = actual ?? inferred();
      if (gone !== undefined) return [{ day: gone, share: 1 }];
      const { days, upTo } = spreadOut();
      return [...days].flatMap((day, k) => (day >= BEYOND ? [] : [{ day, share: upTo[k] as number }]));
    },
    spread(milestones) {
      const { states, days } = open();
      const moments = milestones.map(({ task, part }): Moment => {
        return { task, part: part === "start" && model.tasks[task]?.m !== 0 ? "start" : "end" };
      });
      return simulateOrder(model, states, days, moments).map((counts, n): Spreads => {
        const { task, part } = moments[n] as Moment;
        const inclusive = part === "end" && !model.opening.has(task) ? 1 : 0;
        const [p10, p90] = [dayWith(counts, 0.1), dayWith(counts, 0.9)];
        return {
          ...(p10 === undefined ? {} : { p10: p10 - inclusive }),
          ...(p90 === undefined ? {} : { p90: p90 - inclusive }),
        };
      });
    },
    dates: () => (open().dates ??= datesOf(open().states, open().days)),
    planned(task, part) {
      const { planStart, planFinish } = order.dates.get(task) ?? {};
      const plan = part === "start" ? planStart : planFinish;
      if (plan !== undefined) return plan;
      const { days, begin } = open();
      const root = rootDate(model, order);
      if (root === undefined && begin === asOf) return undefined;
      const from = root ?? begin;
      open().template ??= datesOf(orderState(model, NOTHING, from, from, days), days);
      return open().template?.[task]?.[part];
    },
    latest: (day) => latestDates(model, day, open().days),
    isOpen(task, part) {
      const { begun, done, startBy, endBy } = open().states[task] as TaskState;
      if (done || endBy < BEYOND) return false;
      return part === "finish" || !(begun || startBy < BEYOND);
    },
    shipIf(changes) {
      const { days, begin, dates } = open();
      const changed = new Map(order.dates);
      let on: (task: number) => number = () => asOf;
      for (const { task, part, day } of changes) {
        const before = changed.get(task) ?? {};
        changed.set(
          task,
          part === "start"
            ? { ...before, actualStart: day }
            : { ...before, actualFinish: day, planFinish: day },
        );
        // Had it been on time, what follows it would be as much further on: open so many days ago.
        const gained = Math.max(0, (dates?.[task]?.[part] ?? day) - day);
        if (gained === 0) continue;
        const after = following(model, task);
        const otherwise = on;
        on = (i) => Math.min(otherwise(i), after.has(i) ? asOf - gained : asOf);
      }
      return shipOf(orderState(model, { ...order, dates: changed }, on, begin, days), days);
    },
  };
}

function following({ links }: OrderModel, task: number): Set<number> {
  const found = new Set([task]);
  for (const i of found) for (const { to } of links.outOf[i] ?? []) found.add(to);
  return found;
}

const NOTHING: Order = { dates: new Map(), followed: new Map() };

function tableFor(model: OrderModel, order: Order, asOf: number, calendar: Calendar): DayTable {
  let latest = asOf;
  for (const { planStart, planFinish, actualStart, actualFinish } of order.dates.values()) {
    latest = Math.max(latest, planStart ?? 0, planFinish ?? 0, actualStart ?? 0, actualFinish ?? 0);
  }
  return dayTable(calendar, asOf, model.reach, latest + model.reach);
}

function rootDate({ links, opening }: OrderModel, { dates }: Order): number | undefined {
  const root = links.order.find((i) => opening.has(i) && dates.has(i));
  if (root === undefined) return undefined;
  const { actualStart, actualFinish, planStart, planFinish } = dates.get(root) ?? {};
  return actualFinish ?? actualStart ?? planFinish ?? planStart;
}

/** Dates of the template begun on a day, by calendar. */
const templates = new WeakMap<DayTable, Map<string, readonly number[]>>();
const MOST_TEMPLATES = 200;

/**
 * Where the work began, for rows that do not say: on the as-of date, or earlier where the plan shows that it did, counted
 * back from each planned date by the template.
 */
function beginOf(model: OrderModel, order: Order, asOf: number, days: DayTable): number {
  const { tasks, opening } = model;
  let begin = asOf;
  let ends: readonly number[] | undefined;
  for (const [i, { planStart, planFinish }] of order.dates) {
    if (planStart === undefined && planFinish === undefined) continue;
    ends ??= templateEnds(model, asOf, days);
    const end = ends[i] as number;
    if (end >= BEYOND) continue;
    const task = tasks[i] as { m: number; unit: "WD" | "CD" };
    const finish = opening.has(i) ? end : end - 1;
    const own = model.banks.has(i) ? days.banks : days;
    const start = task.m === 0 ? finish : own.startFor(finish, task.m, task.unit);
    if (planFinish !== undefined) begin = Math.min(begin, planFinish - (finish - asOf));
    if (planStart !== undefined) begin = Math.min(begin, planStart - (start - asOf));
  }
  return begin;
}

function templateEnds(model: OrderModel, from: number, days: DayTable): readonly number[] {
  let known = templates.get(days);
  if (!known) templates.set(days, (known = new Map<string, readonly number[]>()));
  const key = `${model.id} ${from}`;
  let ends = known.get(key);
  if (!ends) {
    const states = orderState(model, NOTHING, from, from, days);
    ends = orderPass(model, states, days, undefined, model.tasks.keys()).ends.map((one) => one[0] as number);
    if (known.size >= MOST_TEMPLATES) known.clear();
    known.set(key, ends);
  }
  return ends;
}

function boundsIn(
  model: OrderModel,
  states: readonly TaskState[],
  table: DayTable,
): readonly [number, number] {
  const inclusive = model.opening.has(model.target) ? 0 : 1;
  const [first, last] = model.extremes().map((sample) => {
    const end = orderPass(model, states, table, sample, [model.target]).ends[model.target]?.[0] as number;
    return end >= BEYOND ? BEYOND : end - inclusive;
  });
  return [first as number, last as number];
}

function spreadOf(model: OrderModel, states: readonly TaskState[], table: DayTable): Spread {
  const [counts] = simulateOrder(model, states, table, [{ task: model.target, part: "end" }]);
  const { first, runs, beyond, total } = counts as DayCounts;
  const inclusive = model.opening.has(model.target) ? 0 : 1;
  const days: number[] = [];
  const upTo: number[] = [];
  let sum = 0;
  runs.forEach((count, k) => {
    if (count === 0) return;
    days.push(first + k - inclusive);
    upTo.push((sum += count) / total);
  });
  if (beyond > 0) {
    days.push(BEYOND);
    upTo.push(1);
  }
  return { days: Int32Array.from(days), upTo: Float64Array.from(upTo), table };
}

/** The first day on which that share of the runs has come; undefined past the calendar's data. */
function dayWith({ first, runs, total }: DayCounts, share: number): number | undefined {
  let sum = 0;
  for (let k = 0; k < runs.length; k++) {
    if ((sum += runs[k] as number) >= share * total - ROUNDING) return first + k;
  }
  return undefined;
}

function shareBy({ days, upTo, table }: Spread, due: number, calendar: Calendar, asOf: number): number {
  // Runs past the last year with data are late for every due date within the data; for a later one nobody knows.
  if (due > table.last && days[days.length - 1] === BEYOND) throw beyondData(calendar, asOf);
  let share = 0;
  for (let k = 0; k < days.length && (days[k] as number) <= due; k++) share = upTo[k] as number;
  return share;
}
