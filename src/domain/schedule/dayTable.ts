import { bankCalendar } from "../calendar/bankCalendar";
import { unknownDay, type Calendar } from "../calendar/calendar";
import type { DurationUnit } from "./taTemplate";

/** Later than every day that the table knows: past the last year with calendar data, or past any use. */
export const BEYOND = 0x3fffffff;

/** A table's days as positions from its first one. Whatever lies past its last day and some room after it is at `beyond`. */
export interface DayPositions {
  /** Working days before each position, which is within the room. */
  readonly before: Int32Array;
  /** Position of the n-th working day; `beyond` for those past the last one. */
  readonly nth: Int32Array;
  readonly beyond: number;
}

/**
 * Working days of a calendar over a stretch of days, as plain arrays: a simulation asks millions of times. The answers are
 * those of `PlanDays`; what lies after the stretch is BEYOND, what lies before it is taken for its first day.
 */
export class DayTable {
  /** Working days from the first day up to each day; the place before the first day holds 0. */
  private readonly upTo: Int32Array;
  private readonly workdays: Int32Array;
  private readonly count: number;

  private readonly placed = new Map<number, DayPositions>();
  private readonly every = new Map<number, DayPositions>();
  private ofBanks: DayTable | undefined;

  constructor(
    private readonly calendar: Calendar,
    readonly first: number,
    readonly last: number,
  ) {
    const length = last - first + 1;
    this.upTo = new Int32Array(length + 1);
    this.workdays = new Int32Array(length + 1);
    this.workdays[0] = first;
    const before = calendar.upTo(first - 1);
    let count = 0;
    for (let i = 1; i <= length; i++) {
      const total = calendar.upTo(first + i - 1) - before;
      this.upTo[i] = total;
      if (total > count) this.workdays[(count = total)] = first + i - 1;
    }
    this.count = count;
  }

  /** The banks' working days over the same days. */
  get banks(): DayTable {
    const { first, last } = this;
    return (this.ofBanks ??= new DayTable(bankCalendar(this.calendar), first, last));
  }

  /** The table for those who ask millions of times, with that room after the last day. */
  positions(room: number): DayPositions {
    const known = this.placed.get(room);
    if (known) return known;
    const length = this.last - this.first + 1;
    const beyond = length + room;
    const before = new Int32Array(beyond + 2).fill(this.count);
    for (let i = 0; i < length; i++) before[i] = this.upTo[i] as number;
    const nth = new Int32Array(this.count + room + 2).fill(beyond);
    for (let n = 0; n <= this.count; n++) nth[n] = (this.workdays[n] as number) - this.first;
    const positions = { before, nth, beyond };
    this.placed.set(room, positions);
    return positions;
  }

  /** The same with every day a working day. */
  everyDay(room: number): DayPositions {
    const known = this.every.get(room);
    if (known) return known;
    const beyond = this.last - this.first + 1 + room;
    const before = new Int32Array(beyond + 2);
    const nth = new Int32Array(beyond + room + 3).fill(beyond);
    for (let day = 0; day < before.length; day++) before[day] = day;
    nth.set(before.subarray(0, beyond), 1);
    const positions = { before, nth, beyond };
    this.every.set(room, positions);
    return positions;
  }

  /** Working days from the first day of the table up to that day, itself counted. */
  total(day: number): number {
    return this.upTo[Math.min(Math.max(day - this.first + 1, 0), this.upTo.length - 1)] as number;
  }

  /** The n-th working day after that day; before it, if n is negative. */
  workday(day: number, n: number): number {
    if (n === 0 || day > this.last) return day > this.last ? BEYOND : day;
    return this.nth(n > 0 ? this.total(day) + n : this.total(day - 1) + n + 1);
  }

  shift(day: number, lag: number, unit: DurationUnit): number {
    return unit === "CD" || lag === 0 ? day + lag : this.workday(day, lag);
  }

  rollForward(day: number, unit: DurationUnit): number {
    if (unit === "CD") return day;
    return day > this.last ? BEYOND : this.nth(this.total(day - 1) + 1);
  }

  /** The latest day that `shift` takes to that day or before. */
  unshift(day: number, lag: number, unit: DurationUnit): number {
    if (unit === "CD" || lag === 0) return day - lag;
    return lag > 0 ? this.startFor(day, lag, unit) - 1 : this.workday(day, -lag);
  }

  rollBack(day: number, unit: DurationUnit): number {
    if (unit === "CD") return day;
    return day > this.last ? BEYOND : this.nth(this.total(day));
  }

  finishOf(start: number, duration: number, unit: DurationUnit): number {
    if (unit === "CD") return start + duration - 1;
    return start > this.last ? BEYOND : this.nth(this.total(start - 1) + duration);
  }

  startFor(finish: number, duration: number, unit: DurationUnit): number {
    if (unit === "CD") return finish - duration + 1;
    return finish > this.last ? BEYOND : this.nth(this.total(finish) - duration + 1);
  }

  /** Days of the unit from `start` up to the day before `day`; 0 when it starts then or later. */
  elapsed(start: number, day: number, unit: DurationUnit): number {
    if (start >= day) return 0;
    return unit === "CD" ? day - start : this.total(day - 1) - this.total(start - 1);
  }

  private nth(index: number): number {
    if (index < 1) return this.first;
    return index > this.count ? BEYOND : (this.workdays[index] as number);
  }
}

const built = new WeakMap<Calendar, DayTable>();

/** Longer tables are made and thrown away: nobody plans for a lifetime. */
const LONGEST_KEPT = 20_000;

/** The table of that calendar around `day`: from `back` days before it to `until`, as far as the calendar has data. */
export function dayTable(calendar: Calendar, day: number, back: number, until: number): DayTable {
  const known = calendar.knownSpan(day);
  const first = Math.max(known.from, 1, day - back);
  const last = Math.min(known.to, until);
  const kept = built.get(calendar);
  if (kept && kept.first <= first && kept.last >= last && kept.last <= known.to && kept.first >= known.from) {
    return kept;
  }
  // With room to both sides, so that the next order finds it large enough.
  const table = new DayTable(calendar, Math.max(known.from, 1, first - 400), Math.min(known.to, last + 400));
  if (table.last - table.first < LONGEST_KEPT) built.set(calendar, table);
  return table;
}

/** The day after the last one that the calendar knows, as an error. */
export function beyondData(calendar: Calendar, day: number): Error {
  return unknownDay(calendar.knownSpan(day).to + 1);
}
