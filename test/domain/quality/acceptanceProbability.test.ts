import fc from "fast-check";
import {
  binomialAtMost,
  hypergeometricAtMost,
  poissonAtMost,
} from "../../../src/domain/quality/acceptanceProbability";

test("worked by hand: two draws, one in ten bad", () => {
  expect(binomialAtMost(0, 2, 0.1)).toBeCloseTo(0.81, 14);
  expect(binomialAtMost(1, 2, 0.1)).toBeCloseTo(0.99, 14);
  // Two of ten are bad, two are drawn: (8/10)(7/9) without a bad one.
  expect(hypergeometricAtMost(0, 2, 10, 2)).toBeCloseTo(56 / 90, 14);
  expect(poissonAtMost(1, 2)).toBeCloseTo(3 * Math.exp(-2), 14);
});

test("lot 1000, AQL 2.5: 80 pieces, Ac 5, 6 % bad pass with 0.6521628 (exact fractions)", () => {
  expect(binomialAtMost(5, 80, 0.06)).toBeCloseTo(0.6521628385849293, 12);
});

test("rejectable quality of 125/7 at 10 % is 9.24 %", () => {
  expect(binomialAtMost(7, 125, 0.0924)).toBeCloseTo(0.1, 3);
});

test("the ends", () => {
  expect(binomialAtMost(3, 50, 0)).toBe(1);
  expect(binomialAtMost(3, 50, 1)).toBe(0);
  expect(binomialAtMost(5, 5, 1)).toBe(1);
  expect(hypergeometricAtMost(1, 10, 10, 2)).toBe(0);
  expect(hypergeometricAtMost(2, 10, 10, 2)).toBe(1);
  expect(hypergeometricAtMost(0, 5, 10, 10)).toBe(0);
  expect(poissonAtMost(44, 0)).toBe(1);
});

test("property: a chance, falling with the share of bad pieces and rising with the acceptance number", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 44 }),
      fc.integer({ min: 2, max: 3150 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (most, n, one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        const chance = binomialAtMost(most, n, more);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(chance).toBeLessThanOrEqual(binomialAtMost(most, n, less) + 1e-10);
        expect(binomialAtMost(most + 1, n, more)).toBeGreaterThanOrEqual(chance - 1e-10);
      },
    ),
  );
});

test("property: a very large lot is a process, and a rare defect is Poisson", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 }),
      fc.integer({ min: 2, max: 200 }),
      fc.integer({ min: 0, max: 100 }),
      (most, n, permille) => {
        const lot = 100_000_000;
        expect(hypergeometricAtMost(most, n, lot, (lot / 1000) * permille)).toBeCloseTo(
          binomialAtMost(most, n, permille / 1000),
          4,
        );
        expect(
          Math.abs(poissonAtMost(most, (n * permille) / 1e6) - binomialAtMost(most, n, permille / 1e6)),
        ).toBeLessThan(1e-4);
      },
    ),
  );
});
