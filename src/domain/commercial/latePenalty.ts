export interface PenaltyStep {
  readonly fromDay: number;
  /** Share of the amount. */
  readonly rate: number;
}

/** Deduction for late delivery by the buyer's scale: the rate of the last step that the delay has reached; none before the first. */
export function latePenalty(daysLate: number, amount: number, steps: readonly PenaltyStep[]): number {
  let reached: PenaltyStep | undefined;
  for (const step of steps) {
    if (step.fromDay <= daysLate && (!reached || step.fromDay >= reached.fromDay)) reached = step;
  }
  return amount * (reached?.rate ?? 0);
}
