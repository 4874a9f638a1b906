import fc from "fast-check";
import { criticalPath, type PathTask } from "../../../src/domain/schedule/criticalPath";

const task = (code: string, duration: number, predecessors = ""): PathTask => ({
  code,
  duration,
  predecessors,
});

// The worked example of the encyclopaedia article "Program evaluation and review technique" (activities a to g).
const article = [
  task("a", 4),
  task("b", 16 / 3),
  task("c", 31 / 6, "a"),
  task("d", 38 / 6, "a"),
  task("e", 31 / 6, "b;c"),
  task("f", 4.5, "d"),
  task("g", 31 / 6, "e"),
];

test("the published worked example, to its two decimals", () => {
  const { times, length, path } = criticalPath(article);
  const rows = times.map((t) => [t.earlyStart, t.earlyFinish, t.lateStart, t.lateFinish, t.totalFloat]);
  const published = [
    [0, 4, 0, 4, 0],
    [0, 5.33, 3.84, 9.17, 3.84],
    [4, 9.17, 4, 9.17, 0],
    [4, 10.33, 8.68, 15.01, 4.68],
    [9.17, 14.34, 9.17, 14.34, 0],
    [10.33, 14.83, 15.01, 19.51, 4.68],
    [14.34, 19.51, 14.34, 19.51, 0],
  ];
  rows.forEach((row, i) =>
    row.forEach((value, j) => expect(Math.abs(value - (published[i]?.[j] ?? NaN))).toBeLessThan(0.015)),
  );
  expect(length).toBeCloseTo(19.5, 2);
  expect(path.join("-")).toBe("a-c-e-g");
});

test("links with lags, computed by hand", () => {
  // B starts 2 after A starts; C ends 1 before B ends; D starts 3 after C ends.
  const { times, length } = criticalPath([
    task("A", 5),
    task("B", 6, "A:SS+2"),
    task("C", 3, "B:FF-1"),
    task("D", 2, "C:FS+3"),
  ]);
  expect(times.map((t) => [t.earlyStart, t.earlyFinish])).toEqual([
    [0, 5],
    [2, 8],
    [4, 7],
    [10, 12],
  ]);
  expect(length).toBe(12);
  // A may run on to the end of the project as long as its start holds: but it has one duration, so its start binds it.
  expect(times.map((t) => t.totalFloat)).toEqual([0, 0, 0, 0]);
  expect(times.map((t) => t.freeFloat)).toEqual([0, 0, 0, 0]);
});

test("a circle, an unknown predecessor and a repeated id are errors that name the tasks", () => {
  const code = (tasks: PathTask[]) => {
    try {
      criticalPath(tasks);
      return "none";
    } catch (error) {
      return JSON.stringify(error) + (error as Error).message;
    }
  };
  expect(code([task("A", 1, "B"), task("B", 1, "A")])).toMatch(/circularPredecessors.*/);
  expect(code([task("A", 1, "X")])).toContain("X");
  expect(code([task("A", 1), task("a", 1)])).toContain("duplicateTask");
});

const networks = fc
  .array(
    fc.record({ duration: fc.integer({ min: 0, max: 20 }), links: fc.array(fc.nat(8), { maxLength: 3 }) }),
    {
      minLength: 1,
      maxLength: 9,
    },
  )
  .map((rows) =>
    rows.map(({ duration, links }, i) =>
      task(`t${i}`, duration, [...new Set(links.filter((to) => to < i))].map((to) => `t${to}`).join(";")),
    ),
  );

test("without lags the project is as long as its longest chain, and no float is negative", () => {
  fc.assert(
    fc.property(networks, (tasks) => {
      const longest = (i: number): number => {
        const { duration, predecessors } = tasks[i] as PathTask;
        const before =
          predecessors === "" ? [] : predecessors.split(";").map((code) => longest(Number(code.slice(1))));
        return duration + Math.max(0, ...before);
      };
      const { times, length, path } = criticalPath(tasks);
      expect(length).toBe(Math.max(...tasks.map((_, i) => longest(i))));
      for (const t of times) {
        expect(t.totalFloat).toBeGreaterThanOrEqual(0);
        expect(t.freeFloat).toBeGreaterThanOrEqual(0);
        expect(t.freeFloat).toBeLessThanOrEqual(t.totalFloat);
      }
      const sum = path.reduce((total, code) => total + (tasks[Number(code.slice(1))]?.duration ?? NaN), 0);
      expect(sum).toBe(length);
    }),
  );
});

test("links of every type with lags, forward and back, leave no negative float either", () => {
  const link = fc.tuple(fc.nat(8), fc.constantFrom("FS", "SS", "FF", "SF"), fc.integer({ min: -5, max: 5 }));
  const row = fc.record({
    duration: fc.integer({ min: 0, max: 20 }),
    links: fc.array(link, { maxLength: 3 }),
  });
  const linked = fc.array(row, { minLength: 1, maxLength: 9 }).map((rows) =>
    rows.map(({ duration, links }, i) => {
      const before = new Map(links.filter(([to]) => to < i).map((one) => [one[0], one]));
      const texts = [...before.values()].map(
        ([to, type, lag]) => `t${to}:${type}${lag < 0 ? lag : `+${lag}`}`,
      );
      return task(`t${i}`, duration, texts.join(";"));
    }),
  );
  fc.assert(
    fc.property(linked, (tasks) => {
      for (const { totalFloat, earlyStart, earlyFinish } of criticalPath(tasks).times) {
        expect(totalFloat).toBeGreaterThanOrEqual(0);
        expect(earlyStart).toBeGreaterThanOrEqual(0);
        expect(earlyFinish).toBeGreaterThanOrEqual(earlyStart);
      }
    }),
  );
});
