export type FactoryGrade = "A" | "B" | "C" | "D";

export interface Criterion {
  /** 0 to 100. */
  readonly value: number;
  readonly weight: number;
}

/** Weighted score of a factory, 0 to 100; the weights are scaled to add up to 1. Undefined where they are all 0. */
export function factoryScore(criteria: readonly Criterion[]): number | undefined {
  let weighted = 0;
  let weights = 0;
  for (const { value, weight } of criteria) {
    weighted += value * weight;
    weights += weight;
  }
  return weights > 0 ? weighted / weights : undefined;
}

/** A from 90, B from 80, C from 70, else D. */
export function factoryGrade(score: number): FactoryGrade {
  // A weighted 90 may come out as 89.99999999999999.
  const points = score + 1e-9;
  return points >= 90 ? "A" : points >= 80 ? "B" : points >= 70 ? "C" : "D";
}
