import { WorkbookProblem } from "../../src/workbook/book";
import { bookOf, MemoryWorkbook } from "./memoryWorkbook";
import { openPane, settle, type OpenPane } from "./openPane";
import { manyOrders, sampleBook } from "./sampleBook";

let open: OpenPane | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
  localStorage.clear();
});

const cards = () => [...document.querySelectorAll('ul[aria-label="Orders, most urgent first"] > li')];
const names = () => cards().map((card) => /PO-\d+/.exec(card.textContent)?.[0]);

describe("Today", () => {
  test("opens on the worst order and says what is wrong and what comes next", async () => {
    open = await openPane(new MemoryWorkbook(sampleBook()));
    expect(names()[0]).toBe("PO-26002");
    expect(cards()[0]!.textContent).toContain("Ex-factory 3 days overdue");
    expect(cards()[0]!.textContent).toContain("Next: Final inspection 10 Sep · 5 days late");
  });

  test("finished orders are out of the way until asked for", async () => {
    open = await openPane(new MemoryWorkbook(sampleBook()));
    expect(names()).not.toContain("PO-26007");
    expect(open.text()).toContain("8 of 9 orders");
    await open.click(open.button("Filters"));
    await open.click(open.field("Show finished orders too"));
    expect(names().at(-1)).toBe("PO-26007");
  });

  test("a count shows its orders, and tells screen readers that it is chosen", async () => {
    open = await openPane(new MemoryWorkbook(sampleBook()));
    await open.click(open.button(/^1QC failed$/));
    expect(names()).toEqual(["PO-26003"]);
    expect(open.button(/QC failed$/).getAttribute("aria-pressed")).toBe("true");
    expect(cards()[0]!.textContent).toContain("FRI failed, 14 Sep, Major 12 > 10");
    expect(cards()[0]!.textContent).toContain("Next: rework, then inspect again");
  });

  test("search takes parts of names in any order", async () => {
    open = await openPane(new MemoryWorkbook(sampleBook()));
    await open.type(open.field("Search orders"), "luxor 222");
    await settle();
    expect(names()).toEqual(["PO-26005"]);
    await open.type(open.field("Search orders"), "nothing like it");
    await settle();
    expect(open.text()).toContain("No order matches");
    await open.click(open.button("Clear search and filters"));
    expect(names()).toHaveLength(8);
  });

  test("filters by factory and by merchandiser together", async () => {
    open = await openPane(new MemoryWorkbook(sampleBook()));
    await open.click(open.button("Filters"));
    await open.type(open.field("Factory"), "Saigon Garment");
    await open.type(open.field("Merchandiser"), "陈丽");
    await settle();
    expect(names()).toEqual(["PO-26008"]);
    expect(open.buttons("Filters, 2 in use")).toHaveLength(1);
  });

  test("a click shows the row in the sheet, its buttons open the forms", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    open = await openPane(workbook);
    await open.click(cards()[0]!.querySelector("button")!);
    expect(workbook.named("goTo")).toEqual([["orders", "po-26002|nv-1181|heather grey"]]);
    await open.click(open.button("Edit PO-26002 · NV-1181 · Heather grey"));
    expect(open.pane.navigation.get()).toMatchObject({
      screen: "order",
      orderKey: "po-26002|nv-1181|heather grey",
    });
  });

  test("five thousand orders: the first are shown, the counts are of all", async () => {
    open = await openPane(new MemoryWorkbook(manyOrders(5000)));
    // They are made ready a slice at a time.
    for (let waits = 0; cards().length === 0 && waits < 200; waits++) await settle(20);
    expect(cards()).toHaveLength(25);
    await open.click(open.button("Show 25 more"));
    expect(cards()).toHaveLength(50);
    const overdue = Number(open.button(/Overdue$/).textContent.replace(/\D/g, ""));
    expect(overdue).toBeGreaterThan(100);
  });

  test("a change in the sheet is seen on the board", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    open = await openPane(workbook);
    const [row] = workbook.book.tables.orders!.rows.filter(({ key }) => key.startsWith("po-26002"));
    await workbook.updateRow("orders", row!.key, { "T29.actual": 46278, "T30.actual": 46280 }, row!.fields);
    await settle(400);
    expect(names()).not.toContain("PO-26002");
  });

  test("a workbook that is not set up leads to Setup", async () => {
    open = await openPane(new MemoryWorkbook(bookOf({})));
    expect(open.text()).toContain("This workbook is not set up yet");
    await open.click(open.button("Go to setup"));
    expect(open.pane.navigation.get().screen).toBe("setup");
  });

  test("a workbook that cannot be read says why and can be tried again", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    workbook.refuse("readBook", new WorkbookProblem("protectedSheet", { sheet: "Orders" }));
    open = await openPane(workbook);
    expect(open.text()).toContain("The sheet Orders is protected");
    await open.click(open.button("Try again"));
    expect(names()[0]).toBe("PO-26002");
  });

  test("when reading fails later, what was read before stays", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    open = await openPane(workbook);
    workbook.refuse("readBook", new WorkbookProblem("offline"));
    await open.click(open.button("Read the workbook again"));
    expect(names()[0]).toBe("PO-26002");
    expect(open.text()).toContain("could not be read just now");
  });

  test("speaks Chinese in a Chinese Excel", async () => {
    open = await openPane(new MemoryWorkbook(sampleBook()), "today", { displayLanguage: "zh-CN" });
    expect(document.documentElement.lang).toBe("zh-CN");
    expect(open.text()).toContain("离厂已逾期 3 天");
    expect(open.text()).toContain("尾期验货不合格，9月14日，Major 12 > 10");
  });
});
