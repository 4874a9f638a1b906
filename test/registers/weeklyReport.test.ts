import fc from "fast-check";
import { isoWeek } from "../../src/domain/calendar/isoWeek";
import { serialDate } from "../../src/domain/calendar/serialDate";
import type { OrderRisk } from "../../src/domain/schedule/orderRisk";
import type { Fields, Lang } from "../../src/registers/register";
import type { ReportContent, ReportSource, SectionId } from "../../src/registers/reportContent";
import { weeklyReport } from "../../src/registers/weeklyReport";

/** Tuesday, 15 September 2026. */
const AS_OF = 46280;

interface Order {
  fields: Fields;
  risk?: Partial<OrderRisk>;
}

const order = (po: string, fields: Fields = {}, risk?: Partial<OrderRisk>): Order => ({
  fields: { po, style: "S1", colour: "Navy", customer: "Aster", factory: "Hong Da", qty: 100, ...fields },
  ...(risk && { risk }),
});

function source(orders: readonly Order[], inspections: readonly Fields[] = []): ReportSource {
  return {
    asOf: AS_OF,
    orders: orders.map(({ fields }, index) => ({ key: `k${index}`, fields })),
    inspections: inspections.map((fields, index) => ({ key: `i${index}`, fields })),
    risks: orders.flatMap(({ risk }, index) => (risk ? [{ key: `k${index}`, ...risk }] : [])),
  };
}

const red = (rest: Partial<OrderRisk> = {}): Partial<OrderRisk> => ({
  level: "RED",
  chance: 0.1,
  ship: AS_OF + 20,
  promise: AS_OF + 23,
  ...rest,
});

const section = (report: ReportContent, id: SectionId) => report.sections.find((one) => one.id === id)!;
const cell = (report: ReportContent, id: SectionId, line: number, column: string) => {
  const { columns, lines } = section(report, id);
  return lines[line]!.cells[columns.findIndex((one) => one.id === column)];
};

test.each([
  // From the calendars of those years; the last two are where week and year part.
  [[2026, 9, 15], 2026, 38],
  [[2026, 1, 1], 2026, 1],
  [[2027, 1, 3], 2026, 53],
  [[2024, 12, 30], 2025, 1],
] as const)("the ISO week of %j", ([year, month, day], isoYear, week) => {
  expect(isoWeek(serialDate(year, month, day)!)).toMatchObject({ year: isoYear, week });
});

describe("red and amber orders", () => {
  test("worst first; green ones and those that have left are not listed", () => {
    const report = weeklyReport(
      source([
        order("GREEN", { due: AS_OF + 40 }, { level: "GREEN", chance: 0.95, ship: AS_OF + 30 }),
        order("AMBER", { due: AS_OF + 9 }, { level: "AMBER", chance: 0.6, ship: AS_OF + 8 }),
        order("LATER", { due: AS_OF + 12 }, red({ chance: 0.3 })),
        order("WORST", { due: AS_OF + 15 }, red({ chance: 0.02 })),
        order("LEFT", { due: AS_OF - 1, "T30.actual": AS_OF - 2 }, { level: "SHIPPED", shipped: AS_OF - 2 }),
      ]),
      "en",
    );
    const { lines } = section(report, "orders");
    expect(lines.map(({ cells }) => String(cells[1]).split("\n")[0])).toEqual(["WORST", "LATER", "AMBER"]);
    expect(lines.map(({ tone }) => tone)).toEqual(["bad", "bad", "warn"]);
    expect(report.figures.map(({ value }) => value).slice(0, 4)).toEqual([4, 2, 1, 1]);
  });

  test("colours of one order with one story share a line, others do not", () => {
    const same = red({ driver: { milestone: "T17", late: 5, costs: 4 } });
    const report = weeklyReport(
      source([
        order("A", { due: AS_OF + 9, colour: "Navy" }, same),
        order("A", { due: AS_OF + 9, colour: "White", qty: 50 }, same),
        order("A", { due: AS_OF + 9, colour: "Red" }, { ...same, ship: AS_OF + 21 }),
      ]),
      "en",
    );
    expect(section(report, "orders").lines).toHaveLength(2);
    expect(cell(report, "orders", 0, "order")).toBe("A\nS1\nNavy, White");
    expect(cell(report, "orders", 0, "qty")).toBe(150);
    expect(cell(report, "orders", 0, "why")).toBe("PP sample approved 5 days late, costs 4 days");
  });

  test.each([
    ["en", "No order is red or amber"],
    ["zh-CN", "没有红灯或黄灯订单"],
  ] as const)("none: a sentence says so (%s)", (lang, words) => {
    const { lines, notes } = section(weeklyReport(source([]), lang), "orders");
    expect(lines).toEqual([]);
    expect(notes.join(" ")).toContain(words);
  });
});

describe("the decision wanted", () => {
  const decision = (
    fields: Fields,
    risk: Partial<OrderRisk>,
    inspections: Fields[] = [],
    lang: Lang = "en",
  ) => cell(weeklyReport(source([order("A", fields, risk)], inspections), lang), "orders", 0, "decision");
  const waits = (milestone: string, owner: string, needed: number) => ({
    next: { milestone, owner, date: AS_OF - 2 },
    open: [{ milestone, owner, needed }],
  });

  test("asks the buyer for the days up to the safe date when the due date is lost", () => {
    const said = decision({ due: AS_OF + 15 }, red());
    expect(said).toBe("Ask Aster for 8 days (to 8 Oct), or agree on air freight.");
    expect(decision({ due: AS_OF + 15 }, red(), [], "zh-CN")).toBe(
      "向Aster申请延期 8 天（至10月8日），或同意空运。",
    );
  });

  test("presses whoever the order waits for", () => {
    const amber = { level: "AMBER", chance: 0.6, ship: AS_OF + 10, promise: AS_OF + 14 } as const;
    const due = { due: AS_OF + 12 };
    expect(decision(due, { ...amber, ...waits("T17", "BUYER", AS_OF + 3) })).toBe(
      "Press Aster to settle “PP sample approved” by 18 Sep.",
    );
    expect(decision(due, { ...amber, ...waits("T17", "BUYER", AS_OF - 1) })).toContain(
      "now: every day counts",
    );
    expect(decision(due, { ...amber, ...waits("T09", "MILL", AS_OF + 3) })).toBe(
      "Mill to commit to “Fabric in-house” by 18 Sep; part lots or air if not.",
    );
    expect(decision(due, { ...amber, ...waits("T21", "FACTORY", AS_OF + 3) })).toContain("win 2 days");
    expect(decision(due, { ...amber, promise: AS_OF + 30, ...waits("T21", "FACTORY", AS_OF + 3) })).toBe(
      "Factory to confirm a new date for “Sewing finish” today.",
    );
  });

  test("a failed inspection comes first, unless a later one has passed", () => {
    const failed = { id: "F1", date: AS_OF - 3, po: "a", style: "s1", verdict: "FAIL" };
    const risk = red({ ...waits("T17", "BUYER", AS_OF + 3) });
    expect(decision({ due: AS_OF + 15 }, risk, [failed])).toBe(
      "Have the failed lot sorted and reworked, and inspect again before 29 Sep. Ask Aster for 8 days (to 8 Oct), or agree on air freight.",
    );
    const passed = { ...failed, id: "F2", date: AS_OF - 1, verdict: "合格" };
    expect(decision({ due: AS_OF + 15 }, risk, [failed, passed])).toContain("Press Aster");
  });
});

test("on-time record: eight weeks, by the day of leaving against the due date", () => {
  const left = (po: string, day: number, due: number | "") =>
    order(po, { due, "T30.actual": day }, { level: "SHIPPED", shipped: day });
  const report = weeklyReport(
    source([
      left("ON TIME", AS_OF - 1, AS_OF - 1),
      left("LATE", AS_OF - 8, AS_OF - 9),
      left("LONG AGO", AS_OF - 60, AS_OF - 60),
      left("NO DUE", AS_OF - 1, ""),
      left("PROMISED", AS_OF + 1, AS_OF + 2),
    ]),
    "en",
  );
  const { lines, notes, chart } = section(report, "weeks");
  expect(lines).toHaveLength(9);
  expect(lines[7]!.cells).toEqual(["W38", "14 Sep – 15 Sep", 1, 1, 0, 1]);
  expect(lines[6]!.cells.slice(2)).toEqual([1, 0, 1, 0]);
  expect(lines[8]!.cells).toEqual(["Total", "", 2, 1, 1, 0.5]);
  expect(notes.join()).toContain("1 shipped order has no due date");
  expect(chart).toMatchObject({ kind: "ColumnStacked", lines: 8 });
});

test("inspections of the last seven days: counts, defects per 100, those that did not pass", () => {
  const inspection = (
    id: string,
    date: number,
    verdict: string,
    inspected: number,
    major: number,
  ): Fields => ({
    id,
    date,
    po: "A",
    style: "S1",
    verdict,
    inspected,
    major,
    critical: 0,
    minor: 1,
    reason: "Major 9 > 7",
  });
  const report = weeklyReport(
    source(
      [order("A")],
      [
        inspection("OLD", AS_OF - 7, "FAIL", 100, 50),
        inspection("P", AS_OF - 6, "PASS", 80, 2),
        inspection("F", AS_OF, "FAIL", 120, 8),
        inspection("W", AS_OF - 1, "PENDING", 0, 0),
        inspection("NEXT", AS_OF + 1, "FAIL", 100, 50),
      ],
    ),
    "en",
  );
  const { notes, lines } = section(report, "inspections");
  // 2 + 1 + 8 + 1 in 200; the one that has not begun counts for nothing.
  expect(notes).toEqual(["1 passed, 1 failed, 1 pending", "6.0 defects per 100 pieces (12 in 200)"]);
  expect(lines.map(({ cells }) => cells[8])).toEqual(["F", "W"]);
  expect(cell(report, "inspections", 0, "party")).toBe("Aster\nHong Da");
  expect(cell(report, "inspections", 0, "rate")).toBeCloseTo(7.5);
  // Its lot is still here, whatever its chance; the one under way asks for nothing.
  expect(cell(report, "inspections", 0, "decision")).toBe(
    "Have the failed lot sorted and reworked, and inspect again at once.",
  );
  expect(cell(report, "inspections", 1, "decision")).toBe("");
});

test("shipments of the next two weeks, overdue ones first; an order without a chance is named with the reason", () => {
  const report = weeklyReport(
    source([
      order("SOON", { due: AS_OF + 14 }, { level: "GREEN", chance: 0.9, ship: AS_OF + 13 }),
      order("FAR", { due: AS_OF + 15 }, { level: "GREEN", chance: 0.9, ship: AS_OF + 15 }),
      order("OVERDUE", { due: AS_OF - 3 }, red()),
      order("NO DUE", {}, { ship: AS_OF + 40 }),
      order("NO DATES", { due: AS_OF + 60 }),
      order("NO DATA", { due: AS_OF + 200 }, { problem: { code: "noCalendarData", params: { year: 2027 } } }),
    ]),
    "en",
  );
  const names = (id: SectionId, column: number) =>
    section(report, id).lines.map(({ cells }) => String(cells[column]).split("\n")[0]);
  expect(names("shipments", 1)).toEqual(["OVERDUE", "SOON"]);
  expect(names("unjudged", 0)).toEqual(["NO DUE", "NO DATES", "NO DATA"]);
  expect(cell(report, "unjudged", 2, "why")).toContain("2027");
});

test("whatever the rows say, every line fits its columns, numbers are numbers, and no order is lost", () => {
  const date = fc.option(fc.integer({ min: AS_OF - 90, max: AS_OF + 90 }), { nil: undefined });
  const level = fc.constantFrom("RED", "AMBER", "GREEN", undefined);
  const any = fc.record({
    customer: fc.constantFrom("", "Aster", "=1+1"),
    factory: fc.constantFrom("", "Hong Da", "@x"),
    colour: fc.string({ maxLength: 5 }),
    due: date,
    left: date,
    ship: date,
    level,
    chance: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), fc.constantFrom<Lang>("en", "zh-CN"), (rows, lang) => {
      const orders = rows.map(({ due, left, ship, level: own, chance, ...fields }, index) =>
        order(
          `PO${index}`,
          { ...fields, due: due ?? "", "T30.actual": left ?? "" },
          {
            ...(own && { level: own, chance }),
            ...(ship !== undefined && { ship }),
          },
        ),
      );
      const report = weeklyReport(source(orders), lang);
      const wrong = report.sections.flatMap(({ columns, lines }) =>
        lines.filter(
          ({ cells }) =>
            cells.length !== columns.length ||
            cells.some((value) => typeof value !== "string" && !Number.isFinite(value)),
        ),
      );
      expect(wrong).toEqual([]);
      const open = rows.filter(({ left }) => left === undefined || left > AS_OF).length;
      expect(report.figures[0]!.value).toBe(open);
      const { figures } = report;
      const judged = [1, 2, 3].reduce((sum, index) => sum + Number(figures[index]!.value), 0);
      const unjudged = report.sections.find(({ id }) => id === "unjudged")?.lines.length ?? 0;
      expect(judged + unjudged).toBe(open);
      expect(weeklyReport(source(orders), lang)).toEqual(report);
    }),
    { numRuns: 30 },
  );
});
