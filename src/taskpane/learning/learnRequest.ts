import type { FinishedOrder, LearnRequest } from "../../domain/schedule/learnFromOrders";
import { taTemplate, taTemplateName, type TaTask } from "../../domain/schedule/taTemplate";
import { TradeError } from "../../domain/tradeError";
import { orderTemplates, templateChoices, type OrderTemplate } from "../../registers/templates";
import { templateChoice } from "../../registers/templateChoice";
import { word, type Lang } from "../../registers/register";
import type { Book } from "../../workbook/book";
import { exFactoryMilestone, milestonesOf, ordersOf } from "../orders";
import { dateOf, textOf } from "../ui/dates";

/** The word for a built-in template as the orders of this workbook write it most often. */
export function templateWord(book: Book, name: OrderTemplate): string {
  const counts = new Map<string, number>();
  for (const { row } of ordersOf(book)) {
    const said = textOf(row.fields.template);
    if (templateNamed(said) === name) counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? builtInWord(name, book.settings.lang);
}

const builtInWord = (name: OrderTemplate, lang: Lang): string => {
  const choice = templateChoices[orderTemplates.indexOf(name)];
  return choice ? word(choice, lang) : name;
};

function templateNamed(said: string): string | undefined {
  try {
    return taTemplateName(said);
  } catch {
    return undefined;
  }
}

/** A built-in template with names and owners in the workbook's language. */
export const builtInTasks = (name: OrderTemplate, lang: Lang): TaTask[] =>
  taTemplate(name, lang === "zh-CN" ? "zh" : "en");

/** The finished orders of the book by their template, as `learnFromOrders` takes them. */
export function learnRequest(book: Book): LearnRequest {
  const { settings, tables } = book;
  const choice = templateChoice(tables.templates?.rows.map(({ fields }) => fields) ?? []);
  const fields = milestonesOf(tables.orders).flatMap(({ id }) => [`${id}.plan`, `${id}.actual`]);
  const groups = new Map<string, { template: string; tasks: readonly TaTask[]; orders: FinishedOrder[] }>();
  for (const { row, factory } of ordersOf(book)) {
    const shipped = dateOf(row.fields[`${exFactoryMilestone}.actual`]);
    const said = textOf(row.fields.template);
    // A row without a template goes by the usual one, and no copy could be for it.
    if (shipped === undefined || shipped > settings.asOf || said === "") continue;
    const name = orderTemplates.find((one) => one === templateNamed(said));
    const template = name ? templateWord(book, name) : said;
    let group = groups.get(template.toLowerCase());
    if (!group) {
      const tasks = name ? builtInTasks(name, settings.lang) : ownTasks(choice.tasksOf, template);
      if (!tasks) continue;
      groups.set(template.toLowerCase(), (group = { template, tasks, orders: [] }));
    }
    const dates: Record<string, number> = {};
    for (const id of fields) {
      const date = dateOf(row.fields[id]);
      if (date !== undefined) dates[id] = date;
    }
    const ordered = dateOf(row.fields.orderDate);
    if (ordered !== undefined) dates["T00.actual"] = ordered;
    group.orders.push({ factory, dates });
  }
  return { calendar: settings.calendar, closures: settings.closures, templates: [...groups.values()] };
}

/** A template that only this workbook has; undefined where it cannot be read. */
function ownTasks(
  tasksOf: (key: string) => readonly TaTask[],
  template: string,
): readonly TaTask[] | undefined {
  try {
    return tasksOf(template);
  } catch (error) {
    if (error instanceof TradeError) return undefined;
    throw error;
  }
}
