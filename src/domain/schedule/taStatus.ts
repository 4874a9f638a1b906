export type TaStatus = "DONE" | "DONE LATE" | "OVERDUE" | "AT RISK" | "DUE SOON" | "OPEN";

/** Dates of one milestone as serial numbers. */
export interface MilestoneDates {
  readonly planned: number;
  readonly actual?: number | undefined;
  readonly asOf: number;
  readonly forecast?: number | undefined;
}

/**
 * What a milestone's dates say: done (in time or late), overdue (asOf after planned), at risk (forecast after planned), due
 * within warnDays calendar days, or open.
 */
export function taStatus({ planned, actual, asOf, forecast }: MilestoneDates, warnDays: number): TaStatus {
  if (actual !== undefined) return actual > planned ? "DONE LATE" : "DONE";
  if (asOf > planned) return "OVERDUE";
  if (forecast !== undefined && forecast > planned) return "AT RISK";
  return planned - asOf <= warnDays ? "DUE SOON" : "OPEN";
}
