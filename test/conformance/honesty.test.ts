import { honestyExperiment } from "../../scripts/honestyExperiment";

/** The experiment of scripts/honesty.ts, cut down to fit into the tests: fewer orders, so wider limits. */
test("what the forecast promises on orders it has never seen comes true as often as it says", () => {
  const { forecasts, deciles, by80, brier } = honestyExperiment({
    seed: 20261123,
    finished: 90,
    orders: 50,
    looks: 2,
  });
  expect(forecasts).toBeGreaterThan(50);
  expect(by80).toBeGreaterThan(0.65);
  expect(by80).toBeLessThan(0.95);
  // Halves, for tenths of so few forecasts would say little.
  for (const half of [deciles.slice(0, 5), deciles.slice(5)]) {
    const mean = (of: "predicted" | "observed") =>
      half.reduce((sum, decile) => sum + decile[of], 0) / half.length;
    expect(Math.abs(mean("observed") - mean("predicted"))).toBeLessThan(0.2);
  }
  for (const rival of ["builtIn", "float", "pert"] as const) {
    expect(brier.gendan).toBeLessThan(brier[rival]);
  }
});
