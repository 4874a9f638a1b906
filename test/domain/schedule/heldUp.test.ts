import fc from "fast-check";
import { longestOf, MOST_DAYS_HELD_UP, withHoldUps } from "../../../src/domain/schedule/heldUp";
import { orderSample } from "../../../src/domain/schedule/orderSample";
import { taTemplate } from "../../../src/domain/schedule/taTemplate";

/** Chances of at most so many days, as they rise to one. */
const distributions = fc
  .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 })
  .map((weights) => {
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    let sum = 0;
    return Float64Array.from(
      weights,
      (weight, k) => (sum += k < weights.length - 1 ? weight / all : 1 - sum),
    );
  });

/** Days on top of the shortest: the sum of the chances of more than each. */
const meanOf = (chances: Float64Array) => chances.reduce((sum, chance) => sum + 1 - chance, 0);

/** A truncated geometric distribution from 1 to 30 whose days each follow with 0.9: 10 - 30 q^30 / (1 - q^30). */
const MEAN_DAYS = 10 - (30 * 0.9 ** 30) / (1 - 0.9 ** 30);

test("to be held up adds its days on average, makes nothing sooner, and ends", () => {
  fc.assert(
    fc.property(distributions, fc.double({ min: 0, max: 1, noNaN: true }), (usual, heldUp) => {
      const held = withHoldUps(usual, heldUp);
      expect(held).toHaveLength(usual.length + MOST_DAYS_HELD_UP);
      expect(held.at(-1)).toBeCloseTo(1, 12);
      held.forEach((chance, days) => {
        expect(chance).toBeLessThanOrEqual((usual[days] ?? 1) + 1e-12);
        expect(chance).toBeGreaterThanOrEqual((held[days - 1] ?? 0) - 1e-12);
      });
      expect(meanOf(held)).toBeCloseTo(meanOf(usual) + heldUp * MEAN_DAYS, 9);
    }),
  );
});

test("work of a fixed duration, and a milestone, is never held up", () => {
  expect(longestOf({ ...taTemplate("knit")[0]!, heldUp: 0.5 })).toBe(0);
  const task = taTemplate("knit").find(({ code }) => code === "T21")!;
  expect([longestOf(task), longestOf({ ...task, heldUp: 0.01 })]).toEqual([18, 48]);
  const fixed = { ...task, o: 12, p: 12, heldUp: 0.5 };
  expect(new Set(orderSample([fixed], new Set([0]), 521).durations(0))).toEqual(new Set([12]));
});

test("the draws of a task that is held up have its mean", () => {
  const task = { ...taTemplate("knit").find(({ code }) => code === "T21")!, heldUp: 0.2 };
  const mean = (heldUp: number) => {
    const drawn = orderSample([{ ...task, heldUp }], new Set([0]), 2039).durations(0);
    return drawn.reduce((sum, days) => sum + days, 0) / drawn.length;
  };
  expect(mean(0.2) - mean(0)).toBeCloseTo(0.2 * MEAN_DAYS, 1);
});
