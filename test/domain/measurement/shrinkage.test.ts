import fc from "fast-check";
import { lengthToCut, shrinkage } from "../../../src/domain/measurement/shrinkage";

test("50 cm that wash to 47.5 cm shrink 5 %; fabric that grows shrinks by less than nothing", () => {
  expect(shrinkage(50, 47.5)).toBeCloseTo(0.05, 12);
  expect(shrinkage(50, 51)).toBeCloseTo(-0.02, 12);
});

test("72 cm after 5 % shrinkage are cut at 75.789 cm", () =>
  expect(lengthToCut(72, 0.05)).toBeCloseTo(75.789, 3));

test("what is cut to allow for shrinkage shrinks to the finished length", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 500, noNaN: true }),
      fc.double({ min: -0.5, max: 0.9, noNaN: true }),
      (finished, share) => expect(shrinkage(lengthToCut(finished, share), finished)).toBeCloseTo(share, 9),
    ),
  );
});
