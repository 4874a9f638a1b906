import { act } from "react";
import { WorkbookProblem } from "../../src/workbook/book";
import { asOf, bookOf, MemoryWorkbook } from "./memoryWorkbook";
import { openPane, settle, type OpenPane } from "./openPane";
import { manyOrders, sampleBook } from "./sampleBook";

let open: OpenPane | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
  localStorage.clear();
});

const cards = () => [...document.querySelectorAll('ul[aria-label="Open orders"] > li')];
const card = (po: string) => cards().find((each) => each.textContent.includes(po));
const names = () => cards().map((each) => /PO-\d+/.exec(each.textContent)?.[0]);
const chances = () =>
  cards().flatMap((each) => {
    const named = each.querySelector('[role="img"]')?.getAttribute("aria-label");
    return named ? [Number(/(\d+)%/.exec(named)?.[1])] : [];
  });

/** Waits until every order has its forecast. */
async function forecast(): Promise<void> {
  for (let i = 0; i < 200 && (cards().length === 0 || document.querySelector('[role="progressbar"]')); i++) {
    await settle(20);
  }
  await settle(20);
}

async function openBoard(book = sampleBook(), environment = {}): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook(book);
  open = await openPane(workbook, "risk", environment);
  await forecast();
  return workbook;
}

const keyOf = (workbook: MemoryWorkbook, po: string) =>
  workbook.book.tables.orders!.rows.find(({ fields }) => fields.po === po)!.key;

const edit = async (workbook: MemoryWorkbook, po: string, fields: Record<string, number | string>) => {
  await act(() => workbook.updateRow("orders", keyOf(workbook, po), fields, {}));
  await settle(400);
  await forecast();
};

describe("The risk board", () => {
  test("shows every order that has not left, the lowest chance first", async () => {
    await openBoard();
    expect(names()).toHaveLength(8);
    expect(names()).not.toContain("PO-26007");
    expect(chances()).toHaveLength(8);
    expect(chances()).toEqual([...chances()].sort((a, b) => a - b));
    expect(open!.text()).toContain("8 open orders");
  });

  test("an order past its due date is red, for what it is late with and what comes next", async () => {
    await openBoard();
    const late = card("PO-26002")!;
    expect(late.querySelector('[role="img"]')!.getAttribute("aria-label")).toBe(
      "Red: 0% chance of leaving on time",
    );
    expect(late.textContent).toContain("Next: Final inspection");
    expect(late.textContent).toMatch(/Due12 Sep/);
  });

  test("the counts are of the orders below, and choose them", async () => {
    await openBoard();
    const red = Number(/^\d+/.exec(open!.button(/Red$/).textContent)?.[0]);
    expect(red).toBe(chances().filter((chance) => chance < 50).length);
    await open!.click(open!.button(/Red$/));
    expect(cards()).toHaveLength(red);
    expect(open!.button(/Red$/).getAttribute("aria-pressed")).toBe("true");
  });

  test("a click shows the row, the buttons open the order's risk and its dates", async () => {
    const workbook = await openBoard();
    const key = keyOf(workbook, "PO-26002");
    await open!.click(card("PO-26002")!.querySelector("button")!);
    expect(workbook.named("goTo")).toEqual([["orders", key]]);
    await open!.click(open!.button(/^Update milestone dates of PO-26002/));
    expect(open!.pane.navigation.get()).toMatchObject({ screen: "milestones", orderKey: key });
  });

  test("a date changed in the sheet changes its order's chance", async () => {
    const workbook = await openBoard();
    const before = chances()[0]!;
    expect(names()[0]).toBe("PO-26002");
    await edit(workbook, "PO-26002", { due: asOf + 60 });
    const now = Number(/(\d+)%/.exec(card("PO-26002")!.textContent)?.[1]);
    expect(now).toBeGreaterThan(before);
  });

  test("counts by factory; a click shows that factory's orders", async () => {
    await openBoard();
    await open!.click(open!.button("Factories"));
    await open!.click(open!.button(/^Saigon Garment: .*Show these orders/));
    expect(names().sort()).toEqual(["PO-26002", "PO-26008"]);
    expect(open!.buttons("Filters and order, 1 in use")).toHaveLength(1);
  });

  test("search and order", async () => {
    await openBoard();
    await open!.click(open!.button("Filters and order"));
    await open!.type(open!.field("Sort by"), "name");
    await settle(20);
    expect(names()).toEqual([...names()].sort());
    await open!.type(open!.field("Search orders"), "luxor");
    await settle(20);
    expect(names()).toEqual(["PO-26003", "PO-26004", "PO-26005"]);
    await open!.type(open!.field("Search orders"), "nothing like it");
    await settle(20);
    await open!.click(open!.button("Clear search and filters"));
    expect(names()).toHaveLength(8);
  });

  test("rows that cannot be forecast say why", async () => {
    const { rows } = sampleBook().tables.orders!;
    const [first, second, third] = rows.map(({ fields }) => fields);
    await openBoard(
      bookOf({
        orders: [
          { ...first, due: "" },
          { ...second, template: "silk" },
          { ...third, "T09.actual": "next week" },
          { po: "PO-1", style: "S", colour: "Red", due: asOf + 30 },
        ],
      }),
    );
    expect(card("PO-26001")!.textContent).toContain("No ex-factory due date");
    expect(card("PO-26002")!.textContent).toContain("No template is called “silk”");
    // What can be read is still forecast by.
    expect(card("PO-26003")!.textContent).toContain("Not a readable date: Fabric in-house actual");
    expect(card("PO-26003")!.querySelector('[role="img"]')).not.toBeNull();
    expect(card("PO-1")!.textContent).toContain("no date to start a forecast from");
    await open!.click(open!.button(/To check$/));
    expect(names()).toHaveLength(4);
  });

  test("a workbook's own template is planned by; a broken one is named", async () => {
    const task = { for: "jersey", template: "jersey", owner: "FACTORY", unit: "CD", o: 5, m: 5, p: 5 };
    const orders = [
      { po: "P1", style: "S", colour: "R", template: "jersey", due: asOf + 9, "T19S.actual": asOf },
    ];
    await openBoard(
      bookOf({
        orders,
        templates: [
          { ...task, code: "T19", task: "Cut", predecessors: "" },
          { ...task, code: "T30", task: "Go", predecessors: "T19" },
        ],
      }),
    );
    expect(open!.text()).toContain("100%");
    await open!.close();
    await openBoard(
      bookOf({ orders, templates: [{ ...task, code: "T30", task: "Go", predecessors: "T30" }] }),
    );
    expect(open!.text()).toContain("The template “jersey” cannot be used:");
  });

  test("without a yesterday it says so; the next day it says what has changed", async () => {
    await openBoard();
    expect(open!.text()).toContain("From tomorrow, this shows");
    const safest = names().at(-1);
    await settle(1100);
    await open!.close();

    const next = sampleBook();
    const rows = next.tables.orders!.rows.map(({ fields }) => fields);
    const changed = rows.map((fields) =>
      fields.po === safest
        ? { ...fields, due: asOf + 2 }
        : fields.po === "PO-26002"
          ? { ...fields, "T29.actual": asOf, "T30.actual": asOf }
          : fields,
    );
    const book = bookOf({ orders: [...changed, { ...rows[0]!, po: "PO-26010" }] });
    await openBoard({ ...book, settings: { ...book.settings, asOf: asOf + 1 } });
    expect(open!.buttons(/^1 new$/)).toHaveLength(1);
    expect(open!.buttons(/^1 shipped$/)).toHaveLength(1);
    await open!.click(open!.button(/^\d+ worse$/));
    expect(names()).toContain(safest);
    for (const each of cards()) {
      const [, before, now] = /Worse than on 15 Sep: (\d+)% → (\d+)%/.exec(each.textContent) ?? [];
      expect(Number(now)).toBeLessThan(Number(before));
    }
    await open!.click(open!.button("1 shipped"));
    expect(names()).toEqual(["PO-26002"]);
  });

  test("another workbook's yesterday is not this one's", async () => {
    await openBoard();
    await settle(1100);
    await open!.close();
    const book = sampleBook();
    await openBoard(
      { ...book, settings: { ...book.settings, asOf: asOf + 1 } },
      { workbookName: "Other.xlsx" },
    );
    expect(open!.text()).toContain("From tomorrow, this shows");
  });

  test("the weekly report is made of the forecasts once they are complete, and can be taken back", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    open = await openPane(workbook, "risk");
    await forecast();
    let release = () => undefined as void;
    workbook.hold = new Promise<void>((done) => (release = done));
    await open.click(open.button("Weekly report"));
    // The content's code comes when it is asked for.
    for (let i = 0; i < 50 && workbook.named("makeWeeklyReport").length === 0; i++) await settle(20);
    expect(open.buttons("Making the sheet…")).toHaveLength(1);
    release();
    await settle(20);
    expect(workbook.named("makeWeeklyReport")).toHaveLength(1);
    const [content] = workbook.named("makeWeeklyReport")[0] as [{ sections: readonly unknown[] }];
    expect(JSON.stringify(content)).toContain("PO-26002");
    expect(open.text()).toContain("The weekly report is on the sheet Weekly report.");
    await open.click(open.button("Undo"));
    expect(workbook.named("undo")).toHaveLength(1);
  });

  test("the Gantt sheet is made in the workbook's language", async () => {
    const workbook = await openBoard();
    await open!.click(open!.button("Gantt sheet"));
    await settle(20);
    expect(workbook.named("makeGantt")).toEqual([["en"]]);
    expect(open!.buttons("Undo")).toHaveLength(1);
  });

  test("many orders: the first cards are there at once, the counts come to be of all", async () => {
    const workbook = new MemoryWorkbook(manyOrders(80));
    open = await openPane(workbook, "risk");
    expect(cards().length).toBe(25);
    expect(document.querySelector('[role="progressbar"]')).not.toBeNull();
    await forecast();
    const counted = [/Red$/, /Amber$/, /Green$/].map((name) =>
      Number(open!.button(name).textContent.replace(/\D/g, "")),
    );
    expect(open.text()).toContain(`${counted.reduce((a, b) => a + b)} open orders`);
  });

  test("reading fails, no orders, no set-up: each says what to do", async () => {
    const workbook = new MemoryWorkbook(bookOf({ orders: [] }));
    open = await openPane(workbook, "risk");
    expect(open.text()).toContain("There are no orders yet");
    await open.close();
    const broken = new MemoryWorkbook(sampleBook());
    broken.refuse("readBook", new WorkbookProblem("protectedSheet", { sheet: "Orders" }));
    open = await openPane(broken, "risk");
    expect(open.text()).toContain("The sheet Orders is protected");
  });

  test("speaks Chinese in a Chinese Excel", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    open = await openPane(workbook, "risk", { displayLanguage: "zh-CN" });
    await settle(500);
    expect(open.text()).toContain("风险看板");
    expect(open.text()).toContain("下一步：");
  });
});
