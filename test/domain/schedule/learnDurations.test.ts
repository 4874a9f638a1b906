import { makeTracker } from "../../../samples/makeTracker";
import { officeEn } from "../../../samples/officeEn";
import { calendarFor } from "../../../src/domain/calendar/calendarFor";
import { serialDate } from "../../../src/domain/calendar/serialDate";
import { workday } from "../../../src/domain/calendar/workday";
import { learnDurations, withLearned } from "../../../src/domain/schedule/learnDurations";
import { learnFromOrders, rowOf } from "../../../src/domain/schedule/learnFromOrders";
import { momentsOf, pointsLike } from "../../../src/domain/schedule/learnPoints";
import { taTemplate } from "../../../src/domain/schedule/taTemplate";
import { pertMean } from "../../../src/domain/schedule/threePoint";

const calendar = calendarFor("CN6");
const knit = taTemplate("knit");
const position = (code: string) => knit.findIndex((task) => task.code === code);
const cut = serialDate(2025, 3, 3) as number;
const days = (from: number, count: number) => (count === 0 ? from : workday(from, count, calendar));

/**
 * Cutting starts, trims are there; printing starts two working days after it and sewing two after that: from then on sewing
 * takes as many working days as are said.
 */
const sewing = (took: number, from = cut) => ({
  factory: "",
  dates: { "T19S.actual": from, "T12.actual": from - 3, "T21.actual": days(from, 4 + took - 1) },
});

const learn = (orders: readonly ReturnType<typeof sewing>[]) =>
  learnDurations(
    knit,
    orders.map((order) => rowOf(order, knit)),
    calendar,
  );
const sewn = (orders: readonly ReturnType<typeof sewing>[]) => learn(orders).tasks[position("T21")]!;

test("without orders the template stays as it is", () => {
  const { tasks, orders, unexplained } = learn([]);
  expect({ orders, unexplained }).toEqual({ orders: 0, unexplained: 0 });
  for (const { template, learned, orders: told } of tasks) {
    expect(learned).toEqual(template);
    expect(told).toBe(0);
  }
});

test.each([1, 5, 20])("n orders of one duration count n / (n + 5) against the template (n = %i)", (n) => {
  const { o, m, p } = knit[position("T21")]!;
  const { moments, orders } = sewn(Array.from({ length: n }, () => sewing(20)));
  expect(orders).toBe(n);
  expect(moments.mean).toBeCloseTo((n * 20 + 5 * pertMean({ o, m, p })) / (n + 5), 1);
});

test("mean and spread of many orders are learned, and every task that they do not tell of stays", () => {
  const took = [10, 12, 13, 14, 15, 15, 16, 17, 18, 20];
  const orders = Array.from({ length: 60 }, (_, k) => sewing(took[k % 10]!, cut + 7 * (k % 4)));
  const { tasks } = learn(orders);
  const { learned, moments } = tasks[position("T21")]!;
  // Of the ten durations: mean 15, deviation 2.8.
  expect(Math.abs(pertMean(learned) - 15)).toBeLessThan(0.6);
  expect(Math.abs(momentsOf(learned).deviation - 2.8)).toBeLessThan(0.6);
  expect(Math.abs(moments.mean - 15)).toBeLessThan(0.4);
  for (const [i, task] of tasks.entries()) {
    if (i !== position("T21")) expect(task.learned).toEqual(task.template);
  }
});

test("slips of the keyboard and work out of sequence teach nothing", () => {
  const good = Array.from({ length: 8 }, (_, k) => sewing(13 + (k % 3)));
  const slip = { ...sewing(14), dates: { ...sewing(14).dates, "T21.actual": cut + 365 } };
  const backwards = { ...sewing(14), dates: { ...sewing(14).dates, "T21.actual": cut - 10 } };
  const learned = learn([...good, slip, backwards]);
  expect(learned.unexplained).toBe(2);
  expect(learned.tasks[position("T21")]!.moments).toEqual(sewn(good).moments);
});

test("missing dates leave less to learn from and do no harm", () => {
  const blank: Record<string, number>[] = [{ "T30.actual": cut }, {}];
  const rows = blank.map((dates) => rowOf({ factory: "", dates }, knit));
  const { tasks, orders } = learnDurations(knit, rows, calendar);
  expect(orders).toBe(0);
  for (const { template, learned } of tasks) expect(learned).toEqual(template);
});

test("the order of the rows changes nothing", () => {
  const orders = [9, 14, 22, 11, 17].map((took, k) => sewing(took, cut + 14 * k));
  const one = sewn(orders);
  const other = sewn([...orders].reverse());
  expect(other.learned).toEqual(one.learned);
  expect(other.moments.mean).toBeCloseTo(one.moments.mean, 9);
});

test("a span over several tasks is shared out among them: the one that varies most gets most", () => {
  // Order to approval of the lab dip: review 1/2/4, lab dip 3/5/9 and approval 5/8/16, together 15 or 16 days; here twice that.
  const slow = { factory: "", dates: { "T00.actual": cut, "T04.actual": cut + 32 } };
  const { tasks } = learnDurations(
    knit,
    Array.from({ length: 30 }, () => rowOf(slow, knit)),
    calendar,
  );
  const grown = ["T01", "T03", "T04"].map((code) => {
    const { template, moments } = tasks[position(code)]!;
    return moments.mean - pertMean(template);
  });
  // Sixteen days more: most of them are found again, whoever is thought to have taken them.
  expect(grown.reduce((sum, days) => sum + days, 0)).toBeGreaterThan(8);
  expect(grown[2]).toBeGreaterThan(Math.max(grown[0]!, grown[1]!));
});

test("three points keep the template's shape, in whole days, in order", () => {
  const template = { o: 9, m: 12, p: 18 };
  expect(pointsLike(template, momentsOf(template))).toEqual(template);
  const doubled = pointsLike(template, { mean: 25, deviation: 3.2 });
  expect(pertMean(doubled)).toBeCloseTo(25, 0);
  expect(momentsOf(doubled).deviation).toBeCloseTo(3.2, 0);
  for (const mean of [1, 1.3, 2, 7.7, 40]) {
    for (const deviation of [0, 0.2, 1, 5]) {
      const { o, m, p } = pointsLike({ o: 1, m: 1, p: 2 }, { mean, deviation });
      expect([o, m, p].every(Number.isInteger)).toBe(true);
      expect(o >= 1 && o <= m && m <= p).toBe(true);
    }
  }
});

test("a factory has durations of its own once it has five orders, beside those of all", () => {
  const at = (factory: string, took: number, count: number) =>
    Array.from({ length: count }, () => ({ ...sewing(took), factory }));
  const request = (orders: ReturnType<typeof at>) => ({
    calendar: "CN6",
    closures: [],
    templates: [{ template: "knit", tasks: knit, orders }],
  });
  expect(learnFromOrders(request(at("Padma", 20, 4)))).toEqual([]);
  const proposals = learnFromOrders(
    request([...at("Padma", 20, 8), ...at("Meghna", 10, 8), ...at("Jamuna", 30, 2)]),
  );
  expect(proposals.map(({ factory, orders }) => [factory, orders])).toEqual([
    ["", 18],
    ["Padma", 8],
    ["Meghna", 8],
  ]);
  const usual = proposals.map(({ tasks }) => pertMean(tasks[position("T21")]!));
  expect(usual[1]).toBeGreaterThan(usual[0]!);
  expect(usual[2]).toBeLessThan(usual[0]!);
});

test("how often work is held up is learned from dates far later than the others, which are not thought to be usual", () => {
  const took = [10, 12, 13, 14, 14, 15, 16, 17, 18, 20];
  const orders = (late: number) =>
    Array.from({ length: 100 }, (_, k) =>
      sewing(took[k % 10]! + ((7 * k) % 10 < late ? 25 : 0), cut + 7 * (k % 4)),
    );
  const [none, one] = [learn(orders(0)), learn(orders(1))];
  // From the 2 % that are thought before anything is known towards 0 and towards 10 %.
  expect(none.heldUp).toBeLessThan(0.02);
  expect(one.heldUp).toBeGreaterThan(0.025);
  expect(one.heldUp).toBeLessThan(0.1);
  for (const { tasks } of [none, one]) {
    const { mean, deviation } = tasks[position("T21")]!.moments;
    expect(Math.abs(mean - 15)).toBeLessThan(0.6);
    expect(Math.abs(deviation - 2.8)).toBeLessThan(0.6);
  }
});

test("what leads to ex-factory gets the chance of being held up; of what comes after it nothing is known", () => {
  const learning = learn(Array.from({ length: 30 }, (_, k) => sewing(13 + (k % 3))));
  const held = withLearned(knit, learning).filter(({ heldUp }) => heldUp !== undefined);
  expect(held.map(({ code }) => code)).toEqual(expect.arrayContaining(["T01", "T21", "T30"]));
  expect(held.map(({ code }) => code)).not.toEqual(expect.arrayContaining(["T31"]));
  for (const { heldUp } of held) expect(heldUp).toBe(learning.heldUp);
});

test("what is done on the day of what it waits for is no slip of the keyboard", () => {
  const order = (packed: number) => ({
    factory: "",
    dates: {
      "T00.actual": cut - 70,
      "T12.actual": cut - 30,
      "T17.actual": cut - 30,
      "T19S.actual": cut - 21,
      "T21.actual": cut,
      "T27.actual": packed,
      "T29.actual": packed,
      "T30.actual": packed,
    },
  });
  // Packing ends three working days after sewing, the inspection and the truck come a day later each: by the template.
  const soon = Array.from({ length: 6 }, () => order(cut + 1));
  expect(learn(soon).unexplained).toBe(0);
  // Before what it waits for it was not.
  expect(learn([...soon, order(cut - 1)]).unexplained).toBe(3);
});

test("where people keep to their plans, a factory with most of the orders comes out like all of them", () => {
  const orders = makeTracker(officeEn).orders.flatMap(({ factory, template, orderDate, ...fields }) => {
    if (template !== "knit" || fields["T30.actual"] === undefined) return [];
    const dates = Object.entries(fields).filter(([id]) => /\.(plan|actual)$/.test(id));
    return [
      {
        factory: String(factory),
        dates: Object.fromEntries([["T00.actual", orderDate], ...dates]) as Record<string, number>,
      },
    ];
  });
  const proposals = learnFromOrders({
    calendar: "BD",
    closures: [],
    templates: [{ template: "knit", tasks: knit, orders }],
  });
  expect(proposals.map(({ orders }) => orders)).toEqual([24, 20]);
  const [all, most] = proposals.map(({ tasks }) => tasks.filter(({ o, p }) => o < p).map(pertMean));
  // Not a step is thought to take half as long, or twice.
  all!.forEach((days, i) => {
    expect(most![i]! / days).toBeGreaterThan(0.6);
    expect(most![i]! / days).toBeLessThan(1.7);
  });
});
