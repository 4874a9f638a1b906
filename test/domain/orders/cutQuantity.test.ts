import fc from "fast-check";
import { cutQuantity } from "../../../src/domain/orders/cutQuantity";
import { piecesDown, piecesUp } from "../../../src/domain/orders/wholePieces";

test("3 % more than 1000 and 1500", () => {
  expect([1000, 1500].map((quantity) => cutQuantity(quantity, 0.03))).toEqual([1030, 1545]);
});

test("nobody cuts a piece for a binary fraction: 100 x 1.1 is 110.00000000000001", () => {
  expect(cutQuantity(100, 0.1)).toBe(110);
  expect(cutQuantity(101, 0.1)).toBe(112);
});

test("in whole percents it is what integer arithmetic says", () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.integer({ min: 0, max: 99 }), (quantity, percent) => {
      expect(cutQuantity(quantity, percent / 100)).toBe(
        Number((BigInt(quantity) * BigInt(100 + percent) + 99n) / 100n),
      );
    }),
  );
});

test("whole pieces up and down enclose the quantity", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (quantity) => {
      const [down, up] = [piecesDown(quantity), piecesUp(quantity)];
      expect(up - down).toBeLessThanOrEqual(1);
      expect(quantity - down).toBeLessThan(1);
      expect(up - quantity).toBeLessThan(1);
      expect(down).toBeLessThanOrEqual(up);
    }),
  );
});
