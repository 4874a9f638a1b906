import { WorkbookProblem } from "../../src/workbook/book";
import { asOf, bookOf, MemoryWorkbook } from "./memoryWorkbook";
import { openPane, settle, type OpenPane } from "./openPane";
import { sampleBook } from "./sampleBook";

let open: OpenPane | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
  localStorage.clear();
});

describe("Setup", () => {
  test("sets an empty workbook up in the language chosen", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    open = await openPane(workbook, "setup");
    await open.type(open.field("Language of the headings"), "zh-CN");
    await open.click(open.button("Set up this workbook"));
    expect(workbook.named("setUp")).toEqual([["zh-CN", "refuse"]]);
    await settle(400);
    expect(open.text()).toContain("This workbook is set up");
  });

  test("sheets of the same name are asked about, never overwritten", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.refuse("setUp", new WorkbookProblem("sheetExists", { sheets: "Orders" }));
    open = await openPane(workbook, "setup");
    await open.click(open.button("Set up this workbook"));
    expect(open.text()).toContain("There are sheets with these names already: Orders.");
    await open.click(open.button("Make them under other names"));
    expect(workbook.named("setUp").at(-1)).toEqual(["en", "otherName"]);
  });

  test("an issue is mended with one tap", async () => {
    const issue = {
      code: "headingRenamed",
      register: "orders",
      params: { field: "due", was: "Ex-factory due", now: "Delivery" },
      mends: ["acceptHeading"],
    } as const;
    const workbook = new MemoryWorkbook({ ...sampleBook(), issues: [issue] });
    open = await openPane(workbook, "setup");
    expect(open.text()).toContain("The column “Ex-factory due” seems to be called “Delivery” now.");
    await open.click(open.button("Yes, use it"));
    expect(workbook.named("mend")).toEqual([[issue, "acceptHeading"]]);
    await settle(400);
    expect(open.text()).not.toContain("seems to be called");
  });

  test("a kept sheet's issues: its formulas are filled, a lost one is read anew", async () => {
    const missing = {
      code: "formulasMissing",
      register: "orders",
      params: { sheet: "2026-09", count: 3 },
      mends: ["fillFormulas"],
    } as const;
    const lost = {
      code: "anchorLost",
      register: "orders",
      params: { sheet: "2026-08" },
      mends: ["findAgain", "forgetSheet"],
    } as const;
    const workbook = new MemoryWorkbook({ ...sampleBook(), issues: [missing, lost] });
    open = await openPane(workbook, "setup");
    expect(open.text()).toContain("3 rows of 2026-09 lack the formulas of the added columns.");
    await open.click(open.button("Write the formulas"));
    expect(workbook.named("mend")).toEqual([[missing, "fillFormulas"]]);
    await settle(400);
    await import("../../src/taskpane/setup/ReadSheet");
    await open.click(open.button("Read that sheet again"));
    expect(workbook.named("lookAtSheets")[0]).toEqual([["2026-08"]]);
  });

  test("rows that nothing names are told with their number, and the first is shown", async () => {
    const issue = {
      code: "rowsUnnamed",
      register: "orders",
      params: { sheet: "2026-09", count: 3, address: "C17" },
      mends: ["showRow"],
    } as const;
    const workbook = new MemoryWorkbook({ ...sampleBook(), issues: [issue] });
    open = await openPane(workbook, "setup");
    expect(open.text()).toContain("3 rows of 2026-09 (first: C17) have nothing that names them");
    await open.click(open.button("Show the first"));
    expect(workbook.named("goToCell")).toEqual([["2026-09", "C17"]]);
    expect(workbook.named("mend")).toEqual([]);
  });

  test("says which sheets are used, shows one, and does without it", async () => {
    const book = sampleBook();
    const orders = { ...book.tables.orders!, places: [{ sheet: "2026-09", address: "C4:AF60" }] };
    const workbook = new MemoryWorkbook({ ...book, tables: { ...book.tables, orders } });
    open = await openPane(workbook, "setup");
    expect(open.text()).toContain("2026-09!C4:AF60");
    await open.click(open.button("Show 2026-09!C4:AF60"));
    expect(workbook.named("goToCell")).toEqual([["2026-09", "C4:AF60"]]);
    await open.click(open.button("Stop using 2026-09"));
    expect(workbook.named("forgetSheet")).toEqual([["orders", "2026-09"]]);
    await settle(400);
    expect(open.text()).toContain("Gendan no longer looks at 2026-09.");
    expect(open.buttons("Read my sheet")).toHaveLength(1);
  });

  test("settings: only what was changed is written", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    open = await openPane(workbook, "setup");
    await open.type(open.field("Work calendar"), "VN");
    await open.click(open.button("Add a day"));
    await open.type(open.field("Date 1"), "2026-10-01");
    await open.click(open.button("Save settings"));
    expect(workbook.named("saveSettings")).toEqual([[{ calendar: "VN", closures: [[asOf + 16, "off"]] }]]);
  });

  test("columns that a table lacks can be added, only those ticked", async () => {
    const orders = sampleBook().tables.orders!.rows.map(({ fields }) => fields);
    const workbook = new MemoryWorkbook(
      bookOf({ orders, inspections: [], defects: [] }, [], ["qc", "remarks"]),
    );
    open = await openPane(workbook, "setup");
    await open.click(open.button("Add columns: Orders"));
    await open.click(open.field("QC · formula"));
    await open.click(open.button("Add the ticked columns"));
    expect(workbook.named("addColumns")).toEqual([["orders", ["qc"]]]);
  });

  test("the pane's language is switched at once and remembered", async () => {
    open = await openPane(new MemoryWorkbook(sampleBook()), "setup");
    await open.type(open.field("Language of this pane"), "zh-CN");
    expect(open.text()).toContain("工作日历");
    await open.close();
    open = await openPane(new MemoryWorkbook(sampleBook()), "setup");
    expect(open.text()).toContain("工作日历");
  });

  test("recalculates everything when asked", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    open = await openPane(workbook, "setup");
    await open.click(open.button("Recalculate everything"));
    expect(workbook.named("recalculate")).toHaveLength(1);
    expect(open.text()).toContain("The workbook has been recalculated.");
  });
});
