import { taPlan } from "../../domain/schedule/taPlan";
import { taTemplate, taTemplateName } from "../../domain/schedule/taTemplate";
import { TradeError } from "../../domain/tradeError";
import type { Milestone } from "../../registers/milestones";
import type { BookSettings } from "../../workbook/book";
import { exFactoryMilestone } from "../orders";
import { dateOf } from "../ui/dates";
import { workCalendar } from "../ui/workCalendar";
import type { OrderDraft } from "./orderDraft";

export type Plan =
  | { readonly kind: "needs"; readonly what: "template" | "orderDate" | "exFactory" }
  | { readonly kind: "fails"; readonly year: number | undefined; readonly message: string }
  | {
      readonly kind: "ready";
      /** By milestone id. */
      readonly dates: ReadonlyMap<string, number>;
      /** First day of any task. */
      readonly begins: number;
      readonly exFactory: number | undefined;
    };

/** Planned dates of an order's milestones by its template, forward from the order date or back from the ex-factory date. */
export function planOf(draft: OrderDraft, milestones: readonly Milestone[], settings: BookSettings): Plan {
  if (!draft.template) return { kind: "needs", what: "template" };
  const anchor = dateOf(draft.direction === "forward" ? draft.orderDate : draft.due);
  if (anchor === undefined) {
    return { kind: "needs", what: draft.direction === "forward" ? "orderDate" : "exFactory" };
  }
  try {
    const tasks = taTemplate(taTemplateName(draft.template));
    const rows = new Map(
      taPlan(tasks, anchor, draft.direction, workCalendar(settings)).map((row) => [row.task.code, row]),
    );
    const dates = new Map<string, number>();
    for (const { id, code, part } of milestones) {
      const date = rows.get(code)?.[part];
      if (date !== undefined) dates.set(id, date);
    }
    const begins = Math.min(...[...rows.values()].map(({ start }) => start));
    return { kind: "ready", dates, begins, exFactory: rows.get(exFactoryMilestone)?.finish };
  } catch (error) {
    if (!(error instanceof TradeError)) throw error;
    const values = error.values as Readonly<Record<string, unknown>>;
    const year = typeof values.year === "number" ? values.year : undefined;
    return { kind: "fails", year, message: error.message };
  }
}
