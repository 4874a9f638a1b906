import { civilDate, serialDate } from "../../domain/calendar/serialDate";
import type { CellValue } from "../register";
import { dateText, SIX_DIGITS, sixDigits } from "./dateText";
import { isBlank, isError, type Cells } from "./sheetGrid";
import type {
  DateColumn,
  DateOrder,
  DateProblem,
  DateRules,
  OrderEvidence,
  UnreadDate,
} from "./sheetReading";

/** Plain numbers that can be days: 2000-01-01 to 2049-12-31. */
export const FIRST_DAY = 36526;
export const LAST_DAY = 54788;
/** 1900 and 1901, what zero and small numbers look like in a date column. */
const LAST_SENTINEL = 731;
const FAR_SENTINELS = new Set([73050, 2958465, 401769, 401768]);

export type ReadDate =
  | { readonly day: number; readonly year?: "row" | "column" | "answer" }
  | { readonly problem: DateProblem; readonly could?: readonly number[] };

/** The serial with day and month changed over, where there is such a day. */
export function swappedDay(serial: number): number | undefined {
  const { year, month, day } = civilDate(serial);
  return serialDate(year, day, month);
}

/** The year that brings month and day nearest to another day. */
function nearest(month: number, day: number, near: number): number | undefined {
  const { year } = civilDate(near);
  return [year - 1, year, year + 1]
    .map((one) => serialDate(one, month, day))
    .filter((serial): serial is number => serial !== undefined)
    .sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0];
}

function readNumber(value: number, rules: DateRules): ReadDate {
  const day = Math.floor(value);
  if (day >= FIRST_DAY && day <= LAST_DAY) {
    const other = rules.swapped === false ? undefined : swappedDay(day);
    if (rules.swapped === "back") return { day: other ?? day };
    if (other !== undefined && other !== day) return { problem: "swapped", could: [day, other] };
    return { day };
  }
  if (day >= 0 && day <= LAST_SENTINEL && day === value) return { problem: "sentinel" };
  if (FAR_SENTINELS.has(day)) return { problem: "sentinel" };
  if (day === value && day >= 20000101 && day <= 20491231) {
    const serial = serialDate(Math.floor(day / 10000), Math.floor(day / 100) % 100, day % 100);
    return serial === undefined ? { problem: "noSuchDay" } : { day: serial };
  }
  return { problem: day > LAST_SENTINEL && day < 2958466 ? "outOfSense" : "notADate" };
}

/** One cell by the rules of its column; `near` is a day of the same row, for dates without a year. */
export function readDateCell(value: CellValue, rules: DateRules, near?: number): ReadDate {
  if (typeof value === "boolean") return { problem: "notADate" };
  if (isError(value)) return { problem: "error" };
  const digits = sixDigits(value);
  if (typeof value === "number" && !digits) return readNumber(value, rules);
  const said = digits ?? dateText(String(value));
  switch (said.kind) {
    case "full":
      return { day: said.serial };
    case "parts": {
      const told = rules.orders[said.style];
      // 5/5/2026 is one day in any order.
      const [first] = said.could;
      const same = said.could.every(({ serial }) => serial === first?.serial);
      const one = same ? first : said.could.find(({ order }) => order === told);
      return one
        ? { day: one.serial }
        : { problem: "ambiguous", could: sensibleReadings(said.could, near).map(({ serial }) => serial) };
    }
    case "short": {
      const told = rules.orders[said.style];
      const [first] = said.could;
      const same = said.could.every(({ month }) => month === first?.month);
      const one = same ? first : said.could.find(({ order }) => order === told);
      if (!one) return { problem: "ambiguous" };
      if (rules.year !== undefined) {
        const day = serialDate(rules.year, one.month, one.day);
        return day === undefined ? { problem: "noSuchDay" } : { day, year: "answer" };
      }
      const day = nearest(one.month, one.day, near ?? rules.near ?? NaN);
      if (day === undefined) return { problem: "noYear" };
      return { day, year: near === undefined ? "column" : "row" };
    }
    default:
      return { problem: said.kind };
  }
}

export interface DateContext {
  /** Said by the heading: `(dd-mm-yyyy)`. */
  readonly headingOrder?: DateOrder;
  /** The one order that other columns of the sheet prove. */
  readonly sheetOrder?: DateOrder;
  readonly answer?: DateOrder;
  readonly year?: number;
  /** What the user has said of dates that seem changed over. */
  readonly swapped?: boolean;
  /** A day of the same row. */
  near(row: number): number | undefined;
}

interface Votes {
  readonly for: Map<DateOrder, number[]>;
  /** Orders that every cell allows, and for each order that is out a cell that shows it. */
  allowed: ReadonlySet<DateOrder>;
  readonly against: Map<DateOrder, number>;
  open: number;
}

/** Dates of one order lie nearer together than this; a two-digit year taken for a day lies further off. */
const FURTHEST_APART = 900;

type Near = (row: number) => number | undefined;

/**
 * Which order each style of writing has: by cells that can be read in one order only, or because only one order can read all of
 * them. A short year that would lie years away from the row's other dates is none.
 */
function votes(cells: Cells, rows: readonly number[], column: number, near: Near): Map<string, Votes> {
  const all = new Map<string, Votes>();
  for (const row of rows) {
    const value = cells.value(row, column);
    const said = sixDigits(value) ?? (typeof value === "string" ? dateText(value) : undefined);
    if (!said || isBlank(value)) continue;
    if ((said.kind !== "parts" && said.kind !== "short") || said.style === "月" || said.style === "name")
      continue;
    const style: Votes = all.get(said.style) ?? {
      for: new Map<DateOrder, number[]>(),
      allowed: new Set<DateOrder>(["dmy", "mdy", "ymd"]),
      against: new Map<DateOrder, number>(),
      open: 0,
    };
    all.set(said.style, style);
    const could = said.kind === "parts" ? sensibleReadings(said.could, near(row)) : said.could;
    const orders = new Set<DateOrder>(could.map(({ order }) => order));
    for (const order of style.allowed) if (!orders.has(order)) style.against.set(order, row);
    style.allowed = new Set([...style.allowed].filter((order) => orders.has(order)));
    const only = could.length === 1 ? could[0] : undefined;
    if (only) style.for.set(only.order, [...(style.for.get(only.order) ?? []), row]);
    else style.open += 1;
  }
  for (const style of all.values()) {
    const [left] = style.allowed;
    if (style.for.size === 0 && style.allowed.size === 1 && left)
      style.for.set(left, [style.against.get("mdy") ?? style.against.get("dmy") ?? 0]);
  }
  return all;
}

function sensibleReadings<T extends { readonly serial: number }>(
  could: readonly T[],
  near: number | undefined,
): readonly T[] {
  if (near === undefined) return could;
  const close = could.filter(({ serial }) => Math.abs(serial - near) <= FURTHEST_APART);
  return close.length > 0 ? close : could;
}

/** The order that one column proves by itself, for other columns of the same sheet. */
export function provenOrder(
  cells: Cells,
  rows: readonly number[],
  column: number,
  near: Near,
): DateOrder | undefined {
  const found = new Set(
    [...votes(cells, rows, column, near)].flatMap(([style, { for: votesFor }]) =>
      style === SIX_DIGITS ? [] : [...votesFor.keys()],
    ),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

function decideOrders(
  all: ReadonlyMap<string, Votes>,
  context: DateContext,
): { orders: Record<string, DateOrder>; evidence?: OrderEvidence; rows: number[]; order?: DateOrder } {
  const orders: Record<string, DateOrder> = {};
  const proven = new Set(
    [...all].flatMap(([style, { for: votesFor }]) => (style === SIX_DIGITS ? [] : [...votesFor.keys()])),
  );
  const columnOrder = proven.size === 1 ? [...proven][0] : undefined;
  let evidence: OrderEvidence | undefined;
  const rows: number[] = [];
  for (const [style, { for: votesFor, open }] of all) {
    const own = [...votesFor.keys()];
    const told: [DateOrder | undefined, OrderEvidence] =
      context.answer !== undefined
        ? [context.answer, "answer"]
        : own.length > 1
          ? [undefined, "partOver12"]
          : own.length === 1 && (context.headingOrder === undefined || context.headingOrder === own[0])
            ? [own[0], "partOver12"]
            : style === SIX_DIGITS
              ? [context.headingOrder, "heading"]
              : proven.size > 0
                ? [
                    context.headingOrder === undefined || context.headingOrder === columnOrder
                      ? columnOrder
                      : undefined,
                    "partOver12",
                  ]
                : context.headingOrder
                  ? [context.headingOrder, "heading"]
                  : [context.sheetOrder, "sheet"];
    const [order, why] = told;
    if (order === undefined) continue;
    orders[style] = order;
    if (open > 0 || why === "partOver12") evidence ??= why;
    rows.push(...(votesFor.get(order) ?? []));
  }
  const used = new Set(Object.values(orders));
  const order = used.size === 1 ? [...used][0] : undefined;
  return { orders, rows: rows.slice(0, 5), ...(evidence && { evidence }), ...(order && { order }) };
}

const median = (numbers: readonly number[]): number | undefined =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/**
 * Whether Excel has taken texts for dates with day and month changed over: what it could not read (a day over 12) stayed text,
 * every date among the numbers has a day up to 12, and changed back they lie nearer to the texts.
 */
function areSwapped(
  texts: readonly number[],
  serials: readonly number[],
  order: DateOrder | undefined,
): boolean {
  if (texts.length < 2 || serials.length < 3 || order === undefined || order === "ymd") return false;
  const middle = median(texts) ?? 0;
  let [as, back] = [0, 0];
  for (const serial of serials) {
    const other = swappedDay(serial);
    if (other === undefined) return false;
    as += Math.abs(serial - middle);
    back += Math.abs(other - middle);
  }
  return texts.every((serial) => civilDate(serial).day > 12) && back < as;
}

/** How a column's dates are read, with what tells it, and everything that cannot be read. */
export function dateColumn(
  cells: Cells,
  rows: readonly number[],
  column: number,
  context: DateContext,
): DateColumn {
  const told = decideOrders(
    votes(cells, rows, column, (row) => context.near(row)),
    context,
  );
  const serials: number[] = [];
  const provenTexts: number[] = [];
  for (const row of rows) {
    const value = cells.value(row, column);
    if (typeof value === "number") {
      const day = Math.floor(value);
      if (day >= FIRST_DAY && day <= LAST_DAY) serials.push(day);
    } else if (typeof value === "string") {
      const said = dateText(value);
      if (said.kind === "parts" && said.could.length === 1 && said.could[0])
        provenTexts.push(said.could[0].serial);
      else if (said.kind === "parts") provenTexts.push(0);
    }
  }
  const columnNear = median(serials);
  const rules: DateRules = {
    orders: told.orders,
    swapped:
      context.swapped === undefined
        ? areSwapped(provenTexts, serials, told.order)
        : context.swapped
          ? "back"
          : false,
    ...(columnNear !== undefined && { near: columnNear }),
    ...(context.year !== undefined && { year: context.year }),
  };

  let readable = 0;
  const unread: UnreadDate[] = [];
  let [numbers, texts, years] = [0, 0, 0];
  let from: "row" | "column" | "answer" = "row";
  for (const row of rows) {
    const value = cells.value(row, column);
    if (isBlank(value)) continue;
    const read = readDateCell(value, rules, context.near(row));
    if ("day" in read) {
      readable += 1;
      if (typeof value === "number" && value <= LAST_DAY) numbers += 1;
      else texts += 1;
      if (read.year) {
        years += 1;
        if (read.year !== "row") from = read.year;
      }
    } else {
      unread.push({ row, value, problem: read.problem, ...(read.could && { could: read.could }) });
    }
  }
  return {
    kind: texts === 0 ? "serial" : numbers === 0 ? "text" : "mixed",
    ...(told.order && { order: told.order }),
    ...(told.evidence && { orderEvidence: told.evidence }),
    orderRows: told.rows,
    ...(years > 0 && { year: { from, count: years } }),
    readable,
    texts,
    unread,
    rules,
  };
}

/** `(dd-mm-yyyy)`, `DD/MM`, `日/月`: the order that a heading asks for. */
export function headingOrder(heading: string): DateOrder | undefined {
  const text = heading.normalize("NFKC").toLowerCase();
  if (/d{1,2}\s*[-/. ]\s*m{1,3}|日\s*[-/]\s*月/.test(text)) return "dmy";
  if (/y{2,4}\s*[-/. ]\s*m{1,2}|年\s*[-/]\s*月/.test(text)) return "ymd";
  return /m{1,2}\s*[-/. ]\s*d{1,2}|月\s*[-/]\s*日/.test(text) ? "mdy" : undefined;
}
