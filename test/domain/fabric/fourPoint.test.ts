import fc from "fast-check";
import { defectPoints, holePoints, rollPoints } from "../../../src/domain/fabric/defectPoints";
import { pointsPer100SquareYards } from "../../../src/domain/fabric/fourPoint";

/** Online Clothing Study, "4-point system for fabric inspection": ten defects and a hole on a roll of 120 yards of 46 inches. */
test("the published roll has 24 points, 15.65 in 100 square yards", () => {
  const points = rollPoints([2, 2, 2, 2, 5, 5, 5, 8, 8, 10], [1.5]);
  expect(points).toBe(24);
  expect(pointsPer100SquareYards(points, 120, 46)).toBeCloseTo(15.652, 3);
});

/** ASTM D5430, four-point option: over 0 to 3 inches 1, to 6 two, to 9 three, over 9 four. */
test.each([
  [0, 0],
  [0.1, 1],
  [3, 1],
  [3.1, 2],
  [6, 2],
  [6.1, 3],
  [9, 3],
  [9.1, 4],
  [400, 4],
])("a defect of %d inches: %d points", (inches, points) => expect(defectPoints(inches)).toBe(points));

test("holes by size, or every hole 4", () => {
  expect([0, 0.5, 1, 1.1].map((inches) => holePoints(inches))).toEqual([0, 2, 2, 4]);
  expect([0, 0.5, 1, 1.1].map((inches) => holePoints(inches, "BUYER"))).toEqual([0, 4, 4, 4]);
});

const lengths = fc.array(fc.double({ min: 0, max: 60, noNaN: true }));

test("points add up over the roll, and are at most 4 for each defect", () => {
  fc.assert(
    fc.property(lengths, lengths, (one, other) => {
      expect(rollPoints([...one, ...other])).toBe(rollPoints(one) + rollPoints(other));
      expect(rollPoints(one)).toBeLessThanOrEqual(4 * one.length);
    }),
  );
});

test("a roll of 100 square yards has as many points in 100 square yards as it has", () => {
  fc.assert(
    fc.property(fc.nat(500), fc.double({ min: 20, max: 120, noNaN: true }), (points, width) => {
      expect(pointsPer100SquareYards(points, 3600 / width, width)).toBeCloseTo(points, 9);
    }),
  );
});
