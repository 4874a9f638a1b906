import fc from "fast-check";
import { taTemplate } from "../../src/domain/schedule/taTemplate";
import { call, callCells, date, sentenceOf } from "./excelRealm";
import "../../src/functions/index";

// The rules of a forecast, asked of the cells alone: any template, any stage of an order, headings as people write them.
const TEMPLATES = ["knit", "woven", "denim", "repeat"] as const;
type Template = (typeof TEMPLATES)[number];
const CALENDARS = ["CN6", "CN5", "VN", "ALL"] as const;
const none = undefined;

interface Planned {
  readonly code: string;
  readonly start: number;
  readonly finish: number;
  readonly float: number;
}

const plans = new Map<string, Planned[]>();
function planOf(template: Template, begin: number, calendar: string): Planned[] {
  const key = `${template} ${begin} ${calendar}`;
  let plan = plans.get(key);
  if (!plan) {
    const rows = callCells("TAPLAN", template, begin, "forward", calendar) as [
      string,
      string,
      string,
      number,
      number,
      number,
    ][];
    plans.set(key, (plan = rows.map(([code, , , start, finish, float]) => ({ code, start, finish, float }))));
  }
  return plan;
}

const exFactory = (plan: readonly Planned[]) => plan.find(({ code }) => code === "T30") as Planned;

/** Milestones that trackers follow: a heading each for the planned and the actual date, in several hands. */
const MILESTONES = {
  T04: ["T04", "Lab dip approved", "批色"],
  T09: ["T09", "Fabric in-house", "面料到厂"],
  T12: ["T12", "Trims in house", "辅料到厂"],
  T17: ["T17", "PP", "产前样"],
  T19S: ["T19", "PCD", "开裁"],
  T21S: ["T21 start", "Sewing start", "上线"],
  T21: ["T21", "Sewing finish", "下线"],
  T24: ["T24", "Wash", "洗水"],
  T27: ["T27", "Packed", "包装完成"],
  T29: ["T29", "FRI", "尾期"],
  T30: ["T30", "Ex-factory", "离厂"],
} as const;
type Milestone = keyof typeof MILESTONES;
const HANDS = [
  [(name: string) => `${name} plan`, (name: string) => `${name} actual`],
  [(name: string) => `Planned ${name}`, (name: string) => `Actual ${name}`],
  [(name: string) => `${name} (P)`, (name: string) => `${name} (A)`],
  [(name: string) => `${name}计划`, (name: string) => `实际${name}`],
  [(name: string) => `${name} 应完成`, (name: string) => `${name} 完成`],
] as const;

interface Tracker {
  readonly template: Template;
  readonly calendar: string;
  readonly begin: number;
  readonly asOf: number;
  readonly due: number;
  readonly milestones: readonly Milestone[];
  readonly headings: string[];
  readonly row: (number | string)[];
}

/** An order on some day of its life: each milestone some days off its plan, written down when it has happened. */
const trackersOf = (least: readonly Milestone[]): fc.Arbitrary<Tracker> =>
  fc
    .record({
      template: fc.constantFrom(...TEMPLATES),
      calendar: fc.constantFrom(...CALENDARS),
      begin: fc.integer({ min: date(2025, 3, 3), max: date(2026, 5, 20) }),
      life: fc.double({ min: least.length > 0 ? 0.85 : 0, max: 1.2, noNaN: true }),
      spare: fc.integer({ min: -5, max: 25 }),
      tracked: fc
        .subarray(Object.keys(MILESTONES) as Milestone[], { minLength: 1 })
        .map((some) =>
          (Object.keys(MILESTONES) as Milestone[]).filter((one) => some.includes(one) || least.includes(one)),
        ),
      planned: fc.boolean(),
      slips: fc.array(fc.integer({ min: -2, max: 7 }), { minLength: 11, maxLength: 11 }),
      tongue: fc.constantFrom(1, 2),
      hand: fc.constantFrom(...HANDS),
    })
    .map(({ template, calendar, begin, life, spare, tracked, planned, slips, tongue, hand }) => {
      const plan = planOf(template, begin, calendar);
      const leaves = exFactory(plan).finish;
      const asOf = begin + Math.round(life * (leaves - begin));
      const headings = ["Order date"];
      const row: (number | string)[] = [begin];
      const milestones: Milestone[] = [];
      let slip = 0;
      tracked.forEach((milestone, n) => {
        const isStart = milestone.endsWith("S");
        const task = plan.find(({ code }) => code === milestone.slice(0, 3));
        if (!task) return;
        slip = Math.max(-2, slip + (slips[n] as number) - 2);
        const day = (isStart ? task.start : task.finish) + slip;
        milestones.push(milestone);
        headings.push(...hand.map((say) => say(MILESTONES[milestone][tongue])));
        row.push(planned ? (isStart ? task.start : task.finish) : "", day < asOf ? day : "");
      });
      return { template, calendar, begin, asOf, due: leaves + spare, milestones, headings, row };
    })
    .filter(({ milestones }) => milestones.length > 0);
const anyTracker = trackersOf([]);

const ship = ({ headings, template, asOf, calendar }: Tracker, row: readonly unknown[], closures?: unknown) =>
  call("SHIPDATE", [headings], [row], template, asOf, calendar, closures) as number;
const chance = ({ headings, template, asOf, calendar, due }: Tracker, row: readonly unknown[], by = due) =>
  call("ONTIME", [headings], [row], by, template, asOf, calendar) as number;

const holds = (rule: (tracker: Tracker, at: number) => void, numRuns = 40, trackers = anyTracker) =>
  fc.assert(
    fc.property(trackers, fc.nat(1000), (tracker, at) => rule(tracker, at)),
    { numRuns },
  );

test("all headings are recognised: each column can change an answer only as the milestone that it names", () => {
  for (const hand of HANDS) {
    for (const [milestone, names] of Object.entries(MILESTONES)) {
      for (const name of names) {
        // A code or the beginning of a task and 完成 is its finish.
        if (hand === HANDS[4] && (name === names[0] || milestone.endsWith("S"))) continue;
        const headings = hand.map((say) => say(name));
        const happened = [date(2026, 4, 8), date(2026, 4, 10)];
        const code = milestone.slice(0, 3);
        const plain = [`${milestone.endsWith("S") ? `${code} start` : `${code} finish`}`];
        const both = plain.flatMap((one) => [`${one} plan`, `${one} actual`]);
        const answers = [headings, both].map((row) =>
          call("SHIPDATE", [row], [happened], "denim", date(2026, 4, 20)),
        );
        expect([headings, answers[0]]).toEqual([headings, answers[1]]);
      }
    }
  }
});

test("all done gives the actual date and a chance of 0 or 1", () =>
  holds((tracker, at) => {
    const left = tracker.begin + 30 + (at % 60);
    const given = { ...tracker, headings: [...tracker.headings, "Ex-factory actual"], asOf: left + (at % 9) };
    const row = [...tracker.row, left];
    fc.pre(!tracker.milestones.includes("T30"));
    expect(ship(given, row)).toBe(left);
    expect(chance(given, row, left)).toBe(1);
    expect(chance(given, row, left - 1)).toBe(0);
    const rest = [[given.headings], [row], left, given.template, given.asOf, given.calendar, none];
    expect(call("RISK", ...rest)).toBe("SHIPPED");
    expect(call("RISK", ...rest, "zh")).toBe("已出");
    expect(call("NEXTSTEP", [given.headings], [row], none, given.template, given.asOf)).toBe("");
  }));

test("nothing done at the order date gives the template's plan, in any calendar and with closures", () =>
  holds(({ template, calendar, begin }, at) => {
    const closures = Array.from({ length: at % 25 }, (_, day) => [begin + 20 + day]);
    const off = closures.length > 0 ? closures : none;
    const plan = callCells("TAPLAN", template, begin, "forward", calendar, off);
    const leaves = plan.find(([code]) => code === "T30")?.[4];
    for (const headings of [["Order date"], ["下单日期", "PCD 计划", "PCD 实际"]]) {
      const row = headings.map((_, n) => (n === 0 ? begin : ""));
      expect(call("SHIPDATE", [headings], [row], template, begin, calendar, off)).toBe(leaves);
    }
  }));

/** A template as somebody keeps it in cells. */
const cellsOf = (template: Template, last = "T99") =>
  taTemplate(template)
    .filter(({ code }) => code <= last)
    .map(({ code, name, owner, o, m, p, unit, predecessors }) => [
      code,
      name,
      owner,
      o,
      m,
      p,
      unit,
      predecessors,
    ]);

test("a delay shorter than the float changes no date, one of a task without float does", () =>
  holds(({ template, calendar, begin }, at) => {
    // Up to ex-factory, for a plan counts float up to its end.
    const own = cellsOf(template, "T30");
    const plan = callCells("TAPLAN", own, begin, "forward", calendar);
    const tasks = taTemplate(template).filter(({ code, p }) => p > 0 && code < "T30");
    const { code, unit } = tasks[at % tasks.length] as (typeof tasks)[number];
    const [finish, float] = plan.find(([one]) => one === code)?.slice(4) as [number, number];
    const later = (days: number) =>
      unit === "CD" ? finish + days : (call("WORKDAY", finish, days, calendar) as number);
    const shipped = (day: number) =>
      call("SHIPDATE", [["Order date", `${code} finish plan`]], [[begin, day]], own, begin, calendar);
    const leaves = plan[plan.length - 1]?.[4];
    expect(shipped(later(Math.min(float, at % 40)))).toBe(leaves);
    if (float === 0) expect(shipped(later(8))).toBeGreaterThan(leaves as number);
  }));

test("later dates never improve the forecast, a later due date never lowers the chance", () =>
  holds((tracker, at) => {
    const { row, due } = tracker;
    const dated = row.flatMap((cell, i) => (i > 0 && typeof cell === "number" ? [i] : []));
    expect(chance(tracker, row, due + 1 + (at % 7))).toBeGreaterThanOrEqual(chance(tracker, row));
    fc.pre(dated.length > 0);
    const later = row.map((cell, i) =>
      i === dated[at % dated.length] ? (cell as number) + 1 + (at % 9) : cell,
    );
    expect(ship(tracker, later)).toBeGreaterThanOrEqual(ship(tracker, row));
    expect(chance(tracker, later)).toBeLessThanOrEqual(chance(tracker, row));
  }, 40));

test("nothing open leaves before the as-of date or before its planned date", () =>
  holds((tracker) => {
    const { milestones, row, asOf } = tracker;
    const at = milestones.indexOf("T30");
    fc.pre(at < 0 || row[2 * at + 2] === "");
    expect(ship(tracker, row)).toBeGreaterThanOrEqual(asOf);
    expect(chance(tracker, row, asOf - 1)).toBe(0);
    const planned = at < 0 ? "" : row[2 * at + 1];
    if (typeof planned === "number") {
      // Planned for a day off, it leaves on the working day before.
      const put = call("NEXTWORKDAY", planned + 30, tracker.calendar) as number;
      const later = row.map((cell, i) => (i === 2 * at + 1 ? put : cell));
      expect(ship(tracker, later)).toBeGreaterThanOrEqual(put);
      expect(chance(tracker, later, put - 1)).toBe(0);
    }
  }));

test("what a later milestone shows to be done is not waited for, and never the next step", () =>
  holds(
    (tracker) => {
      const { milestones, row, template, asOf, headings } = tracker;
      const packed = milestones.indexOf("T27");
      const sewn = milestones.indexOf("T21");
      fc.pre(packed >= 0 && sewn >= 0 && row[2 * packed + 2] !== "" && row[2 * sewn + 2] !== "");
      const blank = row.map((cell, i) => (i === 2 * sewn + 2 ? "" : cell));
      expect(ship(tracker, blank)).toBe(ship(tracker, row));
      expect(chance(tracker, blank)).toBe(chance(tracker, row));
      expect(call("NEXTSTEP", [headings], [blank], none, template, asOf)).toBe(
        call("NEXTSTEP", [headings], [row], none, template, asOf),
      );
    },
    25,
    trackersOf(["T21", "T27"]),
  ));

test("shuffled rows, shuffled columns and columns of other things change nothing", () =>
  holds((tracker, at) => {
    const { headings, row, due, template, asOf, calendar } = tracker;
    const other = row.map((cell, i) => (i === 0 ? (cell as number) + 3 : cell));
    const rows = [row, other, row.map(() => "")];
    for (const [id, ...more] of [["SHIPDATE"], ["ONTIME", due], ["RISKWHY", due]] as const) {
      const all = callCells(id, [headings], rows, ...more, template, asOf, calendar);
      expect(all[2]).toEqual([""]);
      expect(
        callCells(id, [headings], [...rows].reverse(), ...more, template, asOf, calendar).reverse(),
      ).toEqual(all);
      const shift = 1 + (at % headings.length);
      const turned = <T>(cells: readonly T[]) => [...cells.slice(shift), ...cells.slice(0, shift)];
      const wide = (cells: readonly unknown[], word: unknown) => cells.flatMap((cell) => [word, cell]);
      expect(
        callCells(
          id,
          [wide(turned(headings), "Remarks")],
          rows.map((one) => wide(turned(one), "left open")),
          ...more,
          template,
          asOf,
          calendar,
        ),
      ).toEqual(all);
    }
  }, 30));

test("the same cells give the same answer, whatever was asked before", () =>
  holds((tracker) => {
    const { headings, row, template, asOf, begin } = tracker;
    const stop = Array.from({ length: 10 }, (_, day) => [Math.max(asOf, begin) + 5 + day]);
    const asked = CALENDARS.map((calendar) => () => [
      ship({ ...tracker, calendar }, row),
      ship({ ...tracker, calendar }, row, stop),
      chance({ ...tracker, calendar }, row),
      call("NEXTSTEP", [headings], [row], "date", template, asOf),
      call("SHIPDATE", [headings], [row], template, asOf + 1, calendar),
    ]);
    const first = asked.map((ask) => ask());
    const again = [...asked].reverse().map((ask) => ask());
    expect(again.reverse()).toEqual(first);
    // With days off that come before anything is due, nothing leaves sooner.
    first.forEach(([open, stopped]) => expect(stopped).toBeGreaterThanOrEqual(open as number));
  }, 40));

test("a published template by range is the template by name, and speaks its own words", () => {
  const own = cellsOf("knit");
  const headings = [["下单日期", "开裁 实际"]];
  const row = [[date(2026, 3, 2), ""]];
  for (const template of ["knit", own, "knit", own]) {
    expect(call("SHIPDATE", headings, row, template, date(2026, 3, 2))).toBe(date(2026, 5, 7));
    const owner = call("NEXTSTEP", headings, row, "owner", template, date(2026, 3, 20));
    expect(owner).toBe(template === own ? "FACTORY" : "工厂");
  }
});

test("circles and unknown names are errors that name them", () => {
  const task = (code: string, before: string) => [code, code, "FACTORY", 1, 2, 3, "WD", before];
  const asked = (own: unknown[][]) =>
    sentenceOf("SHIPDATE", [["A", "B"]], [[date(2026, 3, 2), ""]], own, date(2026, 3, 2));
  expect(asked([task("A", "C"), task("B", "A"), task("C", "B")])).toMatch(/circle.*A.*B.*C|circle.*C.*A/s);
  expect(asked([task("A", ""), task("B", "ZZ")])).toContain("ZZ");
});
