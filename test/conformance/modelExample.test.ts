import { readFileSync } from "node:fs";
import { orderOutlook, type RiskRequest } from "../../src/domain/schedule/orderRisk";
import { isoDate, serialDate } from "../../src/domain/calendar/serialDate";
import { learnFromOrders } from "../../src/domain/schedule/learnFromOrders";
import { taTemplate } from "../../src/domain/schedule/taTemplate";
import { pertMean } from "../../src/domain/schedule/threePoint";

const pages = ["docs/model.en.md", "docs/model.zh-CN.md"].map((file) => readFileSync(file, "utf8"));
const september = (day: number) => serialDate(2026, 9, day) as number;
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** The order of the guide: packed on Thursday 10 September, due on Monday the 14th. */
const request = (asOf: number): RiskRequest => ({
  asOf,
  calendar: "CN6",
  closures: [],
  templates: { knit: taTemplate("knit") },
  followed: ["T21", "T27", "T29", "T30"],
  orders: [
    {
      key: "example",
      template: "knit",
      due: september(14),
      dates: {
        "T21.plan": september(2),
        "T21.actual": september(2),
        "T27.plan": september(10),
        "T27.actual": september(10),
        "T29.plan": september(11),
      },
    },
  ],
});

// By hand: beta-PERT of 1/1/4 and 1/1/2 days is 1 - (1 - x)^5 of the range; a duration is what lies nearest.
const inspection = [1 - (5 / 6) ** 5, (5 / 6) ** 5 - (1 / 2) ** 5, (1 / 2) ** 5 - (1 / 6) ** 5, (1 / 6) ** 5];
const leaving = [1 - (1 / 2) ** 5, (1 / 2) ** 5];
const within = (days: number) =>
  inspection.reduce(
    (sum, share, i) =>
      sum + leaving.reduce((part, other, j) => part + (i + j + 2 <= days ? share * other : 0), 0),
    0,
  );

test("the order worked by hand comes out of the model as the guide says", () => {
  const { ship, p50, promise, chance, level, curve } = orderOutlook(request(september(11)), "example");
  expect([ship, p50, promise].map((day) => day && isoDate(day))).toEqual([
    "2026-09-12",
    "2026-09-12",
    "2026-09-14",
  ]);
  expect(level).toBe("GREEN");
  expect(chance).toBeCloseTo(within(3), 2);
  expect(curve.find(({ day }) => day === september(12))?.share).toBeCloseTo(within(2), 2);
  expect(curve.find(({ day }) => day === september(15))?.share).toBeCloseTo(within(4), 2);
  for (const page of pages) {
    for (const days of [2, 3, 4]) expect(page).toContain(percent(within(days)));
    for (const share of [...inspection.slice(0, 3), ...leaving]) expect(page).toContain(percent(share));
  }
});

test("on Monday, with no inspection yet, it can no longer be in time", () => {
  const { ship, promise, chance, level, driver } = orderOutlook(request(september(14)), "example");
  expect(isoDate(ship as number)).toBe("2026-09-15");
  expect(isoDate(promise as number)).toBe("2026-09-15");
  expect(chance).toBe(0);
  expect(level).toBe("RED");
  expect(driver).toMatchObject({ milestone: "T29", late: 3, costs: 3 });
  const third = inspection[2] as number;
  for (const page of pages) expect(page).toContain(percent(third / (third + (inspection[3] as number))));
});

test("the durations learned in the guide are what its formula says", () => {
  const knit = taTemplate("knit");
  const orders = Array.from({ length: 15 }, () => ({
    factory: "",
    // Sewing can begin four working days after cutting; it takes 16.
    dates: { "T19S.actual": september(1), "T12.actual": september(1), "T21.actual": september(22) },
  }));
  const [proposal] = learnFromOrders({
    calendar: "CN6",
    closures: [],
    templates: [{ template: "knit", tasks: knit, orders }],
  });
  const sewing = proposal?.changes.find(({ code }) => code === "T21");
  const mean = (15 * 16 + 5 * pertMean({ o: 9, m: 12, p: 18 })) / 20;
  expect(sewing?.moments.mean).toBeCloseTo(mean, 1);
  const { o, m, p } = sewing?.learned ?? { o: 0, m: 0, p: 0 };
  for (const page of pages) {
    expect(page).toContain(mean.toFixed(1));
    expect(page).toContain(`${o} / ${m} / ${p}`);
  }
});
