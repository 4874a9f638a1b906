import { TradeError } from "../tradeError";
import { binomialAtMost, hypergeometricAtMost, poissonAtMost } from "./acceptanceProbability";
import type { SamplingPlan } from "./samplingPlan";

declare module "../tradeError" {
  interface TradeErrors {
    shareAboveOne: { text: string };
    countsNeedProcess: { aql: number };
  }
}

/** process: many lots of this quality (type B); lot: this very lot, drawn without putting back (type A). */
export type ChanceMethod = "process" | "lot";

/** From AQL 15 the tables count nonconformities per 100 units, of which a piece may have several. */
const largestPercentNonconforming = 10;

/**
 * Chance that a lot with this share of nonconforming pieces is accepted. For AQLs from 15 the share is the mean number of
 * nonconformities per piece, and the chance Poisson's. In the gap of reduced inspection to Z1.4 a lot is accepted, so it is
 * the chance of fewer than Re.
 */
export const chanceAccepted = (
  lot: number,
  aql: number,
  plan: SamplingPlan,
  share: number,
  method: ChanceMethod = "process",
): number => {
  const most = plan.Re - 1;
  if (aql > largestPercentNonconforming) {
    if (method === "lot") throw new TradeError("badInput", "countsNeedProcess", { aql });
    return poissonAtMost(most, plan.n * share);
  }
  if (share > 1) throw new TradeError("badInput", "shareAboveOne", { text: String(share) });
  return method === "lot"
    ? hypergeometricAtMost(most, plan.n, lot, Math.round(lot * share))
    : binomialAtMost(most, plan.n, share);
};
