import fc from "fast-check";
import { agingBucket } from "../../../src/domain/commercial/aging";
import { reconcile, type StatementLine } from "../../../src/domain/commercial/reconcile";

const line = (key: string, amount: number): StatementLine => ({ key, amount });

test("what differs: B is ours alone, C theirs alone", () => {
  expect(reconcile([line("A", 100), line("B", 200)], [line("A", 100), line("C", 50)])).toEqual([
    { key: "B", ours: 200, theirs: undefined, difference: 200 },
    { key: "C", ours: undefined, theirs: 50, difference: -50 },
  ]);
});

test("lines of one key add up on each side, however it is typed", () => {
  expect(reconcile([line("INV 1", 60), line("inv 1 ", 40)], [line("Inv  1", 100)])).toEqual([]);
});

test("cents are compared as cents", () => {
  expect(reconcile([line("A", 0.1), line("A", 0.2)], [line("A", 0.3)])).toEqual([]);
  expect(reconcile([line("A", 100.3)], [line("A", 100)])[0]?.difference).toBe(0.3);
  expect(reconcile([line("A", 12_345_678.91)], [line("A", 12_345_678.9)])[0]?.difference).toBe(0.01);
});

test("differences up to the tolerance are let pass", () => {
  expect(reconcile([line("A", 100)], [line("A", 99.95)], 0.05)).toEqual([]);
  expect(reconcile([line("A", 100)], [line("A", 99.94)], 0.05)).toHaveLength(1);
});

const key = fc.constantFrom("A", "a", "B", "C", "INV 7", "inv 7");
const lines = fc.array(
  fc.record({ key, amount: fc.integer({ min: -500_00, max: 500_00 }).map((cents) => cents / 100) }),
);
const shuffled = lines.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
);
const sorted = (differences: ReturnType<typeof reconcile>) =>
  differences
    .map(({ key, difference }) => ({ key: key.toUpperCase(), difference }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

test("the order of lines does not matter", () => {
  fc.assert(
    fc.property(shuffled, shuffled, ([ours, oursShuffled], [theirs, theirsShuffled]) => {
      expect(sorted(reconcile(oursShuffled, theirsShuffled))).toEqual(sorted(reconcile(ours, theirs)));
    }),
  );
});

test("seen from the other side the signs turn round", () => {
  fc.assert(
    fc.property(lines, lines, (ours, theirs) => {
      const turned = sorted(reconcile(theirs, ours)).map(({ key, difference }) => ({
        key,
        difference: -difference,
      }));
      expect(turned).toEqual(sorted(reconcile(ours, theirs)));
    }),
  );
});

test("the differences add up to the difference of the totals", () => {
  const total = (list: readonly StatementLine[]) => list.reduce((sum, { amount }) => sum + amount, 0);
  fc.assert(
    fc.property(lines, lines, (ours, theirs) => {
      const sum = reconcile(ours, theirs).reduce((all, { difference }) => all + difference, 0);
      expect(sum).toBeCloseTo(total(ours) - total(theirs), 6);
    }),
  );
});

test("10,000 keys a side take no second", () => {
  const many = Array.from({ length: 10_000 }, (_, i) => line(`INV ${i}`, i));
  const start = performance.now();
  expect(reconcile(many, [...many].reverse())).toEqual([]);
  expect(performance.now() - start).toBeLessThan(1000);
});

test.each([
  [-5, "NOT DUE"],
  [0, "NOT DUE"],
  [1, "1-30"],
  [30, "1-30"],
  [31, "31-60"],
  [60, "31-60"],
  [61, "61-90"],
  [90, "61-90"],
  [91, "90+"],
])("%d days past due: %s", (days, bucket) => expect(agingBucket(46_000, 46_000 + days)).toBe(bucket));
