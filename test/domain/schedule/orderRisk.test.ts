import fc from "fast-check";
import { serialDate } from "../../../src/domain/calendar/serialDate";
import { orderOutlook, orderRisks, type RiskRequest } from "../../../src/domain/schedule/orderRisk";
import type { RiskOrder } from "../../../src/domain/schedule/riskOrder";
import { taTemplate, type TaTask } from "../../../src/domain/schedule/taTemplate";

const day = (year: number, month: number, date: number) => serialDate(year, month, date) as number;
const TRACKED = ["T04", "T09", "T12", "T17", "T19S", "T21", "T27", "T29", "T30"];

// Worked by hand, every day working: fabric 6 days, trims 3, cutting 4 after both, packing 2 after cutting, T30 1.
const work = (code: string, days: number, predecessors = "", owner = code): TaTask => {
  return { code, name: code, owner, o: days, m: days, p: days, unit: "WD", predecessors };
};
const chain = [
  work("FAB", 6),
  work("TRIM", 3),
  work("CUT", 4, "FAB;TRIM"),
  work("PACK", 2, "CUT"),
  work("T30", 1, "PACK"),
];
const byHand = (
  orders: RiskOrder[],
  asOf: number,
  followed = ["FAB", "TRIM", "CUTS", "T30"],
): RiskRequest => {
  return { asOf, calendar: "ALL", closures: [], templates: { chain }, followed, orders };
};
const order = (dates: RiskOrder["dates"], due?: number): RiskOrder => {
  return { key: "a", template: "chain", dates, ...(due === undefined ? {} : { due }) };
};

describe("worked by hand", () => {
  // Both begin on 46001: fabric until 46006, cutting 46007-46010, packing until 46012, out on 46013.
  const begun = { "FABS.actual": 46001, "TRIMS.actual": 46001 };

  test("float, needed dates and the next step of an order on time", () => {
    const outlook = orderOutlook(byHand([order(begun, 46015)], 46001), "a");
    expect(outlook).toMatchObject({ ship: 46013, p50: 46013, promise: 46013, chance: 1, level: "GREEN" });
    expect(outlook.next).toEqual({ milestone: "TRIM", owner: "TRIM", forecast: 46003 });
    expect(outlook.drivers).toEqual([]);
    const of = Object.fromEntries(outlook.milestones.map((one) => [one.milestone, one]));
    expect(of.FAB).toMatchObject({ forecast: 46006, float: 0, needed: 46008, open: true, tracked: true });
    expect(of.TRIM).toMatchObject({ forecast: 46003, float: 3, needed: 46008 });
    expect(of.CUTS).toMatchObject({ forecast: 46007, float: 0, needed: 46009 });
    expect(of.PACK).toMatchObject({ forecast: 46012, float: 0, needed: 46014, tracked: false });
    expect(of.T30).toMatchObject({ forecast: 46013, float: 0, needed: 46015 });
    expect(of.FABS).toMatchObject({ actual: 46001, open: false });
  });

  test("late for its due date: the needed dates lie in the past, the drivers add up to the delay", () => {
    const late = {
      ...begun,
      "FAB.plan": 46006,
      "FAB.actual": 46009,
      "CUTS.plan": 46007,
      "CUTS.actual": 46012,
      "T30.plan": 46013,
    };
    const outlook = orderOutlook(byHand([order(late, 46013)], 46012), "a");
    // 46012-46015 cutting, 46016-46017 packing, out on 46018.
    expect(outlook).toMatchObject({ ship: 46018, chance: 0, level: "RED" });
    expect(outlook.driver).toEqual({ milestone: "CUTS", late: 5, costs: 5 });
    expect(outlook.drivers).toEqual([{ milestone: "CUTS", late: 5, costs: 5, share: 1 }]);
    expect(outlook.milestones.find(({ milestone }) => milestone === "PACK")?.needed).toBe(46012);
  });

  test("what would be: an earlier date, none at all, half the time for packing, a due date put off, a faster route", () => {
    const late = order({ ...begun, "FAB.actual": 46009 }, 46014);
    const request = byHand([late], 46009);
    const would = (change: Parameters<typeof orderOutlook>[2]) => {
      const { ship, chance } = orderOutlook(request, "a", change);
      return [ship, chance];
    };
    expect(would({})).toEqual([46016, 0]);
    expect(would({ dates: { "FAB.actual": 46007 } })).toEqual([46016, 0]);
    expect(would({ dates: { "CUTS.actual": 46008, "FAB.actual": 46007 } })).toEqual([46014, 1]);
    expect(would({ dates: { "FAB.actual": null } })).toEqual([46016, 0]);
    expect(would({ durations: { CUT: 0.5 } })).toEqual([46014, 1]);
    expect(would({ due: 46016 })).toEqual([46016, 1]);
    expect(would({ daysGained: 2 })).toEqual([46016, 1]);
    expect(orderRisks(request)[0]).toMatchObject({ ship: 46016, chance: 0 });
  });

  test("what has left, and what has no dates or no due date", () => {
    const [gone, promised, blank, undated] = orderRisks(
      byHand(
        [
          order({ "T30.actual": 46010 }, 46009),
          order({ ...begun, "T30.actual": 46020 }, 46021),
          order({}, 46009),
          order(begun),
        ],
        46012,
      ),
    );
    expect(gone).toEqual({
      key: "a",
      shipped: 46010,
      ship: 46010,
      p50: 46010,
      promise: 46010,
      chance: 0,
      level: "SHIPPED",
    });
    expect(promised).toMatchObject({ ship: 46020, level: "GREEN", chance: 1 });
    expect(promised?.shipped).toBeUndefined();
    expect(blank).toEqual({ key: "a" });
    expect(undated?.ship).toBeDefined();
    expect([undated?.chance, undated?.level]).toEqual([undefined, undefined]);
  });

  test("banks work in banking days, factories in the factory's, approvals on any day", () => {
    const tasks = [
      work("FABRIC", 1),
      { ...work("SHADE", 2, "FABRIC", "BUYER"), unit: "CD" as const },
      work("BANK", 2, "FABRIC", "FIN"),
      work("CUT", 2, "FABRIC", "FACTORY"),
      work("T30", 1, "BANK;CUT;SHADE", "FACTORY"),
    ];
    // Friday 2026-11-13: fabric. Then Saturday and Sunday; Saturday and Monday; Monday and Tuesday; out on Wednesday.
    const request: RiskRequest = {
      ...byHand(
        [{ key: "a", template: "own", dates: { "FABRIC.actual": day(2026, 11, 13) } }],
        day(2026, 11, 13),
      ),
      calendar: "CN6",
      templates: { own: tasks },
      followed: [],
    };
    const dates = (asked: RiskRequest) =>
      orderOutlook(asked, "a").milestones.map(({ forecast }) => (forecast as number) - day(2026, 11, 13));
    expect(dates(request)).toEqual([0, 2, 4, 3, 5]);
    // The factory stops on Saturday and Monday: the banks do not.
    const closures = [[day(2026, 11, 14)], [day(2026, 11, 16), "off"]];
    expect(dates({ ...request, closures })).toEqual([0, 2, 4, 5, 6]);
    // In Bangladesh factories stop on Fridays, banks on Fridays and Saturdays.
    expect(dates({ ...request, calendar: "BD" })).toEqual([0, 2, 3, 2, 4]);
  });
});

test("one order's trouble is told in its place and spoils no other", () => {
  const circle = [work("A", 2, "B"), work("B", 2, "A")];
  const good = { "T09.plan": day(2026, 10, 12), "T30.plan": day(2026, 11, 16) };
  const request: RiskRequest = {
    asOf: day(2026, 10, 12),
    calendar: "CN6",
    closures: [],
    templates: { knit: taTemplate("knit"), circle },
    followed: TRACKED,
    orders: [
      { key: "good", template: "knit", dates: good },
      { key: "circle", template: "circle", dates: { "A.plan": day(2026, 10, 12) } },
      { key: "silk", template: "silk", dates: good },
      { key: "typo", template: "knit", dates: { "T09.plan": -3 } },
      { key: "far", template: "knit", due: day(2027, 2, 1), dates: { "T00.actual": day(2026, 10, 12) } },
    ],
  };
  const [fine, ...troubled] = orderRisks(request);
  expect(fine?.problem).toBeUndefined();
  expect(troubled.map(({ problem }) => problem)).toEqual([
    { code: "circularPredecessors", params: { tasks: "A → B → A" } },
    { code: "unknownTemplate", params: expect.objectContaining({ text: "silk" }) },
    { code: "notADate", params: { text: "-3" } },
    { code: "noCalendarData", params: { year: 2027 } },
  ]);
  // What can be said is said: the likely date lies within the years with data, the last runs do not.
  expect(troubled[3]?.ship).toBeLessThanOrEqual(day(2026, 12, 31));
  expect(troubled[3]?.next?.milestone).toBeDefined();
  expect(orderRisks({ ...request, orders: [request.orders[0] as RiskOrder] })).toEqual([fine]);
  expect(orderRisks({ ...request, calendar: "Mars" }).map(({ problem }) => problem?.code)).toEqual(
    request.orders.map(() => "unknownCalendar"),
  );
  expect(orderOutlook(request, "nobody")).toMatchObject({ key: "nobody", milestones: [] });
});

describe("properties", () => {
  const AS_OF = day(2026, 4, 10);
  const orders = fc.array(
    fc.record({
      template: fc.constantFrom("knit", "woven", "denim", "repeat"),
      due: fc.option(fc.integer({ min: AS_OF - 10, max: AS_OF + 80 }), { nil: undefined }),
      dates: fc
        .array(
          fc.tuple(
            fc.constantFrom("T00", ...TRACKED),
            fc.constantFrom("plan", "actual"),
            fc.integer({ min: AS_OF - 40, max: AS_OF + 30 }),
          ),
          { maxLength: 8 },
        )
        .map((cells) => Object.fromEntries(cells.map(([id, kind, date]) => [`${id}.${kind}`, date]))),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const requestOf = (of: readonly Omit<RiskOrder, "key">[]): RiskRequest => ({
    asOf: AS_OF,
    calendar: "CN6",
    closures: [],
    templates: Object.fromEntries(
      (["knit", "woven", "denim", "repeat"] as const).map((name) => [name, taTemplate(name)]),
    ),
    followed: TRACKED,
    orders: of.map((one, n) => {
      const { due, ...rest } = one;
      return { ...rest, key: String(n), ...(due === undefined ? {} : { due }) };
    }),
  });

  test("rows in any order give the same; the promise is not before the half; the chance is that of the curve", () => {
    fc.assert(
      fc.property(orders, (of) => {
        const request = requestOf(of);
        const risks = orderRisks(request);
        expect(structuredClone(risks)).toEqual(risks);
        const backwards = orderRisks({ ...request, orders: [...request.orders].reverse() });
        expect(backwards.reverse()).toEqual(risks);
        for (const { key, p50, promise, chance } of risks) {
          if (p50 === undefined || promise === undefined) continue;
          expect(promise).toBeGreaterThanOrEqual(p50);
          const { curve, due } = orderOutlook(request, key);
          const shareBy = (by: number) => curve.filter((point) => point.day <= by).pop()?.share ?? 0;
          expect([shareBy(p50) >= 0.5, shareBy(promise) >= 0.8]).toEqual([true, true]);
          expect([shareBy(p50 - 1) < 0.5, shareBy(promise - 1) < 0.8]).toEqual([true, true]);
          if (due !== undefined && due >= AS_OF) expect(chance).toBe(shareBy(due));
        }
      }),
      { numRuns: 20 },
    );
  });

  test("a delay within the float moves nothing, one day more does", () => {
    fc.assert(
      fc.property(orders, (of) => {
        const request = requestOf(of);
        const { key, ship, milestones } = orderOutlook(request, "0");
        for (const { milestone, forecast, float, tracked } of milestones) {
          if (!tracked || float === undefined || forecast === undefined || float > 300) continue;
          const shipOn = (date: number) =>
            orderOutlook(request, key, { dates: { [`${milestone}.actual`]: date } }).ship;
          // Days ahead are dates typed ahead: they stand as the row says them.
          const plan = request.orders[0]?.dates[`${milestone}.plan`];
          if (plan !== undefined && plan > forecast) continue;
          expect(shipOn(forecast + float)).toBe(ship);
          expect(shipOn(forecast + float + 1)).toBeGreaterThan(ship as number);
          return;
        }
      }),
      { numRuns: 25 },
    );
  });

  test("drivers add up, each after the one that costs more at its turn; the first is the order's", () => {
    fc.assert(
      fc.property(orders, (of) => {
        const { driver, drivers } = orderOutlook(requestOf(of), "0");
        expect(drivers[0] && { ...drivers[0], share: undefined }).toEqual(
          driver && { ...driver, share: undefined },
        );
        expect(drivers.every(({ late, costs }) => late > 0 && costs > 0)).toBe(true);
        expect(drivers.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 25 },
    );
  });
});
