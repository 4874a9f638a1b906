import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { network, type Network } from "./network";
import { TabledDistribution } from "./tabledDistribution";
import { betaPertShape, requireOrder, type DurationShape, type ThreePoint } from "./threePoint";

export interface UncertainTask extends ThreePoint {
  readonly code: string;
  readonly predecessors: string;
  /** Who does it: tasks of one owner vary together. Without owner a task varies on its own. */
  readonly owner?: string;
  /** Days from the start of the project to its actual finish; then nothing about it is uncertain. */
  readonly finished?: number;
}

export interface SimulationSettings {
  readonly runs: number;
  readonly seed: number;
  readonly shape: DurationShape;
}

export interface Simulation {
  /** Days from the start to the end of the project, one for each run. */
  readonly finishes: Float64Array;
  /** Share of the runs in which the task has no float, by position. */
  readonly criticality: readonly number[];
  /** Schedule sensitivity index: criticality x deviation of the task / deviation of the project (0 where that is 0). */
  readonly sensitivity: readonly number[];
}

/**
 * Correlation between two tasks of one owner. Independence understates the late dates: a mill that is late with one fabric
 * is late with the next. Source: Vose, Risk Analysis (2008), on correlated durations; the value is the product's default.
 */
const OWNER_CORRELATION = 0.3;

const NOTHING = 1e-9;

/**
 * Monte Carlo on a network of tasks. Durations are drawn as Latin hypercubes: in `runs` runs each task takes each of `runs`
 * equally likely durations once, in random order (McKay, Beckman & Conover, Technometrics 21 (1979), 239-245), which needs
 * far fewer runs than drawing blindly. Tasks of one owner share a normal factor (Gaussian copula). The same arguments give
 * the same answer everywhere.
 */
export function simulate(
  tasks: readonly UncertainTask[],
  settings: SimulationSettings,
  measure: "finish" | "all" = "finish",
): Simulation {
  tasks.forEach(requireOrder);
  const links = network(tasks);
  const { seed, shape } = settings;
  // Where nothing is uncertain, one run is like the other.
  const runs = tasks.some(varies) ? settings.runs : 1;
  const durations = sampled(tasks, runs, seed, shape);
  const start = tasks.map(() => new Float64Array(runs));
  const finish = tasks.map(() => new Float64Array(runs));
  forward(tasks, links, durations, start, finish);
  const finishes = new Float64Array(runs);
  for (const one of finish) {
    for (let k = 0; k < runs; k++) {
      const day = one[k] as number;
      if (day > (finishes[k] as number)) finishes[k] = day;
    }
  }
  if (measure === "finish") return { finishes, criticality: [], sensitivity: [] };
  const criticality = criticalShares(tasks, links, durations, finish, finishes);
  const spread = deviation(finishes);
  const sensitivity = durations.map((duration, i) =>
    spread > 0 ? ((criticality[i] as number) * deviation(duration)) / spread : 0,
  );
  return { finishes, criticality, sensitivity };
}

/** Share of the runs that end within that many days. */
export function shareWithin(finishes: Float64Array, days: number): number {
  let within = 0;
  const latest = days + NOTHING;
  for (let k = 0; k < finishes.length; k++) if ((finishes[k] as number) <= latest) within++;
  return within / finishes.length;
}

/** The smallest number of days within which at least that share of the runs ends. */
export function daysMet(finishes: Float64Array, share: number): number {
  const sorted = Float64Array.from(finishes).sort();
  const place = Math.min(Math.max(Math.ceil(share * sorted.length - NOTHING), 1), sorted.length);
  return sorted[place - 1] as number;
}

function sampled(
  tasks: readonly UncertainTask[],
  runs: number,
  seed: number,
  shape: DurationShape,
): Float64Array[] {
  const random = xoroshiro128plus(seed);
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

  const middles = new Float64Array(runs);
  for (let k = 0; k < runs; k++) middles[k] = (k + 0.5) / runs;
  const owners = sharedOwners(tasks);
  let normals: Float64Array | undefined;
  const factors = new Map<string, Float64Array>();
  const steps = new Map<number, Float64Array>();
  return tasks.map((task) => {
    const { o, m, p } = task;
    if (!varies(task)) return new Float64Array(runs).fill(task.finished === undefined ? o : 0);
    const lean = (m - o) / (p - o);
    let unit = steps.get(lean);
    if (!unit) steps.set(lean, (unit = unitQuantiles(lean, shape, middles)));
    if (task.owner === undefined || !owners.has(task.owner)) {
      const drawn = shuffled(unit);
      for (let k = 0; k < runs; k++) drawn[k] = o + (p - o) * (drawn[k] as number);
      return drawn;
    }
    normals ??= NORMAL.quantiles(middles);
    let factor = factors.get(task.owner);
    if (!factor) factors.set(task.owner, (factor = shuffled(normals)));
    const own = shuffled(normals);
    const [together, alone] = [Math.sqrt(OWNER_CORRELATION), Math.sqrt(1 - OWNER_CORRELATION)];
    for (let k = 0; k < runs; k++) {
      const share = NORMAL.share(together * (factor[k] as number) + alone * (own[k] as number));
      own[k] = o + (p - o) * (unit[Math.min(Math.floor(share * runs), runs - 1)] as number);
    }
    return own;
  });
}

const varies = ({ o, p, finished }: UncertainTask): boolean => o < p && finished === undefined;

/** Owners with more than one task: the others have nobody to vary with. */
function sharedOwners(tasks: readonly UncertainTask[]): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { owner } of tasks) {
    if (owner === undefined) continue;
    if (seen.has(owner)) shared.add(owner);
    seen.add(owner);
  }
  return shared;
}

const NORMAL = new TabledDistribution((z) => Math.exp((-z * z) / 2), -6, 6);

/** Quantiles of the distribution on [0, 1] whose most likely value is `lean`. */
function unitQuantiles(lean: number, shape: DurationShape, shares: Float64Array): Float64Array {
  if (shape === "triangular") {
    return shares.map((u) => (u < lean ? Math.sqrt(u * lean) : 1 - Math.sqrt((1 - u) * (1 - lean))));
  }
  const { alpha, beta } = betaPertShape({ o: 0, m: lean, p: 1 });
  return new TabledDistribution((x) => x ** (alpha - 1) * (1 - x) ** (beta - 1), 0, 1).quantiles(shares);
}

function forward(
  tasks: readonly UncertainTask[],
  links: Network,
  durations: readonly Float64Array[],
  start: readonly Float64Array[],
  finish: readonly Float64Array[],
): void {
  for (const i of links.order) {
    const [starts, ends, duration] = [start[i], finish[i], durations[i]] as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const actual = tasks[i]?.finished;
    if (actual !== undefined) {
      starts.fill(actual);
      ends.fill(actual);
      continue;
    }
    for (const { from, type, lag } of links.into[i] ?? []) {
      const before = (type === "FS" || type === "FF" ? finish : start)[from] as Float64Array;
      const toFinish = type === "FF" || type === "SF";
      for (let k = 0; k < starts.length; k++) {
        const reach = (before[k] as number) + lag - (toFinish ? (duration[k] as number) : 0);
        if (reach > (starts[k] as number)) starts[k] = reach;
      }
    }
    for (let k = 0; k < starts.length; k++) ends[k] = (starts[k] as number) + (duration[k] as number);
  }
}

function criticalShares(
  tasks: readonly UncertainTask[],
  links: Network,
  durations: readonly Float64Array[],
  finish: readonly Float64Array[],
  finishes: Float64Array,
): number[] {
  const late = tasks.map(() => Float64Array.from(finishes));
  for (const i of [...links.order].reverse()) {
    const [own, duration] = [late[i], durations[i]] as [Float64Array, Float64Array];
    for (const { to, type, lag } of links.outOf[i] ?? []) {
      const [after, next] = [late[to], durations[to]] as [Float64Array, Float64Array];
      const fromStart = type === "FS" || type === "SS";
      const ownStart = type === "SS" || type === "SF";
      for (let k = 0; k < own.length; k++) {
        let reach = (after[k] as number) - lag;
        if (fromStart) reach -= next[k] as number;
        if (ownStart) reach += duration[k] as number;
        if (reach < (own[k] as number)) own[k] = reach;
      }
    }
  }
  return tasks.map((task, i) => {
    if (task.finished !== undefined) return 0;
    const [latest, own] = [late[i], finish[i]] as [Float64Array, Float64Array];
    let critical = 0;
    for (let k = 0; k < own.length; k++) {
      if ((latest[k] as number) - (own[k] as number) < NOTHING) critical++;
    }
    return critical / finishes.length;
  });
}

function deviation(values: Float64Array): number {
  let mean = 0;
  for (let k = 0; k < values.length; k++) mean += values[k] as number;
  mean /= values.length;
  let squares = 0;
  for (let k = 0; k < values.length; k++) squares += ((values[k] as number) - mean) ** 2;
  return Math.sqrt(squares / values.length);
}
