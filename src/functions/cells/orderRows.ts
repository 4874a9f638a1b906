import { milestoneColumns, type MilestoneColumn } from "../../domain/schedule/milestoneHeading";
import type { Order, TaskDates, TaskFollowed } from "../../domain/schedule/orderState";
import { orderModel, type OrderModel } from "../../domain/schedule/orderModel";
import { taTemplate, taTemplateName, type TaTask } from "../../domain/schedule/taTemplate";
import { TradeError } from "../../domain/tradeError";
import {
  everyCell,
  isSingle,
  nameArgument,
  oneCell,
  optional,
  required,
  type Argument,
  type Cells,
} from "./argument";
import { cellError, langOf, throwToCell } from "./cellError";
import { dateCell } from "./dateCell";
import { finite } from "./finite";
import type { Lang } from "./langCell";
import { isOpenDate } from "./openDate";
import { plainValue, type Plain } from "./plainValue";
import { taTasksArgument } from "./taTasksArgument";

declare module "../../domain/tradeError" {
  interface TradeErrors {
    noMilestoneHeading: Record<never, never>;
    headingsShape: { columns: number; headings: number };
    rowsDiffer: { rows: number };
  }
}

/** An order of a tracker with all that its row says. */
export interface OrderRow {
  readonly model: OrderModel;
  readonly order: Order;
  /** A task's name and owner in the language. */
  readonly taskIn: (lang: Lang, task: number) => TaTask;
  /** Whether the tracker's headings are Chinese. */
  readonly chinese: boolean;
}

export interface OrderArguments {
  readonly headings: Cells;
  readonly dates: Cells;
  readonly template: Cells;
  readonly asOf: number;
}

interface Followed {
  readonly model: OrderModel;
  readonly columns: readonly (MilestoneColumn & { readonly task: number })[];
  readonly tasks: Readonly<Record<Lang, readonly TaTask[]>>;
  readonly chinese: boolean;
  /** Orders of rows that were read before, by their cells, as they are on one day. */
  readonly rows: Map<string, Order>;
  asOf: number;
}

/**
 * A function over a tracker: orders in rows, milestones in columns, one result for each row. A row without dates, or without
 * what `skip` asks for, gives "". What goes wrong in one row of several is an error in its cell alone.
 */
export function eachOrder(
  args: readonly Argument<any>[],
  given: () => OrderArguments,
  due: Argument<number | undefined> | undefined,
  rule: (row: OrderRow, due: number) => string | number,
): any[][] {
  const lang = langOf(args);
  try {
    const { headings, dates, template, asOf } = given();
    const texts = everyCell(optional("headings", headings, String, ""));
    const titles = texts.length === 1 ? (texts[0] as string[]) : texts.flat();
    const rows = required("dates", dates, (value) => value).cells;
    const wrong = rows.find((row) => row.length !== titles.length);
    if (wrong) {
      const values = { argument: "dates", columns: wrong.length, headings: titles.length };
      throw new TradeError("badInput", "headingsShape", values);
    }
    if (due && !isSingle(due.cells) && (due.cells.length !== rows.length || due.cells[0]?.length !== 1)) {
      throw new TradeError(
        "badInput",
        "rowsDiffer",
        Object.assign({ rows: rows.length }, { argument: "due" }),
      );
    }
    const followedOf = templates(template, titles, rows.length);
    // An unknown template or headings without milestones are wrong for every row.
    if (isSingle(required("template", template, String).cells)) followedOf(0);
    const result = rows.map((row, i) => {
      try {
        return [resultOf(row, i, followedOf, asOf, due, rule)];
      } catch (error) {
        return [cellError(error, lang)];
      }
    });
    const only = result.length === 1 ? result[0]?.[0] : undefined;
    if (only instanceof CustomFunctions.Error) throwToCell(only);
    return result;
  } catch (error) {
    if (error instanceof CustomFunctions.Error) throwToCell(error);
    throwToCell(cellError(error, lang));
  }
}

function resultOf(
  row: readonly unknown[],
  i: number,
  followedOf: (row: number) => Followed,
  asOf: number,
  due: Argument<number | undefined> | undefined,
  rule: (row: OrderRow, due: number) => string | number,
): string | number {
  let by = 0;
  if (due) {
    const cell = isSingle(due.cells) ? due.cells[0]?.[0] : due.cells[i]?.[0];
    const date = named("due", () => due.read(cell));
    if (date === undefined) return "";
    by = date;
  }
  if (row.every(isBlank)) return "";
  const followed = followedOf(i);
  const { model, tasks, chinese } = followed;
  const order = named("dates", () => orderIn(row, followed, asOf));
  if (order.dates.size === 0) return "";
  const taskIn = (lang: Lang, task: number) => tasks[lang][task] as TaTask;
  const result = rule({ model, order, taskIn, chinese }, by);
  return typeof result === "number" ? finite(result) : result;
}

const isBlank = (cell: unknown): boolean => cell === "" || cell === null || cell === undefined;
const isObject = (cell: unknown): boolean => typeof cell === "object" && cell !== null;

function named<T>(argument: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw nameArgument(error, { name: argument });
  }
}

/** As many as forecasts are remembered; see `orderForecast`. */
const MOST_ROWS = 12_000;

/**
 * The dates of a row. Five columns of formulas ask for the same rows, and again after every edit: a row whose cells are known
 * is not read anew, and what was made of its order is found by the order itself.
 */
function orderIn(row: readonly unknown[], followed: Followed, asOf: number): Order {
  // Errors and data types come as objects: no text tells them apart.
  if (row.some(isObject)) return orderOf(row, followed.columns, asOf);
  if (followed.asOf !== asOf) followed.rows.clear();
  followed.asOf = asOf;
  const key = JSON.stringify(row);
  let order = followed.rows.get(key);
  if (!order) {
    order = orderOf(row, followed.columns, asOf);
    if (followed.rows.size >= MOST_ROWS) followed.rows.delete(followed.rows.keys().next().value as string);
    followed.rows.set(key, order);
  }
  return order;
}

type Changing<T> = { -readonly [K in keyof T]: T[K] };

/** The dates of a row. A date that nothing calls planned or actual has happened up to the as-of date. */
function orderOf(row: readonly unknown[], columns: Followed["columns"], asOf: number): Order {
  const dates = new Map<number, Changing<TaskDates>>();
  const followed = new Map<number, Changing<TaskFollowed>>();
  for (const { task, part, kind, column } of columns) {
    if (kind !== "plan") {
      const follows = followed.get(task) ?? { start: false, finish: false };
      follows[part] = true;
      followed.set(task, follows);
    }
    const value = plainValue(row[column]);
    const isOpen = value === undefined || (typeof value === "string" && isOpenDate(value));
    const date = isOpen ? undefined : dateCell(value);
    if (date === undefined) continue;
    const of = dates.get(task) ?? {};
    const happened = kind === "actual" || (kind === "either" && date <= asOf);
    const field = happened
      ? part === "start"
        ? "actualStart"
        : "actualFinish"
      : part === "start"
        ? "planStart"
        : "planFinish";
    // Of several columns for one date the latest counts: a plan was put off.
    of[field] = Math.max(of[field] ?? 0, date);
    dates.set(task, of);
  }
  return { dates, followed };
}

/** The template of each row: one for all by name or by range, or a column of names beside the orders. */
function templates(cells: Cells, titles: readonly string[], rows: number): (row: number) => Followed {
  const names = optional("template", cells, (value: Plain) => String(value), "knit");
  const { length } = names.cells;
  const columns = names.cells[0]?.length;
  if (isSingle(names.cells) || (columns === 1 && length === rows)) {
    const ready = new Map<string, Followed>();
    const byName = (text: string): Followed => {
      let followed = ready.get(text);
      if (!followed) {
        const name = taTemplateName(text);
        const [en, zh] = [taTemplate(name, "en"), taTemplate(name, "zh")];
        ready.set(text, (followed = followedBy({ en, zh }, titles)));
      }
      return followed;
    };
    return (row) =>
      named("template", () => {
        const cell = isSingle(names.cells) ? names.cells[0]?.[0] : names.cells[row]?.[0];
        return byName(names.read(cell) ?? "knit");
      });
  }
  const own = oneCell(taTasksArgument("template", cells, "en"));
  const followed = named("template", () => followedBy({ en: own, zh: own }, titles));
  return () => followed;
}

const readBefore = new Map<string, Followed>();
const MOST_REMEMBERED = 32;

function followedBy(tasks: Readonly<Record<Lang, readonly TaTask[]>>, titles: readonly string[]): Followed {
  const model = orderModel(tasks.en);
  // A range may hold a published template, in its own words.
  const key = `${model.id} ${tasks.en === tasks.zh ? "own" : "published"} ${titles.join("\u0000")}`;
  let followed = readBefore.get(key);
  if (!followed) {
    const named = tasks.en === tasks.zh ? tasks.en : [...tasks.en, ...tasks.zh];
    const positions = new Map(tasks.en.map(({ code }, i) => [code, i]));
    const columns = milestoneColumns(titles, named).flatMap((one) => {
      const task = positions.get(one.code);
      return task === undefined ? [] : [{ ...one, task }];
    });
    const chinese = columns.some(({ column }) => /\p{Script=Han}/u.test(titles[column] ?? ""));
    followed = { model, columns, tasks, chinese, rows: new Map(), asOf: 0 };
    if (readBefore.size >= MOST_REMEMBERED) readBefore.delete(readBefore.keys().next().value as string);
    readBefore.set(key, followed);
  }
  if (followed.columns.length === 0) {
    throw new TradeError("badInput", "noMilestoneHeading", Object.assign({}, { argument: "headings" }));
  }
  return followed;
}
