import fc from "fast-check";
import { factoryGrade, factoryScore } from "../../../src/domain/factory/factoryScore";
import { capacity, lineEfficiency, lineOutput } from "../../../src/domain/factory/lineCapacity";

/** Online Clothing Study: production capacity and line efficiency, worked examples. */
test("32 operators, 10 hours, 46 %, 20 minutes a piece: 441.6 pieces", () => {
  expect(lineOutput(32, 10, 0.46, 20)).toBeCloseTo(441.6, 9);
});

test("160 pieces of 44.25 minutes from 48 operators in 8 hours: 30.7 %", () => {
  expect(lineEfficiency(160, 44.25, 48, 8)).toBeCloseTo(0.30729, 5);
});

test("one line of 40 for 26 days at 50 %, 16 minutes a piece: 19,500", () => {
  expect(capacity(1, 40, 10, 26, 0.5, 16)).toBeCloseTo(19_500, 9);
  expect(capacity(1, 40, 10, 26, 0.5, 16, 0.9)).toBeCloseTo(17_550, 9);
});

test("output and efficiency invert each other", () => {
  const size = fc.integer({ min: 1, max: 100 });
  fc.assert(
    fc.property(
      size,
      size,
      size,
      fc.double({ min: 0.05, max: 1.2, noNaN: true }),
      (operators, hours, sam, efficiency) => {
        const output = lineOutput(operators, hours, efficiency, sam);
        expect(lineEfficiency(output, sam, operators, hours)).toBeCloseTo(efficiency, 9);
      },
    ),
  );
});

const criteria = (values: number[], weights: number[]) =>
  values.map((value, i) => ({ value, weight: weights[i] as number }));

test("five criteria score 89.6, grade B", () => {
  const score = factoryScore(criteria([92, 88, 95, 80, 90], [0.3, 0.25, 0.2, 0.15, 0.1])) as number;
  expect(score).toBeCloseTo(89.6, 9);
  expect(factoryGrade(score)).toBe("B");
});

test.each([
  [100, "A"],
  [90, "A"],
  [89.99, "B"],
  [80, "B"],
  [79.99, "C"],
  [70, "C"],
  [69.99, "D"],
  [0, "D"],
])("%d is %s", (score, grade) => expect(factoryGrade(score)).toBe(grade));

test("three times 90 is an A, whatever binary fractions make of it", () => {
  expect(factoryGrade(factoryScore(criteria([90, 90, 90], [0.1, 0.2, 0.7])) as number)).toBe("A");
});

test("only the proportion of the weights counts, and the score lies among the values", () => {
  const criterion = fc.record({ value: fc.nat(100), weight: fc.integer({ min: 1, max: 50 }) });
  fc.assert(
    fc.property(fc.array(criterion, { minLength: 1 }), fc.integer({ min: 2, max: 9 }), (list, factor) => {
      const score = factoryScore(list) as number;
      const scaled = factoryScore(
        list.map(({ value, weight }) => ({ value, weight: weight * factor })),
      ) as number;
      expect(scaled).toBeCloseTo(score, 9);
      const values = list.map(({ value }) => value);
      expect(score).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
      expect(score).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
    }),
  );
});

test("without weight there is no score", () => {
  expect(factoryScore([{ value: 90, weight: 0 }])).toBeUndefined();
  expect(factoryScore([])).toBeUndefined();
});
