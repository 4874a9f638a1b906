import fc from "fast-check";
import { calendarFor } from "../../../src/domain/calendar/calendarFor";
import { serialDate } from "../../../src/domain/calendar/serialDate";
import { garmentsPossible } from "../../../src/domain/materials/garmentsPossible";
import { materialsReadyDate } from "../../../src/domain/materials/materialsReadyDate";

const day = (year: number, month: number, date: number) => serialDate(year, month, date) as number;

test("fabric for 1034, thread for 1088, buttons for 1040: 1034 garments", () => {
  const items = [
    { available: 1500, consumption: 1.45 },
    { available: 9800, consumption: 9 },
    { available: 5200, consumption: 5 },
  ];
  expect(garmentsPossible(items)).toBe(1034);
});

test("exactly enough is enough (0.3 of 0.1 each is 2.9999999999999996)", () => {
  expect(garmentsPossible([{ available: 0.3, consumption: 0.1 }])).toBe(3);
});

test("an item that is not used sets no limit; without any item there is no answer", () => {
  expect(
    garmentsPossible([
      { available: 0, consumption: 0 },
      { available: 10, consumption: 2 },
    ]),
  ).toBe(5);
  expect(garmentsPossible([{ available: 5, consumption: 0 }])).toBeUndefined();
  expect(garmentsPossible([])).toBeUndefined();
});

test("that many garments can be made of what is there, one more cannot", () => {
  const item = fc.record({ available: fc.nat(1e6), consumption: fc.integer({ min: 1, max: 100 }) });
  fc.assert(
    fc.property(fc.array(item, { minLength: 1 }), (items) => {
      const made = garmentsPossible(items) as number;
      expect(items.every(({ available, consumption }) => made * consumption <= available)).toBe(true);
      expect(items.every(({ available, consumption }) => (made + 1) * consumption <= available)).toBe(false);
    }),
  );
});

const items = [
  { expected: day(2026, 9, 20), actual: day(2026, 9, 18) },
  { expected: day(2026, 9, 28), actual: undefined },
  { expected: undefined, actual: day(2026, 9, 1) },
];

test("the last item counts, by its actual date where it has one", () => {
  expect(materialsReadyDate(items, 0)).toBe(day(2026, 9, 28));
  expect(materialsReadyDate([...items, { expected: day(2026, 12, 1), actual: day(2026, 9, 2) }], 0)).toBe(
    day(2026, 9, 28),
  );
});

test("the buffer in calendar days, or in working days over the National Day holiday", () => {
  expect(materialsReadyDate(items, 3)).toBe(day(2026, 10, 1));
  expect(materialsReadyDate(items, 3, calendarFor("CN6"))).toBe(day(2026, 10, 8));
});

test("items with neither date are counted in the answer", () => {
  const open = { expected: undefined, actual: undefined };
  expect(() => materialsReadyDate([...items, open, open], 0)).toThrow(
    expect.objectContaining({ kind: "noData", code: "itemsWithoutDate", values: { count: 2 } }),
  );
});
