import { calendarFor } from "../src/domain/calendar/calendarFor";
import { serialDate } from "../src/domain/calendar/serialDate";
import { learnDurations, withLearned } from "../src/domain/schedule/learnDurations";
import { network, type Network } from "../src/domain/schedule/network";
import { orderForecast, type OrderForecast } from "../src/domain/schedule/orderForecast";
import { orderModel } from "../src/domain/schedule/orderModel";
import type { Order, TaskDates, TaskFollowed } from "../src/domain/schedule/orderState";
import type { TaTask } from "../src/domain/schedule/taTemplate";
import { TabledDistribution } from "../src/domain/schedule/tabledDistribution";
import { pertDeviation, pertMean } from "../src/domain/schedule/threePoint";
import {
  chanceFrom,
  FACTORIES,
  makeWorld,
  trackedMilestones,
  worldTemplates,
  type Chance,
  type Family,
  type HoldUps,
  type World,
  type WorldOrder,
} from "./honestyWorld";

export interface ExperimentSettings {
  readonly seed: number;
  /** Of the true durations; lognormal if left out. */
  readonly family?: Family;
  /** How often and how long tasks are held up. */
  readonly holdUps?: HoldUps;
  /** Finished orders to learn from. */
  readonly finished: number;
  readonly orders: number;
  /** Days on which each order is looked at, as long as it is open and not overdue. */
  readonly looks: number;
}

export interface Decile {
  readonly count: number;
  readonly predicted: number;
  readonly observed: number;
}

export interface Honesty {
  readonly forecasts: number;
  readonly deciles: readonly Decile[];
  /** Orders given about 80 % (70 to 90 %): what they were given and how many left in time. */
  readonly near80: Decile;
  /** Share that had left by the day given for 80 %, and for 50 %. */
  readonly by80: number;
  readonly by50: number;
  /** Mean squared error of the chance; 0 is perfect, always 50 % is 0.25. */
  readonly brier: Readonly<Record<Rival, number>>;
}

/**
 * gendan: the model with what it has learned. builtIn: the model without. float: sure of what the most likely durations say.
 * floatCounted: how often finished orders with as many days to spare were on time. pert: mean and variance along the one
 * critical path, normal, with the built-in durations; pertLearned: with the learned ones.
 */
export type Rival = "gendan" | "builtIn" | "float" | "floatCounted" | "pert" | "pertLearned";

const day = (year: number, month: number, date: number) => serialDate(year, month, date) as number;

export function honestyExperiment({
  seed,
  family,
  holdUps,
  finished,
  orders,
  looks,
}: ExperimentSettings): Honesty {
  const chance = chanceFrom(seed);
  const calendar = calendarFor("CN6");
  const world = makeWorld(chance, calendar, family, holdUps);
  const past = Array.from({ length: finished }, () => world.order(day(2019, 2, 1), day(2021, 6, 1)));
  const learned = learnAll(world, past, chance);
  const learnedTasks = ({ template, factory }: WorldOrder) => learned.get(`${template} ${factory}`) ?? [];
  const counted = countFloats(world, past, chance, looks);

  const said: { gave: Record<Rival, number>; onTime: boolean; by80: boolean; by50: boolean }[] = [];
  for (let n = 0; n < orders; n++) {
    const order = world.order(day(2021, 9, 1), day(2025, 6, 1));
    for (const asOf of daysLookedAt(order, looks, chance)) {
      const builtIn = forecastOf(world.tasks[order.template], order, asOf);
      const own = forecastOf(learnedTasks(order), order, asOf);
      const float = order.due - builtIn.ship();
      said.push({
        gave: {
          gendan: own.chance(order.due),
          builtIn: builtIn.chance(order.due),
          float: float >= 0 ? 1 : 0,
          floatCounted: counted(float),
          pert: onePath(builtIn, order.due),
          pertLearned: onePath(own, order.due),
        },
        onTime: order.shipped <= order.due,
        by80: order.shipped <= own.dayBy(0.8),
        by50: order.shipped <= own.dayBy(0.5),
      });
    }
  }
  const share = (met: (one: (typeof said)[number]) => boolean) => said.filter(met).length / said.length;
  const score = (rival: Rival) =>
    said.reduce((sum, { gave, onTime }) => sum + (gave[rival] - (onTime ? 1 : 0)) ** 2, 0) / said.length;
  const rivals: Rival[] = ["gendan", "builtIn", "float", "floatCounted", "pert", "pertLearned"];
  const given = said.map(({ gave, onTime }) => ({ chance: gave.gendan, onTime }));
  return {
    forecasts: said.length,
    deciles: decilesOf(given),
    near80: classOf(given.filter(({ chance }) => chance >= 0.7 && chance <= 0.9)),
    by80: share(({ by80 }) => by80),
    by50: share(({ by50 }) => by50),
    brier: Object.fromEntries(rivals.map((rival) => [rival, score(rival)])) as Record<Rival, number>,
  };
}

/** Each template from all finished orders, then each factory's own from its orders. */
function learnAll(world: World, past: readonly WorldOrder[], chance: Chance): Map<string, readonly TaTask[]> {
  const calendar = calendarFor("CN6");
  const learned = new Map<string, readonly TaTask[]>();
  for (const template of worldTemplates) {
    const tasks = world.tasks[template];
    const made = past.filter((order) => order.template === template);
    const rows = new Map(made.map((order) => [order, finishedRow(tasks, order, chance)]));
    const all = withLearned(tasks, learnDurations(tasks, [...rows.values()], calendar));
    for (let factory = 0; factory < FACTORIES; factory++) {
      const own = made.filter((order) => order.factory === factory).map((order) => rows.get(order) as Order);
      learned.set(`${template} ${factory}`, withLearned(all, learnDurations(all, own, calendar)));
    }
  }
  return learned;
}

/** A finished order as its row tells it: of a hundred dates ten are missing, and one is a slip of the keyboard. */
function finishedRow(tasks: readonly TaTask[], order: WorldOrder, chance: Chance): Order {
  const { dates, followed } = rowOf(tasks, order, Infinity);
  const kept = new Map<number, TaskDates>();
  for (const [task, known] of dates) {
    const { actualStart, actualFinish } = known;
    if (task === 0) kept.set(task, known);
    else if (chance.share() < 0.1) kept.set(task, { planFinish: known.planFinish });
    else if (chance.share() < 0.01) {
      const slip = chance.share() < 0.5 ? 30 : 365;
      kept.set(task, {
        ...known,
        ...(actualStart !== undefined && { actualStart: actualStart + slip }),
        ...(actualFinish !== undefined && { actualFinish: actualFinish + slip }),
      });
    } else kept.set(task, known);
  }
  return { dates: kept, followed };
}

/** What the row says at the beginning of that day. */
function rowOf(tasks: readonly TaTask[], order: WorldOrder, asOf: number): Order {
  const dates = new Map<number, TaskDates>([[0, { actualFinish: order.ordered }]]);
  const followed = new Map<number, TaskFollowed>([[0, { start: false, finish: true }]]);
  for (const { code, part } of trackedMilestones) {
    const i = tasks.findIndex((task) => task.code === code);
    if (i < 0) continue;
    const happened = (part === "start" ? order.starts : order.finishes)[i] as number;
    const plan = order.plan.get(code);
    followed.set(i, { start: part === "start", finish: part === "finish" });
    const known = happened < asOf ? happened : undefined;
    if (plan === undefined && known === undefined) continue;
    dates.set(i, {
      ...(plan !== undefined && (part === "start" ? { planStart: plan } : { planFinish: plan })),
      ...(known !== undefined && (part === "start" ? { actualStart: known } : { actualFinish: known })),
    });
  }
  return { dates, followed };
}

/** Days chosen without a look at what comes of the order; those on which there is something to forecast. */
function daysLookedAt(order: WorldOrder, looks: number, chance: Chance): number[] {
  const days = Array.from({ length: looks }, () => order.ordered + 1 + Math.floor(chance.share() * 110));
  return days.filter((asOf) => asOf <= order.shipped && asOf <= order.due);
}

function forecastOf(tasks: readonly TaTask[], order: WorldOrder, asOf: number): OrderForecast {
  return orderForecast(orderModel(tasks), rowOf(tasks, order, asOf), asOf, calendarFor("CN6"));
}

/** How often finished orders with so many days to spare left in time, in classes of four days. */
function countFloats(
  world: World,
  past: readonly WorldOrder[],
  chance: Chance,
  looks: number,
): (float: number) => number {
  const floatClass = (float: number) => Math.max(-8, Math.min(10, Math.floor(float / 4)));
  const counts = new Map<number, { all: number; onTime: number }>();
  for (const order of past) {
    for (const asOf of daysLookedAt(order, looks, chance)) {
      const at = floatClass(order.due - forecastOf(world.tasks[order.template], order, asOf).ship());
      const count = counts.get(at) ?? { all: 0, onTime: 0 };
      counts.set(at, { all: count.all + 1, onTime: count.onTime + (order.shipped <= order.due ? 1 : 0) });
    }
  }
  return (float) => {
    const { all = 0, onTime = 0 } = counts.get(floatClass(float)) ?? {};
    return (onTime + 0.5) / (all + 1);
  };
}

const NORMAL = new TabledDistribution((z) => Math.exp((-z * z) / 2), -8, 8);

/** Classic PERT: the critical path of what is left, its mean and its variance, and a normal distribution. */
function onePath(forecast: OrderForecast, due: number): number {
  const { model, order } = forecast;
  const { tasks, target } = model;
  const dates = forecast.dates();
  const links: Network = network(tasks);
  let at: number | undefined = target;
  let [later, variance] = [0, 0];
  while (at !== undefined && order.dates.get(at)?.actualFinish === undefined) {
    const task = tasks[at] as TaTask;
    const days = task.unit === "WD" ? 7 / 6 : 1;
    later += (pertMean(task) - task.m) * days;
    variance += (pertDeviation(task) * days) ** 2;
    if (order.dates.get(at)?.actualStart !== undefined) break;
    let binding: number | undefined;
    let latest = -Infinity;
    for (const { from, type, lag } of links.into[at] ?? []) {
      const before = dates[from];
      if (!before) continue;
      const allows =
        type === "FS"
          ? before.finish + 1 + lag
          : type === "SS"
            ? before.start + lag
            : before.finish + lag - task.m + 1;
      if (allows > latest) [latest, binding] = [allows, from];
    }
    at = binding;
  }
  if (variance === 0) return forecast.ship() <= due ? 1 : 0;
  return NORMAL.share((due + 0.5 - forecast.ship() - later) / Math.sqrt(variance));
}

function decilesOf(given: readonly { chance: number; onTime: boolean }[]): Decile[] {
  const sorted = [...given].sort((a, b) => a.chance - b.chance);
  return Array.from({ length: 10 }, (_, n) => {
    const part = sorted.slice(
      Math.round((n * sorted.length) / 10),
      Math.round(((n + 1) * sorted.length) / 10),
    );
    return classOf(part);
  });
}

const classOf = (part: readonly { chance: number; onTime: boolean }[]): Decile => ({
  count: part.length,
  predicted: part.reduce((sum, { chance }) => sum + chance, 0) / part.length,
  observed: part.filter(({ onTime }) => onTime).length / part.length,
});
