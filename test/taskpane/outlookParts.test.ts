import fc from "fast-check";
import { civilDate } from "../../src/domain/calendar/serialDate";
import type { MilestoneOutlook } from "../../src/domain/schedule/orderRisk";
import { dayBy, shareBy, stepPath, worthShowing } from "../../src/taskpane/outlook/chanceCurve";
import { fitText, textWidth } from "../../src/taskpane/outlook/fitText";
import { ganttDays, ganttRows } from "../../src/taskpane/outlook/ganttRows";
import { timeScale } from "../../src/taskpane/outlook/timeScale";
import {
  daysGained,
  nothingTried,
  whatIfOf,
  withDate,
  withoutDate,
} from "../../src/taskpane/outlook/whatIfDraft";
import { asOf } from "./memoryWorkbook";

const day = fc.integer({ min: asOf - 400, max: asOf + 400 });

test("every day has its place on the line, and labels have room and stand on real dates", () => {
  fc.assert(
    fc.property(
      fc.array(day, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 200, max: 480 }),
      (days, width) => {
        const scale = timeScale(days, { left: 10, right: width, label: 56 });
        for (const each of days) {
          expect(scale.x(each)).toBeGreaterThan(10);
          expect(scale.x(each)).toBeLessThan(width);
        }
        const places = scale.ticks.map(scale.x);
        expect(places.length).toBeGreaterThan(0);
        places.slice(1).forEach((x, index) => expect(x - places[index]!).toBeGreaterThanOrEqual(40));
        for (const tick of scale.ticks) {
          expect(tick).toBeGreaterThanOrEqual(scale.first);
          expect(tick).toBeLessThanOrEqual(scale.last);
        }
      },
    ),
  );
  // 2026-08-01 and the months after it; weeks begin on a Monday (2026-09-14).
  const months = timeScale([46236, 46400], { left: 0, right: 300, label: 56 }).ticks.map(civilDate);
  expect(months.every((date) => date.day === 1)).toBe(true);
  const weeks = timeScale([46275, 46300], { left: 0, right: 300, label: 56 }).ticks;
  expect(weeks.every((tick) => (tick - 46279) % 7 === 0)).toBe(true);
});

const curves = fc
  .array(fc.record({ day, runs: fc.integer({ min: 1, max: 200 }) }), { minLength: 1, maxLength: 40 })
  .map((steps) => {
    const total = steps.reduce((sum, { runs }) => sum + runs, 0);
    const days = [...new Set(steps.map((step) => step.day))].sort((a, b) => a - b);
    return days.map((each) => ({
      day: each,
      share: steps.reduce((sum, step) => sum + (step.day <= each ? step.runs : 0), 0) / total,
    }));
  });

test("the curve reads the same both ways and never falls", () => {
  fc.assert(
    fc.property(curves, day, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (curve, on, share) => {
      expect(shareBy(curve, curve[0]!.day - 1)).toBe(0);
      expect(shareBy(curve, curve.at(-1)!.day)).toBeCloseTo(1);
      expect(shareBy(curve, on)).toBeLessThanOrEqual(shareBy(curve, on + 1));
      const by = dayBy(curve, share)!;
      expect(shareBy(curve, by)).toBeGreaterThanOrEqual(share - 1e-9);
      expect(shareBy(curve, by - 1)).toBeLessThan(share);
      const shown = worthShowing(curve);
      expect(shown.map((point) => point.day)).toContain(dayBy(curve, 0.5));
      expect(stepPath(curve, Number, Number, { first: asOf - 400, last: asOf + 400 })).not.toMatch(/NaN/);
    }),
  );
});

test("a text is cut only where there is no room, and then fits", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.integer({ min: 20, max: 300 }), (text, room) => {
      const fitted = fitText(text, room);
      if (textWidth(text) <= room) expect(fitted).toBe(text);
      else {
        expect(textWidth(fitted)).toBeLessThanOrEqual(room);
        expect(text.startsWith(fitted.slice(0, -1).trimEnd())).toBe(true);
      }
    }),
  );
  expect(fitText("面料检验(四分制)", 60)).toBe("面料检验…");
});

test("a change is only what differs from how the order stands", () => {
  expect(whatIfOf(nothingTried, asOf)).toBeUndefined();
  expect(whatIfOf({ ...nothingTried, due: asOf }, asOf)).toBeUndefined();
  expect(whatIfOf({ ...nothingTried, due: asOf + 7 }, asOf)).toEqual({ due: asOf + 7 });
  const dated = withDate(nothingTried, { milestone: "T09", day: asOf + 3, as: "actual" });
  expect(whatIfOf(dated, asOf)).toEqual({ dates: { "T09.actual": asOf + 3 } });
  const again = withDate(dated, { milestone: "T09", day: asOf + 5, as: "plan" });
  expect(whatIfOf(again, asOf)).toEqual({ dates: { "T09.plan": asOf + 5 } });
  expect(whatIfOf(withoutDate(again, "T09"), asOf)).toBeUndefined();
  expect(whatIfOf({ ...nothingTried, sewing: "overtime" }, asOf)).toEqual({ durations: { T21: 0.8 } });
  expect(whatIfOf({ ...nothingTried, air: true }, asOf)).toEqual({ daysGained: 25 });
  for (const airDays of [undefined, 0, -3]) {
    expect(daysGained({ ...nothingTried, air: true, airDays })).toBe(0);
    expect(whatIfOf({ ...nothingTried, air: true, airDays }, asOf)).toBeUndefined();
  }
});

test("a milestone's line tells what happened from what is forecast or only supposed", () => {
  const milestone = (more: Partial<MilestoneOutlook>): MilestoneOutlook => ({
    milestone: "T09",
    name: "Fabric in-house",
    owner: "MILL",
    tracked: true,
    open: false,
    ...more,
  });
  const rows = ganttRows(
    [
      milestone({ plan: asOf - 9, actual: asOf - 4 }),
      milestone({ plan: asOf - 9, forecast: asOf - 7 }),
      milestone({ plan: asOf, actual: asOf + 4 }),
      milestone({
        open: true,
        plan: asOf,
        forecast: asOf + 6,
        needed: asOf + 2,
        float: 0,
        p10: asOf,
        p90: asOf + 9,
      }),
      milestone({ tracked: false }),
    ],
    false,
    asOf,
  );
  expect(rows.map(({ state }) => state)).toEqual(["done", "doneUnseen", "supposed", "open"]);
  expect(rows.map(({ late }) => late)).toEqual([5, undefined, 4, 6]);
  expect(rows.map(({ endangers }) => endangers)).toEqual([false, false, false, true]);
  expect(Math.max(...ganttDays(rows, undefined))).toBe(asOf + 9);
});
