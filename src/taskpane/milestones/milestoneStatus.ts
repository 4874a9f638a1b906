import type { Tone } from "../ui/tone";
import { warnDays } from "../orders";

export type Status = "done" | "doneLate" | "overdue" | "dueSoon" | "open";

/** How one milestone stands; the words of TASTATUS that need no forecast. */
export function milestoneStatus(plan: number | undefined, actual: number | undefined, asOf: number): Status {
  if (actual !== undefined) return plan !== undefined && actual > plan ? "doneLate" : "done";
  if (plan === undefined) return "open";
  if (asOf > plan) return "overdue";
  return plan - asOf <= warnDays ? "dueSoon" : "open";
}

export const statusTones: Readonly<Record<Status, Tone>> = {
  done: "good",
  doneLate: "warn",
  overdue: "bad",
  dueSoon: "soon",
  open: "calm",
};
