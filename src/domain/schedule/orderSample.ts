import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { TabledDistribution } from "./tabledDistribution";
import type { TaTask } from "./taTemplate";
import { betaPertShape } from "./threePoint";

/** The same draws for every order of the template: two orders differ by what happened to them, never by luck. */
export interface Sample {
  readonly runs: number;
  /** For each task how its duration ranks in each run, as a share; and the duration itself in whole days. */
  readonly shares: readonly Float64Array[];
  readonly durations: readonly Int16Array[];
  /** For each task the chance that it takes at most o, o + 1, ... p days. */
  readonly within: readonly Float64Array[];
  /** Room for the dates of one order in every run, used again by the next. */
  readonly starts: readonly Int32Array[];
  readonly ends: readonly Int32Array[];
}

const SEED = 1;

/** Correlation between tasks of one owner; see `simulation.ts`, which has the same. */
const OWNER_CORRELATION = 0.3;
const TOGETHER = Math.sqrt(OWNER_CORRELATION);
const ALONE = Math.sqrt(1 - OWNER_CORRELATION);

/**
 * Beta-PERT durations in whole days, in `side` x `side` runs (`side` is a prime). Tasks of one owner share a normal factor.
 * Factors and tasks are the columns of an orthogonal array: any two of them fall into each field of a grid of `side` x
 * `side` once, so that neither one alone nor two together are left to luck; within its stripe of the grid each column is a
 * Latin hypercube. Source: Tang, Orthogonal array-based Latin hypercubes, J. Am. Stat. Assoc. 88 (1993), 1392-1397.
 */
export function orderSample(tasks: readonly TaTask[], needed: ReadonlySet<number>, side: number): Sample {
  const runs = side * side;
  // A factor has its place in the array by the owner's first task, whatever the durations: a changed one changes no other.
  const firsts = new Map<string, number>();
  tasks.forEach(({ owner }, i) => owner !== "" && !firsts.has(owner) && firsts.set(owner, i));
  const shares = tasks.map(({ owner, o, p }, i) => {
    if (!needed.has(i) || o === p) return new Float64Array(0);
    return sharesOf(side, tasks.length + i, firsts.get(owner));
  });
  const within = tasks.map((task, i) => (needed.has(i) ? chancesOf(task) : new Float64Array(0)));
  const durations = tasks.map(({ o }, i) => {
    const own = shares[i] as Float64Array;
    const upTo = within[i] as Float64Array;
    const days = new Int16Array(needed.has(i) ? runs : 0).fill(o);
    for (let k = 0; k < own.length; k++) days[k] = o + placeOf(own[k] as number, upTo, 0);
    return days;
  });
  return { runs, shares, durations, within, ...room(tasks, needed, runs) };
}

/** One run in which everything takes as short, or as long, as it can. */
export function extremeSample(
  tasks: readonly TaTask[],
  needed: ReadonlySet<number>,
  extreme: "shortest" | "longest",
): Sample {
  const share = extreme === "shortest" ? 0 : 1;
  return {
    runs: 1,
    shares: tasks.map(({ o, p }) => (o === p ? new Float64Array(0) : Float64Array.of(share))),
    durations: tasks.map(({ o, p }) => Int16Array.of(extreme === "shortest" ? o : p)),
    within: tasks.map((task, i) => (needed.has(i) ? chancesOf(task) : new Float64Array(0))),
    ...room(tasks, needed, 1),
  };
}

function room(tasks: readonly TaTask[], needed: ReadonlySet<number>, runs: number) {
  const starts = tasks.map((_, i) => new Int32Array(needed.has(i) ? runs : 0));
  return { starts, ends: starts.map(({ length }) => new Int32Array(length)) };
}

interface Grid {
  readonly side: number;
  readonly columns: Map<number, Float64Array>;
  readonly shares: Map<string, Float64Array>;
  /** Standard normal values of equally likely stripes, as many as runs. */
  readonly normals: Float64Array;
}

/** What templates have in common does not hang on their durations: a template with other durations is soon drawn. */
const grids = new Map<number, Grid>();
const normal = new TabledDistribution((z) => Math.exp((-z * z) / 2), -6, 6);
const MOST_COLUMNS = 400;

function gridOf(side: number): Grid {
  let grid = grids.get(side);
  if (!grid) {
    const runs = side * side;
    const middles = Float64Array.from({ length: runs }, (_, k) => (k + 0.5) / runs);
    grid = { side, columns: new Map(), shares: new Map(), normals: normal.quantiles(middles) };
    grids.set(side, grid);
  }
  return grid;
}

function sharesOf(side: number, column: number, factor: number | undefined): Float64Array {
  const grid = gridOf(side);
  const key = `${column} ${factor ?? ""}`;
  let shares = grid.shares.get(key);
  if (!shares) {
    const own = columnOf(grid, column);
    const shared = factor === undefined ? undefined : columnOf(grid, factor);
    shares = new Float64Array(own.length);
    for (let k = 0; k < own.length; k++) {
      const z = own[k] as number;
      shares[k] = normal.share(shared ? TOGETHER * (shared[k] as number) + ALONE * z : z);
    }
    if (grid.shares.size >= MOST_COLUMNS) grid.shares.clear();
    grid.shares.set(key, shares);
  }
  return shares;
}

/**
 * A column as standard normal values. Row a x side + b of the array (Bose's) holds a in one column and (b + j a) mod side in the
 * others, in stripes that are shuffled; columns past the array's last are only Latin hypercubes.
 */
function columnOf({ side, columns, normals }: Grid, column: number): Float64Array {
  const known = columns.get(column);
  if (known) return known;
  const random = xoroshiro128plus(SEED + column);
  // Its first numbers still show the seed.
  for (let i = 0; i < 32; i++) random.next();
  const shuffled = (length: number): Int32Array => {
    const order = new Int32Array(length);
    for (let k = 0; k < length; k++) order[k] = k;
    for (let k = length - 1; k > 0; k--) {
      const j = Math.floor(((random.next() >>> 0) / 0x100000000) * (k + 1));
      const kept = order[k] as number;
      order[k] = order[j] as number;
      order[j] = kept;
    }
    return order;
  };
  const values = new Float64Array(side * side);
  if (column > side) {
    shuffled(values.length).forEach((rank, k) => (values[k] = normals[rank] as number));
  } else {
    const stripes = shuffled(side);
    const places = Array.from({ length: side }, () => shuffled(side));
    const taken = new Int32Array(side);
    for (let a = 0; a < side; a++) {
      for (let b = 0; b < side; b++) {
        const stripe = stripes[column === side ? a : (b + column * a) % side] as number;
        const place = places[stripe]?.[(taken[stripe] = (taken[stripe] as number) + 1) - 1] as number;
        values[a * side + b] = normals[stripe * side + place] as number;
      }
    }
  }
  if (columns.size >= MOST_COLUMNS) columns.clear();
  columns.set(column, values);
  return values;
}

const chances = new Map<string, Float64Array>();
const MOST_CHANCES = 2000;

/** The chance of at most o, o + 1, ... p days, when the beta-PERT duration is rounded to the nearest whole day. */
function chancesOf(task: TaTask): Float64Array {
  const key = `${task.o} ${task.m} ${task.p}`;
  let known = chances.get(key);
  if (!known) {
    if (chances.size >= MOST_CHANCES) chances.clear();
    chances.set(key, (known = computedChances(task)));
  }
  return known;
}

function computedChances({ o, m, p }: TaTask): Float64Array {
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
