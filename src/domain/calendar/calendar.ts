import calendarsFile from "../../data/calendars.json";
import { chinaDays } from "../../data/chinaDays";
import { TradeError } from "../tradeError";
import type { CalendarName } from "./calendarName";
import { NO_CLOSURES, type Closures } from "./closures";
import { civilDate, LAST_SERIAL, serialDate, serialOfIso } from "./serialDate";

declare module "../tradeError" {
  interface TradeErrors {
    noCalendarData: { year: number };
  }
}

/** The weekday of a serial is serial % 7. */
const WEEKDAYS = ["Sat", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri"];

interface WeeklyPattern {
  readonly off: readonly string[];
  /** Of banks, where their week is not Monday to Friday. */
  readonly banksOff?: readonly string[];
  readonly statutory?: string;
  readonly makeUp?: boolean;
}

/**
 * Working days as running totals: the days that differ from the weekly pattern all lie in one window, whose totals are kept
 * in a table; before and after it they follow from the pattern. Counting a span is then two look-ups, however long it is.
 */
export class Calendar {
  private readonly perWeek: number;
  private readonly upToWeekday: readonly number[];
  private readonly windowStart: number = 0;
  private readonly windowTotals: Int32Array = new Int32Array(0);
  private readonly surplusAfterWindow: number = 0;
  /** Whether a country publishes its days off and this calendar has them. */
  readonly publishesDaysOff: boolean;
  /** Spans of days for which the days off are known, oldest first. */
  private readonly known: readonly { readonly from: number; readonly to: number }[];

  constructor(
    readonly name: CalendarName,
    readonly closures: Closures = NO_CLOSURES,
    party: "factory" | "banks" = "factory",
  ) {
    const published: WeeklyPattern = calendarsFile.calendars[name];
    const pattern = party === "factory" ? published : banksWeek(published);
    const works = WEEKDAYS.map((weekday) => !pattern.off.includes(weekday));
    const perWeekday = works.map(Number);
    let running = 0;
    this.upToWeekday = works.map((yes) => (running += yes ? 1 : 0));
    this.perWeek = running;
    const exceptions = exceptionsTo(pattern, closures);
    const days = [...exceptions.keys()].sort((a, b) => a - b);
    const [first, last] = [days[0], days[days.length - 1]];
    if (first !== undefined && last !== undefined) {
      this.windowStart = first;
      const totals = new Int32Array(last - first + 1);
      for (const [day, yes] of exceptions) totals[day - first] = Number(yes) - Number(works[day % 7]);
      let total = this.byPattern(first - 1);
      let weekday = first % 7;
      for (let i = 0; i < totals.length; i++) {
        total += (perWeekday[weekday] as number) + (totals[i] as number);
        totals[i] = total;
        if (++weekday === 7) weekday = 0;
      }
      this.windowTotals = totals;
      this.surplusAfterWindow = total - this.byPattern(last);
    }
    this.publishesDaysOff = pattern.statutory !== undefined;
    this.known = knownSpans(pattern, closures);
  }

  /** Working days from the beginning of the date system up to that day, itself counted. */
  upTo(day: number): number {
    const i = day - this.windowStart;
    if (i < 0) return this.byPattern(day);
    return i < this.windowTotals.length
      ? (this.windowTotals[i] as number)
      : this.byPattern(day) + this.surplusAfterWindow;
  }

  worksOn(day: number): boolean {
    return this.upTo(day) > this.upTo(day - 1);
  }

  /** Throws where the days off of some year between the two days (both counted) are not known. */
  requireData(from: number, to: number): void {
    const span = this.knownSpan(from);
    if (span.to < to) throw unknownDay(span.to + 1);
  }

  hasData(day: number): boolean {
    return this.known.some((span) => day >= span.from && day <= span.to);
  }

  /** The longest span of days around that day for which the days off are known. */
  knownSpan(day: number): { readonly from: number; readonly to: number } {
    for (const span of this.known) if (day >= span.from && day <= span.to) return span;
    throw unknownDay(day);
  }

  private byPattern(day: number): number {
    return Math.floor(day / 7) * this.perWeek + (this.upToWeekday[((day % 7) + 7) % 7] as number);
  }
}

/** Why a calendar cannot say anything of a day: no cell can hold it, or nobody knows the days off of its year. */
export function unknownDay(day: number): TradeError {
  return day < 1 || day > LAST_SERIAL
    ? new TradeError("noAnswer", "noAnswer", {})
    : new TradeError("noData", "noCalendarData", { year: civilDate(day).year });
}

/** Banks keep the days off and the make-up days of their country, whatever the factories do. */
function banksWeek({ statutory, banksOff = ["Sat", "Sun"] }: WeeklyPattern): WeeklyPattern {
  return { off: banksOff, ...(statutory ? { statutory, makeUp: true } : {}) };
}

let chinaSerials: { readonly makeUp: readonly number[]; readonly off: readonly number[] } | undefined;

function exceptionsTo(pattern: WeeklyPattern, closures: Closures): Map<number, boolean> {
  const exceptions = new Map<number, boolean>();
  if (pattern.statutory) {
    const { makeUp, off } = (chinaSerials ??= {
      makeUp: chinaDays.makeUp.map(serialOfIso),
      off: chinaDays.off.map(serialOfIso),
    });
    if (pattern.makeUp) for (const day of makeUp) exceptions.set(day, true);
    for (const day of off) exceptions.set(day, false);
  }
  for (const { date, kind } of closures) if (kind !== "year") exceptions.set(date, kind === "work");
  return exceptions;
}

function knownSpans(pattern: WeeklyPattern, closures: Closures): { from: number; to: number }[] {
  if (!pattern.statutory) return [{ from: 0, to: LAST_SERIAL }];
  const completed = closures.filter(({ kind }) => kind === "year").map(({ date }) => civilDate(date).year);
  const years = [...new Set([...chinaDays.years, ...completed])].sort((a, b) => a - b);
  const spans: { from: number; to: number }[] = [];
  for (const year of years) {
    const from = serialDate(year, 1, 1) as number;
    const to = serialDate(year, 12, 31) as number;
    const last = spans[spans.length - 1];
    if (last && last.to === from - 1) last.to = to;
    else spans.push({ from, to });
  }
  return spans;
}
