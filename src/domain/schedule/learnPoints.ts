import { betaPertDeviation, pertMean, type ThreePoint } from "./threePoint";

/** Mean and standard deviation of a duration. */
export interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

export const momentsOf = (points: ThreePoint): Moments => ({
  mean: pertMean(points),
  deviation: betaPertDeviation(points),
});

/**
 * The template's three points moved and stretched to another mean and spread: the shape stays. Whole days; of those around
 * the exact ones the three whose beta-PERT distribution has the mean and the deviation that were asked for, as nearly as may
 * be while the usual duration is one that is usual. With nothing learned they are the template's own.
 */
export function pointsLike(template: ThreePoint, learned: Moments): ThreePoint {
  const known = momentsOf(template);
  const { o: shortest, m: usual, p: longest } = template;
  if (near(known, learned)) return { o: shortest, m: usual, p: longest };
  const stretch = known.deviation > 0 ? learned.deviation / known.deviation : 0;
  const moved = (days: number): number => learned.mean + stretch * (days - known.mean);
  const least = template.o > 0 ? 1 : 0;
  // No shorter than a day; what cannot reach down reaches up, so that the spread stays.
  const o = Math.min(Math.max(least, moved(template.o)), learned.mean);
  const room = Math.max(learned.mean - o, 0.1);
  const farthest = learned.mean + (7 * learned.deviation ** 2) / room;
  const usualAtLeast = Math.floor(modeOf(learned));
  let best: ThreePoint = { o: shortest, m: usual, p: longest };
  let leastMiss = Infinity;
  for (const low of around(o, 1, least)) {
    for (let high = low; high <= Math.min(farthest, learned.mean + 8 * learned.deviation) + 2; high++) {
      const likely = Math.max(low, Math.min(high, (6 * learned.mean - low - high) / 4));
      for (const m of around(likely, 1, low)) {
        if (m > high || m < usualAtLeast) continue;
        const points = { o: low, m, p: high };
        const { mean, deviation } = momentsOf(points);
        // A day's work that is now and then held up for a week has more spread than three points give such a mean.
        const miss = (mean - learned.mean) ** 2 + (deviation - learned.deviation) ** 2 / 2;
        if (miss < leastMiss - 1e-12) [best, leastMiss] = [points, miss];
      }
    }
  }
  return best;
}

/** The most frequent of lognormal durations with this mean and deviation. */
const modeOf = ({ mean, deviation }: Moments): number => mean / (1 + (deviation / mean) ** 2) ** 1.5;

/** Differences that no whole days could show. */
const near = (a: Moments, b: Moments): boolean =>
  Math.abs(a.mean - b.mean) < 0.05 && Math.abs(a.deviation - b.deviation) < 0.05;

function around(days: number, reach: number, least: number): number[] {
  const middle = Math.round(days);
  const found: number[] = [];
  for (let day = middle - reach; day <= middle + reach; day++) if (day >= least) found.push(day);
  return found;
}
