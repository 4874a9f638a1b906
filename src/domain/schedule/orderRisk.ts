import type { Calendar } from "../calendar/calendar";
import { calendarFor } from "../calendar/calendarFor";
import { calendarName } from "../calendar/calendarName";
import { closuresFrom, type ClosureRow } from "../calendar/closureRows";
import { LAST_SERIAL } from "../calendar/serialDate";
import { TradeError, type TradeErrors } from "../tradeError";
import { orderForecast, type OrderForecast, type TaskPart } from "./orderForecast";
import { orderModel, type OrderModel } from "./orderModel";
import { driverOf, driversOf, milestonesOf, nextStep } from "./orderReason";
import { room } from "./orderFloat";
import type { TaskDates, TaskFollowed } from "./orderState";
import { riskLevel, type RiskLevel } from "./riskLevel";
import { taTemplateWords, type TaTask } from "./taTemplate";
import type { RiskOrder } from "./riskOrder";
import { changedOrder, changedTasks, type WhatIf } from "./whatIf";

/** The analysis of orders as plain data in and out, so that a worker can do it. */
export interface RiskRequest {
  readonly asOf: number;
  readonly calendar: string;
  readonly closures: readonly ClosureRow[];
  readonly templates: Readonly<Record<string, readonly TaTask[]>>;
  /** The milestones for whose actual dates the tracker has columns: a blank says that it has not happened. */
  readonly followed: readonly string[];
  readonly orders: readonly RiskOrder[];
}

/** Why an order has no (or not every) figure: the code and the values of its sentence. */
export interface RiskProblem {
  readonly code: keyof TradeErrors;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface RiskDriver {
  readonly milestone: string;
  /** Days after its planned date, or after the date that the template gives it. */
  readonly late: number;
  /** Days by which the goods would leave the factory earlier, had it been on time. */
  readonly costs: number;
}

/** A milestone of the tracker that has not happened. */
export interface OpenMilestone {
  readonly milestone: string;
  readonly owner: string;
  /** Planned in the row. */
  readonly plan?: number;
  readonly forecast?: number;
  /**
   * The latest day with which the goods still leave by the due date, all that follows taking its most likely duration: before
   * its forecast, even before today, when the order is too late already.
   */
  readonly needed?: number;
}

/** What is known of an order; without dates nothing but its key. What a problem prevents is left out. */
export interface OrderRisk {
  readonly key: string;
  /** The day on which it left, when it has. */
  readonly shipped?: number;
  /** Ex-factory date with most likely durations, as SHIPDATE has it. */
  readonly ship?: number;
  /** The days by which half and four fifths of the simulated runs have left. */
  readonly p50?: number;
  readonly promise?: number;
  /** Chance of leaving by the due date; absent without one. */
  readonly chance?: number;
  readonly level?: RiskLevel | "SHIPPED";
  readonly driver?: RiskDriver;
  readonly next?: {
    readonly milestone: string;
    readonly owner: string;
    /** Planned in the row. */
    readonly date?: number;
    readonly forecast?: number;
  };
  /** In the template's order; absent when it has left. */
  readonly open?: readonly OpenMilestone[];
  readonly problem?: RiskProblem;
}

export interface MilestoneOutlook extends OpenMilestone {
  readonly name: string;
  /** Whether the tracker has it; others are carried by the template. */
  readonly tracked: boolean;
  /** From the row, else as the template has it. */
  readonly plan?: number;
  readonly actual?: number;
  /** With most likely durations; what has happened unseen, when it happened at the latest. */
  readonly forecast?: number;
  /** The days by which a tenth and nine tenths of the runs have it. */
  readonly p10?: number;
  readonly p90?: number;
  /** Days it may slip behind its forecast before the likely ex-factory date moves. */
  readonly float?: number;
  readonly open: boolean;
}

export interface OrderOutlook extends OrderRisk {
  readonly due?: number;
  readonly milestones: readonly MilestoneOutlook[];
  /** Days on which runs leave and the share that has left by then. */
  readonly curve: readonly { readonly day: number; readonly share: number }[];
  /**
   * Late milestones that move ex-factory, the dearest first. Each is put on its date with those before it, so that
   * the days add up; share is that of the whole delay against the plan.
   */
  readonly drivers: readonly (RiskDriver & { readonly share: number })[];
}

/** The risk of each order, in their order. What is wrong with one is told in its place and spoils no other. */
export function orderRisks(request: RiskRequest): OrderRisk[] {
  const read = reader(request);
  return request.orders.map((order) => {
    try {
      const forecast = read(order);
      return forecast ? riskOf(order, forecast) : { key: order.key };
    } catch (error) {
      return { key: order.key, problem: problemOf(error) };
    }
  });
}

/** All that is known of one order, or would be after a change. */
export function orderOutlook(request: RiskRequest, key: string, change: WhatIf = {}): OrderOutlook {
  const found = request.orders.find((one) => one.key === key);
  const nothing = { milestones: [], curve: [], drivers: [] };
  if (!found) return { key, ...nothing };
  const order = changedOrder(found, change);
  const by = order.due === undefined ? {} : { due: order.due };
  try {
    const forecast = reader(request, change)(order);
    if (!forecast) return { key, ...by, ...nothing };
    return {
      ...riskOf(order, forecast),
      ...by,
      milestones: attempt(() => milestonesAhead(forecast, order)).result ?? [],
      curve: attempt(() => forecast.curve()).result ?? [],
      drivers: attempt(() => driversWithShare(forecast)).result ?? [],
    };
  } catch (error) {
    return { key, ...by, ...nothing, problem: problemOf(error) };
  }
}

/** Reads the orders of a request; an order without dates has no forecast. */
function reader(request: RiskRequest, change: WhatIf = {}): (order: RiskOrder) => OrderForecast | undefined {
  const { asOf, templates, followed } = request;
  let calendar: Calendar | undefined;
  const byTemplate = new Map<string, Reading>();
  return (order) => {
    calendar ??= calendarFor(calendarName(request.calendar), closuresFrom(request.closures));
    let reading = byTemplate.get(order.template);
    if (!reading) {
      byTemplate.set(order.template, (reading = readingOf(order.template, templates, followed, change)));
    }
    const dates = datesOf(order, reading);
    if (dates.size === 0) return undefined;
    return orderForecast(reading.model, { dates, followed: reading.followed }, asOf, calendar);
  };
}

interface Reading {
  readonly model: OrderModel;
  readonly followed: ReadonlyMap<number, TaskFollowed>;
  readonly positions: ReadonlyMap<string, number>;
}

function readingOf(
  name: string,
  templates: RiskRequest["templates"],
  followed: readonly string[],
  change: WhatIf,
): Reading {
  const tasks = Object.hasOwn(templates, name) ? templates[name] : undefined;
  if (!tasks) {
    const choices = [...new Set([...Object.keys(templates), ...Object.values(taTemplateWords).flat()])];
    throw new TradeError("badInput", "unknownTemplate", { text: name, choices: choices.join(", ") });
  }
  const positions = new Map(tasks.map(({ code }, i) => [code.trim().toUpperCase(), i]));
  const follows = new Map<number, { start: boolean; finish: boolean }>();
  for (const milestone of followed) {
    const at = milestoneAt(milestone, positions);
    if (!at) continue;
    const known = follows.get(at.task) ?? { start: false, finish: false };
    known[at.part] = true;
    follows.set(at.task, known);
  }
  return { model: orderModel(changedTasks(tasks, change)), followed: follows, positions };
}

/** T21 or T19S: a task's code, or its code and S for its start. Milestones that the template lacks are passed over. */
function milestoneAt(milestone: string, positions: ReadonlyMap<string, number>): TaskPart | undefined {
  const id = milestone.trim().toUpperCase();
  const finish = positions.get(id);
  if (finish !== undefined) return { task: finish, part: "finish" };
  const start = id.endsWith("S") ? positions.get(id.slice(0, -1)) : undefined;
  return start === undefined ? undefined : { task: start, part: "start" };
}

const FIELDS = {
  plan: { start: "planStart", finish: "planFinish" },
  actual: { start: "actualStart", finish: "actualFinish" },
} as const;

function datesOf(order: RiskOrder, { positions }: Reading): Map<number, TaskDates> {
  const dates = new Map<number, { -readonly [K in keyof TaskDates]: TaskDates[K] }>();
  for (const [field, date] of Object.entries(order.dates)) {
    const dot = field.lastIndexOf(".");
    const kind = field.slice(dot + 1);
    if (dot < 0 || (kind !== "plan" && kind !== "actual")) continue;
    const at = milestoneAt(field.slice(0, dot), positions);
    if (!at) continue;
    const day = Math.floor(date);
    if (!(day >= 1 && day <= LAST_SERIAL)) {
      throw new TradeError("badInput", "notADate", { text: String(date) });
    }
    const of = dates.get(at.task) ?? {};
    of[FIELDS[kind][at.part]] = day;
    dates.set(at.task, of);
  }
  return dates;
}

function riskOf({ key, due }: RiskOrder, forecast: OrderForecast): OrderRisk {
  const { model, asOf } = forecast;
  let problem: RiskProblem | undefined;
  const known = <T>(compute: () => T): T | undefined => {
    const { result, error } = attempt(compute);
    problem ??= error;
    return result;
  };
  const left = known(() => forecast.shipped);
  const shipped = left !== undefined && left <= asOf ? left : undefined;
  const ship = known(() => forecast.ship());
  const p50 = known(() => forecast.dayBy(0.5));
  const promise = known(() => forecast.dayBy(0.8));
  const chance = due === undefined ? undefined : known(() => forecast.chance(due));
  const open = shipped === undefined;
  const driver = open && ship !== undefined ? known(() => driverOf(forecast)) : undefined;
  const next = open ? known(() => nextStep(forecast)) : undefined;
  const ahead = open ? known(() => openMilestones(forecast, due)) : undefined;
  const level = open ? (chance === undefined ? undefined : riskLevel(chance)) : "SHIPPED";
  return {
    key,
    ...(shipped === undefined ? {} : { shipped }),
    ...(ship === undefined ? {} : { ship }),
    ...(p50 === undefined ? {} : { p50 }),
    ...(promise === undefined ? {} : { promise }),
    ...(chance === undefined ? {} : { chance }),
    ...(level === undefined ? {} : { level }),
    ...(driver ? { driver: driverData(model, driver) } : {}),
    ...(next ? { next: nextData(forecast, next) } : {}),
    ...(ahead ? { open: ahead } : {}),
    ...(problem ? { problem } : {}),
  };
}

const idOf = ({ tasks }: OrderModel, { task, part }: TaskPart): string =>
  `${tasks[task]?.code ?? ""}${part === "start" ? "S" : ""}`;

function driverData(model: OrderModel, driver: TaskPart & { late: number; costs: number }): RiskDriver {
  return { milestone: idOf(model, driver), late: driver.late, costs: driver.costs };
}

function nextData(forecast: OrderForecast, at: TaskPart): NonNullable<OrderRisk["next"]> {
  const { model, order } = forecast;
  const { planStart, planFinish } = order.dates.get(at.task) ?? {};
  const date = at.part === "start" ? planStart : planFinish;
  const ahead = forecast.dates()[at.task]?.[at.part];
  return {
    milestone: idOf(model, at),
    owner: model.tasks[at.task]?.owner ?? "",
    ...(date === undefined ? {} : { date }),
    ...(ahead === undefined ? {} : { forecast: ahead }),
  };
}

function openMilestones(forecast: OrderForecast, due: number | undefined): OpenMilestone[] {
  const { model, order } = forecast;
  const dates = forecast.dates();
  const latest = due === undefined ? undefined : forecast.latest(due);
  return milestonesOf(forecast)
    .filter(({ task, part, tracked }) => tracked && forecast.isOpen(task, part))
    .map(({ task, part }) => {
      const { planStart, planFinish } = order.dates.get(task) ?? {};
      const plan = part === "start" ? planStart : planFinish;
      const ahead = dates[task]?.[part];
      const by = latest?.[task]?.[part];
      return {
        milestone: idOf(model, { task, part }),
        owner: model.tasks[task]?.owner ?? "",
        ...(plan === undefined ? {} : { plan }),
        ...(ahead === undefined ? {} : { forecast: ahead }),
        ...(by === undefined ? {} : { needed: by }),
      };
    });
}

function driversWithShare(forecast: OrderForecast): OrderOutlook["drivers"] {
  const { model } = forecast;
  if (forecast.shipped !== undefined && forecast.shipped <= forecast.asOf) return [];
  const drivers = driversOf(forecast);
  const planned = forecast.planned(model.target, "finish");
  const sum = drivers.reduce((days, { costs }) => days + costs, 0);
  const delay = Math.max(sum, planned === undefined ? 0 : forecast.ship() - planned);
  return drivers.map((driver) => ({ ...driverData(model, driver), share: driver.costs / delay }));
}

function milestonesAhead(forecast: OrderForecast, { due }: RiskOrder): MilestoneOutlook[] {
  const { model, order } = forecast;
  const dates = forecast.dates();
  const all = milestonesOf(forecast);
  const spread = attempt(() => forecast.spread(all)).result;
  const latest = due === undefined ? undefined : attempt(() => forecast.latest(due)).result;
  return all.map((at, i) => {
    const { actualStart, actualFinish } = order.dates.get(at.task) ?? {};
    const actual = at.part === "start" ? actualStart : actualFinish;
    const open = forecast.isOpen(at.task, at.part);
    const ahead = dates[at.task]?.[at.part];
    const plan = attempt(() => forecast.planned(at.task, at.part)).result;
    const float = open ? attempt(() => room(forecast, at)).result : undefined;
    const by = open ? latest?.[at.task]?.[at.part] : undefined;
    const { p10, p90 } = (open ? spread?.[i] : undefined) ?? {};
    return {
      milestone: idOf(model, at),
      name: model.tasks[at.task]?.name ?? "",
      owner: model.tasks[at.task]?.owner ?? "",
      tracked: at.tracked,
      ...(plan === undefined ? {} : { plan }),
      ...(actual === undefined ? {} : { actual }),
      ...(ahead === undefined ? {} : { forecast: ahead }),
      ...(p10 === undefined ? {} : { p10 }),
      ...(p90 === undefined ? {} : { p90 }),
      ...(float === undefined ? {} : { float }),
      ...(by === undefined ? {} : { needed: by }),
      open,
    };
  });
}

function attempt<T>(compute: () => T): { readonly result?: T; readonly error?: RiskProblem } {
  try {
    return { result: compute() };
  } catch (error) {
    return { error: problemOf(error) };
  }
}

function problemOf(error: unknown): RiskProblem {
  if (!(error instanceof TradeError)) throw error;
  const { code, values } = error as TradeError;
  return { code, params: { ...values } };
}
