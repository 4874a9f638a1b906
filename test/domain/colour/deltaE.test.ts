import fc from "fast-check";
import { deltaE, readDeltaEMethod, type DeltaEMethod } from "../../../src/domain/colour/deltaE";
import { deltaE2000 } from "../../../src/domain/colour/deltaE2000";
import { deltaE76 } from "../../../src/domain/colour/deltaE76";
import type { Lab } from "../../../src/domain/colour/lab";

const lab = (L: number, a: number, b: number): Lab => ({ L, a, b });

/**
 * Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula: implementation notes, supplementary test data, and mathematical
 * observations", Color Research and Application 30 (2005) 21-30, table 1: L1 a1 b1 L2 a2 b2 and the difference, all 34 pairs.
 */
const SHARMA = `
50.0000 2.6772 -79.7751 50.0000 0.0000 -82.7485 2.0425
50.0000 3.1571 -77.2803 50.0000 0.0000 -82.7485 2.8615
50.0000 2.8361 -74.0200 50.0000 0.0000 -82.7485 3.4412
50.0000 -1.3802 -84.2814 50.0000 0.0000 -82.7485 1.0000
50.0000 -1.1848 -84.8006 50.0000 0.0000 -82.7485 1.0000
50.0000 -0.9009 -85.5211 50.0000 0.0000 -82.7485 1.0000
50.0000 0.0000 0.0000 50.0000 -1.0000 2.0000 2.3669
50.0000 -1.0000 2.0000 50.0000 0.0000 0.0000 2.3669
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0009 7.1792
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0010 7.1792
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0011 7.2195
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0012 7.2195
50.0000 -0.0010 2.4900 50.0000 0.0009 -2.4900 4.8045
50.0000 -0.0010 2.4900 50.0000 0.0010 -2.4900 4.8045
50.0000 -0.0010 2.4900 50.0000 0.0011 -2.4900 4.7461
50.0000 2.5000 0.0000 50.0000 0.0000 -2.5000 4.3065
50.0000 2.5000 0.0000 73.0000 25.0000 -18.0000 27.1492
50.0000 2.5000 0.0000 61.0000 -5.0000 29.0000 22.8977
50.0000 2.5000 0.0000 56.0000 -27.0000 -3.0000 31.9030
50.0000 2.5000 0.0000 58.0000 24.0000 15.0000 19.4535
50.0000 2.5000 0.0000 50.0000 3.1736 0.5854 1.0000
50.0000 2.5000 0.0000 50.0000 3.2972 0.0000 1.0000
50.0000 2.5000 0.0000 50.0000 1.8634 0.5757 1.0000
50.0000 2.5000 0.0000 50.0000 3.2592 0.3350 1.0000
60.2574 -34.0099 36.2677 60.4626 -34.1751 39.4387 1.2644
63.0109 -31.0961 -5.8663 62.8187 -29.7946 -4.0864 1.2630
61.2901 3.7196 -5.3901 61.4292 2.2480 -4.9620 1.8731
35.0831 -44.1164 3.7933 35.0232 -40.0716 1.5901 1.8645
22.7233 20.0904 -46.6940 23.0331 14.9730 -42.5619 2.0373
36.4612 47.8580 18.3852 36.2715 50.5065 21.2231 1.4146
90.8027 -2.0831 1.4410 91.1528 -1.6435 0.0447 1.4441
90.9257 -0.5406 -0.9208 88.6381 -0.8985 -0.7239 1.5381
6.7747 -0.2908 -2.4247 5.8714 -0.0985 -2.2286 0.6377
2.0776 0.0795 -1.1350 0.9033 -0.0636 -0.5514 0.9082`
  .trim()
  .split("\n")
  .map((line) => line.split(" ").map(Number) as [number, number, number, number, number, number, number]);

test.each(SHARMA)(
  "CIEDE2000 of (%d %d %d) and (%d %d %d) is %d, both ways round",
  (L1, a1, b1, L2, a2, b2, dE) => {
    expect(deltaE2000(lab(L1, a1, b1), lab(L2, a2, b2))).toBeCloseTo(dE, 4);
    expect(deltaE2000(lab(L2, a2, b2), lab(L1, a1, b1))).toBeCloseTo(dE, 4);
  },
);

test("all 34 pairs are there", () => expect(SHARMA).toHaveLength(34));

/** Bruce Lindbloom's colour difference calculator (brucelindbloom.com, ColorDifferenceCalc): CMC 1:1 and 2:1. */
test.each([
  [100, 0, 0, 0, 0, 0, 67.480171, 33.740085],
  [100, -50, 50, 20, 10, -20, 66.320207, 47.038863],
  [10.3454, 3.2151, -189.123, 51.7781, -22.5151, 1.0001, 98.577755, 69.187455],
  [41.41, 2.64, 4.15, 0, 0, 0, 42.570316, 21.769476],
])("CMC of (%d %d %d) and (%d %d %d)", (L1, a1, b1, L2, a2, b2, oneToOne, twoToOne) => {
  expect(deltaE(lab(L1, a1, b1), lab(L2, a2, b2), "CMC", 1, 1)).toBeCloseTo(oneToOne, 6);
  expect(deltaE(lab(L1, a1, b1), lab(L2, a2, b2))).toBeCloseTo(twoToOne, 6);
});

/** The unit tests of colour-science (colour/difference/tests/test_delta_e.py, version 0.4): 76, 94, 94 textile, CMC
 * 2:1, 2000. The last CIEDE2000 value is the one by Sharma's mean hue; older tables (68.2309) keep it above 360 degrees. */
const STANDARD = lab(100, 21.57210357, 272.2281935);
test.each<[Lab, Record<DeltaEMethod, number>]>([
  [
    lab(100, 426.67945353, 72.39590835),
    {
      "76": 451.7133019736,
      "94": 83.7792255009,
      "94T": 88.3355530575,
      CMC: 172.70477129,
      "2000": 94.0356490267,
    },
  ],
  [
    lab(100, 74.05216981, 276.45318193),
    { "76": 52.6498611564, "94": 10.0539319546, "94T": 10.61265789, CMC: 20.59732717, "2000": 14.8790641937 },
  ],
  [
    lab(100, 8.32281957, -73.58297716),
    {
      "76": 346.0648917179,
      "94": 57.5354537067,
      "94T": 60.3686872611,
      CMC: 121.71841479,
      "2000": 68.23111251,
    },
  ],
])("all formulas on %p", (sample, expected) => {
  for (const method of Object.keys(expected) as DeltaEMethod[]) {
    expect(deltaE(STANDARD, sample, method)).toBeCloseTo(expected[method], 7);
  }
});

const colour = fc.record({
  L: fc.double({ min: 0, max: 100, noNaN: true }),
  a: fc.double({ min: -128, max: 128, noNaN: true }),
  b: fc.double({ min: -128, max: 128, noNaN: true }),
});
const methods: DeltaEMethod[] = ["CMC", "2000", "94", "94T", "76"];

test("CIEDE2000 is symmetric", () => {
  fc.assert(
    fc.property(colour, colour, (one, two) => {
      expect(deltaE2000(one, two)).toBeCloseTo(deltaE2000(two, one), 9);
    }),
  );
});

test("no difference is 0, and none is negative or undefined", () => {
  fc.assert(
    fc.property(colour, colour, fc.constantFrom(...methods), (one, two, method) => {
      expect(deltaE(one, one, method)).toBe(0);
      expect(deltaE(one, two, method)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("of greys, CMC 2:1 is half of CMC 1:1, as only lightness differs", () => {
  fc.assert(
    fc.property(colour, colour, (one, two) => {
      const [grey, other] = [lab(one.L, 0, 0), lab(two.L, 0, 0)];
      expect(deltaE(grey, other, "CMC", 2, 1) * 2).toBeCloseTo(deltaE(grey, other, "CMC", 1, 1), 9);
    }),
  );
});

test("CIE94 never exceeds the plain distance, as its weights only divide", () => {
  fc.assert(
    fc.property(colour, colour, (one, two) => {
      expect(deltaE(one, two, "94")).toBeLessThanOrEqual(deltaE76(one, two) + 1e-9);
    }),
  );
});

test.each([
  ["cmc", "CMC"],
  ["CMC(2:1)", "CMC"],
  ["CIEDE2000", "2000"],
  ["DE00", "2000"],
  ["ΔE2000", "2000"],
  ["dE2000", "2000"],
  ["2000", "2000"],
  ["CIE94", "94"],
  ["94t", "94T"],
  ["CIE94 textile", "94T"],
  ["１９７６", "76"],
  ["CIE76", "76"],
])("%s means %s", (word, method) => expect(readDeltaEMethod(word)).toBe(method));

test.each(["", "CIE", "2001", "CMC3", "hunter"])("%p is no method", (word) => {
  expect(readDeltaEMethod(word)).toBeUndefined();
});
