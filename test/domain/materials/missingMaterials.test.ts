import fc from "fast-check";
import { missingMaterials, type ItemQuantity } from "../../../src/domain/materials/missingMaterials";

const line = (item: string, quantity: number): ItemQuantity => ({ item, quantity });
const bill = [line("zip", 5000), line("label", 5000), line("poly", 5150)];

test("a label short by 500, no polybag ordered", () => {
  expect(missingMaterials(bill, [line("zip", 5000), line("label", 4500)])).toEqual([
    { item: "label", needed: 5000, ordered: 4500, short: 500 },
    { item: "poly", needed: 5150, ordered: 0, short: 5150 },
  ]);
});

test("lines of one item add up, however it is typed", () => {
  const orders = [line(" Zip", 2000), line("ＺＩＰ", 3000), line("LABEL", 5000), line("poly", 5150)];
  expect(missingMaterials(bill, orders)).toEqual([]);
});

test("a tolerance below 1 is a share of the need, from 1 on a quantity", () => {
  const orders = [line("zip", 4900), line("label", 4500), line("poly", 5150)];
  expect(missingMaterials(bill, orders, 0.02).map(({ item }) => item)).toEqual(["label"]);
  expect(missingMaterials(bill, orders, 100).map(({ item }) => item)).toEqual(["label"]);
  expect(missingMaterials(bill, orders, 0.1)).toEqual([]);
});

test("sums of decimals leave no shortage (0.1 + 0.2 against 0.3)", () => {
  expect(missingMaterials([line("thread", 0.3)], [line("thread", 0.1), line("thread", 0.2)])).toEqual([]);
  expect(missingMaterials([line("thread", 0.1), line("thread", 0.2)], [line("thread", 0.3)])).toEqual([]);
});

const item = fc.constantFrom("zip", "Zip", "label", "poly", "button", "thread");
const lines = fc.array(fc.record({ item, quantity: fc.nat(10_000) }), { maxLength: 20 });
const bySize = (shortages: ReturnType<typeof missingMaterials>) =>
  shortages
    .map(({ item, ...rest }) => ({ ...rest, item: item.toUpperCase() }))
    .sort((a, b) => (a.item < b.item ? -1 : 1));

test("the order of lines does not matter", () => {
  fc.assert(
    fc.property(
      lines.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      lines.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([needed, neededShuffled], [ordered, orderedShuffled]) => {
        expect(bySize(missingMaterials(neededShuffled, orderedShuffled))).toEqual(
          bySize(missingMaterials(needed, ordered)),
        );
      },
    ),
  );
});

test("ordering what is short leaves nothing short", () => {
  fc.assert(
    fc.property(lines, lines, (needed, ordered) => {
      const shortages = missingMaterials(needed, ordered);
      const more = shortages.map(({ item, short }) => line(item, short));
      expect(missingMaterials(needed, [...ordered, ...more])).toEqual([]);
      for (const { needed: need, ordered: have, short } of shortages) expect(short).toBe(need - have);
    }),
  );
});

test("100,000 lines a side take no second", () => {
  const many = Array.from({ length: 100_000 }, (_, i) => line(`item ${i}`, 10));
  const start = performance.now();
  expect(missingMaterials(many, [...many].reverse())).toEqual([]);
  // Compared each with each they would take minutes.
  expect(performance.now() - start).toBeLessThan(3000);
});
