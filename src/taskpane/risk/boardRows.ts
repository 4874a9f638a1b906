import type { OrderRisk } from "../../domain/schedule/orderRisk";
import type { Lang } from "../../registers/register";
import type { Book } from "../../workbook/book";
import { matchesText, ordersOf, type OrderView } from "../orders";
import type { DayChange, DayChanges } from "./dayChanges";
import type { OrderProblem } from "./riskRequest";
import type { RiskState } from "./riskService";

export const levels = ["RED", "AMBER", "GREEN"] as const;
export type Level = (typeof levels)[number];
/** What the counts above the list stand for: a level, or orders of which something could not be read. */
export const tiles = [...levels, "check"] as const;
export type Tile = (typeof tiles)[number];

export interface BoardRow {
  readonly view: OrderView;
  readonly risk: OrderRisk | undefined;
  readonly problems: readonly OrderProblem[];
  /** Absent where there is no chance to tell, or none yet. */
  readonly level: Level | undefined;
  readonly change: DayChange | undefined;
}

export const hasShipped = (view: OrderView, risk: OrderRisk | undefined): boolean =>
  risk ? risk.shipped !== undefined : view.urgency.done;

/** Whether a person has to look at the row: it has no forecast, or not all of it could be read. */
export const needsCheck = ({ risk, problems }: BoardRow): boolean =>
  problems.length > 0 || risk?.problem !== undefined;

/** All orders that have not left, and those that left since the day compared with. */
export function boardRows(book: Book, { risks, problems }: RiskState, changes?: DayChanges): BoardRow[] {
  const rows: BoardRow[] = [];
  for (const view of ordersOf(book)) {
    const risk = risks.get(view.key);
    const change = changes?.orders.get(view.key);
    if (hasShipped(view, risk) && change?.kind !== "shipped") continue;
    const wrong = problems.get(view.key) ?? [];
    const level = risk?.level === "SHIPPED" ? undefined : risk?.level;
    rows.push({ view, risk, problems: wrong, level, change });
  }
  return rows;
}

export type Sort = "chance" | "due" | "late" | "name";
export const sorts = ["chance", "due", "late", "name"] as const;

export interface RiskFilter {
  readonly text: string;
  readonly customer: string | undefined;
  readonly factory: string | undefined;
  readonly merchandiser: string | undefined;
  readonly tile: Tile | undefined;
  readonly change: DayChange["kind"] | undefined;
  readonly sort: Sort;
}

export const noFilter: RiskFilter = {
  text: "",
  customer: undefined,
  factory: undefined,
  merchandiser: undefined,
  tile: undefined,
  change: undefined,
  sort: "chance",
};

/** How many of the choices behind the filter button are in use. */
export const filtersInUse = ({ customer, factory, merchandiser, sort }: RiskFilter): number =>
  [customer, factory, merchandiser].filter((each) => each !== undefined).length + (sort === "chance" ? 0 : 1);

/** Everything but level and change: what the counts of these are taken from. Shipped orders show by their change only. */
export function inView(rows: readonly BoardRow[], filter: RiskFilter): readonly BoardRow[] {
  const { customer, factory, merchandiser } = filter;
  const typed = filter.text.trim();
  return rows.filter(
    ({ view }) =>
      (customer === undefined || view.customer === customer) &&
      (factory === undefined || view.factory === factory) &&
      (merchandiser === undefined || view.merchandiser === merchandiser) &&
      (!typed || matchesText(view, typed)),
  );
}

const isOf = (row: BoardRow, tile: Tile) => (tile === "check" ? needsCheck(row) : row.level === tile);

/** Those of the level and the change chosen. */
export function chosen(rows: readonly BoardRow[], { tile, change }: RiskFilter): readonly BoardRow[] {
  return rows.filter(
    (row) =>
      (change === undefined ? row.change?.kind !== "shipped" : row.change?.kind === change) &&
      (tile === undefined || isOf(row, tile)),
  );
}

export const countOf = (rows: readonly BoardRow[], tile: Tile): number =>
  rows.filter((row) => isOf(row, tile) && row.change?.kind !== "shipped").length;

const dueOf = ({ view }: BoardRow) => view.due ?? Infinity;
const lateOf = ({ view, risk }: BoardRow) =>
  risk?.ship === undefined || view.due === undefined ? -Infinity : risk.ship - view.due;
/** What has no chance yet, or none at all, stands behind what has. */
const chanceOf = (row: BoardRow) => row.risk?.chance ?? (needsCheck(row) ? 2 : 3);

const byNumbers =
  (...keys: ((row: BoardRow) => number)[]) =>
  (a: BoardRow, b: BoardRow): number => {
    for (const key of keys) {
      const [left, right] = [key(a), key(b)];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  };

/** In the order wished; of orders that are alike, the one that is due first. */
export function sorted(rows: readonly BoardRow[], sort: Sort, lang: Lang): readonly BoardRow[] {
  if (sort === "name") {
    const { compare } = new Intl.Collator(lang, { numeric: true });
    return [...rows].sort((a, b) => compare(a.view.name, b.view.name));
  }
  const keys = {
    chance: byNumbers(chanceOf, dueOf),
    due: byNumbers(dueOf, chanceOf),
    late: byNumbers((row) => -lateOf(row), dueOf),
  };
  return [...rows].sort(keys[sort]);
}

export interface Group {
  readonly name: string;
  readonly RED: number;
  readonly AMBER: number;
  readonly GREEN: number;
  /** With those that have no level. */
  readonly all: number;
}

/** Counts by customer or factory, the most red ones first. */
export function groupsOf(rows: readonly BoardRow[], by: "customer" | "factory", lang: Lang): Group[] {
  const found = new Map<string, { name: string; RED: number; AMBER: number; GREEN: number; all: number }>();
  for (const { view, level, change } of rows) {
    if (change?.kind === "shipped") continue;
    const name = view[by];
    let group = found.get(name);
    if (!group) found.set(name, (group = { name, RED: 0, AMBER: 0, GREEN: 0, all: 0 }));
    group.all++;
    if (level) group[level]++;
  }
  const { compare } = new Intl.Collator(lang, { numeric: true });
  return [...found.values()].sort(
    (a, b) => b.RED - a.RED || b.AMBER - a.AMBER || b.all - a.all || compare(a.name, b.name),
  );
}
