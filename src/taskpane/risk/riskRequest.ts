import type { RiskProblem, RiskRequest } from "../../domain/schedule/orderRisk";
import type { RiskOrder } from "../../domain/schedule/riskOrder";
import {
  taTemplate,
  taTemplateName,
  taTemplateWords,
  type TaTask,
  type TaTemplateName,
} from "../../domain/schedule/taTemplate";
import { TradeError } from "../../domain/tradeError";
import type { CellValue, Fields } from "../../registers/register";
import { templateChoice, type TemplateChoice } from "../../registers/templateChoice";
import type { Book, RegisterTable } from "../../workbook/book";
import { milestonesOf, type OrderView } from "../orders";
import { dateOf, textOf } from "../ui/dates";

/** Everything a forecast hangs on besides the orders themselves. */
export type RiskBasis = Omit<RiskRequest, "orders">;

/** Why an order has no forecast, or not the whole of one. */
export type OrderProblem =
  | { readonly code: "noDue" }
  | { readonly code: "unreadableDates"; readonly fields: readonly string[] }
  | { readonly code: "unknownTemplate"; readonly word: string }
  /** The workbook's own copy of a template cannot be planned by. */
  | { readonly code: "brokenTemplate"; readonly word: string; readonly problem: RiskProblem }
  | { readonly code: "noDates" };

export interface RiskInput {
  /** Absent where nothing can be said of the order. */
  readonly order?: RiskOrder;
  readonly problems: readonly OrderProblem[];
}

/** What the rows of a book are read by. */
export interface RiskReader {
  readonly basis: RiskBasis;
  /** What of a row the forecast hangs on, in one text: rows with the same one have the same forecast. */
  readonly print: (view: OrderView) => string;
  /** An order as the forecast takes it. What cannot be read is left out and told. */
  readonly input: (view: OrderView) => RiskInput;
}

/** The order date opens the plan; the register keeps it beside the milestones. */
const orderDateMilestone = "T00";
/** What the worksheet functions take where a row names none. */
const usualTemplate = "knit";

/** A built-in template has a name that no copy in a workbook has. */
const builtIn = (name: TaTemplateName) => `=${name}`;
const builtInTemplates = Object.fromEntries(
  (Object.keys(taTemplateWords) as TaTemplateName[]).map((name) => [builtIn(name), taTemplate(name)]),
);

interface Templates {
  readonly choice: TemplateChoice;
  readonly copies: ReadonlySet<string>;
  readonly tasks: Readonly<Record<string, readonly TaTask[]>>;
  readonly broken: ReadonlyMap<string, RiskProblem>;
}

function templatesOf(table: RegisterTable | undefined): Templates {
  const choice = templateChoice(table?.rows.map(({ fields }) => fields) ?? []);
  const broken = new Map<string, RiskProblem>();
  const tasks: Record<string, readonly TaTask[]> = { ...builtInTemplates };
  for (const copy of choice.copies) {
    try {
      tasks[copy] = choice.tasksOf(copy);
    } catch (error) {
      if (!(error instanceof TradeError)) throw error;
      const { code, values } = error as TradeError;
      broken.set(copy, { code, params: { ...values } });
    }
  }
  return { choice, copies: new Set(choice.copies), tasks, broken };
}

const isBlank = (value: CellValue | undefined) => value === undefined || textOf(value) === "";

/** The template of a row by its name among the tasks, or what is wrong with it. */
function templateOf(fields: Fields, { choice, copies, broken }: Templates): string | OrderProblem {
  const key = choice.keyOf(fields);
  const problem = broken.get(key);
  if (problem) return { code: "brokenTemplate", word: key, problem };
  if (copies.has(key)) return key;
  try {
    return builtIn(taTemplateName(key || usualTemplate));
  } catch (error) {
    if (error instanceof TradeError) return { code: "unknownTemplate", word: key };
    throw error;
  }
}

function makeReader({ settings, tables }: Book): RiskReader {
  const headings = tables.orders?.headings ?? {};
  const milestones = milestonesOf(tables.orders);
  const dateFields = milestones.flatMap(({ id }) =>
    [`${id}.plan`, `${id}.actual`].filter((field) => field in headings),
  );
  const printed = ["template", "factory", "due", "orderDate", ...dateFields];
  const templates = templatesOf(tables.templates);
  const { asOf, calendar, closures } = settings;
  const basis: RiskBasis = {
    asOf,
    calendar,
    closures,
    templates: templates.tasks,
    followed: [
      ...("orderDate" in headings ? [orderDateMilestone] : []),
      ...milestones.map(({ id }) => id).filter((id) => `${id}.actual` in headings),
    ],
  };
  return {
    basis,
    print: ({ row: { fields } }) => {
      let print = "";
      for (const id of printed) print += `${fields[id] ?? ""}|`;
      return print;
    },
    input: ({ key, due, row: { fields } }) => {
      const problems: OrderProblem[] = [];
      const unreadable: string[] = [];
      const dates: Record<string, number> = {};
      for (const id of dateFields) {
        const date = dateOf(fields[id]);
        if (date !== undefined) dates[id] = date;
        else if (!isBlank(fields[id])) unreadable.push(id);
      }
      const begun = dateOf(fields.orderDate);
      // A date that nothing calls planned or actual has happened when its day has come.
      if (begun !== undefined) dates[`${orderDateMilestone}.${begun <= asOf ? "actual" : "plan"}`] = begun;
      else if (!isBlank(fields.orderDate)) unreadable.push("orderDate");
      if (due === undefined && !isBlank(fields.due)) unreadable.push("due");
      const template = templateOf(fields, templates);
      const hasDates = Object.keys(dates).length > 0;
      if (isBlank(fields.due)) problems.push({ code: "noDue" });
      if (unreadable.length > 0) problems.push({ code: "unreadableDates", fields: unreadable });
      if (!hasDates) problems.push({ code: "noDates" });
      if (typeof template !== "string") return { problems: [...problems, template] };
      if (!hasDates) return { problems };
      return { order: { key, template, dates, ...(due !== undefined && { due }) }, problems };
    },
  };
}

const readers = new WeakMap<Book, RiskReader>();

export function riskReader(book: Book): RiskReader {
  let reader = readers.get(book);
  if (!reader) readers.set(book, (reader = makeReader(book)));
  return reader;
}
