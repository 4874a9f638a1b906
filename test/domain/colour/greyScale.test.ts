import fc from "fast-check";
import { greyScaleGrade, greyScaleSteps } from "../../../src/domain/colour/greyScale";

test.each([1.7, 1.9])("a difference of %d is grade 4 of the change scale", (dE) => {
  expect(greyScaleGrade(dE)).toBe(4);
});

/** ISO 105-A05, table 1: grade by colour difference, each upper limit excluded. */
test.each([
  [0, 0.4, 5],
  [0.4, 1.25, 4.5],
  [1.25, 2.1, 4],
  [2.1, 2.95, 3.5],
  [2.95, 4.1, 3],
  [4.1, 5.8, 2.5],
  [5.8, 8.2, 2],
  [8.2, 11.6, 1.5],
  [11.6, 1000, 1],
])("from %d to below %d: grade %d", (from, below, grade) => {
  expect(greyScaleGrade(from)).toBe(grade);
  expect(greyScaleGrade(below - 1e-9)).toBe(grade);
});

/** ISO 105-A04 gives the staining grade by formula: 5 - 0.23 dE above grade 4, 6.1 - 1.45 ln dE from there on. */
test("the staining scale agrees with the formula of ISO 105-A04 within a tenth of a grade", () => {
  greyScaleSteps.staining.forEach((dE, i) => {
    const byFormula = dE < 4.3 ? 5 - 0.23 * dE : 6.1 - 1.45 * Math.log(dE);
    expect(Math.abs(byFormula - (5 - i / 2))).toBeLessThan(0.1);
  });
});

test.each(["change", "staining"] as const)("every step of the %s scale has its own grade", (type) => {
  expect(greyScaleSteps[type].map((dE) => greyScaleGrade(dE, type))).toEqual([
    5, 4.5, 4, 3.5, 3, 2.5, 2, 1.5, 1,
  ]);
});

test("a larger difference never has a better grade", () => {
  const difference = fc.double({ min: 0, max: 50, noNaN: true });
  fc.assert(
    fc.property(
      difference,
      difference,
      fc.constantFrom("change" as const, "staining" as const),
      (a, b, type) => {
        expect(greyScaleGrade(Math.max(a, b), type)).toBeLessThanOrEqual(
          greyScaleGrade(Math.min(a, b), type),
        );
      },
    ),
  );
});
