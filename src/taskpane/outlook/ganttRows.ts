import type { MilestoneOutlook } from "../../domain/schedule/orderRisk";

/** supposed: an actual date that is tried and lies ahead. */
export type GanttState = "done" | "doneUnseen" | "supposed" | "open";

/** One line of the chart and of the table. */
export interface GanttRow {
  readonly milestone: string;
  readonly owner: string;
  readonly state: GanttState;
  readonly plan: number | undefined;
  /** The day it happened, or is forecast to. */
  readonly date: number | undefined;
  readonly p10: number | undefined;
  readonly p90: number | undefined;
  /** Days after the plan; negative before it; undefined where one of both is not known. */
  readonly late: number | undefined;
  readonly float: number | undefined;
  readonly needed: number | undefined;
  /** The forecast is after the last day that keeps the ex-factory date. */
  readonly endangers: boolean;
}

/** The milestones of the tracker, or every step of the template, in its order. */
export function ganttRows(milestones: readonly MilestoneOutlook[], all: boolean, asOf: number): GanttRow[] {
  return milestones
    .filter(({ tracked }) => all || tracked)
    .map(({ milestone, owner, plan, actual, forecast, p10, p90, float, needed, open }) => {
      const date = actual ?? forecast;
      return {
        milestone,
        owner,
        state: open ? "open" : actual === undefined ? "doneUnseen" : actual > asOf ? "supposed" : "done",
        plan,
        date,
        p10,
        p90,
        // What happened unseen has no date of its own to be late by.
        late:
          date === undefined || plan === undefined || (!open && actual === undefined)
            ? undefined
            : date - plan,
        float,
        needed,
        endangers: open && forecast !== undefined && needed !== undefined && forecast > needed,
      };
    });
}

/** Every day that the chart must hold. */
export function ganttDays(rows: readonly GanttRow[], ...more: readonly (number | undefined)[]): number[] {
  const days = rows.flatMap(({ plan, date, p10, p90 }) => [plan, date, p10, p90]);
  return [...days, ...more].filter((day) => day !== undefined);
}
