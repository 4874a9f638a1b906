import type { Milestone } from "../registers/milestones";
import type { Fields } from "../registers/register";
import { byGoods, type Goods } from "../registers/inspectedGoods";
import { trackedMilestones } from "../registers/trackedMilestones";
import { verdictOf, type InspectionVerdict } from "../registers/verdictOf";
import { compareUrgency, urgency, type Urgency } from "../domain/schedule/urgency";
import type { Book, RegisterTable, Row } from "../workbook/book";
import { dateOf, numberOf, textOf } from "./ui/dates";

export type Verdict = InspectionVerdict;

export interface InspectionView {
  readonly id: string;
  readonly date: number | undefined;
  readonly type: string;
  readonly verdict: Verdict | undefined;
  readonly reason: string;
  readonly fields: Fields;
}

export interface OrderView {
  readonly key: string;
  readonly row: Row;
  /** PO, style and colour, as people name an order. */
  readonly name: string;
  readonly customer: string;
  readonly factory: string;
  readonly merchandiser: string;
  readonly qty: number | undefined;
  readonly due: number | undefined;
  readonly urgency: Urgency;
  /** Newest first. */
  readonly inspections: readonly InspectionView[];
}

/** How many days ahead the board looks. */
export const warnDays = 7;

export const exFactoryMilestone = "T30";

const fold = (text: string) => text.normalize("NFKC").trim().toLowerCase();

/** Between the parts of an order's name. */
export const NAME_POINT = " · ";

export function orderName(fields: Fields): string {
  return [fields.po, fields.style, fields.colour].map(textOf).filter(Boolean).join(NAME_POINT);
}

/** The milestones that this table has columns for. */
export function milestonesOf(table: RegisterTable | undefined): readonly Milestone[] {
  return trackedMilestones(Object.keys(table?.headings ?? {}));
}

/** The inspections of goods, the newest first; of two on one day the one written later. */
function inspectionsByGoods(table: RegisterTable | undefined): (goods: Goods) => readonly InspectionView[] {
  const views = [...(table?.rows ?? [])].reverse().map(({ fields }): InspectionView => ({
    id: textOf(fields.id),
    date: dateOf(fields.date),
    type: textOf(fields.type),
    verdict: verdictOf(textOf(fields.verdict)),
    reason: textOf(fields.reason),
    fields,
  }));
  const newest = [...views].sort((a, b) => (b.date ?? 0) - (a.date ?? 0));
  const rank = new Map(newest.map((view, index) => [view, index]));
  const find = byGoods(newest, ({ fields: { po, style } }) => ({ po, style }));
  return (goods) => [...find(goods)].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
}

const made = new WeakMap<Book, readonly OrderView[]>();

/** Milliseconds of making views before others are let in. */
const slice = 8;

/** Makes what is shown of each row, one after the other. */
function* viewsOf(book: Book): Generator<OrderView> {
  const table = book.tables.orders;
  const columns = milestonesOf(table);
  const inspections = inspectionsByGoods(book.tables.inspections);
  for (const row of table?.rows ?? []) {
    const { fields } = row;
    const due = dateOf(fields.due);
    const own = inspections({ po: fields.po, style: fields.style });
    yield {
      key: row.key,
      row,
      name: orderName(fields),
      customer: textOf(fields.customer),
      factory: textOf(fields.factory),
      merchandiser: textOf(fields.merchandiser),
      qty: numberOf(fields.qty),
      due,
      inspections: own,
      urgency: urgency(
        {
          due,
          exFactoryId: exFactoryMilestone,
          verdict: own[0]?.verdict,
          milestones: columns.map(({ id }) => ({
            id,
            plan: dateOf(fields[`${id}.plan`]),
            actual: dateOf(fields[`${id}.actual`]),
          })),
        },
        book.settings.asOf,
        warnDays,
      ),
    };
  }
}

function keep(book: Book, orders: readonly OrderView[]): readonly OrderView[] {
  // Rows that hold nothing yet (the empty row of a new table) are no orders.
  const filled = orders.filter(({ name }) => name !== "").sort(compareUrgency);
  made.set(book, filled);
  return filled;
}

/** All orders of the book, most urgent first. */
export const ordersOf = (book: Book): readonly OrderView[] =>
  made.get(book) ?? keep(book, [...viewsOf(book)]);

/** Makes `ordersOf` ready a slice at a time: thousands of orders at once would hold the page. */
export async function prepareOrders(book: Book): Promise<void> {
  if (made.has(book)) return;
  const views: OrderView[] = [];
  let until = performance.now() + slice;
  for (const view of viewsOf(book)) {
    views.push(view);
    if (performance.now() <= until) continue;
    await new Promise((goOn) => setTimeout(goOn, 0));
    until = performance.now() + slice;
  }
  keep(book, views);
}

/** Values entered before in a column, the most frequent first. */
export function valuesOf(book: Book, fieldId: string): string[] {
  const counts = new Map<string, number>();
  for (const { fields } of book.tables.orders?.rows ?? []) {
    const text = textOf(fields[fieldId]);
    if (text) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([text]) => text);
}

/** As much of an order as names it and tells whose it is. */
export type NamedOrder = Pick<OrderView, "key" | "name" | "customer" | "factory" | "merchandiser" | "due"> & {
  readonly row: Pick<Row, "fields">;
};

/** What an order is searched in; folding thousands of them anew with every letter would hold the page. */
const searched = new WeakMap<NamedOrder, string>();

/** What an order is found by, folded. */
export function searchedText(order: NamedOrder): string {
  let text = searched.get(order);
  if (text === undefined) {
    const { name, customer, factory, merchandiser, row } = order;
    text = fold([name, customer, factory, merchandiser, textOf(row.fields.description)].join(" "));
    searched.set(order, text);
  }
  return text;
}

let typed: { readonly query: string; readonly words: readonly string[] } | undefined;

/** The words typed, folded once for all the rows that are searched. */
export function wordsTyped(query: string): readonly string[] {
  if (typed?.query !== query) typed = { query, words: fold(query).split(/\s+/) };
  return typed.words;
}

/** Whether each word typed is found somewhere in the order. */
export function matchesText(order: NamedOrder, query: string): boolean {
  const text = searchedText(order);
  return wordsTyped(query).every((word) => text.includes(word));
}
