import type { WhatIf } from "../../domain/schedule/whatIf";

/** plan: not before that day, and it may slip. actual: supposed to happen on that very day. */
export type DateKind = "plan" | "actual";

export interface TriedDate {
  readonly milestone: string;
  readonly day: number;
  readonly as: DateKind;
}

export type Sewing = "asIs" | "overtime" | "secondLine" | "both";

/**
 * What is left of the sewing time. Two hours more on eight: 8/10. A second line would halve it, but sews slower in its first
 * days: 0.6 (both are experience, and stated beside the choice).
 */
export const sewingFactors: Readonly<Record<Sewing, number>> = {
  asIs: 1,
  overtime: 0.8,
  secondLine: 0.6,
  both: 0.5,
};

/** The task of the templates that is sewn faster. */
export const sewingTask = "T21";

/** China to Europe: about 30 days at sea, about 5 by air with handling at both ends. */
export const usualAirGain = 25;

/** What is being tried. */
export interface WhatIfDraft {
  readonly dates: readonly TriedDate[];
  readonly sewing: Sewing;
  readonly air: boolean;
  readonly airDays: number | undefined;
  readonly due: number | undefined;
}

export const nothingTried: WhatIfDraft = {
  dates: [],
  sewing: "asIs",
  air: false,
  airDays: usualAirGain,
  due: undefined,
};

/** Days that flying gains; 0 where it is not tried or the number makes no sense. */
export function daysGained({ air, airDays }: WhatIfDraft): number {
  return air && airDays !== undefined && airDays > 0 ? Math.round(airDays) : 0;
}

/** The change to be worked out; undefined where nothing differs from how the order stands. */
export function whatIfOf(draft: WhatIfDraft, due: number | undefined): WhatIf | undefined {
  const gained = daysGained(draft);
  const change: WhatIf = {
    ...(draft.dates.length > 0 && {
      dates: Object.fromEntries(draft.dates.map(({ milestone, day, as }) => [`${milestone}.${as}`, day])),
    }),
    ...(draft.sewing !== "asIs" && { durations: { [sewingTask]: sewingFactors[draft.sewing] } }),
    ...(draft.due !== undefined && draft.due !== due && { due: draft.due }),
    ...(gained > 0 && { daysGained: gained }),
  };
  return Object.keys(change).length > 0 ? change : undefined;
}

/** Tries a date; a milestone has one at a time. */
export function withDate(draft: WhatIfDraft, tried: TriedDate): WhatIfDraft {
  return {
    ...withoutDate(draft, tried.milestone),
    dates: [...withoutDate(draft, tried.milestone).dates, tried],
  };
}

export function withoutDate(draft: WhatIfDraft, milestone: string): WhatIfDraft {
  return { ...draft, dates: draft.dates.filter((each) => each.milestone !== milestone) };
}
