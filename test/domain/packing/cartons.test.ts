import { CEILING } from "@formulajs/formulajs";
import fc from "fast-check";
import { cartonsNeeded } from "../../../src/domain/packing/cartonsNeeded";
import { containers, readContainerType } from "../../../src/domain/packing/containers";
import { chargeableKg, cubicMetres } from "../../../src/domain/packing/volume";

const by24 = (quantity: number) => ({ quantity, perCarton: 24 });

test("505, 300 and 95 by 24: 22 + 13 + 4 cartons, or 38 when the last ones are shared", () => {
  expect(cartonsNeeded([505, 300, 95].map(by24))).toBe(39);
  // 21 + 12 + 3 full ones; 1 + 12 + 23 pieces over are a carton and a half.
  expect(cartonsNeeded([505, 300, 95].map(by24), true)).toBe(38);
});

const line = fc.record({ quantity: fc.nat(20_000), perCarton: fc.integer({ min: 1, max: 100 }) });

test("each line by itself is Excel's CEILING", () => {
  fc.assert(
    fc.property(line, ({ quantity, perCarton }) => {
      expect(cartonsNeeded([{ quantity, perCarton }]) * perCarton).toBe(CEILING(quantity, perCarton));
    }),
  );
});

test("enough room, no empty carton, and sharing never needs more", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5000)), fc.integer({ min: 1, max: 60 }), (quantities, perCarton) => {
      const lines = quantities.map((quantity) => ({ quantity, perCarton }));
      const pieces = quantities.reduce((a, b) => a + b, 0);
      const [solid, mixed] = [cartonsNeeded(lines), cartonsNeeded(lines, true)];
      expect(mixed).toBe(Math.ceil(pieces / perCarton));
      expect(solid).toBeGreaterThanOrEqual(mixed);
      expect(solid - mixed).toBeLessThanOrEqual(quantities.length);
    }),
  );
});

test("volume and air freight weight", () => {
  expect(cubicMetres(60, 40, 30, 360)).toBeCloseTo(25.92, 9);
  expect(chargeableKg(420, 60, 40, 35, 40)).toBeCloseTo(560, 9);
  expect(chargeableKg(600, 60, 40, 35, 40)).toBe(600);
  expect(chargeableKg(420, 60, 40, 35, 40, 5000)).toBeCloseTo(672, 9);
});

test.each([
  [62.5, 0, 1, "40HQ", 92],
  [20, 0, 1, "20'", 71],
  [28, 0, 1, "20'", 100],
  [28.01, 0, 1, "40'", 48],
  [68, 0, 1, "40HQ", 100],
  [100, 0, 2, "40'", 86],
  [130, 0, 2, "40HQ", 96],
  // Heavy goods: 20 m³ of 23 t are too much for a 20'.
  [20, 23_000, 1, "40'", 96],
  [20, 30_000, 2, "20'", 68],
])("%d m³ of %d kg: %d x %s, %d %% full", (cbm, kg, count, type, percent) => {
  const load = containers(cbm, kg);
  expect([load.count, load.type, Math.round(load.fill * 100)]).toEqual([count, type, percent]);
});

test("a type may be asked for", () => {
  expect(containers(62.5, 0, "20'")).toMatchObject({ count: 3, type: "20'" });
});

test("they hold the goods, and one less of them would not", () => {
  const cbmOf = { "20'": 28, "40'": 58, "40HQ": 68 };
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 5000, noNaN: true }), (cbm) => {
      const { count, type, fill } = containers(cbm);
      expect(count * cbmOf[type]).toBeGreaterThanOrEqual(cbm * (1 - 1e-9));
      expect((count - 1) * 68).toBeLessThan(cbm);
      expect(fill).toBeGreaterThan(0);
      expect(fill).toBeLessThanOrEqual(1 + 1e-9);
    }),
  );
});

test.each([
  ["20", "20'"],
  ["20GP", "20'"],
  ["20尺", "20'"],
  ["小柜", "20'"],
  ["40'", "40'"],
  ["40 gp", "40'"],
  ["40HC", "40HQ"],
  ["40尺高柜", "40HQ"],
  ["高柜", "40HQ"],
])("%s is a %s", (word, type) => expect(readContainerType(word)).toBe(type));

test.each(["45HQ", "", "柜"])("%p is none", (word) => expect(readContainerType(word)).toBeUndefined());
