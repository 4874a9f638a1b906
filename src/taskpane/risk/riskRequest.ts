import type { RiskOrder, RiskRequest } from "../../domain/schedule/orderRisk";
import {
  taTemplate,
  taTemplateName,
  taTemplateWords,
  type TaTemplateName,
} from "../../domain/schedule/taTemplate";
import { TradeError } from "../../domain/tradeError";
import type { CellValue } from "../../registers/register";
import type { Book } from "../../workbook/book";
import { milestonesOf, type OrderView } from "../orders";
import { dateOf, textOf } from "../ui/dates";

/** Everything a forecast hangs on besides the orders themselves. */
export type RiskBasis = Omit<RiskRequest, "orders">;

/** Why an order has no forecast, or not the whole of one. */
export type OrderProblem =
  | { readonly code: "noDue" }
  | { readonly code: "unreadableDates"; readonly fields: readonly string[] }
  | { readonly code: "unknownTemplate"; readonly word: string }
  | { readonly code: "noDates" };

export interface RiskInput {
  /** Absent where nothing can be said of the order. */
  readonly order?: RiskOrder;
  readonly problems: readonly OrderProblem[];
}

/** The order date opens the plan; the register keeps it beside the milestones. */
const orderDateMilestone = "T00";
/** What the worksheet functions take where a row names none. */
const usualTemplate: TaTemplateName = "knit";

const templates = Object.fromEntries(
  (Object.keys(taTemplateWords) as TaTemplateName[]).map((name) => [name, taTemplate(name)]),
);

export function riskBasis({ settings, tables }: Book): RiskBasis {
  return {
    asOf: settings.asOf,
    calendar: settings.calendar,
    closures: settings.closures,
    templates,
    followed: [
      ...("orderDate" in (tables.orders?.headings ?? {}) ? [orderDateMilestone] : []),
      ...milestonesOf(tables.orders)
        .filter(({ id }) => `${id}.actual` in (tables.orders?.headings ?? {}))
        .map(({ id }) => id),
    ],
  };
}

/** The ids of the date fields that tell how an order stands. */
export function dateFieldsOf({ tables }: Book): readonly string[] {
  const headings = tables.orders?.headings ?? {};
  return milestonesOf(tables.orders).flatMap(({ id }) =>
    [`${id}.plan`, `${id}.actual`].filter((field) => field in headings),
  );
}

const isBlank = (value: CellValue | undefined) => value === undefined || textOf(value) === "";

function templateOf(word: string): TaTemplateName | undefined {
  if (!word) return usualTemplate;
  try {
    return taTemplateName(word);
  } catch (error) {
    if (error instanceof TradeError) return undefined;
    throw error;
  }
}

/** What of a row the forecast hangs on, in one text: rows with the same one have the same forecast. */
export function riskPrint({ row: { fields } }: OrderView, dateFields: readonly string[]): string {
  let print = `${fields.template ?? ""}|${fields.factory ?? ""}|${fields.due ?? ""}|${fields.orderDate ?? ""}`;
  for (const id of dateFields) print += `|${fields[id] ?? ""}`;
  return print;
}

/** An order as the forecast takes it: its dates, its template's name. What cannot be read is left out and told. */
export function riskInput(view: OrderView, dateFields: readonly string[], asOf: number): RiskInput {
  const { fields } = view.row;
  const problems: OrderProblem[] = [];
  const dates: Record<string, number> = {};
  const unreadable: string[] = [];
  for (const id of dateFields) {
    const date = dateOf(fields[id]);
    if (date !== undefined) dates[id] = date;
    else if (!isBlank(fields[id])) unreadable.push(id);
  }
  const begun = dateOf(fields.orderDate);
  // A date that nothing calls planned or actual has happened when its day has come.
  if (begun !== undefined) dates[`${orderDateMilestone}.${begun <= asOf ? "actual" : "plan"}`] = begun;
  else if (!isBlank(fields.orderDate)) unreadable.push("orderDate");
  if (view.due === undefined) {
    if (isBlank(fields.due)) problems.push({ code: "noDue" });
    else unreadable.push("due");
  }
  if (unreadable.length > 0) problems.push({ code: "unreadableDates", fields: unreadable });
  if (Object.keys(dates).length === 0) problems.push({ code: "noDates" });
  const template = templateOf(textOf(fields.template));
  if (template === undefined) problems.push({ code: "unknownTemplate", word: textOf(fields.template) });
  if (template === undefined || Object.keys(dates).length === 0) return { problems };
  const order = { key: view.key, template, dates };
  return { order: view.due === undefined ? order : { ...order, due: view.due }, problems };
}
