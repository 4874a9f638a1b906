import { momentsOf, type Moments } from "./learnPoints";
import type { Replay } from "./learnReplay";
import type { Sample } from "./orderSample";
import type { TaTask } from "./taTemplate";

/**
 * The template counts as much as that many orders: credibility of n orders is n / (n + 5). Source: Bühlmann, ASTIN Bulletin 4
 * (1967), 199-207. The number is the variance within a factory over that between factories, (0.35 / 0.15)^2, for durations
 * that differ by 35 % from order to order and by 15 % from factory to factory.
 */
export const TEMPLATE_WEIGHS = 5;

const ROUNDS = 12;
const SMALLEST = 1e-300;

/**
 * Mean and deviation of each task's duration. In rounds: each run of a replay is weighed by how likely its durations are; the
 * durations of the weighed runs of all orders, and the template for `TEMPLATE_WEIGHS` more, give the mean and the deviation
 * of the next round. Source: expectation maximisation, Dempster, Laird & Rubin, J. R. Stat. Soc. B 39 (1977), 1-38, with
 * simulated expectations as in Wei & Tanner, J. Am. Stat. Assoc. 85 (1990), 699-704.
 */
export function pooledMoments(
  tasks: readonly TaTask[],
  wide: readonly TaTask[],
  sample: Sample,
  replays: readonly Replay[],
): Moments[] {
  const low = wide.map(({ o }) => o);
  const within = tasks.map((_, i) => sample.within(i));
  const durations = tasks.map((_, i) => sample.durations(i));
  const drawn = within.map(steps);
  const shares = tasks.map((_, i) => sharesOf(replays, i));
  const daysOf = (task: number, run: number): number => durations[task]?.[run] as number;
  const template = tasks.map(momentsOf);
  let moments: readonly Moments[] = template;
  for (let round = 0; round < ROUNDS; round++) {
    const believed = moments.map((of, i) =>
      (drawn[i] as Float64Array).map(
        (share, d) => likelihood((low[i] as number) + d, of) / Math.max(share, 1e-12),
      ),
    );
    const said = tasks.map(() => ({ orders: 0, days: 0, squares: 0, unsaid: 0 }));
    for (const { order, tasks: between, runs, weights } of replays) {
      const likely = Float64Array.from(weights);
      let total = 0;
      for (let n = 0; n < runs.length; n++) {
        for (const i of between) {
          const d = daysOf(i, runs[n] as number) - (low[i] as number);
          likely[n] = (likely[n] as number) * (believed[i]?.[d] as number);
        }
        total += likely[n] as number;
      }
      if (total < SMALLEST) continue;
      for (const i of between) {
        const share = shares[i]?.get(order) as number;
        let [days, squares] = [0, 0];
        for (let n = 0; n < runs.length; n++) {
          const taken = daysOf(i, runs[n] as number);
          days += ((likely[n] as number) / total) * taken;
          squares += ((likely[n] as number) / total) * taken ** 2;
        }
        const of = said[i] as Said;
        of.orders += share;
        of.days += share * days;
        of.squares += share * squares;
        of.unsaid += share * (squares - days ** 2);
      }
    }
    const now = moments;
    moments = template.map((known, i) =>
      pooled(known, varianceOf(now[i] as Moments, low[i] as number, within[i]?.length ?? 0), said[i] as Said),
    );
  }
  return [...moments];
}

/** What orders say of a task: sums over the orders, and the variance that is left within each. */
interface Said {
  orders: number;
  days: number;
  squares: number;
  unsaid: number;
}

/** A task that is hidden behind others tells little: orders count by the share of its variance that they explain. */
function pooled(
  { mean, deviation }: Moments,
  believed: number,
  { orders, days, squares, unsaid }: Said,
): Moments {
  if (orders === 0) return { mean, deviation };
  // Off the template by as much as this: far off, even what is left open within an order is well told.
  const off = squares / orders - (2 * mean * days) / orders + mean ** 2;
  const explained = Math.min(Math.max(1 - unsaid / orders / Math.max(believed, off), 0), 1);
  const credibility = (orders * explained) / (orders * explained + TEMPLATE_WEIGHS);
  const middle = credibility * (days / orders) + (1 - credibility) * mean;
  const square = credibility * (squares / orders) + (1 - credibility) * (mean ** 2 + deviation ** 2);
  return { mean: middle, deviation: Math.sqrt(Math.max(square - middle ** 2, 0)) };
}

/** The variance of whole days that are as likely as `likelihood` says. */
function varianceOf(moments: Moments, low: number, length: number): number {
  let [weight, days, squares] = [SMALLEST, 0, 0];
  for (let d = low; d < low + length; d++) {
    const likely = likelihood(d, moments);
    weight += likely;
    days += likely * d;
    squares += likely * d ** 2;
  }
  return Math.max(squares / weight - (days / weight) ** 2, 0.01);
}

/** How much each replay of an order counts for a task: an order that tells of it between several dates tells it once. */
function sharesOf(replays: readonly Replay[], task: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { order, tasks } of replays) {
    if (tasks.includes(task)) counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  return new Map([...counts].map(([order, count]) => [order, 1 / count]));
}

/** The chance of each number of days, from the chances of at most so many. */
function steps(within: Float64Array): Float64Array {
  return within.map((share, d) => share - (d > 0 ? (within[d - 1] as number) : 0));
}

/**
 * Relative likelihood of so many days by a gamma distribution: of one sign, leaning to the right, and without an end, so that
 * the longest delay can still be weighed.
 */
function likelihood(days: number, { mean, deviation }: Moments): number {
  const spread = Math.max(deviation, 0.35);
  const shape = (mean / spread) ** 2;
  const log = (at: number) => (shape - 1) * Math.log(at) - (at * mean) / spread ** 2;
  const peak = Math.max(0.5, ((shape - 1) * spread ** 2) / mean);
  return Math.exp(log(Math.max(days, 0.5)) - log(peak));
}
