import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Calendar } from "../src/domain/calendar/calendar";
import { network, type Network } from "../src/domain/schedule/network";
import { exFactoryOf, openingMilestones } from "../src/domain/schedule/taPlan";
import { TabledDistribution } from "../src/domain/schedule/tabledDistribution";
import { taTemplate, type TaTask } from "../src/domain/schedule/taTemplate";

/** Where the orders come from whose fate is forecast: a world of its own, which shares nothing with the model but its tasks. */

export interface WorldOrder {
  readonly template: WorldTemplate;
  readonly factory: number;
  readonly ordered: number;
  readonly due: number;
  /** First day and last day of each task, by its position. */
  readonly starts: readonly number[];
  readonly finishes: readonly number[];
  /** Planned dates by the tracker's milestones; none when the row has no plan. */
  readonly plan: ReadonlyMap<string, number>;
  readonly shipped: number;
}

export const worldTemplates = ["knit", "woven", "denim"] as const;
export type WorldTemplate = (typeof worldTemplates)[number];
export const FACTORIES = 4;

/** Milestones that the trackers of this world have columns for, besides the order date. */
export const trackedMilestones = [
  { code: "T04", part: "finish" },
  { code: "T09", part: "finish" },
  { code: "T12", part: "finish" },
  { code: "T17", part: "finish" },
  { code: "T19", part: "start" },
  { code: "T21", part: "finish" },
  { code: "T27", part: "finish" },
  { code: "T29", part: "finish" },
  { code: "T30", part: "finish" },
] as const;

/** How this world differs from the templates: the median of the true duration over the template's most likely one. */
const PACE: Readonly<Record<string, number>> = {
  MILL: 1.15,
  BUYER: 1.1,
  TRIM: 0.95,
  FACTORY: 1.1,
  SAMPLE: 1.2,
  LAB: 1,
  QC: 1,
  MERCH: 1.1,
  FWD: 0.9,
};

/** Deviation of the logarithm of a duration. */
const VARIES: Readonly<Record<string, number>> = {
  MILL: 0.3,
  BUYER: 0.4,
  TRIM: 0.3,
  FACTORY: 0.25,
  SAMPLE: 0.3,
  LAB: 0.25,
  QC: 0.25,
  MERCH: 0.3,
  FWD: 0.3,
};

/** Deviation of the logarithm of a factory's, and of its mill's, own pace. */
const FACTORIES_VARY = 0.15;
const OWNERS_TOGETHER = 0.4;
/** Machines stop, goods are held up, a test fails: of all tasks so many, and so many days more. */
const HOLD_UPS = {
  usual: { share: 0.03, least: 3, more: 7 },
  short: { share: 0.08, least: 1, more: 3 },
  long: { share: 0.01, least: 5, more: 20 },
  none: { share: 0, least: 0, more: 0 },
} as const;
export type HoldUps = keyof typeof HOLD_UPS;
export const holdUps = Object.keys(HOLD_UPS) as HoldUps[];

export interface Chance {
  readonly share: () => number;
  readonly normal: () => number;
}

export function chanceFrom(seed: number): Chance {
  const random = xoroshiro128plus(seed);
  for (let i = 0; i < 32; i++) random.next();
  const share = () => ((random.next() >>> 0) + 0.5) / 0x100000000;
  const normal = () => Math.sqrt(-2 * Math.log(share())) * Math.cos(2 * Math.PI * share());
  return { share, normal };
}

export interface World {
  readonly tasks: Readonly<Record<WorldTemplate, readonly TaTask[]>>;
  readonly order: (from: number, until: number) => WorldOrder;
}

/** Distributions of the true durations; none is the model's. */
export const families = ["lognormal", "gamma", "weibull"] as const;
export type Family = (typeof families)[number];

const normal = new TabledDistribution((z) => Math.exp((-z * z) / 2), -8, 8);

/** A duration over its median, for the quantile of a standard normal value; `varies` is about the deviation of its logarithm. */
const OVER_MEDIAN: Readonly<Record<Family, (z: number, varies: number) => number>> = {
  lognormal: (z, varies) => Math.exp(varies * z),
  // Wilson & Hilferty, Proc. Natl. Acad. Sci. 17 (1931), 684-688.
  gamma: (z, varies) => {
    const cubed = (at: number) => Math.max(0.05, 1 - varies ** 2 / 9 + (at * varies) / 3) ** 3;
    return cubed(z) / cubed(0);
  },
  weibull: (z, varies) => (-Math.log2(1 - normal.share(z))) ** (varies / (Math.PI / Math.sqrt(6))),
};

export function makeWorld(
  chance: Chance,
  calendar: Calendar,
  family: Family = "lognormal",
  kind: HoldUps = "usual",
): World {
  const heldUp = HOLD_UPS[kind];
  const pace = Array.from({ length: FACTORIES }, () =>
    Object.fromEntries(
      ["FACTORY", "MILL", "TRIM"].map((owner) => [owner, Math.exp(FACTORIES_VARY * chance.normal())]),
    ),
  );
  const each = <T>(of: (name: WorldTemplate) => T): Record<WorldTemplate, T> => ({
    knit: of("knit"),
    woven: of("woven"),
    denim: of("denim"),
  });
  const tasks = each((name): readonly TaTask[] => taTemplate(name));
  const links = each((name) => network(tasks[name]));

  const takes = (task: TaTask, factory: number, together: number): number => {
    if (task.p === 0) return 0;
    const z = Math.sqrt(OWNERS_TOGETHER) * together + Math.sqrt(1 - OWNERS_TOGETHER) * chance.normal();
    const median = task.m * (PACE[task.owner] ?? 1) * (pace[factory]?.[task.owner] ?? 1);
    const days = median * OVER_MEDIAN[family](z, VARIES[task.owner] ?? 0.3);
    const held = chance.share() < heldUp.share ? heldUp.least - heldUp.more * Math.log(chance.share()) : 0;
    return Math.max(1, Math.round(days + held));
  };

  return {
    tasks,
    order(from, until) {
      const template = worldTemplates[Math.floor(chance.share() * worldTemplates.length)] as WorldTemplate;
      const factory = Math.floor(chance.share() * FACTORIES);
      const ordered = from + Math.floor(chance.share() * (until - from));
      const own = tasks[template];
      const likely = run(
        own,
        links[template],
        own.map(({ m }) => m),
        ordered,
        new Map(),
        calendar,
      );
      const target = exFactoryOf(own);
      const planned = chance.share() < 0.5;
      const plan = new Map<string, number>();
      const notBefore = new Map<number, number>();
      if (planned) {
        for (const { code, part } of trackedMilestones) {
          const i = own.findIndex((task) => task.code === code);
          if (i < 0) continue;
          const dates = part === "start" ? likely.starts : likely.finishes;
          plan.set(code, dates[i] as number);
          // In this world nobody begins before the date that was agreed.
          notBefore.set(i, likely.starts[i] as number);
        }
      }
      const together = new Map<string, number>();
      const durations = own.map((task) => {
        if (!together.has(task.owner)) together.set(task.owner, chance.normal());
        return takes(task, factory, together.get(task.owner) as number);
      });
      const { starts, finishes } = run(own, links[template], durations, ordered, notBefore, calendar);
      const span = (likely.finishes[target] as number) - ordered;
      const due = ordered + Math.round(span * 1.15 + 14 * chance.normal());
      return { template, factory, ordered, due, starts, finishes, plan, shipped: finishes[target] as number };
    },
  };
}

/** Carries the work out day by day of the calendar, each task when what it waits for lets it. */
function run(
  tasks: readonly TaTask[],
  links: Network,
  durations: readonly number[],
  ordered: number,
  notBefore: ReadonlyMap<number, number>,
  calendar: Calendar,
): { starts: number[]; finishes: number[] } {
  const opening = openingMilestones(tasks, links);
  const starts: number[] = [];
  /** The first moment after a task, as a day. */
  const over: number[] = [];
  for (const i of links.order) {
    const { unit } = tasks[i] as TaTask;
    const works = (day: number) => unit === "CD" || calendar.worksOn(day);
    const onward = (day: number, count: number): number => {
      let at = day;
      for (let left = count; left > 0;) if (works(++at)) left--;
      return at;
    };
    let start = Math.max(ordered, notBefore.get(i) ?? 0);
    let end = 0;
    for (const { from, type, lag } of links.into[i] ?? []) {
      if (type === "FS") start = Math.max(start, onward((over[from] as number) - 1, lag) + 1);
      if (type === "SS") start = Math.max(start, onward(starts[from] as number, lag));
      if (type === "FF") end = Math.max(end, onward((over[from] as number) - 1, lag) + 1);
    }
    const takes = durations[i] as number;
    if (takes === 0) {
      starts[i] = over[i] = Math.max(start, end);
      continue;
    }
    while (!works(start)) start++;
    while (end > 0 && !works(end - 1)) end++;
    starts[i] = start;
    over[i] = Math.max(onward(start, takes - 1) + 1, end);
  }
  return { starts, finishes: over.map((day, i) => (opening.has(i) ? day : day - 1)) };
}
