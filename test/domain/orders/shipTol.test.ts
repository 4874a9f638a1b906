import fc from "fast-check";
import { shipTol } from "../../../src/domain/orders/shipTol";

it.each([
  [5000, 4820, 0.03, 0.05, { verdict: "SHORT", difference: -0.036 }],
  [5000, 4850, 0.03, 0.03, { verdict: "OK" }],
  [5000, 4849, 0.03, 0.03, { verdict: "SHORT", difference: -0.0302 }],
  [5000, 5250, 0.03, 0.05, { verdict: "OK" }],
  [5000, 5251, 0.03, 0.05, { verdict: "OVER", difference: 0.0502 }],
  [5000, 0, 0.03, 0.05, { verdict: "SHORT", difference: -1 }],
  [5000, 5000, 0, 0, { verdict: "OK" }],
  [5000, 5001, 0, 0, { verdict: "OVER", difference: 0.0002 }],
])("ordered %d, shipped %d, -%d +%d", (ordered, shipped, minus, plus, expected) => {
  expect(shipTol(ordered, shipped, minus, plus)).toEqual(expected);
});

// Whole pieces and whole percent, so that the limits can be worked out in whole numbers.
it("allows exactly what the percentages allow", () => {
  const pieces = fc.integer({ min: 1, max: 1_000_000 });
  const percent = fc.integer({ min: 0, max: 30 });
  fc.assert(
    fc.property(pieces, pieces, percent, percent, (ordered, shipped, minus, plus) => {
      const least = ordered * (100 - minus);
      const most = ordered * (100 + plus);
      const expected = shipped * 100 < least ? "SHORT" : shipped * 100 > most ? "OVER" : "OK";
      expect(shipTol(ordered, shipped, minus / 100, plus / 100).verdict).toBe(expected);
    }),
  );
});
