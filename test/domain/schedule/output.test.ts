import fc from "fast-check";
import { calendarFor } from "../../../src/domain/calendar/calendarFor";
import { isoDate, serialDate } from "../../../src/domain/calendar/serialDate";
import {
  durationEstimate,
  earnedSchedule,
  schedulePerformance,
  scheduleVariance,
} from "../../../src/domain/schedule/earnedSchedule";
import { lineDays, type SewingPlan } from "../../../src/domain/schedule/lineDays";
import { rateForecast } from "../../../src/domain/schedule/rateForecast";

const day = (year: number, month: number, date: number) => serialDate(year, month, date) as number;

const PLAN: SewingPlan = {
  quantity: 35_000,
  sam: 26.5,
  operators: 125,
  hours: 10,
  efficiency: 0.5,
  lines: 4,
  attendance: 0.95,
  curve: [0.15, 0.35, 0.45],
  extraCut: 0,
};

/** Online Clothing Study 2020/01: days to sew an order with a learning curve. */
test("35,000 pieces on 4 lines that learn for three days: 8 days", () => {
  expect(lineDays(PLAN)).toBe(8);
  expect(lineDays({ ...PLAN, curve: [] })).toBe(7);
});

test("exactly done is done: 1000 pieces at 100 a day are 10 days", () => {
  const plan = {
    ...PLAN,
    quantity: 1000,
    sam: 6,
    operators: 10,
    hours: 2,
    lines: 1,
    attendance: 1,
    curve: [],
  };
  expect(lineDays(plan)).toBe(10);
  expect(lineDays({ ...plan, extraCut: 0.1 })).toBe(11);
  expect(lineDays({ ...plan, quantity: 100, curve: [0.5, 0.5, 0.5] })).toBe(1);
});

test("nothing to sew takes no day; no efficiency never ends, unless the first days do it all", () => {
  expect(lineDays({ ...PLAN, quantity: 0 })).toBe(0);
  expect(lineDays({ ...PLAN, efficiency: 0, curve: [] })).toBeUndefined();
  expect(lineDays({ ...PLAN, quantity: 1000, efficiency: 0 })).toBe(1);
});

test("the days found are enough and one less is not", () => {
  const efficiency = fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200_000 }),
      efficiency,
      fc.array(efficiency, { maxLength: 5 }),
      (quantity, full, curve) => {
        const days = lineDays({ ...PLAN, quantity, efficiency: full, curve }) as number;
        const sewn = (n: number) => {
          let pieces = 0;
          for (let i = 0; i < n; i++) pieces += (4 * 125 * 600 * 0.95 * (curve[i] ?? full)) / 26.5;
          return pieces;
        };
        expect(sewn(days)).toBeGreaterThanOrEqual(quantity * (1 - 1e-9));
        expect(sewn(days - 1)).toBeLessThan(quantity);
      },
    ),
  );
});

const CN6 = calendarFor("CN6");

test("4040 left at 260 a day after Saturday 2026-10-17: finished on 2026-11-05", () => {
  const outputs = [180, 240, 260, 280];
  const finish = rateForecast(outputs, 960 + 4040, day(2026, 10, 17), 3, CN6);
  expect(isoDate(finish as number)).toBe("2026-11-05");
});

test("a window longer than the list averages what there is", () => {
  const finish = rateForecast([100], 300, day(2026, 10, 12), 3, CN6);
  expect(isoDate(finish as number)).toBe("2026-10-14");
});

test("nothing left: the last date; no output: no answer", () => {
  expect(rateForecast([500, 500], 1000, day(2026, 10, 17), 3, CN6)).toBe(day(2026, 10, 17));
  expect(rateForecast([0, 0, 0], 1000, day(2026, 10, 17), 3, CN6)).toBeUndefined();
});

test("more to do never finishes earlier", () => {
  const output = fc.integer({ min: 1, max: 500 });
  fc.assert(
    fc.property(
      fc.array(output, { minLength: 1, maxLength: 10 }),
      fc.nat(20_000),
      fc.nat(20_000),
      (outputs, a, b) => {
        const finish = (quantity: number) =>
          rateForecast(outputs, quantity, day(2024, 3, 1), 3, calendarFor("VN")) as number;
        expect(finish(Math.max(a, b))).toBeGreaterThanOrEqual(finish(Math.min(a, b)));
      },
    ),
  );
});

/** Lipke, "Schedule is different" (2003): ES = C + (EV - PV_C) / (PV_C+1 - PV_C). */
test("450 earned against 100, 300, 600, 900, 1000 after 4 periods", () => {
  const es = earnedSchedule([100, 300, 600, 900, 1000], 450);
  expect(es).toBe(2.5);
  expect(scheduleVariance(es, 4)).toBe(-1.5);
  expect(schedulePerformance(es, 4)).toBe(0.625);
  expect(durationEstimate(es, 4, 5)).toBe(8);
});

test("nothing earned is 0, all earned is the whole duration, a flat stretch counts as earned", () => {
  expect(earnedSchedule([100, 300], 0)).toBe(0);
  expect(earnedSchedule([100, 300], 50)).toBe(0.5);
  expect(earnedSchedule([100, 300], 300)).toBe(2);
  expect(earnedSchedule([100, 300], 900)).toBe(2);
  expect(earnedSchedule([100, 100, 200], 100)).toBe(2);
  expect(schedulePerformance(1, 0)).toBeUndefined();
  expect(durationEstimate(0, 3, 5)).toBeUndefined();
});

test("earned on plan is on schedule, and more earned is never less schedule", () => {
  const steps = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(steps, fc.nat(), fc.nat(5000), fc.nat(5000), (increments, at, a, b) => {
      let sum = 0;
      const planned = increments.map((step) => (sum += step));
      const period = at % planned.length;
      expect(earnedSchedule(planned, planned[period] as number)).toBe(period + 1);
      expect(earnedSchedule(planned, Math.max(a, b))).toBeGreaterThanOrEqual(
        earnedSchedule(planned, Math.min(a, b)),
      );
    }),
  );
});
