import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { betaShare } from "./betaDistribution";
import { longestOf, withHoldUps } from "./heldUp";
import { TabledDistribution } from "./tabledDistribution";
import type { TaTask } from "./taTemplate";
import { betaPertShape } from "./threePoint";

/**
 * The same draws for every order of the template: two orders differ by what happened to them, never by luck. A task is drawn
 * when an order first needs it.
 */
export interface Sample {
  readonly runs: number;
  /** How long a task takes in each run, in whole days. */
  readonly durations: (task: number) => Int16Array;
  /** How that ranks among all durations of the task, as a share; empty where they are all the same. */
  readonly shares: (task: number) => Float64Array;
  /** The chance that a task takes at most o, o + 1, ... days, up to the most that it can take. */
  readonly within: (task: number) => Float64Array;
  /** Room for the dates of one order in every run, used again by the next. */
  readonly room: () => { readonly starts: readonly Int32Array[]; readonly ends: readonly Int32Array[] };
}

const SEED = 1;

/** Correlation between tasks of one owner; see `simulation.ts`, which has the same. */
const OWNER_CORRELATION = 0.3;
const TOGETHER = Math.sqrt(OWNER_CORRELATION);
const ALONE = Math.sqrt(1 - OWNER_CORRELATION);

/**
 * Numbers of runs, which are primes, and multipliers whose powers make good lattices with them: of those whose first 70 powers
 * have small partial quotients, the ones that came closest to 262,139 runs on orders at every stage.
 */
const MULTIPLIERS = { 521: 173, 2039: 550, 8191: 3535 } as const;
export type Runs = keyof typeof MULTIPLIERS;

/**
 * Beta-PERT durations in whole days. Tasks of one owner share a normal factor. Factors and tasks are the columns of a shifted
 * Korobov lattice: in run k a column has the value at place (k a^column + shift) mod runs. So each column has each of as many
 * equally likely values once, and the runs lie evenly in any two or more together, which needs far fewer of them than drawing
 * blindly. Sources: Korobov, Dokl. Akad. Nauk SSSR 124 (1959), 1207-1210; L'Ecuyer & Lemieux, Variance reduction via lattice
 * rules, Management Science 46 (2000), 1214-1235.
 */
export function orderSample(tasks: readonly TaTask[], needed: ReadonlySet<number>, runs: Runs): Sample {
  // A factor has its place in the lattice by the owner's first task, whatever the durations: a changed one changes no other.
  const ofOwner = new Map<string, number[]>();
  tasks.forEach(({ owner }, i) => owner !== "" && ofOwner.set(owner, [...(ofOwner.get(owner) ?? []), i]));
  const columns = columnsOf(runs, 2 * tasks.length);
  const { alone, apart, together } = scoresOf(runs);
  const noFactor = new Int16Array(runs);
  const factor = each((first) => draw(everyScore(), together, columns[2 * first] as Column, noFactor));
  /** What a table has for the score of a task, run by run. */
  const drawn = (task: number, table: Int16Array) => {
    const [first = task, second] = ofOwner.get((tasks[task] as TaTask).owner) ?? [];
    const own = columns[2 * task + 1] as Column;
    return second === undefined ? draw(table, alone, own, noFactor) : draw(table, apart, own, factor(first));
  };
  const within = each((task) => chancesOf(tasks[task] as TaTask));
  return {
    runs,
    durations: each((task) => {
      const { o, p } = tasks[task] as TaTask;
      return o === p ? new Int16Array(runs).fill(o) : drawn(task, daysByScore(o, within(task), alone));
    }),
    shares: each((task) => {
      const { o, p } = tasks[task] as TaTask;
      if (o === p) return NOTHING;
      const scores = drawn(task, everyScore());
      const shares = new Float64Array(runs);
      for (let k = 0; k < runs; k++) shares[k] = normal.share(((scores[k] as number) - ZERO) / SCALE);
      return shares;
    }),
    within,
    room: room(tasks, needed, runs),
  };
}

/** One run in which everything takes as short, or as long, as it can. */
export function extremeSample(
  tasks: readonly TaTask[],
  needed: ReadonlySet<number>,
  extreme: "shortest" | "longest",
): Sample {
  const share = Float64Array.of(extreme === "shortest" ? 0 : 1);
  const task = (i: number) => tasks[i] as TaTask;
  return {
    runs: 1,
    durations: (i) => Int16Array.of(extreme === "shortest" ? task(i).o : longestOf(task(i))),
    shares: (i) => (task(i).o === task(i).p ? NOTHING : share),
    within: (i) => chancesOf(task(i)),
    room: room(tasks, needed, 1),
  };
}

const NOTHING = new Float64Array(0);
const normal = new TabledDistribution((z) => Math.exp((-z * z) / 2), -6, 6);

function each<T>(make: (task: number) => T): (task: number) => T {
  const made: T[] = [];
  return (task) => (made[task] ??= make(task));
}

function room(tasks: readonly TaTask[], needed: ReadonlySet<number>, runs: number): Sample["room"] {
  let made: ReturnType<Sample["room"]> | undefined;
  return () => {
    if (!made) {
      const starts = tasks.map((_, i) => new Int32Array(needed.has(i) ? runs : 0));
      made = { starts, ends: starts.map(({ length }) => new Int32Array(length)) };
    }
    return made;
  };
}

interface Column {
  readonly first: number;
  readonly step: number;
}

function columnsOf(runs: Runs, count: number): Column[] {
  const random = xoroshiro128plus(SEED);
  // Its first numbers still show the seed.
  for (let i = 0; i < 32; i++) random.next();
  let step = 1;
  return Array.from({ length: count }, () => {
    const column = { first: (random.next() >>> 0) % runs, step };
    step = (step * MULTIPLIERS[runs]) % runs;
    return column;
  });
}

/** Standard normal values are kept as whole numbers of this part of a deviation, so that adding two finds a duration in a table. */
const SCALE = 512;
/** The score of the mean; none lies as far below it. */
const ZERO = 6 * SCALE;

/** Equally likely scores, as many as runs, from the least to the greatest. */
interface Scores {
  readonly alone: Int16Array;
  /** What a task adds to its owner's factor: differences from the mean. */
  readonly apart: Int16Array;
  /** The factor's part. */
  readonly together: Int16Array;
}

const scores = new Map<number, Scores>();

function scoresOf(runs: number): Scores {
  let known = scores.get(runs);
  if (!known) {
    known = {
      alone: normalScores(runs, 1, ZERO),
      apart: normalScores(runs, ALONE, 0),
      together: normalScores(runs, TOGETHER, ZERO),
    };
    scores.set(runs, known);
  }
  return known;
}

/** Score by score, how many of the runs have it: the density's sum up to there, and below the mean as above it. */
function normalScores(runs: number, deviation: number, mean: number): Int16Array {
  const values = new Int16Array(runs).fill(mean);
  const unit = deviation * SCALE;
  // exp(-(score / unit)^2 / 2) from the score before: a first call has no time for thousands of exponentials.
  let density = 1 / (unit * Math.sqrt(2 * Math.PI));
  let falls = Math.exp(-1 / (2 * unit ** 2));
  const fallsMore = falls ** 2;
  let share = 0.5 + density / 2;
  let from = Math.min(Math.round(share * runs), runs);
  for (let score = 1; from < runs; score++) {
    density *= falls;
    falls *= fallsMore;
    share += density;
    const to = Math.min(Math.round(share * runs), runs);
    if (to === from) continue;
    values.fill(mean + score, from, to);
    values.fill(mean - score, runs - to, runs - from);
    from = to;
  }
  return values;
}

/** What a table has for the value of a column, with what others add to it, in each run. */
function draw(
  table: Int16Array,
  values: Int16Array,
  { first, step }: Column,
  others: Int16Array,
): Int16Array {
  const runs = values.length;
  const into = new Int16Array(runs);
  let place = first;
  for (let k = 0; k < runs; k++) {
    into[k] = table[(values[place] as number) + (others[k] as number)] as number;
    if ((place += step) >= runs) place -= runs;
  }
  return into;
}

let identity: Int16Array | undefined;

/** The table in which each score finds itself. */
function everyScore(): Int16Array {
  if (!identity) {
    identity = new Int16Array(2 * ZERO);
    for (let score = 0; score < identity.length; score++) identity[score] = score;
  }
  return identity;
}

/** Used again by each task. */
const table = new Int16Array(2 * ZERO);

/** The first duration whose chance reaches each score; `ranked` are equally likely scores. */
function daysByScore(o: number, within: Float64Array, ranked: Int16Array): Int16Array {
  for (let place = 0, from = 0; place < within.length; place++) {
    const rank = Math.round((within[place] as number) * ranked.length);
    const to =
      place === within.length - 1 ? table.length : (ranked[Math.min(rank, ranked.length - 1)] as number);
    table.fill(o + place, from, to);
    from = to;
  }
  return table;
}

const chances = new Map<string, Float64Array>();
const MOST_CHANCES = 2000;

/** The chance of at most o, o + 1, ... days, when the beta-PERT duration is rounded to the nearest whole day. */
function chancesOf(task: TaTask): Float64Array {
  const key = `${task.o} ${task.m} ${task.p} ${task.heldUp}`;
  let known = chances.get(key);
  if (!known) {
    if (chances.size >= MOST_CHANCES) chances.clear();
    chances.set(key, (known = computedChances(task)));
  }
  return known;
}

function computedChances({ o, m, p, heldUp = 0 }: TaTask): Float64Array {
  if (o === p) return new Float64Array([1]);
  const { alpha, beta } = betaPertShape({ o, m, p });
  const share = betaShare(alpha, beta);
  const chances = Float64Array.from({ length: p - o + 1 }, (_, k) =>
    k === p - o ? 1 : share((k + 0.5) / (p - o)),
  );
  return heldUp > 0 ? withHoldUps(chances, heldUp) : chances;
}

/** The first place from `from` on whose chance reaches the share. */
export function placeOf(share: number, chances: Float64Array, from: number): number {
  let k = from;
  while (k < chances.length - 1 && (chances[k] as number) < share) k++;
  return k;
}
