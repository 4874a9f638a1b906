import fc from "fast-check";
import { measurementCheck } from "../../../src/domain/measurement/measurementCheck";
import { pointsOut } from "../../../src/domain/measurement/pointsOut";

test("one of three pieces is 1.2 short", () => {
  expect(measurementCheck(50, [50.4, 48.8, 50], 1)).toEqual({ measured: 3, out: 1, worst: -1.2 });
});

test("on the limit is within, whatever binary fractions leave (50.1 - 50 is 0.10000000000000142)", () => {
  expect(measurementCheck(50, [50.1, 49.9], 0.1).out).toBe(0);
  expect(measurementCheck(50, [50.11], 0.1).out).toBe(1);
  expect(measurementCheck(20.3, [20.6], 0.3).out).toBe(0);
});

test("plus and minus may differ", () => {
  expect(measurementCheck(30, [29.2, 31.2], 1, 1.5)).toEqual({ measured: 2, out: 0, worst: 0 });
  expect(measurementCheck(30, [28.9, 31.2, 31.6], 1, 1.5)).toEqual({ measured: 3, out: 2, worst: 1.6 });
});

const measure = fc.integer({ min: 0, max: 2000 }).map((mm) => mm / 10);
const tolerance = fc.integer({ min: 0, max: 30 }).map((mm) => mm / 10);

test("the order of the pieces does not matter to the count, and the worst is one of those measured", () => {
  fc.assert(
    fc.property(
      measure,
      fc.array(measure, { maxLength: 8 }),
      tolerance,
      tolerance,
      (spec, pieces, minus, plus) => {
        const forward = measurementCheck(spec, pieces, minus, plus);
        const backward = measurementCheck(spec, [...pieces].reverse(), minus, plus);
        expect(backward.out).toBe(forward.out);
        expect(Math.abs(backward.worst)).toBe(Math.abs(forward.worst));
        // In whole tenths, as the tape shows them, nothing is lost.
        const tenths = pieces.map((piece) => Math.round(piece * 10) - Math.round(spec * 10));
        const out = tenths.filter((d) => d > Math.round(plus * 10) || -d > Math.round(minus * 10));
        expect(forward.out).toBe(out.length);
        expect(Math.round(Math.abs(forward.worst) * 10)).toBe(Math.max(0, ...out.map(Math.abs)));
      },
    ),
  );
});

test("points out of a size set: each point of each piece counts, what is not measured does not", () => {
  const points = [
    { spec: 50, tolerance: 1, pieces: [50.4, 48.8, 50] },
    { spec: 72, tolerance: 1, pieces: [72.5, undefined, 71] },
    { spec: 20, tolerance: 0.5, pieces: [20.5, 20.6, 19.4] },
  ];
  expect(pointsOut(points)).toBe(3);
});

test("a wider tolerance never fails more points", () => {
  fc.assert(
    fc.property(measure, fc.array(measure), tolerance, tolerance, (spec, pieces, one, other) => {
      const narrow = pointsOut([{ spec, tolerance: Math.min(one, other), pieces }]);
      const wide = pointsOut([{ spec, tolerance: Math.max(one, other), pieces }]);
      expect(wide).toBeLessThanOrEqual(narrow);
    }),
  );
});
