import fc from "fast-check";
import { calendarFor } from "../../../src/domain/calendar/calendarFor";
import { BEYOND, dayTable } from "../../../src/domain/schedule/dayTable";
import { orderModel } from "../../../src/domain/schedule/orderModel";
import { orderPass } from "../../../src/domain/schedule/orderPass";
import { orderSample } from "../../../src/domain/schedule/orderSample";
import { simulateOrder, type DayCounts } from "../../../src/domain/schedule/orderSimulation";
import { orderState, type TaskDates } from "../../../src/domain/schedule/orderState";
import { taTemplate, type TaTask } from "../../../src/domain/schedule/taTemplate";

const names = ["knit", "woven", "denim", "repeat"] as const;
const fields = ["planStart", "planFinish", "actualStart", "actualFinish"] as const;
const AS_OF = 46120;

const countsOf = ({ first, runs, beyond }: DayCounts): Map<number, number> => {
  const counts = new Map<number, number>();
  runs.forEach((count, k) => count > 0 && counts.set(first + k, count));
  if (beyond > 0) counts.set(BEYOND, beyond);
  return counts;
};

test("leaving out what decides nothing changes no run: all are those of the whole network", () => {
  const cells = fc.array(
    fc.record({
      task: fc.nat(30),
      field: fc.constantFrom(...fields),
      date: fc.integer({ min: -50, max: 60 }),
    }),
    { minLength: 1, maxLength: 9 },
  );
  const watched = fc.array(fc.record({ task: fc.nat(30), start: fc.boolean(), finish: fc.boolean() }), {
    maxLength: 9,
  });
  const calendars = fc.constantFrom("CN6", "CN5", "ALL", "BD");
  // From the second as-of date on, some runs leave the years with data for China.
  const dates = fc.constantFrom(AS_OF, AS_OF + 225);
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.constantFrom({}, { heldUp: 0.03 }),
      calendars,
      dates,
      cells,
      watched,
      (name, holdUps, calendar, asOf, row, follows) => {
        const model = orderModel(taTemplate(name).map((task) => ({ ...task, ...holdUps })));
        const known = new Map<number, TaskDates>();
        for (const { task, field, date } of row)
          known.set(task, { ...known.get(task), [field]: asOf + date });
        const followed = new Map(follows.map(({ task, start, finish }) => [task, { start, finish }]));
        const days = dayTable(calendarFor(calendar), asOf, model.reach, asOf + 60 + model.reach);
        const states = orderState(model, { dates: known, followed }, asOf, asOf - 20, days);
        const all = orderPass(model, states, days, model.sample(), model.within);
        const moments = [...model.within].map((task) => ({ task, part: "end" as const }));
        simulateOrder(model, states, days, moments).forEach((counts, n) => {
          const runs = new Map<number, number>();
          for (const end of all.ends[moments[n]?.task as number] as Int32Array)
            runs.set(end, (runs.get(end) ?? 0) + 1);
          expect(countsOf(counts)).toEqual(runs);
        });
      },
    ),
    { numRuns: 16 },
  );
});

test("work that may only end with something else ends on a working day, in blocks as in the plain pass", () => {
  const task = (code: string, owner: string, [o, m, p]: number[], unit: "WD" | "CD", predecessors: string) =>
    ({ code, name: code, owner, o, m, p, unit, predecessors }) as TaTask;
  const model = orderModel([
    task("T00", "SALES", [0, 0, 0], "CD", ""),
    task("T05", "MILL", [3, 5, 9], "CD", "T00"),
    task("T21", "FACTORY", [1, 2, 3], "WD", "T00;T05:FF"),
    task("T30", "FWD", [1, 1, 2], "CD", "T21"),
  ]);
  const days = dayTable(calendarFor("CN6"), AS_OF, model.reach, AS_OF + model.reach);
  const order = { dates: new Map([[0, { actualFinish: AS_OF }]]), followed: new Map() };
  const states = orderState(model, order, AS_OF, AS_OF, days);
  const [counts] = simulateOrder(model, states, days, [{ task: 2, part: "end" }]);
  const runs = new Map<number, number>();
  for (const end of orderPass(model, states, days, model.sample(), [2]).ends[2] as Int32Array) {
    runs.set(end, (runs.get(end) ?? 0) + 1);
  }
  expect([...runs.keys()].filter((end) => !calendarFor("CN6").worksOn(end - 1))).toEqual([]);
  expect(countsOf(counts as DayCounts)).toEqual(runs);
});

test("the draws: equally likely durations are drawn equally often, tasks of one owner are correlated 0.3, others not", () => {
  const tasks = taTemplate("knit");
  const { shares, runs } = orderSample(tasks, new Set(tasks.keys()), 2039);
  const alone = tasks.findIndex(({ code }) => code === "T01");
  const at = (code: string) => shares(tasks.findIndex((task) => task.code === code));
  const correlation = (a: Float64Array, b: Float64Array) =>
    (12 * a.reduce((sum, share, k) => sum + (share - 0.5) * ((b[k] as number) - 0.5), 0)) / runs;
  expect(Math.abs(correlation(at("T05"), at("T14")))).toBeLessThan(0.02);
  expect(Math.abs(correlation(at("T12"), at("T21")))).toBeLessThan(0.02);
  // Ranks of normal variables that are correlated 0.3 are correlated 6/pi asin(0.3/2) = 0.288.
  expect(Math.abs(correlation(at("T05"), at("T06")) - 0.288)).toBeLessThan(0.03);
  expect(Math.abs(correlation(at("T19"), at("T21")) - 0.288)).toBeLessThan(0.03);
  for (const own of [shares(alone), at("T04"), at("T21")]) {
    const sorted = Float64Array.from(own).sort();
    sorted.forEach((share, k) => expect(Math.abs(share - (k + 0.5) / runs)).toBeLessThan(0.03));
  }
});
