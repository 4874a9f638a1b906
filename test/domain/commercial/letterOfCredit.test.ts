import fc from "fast-check";
import { isoDate, serialDate } from "../../../src/domain/calendar/serialDate";
import { creditQuantity, quantityKind } from "../../../src/domain/commercial/creditQuantity";
import { lastPresentation } from "../../../src/domain/commercial/lastPresentation";

const day = (year: number, month: number, date: number) => serialDate(year, month, date) as number;
const open = () => false;

test("UCP 600 art. 14 (c): 21 calendar days after shipment, not later than expiry", () => {
  expect(isoDate(lastPresentation(day(2026, 9, 20), day(2026, 10, 31), 21, open))).toBe("2026-10-11");
  expect(isoDate(lastPresentation(day(2026, 9, 20), day(2026, 10, 5), 21, open))).toBe("2026-10-05");
  expect(isoDate(lastPresentation(day(2026, 9, 20), day(2026, 10, 31), 15, open))).toBe("2026-10-05");
});

test("art. 29 (a): a closed bank moves either day to the first banking day after", () => {
  const closed = new Set([1, 2, 3, 4, 5, 6, 7].map((date) => day(2026, 10, date)));
  const isClosed = (serial: number) => closed.has(serial);
  expect(isoDate(lastPresentation(day(2026, 9, 10), day(2026, 10, 31), 21, isClosed))).toBe("2026-10-08");
  expect(isoDate(lastPresentation(day(2026, 9, 20), day(2026, 10, 3), 21, isClosed))).toBe("2026-10-08");
});

test("never on a closed day, never before the plain limit", () => {
  const offset = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(offset, offset, fc.array(offset), (expiry, days, holidays) => {
      const closed = new Set(holidays);
      const found = lastPresentation(0, expiry, days, (serial) => closed.has(serial));
      expect(closed.has(found)).toBe(false);
      for (let d = Math.min(expiry, days); d < found; d++) expect(closed.has(d)).toBe(true);
    }),
  );
});

/** UCP 600 art. 30 (a) about: 10 %; (b) 5 % for goods not counted in packing units or individual items. */
test.each([
  [10_000, "about", "pcs", 9000, 11_000],
  [10_000, "APPROXIMATELY", "pcs", 9000, 11_000],
  [10_000, "约", "件", 9000, 11_000],
  [10_000, "", "pcs", 10_000, 10_000],
  [500, "", "cartons", 500, 500],
  [10_000, "", "kg", 9500, 10_500],
  [10_000, "", "米", 9500, 10_500],
  [10_000, "5% more or less allowed", "pcs", 9500, 10_500],
  [10_000, "+/-3%", "pcs", 9700, 10_300],
  [10_000, "溢短装5%", "件", 9500, 10_500],
  [10_000, "+5% -3%", "pcs", 9700, 10_500],
  [10_000, "3 PCT LESS", "pcs", 9700, 10_000],
  // Nobody ships a part of a piece: the least is rounded up, the most down.
  [1005, "about", "pcs", 905, 1105],
])("%d %s %s: %d to %d", (quantity, wording, unit, least, most) => {
  const range = creditQuantity(quantity, wording, quantityKind(unit) as "counted");
  expect(range?.least).toBeCloseTo(least, 9);
  expect(range?.most).toBeCloseTo(most, 9);
});

test("a percentage that says nothing of its direction is refused", () => {
  expect(creditQuantity(10_000, "5%", "counted")).toBeUndefined();
  expect(creditQuantity(10_000, "100% cotton", "counted")).toBeUndefined();
});

test.each([
  ["PCS", "counted"],
  ["doz.", "counted"],
  ["套", "counted"],
  ["KGS", "measured"],
  ["M/T", "measured"],
  ["yards", "measured"],
  ["", undefined],
])("%s is %s", (unit, kind) => expect(quantityKind(unit)).toBe(kind));
