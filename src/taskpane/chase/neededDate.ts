/**
 * The day by which somebody is asked for a milestone. `latest` is the last day on which it can happen and the goods still
 * leave on time if all that follows takes its most likely time; what was agreed later than that is asked for on its planned
 * day: nobody can be held to a day before the one that was agreed. Undefined where neither is known.
 */
export function neededDate(plan: number | undefined, latest: number | undefined): number | undefined {
  if (plan === undefined || latest === undefined) return plan ?? latest;
  return Math.max(plan, latest);
}

/** Days by which the planned date itself is too late to leave on time. */
export function planTooLate(plan: number | undefined, latest: number | undefined): number {
  return plan === undefined || latest === undefined ? 0 : Math.max(0, plan - latest);
}
