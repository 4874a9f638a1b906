import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { TradeError } from "../tradeError";
import { network, type Network } from "./network";
import { exFactoryOf, leadingTo, openingMilestones } from "./taPlan";
import { TabledDistribution } from "./tabledDistribution";
import type { TaTask } from "./taTemplate";
import { betaPertShape, requireOrder } from "./threePoint";

/** What every order made by one template has in common. */
export interface OrderModel {
  /** Different for templates that differ. */
  readonly id: number;
  readonly tasks: readonly TaTask[];
  readonly links: Network;
  /** Position of the task that ends with the goods leaving the factory. */
  readonly target: number;
  readonly within: ReadonlySet<number>;
  readonly opening: ReadonlySet<number>;
  /** Days that hold whatever can happen to an order, before and after. */
  readonly reach: number;
  /** Drawn when an order first needs them. */
  readonly sample: () => Sample;
  /** Room for the dates of one order in every run, used again by the next. */
  readonly starts: readonly Int32Array[];
  readonly ends: readonly Int32Array[];
}

/** The same draws for every order of the template: two orders differ by what happened to them, never by luck. */
export interface Sample {
  /** For each task how its duration ranks in each run, as a share; and the duration itself in whole days. */
  readonly shares: readonly Float64Array[];
  readonly durations: readonly Int32Array[];
  /** For each task the chance that it takes at most o, o + 1, ... p days. */
  readonly within: readonly Float64Array[];
}

export const RUNS = 2000;
const SEED = 1;

/** Correlation between tasks of one owner; see `simulation.ts`, which has the same. */
const OWNER_CORRELATION = 0.3;

/** Durations that no order has: their dates would leave the calendar. */
const MOST_DAYS = 20_000;

const BASE_REACH = 1000;
const models = new Map<string, OrderModel>();
const MOST_MODELS = 16;
let made = 0;

/** The model of a template, made once for each that differs. */
export function orderModel(tasks: readonly TaTask[]): OrderModel {
  const key = JSON.stringify(
    tasks.map(({ code, name, owner, o, m, p, unit, predecessors }) => [
      code,
      name,
      owner,
      o,
      m,
      p,
      unit,
      predecessors,
    ]),
  );
  let model = models.get(key);
  if (!model) {
    model = makeModel(tasks);
    if (models.size >= MOST_MODELS) models.delete(models.keys().next().value as string);
    models.set(key, model);
  }
  return model;
}

function makeModel(tasks: readonly TaTask[]): OrderModel {
  tasks.forEach(requireOrder);
  const links = network(tasks);
  const target = exFactoryOf(tasks);
  const within = leadingTo(target, links);
  const lags = links.into.flat().reduce((sum, { lag }) => sum + Math.abs(lag), 0);
  const days = tasks.reduce((sum, { p }) => sum + p, lags);
  if (days > MOST_DAYS) throw new TradeError("noAnswer", "noAnswer", {});
  let sample: Sample | undefined;
  const room = tasks.map((_, i) => new Int32Array(within.has(i) ? RUNS : 0));
  return {
    id: ++made,
    tasks,
    links,
    target,
    within,
    opening: openingMilestones(tasks, links),
    reach: BASE_REACH + 3 * days,
    sample: () => (sample ??= draw(tasks, within)),
    starts: room,
    ends: room.map((runs) => new Int32Array(runs.length)),
  };
}

/**
 * Latin hypercubes of the beta-PERT durations, in whole days: each task takes each of `RUNS` equally likely durations once
 * (McKay, Beckman & Conover 1979). Tasks of one owner share a normal factor; their ranks are then spread evenly again.
 */
function draw(tasks: readonly TaTask[], needed: ReadonlySet<number>): Sample {
  const random = xoroshiro128plus(SEED);
  // Its first numbers still show the seed.
  for (let i = 0; i < 32; i++) random.next();
  const shuffled = (values: Float64Array): Float64Array => {
    const order = Float64Array.from(values);
    for (let k = order.length - 1; k > 0; k--) {
      const j = Math.floor(((random.next() >>> 0) / 0x100000000) * (k + 1));
      const kept = order[k] as number;
      order[k] = order[j] as number;
      order[j] = kept;
    }
    return order;
  };
  const middles = Float64Array.from({ length: RUNS }, (_, k) => (k + 0.5) / RUNS);
  const normals = new TabledDistribution((z) => Math.exp((-z * z) / 2), -6, 6).quantiles(middles);
  const factors = new Map<string, Float64Array>();
  const [together, alone] = [Math.sqrt(OWNER_CORRELATION), Math.sqrt(1 - OWNER_CORRELATION)];

  const shares = tasks.map(({ owner, o, p }, i) => {
    if (!needed.has(i) || o === p) return new Float64Array(0);
    if (owner === "") return shuffled(middles);
    let factor = factors.get(owner);
    if (!factor) factors.set(owner, (factor = shuffled(normals)));
    const shared = factor;
    return ranked(shuffled(normals).map((z, k) => together * (shared[k] as number) + alone * z));
  });
  const within = tasks.map((task, i) => (needed.has(i) ? chancesOf(task) : new Float64Array(0)));
  const durations = tasks.map(({ o }, i) => {
    const own = shares[i] as Float64Array;
    const chances = within[i] as Float64Array;
    const days = new Int32Array(needed.has(i) ? RUNS : 0).fill(o);
    for (let k = 0; k < own.length; k++) days[k] = o + placeOf(own[k] as number, chances, 0);
    return days;
  });
  return { shares, durations, within };
}

/** Values as ranks between 0 and 1, evenly spread. */
function ranked(values: Float64Array): Float64Array {
  const order = [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Float64Array(values.length);
  order.forEach((k, rank) => (ranks[k] = (rank + 0.5) / values.length));
  return ranks;
}

/** The chance of at most o, o + 1, ... p days, when the beta-PERT duration is rounded to the nearest whole day. */
function chancesOf({ o, m, p }: TaTask): Float64Array {
  if (o === p) return new Float64Array([1]);
  const { alpha, beta } = betaPertShape({ o, m, p });
  const shape = new TabledDistribution((x) => x ** (alpha - 1) * (1 - x) ** (beta - 1), 0, 1);
  return Float64Array.from({ length: p - o + 1 }, (_, k) =>
    k === p - o ? 1 : shape.share((k + 0.5) / (p - o)),
  );
}

/** The first place from `from` on whose chance reaches the share. */
export function placeOf(share: number, chances: Float64Array, from: number): number {
  let k = from;
  while (k < chances.length - 1 && (chances[k] as number) < share) k++;
  return k;
}
