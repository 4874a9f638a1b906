import fc from "fast-check";
import { calendarFor } from "../../../src/domain/calendar/calendarFor";
import { serialDate } from "../../../src/domain/calendar/serialDate";
import { room } from "../../../src/domain/schedule/orderFloat";
import { orderForecast } from "../../../src/domain/schedule/orderForecast";
import { orderModel } from "../../../src/domain/schedule/orderModel";
import { driverOf, nextStep } from "../../../src/domain/schedule/orderReason";
import type { TaskDates, TaskFollowed } from "../../../src/domain/schedule/orderState";
import { accuracyOf } from "./accuracy";
import { bruteForce } from "./bruteForce";
import { orderCases } from "./orderCases";
import { taPlan } from "../../../src/domain/schedule/taPlan";
import { taTemplate, type TaTask } from "../../../src/domain/schedule/taTemplate";

const day = (text: string) => {
  const [y, m, d] = text.split("-").map(Number) as [number, number, number];
  return serialDate(y, m, d) as number;
};
const cn6 = calendarFor("CN6");
const every = calendarFor("ALL");
const templates = ["knit", "woven", "denim", "repeat"] as const;

const task = (
  code: string,
  o: number,
  m: number,
  p: number,
  predecessors = "",
  owner = code,
  unit: "WD" | "CD" = "WD",
): TaTask => ({
  code,
  name: code,
  owner,
  o,
  m,
  p,
  unit,
  predecessors,
});
type Row = Record<string, TaskDates>;
const orderOf = (tasks: readonly TaTask[], row: Row, follow: Record<string, Partial<TaskFollowed>> = {}) => {
  const at = (code: string) => tasks.findIndex((one) => one.code === code);
  const followed = new Map<number, TaskFollowed>();
  for (const [code, { start = false, finish = false }] of Object.entries(follow))
    followed.set(at(code), { start, finish });
  return { dates: new Map(Object.entries(row).map(([code, dates]) => [at(code), dates])), followed };
};

describe("the template's plan", () => {
  test.each(templates)(
    "%s: with nothing done at the order date every task is where the plan has it",
    (name) => {
      const tasks = taTemplate(name);
      for (let date = day("2026-01-05"); date < day("2026-07-01"); date += 12) {
        const plan = taPlan(tasks, date, "forward", cn6);
        const known = orderForecast(
          orderModel(tasks),
          orderOf(tasks, { T00: { actualFinish: date } }),
          date,
          cn6,
        );
        // Payment comes after ex-factory and goes by banking days.
        const paid = new Set(["T34", "T35", "T37"]);
        known.dates().forEach((dates, i) => {
          const { task: of, start, finish } = plan[i] as (typeof plan)[number];
          if (!paid.has(of.code)) expect(dates).toEqual({ start, finish });
        });
        expect(known.ship()).toBe(plan.find((row) => row.task.code === "T30")?.finish);
        // The same from planned dates alone, as a tracker has them on the first day.
        const row: Row = {};
        for (const code of ["T04", "T09", "T12", "T17", "T21", "T27", "T29", "T30"]) {
          const finish = plan.find((one) => one.task.code === code)?.finish;
          if (finish !== undefined) row[code] = { planFinish: finish };
        }
        const follow = Object.fromEntries(Object.keys(row).map((code) => [code, { finish: true }]));
        expect(orderForecast(orderModel(tasks), orderOf(tasks, row, follow), date, cn6).ship()).toBe(
          known.ship(),
        );
      }
    },
  );
});

// Worked by hand, every day working: fabric 6 days, trims 3, cutting 4 after both, packing 2 after cutting, T30 1.
const chain = [
  task("FAB", 6, 6, 6),
  task("TRIM", 3, 3, 3),
  task("CUT", 4, 4, 4, "FAB;TRIM"),
  task("PACK", 2, 2, 2, "CUT"),
  task("T30", 1, 1, 1, "PACK"),
];
const shipOf = (row: Row, asOf: number, follow = {}) =>
  orderForecast(orderModel(chain), orderOf(chain, row, follow), asOf, every).ship();

describe("worked by hand", () => {
  const all = { FAB: { finish: true }, TRIM: { finish: true }, CUT: { start: true }, T30: { finish: true } };

  test("fabric late by three days moves ex-factory by three; trims late by its float moves nothing", () => {
    // 1-6 fabric, 7-10 cutting, 11-12 packing, 13 out.
    const root = { FAB: { actualStart: 46001 }, TRIM: { actualStart: 46001 } };
    expect(shipOf(root, 46001, all)).toBe(46013);
    expect(shipOf({ ...root, FAB: { actualFinish: 46009 } }, 46009, all)).toBe(46016);
    expect(shipOf({ FAB: { actualStart: 46001 }, TRIM: { actualFinish: 46006 } }, 46001, all)).toBe(46013);
    expect(shipOf({ FAB: { actualStart: 46001 }, TRIM: { actualFinish: 46008 } }, 46001, all)).toBe(46015);
  });

  test("followed work that is blank is not done before the as-of date, other work goes by the template", () => {
    const fabric = { FAB: { actualFinish: 46006 }, TRIM: { actualFinish: 46003 } };
    // Nobody follows cutting and packing: 7-10 and 11-12, out on 13; on the 20th it can leave that day at the earliest.
    expect(shipOf(fabric, 46010)).toBe(46013);
    expect(shipOf(fabric, 46020)).toBe(46020);
    // Cutting is followed and has not started: 20-23, packing 24-25, out on 26.
    expect(shipOf(fabric, 46020, all)).toBe(46026);
    // It started on the 19th: 19-22, 23-24, out on 25.
    expect(shipOf({ ...fabric, CUT: { actualStart: 46019 } }, 46020, all)).toBe(46025);
  });

  const DONE: Row = { FAB: { actualFinish: 46006 }, TRIM: { actualFinish: 46003 } };

  test("a planned start to come is kept; what has happened shows that all before it has", () => {
    expect(shipOf({ ...DONE, CUT: { planStart: 46030 } }, 46010, all)).toBe(46036);
    expect(shipOf({ CUT: { actualStart: 46019 } }, 46020, all)).toBe(46025);
  });

  test("work planned to end on a day off ends on the next working day, a milestone on its planned day", () => {
    const tasks = [task("SEW", 4, 5, 6), task("PACK", 1, 2, 3, "SEW"), task("OUT", 0, 0, 0, "PACK")];
    const follow = { SEW: { finish: true }, OUT: { finish: true } };
    const forecast = (row: Row) =>
      orderForecast(orderModel(tasks), orderOf(tasks, row, follow), day("2026-09-01"), cn6).dates();
    // A Sunday, and a day of the National Day holidays, which end on 7 October (State Council notice for 2026).
    expect(forecast({ SEW: { planFinish: day("2026-09-13") } })[0]?.finish).toBe(day("2026-09-14"));
    expect(forecast({ SEW: { planFinish: day("2026-10-03") } })[0]?.finish).toBe(day("2026-10-08"));
    expect(forecast({ SEW: { planFinish: day("2026-09-12") } })[0]?.finish).toBe(day("2026-09-12"));
    expect(forecast({ OUT: { planFinish: day("2026-09-13") } })[2]?.finish).toBe(day("2026-09-13"));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.constantFrom("SEW", "PACK", "OUT"), (later, code) => {
        const planFinish = day("2026-09-12") + later;
        const at = tasks.findIndex((one) => one.code === code);
        const finish = forecast({ [code]: { planFinish } })[at]?.finish as number;
        expect(finish).toBeGreaterThanOrEqual(planFinish);
        // The first working day from the planned day on: itself counted there is one.
        if (code === "OUT") return;
        expect(cn6.worksOn(finish)).toBe(true);
        expect(cn6.upTo(finish) - cn6.upTo(planFinish - 1)).toBe(1);
      }),
    );
  });

  test("float is told of what can move the date, and of nothing else", () => {
    // Nothing waits for the label: 6 days of fabric and 4 of cutting, packing 2, out on the 13th day.
    const tasks = [...chain.slice(0, 4), task("LABEL", 2, 2, 2, "FAB"), chain[4] as TaTask];
    const row = { FAB: { actualStart: 46001 }, TRIM: { actualStart: 46001 } };
    const forecast = orderForecast(
      orderModel(tasks),
      orderOf(tasks, row, { FAB: { finish: true } }),
      46001,
      every,
    );
    const float = (code: string) =>
      room(forecast, { task: tasks.findIndex((one) => one.code === code), part: "finish" });
    expect([float("FAB"), float("TRIM"), float("PACK"), float("LABEL")]).toEqual([0, 3, 0, undefined]);
  });

  test("gone is gone: the actual date, and a chance of 0 or 1", () => {
    const forecast = orderForecast(
      orderModel(chain),
      orderOf(chain, { T30: { actualFinish: 46050 } }),
      46060,
      every,
    );
    expect(forecast.ship()).toBe(46050);
    expect([forecast.chance(46049), forecast.chance(46050)]).toEqual([0, 1]);
    // No calendar is needed for it.
    expect(
      orderForecast(
        orderModel(chain),
        orderOf(chain, { T30: { actualFinish: day("2031-03-01") } }),
        day("2031-04-01"),
        cn6,
      ).ship(),
    ).toBe(day("2031-03-01"));
  });

  test("the driver is the late milestone that costs most, the first in a row of them; then what comes next", () => {
    const row: Row = {
      FAB: { planFinish: 46006, actualFinish: 46009 },
      TRIM: { planFinish: 46003, actualFinish: 46005 },
      CUT: { planStart: 46007 },
      T30: { planFinish: 46013 },
    };
    const forecast = orderForecast(orderModel(chain), orderOf(chain, row, all), 46009, every);
    expect(forecast.ship()).toBe(46016);
    expect(driverOf(forecast)).toEqual({ task: 0, part: "finish", late: 3, costs: 3 });
    expect(nextStep(forecast)).toEqual({ task: 2, part: "start", date: 46007 });
  });
});

describe("the chance", () => {
  test("runs past the years with data are late, and nobody knows for a later due date", () => {
    const tasks = taTemplate("knit");
    const asOf = day("2026-11-02");
    const forecast = orderForecast(
      orderModel(tasks),
      orderOf(tasks, { T00: { actualFinish: asOf } }),
      asOf,
      cn6,
    );
    expect(forecast.chance(day("2026-12-31"))).toBeLessThan(0.5);
    expect(() => forecast.chance(day("2027-01-20"))).toThrow("noCalendarData");
    expect(() => forecast.ship()).toThrow("noCalendarData");
  });

  // `npm run accuracy` proves 0.01 and half a day with 400,000 runs on 20 orders; 20,000 runs are themselves off by 0.006.
  test.each(orderCases(4, cn6, 11).map((one): [string, typeof one] => [one.name, one]))(
    "agrees with brute force: %s",
    (_, one) => {
      const order = orderOf(one.tasks, one.row, one.follow);
      const forecast = orderForecast(orderModel(one.tasks), order, one.asOf, cn6);
      const { chance, quantiles } = accuracyOf(forecast, bruteForce(one, cn6, 20_000));
      expect(chance).toBeLessThan(0.015);
      for (const { off } of quantiles) expect(off).toBeLessThan(0.5);
    },
  );
});

describe("properties", () => {
  const fields = ["planStart", "planFinish", "actualStart", "actualFinish"] as const;
  const asOf = day("2026-04-10");
  const rows = fc.record({
    name: fc.constantFrom(...templates),
    cells: fc.uniqueArray(
      fc.record({
        task: fc.nat(30),
        field: fc.constantFrom(...fields),
        date: fc.integer({ min: asOf - 50, max: asOf + 50 }),
      }),
      { minLength: 1, maxLength: 8, selector: ({ task: at, field }) => `${at} ${field}` },
    ),
    followed: fc.array(fc.record({ task: fc.nat(30), start: fc.boolean(), finish: fc.boolean() }), {
      maxLength: 9,
    }),
  });
  type Cells = { task: number; field: (typeof fields)[number]; date: number }[];
  const forecastOf = (
    name: (typeof templates)[number],
    cells: Cells,
    followed: { task: number; start: boolean; finish: boolean }[],
  ) => {
    const dates = new Map<number, TaskDates>();
    for (const { task: at, field, date } of cells) dates.set(at, { ...dates.get(at), [field]: date });
    const follows = new Map(followed.map(({ task: at, start, finish }) => [at, { start, finish }]));
    return orderForecast(orderModel(taTemplate(name)), { dates, followed: follows }, asOf, cn6);
  };

  test("later dates never improve the forecast, a later due date never lowers the chance", () => {
    fc.assert(
      fc.property(
        rows,
        fc.nat(7),
        fc.integer({ min: 1, max: 30 }),
        ({ name, cells, followed }, which, delay) => {
          const later = cells.map((cell, i) =>
            i === which % cells.length ? { ...cell, date: cell.date + delay } : cell,
          );
          const [before, after] = [forecastOf(name, cells, followed), forecastOf(name, later, followed)];
          expect(after.ship()).toBeGreaterThanOrEqual(before.ship());
          let last = 0;
          for (let due = asOf - 20; due < asOf + 100; due += 6) {
            expect(after.chance(due)).toBeLessThanOrEqual(before.chance(due));
            expect(before.chance(due)).toBeGreaterThanOrEqual(last);
            last = before.chance(due);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test("what is open never leaves before the as-of date, and the driver never costs more than the delay it has", () => {
    fc.assert(
      fc.property(rows, ({ name, cells, followed }) => {
        const forecast = forecastOf(name, cells, followed);
        if (forecast.shipped === undefined) {
          expect(forecast.ship()).toBeGreaterThanOrEqual(asOf);
          expect(forecast.chance(asOf - 1)).toBe(0);
          expect(nextStep(forecast)).toBeDefined();
        } else expect(nextStep(forecast)).toBeUndefined();
        const driver = driverOf(forecast);
        if (driver) expect([driver.late > 0, driver.costs > 0]).toEqual([true, true]);
      }),
      { numRuns: 40 },
    );
  });
});
