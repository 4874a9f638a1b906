import fc from "fast-check";
import { allocate, type AllocationMethod, type Claim } from "../../../src/domain/packing/allocate";

const claims = (
  demands: number[],
  priorities: (number | undefined)[] = [],
  minimums: number[] = [],
): Claim[] => demands.map((demand, i) => ({ demand, priority: priorities[i], minimum: minimums[i] }));

test("main customers first: 8200 for 4000, 3000, 2500 and 1500 of classes 1, 1, 2, 3", () => {
  expect(allocate(8200, claims([4000, 3000, 2500, 1500], [1, 1, 2, 3]))).toEqual([4000, 3000, 1200, 0]);
});

test("the class that cannot be filled is shared in proportion, whole pieces", () => {
  expect(allocate(1000, claims([900, 600], [1, 1]))).toEqual([600, 400]);
  expect(allocate(100, claims([100, 100, 100]))).toEqual([34, 33, 33]);
});

test("no class given comes after every class", () => {
  expect(allocate(50, claims([40, 40], [undefined, 9]))).toEqual([10, 40]);
});

test("minimums are reserved first, and shared in proportion when even they cannot be met", () => {
  expect(allocate(100, claims([90, 90], [1, 2], [0, 30]))).toEqual([70, 30]);
  expect(allocate(30, claims([90, 90], [1, 2], [20, 40]))).toEqual([10, 20]);
  expect(allocate(100, claims([50, 200], [1, 2], [80, 0]))).toEqual([50, 50]);
});

/** The textbook case of max-min fairness: 10 units for 2, 2.6, 4 and 5 give 2, 2.6, 2.7 and 2.7 (here in tenths). */
test("fair is max-min", () => {
  expect(allocate(100, claims([20, 26, 40, 50]), "fair")).toEqual([20, 26, 27, 27]);
  expect(allocate(10, claims([5, 5, 5]), "fair")).toEqual([4, 3, 3]);
});

const claim = fc.record({
  demand: fc.nat(5000),
  priority: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  minimum: fc.option(fc.nat(3000), { nil: undefined }),
});
const claimList = fc.array(claim, { minLength: 1, maxLength: 30 });
const method = fc.constantFrom<AllocationMethod>("priority", "prorata", "fair");
const total = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

test("never above demand or supply, whole, and the sum is the smaller of the two", () => {
  fc.assert(
    fc.property(fc.nat(60_000), claimList, method, (available, list, how) => {
      const given = allocate(available, list, how);
      expect(total(given)).toBe(Math.min(available, total(list.map(({ demand }) => demand))));
      given.forEach((pieces, i) => {
        expect(Number.isInteger(pieces)).toBe(true);
        expect(pieces).toBeGreaterThanOrEqual(0);
        expect(pieces).toBeLessThanOrEqual(list[i]?.demand as number);
      });
    }),
  );
});

test("every minimum is met when all can be", () => {
  fc.assert(
    fc.property(fc.nat(60_000), claimList, method, (available, list, how) => {
      const floors = list.map(({ demand, minimum }) => Math.min(demand, minimum ?? 0));
      fc.pre(total(floors) <= available);
      allocate(available, list, how).forEach((pieces, i) =>
        expect(pieces).toBeGreaterThanOrEqual(floors[i] as number),
      );
    }),
  );
});

test("by priority nobody gets anything while a better class is short", () => {
  fc.assert(
    fc.property(fc.nat(60_000), claimList, (available, list) => {
      const plain = list.map(({ demand, priority }) => ({ demand, priority }));
      const given = allocate(available, plain);
      const short = plain.filter(({ demand }, i) => (given[i] as number) < demand);
      const best = Math.min(...short.map(({ priority }) => priority ?? Infinity));
      plain.forEach(({ priority }, i) => {
        if (short.length > 0 && (priority ?? Infinity) > best) expect(given[i]).toBe(0);
      });
    }),
  );
});

test("pro rata nobody is a whole piece away from the exact share", () => {
  fc.assert(
    fc.property(fc.nat(60_000), claimList, (available, list) => {
      const plain = list.map(({ demand }) => ({ demand }));
      const demanded = total(plain.map(({ demand }) => demand));
      fc.pre(demanded > 0);
      const part = Math.min(1, available / demanded);
      allocate(available, plain, "prorata").forEach((pieces, i) => {
        expect(Math.abs(pieces - (plain[i] as Claim).demand * part)).toBeLessThan(1);
      });
    }),
  );
});

test("fair: whoever is short has no less than anybody else, but for one odd piece", () => {
  fc.assert(
    fc.property(fc.nat(60_000), claimList, (available, list) => {
      const plain = list.map(({ demand }) => ({ demand }));
      const given = allocate(available, plain, "fair");
      const most = Math.max(...given);
      plain.forEach(({ demand }, i) => {
        if ((given[i] as number) < demand) expect(given[i]).toBeGreaterThanOrEqual(most - 1);
      });
    }),
  );
});

test("100,000 claims, each of a class of its own, take no second", () => {
  const list = Array.from({ length: 100_000 }, (_, i) => ({ demand: 1 + (i % 97), priority: 100_000 - i }));
  const start = performance.now();
  for (const how of ["priority", "prorata", "fair"] as const) allocate(2_000_000, list, how);
  expect(performance.now() - start).toBeLessThan(3000);
});
