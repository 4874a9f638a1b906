import { largestRemainder } from "./largestRemainder";

export type AllocationMethod = "priority" | "prorata" | "fair";

/** Whole pieces. */
export interface Claim {
  readonly demand: number;
  /** 1 is served first; undefined after all others. */
  readonly priority?: number | undefined;
  /** What the contract promises; reserved before anything is shared out, never above the demand. */
  readonly minimum?: number | undefined;
}

/**
 * Sharing out what is short 缺货分配: minimums first, then by method.
 * priority: class by class, filled wholly; the class that cannot be filled gets shares in proportion to its open demand.
 * prorata: everybody in proportion to open demand. fair: max-min, nobody can get more but from one who has less.
 * Nobody gets more than the demand; the sum is the smaller of what is available and what is demanded. Of equals the first in the
 * list gets the odd piece. No worse than n log n.
 */
export function allocate(
  available: number,
  claims: readonly Claim[],
  method: AllocationMethod = "priority",
): number[] {
  const floors = claims.map(({ demand, minimum }) => Math.min(demand, minimum ?? 0));
  const reserved = sum(floors);
  if (reserved >= available) return share(available, floors);
  if (method === "fair") return levelled(available, claims, floors);

  const open = claims.map(({ demand }, i) => demand - (floors[i] as number));
  const given = [...floors];
  let left = available - reserved;
  for (const members of classes(claims, method)) {
    const shares = share(
      left,
      members.map((i) => open[i] as number),
    );
    members.forEach((i, k) => (given[i] = (given[i] as number) + (shares[k] as number)));
    left -= sum(shares);
  }
  return given;
}

/** The claims that are served together, first class first. */
function classes(claims: readonly Claim[], method: AllocationMethod): number[][] {
  const all = claims.map((_, i) => i);
  if (method === "prorata") return [all];
  const byPriority = new Map<number, number[]>();
  for (const i of all) {
    const priority = claims[i]?.priority ?? Infinity;
    const members = byPriority.get(priority);
    if (members) members.push(i);
    else byPriority.set(priority, [i]);
  }
  return [...byPriority].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, members]) => members);
}

/** As many pieces as there are, in proportion to the demands; all of each demand where that is enough. */
function share(available: number, demands: readonly number[]): number[] {
  return available >= sum(demands) ? [...demands] : largestRemainder(available, demands);
}

/** Everybody gets the same level, but at least the floor and at most the demand; the level is as high as the goods allow. */
function levelled(available: number, claims: readonly Claim[], floors: readonly number[]): number[] {
  const at = (level: number, i: number): number =>
    Math.min(claims[i]?.demand as number, Math.max(floors[i] as number, level));
  const fits = (level: number): boolean => {
    let needed = 0;
    for (let i = 0; i < claims.length; i++) needed += at(level, i);
    return needed <= available;
  };
  let low = 0;
  let high = claims.reduce((most, { demand }) => Math.max(most, demand), 0);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  const given = claims.map((_, i) => at(low, i));
  let left = available - sum(given);
  for (let i = 0; i < given.length && left > 0; i++) {
    if (at(low + 1, i) > at(low, i)) {
      given[i] = at(low + 1, i);
      left--;
    }
  }
  return given;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
