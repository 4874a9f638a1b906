import { TradeError } from "../tradeError";
import { betaQuantile } from "./betaDistribution";

declare module "../tradeError" {
  interface TradeErrors {
    threePointOrder: { optimistic: number; likely: number; pessimistic: number };
  }
}

/** A duration as optimistic, most likely and pessimistic, in days. */
export interface ThreePoint {
  readonly o: number;
  readonly m: number;
  readonly p: number;
}

/** Beta-PERT, or the triangular distribution between the same three points. */
export type DurationShape = "pert" | "triangular";

/** Throws where the three points are not in order. */
export function requireOrder({ o, m, p }: ThreePoint): void {
  if (o <= m && m <= p) return;
  throw new TradeError("badInput", "threePointOrder", { optimistic: o, likely: m, pessimistic: p });
}

/** (o + 4m + p) / 6. Source: Malcolm, Roseboom, Clark & Fazar, Operations Research 7 (1959), 646-669. */
export function pertMean({ o, m, p }: ThreePoint): number {
  return (o + 4 * m + p) / 6;
}

/** (p - o) / 6, the standard deviation of classic PERT. Source: as `pertMean`. */
export function pertDeviation({ o, p }: ThreePoint): number {
  return (p - o) / 6;
}

/**
 * Standard deviation of the beta-PERT distribution: the root of (mean - o)(p - mean) / 7. It is not the classic one.
 * Source: Vose, Risk Analysis (3rd ed. 2008), PERT distribution.
 */
export function betaPertDeviation(points: ThreePoint): number {
  const mean = pertMean(points);
  return Math.sqrt(((mean - points.o) * (points.p - mean)) / 7);
}

/** alpha = 1 + 4(m-o)/(p-o) and beta = 1 + 4(p-m)/(p-o) of the beta-PERT distribution. Source: as `betaPertDeviation`. */
export function betaPertShape({ o, m, p }: ThreePoint): { alpha: number; beta: number } {
  return { alpha: 1 + (4 * (m - o)) / (p - o), beta: 1 + (4 * (p - m)) / (p - o) };
}

/** The duration that the beta-PERT distribution stays under with that share (0 < share < 1). */
export function betaPertQuantile(points: ThreePoint, share: number): number {
  const { o, p } = points;
  if (p === o) return o;
  const { alpha, beta } = betaPertShape(points);
  return o + (p - o) * betaQuantile(share, alpha, beta);
}
