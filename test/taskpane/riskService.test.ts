import type { OrderRisk } from "../../src/domain/schedule/orderRisk";
import { createBookStore } from "../../src/taskpane/bookStore";
import { createMemory } from "../../src/taskpane/environment";
import {
  changesBetween,
  dayBefore,
  keepSnapshot,
  readSnapshots,
  snapshotOf,
} from "../../src/taskpane/risk/dayChanges";
import { createRiskEngine, type RiskAnswer, type RiskQuestion } from "../../src/taskpane/risk/riskEngine";
import { riskReader } from "../../src/taskpane/risk/riskRequest";
import { createRiskService } from "../../src/taskpane/risk/riskService";
import type { Book } from "../../src/workbook/book";
import { asOf, bookOf, MemoryWorkbook } from "./memoryWorkbook";
import { sampleBook } from "./sampleBook";

const soon = (milliseconds = 0) => new Promise((done) => setTimeout(done, milliseconds));

/** Engines that only note what they are told; the test answers. */
function watched(book: Book) {
  const workbook = new MemoryWorkbook(book);
  const store = createBookStore(workbook);
  const told: RiskQuestion[][] = [];
  const where: boolean[] = [];
  let answer: (answer: RiskAnswer) => void = () => undefined;
  let fail: () => void = () => undefined;
  const service = createRiskService(store, async (answered, failed, inPage) => {
    answer = answered;
    fail = failed;
    where.push(inPage);
    const mine: RiskQuestion[] = [];
    told.push(mine);
    await soon();
    return { tell: (question) => mine.push(question), stop: () => undefined };
  });
  const asked = () =>
    (told.at(-1) ?? []).flatMap((question) => (question.type === "orders" ? question.orders : []));
  return {
    workbook,
    store,
    service,
    told,
    where,
    asked,
    fail: () => fail(),
    answer: (risks: { risk: OrderRisk; version: number }[]) => answer({ type: "risks", risks }),
    outlook: (id: number) => answer({ type: "outlook", id, problem: "none" }),
    answerAll: () =>
      answer({
        type: "risks",
        risks: asked().map(({ order, version }) => ({ risk: { key: order.key, chance: 0.5 }, version })),
      }),
  };
}

async function following(book = sampleBook()) {
  const w = watched(book);
  w.service.subscribe(() => undefined);
  await w.store.refresh();
  await soon(5);
  return w;
}

const changed = (book: Book, po: string, fields: Record<string, number | string>): Book =>
  bookOf({
    orders: book.tables.orders!.rows.map((row) =>
      row.fields.po === po ? { ...row.fields, ...fields } : row.fields,
    ),
  });

describe("the risk service", () => {
  test("does nothing until somebody looks", async () => {
    const w = watched(sampleBook());
    await w.store.refresh();
    await soon(5);
    expect(w.told).toEqual([]);
  });

  test("asks about every order once, and counts what has come", async () => {
    const w = await following();
    expect(w.asked().map(({ order }) => order.key)).toHaveLength(9);
    expect(w.service.get()).toMatchObject({ done: 0, total: 9 });
    const [first] = w.asked();
    w.answer([{ risk: { key: first!.order.key }, version: first!.version }]);
    expect(w.service.get()).toMatchObject({ done: 1, total: 9 });
    w.answerAll();
    expect(w.service.get()).toMatchObject({ done: 9, total: 9 });
  });

  test("after an edit it asks about that order only, ahead of the others", async () => {
    const w = await following();
    w.answerAll();
    w.workbook.book = changed(w.workbook.book, "PO-26004", { "T09.actual": asOf });
    const before = w.asked().length;
    await w.store.refresh();
    await soon(5);
    const edited = w.asked().slice(before);
    expect(edited.map(({ order }) => order.key)).toEqual(["po-26004|lx-221|ecru"]);
    expect(w.told[0]!.at(-1)).toMatchObject({ type: "orders", edited: true });
    // The old answer stands until the new one is there.
    expect(w.service.get()).toMatchObject({ done: 8, total: 9 });
    expect(w.service.get().risks.size).toBe(9);
  });

  test("reading the same again asks nothing", async () => {
    const w = await following();
    w.answerAll();
    const before = w.told[0]!.length;
    w.workbook.book = sampleBook();
    await w.store.refresh();
    await soon(5);
    expect(w.told[0]!.length).toBe(before);
  });

  test("an answer to what the row said before is not taken", async () => {
    const w = await following();
    const old = w.asked().find(({ order }) => order.key.startsWith("po-26004"))!;
    w.workbook.book = changed(w.workbook.book, "PO-26004", { due: asOf + 99 });
    await w.store.refresh();
    await soon(5);
    w.answer([{ risk: { key: old.order.key, chance: 0.1 }, version: old.version }]);
    expect(w.service.get().risks.has(old.order.key)).toBe(false);
    expect(w.service.get().done).toBe(0);
  });

  test("another as-of date makes everything be asked anew", async () => {
    const w = await following();
    w.answerAll();
    const book = sampleBook();
    w.workbook.book = { ...book, settings: { ...book.settings, asOf: asOf + 1 } };
    const before = w.asked().length;
    await w.store.refresh();
    await soon(5);
    expect(w.asked().length - before).toBe(9);
    expect(w.told[0]!.filter(({ type }) => type === "basis")).toHaveLength(2);
  });

  test("an order that is gone from the sheet is gone from the answers", async () => {
    const w = await following();
    w.answerAll();
    const rows = sampleBook().tables.orders!.rows.map(({ fields }) => fields);
    w.workbook.book = bookOf({ orders: rows.slice(1) });
    await w.store.refresh();
    await soon(5);
    expect(w.service.get()).toMatchObject({ done: 8, total: 8 });
    expect(w.service.get().risks.has("po-26001|nv-1180|navy")).toBe(false);
  });

  test("a worker that breaks is replaced by the page, which is told everything again", async () => {
    const w = await following();
    const { order } = w.service.inputOf("po-26004|lx-221|ecru")!;
    const heard: unknown[] = [];
    w.service.outlook(order!, undefined, (answer) => heard.push(answer));
    w.fail();
    await soon(10);
    expect(w.where).toEqual([false, true]);
    expect(w.asked()).toHaveLength(9);
    const again = w.told[1]!.find(({ type }) => type === "outlook");
    expect(again).toBeDefined();
    w.outlook((again as { id: number }).id);
    expect(heard).toEqual([{ problem: "none" }]);
  });

  test("a question taken back is not answered", async () => {
    const w = await following();
    const { order } = w.service.inputOf("po-26004|lx-221|ecru")!;
    const heard: unknown[] = [];
    const forget = w.service.outlook(order!, undefined, (answer) => heard.push(answer));
    const { id } = w.told[0]!.at(-1) as { id: number };
    forget();
    expect(w.told[0]!.at(-1)).toEqual({ type: "forget", id });
    w.outlook(id);
    expect(heard).toEqual([]);
  });
});

describe("the engine", () => {
  const reader = riskReader(sampleBook());
  const orders = sampleBook()
    .tables.orders!.rows.slice(0, 4)
    .map((row, version) => {
      const fields = row.fields;
      const dates = Object.fromEntries(
        Object.entries(fields).filter(([id, value]) => id.includes(".") && typeof value === "number"),
      ) as Record<string, number>;
      return { order: { key: row.key, template: "=knit", due: Number(fields.due), dates }, version };
    });

  test("outlooks go first, then what was edited, then the rest in their order", async () => {
    const heard: RiskAnswer[] = [];
    // One order at a time, each told at once.
    const engine = createRiskEngine((answer) => heard.push(answer), { slice: 0.001, answers: 0 });
    engine.tell({ type: "basis", basis: reader.basis });
    engine.tell({ type: "orders", orders: orders.slice(0, 3), edited: false });
    engine.tell({ type: "orders", orders: orders.slice(3), edited: true });
    engine.tell({ type: "outlook", id: 1, order: orders[2]!.order });
    for (let i = 0; i < 500 && heard.length < 5; i++) await soon(10);
    expect(heard.map((each) => (each.type === "outlook" ? "outlook" : each.risks[0]!.version))).toEqual([
      "outlook",
      3,
      0,
      1,
      2,
    ]);
  });

  test("an order that breaks the analysis keeps no other waiting", async () => {
    const heard: RiskAnswer[] = [];
    const engine = createRiskEngine((answer) => heard.push(answer), { slice: 12, answers: 0 });
    const broken = { key: "broken", template: "=knit", dates: undefined as never };
    engine.tell({ type: "basis", basis: reader.basis });
    engine.tell({ type: "orders", orders: [{ order: broken, version: 9 }, orders[0]!], edited: false });
    const risks = () => heard.flatMap((each) => (each.type === "risks" ? each.risks : []));
    for (let i = 0; i < 100 && risks().length < 2; i++) await soon(10);
    expect(risks()[0]).toEqual({ risk: { key: "broken" }, version: 9 });
    expect(risks()[1]!.risk.ship).toBeGreaterThan(0);
  });

  test("a new basis makes void what was asked before", async () => {
    const heard: RiskAnswer[] = [];
    const engine = createRiskEngine((answer) => heard.push(answer), { slice: 12, answers: 0 });
    engine.tell({ type: "basis", basis: reader.basis });
    engine.tell({ type: "orders", orders, edited: false });
    engine.tell({ type: "basis", basis: { ...reader.basis, asOf: asOf + 5 } });
    engine.tell({ type: "orders", orders: orders.slice(0, 1), edited: false });
    for (let i = 0; i < 100 && heard.length < 1; i++) await soon(10);
    await soon(50);
    expect(heard.flatMap((each) => (each.type === "risks" ? each.risks : []))).toHaveLength(1);
  });
});

describe("changes since the day before", () => {
  const risk = (key: string, chance?: number, shipped?: number): OrderRisk => ({
    key,
    ...(chance !== undefined && { chance }),
    ...(shipped !== undefined && { shipped, level: "SHIPPED" as const }),
  });
  const between = (before: OrderRisk[], now: OrderRisk[]) =>
    Object.fromEntries(
      [...changesBetween(snapshotOf(1, before), now).orders].map(([key, { kind }]) => [key, kind]),
    );

  test("levels crossed and noticeable moves count, small ones do not", () => {
    const before = [risk("a", 0.81), risk("b", 0.6), risk("c", 0.6), risk("d", 0.3), risk("e", 0.95)];
    const now = [risk("a", 0.79), risk("b", 0.69), risk("c", 0.7), risk("d", 0.1), risk("e", 0.95)];
    expect(between(before, now)).toEqual({ a: "worse", c: "better", d: "worse" });
  });

  test("orders that came and left", () => {
    expect(
      between([risk("a", 0.2), risk("b", 1, 5)], [risk("a", 0, 9), risk("b", 1, 5), risk("c", 0.4)]),
    ).toEqual({
      a: "shipped",
      c: "new",
    });
  });

  test("an order whose chance is not known is no news", () => {
    expect(between([risk("a")], [risk("a", 0.1)])).toEqual({});
    expect(between([risk("a", 0.9)], [risk("a")])).toEqual({});
  });

  test("a day is kept with the one it is compared with, and never compared with itself or a later one", () => {
    const memory = createMemory(() => localStorage);
    for (const day of [10, 12, 11, 13, 13])
      keepSnapshot(memory, "Book", snapshotOf(day, [risk("a", day / 100)]));
    const kept = readSnapshots(memory, "Book");
    expect(kept.map(({ day }) => day)).toEqual([11, 13]);
    expect(dayBefore(kept, 13)?.day).toBe(11);
    expect(dayBefore(kept, 11)).toBeUndefined();
    expect(readSnapshots(memory, "Other")).toEqual([]);
    localStorage.setItem("risk Broken", '{"day":"x"}');
    expect(readSnapshots(memory, "Broken")).toEqual([]);
    localStorage.clear();
  });
});
