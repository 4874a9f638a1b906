import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { Calendar } from "../../../src/domain/calendar/calendar";
import { calendarFor } from "../../../src/domain/calendar/calendarFor";
import { isoDate, serialDate } from "../../../src/domain/calendar/serialDate";
import { workday } from "../../../src/domain/calendar/workday";
import { workdays } from "../../../src/domain/calendar/workdays";
import { network, type Link } from "../../../src/domain/schedule/network";
import { taPlan, type TaPlanRow } from "../../../src/domain/schedule/taPlan";
import { taTemplate, taTemplateName, type TaTask } from "../../../src/domain/schedule/taTemplate";
import { TradeError } from "../../../src/domain/tradeError";

const on = (year: number, month: number, day: number) => serialDate(year, month, day) as number;
const ORDER_DATE = on(2026, 3, 2);
const CN6 = calendarFor("CN6");

// Worked out apart from this code for orders of 2026-03-02, calendar CN6, most likely durations.
const worked = JSON.parse(readFileSync(`${__dirname}/../../fixtures/taPlanDates.json`, "utf8")) as Record<
  "knit" | "woven" | "denim" | "repeat",
  {
    mostLikelyDates: Record<string, [string, string]>;
    calendarDaysToExFactory: Record<"o" | "m" | "p", number>;
  }
>;
const names = ["knit", "woven", "denim", "repeat"] as const;

const dates = (rows: TaPlanRow[]) =>
  Object.fromEntries(rows.map(({ task, start, finish }) => [task.code, [isoDate(start), isoDate(finish)]]));
const row = (rows: TaPlanRow[], code: string) => rows.find(({ task }) => task.code === code) as TaPlanRow;

describe("published templates", () => {
  it.each(names)("%s: every milestone of an order of 2026-03-02", (name) => {
    expect(dates(taPlan(taTemplate(name), ORDER_DATE, "forward", CN6))).toEqual(worked[name].mostLikelyDates);
  });

  // Reference 3a.1, check block.
  it.each([
    ["knit", "2026-04-08", "2026-04-25", "2026-05-06", "2026-05-07", "2026-05-12"],
    ["woven", "2026-04-17", "2026-05-13", "2026-05-19", "2026-05-20", "2026-05-25"],
    ["denim", "2026-04-20", "2026-05-14", "2026-05-25", "2026-05-26", "2026-05-31"],
    ["repeat", "2026-04-01", "2026-04-20", "2026-04-25", "2026-04-27", "2026-05-02"],
  ] as const)("%s: cutting, end of sewing, final inspection, ex-factory, on board", (name, ...expected) => {
    const rows = taPlan(taTemplate(name), ORDER_DATE, "forward", CN6);
    const found = [
      row(rows, "T19").start,
      row(rows, "T21").finish,
      row(rows, "T29").finish,
      row(rows, "T30").finish,
      row(rows, "T32").finish,
    ];
    expect(found.map(isoDate)).toEqual(expected);
  });

  it.each(names)("%s: calendar days to ex-factory, optimistic to pessimistic", (name) => {
    for (const estimate of ["o", "m", "p"] as const) {
      const tasks = taTemplate(name).map((task) => ({ ...task, m: task[estimate] }));
      const finish = row(taPlan(tasks, ORDER_DATE, "forward", CN6), "T30").finish;
      expect(finish - ORDER_DATE).toBe(worked[name].calendarDaysToExFactory[estimate]);
    }
  });

  it("names and owners in both languages", () => {
    expect(taTemplate("knit", "zh")[19]).toMatchObject({ code: "T19", name: "开裁-裁剪", owner: "工厂" });
    expect(taTemplate("knit", "en")[19]).toMatchObject({ name: "Cutting (PCD = start)", owner: "FACTORY" });
    expect([" Knit ", "针织", "梭织", "牛仔", "翻单", "询价"].map(taTemplateName)).toEqual([
      "knit",
      "knit",
      "woven",
      "denim",
      "repeat",
      "enquiry",
    ]);
    expect(() => taTemplateName("silk")).toThrow(TradeError);
  });
});

describe("a backward plan", () => {
  it.each(names)("%s: leaves the critical path where the forward plan puts it", (name) => {
    const forward = taPlan(taTemplate(name), ORDER_DATE, "forward", CN6);
    const backward = taPlan(taTemplate(name), row(forward, "T30").finish, "backward", CN6);
    expect(row(backward, "T30").finish).toBe(row(forward, "T30").finish);
    expect(row(backward, "T00").start).toBe(ORDER_DATE);
    for (const { task, start, finish, float } of forward) {
      expect(float).toBeGreaterThanOrEqual(0);
      expect(row(backward, task.code).start).toBeGreaterThanOrEqual(start);
      expect(row(backward, task.code).finish).toBeGreaterThanOrEqual(finish);
    }
  });

  it("ends on or before an ex-factory date that is a day off", () => {
    const sunday = on(2026, 5, 17);
    expect(isoDate(row(taPlan(taTemplate("knit"), sunday, "backward", CN6), "T30").finish)).toBe(
      "2026-05-16",
    );
  });
});

const task = (code: string, m: number, unit: "WD" | "CD", predecessors = ""): TaTask => ({
  code,
  name: code,
  owner: "",
  o: m,
  m,
  p: m,
  unit,
  predecessors,
});

describe("a network of one's own", () => {
  it("reads every kind of link", () => {
    const plan = (predecessors: string, unit: "WD" | "CD" = "CD") =>
      dates(taPlan([task("A", 5, "CD"), task("B", 3, unit, predecessors)], on(2026, 3, 2), "forward", CN6)).B;
    // A runs from Monday 2 to Friday 6 March.
    expect(plan("A")).toEqual(["2026-03-07", "2026-03-09"]);
    expect(plan("A:FS+2")).toEqual(["2026-03-09", "2026-03-11"]);
    expect(plan("A:FS-2")).toEqual(["2026-03-05", "2026-03-07"]);
    expect(plan(" a : ss + 1 ")).toEqual(["2026-03-03", "2026-03-05"]);
    expect(plan("A:SS+1;A:FF+4")).toEqual(["2026-03-03", "2026-03-10"]);
    expect(plan("A:FF+4")).toEqual(["2026-03-08", "2026-03-10"]);
    // Starts to finish: B is over when A begins.
    expect(plan("A:SF")).toEqual(["2026-02-27", "2026-03-01"]);
    // Working days roll over Sunday 8 March.
    expect(plan("A", "WD")).toEqual(["2026-03-07", "2026-03-10"]);
    expect(plan("A:FS+1", "WD")).toEqual(["2026-03-09", "2026-03-11"]);
  });

  it("puts a milestone on the latest finish of its predecessors", () => {
    const tasks = [
      task("A", 5, "CD"),
      task("B", 2, "CD"),
      task("M", 0, "CD", "A;B"),
      task("C", 1, "CD", "M"),
    ];
    expect(dates(taPlan(tasks, on(2026, 3, 2), "forward", CN6))).toMatchObject({
      M: ["2026-03-06", "2026-03-06"],
      C: ["2026-03-07", "2026-03-07"],
    });
  });

  it("names the tasks of a circle, an unknown predecessor, a double code and a link it cannot read", () => {
    const problem = (...tasks: TaTask[]) => {
      try {
        taPlan(tasks, ORDER_DATE, "forward", CN6);
      } catch (error) {
        if (error instanceof TradeError) return [error.kind, error.code, error.values];
      }
      return undefined;
    };
    expect(
      problem(
        task("S", 1, "CD"),
        task("A", 1, "CD", "S;C"),
        task("B", 1, "CD", "A"),
        task("C", 1, "CD", "B"),
      ),
    ).toEqual(["badInput", "circularPredecessors", { tasks: "A → B → C → A" }]);
    expect(problem(task("A", 1, "CD", "A"))).toEqual([
      "badInput",
      "circularPredecessors",
      { tasks: "A → A" },
    ]);
    expect(problem(task("A", 1, "CD", "Z"))).toEqual([
      "badInput",
      "unknownPredecessor",
      { task: "A", predecessor: "Z" },
    ]);
    expect(problem(task("A", 1, "CD"), task(" a ", 1, "CD"))).toEqual([
      "badInput",
      "duplicateTask",
      { task: " a " },
    ]);
    expect(problem(task("A", 1, "CD"), task("B", 1, "CD", "A:SS+x"))).toEqual([
      "badInput",
      "badPredecessor",
      { task: "B", text: "A:SS+x" },
    ]);
  });
});

const link = (type: fc.Arbitrary<string>) =>
  fc.record({ back: fc.integer({ min: 1, max: 6 }), type, lag: fc.integer({ min: 0, max: 6 }) });

/** Any network in which each task but the first ones hangs on a start link; finish links come on top. */
const networks = fc
  .array(
    fc.record({
      duration: fc.integer({ min: 0, max: 12 }),
      unit: fc.constantFrom("WD" as const, "CD" as const),
      startLinks: fc.array(link(fc.constantFrom("FS", "SS")), { maxLength: 2 }),
      finishLinks: fc.array(link(fc.constantFrom("FF", "SF")), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map(({ duration, unit, startLinks, finishLinks }, i) => {
      const reaches = ({ back }: { back: number }) => back <= i;
      const links = startLinks.some(reaches) ? [...startLinks, ...finishLinks].filter(reaches) : [];
      const written = links.map(({ back, type, lag }) => `N${i - back}:${type}+${lag}`);
      return task(`N${i}`, duration, unit, written.join(";"));
    }),
  );

/** Whether a link holds between two tasks' dates, by its definition: counted, not computed the way the plan is. */
function holds(link: Link, rows: TaPlanRow[], calendar: Calendar): boolean {
  const before = rows[link.from] as TaPlanRow;
  const after = rows[link.to] as TaPlanRow;
  const later = (day: number) =>
    after.task.unit === "CD" ? day + link.lag : workday(day, link.lag, calendar);
  switch (link.type) {
    case "FS":
      return after.start > later(before.finish);
    case "SS":
      return after.start >= later(before.start);
    case "FF":
      return after.finish >= later(before.finish);
    case "SF":
      return after.finish >= later(before.start) - 1;
  }
}

describe("any network", () => {
  const anchor = fc.integer({ min: on(2024, 3, 1), max: on(2025, 6, 30) });
  const calendars = fc.constantFrom("CN5", "CN6", "BD", "ALL" as const);
  const direction = fc.constantFrom("forward" as const, "backward" as const);

  it("respects every link and every duration", () => {
    fc.assert(
      fc.property(networks, anchor, calendars, direction, (tasks, date, name, towards) => {
        const calendar = calendarFor(name);
        const rows = taPlan(tasks, date, towards, calendar);
        const milestones = new Set(tasks.flatMap(({ m }, i) => (m === 0 ? [i] : [])));
        for (const link of network(tasks).into.flat()) {
          // A milestone is a moment between two days; the tasks around it are looked at instead.
          if (milestones.has(link.from) || milestones.has(link.to)) continue;
          expect([link, holds(link, rows, calendar)]).toEqual([link, true]);
        }
        for (const {
          task: { m, unit },
          start,
          finish,
          float,
        } of rows) {
          if (m === 0) expect(finish).toBe(start);
          else
            expect(
              unit === "CD" ? finish - start + 1 : workdays(start, finish, calendar),
            ).toBeGreaterThanOrEqual(m);
          expect(float).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("planned back from where the forward plan ends starts no earlier, and ends no later", () => {
    fc.assert(
      fc.property(networks, anchor, calendars, (tasks, date, name) => {
        const calendar = calendarFor(name);
        const forward = taPlan(tasks, date, "forward", calendar);
        const target = forward[forward.length - 1] as TaPlanRow;
        const backward = taPlan(tasks, target.finish, "backward", calendar);
        expect((backward[backward.length - 1] as TaPlanRow).finish).toBeLessThanOrEqual(target.finish);
        const leading = new Set([tasks.length - 1]);
        for (const i of leading) for (const { from } of network(tasks).into[i] ?? []) leading.add(from);
        for (const i of leading) {
          expect((backward[i] as TaPlanRow).start).toBeGreaterThanOrEqual((forward[i] as TaPlanRow).start);
        }
      }),
    );
  });
});
