import fc from "fast-check";
import { onTimeRate, type DueLine } from "../../../src/domain/schedule/onTimeRate";
import { isOtif, otif, type OtifLimits } from "../../../src/domain/schedule/otif";

const LIMITS: OtifLimits = { qtyMinus: 0.03, qtyPlus: 0.05, early: 7, late: 0 };
const line = (delivered: number | undefined, daysLate: number | undefined) => ({
  ordered: 1000,
  due: 46_000,
  delivered,
  deliveredDate: daysLate === undefined ? undefined : 46_000 + daysLate,
});

test.each([
  [1000, 0, true],
  [970, 0, true],
  [969, 0, false],
  [1050, 0, true],
  [1051, 0, false],
  [1000, 1, false],
  [1000, -7, true],
  [1000, -8, false],
  [undefined, undefined, false],
  [1000, undefined, false],
])("%p of 1000 delivered %p days late: %p", (delivered, daysLate, yes) => {
  expect(isOtif(line(delivered, daysLate), LIMITS)).toBe(yes);
});

test("limits left out are no limits", () => {
  const none: OtifLimits = { qtyMinus: 0, qtyPlus: undefined, early: undefined, late: 0 };
  expect(isOtif(line(5000, -300), none)).toBe(true);
  expect(isOtif(line(999, 0), none)).toBe(false);
});

test("the share of lines, none without lines", () => {
  expect(otif([line(1000, 0), line(900, 0), line(1000, 3), line(undefined, undefined)], LIMITS)).toBe(0.25);
  expect(otif([], LIMITS)).toBeUndefined();
});

const AS_OF = 46_000;
const due = (daysAgo: number, actualLate?: number): DueLine => ({
  due: AS_OF - daysAgo,
  actual: actualLate === undefined ? undefined : AS_OF - daysAgo + actualLate,
});

test("shipped on time, shipped late, open and overdue: a third", () => {
  expect(onTimeRate([due(20, 0), due(20, 2), due(5)], 0, AS_OF)).toBeCloseTo(1 / 3, 12);
});

test("what is not due, and what is due today and still open, is not counted", () => {
  expect(onTimeRate([due(20, 0), due(-1), due(0)], 0, AS_OF)).toBe(1);
  expect(onTimeRate([due(-1), due(0)], 0, AS_OF)).toBeUndefined();
});

test("days of grace", () => {
  expect(onTimeRate([due(20, 2), due(20, 3), due(2)], 2, AS_OF)).toBe(0.5);
});

test("what happened after asOf was not known then", () => {
  expect(onTimeRate([due(20, 25)], 30, AS_OF)).toBeUndefined();
  expect(onTimeRate([due(20, 25)], 10, AS_OF)).toBe(0);
});

test("a share between 0 and 1 that grace never lowers among lines long decided", () => {
  const lines = fc.array(
    fc.record({
      due: fc.integer({ min: 1000, max: 2000 }),
      actual: fc.option(fc.integer({ min: 900, max: 2100 }), { nil: undefined }),
    }),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(lines, fc.nat(20), (list, grace) => {
      const [strict, lenient] = [
        onTimeRate(list, 0, 5000) as number,
        onTimeRate(list, grace, 5000) as number,
      ];
      expect(strict).toBeGreaterThanOrEqual(0);
      expect(lenient).toBeLessThanOrEqual(1);
      expect(lenient).toBeGreaterThanOrEqual(strict);
    }),
  );
});
