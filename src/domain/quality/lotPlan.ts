import { samplingPlan, type PlanOptions, type SamplingPlan } from "./samplingPlan";

/** Garment practice where the buyer says nothing: major 2.5, minor 4.0, level II (no critical defect is accepted at all). */
export const usualAqls = { major: 2.5, minor: 4 } as const;

export interface LotPlanOptions extends PlanOptions {
  readonly majorAql?: number;
  readonly minorAql?: number;
}

/** What an inspector needs to know before opening the first carton. */
export interface LotPlan {
  readonly lot: number;
  readonly major: SamplingPlan;
  readonly minor: SamplingPlan;
  /** Pieces to inspect: the larger of the two samples. Each class is judged by its own Ac and Re. */
  readonly sample: number;
  /** The two AQLs ask for different sample sizes, because an arrow leads one of them elsewhere: worth telling the inspector. */
  readonly samplesDiffer: boolean;
}

/**
 * Sampling plans of one lot for major and minor defects. Undefined when the lot is not a whole number of at least 2 or an AQL is
 * not in the tables.
 */
export const lotPlan = (lot: number, options: LotPlanOptions = {}): LotPlan | undefined => {
  const major = samplingPlan(lot, options.majorAql ?? usualAqls.major, options);
  const minor = samplingPlan(lot, options.minorAql ?? usualAqls.minor, options);
  if (!major || !minor) return undefined;
  return { lot, major, minor, sample: Math.max(major.n, minor.n), samplesDiffer: major.n !== minor.n };
};
