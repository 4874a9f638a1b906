import fc from "fast-check";
import { buyQuantity } from "../../../src/domain/materials/buyQuantity";
import {
  knitConsumption,
  markerConsumption,
  wovenConsumption,
} from "../../../src/domain/materials/consumption";

/** Online Clothing Study and textilelearner, fabric consumption of a T-shirt and of a shirt; the published results round early. */
test("knit: 2.42 kg for a dozen T-shirts", () => {
  const shirt = {
    bodyLength: 73,
    sleeveLength: 19.5,
    halfChest: 52,
    gsm: 160,
    allowLength: 10,
    allowWidth: 4,
    waste: 0.1,
  };
  expect(knitConsumption(shirt)).toBeCloseTo(2.424576, 9);
});

test("woven: 28.5 yards for a dozen shirts", () => {
  const shirt = {
    bodyLength: 37,
    sleeveLength: 27,
    bodyWidth: 28,
    fabricWidth: 44,
    extraArea: 0,
    waste: 0.05,
  };
  expect(wovenConsumption(shirt)).toBeCloseTo(28.509, 3);
});

test("marker: 9.6 m for 8 pieces, 4 cm lost at the ends, 3 % waste", () => {
  expect(markerConsumption(9.6, 8, 0.04, 0.03)).toBeCloseTo(1.24115, 9);
});

test("a heavier knit takes more kilograms in proportion, not more fabric", () => {
  const garment = {
    bodyLength: 70,
    sleeveLength: 20,
    halfChest: 50,
    allowLength: 10,
    allowWidth: 4,
    waste: 0.08,
  };
  fc.assert(
    fc.property(fc.integer({ min: 80, max: 400 }), (gsm) => {
      expect(knitConsumption({ ...garment, gsm: 2 * gsm })).toBeCloseTo(
        2 * knitConsumption({ ...garment, gsm }),
        9,
      );
    }),
  );
});

test("buttons for 3000 shirts, 6 each, 3 % waste, by the gross", () => {
  expect(buyQuantity(3000, 6, 0.03, 0, 144)).toBe(18576);
  expect(buyQuantity(3000, 6, 0.03, 0, 0)).toBeCloseTo(18540, 9);
  expect(buyQuantity(100, 1, 0, 500, 144)).toBe(576);
  expect(buyQuantity(0, 6, 0.03, 500, 144)).toBe(0);
});

test("what is bought covers the need and the minimum, in whole packs, with less than one pack to spare", () => {
  const small = fc.integer({ min: 1, max: 2000 });
  fc.assert(
    fc.property(
      small,
      small,
      fc.integer({ min: 0, max: 20 }),
      fc.nat(5000),
      small,
      (order, use, waste, moq, pack) => {
        const bought = buyQuantity(order, use, waste / 100, moq, pack);
        const needed = Math.max(order * use * (1 + waste / 100), moq);
        expect(bought % pack).toBe(0);
        expect(bought).toBeGreaterThanOrEqual(needed * (1 - 1e-9));
        expect(bought - pack).toBeLessThan(needed);
      },
    ),
  );
});
