import type { CellValue } from "../../src/registers/register";
import type { Layout, RowKind, SheetSubject } from "../../src/registers/sheet/sheetReading";
import { madeOrders, milestoneDay, type MadeOrder, type SheetLang } from "./madeOrders";
import { SheetMaker, type CellSpec, type WildSheet } from "./wildSheet";

/** A date cell as somebody keeps it, and the day it means; "unknown" where nobody can tell without asking. */
export interface DateCell extends CellSpec {
  readonly day?: number | "unknown";
}

type Content = CellValue | CellSpec | DateCell | undefined;

export interface ColumnSpec {
  /** From the top: groups, then the column's own heading. */
  readonly heading: string | readonly string[];
  /** Its meaning, or several that are as right; undefined where no register keeps it. */
  readonly meaning?: string | readonly string[];
  /** What its cells hold; by default what the meaning says. */
  readonly cell?: (order: MadeOrder, index: number) => Content;
  readonly formula?: boolean;
  readonly format?: string;
  /** Written on the first colour of an order only. */
  readonly once?: boolean;
  /** Written on the first colour, the cells merged downwards. */
  readonly merged?: boolean;
  readonly hidden?: boolean;
}

/** What stands between and after the orders: a text is a group, a note or a total by its kind. */
export interface RowSpec {
  readonly before: number;
  readonly kind: Exclude<RowKind, "data" | "unread">;
  /** By column, counted from the table's first; `sum` is a formula of numbers. */
  readonly cells?: Readonly<Record<number, Content>>;
  readonly merged?: number;
}

export interface SheetSpec {
  readonly name: string;
  readonly lang: SheetLang;
  readonly seed?: number;
  readonly rows?: number;
  /** Row of the first heading row and column of the first column, from 0. */
  readonly at?: readonly [row: number, column: number];
  readonly dateFormat?: string;
  readonly columns: readonly ColumnSpec[];
  /** Group headings are written once and not merged. */
  readonly unmerged?: boolean;
  readonly above?: (maker: SheetMaker) => void;
  readonly below?: (maker: SheetMaker, firstFree: number, firstColumn: number) => void;
  readonly between?: readonly RowSpec[];
  /** Rows under the last order whose formulas were filled in advance. */
  readonly formulaTail?: number;
  readonly hiddenRows?: readonly number[];
  readonly table?: string;
  readonly subject?: SheetSubject;
  readonly layout?: Layout;
  readonly form?: readonly string[];
  readonly heldOut?: boolean;
}

const FIELDS: Readonly<Record<string, (order: MadeOrder) => CellValue>> = {
  po: ({ po }) => po,
  style: ({ style }) => style,
  description: ({ description }) => description,
  customer: ({ customer }) => customer,
  factory: ({ factory }) => factory,
  merchandiser: ({ merchandiser }) => merchandiser,
  colour: ({ colour }) => colour,
  qty: ({ qty }) => qty,
  price: ({ price }) => price,
  currency: () => "USD",
  sizes: () => "S/120 M/240 L/160",
  orderDate: ({ orderDate }) => orderDate,
  due: ({ due }) => due,
  status: ({ status }) => status,
  remarks: ({ remarks }) => remarks,
};

/** Columns that sheets have and no register keeps. */
export const others: Readonly<Record<string, (order: MadeOrder, index: number) => Content>> = {
  amount: ({ qty, price }) => ({ value: Math.round(qty * price), formula: true, format: "#,##0" }),
  season: ({ season }) => season,
  destination: ({ destination }) => destination,
  supplier: ({ supplier }) => supplier,
  fabric: ({ fabric }) => fabric,
  serial: (_, index) => index + 1,
  cutQty: ({ qty }, index) => (index % 3 === 2 ? "" : Math.round(qty * 1.02)),
  sewQty: ({ qty }, index) => (index % 3 === 2 ? "" : Math.round(qty * 0.6)),
  shipQty: ({ qty }, index) => (index % 4 === 0 ? qty : ""),
  balance: ({ qty }) => ({ value: -Math.round(qty * 0.4), formula: true }),
  percent: (_, index) => ({ value: (index % 10) / 10, format: "0%" }),
  text: ({ status }) => status,
  mode: (_, index) => (index % 5 === 0 ? "AIR" : "SEA"),
  blank: () => "",
};

const isDated = (meaning: string): boolean =>
  /^(?:T\d|TOP)/.test(meaning) || meaning === "orderDate" || meaning === "due";

/** Makes the sheet that a specification tells, and what a reader should understand of it. */
export function composeSheet(spec: SheetSpec): WildSheet {
  const maker = new SheetMaker();
  const [top, left] = spec.at ?? [0, 0];
  const depth = Math.max(
    ...spec.columns.map(({ heading }) => (typeof heading === "string" ? 1 : heading.length)),
  );
  const headless = spec.columns.every(({ heading }) => heading === "");
  const headingRows = headless ? [] : Array.from({ length: depth }, (_, index) => top + index);
  spec.above?.(maker);
  if (!headless) writeHeadings(maker, spec, top, left, depth);

  const orders = madeOrders(spec.rows ?? 18, spec.seed ?? 7, spec.lang);
  const format = spec.dateFormat ?? (spec.lang === "en" ? "dd-mmm-yy" : "yyyy/m/d");
  const kinds = new Map<number, RowKind>();
  const dates = new Map<number, Map<number, number | "unknown">>();
  const rowOf: number[] = [];
  let row = top + (headless ? 0 : depth);
  const firstRow = row;
  orders.forEach((order, index) => {
    for (const between of spec.between ?? [])
      if (between.before === index) row = writeBetween(maker, spec, between, row, left, kinds);
    rowOf.push(row);
    spec.columns.forEach((column, at) =>
      writeCell(maker, column, order, index, row, left + at, format, dates),
    );
    row += 1;
  });
  mergeDown(maker, spec, orders, rowOf, left);
  const lastRow = row - 1;
  for (const between of spec.between ?? [])
    if (between.before >= orders.length) row = writeBetween(maker, spec, between, row, left, kinds);
  for (let tail = 0; tail < (spec.formulaTail ?? 0); tail += 1) {
    spec.columns.forEach((column, at) => {
      if (column.formula) maker.put(row, left + at, { value: tail % 2 === 0 ? "#DIV/0!" : 0, formula: true });
    });
    kinds.set(row, "formulaOnly");
    row += 1;
  }
  spec.below?.(maker, row, left);
  spec.columns.forEach((column, at) => {
    if (column.hidden) maker.hiddenColumns.push(left + at);
  });
  for (const index of spec.hiddenRows ?? []) maker.hiddenRows.push(rowOf[index] ?? 0);
  if (spec.table) {
    maker.table(spec.table, {
      row: top,
      column: left,
      rows: lastRow - top + 1,
      columns: spec.columns.length,
    });
  }

  const meanings = new Map<number, readonly string[]>();
  spec.columns.forEach(({ meaning }, at) => {
    if (meaning !== undefined) meanings.set(left + at, typeof meaning === "string" ? [meaning] : meaning);
  });
  return {
    name: spec.name,
    lang: spec.lang,
    heldOut: spec.heldOut ?? false,
    grid: maker.grid(spec.name),
    answer: {
      subject: spec.subject ?? "orders",
      layout: spec.layout ?? "orders",
      headingRows,
      firstRow,
      lastRow,
      firstColumn: left,
      lastColumn: left + spec.columns.length - 1,
      meanings,
      rows: kinds,
      dates,
      fillDown: spec.columns.flatMap(({ once, merged }, at) => (once || merged ? [left + at] : [])),
      form: spec.form ?? [],
      milestones: new Map(),
    },
  };
}

function writeHeadings(maker: SheetMaker, spec: SheetSpec, top: number, left: number, depth: number): void {
  const path = (at: number): readonly string[] => {
    const heading = spec.columns[at]?.heading ?? "";
    return typeof heading === "string" ? [heading] : heading;
  };
  for (let at = 0; at < spec.columns.length;) {
    const own = path(at);
    let width = 1;
    if (own.length > 1) while (path(at + width).length > 1 && path(at + width)[0] === own[0]) width += 1;
    if (own[0] !== "") maker.put(top, left + at, own[0] ?? "");
    if (own.length === 1 && depth > 1 && !spec.unmerged) maker.merge(top, left + at, depth, 1);
    if (width > 1 && !spec.unmerged) maker.merge(top, left + at, 1, width);
    for (let level = 1; level < depth; level += 1) {
      for (let next = at; next < at + width;) {
        const text = path(next)[level];
        let same = 1;
        const isGroup = level < path(next).length - 1;
        while (isGroup && next + same < at + width && path(next + same)[level] === text) same += 1;
        if (text !== undefined) maker.put(top + level, left + next, text);
        if (same > 1 && !spec.unmerged) maker.merge(top + level, left + next, 1, same);
        next += same;
      }
    }
    at += width;
  }
}

function writeCell(
  maker: SheetMaker,
  column: ColumnSpec,
  order: MadeOrder,
  index: number,
  row: number,
  at: number,
  format: string,
  dates: Map<number, Map<number, number | "unknown">>,
): void {
  if ((column.once || column.merged) && order.part > 0) return;
  const meaning = typeof column.meaning === "string" ? column.meaning : column.meaning?.[0];
  const dated = meaning !== undefined && isDated(meaning);
  const usual = (): Content => {
    if (meaning === undefined) return "";
    return FIELDS[meaning]?.(order) ?? (dated ? milestoneDay(order, meaning, index) : "");
  };
  const content = column.cell ? column.cell(order, index) : usual();
  if (content === undefined || content === "") return;
  const spec: DateCell = typeof content === "object" ? content : { value: content };
  const shown =
    spec.format ?? column.format ?? (dated && typeof spec.value === "number" ? format : undefined);
  maker.put(row, at, {
    value: spec.value,
    ...(shown && { format: shown }),
    ...((spec.formula || column.formula) && { formula: true }),
  });
  const day = spec.day ?? (dated && typeof spec.value === "number" ? spec.value : undefined);
  if (dated && day !== undefined) {
    const days = dates.get(at) ?? new Map<number, number | "unknown">();
    dates.set(at, days.set(row, day));
  }
}

function mergeDown(
  maker: SheetMaker,
  spec: SheetSpec,
  orders: readonly MadeOrder[],
  rowOf: readonly number[],
  left: number,
): void {
  spec.columns.forEach((column, at) => {
    if (!column.merged) return;
    for (let index = 0; index < orders.length;) {
      let next = index + 1;
      while ((orders[next]?.part ?? 0) > 0 && rowOf[next] === (rowOf[next - 1] ?? 0) + 1) next += 1;
      if (next - index > 1) maker.merge(rowOf[index] ?? 0, left + at, next - index, 1);
      index = next;
    }
  });
}

function writeBetween(
  maker: SheetMaker,
  spec: SheetSpec,
  between: RowSpec,
  row: number,
  left: number,
  kinds: Map<number, RowKind>,
): number {
  kinds.set(row, between.kind);
  if (between.kind === "heading") {
    const { heading } = { heading: spec.columns };
    heading.forEach((column, at) => {
      const text =
        typeof column.heading === "string" ? column.heading : column.heading[column.heading.length - 1];
      if (text) maker.put(row, left + at, text);
    });
    return row + 1;
  }
  for (const [at, content] of Object.entries(between.cells ?? {})) {
    if (content === undefined) continue;
    maker.put(row, left + Number(at), content === "sum" ? { value: 48_200, formula: true } : content);
  }
  if (between.merged) maker.merge(row, left, 1, between.merged);
  return row + 1;
}
