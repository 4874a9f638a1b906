import { lineOutput } from "../factory/lineCapacity";
import { piecesUp } from "../orders/wholePieces";

export interface SewingPlan {
  readonly quantity: number;
  /** Standard minutes for a piece. */
  readonly sam: number;
  /** On each line. */
  readonly operators: number;
  readonly hours: number;
  /** Once the line has learnt the style. */
  readonly efficiency: number;
  readonly lines: number;
  readonly attendance: number;
  /** Efficiency of the first days after loading (learning curve), in place of `efficiency`. */
  readonly curve: readonly number[];
  /** Share cut beyond the order. */
  readonly extraCut: number;
}

/**
 * Whole days to sew an order: the fewest whose output adds up to it (Online Clothing Study 2020/01). Undefined where it is never
 * finished, at no output.
 */
export function lineDays(plan: SewingPlan): number | undefined {
  const { operators, hours, sam, lines, attendance } = plan;
  const output = (efficiency: number): number =>
    lines * lineOutput(operators, hours, efficiency, sam, attendance);
  let left = plan.quantity * (1 + plan.extraCut);
  // What binary fractions leave of an order that is done is no day's work.
  const done = left * 1e-12;
  let days = 0;
  for (const efficiency of plan.curve) {
    if (left <= done) return days;
    left -= output(efficiency);
    days++;
  }
  if (left <= done) return days;
  const daily = output(plan.efficiency);
  return daily > 0 ? days + piecesUp(left / daily) : undefined;
}
