import { WorkbookProblem, type Candidate } from "../../src/workbook/book";
import { asOf, bookOf, MemoryWorkbook } from "./memoryWorkbook";
import { openPane, settle, type OpenPane } from "./openPane";
import { sampleBook } from "./sampleBook";

let open: OpenPane | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
  localStorage.clear();
});

const own: Candidate = {
  sheet: "大货进度",
  address: "A1:G61",
  headings: ["客户", "PO号", "款号", "数量", "交期", "车缝下线", "老板意见"],
  samples: [["Nordvik", "PO-1", "NV-1", 1200, 46280, 46270, "急"]],
  rowCount: 60,
  isSelected: true,
};

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

  test("a table of one's own: columns recognised, corrected, and only the ticked ones added", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.candidates = [own];
    open = await openPane(workbook, "setup");
    await open.click(open.button("Look for tables"));
    await open.click(open.button(/大货进度!A1:G61/));
    expect(open.field("Meaning of the column PO号").value).toBe("po");
    expect(open.field("Meaning of the column 车缝下线").value).toBe("T21.plan");
    expect(open.field("Meaning of the column 老板意见").value).toBe("");
    await open.type(open.field("Meaning of the column 车缝下线"), "T21.actual");
    // A formula with nothing to look at says what it needs; it can be had along with that.
    expect(open.field(/^Days late · formula/).disabled).toBe(true);
    expect(open.text()).toContain("Days late · formulaneeds Ex-factory actual");
    await open.click(open.field("Ex-factory actual"));
    await open.click(open.field("Days late · formula"));
    const use = open.button("Use this table");
    expect(use.getAttribute("aria-disabled")).toBe("true");
    await open.click(open.field(/becomes an Excel table/));
    await open.click(use);
    const [candidate, register, columns, added, lang, agreed] = workbook.named("adopt")[0]!;
    expect({ candidate, register, added, lang, agreed }).toEqual({
      candidate: own,
      register: "orders",
      added: ["T30.actual", "daysLate"],
      lang: "en",
      agreed: true,
    });
    expect(columns).toEqual([
      { column: 0, fieldId: "customer" },
      { column: 1, fieldId: "po" },
      { column: 2, fieldId: "style" },
      { column: 3, fieldId: "qty" },
      { column: 4, fieldId: "due" },
      { column: 5, fieldId: "T21.actual" },
    ]);
  });

  test("one meaning for two columns, or no order number, cannot be used", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.candidates = [{ ...own, table: "Table1" }];
    open = await openPane(workbook, "setup");
    await open.click(open.button("Look for tables"));
    await open.click(open.button(/大货进度/));
    await open.type(open.field("Meaning of the column PO号"), "style");
    expect(open.text()).toContain("Style is chosen twice.");
    expect(open.text()).toContain("Still needed: PO.");
    await open.click(open.button("Use this table"));
    expect(workbook.named("adopt")).toEqual([]);
  });

  test("repeated headings are named, and the table cannot be chosen", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.candidates = [{ ...own, obstacle: "headingTwice" }];
    open = await openPane(workbook, "setup");
    await open.click(open.button("Look for tables"));
    expect(open.button(/大货进度/).disabled).toBe(true);
    expect(open.text()).toContain("Two columns have the same heading.");
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
