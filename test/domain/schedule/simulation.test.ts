import fc from "fast-check";
import { daysMet, shareWithin, simulate, type UncertainTask } from "../../../src/domain/schedule/simulation";
import {
  betaPertDeviation,
  betaPertQuantile,
  pertDeviation,
  pertMean,
} from "../../../src/domain/schedule/threePoint";

const task = (
  code: string,
  o: number,
  m: number,
  p: number,
  predecessors = "",
  owner?: string,
): UncertainTask => ({
  code,
  o,
  m,
  p,
  predecessors,
  ...(owner === undefined ? {} : { owner }),
});
const settings = { runs: 10000, seed: 1, shape: "pert" } as const;

describe("three-point estimates", () => {
  test("the catalogue's example: mean 9, classic deviation 2, beta-PERT deviation and P80", () => {
    const points = { o: 5, m: 8, p: 17 };
    expect(pertMean(points)).toBe(9);
    expect(pertDeviation(points)).toBe(2);
    expect(betaPertDeviation(points)).toBeCloseTo(2.13809, 5);
    expect(betaPertQuantile(points, 0.8)).toBeCloseTo(10.882308, 6);
  });

  test("quantiles where they have a closed form: beta(1, 5) and beta(5, 1)", () => {
    // m = o gives alpha 1, beta 5: F(x) = 1 - (1-x)^5; m = p gives its mirror image.
    for (const share of [0.01, 0.1, 0.5, 0.8, 0.99]) {
      expect(betaPertQuantile({ o: 0, m: 0, p: 1 }, share)).toBeCloseTo(1 - (1 - share) ** 0.2, 10);
      expect(betaPertQuantile({ o: 0, m: 1, p: 1 }, share)).toBeCloseTo(share ** 0.2, 10);
    }
  });

  test("quantiles rise with the share and stay between the points", () => {
    const points = fc
      .tuple(
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 0, max: 50 }),
      )
      .map((three) => [...three].sort((a, b) => a - b) as [number, number, number])
      .map(([o, m, p]) => ({ o, m, p }));
    fc.assert(
      fc.property(points, fc.double({ min: 0.01, max: 0.98, noNaN: true }), (three, share) => {
        const [low, high] = [betaPertQuantile(three, share), betaPertQuantile(three, share + 0.01)];
        expect(low).toBeGreaterThanOrEqual(three.o);
        expect(high).toBeLessThanOrEqual(three.p);
        expect(high).toBeGreaterThanOrEqual(low);
      }),
    );
  });
});

describe("simulation", () => {
  // A plain garment chain: fabric and trims, then cut, sew, finish. The shares were computed with other software.
  const garment = [
    task("fabric", 20, 25, 40),
    task("trims", 18, 22, 35),
    task("cut", 3, 4, 7, "fabric;trims"),
    task("sew", 9, 12, 18, "cut"),
    task("finish", 5, 6, 10, "sew"),
  ];

  test.each([1, 2, 3, 4, 5])(
    "the garment chain with seed %i: 17 % in 47 days, P50 50.5, P80 53.9, P90 55.8",
    (seed) => {
      const { finishes } = simulate(garment, { ...settings, seed });
      expect(Math.abs(shareWithin(finishes, 47) - 0.17)).toBeLessThan(0.01);
      expect(Math.abs(daysMet(finishes, 0.5) - 50.5)).toBeLessThan(0.1);
      expect(Math.abs(daysMet(finishes, 0.8) - 53.9)).toBeLessThan(0.1);
      expect(Math.abs(daysMet(finishes, 0.9) - 55.8)).toBeLessThan(0.1);
    },
  );

  test("one task alone follows its own distribution", () => {
    const { finishes } = simulate([task("only", 5, 8, 17)], settings);
    for (const share of [0.1, 0.5, 0.8, 0.95]) {
      expect(
        Math.abs(daysMet(finishes, share) - betaPertQuantile({ o: 5, m: 8, p: 17 }, share)),
      ).toBeLessThan(0.01);
    }
    const triangular = simulate([task("only", 5, 8, 17)], { ...settings, shape: "triangular" }).finishes;
    // Triangular: F(8) = (8-5)/(17-5) = 0.25.
    expect(Math.abs(shareWithin(triangular, 8) - 0.25)).toBeLessThan(0.001);
  });

  test("the same arguments give the same numbers, another seed gives others", () => {
    expect(simulate(garment, settings).finishes).toEqual(simulate(garment, settings).finishes);
    expect(simulate(garment, { ...settings, seed: 2 }).finishes).not.toEqual(
      simulate(garment, settings).finishes,
    );
  });

  test("tasks of one owner vary together: the same middle, later late dates", () => {
    const chain = (owner?: string) =>
      Array.from({ length: 6 }, (_, i) => task(`t${i}`, 5, 8, 17, i ? `t${i - 1}` : "", owner));
    const apart = simulate(chain(), settings).finishes;
    const together = simulate(chain("mill"), settings).finishes;
    const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean(together) - mean(apart))).toBeLessThan(0.1);
    expect(daysMet(together, 0.9)).toBeGreaterThan(daysMet(apart, 0.9) + 1);
    // Six tasks correlated 0.3: the variance grows by the factor 1 + 5 x 0.3 = 2.5 (a little less through the copula).
    const variance = (values: Float64Array) => mean(values.map((value) => (value - mean(values)) ** 2));
    expect(variance(together) / variance(apart)).toBeGreaterThan(2.3);
    expect(variance(together) / variance(apart)).toBeLessThan(2.6);
  });

  test("criticality is the share of runs without float; sensitivity weighs it with the spread", () => {
    const { criticality, sensitivity } = simulate(garment, settings, "all");
    expect((criticality[0] ?? 0) + (criticality[1] ?? 0)).toBeCloseTo(1, 6);
    expect(criticality.slice(2)).toEqual([1, 1, 1]);
    // The only task of a project explains all of its spread.
    expect(simulate([task("only", 1, 2, 5)], settings, "all").sensitivity[0]).toBeCloseTo(1, 6);
    for (const index of sensitivity) expect(index).toBeGreaterThan(0);
  });

  test("a finished task is certain, and what follows starts from it", () => {
    const finished = garment.map((row) => (row.code === "fabric" ? { ...row, finished: 60 } : row));
    const { finishes } = simulate(finished, settings);
    expect(Math.min(...finishes)).toBeGreaterThanOrEqual(60 + 3 + 9 + 5);
    expect(
      simulate([{ ...task("only", 1, 2, 3), finished: 7 }], settings).finishes.every((days) => days === 7),
    ).toBe(true);
  });

  test("the P80 is never before the P50, and more days never lower the chance", () => {
    const three = fc
      .tuple(fc.nat(30), fc.nat(30), fc.nat(30))
      .map((values) => [...values].sort((a, b) => a - b) as [number, number, number]);
    fc.assert(
      fc.property(fc.array(three, { minLength: 1, maxLength: 8 }), fc.nat(200), (rows, days) => {
        const tasks = rows.map(([o, m, p], i) => task(`t${i}`, o, m, p, i % 2 ? `t${i - 1}` : ""));
        const { finishes } = simulate(tasks, { ...settings, runs: 200 });
        expect(daysMet(finishes, 0.8)).toBeGreaterThanOrEqual(daysMet(finishes, 0.5));
        expect(shareWithin(finishes, days + 1)).toBeGreaterThanOrEqual(shareWithin(finishes, days));
      }),
      { numRuns: 50 },
    );
  });
});
