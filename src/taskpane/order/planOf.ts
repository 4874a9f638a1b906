import { taPlan } from "../../domain/schedule/taPlan";
import { taTemplate, taTemplateName, type TaTask } from "../../domain/schedule/taTemplate";
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

/**
 * The tasks that decide about these and no others: papers and payment that follow the goods into a year without calendar data
 * must not stop the dates before it.
 */
function leadingTo(codes: readonly string[], tasks: readonly TaTask[]): readonly TaTask[] {
  const wanted = new Set(codes);
  for (const code of wanted) {
    const links = tasks.find((task) => task.code === code)?.predecessors.split(";") ?? [];
    for (const link of links) wanted.add(link.split(":")[0]?.trim() ?? "");
  }
  return tasks.filter(({ code }) => wanted.has(code));
}

/** Planned dates of an order's milestones by its template, forward from the order date or back from the ex-factory date. */
export function planOf(draft: OrderDraft, milestones: readonly Milestone[], settings: BookSettings): Plan {
  if (!draft.template) return { kind: "needs", what: "template" };
  const anchor = dateOf(draft.direction === "forward" ? draft.orderDate : draft.due);
  if (anchor === undefined) {
    return { kind: "needs", what: draft.direction === "forward" ? "orderDate" : "exFactory" };
  }
  try {
    const codes = [...milestones.map(({ code }) => code), exFactoryMilestone];
    const tasks = leadingTo(codes, taTemplate(taTemplateName(draft.template)));
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
