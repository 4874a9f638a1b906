import { lotPlan, type LotPlan, type LotPlanOptions } from "./lotPlan";
import type { Severity } from "./samplingPlan";
import { qcReasons, qcStatus, type Counts } from "./verdict";

/** What to do after an inspection; the first is the one to take unless somebody has a reason. */
export type NextInspection =
  /** The lot is accepted. */
  | { readonly code: "release" }
  /** Accepted in the gap of Z1.4's reduced table: inspect the next lot normally. */
  | { readonly code: "backToNormal" }
  /** Look at the pieces that are missing from the sample. */
  | { readonly code: "finishSample"; readonly pieces: number }
  /** Every piece was looked at, but what was found is not written down. */
  | { readonly code: "countDefects" }
  /** The factory sorts and reworks every piece; then a re-inspection by this plan. */
  | { readonly code: "reinspect"; readonly severity: Severity; readonly plan: LotPlan };

/**
 * Suggestions after a verdict. A lot that failed is sorted and reworked and inspected again at the same or at tightened severity
 * (ISO 2859-1:1999, 7.4 leaves the choice to the responsible party); a lot that failed reduced inspection ends reduced inspection
 * (9.3.4), so it is inspected again normally or tightened.
 */
export const nextInspection = (
  plan: LotPlan,
  counts: Counts,
  options: LotPlanOptions = {},
): NextInspection[] => {
  switch (qcStatus(plan, counts)) {
    case "PASS":
      return qcReasons(plan, counts).length > 0
        ? [{ code: "release" }, { code: "backToNormal" }]
        : [{ code: "release" }];
    case "PENDING": {
      const pieces = plan.sample - (counts.inspected ?? 0);
      return pieces > 0 ? [{ code: "finishSample", pieces }] : [{ code: "countDefects" }];
    }
    case "FAIL": {
      const severities: Severity[] =
        options.severity === "tightened" ? ["tightened"] : ["normal", "tightened"];
      return severities.flatMap((severity): NextInspection[] => {
        const again = lotPlan(plan.lot, { ...options, severity });
        return again ? [{ code: "reinspect", severity, plan: again }] : [];
      });
    }
  }
};
