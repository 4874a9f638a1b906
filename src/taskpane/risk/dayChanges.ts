import type { OrderRisk } from "../../domain/schedule/orderRisk";
import type { Memory } from "../environment";

/** How an order stood on a day: its chance in whole percent, or one of these. */
type Standing = number;
const shippedStanding = -1;
const unknownStanding = -2;

/** One day's standings by the orders' keys. */
export interface DaySnapshot {
  readonly day: number;
  readonly orders: Readonly<Record<string, Standing>>;
}

export interface DayChange {
  readonly kind: "worse" | "better" | "new" | "shipped";
  /** Chances, as fractions; absent where there was or is none. */
  readonly before?: number;
  readonly now?: number;
}

export interface DayChanges {
  /** The day compared with. */
  readonly day: number;
  readonly orders: ReadonlyMap<string, DayChange>;
}

/** A smaller move is no news. */
const noticeable = 10;

const levelOf = (percent: number) => (percent >= 80 ? 2 : percent >= 50 ? 1 : 0);

function standingOf({ shipped, chance }: OrderRisk): Standing {
  if (shipped !== undefined) return shippedStanding;
  return chance === undefined ? unknownStanding : Math.round(chance * 100);
}

export function snapshotOf(day: number, risks: Iterable<OrderRisk>): DaySnapshot {
  return { day, orders: Object.fromEntries([...risks].map((risk) => [risk.key, standingOf(risk)])) };
}

function changeOf(was: Standing | undefined, is: Standing): DayChange | undefined {
  if (was === undefined) {
    return is === shippedStanding ? undefined : { kind: "new", ...(is >= 0 && { now: is / 100 }) };
  }
  if (is === shippedStanding) {
    return was === shippedStanding ? undefined : { kind: "shipped", ...(was >= 0 && { before: was / 100 }) };
  }
  if (was < 0 || is < 0) return undefined;
  const moved = levelOf(is) - levelOf(was) || (Math.abs(is - was) >= noticeable ? is - was : 0);
  return moved === 0 ? undefined : { kind: moved < 0 ? "worse" : "better", before: was / 100, now: is / 100 };
}

/** What happened between two days: levels crossed, chances that moved noticeably, orders that came and left. */
export function changesBetween(before: DaySnapshot, risks: Iterable<OrderRisk>): DayChanges {
  const orders = new Map<string, DayChange>();
  for (const risk of risks) {
    const was = Object.hasOwn(before.orders, risk.key) ? before.orders[risk.key] : undefined;
    const change = changeOf(was, standingOf(risk));
    if (change) orders.set(risk.key, change);
  }
  return { day: before.day, orders };
}

const place = (workbookName: string) => `risk ${workbookName}`;

function isSnapshot(value: unknown): value is DaySnapshot {
  const { day, orders } = (value ?? {}) as Partial<Record<keyof DaySnapshot, unknown>>;
  return typeof day === "number" && typeof orders === "object" && orders !== null;
}

export function readSnapshots(memory: Memory, workbookName: string): readonly DaySnapshot[] {
  const kept = memory.read(place(workbookName));
  return Array.isArray(kept) ? kept.filter(isSnapshot) : [];
}

/** The day to compare with: the latest before this one. */
export function dayBefore(snapshots: readonly DaySnapshot[], day: number): DaySnapshot | undefined {
  return snapshots
    .filter((each) => each.day < day)
    .reduce<DaySnapshot | undefined>(
      (latest, each) => (latest && latest.day > each.day ? latest : each),
      undefined,
    );
}

/** Keeps a day, and of those before it only the one that it is compared with. */
export function keepSnapshot(memory: Memory, workbookName: string, snapshot: DaySnapshot): void {
  const before = dayBefore(readSnapshots(memory, workbookName), snapshot.day);
  memory.write(place(workbookName), before ? [before, snapshot] : [snapshot]);
}
