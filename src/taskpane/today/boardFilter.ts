import type { ReasonCode } from "../../domain/schedule/urgency";
import { matchesText, type OrderView } from "../orders";

export type Count = "overdue" | "dueSoon" | "qcFailed" | "atRisk";

const codes: Readonly<Record<Count, readonly ReasonCode[]>> = {
  overdue: ["exFactoryOverdue", "milestoneOverdue"],
  dueSoon: ["exFactorySoon", "milestoneSoon"],
  qcFailed: ["qcFailed"],
  atRisk: ["forecastLate"],
};

export const counts = Object.keys(codes) as readonly Count[];

export const isCounted = (order: OrderView, count: Count): boolean =>
  order.urgency.reasons.some(({ code }) => codes[count].includes(code));

export interface BoardFilter {
  readonly text: string;
  readonly customer: string;
  readonly factory: string;
  readonly merchandiser: string;
  readonly finished: boolean;
  readonly count: Count | undefined;
}

export const noFilter: BoardFilter = {
  text: "",
  customer: "",
  factory: "",
  merchandiser: "",
  finished: false,
  count: undefined,
};

/** How many of the choices under "Filters" are in use. */
export const filtersInUse = ({ customer, factory, merchandiser, finished }: BoardFilter): number =>
  [customer, factory, merchandiser, finished].filter(Boolean).length;

/** Everything but the count: what the counts themselves are taken from. */
export function inView(orders: readonly OrderView[], filter: BoardFilter): readonly OrderView[] {
  return orders.filter(
    (order) =>
      (filter.finished || filter.text.trim() !== "" || !order.urgency.done) &&
      (!filter.customer || order.customer === filter.customer) &&
      (!filter.factory || order.factory === filter.factory) &&
      (!filter.merchandiser || order.merchandiser === filter.merchandiser) &&
      (!filter.text.trim() || matchesText(order, filter.text)),
  );
}
