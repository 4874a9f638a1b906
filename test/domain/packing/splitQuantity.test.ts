import fc from "fast-check";
import { largestRemainder } from "../../../src/domain/packing/largestRemainder";
import { ratioPack } from "../../../src/domain/packing/ratioPack";

test("1003 in the ratio 120 : 240 : 240 : 120", () => {
  expect(largestRemainder(1003, [120, 240, 240, 120])).toEqual([167, 335, 334, 167]);
});

/** Wikipedia, "Largest remainder method", Hare quota: 100,000 votes for six parties, ten seats. */
test("the seats of the published election", () => {
  expect(largestRemainder(10, [47000, 16000, 15900, 12000, 6000, 3100])).toEqual([5, 2, 1, 1, 1, 0]);
});

test("equal remainders: the first gets it, binary fractions or not", () => {
  expect(largestRemainder(1, [0.1, 0.1, 0.1])).toEqual([1, 0, 0]);
  expect(largestRemainder(2, [1, 1, 1, 1])).toEqual([1, 1, 0, 0]);
  expect(largestRemainder(10, [0.3, 0.3, 0.4])).toEqual([3, 3, 4]);
});

const weights = fc
  .array(fc.nat(10_000), { minLength: 1, maxLength: 20 })
  .filter((list) => list.some((w) => w > 0));

test("the sum is kept, nobody is a whole piece from the quota, no weight gets nothing", () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), weights, (total, list) => {
      const shares = largestRemainder(total, list);
      const sum = list.reduce((a, b) => a + b, 0);
      expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
      shares.forEach((share, i) => {
        const quota = (total * (list[i] as number)) / sum;
        expect(Math.abs(share - quota)).toBeLessThan(1 + 1e-6);
        if (list[i] === 0) expect(share).toBe(0);
      });
    }),
  );
});

test("a larger weight never gets less", () => {
  fc.assert(
    fc.property(fc.nat(100_000), weights, (total, list) => {
      const shares = largestRemainder(total, list);
      list.forEach((weight, i) =>
        list.forEach((other, j) => {
          if (weight > other) expect(shares[i]).toBeGreaterThanOrEqual(shares[j] as number);
        }),
      );
    }),
  );
});

test("ratio pack: 95 packs of 1-2-2-1", () => {
  expect(ratioPack([100, 210, 220, 95], [1, 2, 2, 1])).toEqual({ packs: 95, left: [5, 20, 30, 0] });
});

test("a size that is not in the pack stays over; an empty pack packs nothing", () => {
  expect(ratioPack([10, 7], [2, 0])).toEqual({ packs: 5, left: [0, 7] });
  expect(ratioPack([10, 7], [0, 0])).toBeUndefined();
});

test("nothing is lost, nothing is missing, and no further pack can be made", () => {
  const size = fc.record({ quantity: fc.nat(5000), each: fc.nat(6) });
  fc.assert(
    fc.property(fc.array(size, { minLength: 1 }), (sizes) => {
      fc.pre(sizes.some(({ each }) => each > 0));
      const { packs, left } = ratioPack(
        sizes.map(({ quantity }) => quantity),
        sizes.map(({ each }) => each),
      ) as { packs: number; left: number[] };
      sizes.forEach(({ quantity, each }, i) => {
        expect(packs * each + (left[i] as number)).toBe(quantity);
        expect(left[i]).toBeGreaterThanOrEqual(0);
      });
      expect(sizes.every(({ each }, i) => (left[i] as number) >= each)).toBe(false);
    }),
  );
});
