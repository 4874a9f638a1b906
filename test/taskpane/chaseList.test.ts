import fc from "fast-check";
import type { OrderRisk } from "../../src/domain/schedule/orderRisk";
import { taTemplate } from "../../src/domain/schedule/taTemplate";
import { milestones } from "../../src/registers/milestones";
import type { Fields } from "../../src/registers/register";
import { chaseGroups, chaseItems, isTheirs, type ChaseItem } from "../../src/taskpane/chase/chaseList";
import { chaseMessage } from "../../src/taskpane/chase/chaseMessage";
import { neededDate, planTooLate } from "../../src/taskpane/chase/neededDate";
import { parties, partyOf } from "../../src/taskpane/chase/party";
import { waitsFor } from "../../src/taskpane/chase/waitsFor";
import { ordersOf, type OrderView } from "../../src/taskpane/orders";
import { asOf, bookOf } from "./memoryWorkbook";

const ids = milestones.map(({ id }) => id);
const knit = waitsFor(taTemplate("knit"), milestones);
type Risks = Parameters<typeof chaseItems>[0]["risks"];

const listOf = (orders: readonly OrderView[], risks: Risks, horizon: number) =>
  chaseItems({ orders, risks, milestones, waits: () => knit, asOf }, horizon);

const red = (key: string, more: Partial<OrderRisk> = {}) => [key, { key, level: "RED", ...more }] as const;

/** Rows with any dates, names and gaps in them. */
const rows = fc.array(
  fc.record(
    {
      style: fc.constantFrom("NV-1180", "LX-220", ""),
      colour: fc.constantFrom("Navy", "海军蓝", ""),
      customer: fc.constantFrom("Nordvik", "Luxor", ""),
      factory: fc.constantFrom("宏达制衣", "Saigon Garment", ""),
      merchandiser: fc.constantFrom("陈丽", "Anna", ""),
      qty: fc.constantFrom(0, 1200, "" as const),
      due: fc.constantFrom(asOf - 40, asOf, asOf + 50, "" as const),
      dates: fc.tuple(
        ...ids.map(() =>
          fc.record({
            plan: fc.option(fc.integer({ min: asOf - 60, max: asOf + 60 })),
            actual: fc.option(fc.integer({ min: asOf - 60, max: asOf }), { freq: 2 }),
          }),
        ),
      ),
      level: fc.constantFrom("RED", "AMBER", "GREEN", undefined),
      driver: fc.constantFrom(...ids, undefined),
      needed: fc.array(fc.integer({ min: asOf - 30, max: asOf + 30 }), { minLength: 9, maxLength: 9 }),
    },
    { requiredKeys: ["dates", "level", "driver", "needed", "style", "colour"] },
  ),
  { maxLength: 12 },
);

type Made = typeof rows extends fc.Arbitrary<infer T> ? T : never;

function sourceOf(made: Made): { orders: readonly OrderView[]; risks: Risks } {
  const fields = made.map(({ dates, level: _l, driver: _d, needed: _n, ...row }, index): Fields => {
    const all = dates.flatMap(({ plan, actual }, at) => [
      [`${ids[at]}.plan`, plan ?? ""],
      [`${ids[at]}.actual`, actual ?? ""],
    ]);
    return { po: `PO-${index}`, ...row, ...Object.fromEntries(all) };
  });
  const orders = ordersOf(bookOf({ orders: fields, inspections: [], defects: [] }));
  const risks = new Map(
    orders.map(({ key, row }) => {
      const { level, driver, needed } = made[Number(/\d+/.exec(String(row.fields.po))![0])]!;
      return [
        key,
        {
          key,
          ...(level && { level }),
          ...(driver && { driver: { milestone: driver, late: 3, costs: 2 } }),
          open: ids.map((milestone, at) => ({ milestone, owner: "", needed: needed[at]! })),
        },
      ] as const;
    }),
  );
  return { orders, risks };
}

const blank = (value: unknown) => value === undefined || value === "";

describe("the chase list", () => {
  test("has every overdue open milestone of a red order, and none of one that has left", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(0, 7, 14), (made, horizon) => {
        const { orders, risks } = sourceOf(made);
        const listed = new Set(listOf(orders, risks, horizon).map(({ id }) => id));
        for (const { key, row } of orders) {
          const left = !blank(row.fields["T30.actual"]);
          for (const id of ids) {
            const [plan, actual] = [row.fields[`${id}.plan`], row.fields[`${id}.actual`]];
            const overdue = typeof plan === "number" && plan < asOf && blank(actual);
            if (left || !blank(actual)) expect(listed.has(`${key} ${id}`)).toBe(false);
            else if (overdue && risks.get(key)?.level === "RED") expect(listed).toContain(`${key} ${id}`);
          }
        }
      }),
    );
  });

  test("a longer time never takes anything away, and every item stands in one group", () => {
    fc.assert(
      fc.property(rows, (made) => {
        const { orders, risks } = sourceOf(made);
        const [now, week, fortnight] = [0, 7, 14].map((days) => listOf(orders, risks, days));
        const has = (list: readonly ChaseItem[]) => new Set(list.map(({ id }) => id));
        for (const { id } of now!) expect(has(week!)).toContain(id);
        for (const { id } of week!) expect(has(fortnight!)).toContain(id);
        const grouped = chaseGroups(fortnight!, "en").flatMap(({ items }) => items.map(({ id }) => id));
        expect(grouped.sort()).toEqual(fortnight!.map(({ id }) => id).sort());
      }),
    );
  });

  test("a message names each order once and says nothing empty, in both languages", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom("en" as const, "zh-CN" as const), (made, lang) => {
        const { orders, risks } = sourceOf(made);
        for (const group of chaseGroups(listOf(orders, risks, 14), lang)) {
          const message = chaseMessage(group, group.items, lang, asOf);
          expect(message).not.toMatch(/undefined|NaN|null|\[object|[(（][)）]|, ,|，，|:\s*$|：\s*$(?!\n)/);
          for (const key of new Set(group.items.map(({ order }) => order.key))) {
            const po = String(orders.find((each) => each.key === key)!.row.fields.po);
            expect(message.match(new RegExp(`${po}(?!\\d)`, "g"))).toHaveLength(1);
          }
          expect(message.match(/^ {3}- /gm)).toHaveLength(group.items.length);
        }
      }),
    );
  });

  test("what moves an order at risk is on it before its day comes", () => {
    const fields = { po: "P", style: "S", due: asOf + 90, "T09.plan": asOf + 40, "T12.plan": asOf + 40 };
    const orders = ordersOf(bookOf({ orders: [fields], inspections: [], defects: [] }));
    const { key } = orders[0]!;
    const named = (risks: Risks) =>
      listOf(orders, risks, 7).map(({ milestone, reason }) => [milestone.id, reason]);
    expect(named(new Map())).toEqual([]);
    const driver = { milestone: "T09", late: 4, costs: 4 };
    expect(named(new Map([red(key, { driver })]))).toEqual([["T09", "drives"]]);
    expect(named(new Map([red(key, { next: { milestone: "T12", owner: "TRIM" } })]))).toEqual([
      ["T12", "next"],
    ]);
    expect(named(new Map([[key, { key, level: "GREEN", driver }]]))).toEqual([]);
  });

  test("nobody is asked by default for what waits for somebody else", () => {
    const late = Object.fromEntries(["T09", "T19S", "T21", "T27"].map((id) => [`${id}.plan`, asOf - 3]));
    const fields = { po: "P", style: "S", factory: "宏达制衣", "T04.actual": asOf - 40, ...late };
    const orders = ordersOf(bookOf({ orders: [fields], inspections: [], defects: [] }));
    const items = new Map(listOf(orders, new Map(), 0).map((item) => [item.milestone.id, item]));
    expect(isTheirs(items.get("T09")!)).toBe(true);
    // The fabric comes first; PP sample and trims are open as well.
    expect(items.get("T19S")!.waitsFor.map(({ id }) => id)).toEqual(["T09", "T17"]);
    expect(isTheirs(items.get("T19S")!)).toBe(false);
    const there = { "T09.actual": asOf - 5, "T12.actual": asOf - 5, "T17.actual": asOf - 5 };
    const begun = ordersOf(bookOf({ orders: [{ ...fields, ...there }], inspections: [], defects: [] }));
    const own = new Map(listOf(begun, new Map(), 0).map((item) => [item.milestone.id, item]));
    // Packing waits for cutting, which is the same factory's.
    expect(own.get("T27")!.waitsFor.map(({ id }) => id)).toEqual(["T19S"]);
    expect(isTheirs(own.get("T27")!)).toBe(true);
  });
});

// Predecessors as the published templates print them.
test("what waits for what follows the links of the template", () => {
  const before = (id: string) => [...(knit.get(id) ?? [])].sort();
  expect(before("T04")).toEqual([]);
  expect(before("T12")).toEqual([]);
  expect(before("T09")).toEqual(["T04"]);
  // The PP sample is made of bulk fabric, but needs only the dyeing begun.
  expect(before("T17")).toEqual(["T04"]);
  expect(before("T19S")).toEqual(["T04", "T09", "T17"]);
  expect(before("T21")).toEqual(["T04", "T09", "T12", "T17", "T19S"]);
  expect(before("T30")).toEqual(["T04", "T09", "T12", "T17", "T19S", "T21", "T27", "T29"]);
  const circle = [
    { code: "T09", predecessors: "T12" },
    { code: "T12", predecessors: "T09" },
  ].map((task) => ({ name: "", owner: "", o: 1, m: 1, p: 1, unit: "WD" as const, ...task }));
  expect(waitsFor(circle, milestones).size).toBe(0);
});

test("needed by: the last day that keeps the due date, never before what was agreed", () => {
  expect(neededDate(100, 110)).toBe(110);
  expect(neededDate(100, 90)).toBe(100);
  expect(neededDate(undefined, 90)).toBe(90);
  expect(neededDate(100, undefined)).toBe(100);
  expect(neededDate(undefined, undefined)).toBeUndefined();
  expect(planTooLate(100, 90)).toBe(10);
  expect(planTooLate(100, 110)).toBe(0);
});

test("owners of the published templates and of the milestones are parties", () => {
  for (const name of ["knit", "woven", "denim", "repeat"] as const) {
    for (const lang of ["en", "zh"] as const) {
      for (const { owner } of taTemplate(name, lang)) expect(parties).toContain(partyOf(owner));
    }
  }
  for (const { owner } of milestones) {
    expect(partyOf(owner.en)).toBeDefined();
    expect(partyOf(owner.zh)).toBe(partyOf(owner.en));
  }
  expect(partyOf("Mars")).toBeUndefined();
});

test("a message reads as one would write it", () => {
  const fields = {
    po: "PO-26002",
    style: "NV-1181",
    colour: "Navy",
    qty: 1200,
    factory: "宏达制衣",
    due: asOf + 6,
    "T21.plan": asOf - 7,
    "T27.plan": asOf + 2,
  };
  const orders = ordersOf(bookOf({ orders: [fields], inspections: [], defects: [] }));
  const open = [
    { milestone: "T21", owner: "FACTORY", needed: asOf - 4 },
    { milestone: "T27", owner: "FACTORY", needed: asOf - 1 },
  ];
  const items = listOf(orders, new Map([[orders[0]!.key, { key: orders[0]!.key, open }]]), 7);
  const to = { party: "factory", name: "宏达制衣" } as const;
  expect(chaseMessage(to, items, "zh-CN", asOf)).toBe(`宏达制衣，您好：

截至9月15日，以下工序还没有完成，麻烦协助跟进：

1. 订单 PO-26002，款号 NV-1181，Navy，1,200 件（交期 9月21日）
   - 车缝完成：计划 9月8日，已逾期 7 天，请尽快完成
   - 包装完成：计划 9月17日，最迟 9月17日
     能提前一天是一天：即使按计划日期，也比交期所需晚 3 天。

请今天告知目前进度和确定的完成日期。
如果我们这边还缺什么，请马上告诉我们。谢谢！`);
  expect(chaseMessage(to, items, "en", asOf)).toContain(
    "1. PO-26002, style NV-1181, Navy, 1,200 pcs (ex-factory 21 Sep)\n   - Sewing finish: planned 8 Sep, 7 days overdue, needed as soon as possible\n",
  );
  expect(chaseMessage(to, [], "en", asOf)).toBe("");
});
