/** Whole-day serial numbers throughout. */
export interface MilestoneDates {
  readonly id: string;
  readonly plan: number | undefined;
  readonly actual: number | undefined;
}

export interface OrderDates {
  /** Contract ex-factory date. */
  readonly due: number | undefined;
  /** In the order in which they should happen. */
  readonly milestones: readonly MilestoneDates[];
  /** Id of the milestone whose actual date means that the goods have left the factory. */
  readonly exFactoryId: string | undefined;
  /** Verdict of the order's latest inspection. */
  readonly verdict: "pass" | "fail" | "pending" | undefined;
}

export type Reason =
  | { readonly code: "exFactoryOverdue"; readonly days: number }
  | { readonly code: "milestoneOverdue"; readonly milestone: string; readonly days: number }
  | { readonly code: "qcFailed" }
  | { readonly code: "forecastLate"; readonly forecast: number; readonly days: number }
  | { readonly code: "exFactorySoon"; readonly days: number }
  | { readonly code: "milestoneSoon"; readonly milestone: string; readonly days: number }
  | { readonly code: "qcPending" };

export type ReasonCode = Reason["code"];

export interface NextStep {
  readonly milestone: string;
  readonly plan: number;
  /** From the as-of date to the plan; negative when it has passed. */
  readonly days: number;
}

export interface Urgency {
  /** Most urgent first; empty when nothing is wrong. */
  readonly reasons: readonly Reason[];
  readonly next: NextStep | undefined;
  /** Left the factory and nothing planned is open. */
  readonly done: boolean;
}

const severity: readonly ReasonCode[] = [
  "exFactoryOverdue",
  // A failed lot needs rework and a second inspection: it says more than the final inspection that is overdue because of it.
  "qcFailed",
  "milestoneOverdue",
  "forecastLate",
  "exFactorySoon",
  "milestoneSoon",
  "qcPending",
];

function earliest(milestones: readonly (NextStep & { order: number })[]): NextStep | undefined {
  const [first] = [...milestones].sort((a, b) => a.plan - b.plan || a.order - b.order);
  return first && { milestone: first.milestone, plan: first.plan, days: first.days };
}

/**
 * What is wrong with one order as of a date, and what must happen next.
 *
 * The forecast is the plainest one that can be explained to a factory: if no lost day is caught up, the planned ex-factory
 * date moves by the delay of the most delayed open milestone before it.
 */
export function urgency(order: OrderDates, asOf: number, warnDays: number): Urgency {
  const exFactory = order.milestones.find(({ id }) => id === order.exFactoryId);
  const left = exFactory?.actual !== undefined;
  // What came before a shipment has happened, whether or not somebody wrote down when.
  const from = left ? order.milestones.findIndex(({ id }) => id === order.exFactoryId) : 0;
  const open = order.milestones.flatMap(({ id, plan, actual }, index) =>
    plan === undefined || actual !== undefined || index < from
      ? []
      : [{ milestone: id, plan, days: plan - asOf, order: index }],
  );
  const next = earliest(open);
  const reasons: Reason[] = [];

  if (!left && order.due !== undefined) {
    const days = order.due - asOf;
    if (days < 0) reasons.push({ code: "exFactoryOverdue", days: -days });
    else if (days <= warnDays) reasons.push({ code: "exFactorySoon", days });
  }

  // The ex-factory milestone speaks for itself above; naming it twice would hide what else is late.
  const shownAlready = (id: string) =>
    id === order.exFactoryId && reasons.some(({ code }) => code.startsWith("exFactory"));
  const first = earliest(open.filter(({ milestone }) => !shownAlready(milestone)));
  if (first && first.days < 0) {
    reasons.push({ code: "milestoneOverdue", milestone: first.milestone, days: -first.days });
  } else if (first && first.days <= warnDays) {
    reasons.push({ code: "milestoneSoon", milestone: first.milestone, days: first.days });
  }

  const planned = exFactory?.plan;
  if (!left && order.due !== undefined && planned !== undefined && order.due >= asOf) {
    const delay = Math.max(0, ...open.filter(({ plan }) => plan <= planned).map(({ days }) => -days));
    const forecast = Math.max(planned + delay, asOf);
    if (forecast > order.due) reasons.push({ code: "forecastLate", forecast, days: forecast - order.due });
  }

  if (!left && order.verdict === "fail") reasons.push({ code: "qcFailed" });
  if (!left && order.verdict === "pending") reasons.push({ code: "qcPending" });

  reasons.sort((a, b) => severity.indexOf(a.code) - severity.indexOf(b.code));
  return { reasons, next, done: left && next === undefined };
}

/** Orders `a` before `b` when negative: worse reason first, then more days late or fewer left, then the earlier due date. */
export function compareUrgency(
  a: { readonly urgency: Urgency; readonly due: number | undefined },
  b: { readonly urgency: Urgency; readonly due: number | undefined },
): number {
  const rank = ({ reasons, done }: Urgency) =>
    done ? severity.length + 1 : reasons[0] ? severity.indexOf(reasons[0].code) : severity.length;
  const rankA = rank(a.urgency);
  const rankB = rank(b.urgency);
  if (rankA !== rankB) return rankA - rankB;
  const pressing = (reason: Reason | undefined) => {
    if (!reason || !("days" in reason)) return 0;
    return reason.code.endsWith("Soon") ? -reason.days : reason.days;
  };
  return (
    pressing(b.urgency.reasons[0]) - pressing(a.urgency.reasons[0]) ||
    (a.due ?? Infinity) - (b.due ?? Infinity) ||
    0
  );
}
