import { aqls, samplingPlan, type Edition, type Severity } from "./samplingPlan";
import type { Level } from "./codeLetter";

export type InspectionState = Severity | "discontinued";

/** One lot's first inspection, in the order of inspection; re-inspections do not count and are left out by the caller. */
export type LotResult =
  | { readonly accepted: boolean; readonly lot?: number | undefined }
  /** Nonconforming pieces found in a lot; judged by the plan of the state the series is in. */
  | { readonly count: number; readonly lot: number };

export interface SwitchingOptions {
  readonly start?: InspectionState;
  /** Needed for results given as counts. */
  readonly aql?: number;
  readonly level?: Level;
  readonly edition?: Edition;
  /** Production is steady. Reduced inspection begins only when true and ends when false. */
  readonly steady?: boolean | undefined;
  /** The responsible party agrees to reduced inspection. Reduced inspection begins only when true and ends when false. */
  readonly approved?: boolean | undefined;
}

/** Two lots not accepted among this many or fewer bring tightened inspection (9.3.1). */
const window = 5;
const rejectionsToTighten = 2;
/** Consecutive lots accepted that end tightened inspection (9.3.2). */
const acceptancesToNormal = 5;
/** Lots not accepted while tightened, in all, that stop inspection (9.4). */
const rejectionsToStop = 5;
/** Switching score for reduced inspection to ISO 2859-1 (9.3.3.1). */
const scoreToReduce = 30;
/** Consecutive lots accepted for reduced inspection to Z1.4, whose limit numbers are left to the parties. */
const acceptancesToReduce = 10;

interface Judged {
  readonly accepted: boolean;
  /** In the gap between Ac and Re of Z1.4's reduced table. */
  readonly inGap: boolean;
  /** What the lot adds to the switching score; undefined sets the score back to 0. */
  readonly score: number | undefined;
}

/** What one lot means in this state; undefined where the lot or the AQL is not in the tables. */
const judge = (result: LotResult, severity: Severity, options: SwitchingOptions): Judged | undefined => {
  const { aql = NaN, level = "II", edition = "ISO" } = options;
  const plan =
    result.lot === undefined ? undefined : samplingPlan(result.lot, aql, { level, severity, edition });
  if ("accepted" in result) {
    // Without its count nobody knows whether a lot would have passed the next tighter AQL: no evidence, no score.
    const score = result.accepted && plan && plan.Ac < 2 ? 2 : undefined;
    return { accepted: result.accepted, inGap: false, score };
  }
  if (!plan) return undefined;
  const accepted = result.count < plan.Re;
  const tighter = samplingPlan(result.lot, aqls[aqls.indexOf(aql) - 1] ?? NaN, { level, severity, edition });
  const score =
    plan.Ac >= 2 ? (tighter && result.count <= tighter.Ac ? 3 : undefined) : accepted ? 2 : undefined;
  return { accepted, inGap: accepted && result.count > plan.Ac, score };
};

/**
 * Severity of the next inspection after a series of lots (ISO 2859-1:1999, GB/T 2828.1-2012, clauses 9.3 and 9.4).
 *
 * - normal to tightened: 2 of 5 or fewer consecutive lots not accepted
 * - tightened to normal: 5 consecutive lots accepted; to discontinued: 5 lots not accepted in all while tightened
 * - normal to reduced: switching score 30 (Ac 0 or 1: +2 for an accepted lot; Ac 2 and more: +3 for a lot that passes the next
 *   tighter AQL as well; otherwise back to 0), production steady, and the responsible party agrees. Z1.4: 10 lots accepted in a
 *   row instead of the score.
 * - reduced to normal: a lot not accepted (Z1.4: or in the gap), production not steady, or no agreement
 * - discontinued ends only when the responsible party confirms the corrective action: begin a new series as tightened
 *
 * Undefined when a counted lot is not in the tables.
 */
export const nextSeverity = (
  results: readonly LotResult[],
  options: SwitchingOptions = {},
): InspectionState | undefined => {
  const { start = "normal", edition = "ISO", steady, approved } = options;
  let state: InspectionState = start;
  // Everything below is counted since the state began.
  let recent: boolean[] = [];
  let acceptedInARow = 0;
  let rejected = 0;
  let score = 0;
  const enter = (next: InspectionState): void => {
    state = next;
    recent = [];
    acceptedInARow = 0;
    rejected = 0;
    score = 0;
  };
  const mayReduce = steady === true && approved === true;
  const mustNotReduce = steady === false || approved === false;
  if (state === "reduced" && mustNotReduce) enter("normal");

  for (const result of results) {
    const severity: InspectionState = state;
    if (severity === "discontinued") return "discontinued";
    const lot = judge(result, severity, options);
    if (!lot) return undefined;
    recent = [...recent, lot.accepted].slice(-window);
    acceptedInARow = lot.accepted ? acceptedInARow + 1 : 0;
    if (!lot.accepted) rejected++;
    score = lot.score === undefined ? 0 : score + lot.score;

    if (severity === "normal") {
      if (recent.filter((accepted) => !accepted).length >= rejectionsToTighten) enter("tightened");
      else if (
        mayReduce &&
        (edition === "Z14" ? acceptedInARow >= acceptancesToReduce : score >= scoreToReduce)
      ) {
        enter("reduced");
      }
    } else if (severity === "tightened") {
      if (rejected >= rejectionsToStop) enter("discontinued");
      else if (acceptedInARow >= acceptancesToNormal) enter("normal");
    } else if (!lot.accepted || lot.inGap) enter("normal");
  }
  return state;
};
