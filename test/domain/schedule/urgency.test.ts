import fc from "fast-check";
import { compareUrgency, urgency, type OrderDates } from "../../../src/domain/schedule/urgency";

const asOf = 46280;
const order = (over: Partial<OrderDates> = {}): OrderDates => ({
  due: asOf + 40,
  exFactoryId: "T30",
  verdict: undefined,
  milestones: [
    { id: "T19S", plan: asOf + 10, actual: undefined },
    { id: "T21F", plan: asOf + 25, actual: undefined },
    { id: "T30", plan: asOf + 39, actual: undefined },
  ],
  ...over,
});
const codes = (dates: OrderDates, warnDays = 7) =>
  urgency(dates, asOf, warnDays).reasons.map(({ code }) => code);

describe("urgency", () => {
  test("an order on plan has nothing wrong and names its next milestone", () => {
    expect(urgency(order(), asOf, 7)).toEqual({
      reasons: [],
      next: { milestone: "T19S", plan: asOf + 10, days: 10 },
      done: false,
    });
  });

  test("the due day itself is not late; the day after is", () => {
    expect(codes(order({ due: asOf, milestones: [] }))).toEqual(["exFactorySoon"]);
    expect(urgency(order({ due: asOf - 1, milestones: [] }), asOf, 7).reasons).toEqual([
      { code: "exFactoryOverdue", days: 1 },
    ]);
  });

  test("the milestone that waits longest is the one named", () => {
    const late = order({
      milestones: [
        { id: "T12", plan: asOf - 2, actual: undefined },
        { id: "T09", plan: asOf - 6, actual: undefined },
        { id: "T01", plan: asOf - 30, actual: asOf - 20 },
      ],
    });
    expect(urgency(late, asOf, 7).reasons).toEqual([{ code: "milestoneOverdue", milestone: "T09", days: 6 }]);
    expect(urgency(late, asOf, 7).next).toEqual({ milestone: "T09", plan: asOf - 6, days: -6 });
  });

  test("a delay that is not caught up moves the planned ex-factory date past the due date", () => {
    const late = order({
      milestones: [
        { id: "T19S", plan: asOf - 4, actual: undefined },
        { id: "T30", plan: asOf + 38, actual: undefined },
      ],
    });
    expect(urgency(late, asOf, 7).reasons).toEqual([
      { code: "milestoneOverdue", milestone: "T19S", days: 4 },
      { code: "forecastLate", forecast: asOf + 42, days: 2 },
    ]);
  });

  test("work planned after the goods have left cannot delay them", () => {
    const papers = order({
      milestones: [
        { id: "T30", plan: asOf + 39, actual: undefined },
        { id: "T34", plan: asOf + 50, actual: undefined },
        { id: "T31", plan: undefined, actual: undefined },
      ],
    });
    expect(codes(papers)).toEqual([]);
  });

  test("a plan that is itself later than the due date is a forecast too", () => {
    expect(codes(order({ due: asOf + 38 }))).toEqual(["forecastLate"]);
  });

  test("goods that have left are no longer late, failed or pending", () => {
    const left = order({
      due: asOf - 5,
      verdict: "fail",
      milestones: [{ id: "T30", plan: asOf - 5, actual: asOf - 3 }],
    });
    expect(urgency(left, asOf, 7)).toEqual({ reasons: [], next: undefined, done: true });
  });

  test("steps before a shipment that nobody wrote down are taken as done", () => {
    const left = order({
      milestones: [
        { id: "T09", plan: asOf - 30, actual: undefined },
        { id: "T30", plan: asOf - 2, actual: asOf - 2 },
      ],
    });
    expect(urgency(left, asOf, 7)).toEqual({ reasons: [], next: undefined, done: true });
  });

  test("papers still open after the goods have left keep the order on the board", () => {
    const papers = order({
      milestones: [
        { id: "T30", plan: asOf - 5, actual: asOf - 3 },
        { id: "T34", plan: asOf - 1, actual: undefined },
      ],
    });
    expect(urgency(papers, asOf, 7)).toMatchObject({
      reasons: [{ code: "milestoneOverdue", milestone: "T34", days: 1 }],
      done: false,
    });
  });

  test("an overdue ex-factory milestone is not named twice", () => {
    const overdue = order({ due: asOf - 2, milestones: [{ id: "T30", plan: asOf - 2, actual: undefined }] });
    expect(codes(overdue)).toEqual(["exFactoryOverdue"]);
  });

  test("an order without dates is neither late nor done", () => {
    const bare = order({ due: undefined, milestones: [], exFactoryId: undefined });
    expect(urgency(bare, asOf, 7)).toEqual({ reasons: [], next: undefined, done: false });
  });
});

describe("compareUrgency", () => {
  const ranked = (...orders: [string, OrderDates][]) =>
    orders
      .map(([name, dates]) => ({ name, due: dates.due, urgency: urgency(dates, asOf, 7) }))
      .sort(compareUrgency)
      .map(({ name }) => name);
  const none = { milestones: [] };

  test("worst first", () => {
    expect(
      ranked(
        ["fine", order()],
        ["left", order({ milestones: [{ id: "T30", plan: asOf - 9, actual: asOf - 9 }] })],
        ["pending", order({ ...none, verdict: "pending" })],
        ["near", order({ ...none, due: asOf + 3 })],
        ["failed", order({ ...none, verdict: "fail" })],
        ["slipping", order({ due: asOf + 30 })],
        ["step late", order({ milestones: [{ id: "T19S", plan: asOf - 1, actual: undefined }] })],
        ["late", order({ ...none, due: asOf - 1 })],
      ),
    ).toEqual(["late", "failed", "step late", "slipping", "near", "pending", "fine", "left"]);
  });

  test("among late orders the latest first, among near ones the nearest", () => {
    expect(
      ranked(["two", order({ ...none, due: asOf - 2 })], ["nine", order({ ...none, due: asOf - 9 })]),
    ).toEqual(["nine", "two"]);
    expect(
      ranked(["five", order({ ...none, due: asOf + 5 })], ["today", order({ ...none, due: asOf })]),
    ).toEqual(["today", "five"]);
  });

  test("is a total order", () => {
    const date = fc.option(fc.integer({ min: asOf - 20, max: asOf + 20 }), { nil: undefined });
    const anyOrder = fc.record({
      due: date,
      exFactoryId: fc.constant("T30"),
      verdict: fc.constantFrom("pass" as const, "fail" as const, "pending" as const, undefined),
      milestones: fc.array(
        fc.record({ id: fc.constantFrom("T19S", "T21F", "T30"), plan: date, actual: date }),
        {
          maxLength: 4,
        },
      ),
    });
    const entry = anyOrder.map((dates) => ({ due: dates.due, urgency: urgency(dates, asOf, 7) }));
    fc.assert(
      fc.property(entry, entry, entry, (a, b, c) => {
        expect(Math.sign(compareUrgency(a, b)) + Math.sign(compareUrgency(b, a))).toBe(0);
        if (compareUrgency(a, b) <= 0 && compareUrgency(b, c) <= 0) {
          expect(compareUrgency(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});
