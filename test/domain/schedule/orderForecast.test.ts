import fc from "fast-check";
import { calendarFor } from "../../../src/domain/calendar/calendarFor";
import { serialDate } from "../../../src/domain/calendar/serialDate";
import { betaPertQuantile } from "../../../src/domain/schedule/threePoint";
import { orderForecast } from "../../../src/domain/schedule/orderForecast";
import { orderModel } from "../../../src/domain/schedule/orderModel";
import { driverOf, nextStep } from "../../../src/domain/schedule/orderReason";
import type { TaskDates, TaskFollowed } from "../../../src/domain/schedule/orderState";
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

  /**
   * Brute force, told anew from the rules: blind draws from a plain generator, exact quantiles, days counted one by one. The
   * state: order confirmed, some finished, some started, the rest open.
   */
  const bruteForce = (
    tasks: readonly TaTask[],
    row: Row,
    follow: Record<string, Partial<TaskFollowed>>,
    asOf: number,
    dues: number[],
    runs: number,
  ) => {
    let seed = 20260302;
    const uniform = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    const phi = (z: number) => {
      // Abramowitz & Stegun 26.2.17, good to 1e-7.
      const t = 1 / (1 + 0.2316419 * Math.abs(z));
      const tail =
        (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
        t *
        (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
      return z > 0 ? 1 - tail : tail;
    };
    const quantiles = tasks.map((one) =>
      Array.from({ length: 2001 }, (_, k) =>
        betaPertQuantile(one, Math.min(Math.max(k / 2000, 1e-9), 1 - 1e-9)),
      ),
    );
    const durationAt = (i: number, share: number) =>
      Math.round((quantiles[i] as number[])[Math.round(share * 2000)] as number);
    const works = (date: number) => cn6.worksOn(date);
    const addDays = (first: number, count: number, unit: string) => {
      let date = first;
      if (unit === "CD") return first + count - 1;
      for (let left = count - (works(date) ? 1 : 0); left > 0;) if (works(++date)) left--;
      return date;
    };
    const after = (date: number, lag: number, unit: string) => {
      if (unit === "CD") return date + lag;
      let at = date;
      for (let left = lag; left > 0;) if (works(++at)) left--;
      return at;
    };
    const roll = (date: number, unit: string) => {
      let at = date;
      while (unit === "WD" && !works(at)) at++;
      return at;
    };
    const met = dues.map(() => 0);
    for (let run = 0; run < runs; run++) {
      const factor = new Map<string, number>();
      const done: { start: number; finish: number }[] = [];
      tasks.forEach((one, i) => {
        if (!factor.has(one.owner)) factor.set(one.owner, normal());
        const share = phi(Math.sqrt(0.3) * (factor.get(one.owner) as number) + Math.sqrt(0.7) * normal());
        const { actualStart, actualFinish } = row[one.code] ?? {};
        if (one.p === 0) {
          // The order date opens its day.
          done[i] = { start: actualFinish as number, finish: (actualFinish as number) - 1 };
          return;
        }
        if (actualFinish !== undefined) {
          done[i] = { start: actualStart ?? actualFinish, finish: actualFinish };
          return;
        }
        let start = follow[one.code]?.start && actualStart === undefined ? asOf : 0;
        let finish = 0;
        for (const part of one.predecessors.split(";")) {
          const [, code, type = "FS", lag = "0"] = /^(\w+)(?::(SS|FF)\+(\d+))?$/.exec(part) as unknown as [
            string,
            string,
            string?,
            string?,
          ];
          const before = done[tasks.findIndex((other) => other.code === code)] as {
            start: number;
            finish: number;
          };
          if (type === "FS") start = Math.max(start, before.finish + 1);
          if (type === "SS") start = Math.max(start, after(before.start, Number(lag), one.unit));
          if (type === "FF") finish = Math.max(finish, after(before.finish, Number(lag), one.unit));
        }
        start = actualStart ?? roll(start, one.unit);
        let last: number;
        if ((follow[one.code]?.finish || one.code === "T30") && start < asOf) {
          // Open: draws that would be over by now did not happen.
          let lasted = 0;
          for (let date = start; date < asOf; date++) if (one.unit === "CD" || works(date)) lasted++;
          const still = quantiles[i] as number[];
          const over = still.findIndex((duration) => Math.round(duration) > lasted);
          last = addDays(
            start,
            over < 0 ? lasted + 1 : durationAt(i, (over + share * (2000 - over)) / 2000),
            one.unit,
          );
        } else last = addDays(start, durationAt(i, share), one.unit);
        done[i] = { start, finish: Math.max(last, finish) };
      });
      const out = (done[tasks.findIndex((one) => one.code === "T30")] as { finish: number }).finish;
      dues.forEach((due, k) => out <= due && (met[k] = (met[k] as number) + 1));
    }
    return met.map((count) => count / runs);
  };

  const upTo = (name: (typeof templates)[number]) =>
    taTemplate(name).slice(0, taTemplate(name).findIndex(({ code }) => code === "T30") + 1);
  const states: [string, (typeof templates)[number], string, Row, Record<string, Partial<TaskFollowed>>][] = [
    ["nothing done", "knit", "2026-03-02", { T00: { actualFinish: day("2026-03-02") } }, {}],
    [
      "lab dip overdue",
      "woven",
      "2026-03-30",
      { T00: { actualFinish: day("2026-03-02") } },
      { T04: { finish: true }, T09: { finish: true } },
    ],
    [
      "fabric in, cutting not begun",
      "knit",
      "2026-04-10",
      {
        T00: { actualFinish: day("2026-03-02") },
        T09: { actualFinish: day("2026-04-03") },
        T17: { actualFinish: day("2026-04-07") },
        T12: { actualFinish: day("2026-04-01") },
      },
      {
        T09: { finish: true },
        T17: { finish: true },
        T19: { start: true },
        T21: { finish: true },
        T27: { finish: true },
      },
    ],
    [
      "sewing under way",
      "denim",
      "2026-05-08",
      {
        T00: { actualFinish: day("2026-03-02") },
        T09: { actualFinish: day("2026-04-15") },
        T12: { actualFinish: day("2026-04-01") },
        T19: { actualStart: day("2026-04-20"), actualFinish: day("2026-04-24") },
        T21: { actualStart: day("2026-04-22") },
      },
      { T19: { start: true, finish: true }, T21: { start: true, finish: true }, T27: { finish: true } },
    ],
    [
      "repeat order",
      "repeat",
      "2026-03-20",
      { T00: { actualFinish: day("2026-03-02") } },
      { T09: { finish: true } },
    ],
  ];
  test.each(states)("agrees with brute force within 0.02: %s", (_, name, asOf, row, follow) => {
    const tasks = upTo(name);
    const forecast = orderForecast(orderModel(tasks), orderOf(tasks, row, follow), day(asOf), cn6);
    const dues = [0, 3, 6, 9, 12, 16].map((more) => forecast.ship() + more);
    const brute = bruteForce(tasks, row, follow, day(asOf), dues, 20_000);
    expect(brute.some((chance) => chance > 0.1 && chance < 0.9)).toBe(true);
    dues.forEach((due, k) =>
      expect(Math.abs(forecast.chance(due) - (brute[k] as number))).toBeLessThan(0.02),
    );
  });
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
      { numRuns: 60 },
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
      { numRuns: 60 },
    );
  });
});
