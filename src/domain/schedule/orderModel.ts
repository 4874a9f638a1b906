import { TradeError } from "../tradeError";
import { network, type Link, type Network } from "./network";
import { longestOf } from "./heldUp";
import { exFactoryOf, leadingTo, openingMilestones } from "./taPlan";
import { extremeSample, orderSample, type Runs, type Sample } from "./orderSample";
import type { TaTask } from "./taTemplate";
import { requireOrder } from "./threePoint";

/** What every order made by one template has in common. */
export interface OrderModel {
  /** Different for templates that differ. */
  readonly id: number;
  readonly tasks: readonly TaTask[];
  readonly links: Network;
  /** Position of the task that ends with the goods leaving the factory. */
  readonly target: number;
  readonly within: ReadonlySet<number>;
  /** Positions of the tasks, every successor before its predecessors. */
  readonly reversed: readonly number[];
  /** Whether it can be simulated in blocks: work takes a day at least, waits for starts, and no lag is negative. */
  readonly plain: boolean;
  readonly opening: ReadonlySet<number>;
  /** Days that hold whatever can happen to an order, before and after. */
  readonly reach: number;
  /** Tasks of banks and of whoever deals with them: their working days are the banks'. */
  readonly banks: ReadonlySet<number>;
  /** The runs of the simulation, drawn when an order first needs them. */
  readonly sample: () => Sample;
  /** One run with the shortest durations and one with the longest. */
  readonly extremes: () => readonly [Sample, Sample];
}

/** Against simulations of 400,000 runs chances are off by 0.003, at most by 0.007. */
const RUNS: Runs = 8191;

/** Durations that no order has: their dates would leave the calendar. */
const MOST_DAYS = 20_000;

const BASE_REACH = 1000;
const models = new Map<string, OrderModel>();
const MOST_MODELS = 16;
let made = 0;

/** The model of a template, made once for each that differs. */
export function orderModel(tasks: readonly TaTask[]): OrderModel {
  const key = JSON.stringify(
    tasks.map(({ code, name, owner, o, m, p, heldUp, unit, predecessors }) => [
      code,
      name,
      owner,
      o,
      m,
      p,
      heldUp,
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
  const days = tasks.reduce((sum, task) => sum + longestOf(task), lags);
  if (days > MOST_DAYS) throw new TradeError("noAnswer", "noAnswer", {});
  let sample: Sample | undefined;
  let extremes: readonly [Sample, Sample] | undefined;
  return {
    id: ++made,
    tasks,
    links,
    target,
    within,
    reversed: [...links.order].reverse(),
    plain: [...within].every((i) => isPlain(tasks[i] as TaTask, links.into[i] ?? [])),
    opening: openingMilestones(tasks, links),
    reach: BASE_REACH + 3 * days,
    banks: new Set([...tasks.keys()].filter((i) => ofBanks(tasks[i] as TaTask))),
    sample: () => (sample ??= orderSample(tasks, within, RUNS)),
    extremes: () =>
      (extremes ??= [extremeSample(tasks, within, "shortest"), extremeSample(tasks, within, "longest")]),
  };
}

function isPlain({ o, p }: TaTask, into: readonly Link[]): boolean {
  const waits = into.length === 0 || into.some(({ type }) => type === "FS" || type === "SS");
  return (o > 0 || p === 0) && waits && into.every(({ lag }) => lag >= 0);
}

const BANKS: ReadonlySet<string> = new Set(["FIN", "FINANCE", "BANK", "BANKS", "财务", "银行"]);

function ofBanks({ owner, unit }: TaTask): boolean {
  return unit === "WD" && BANKS.has(owner.normalize("NFKC").trim().toUpperCase());
}
