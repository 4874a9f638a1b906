import fc from "fast-check";
import { Calendar } from "../../../src/domain/calendar/calendar";
import { calendarFor } from "../../../src/domain/calendar/calendarFor";
import { CALENDAR_NAMES } from "../../../src/domain/calendar/calendarName";
import type { Closure } from "../../../src/domain/calendar/closures";
import { daysBetween } from "../../../src/domain/calendar/daysBetween";
import { daysLate } from "../../../src/domain/calendar/daysLate";
import { daysLeft } from "../../../src/domain/calendar/daysLeft";
import { isWorkday } from "../../../src/domain/calendar/isWorkday";
import { nextWorkday } from "../../../src/domain/calendar/nextWorkday";
import { serialDate } from "../../../src/domain/calendar/serialDate";
import { slip } from "../../../src/domain/calendar/slip";
import { startBy } from "../../../src/domain/calendar/startBy";
import { workday } from "../../../src/domain/calendar/workday";
import { workdays } from "../../../src/domain/calendar/workdays";
import { TradeError } from "../../../src/domain/tradeError";

const FIRST = serialDate(2010, 1, 1) as number;
const LAST = serialDate(2024, 12, 31) as number;

const day = fc.integer({ min: FIRST, max: LAST });
const closure: fc.Arbitrary<Closure> = fc.record({
  date: day,
  kind: fc.constantFrom("off", "work", "year"),
});
const calendar = fc
  .record({ name: fc.constantFrom(...CALENDAR_NAMES), closures: fc.array(closure, { maxLength: 30 }) })
  .map(({ name, closures }) =>
    // A failing case prints what the calendar was made of, not its totals.
    Object.assign(new Calendar(name, closures), {
      [fc.toStringMethod]: () => `${name} ${JSON.stringify(closures)}`,
    }),
  );

const check = <T extends unknown[]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  predicate: (...args: T) => void,
) => fc.assert(fc.property(fc.tuple<T>(...arbitraries), (args) => predicate(...args)));

describe("working days of any calendar with any closures", () => {
  it("counts as many days as it says of each day that it works", () => {
    check([calendar, day, fc.integer({ min: 0, max: 400 })], (any, from, length) => {
      const days = Array.from({ length: length + 1 }, (_, i) => from + i);
      expect(workdays(from, from + length, any)).toBe(days.filter((one) => isWorkday(one, any)).length);
    });
  });

  it("adds up over adjoining spans", () => {
    check([calendar, day, day, day], (any, ...three) => {
      const [a, b, c] = three.sort((x, y) => x - y);
      if (b === c) return;
      expect(workdays(a, c, any)).toBe(workdays(a, b, any) + workdays(b + 1, c, any));
    });
  });

  it("is negative the other way round", () => {
    check([calendar, day, day], (any, a, b) => {
      if (a !== b) expect(workdays(b, a, any)).toBe(-workdays(a, b, any) + 0);
    });
  });

  it("WORKDAY and WORKDAYS undo each other", () => {
    check([calendar, day, fc.integer({ min: 1, max: 300 })], (any, start, count) => {
      const after = workday(start, count, any);
      expect(isWorkday(after, any)).toBe(true);
      expect(workdays(start + 1, after, any)).toBe(count);
      const before = workday(start, -count, any);
      expect(isWorkday(before, any)).toBe(true);
      expect(workdays(before, start - 1, any)).toBe(count);
    });
  });

  it("NEXTWORKDAY skips days off only", () => {
    check([calendar, day], (any, date) => {
      const next = nextWorkday(date, any);
      expect(workdays(date, next, any)).toBe(1);
      const previous = nextWorkday(date, any, -1);
      expect(workdays(previous, date, any)).toBe(1);
    });
  });

  it("STARTBY leaves exactly that many working days up to due, and no later start does", () => {
    check([calendar, day, fc.integer({ min: 1, max: 200 })], (any, due, count) => {
      const start = startBy(due, count, any);
      expect(workdays(start, due, any)).toBe(count);
      if (start < due) expect(workdays(start + 1, due, any)).toBe(count - 1);
    });
  });

  it("DAYSLATE, SLIP and DAYSLEFT count one and the same way", () => {
    check([fc.option(calendar, { nil: undefined }), day, day], (maybe, planned, actual) => {
      const late = daysLate(planned, actual, planned, maybe);
      expect(late).toBe(slip(planned, actual, maybe));
      expect(late).toBe(daysLeft(actual, planned, maybe));
      expect(slip(actual, planned, maybe)).toBe(-late + 0);
      // Still open on that date: as late as it would be then, but never early.
      expect(daysLate(planned, undefined, actual, maybe)).toBe(Math.max(0, late));
    });
  });

  it("goes on adding past any third date", () => {
    check([calendar, day, day, day], (any, a, b, c) => {
      expect(daysBetween(a, c, any)).toBe(daysBetween(a, b, any) + daysBetween(b, c, any));
    });
  });
});

describe("a China calendar without data", () => {
  const year = (name: "CN5" | "CN6" | "CN7", closures: Closure[], from: number, to: number) => {
    try {
      return workdays(from, to, new Calendar(name, closures));
    } catch (error) {
      if (error instanceof TradeError) return [error.kind, error.code, error.values];
      throw error;
    }
  };
  const newYear2027 = serialDate(2027, 1, 1) as number;

  it("names the first year that is missing", () => {
    expect(year("CN6", [], newYear2027 - 10, newYear2027 + 900)).toEqual([
      "noData",
      "noCalendarData",
      { year: 2027 },
    ]);
    const with2027: Closure[] = [{ date: newYear2027, kind: "year" }];
    expect(year("CN6", with2027, newYear2027 - 10, newYear2027 + 900)).toEqual([
      "noData",
      "noCalendarData",
      { year: 2028 },
    ]);
    expect(year("CN7", with2027, newYear2027, newYear2027 + 364)).toBe(365);
  });

  it("ends where the date system ends", () => {
    const lastDay = serialDate(9999, 12, 31) as number;
    expect(() => workday(lastDay, 1, calendarFor("ALL"))).toThrow(TradeError);
    expect(() => workday(lastDay - 10, 100_000_000, calendarFor("EU"))).toThrow(TradeError);
    expect(() => workday(10, -1000, calendarFor("EU"))).toThrow(TradeError);
    expect(workday(lastDay - 1, 1, calendarFor("ALL"))).toBe(lastDay);
    expect(workday(2, -1, calendarFor("ALL"))).toBe(1);
  });
});

it("builds a calendar once for a list of closures", () => {
  const closures: Closure[] = [{ date: FIRST, kind: "off" }];
  expect(calendarFor("CN6", closures)).toBe(calendarFor("CN6", closures));
  expect(calendarFor("CN5", closures)).not.toBe(calendarFor("CN6", closures));
  expect(calendarFor("CN6", [...closures])).not.toBe(calendarFor("CN6", closures));
});
