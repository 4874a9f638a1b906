import { act } from "react";
import { WorkbookProblem } from "../../src/workbook/book";
import { asOf, MemoryWorkbook } from "./memoryWorkbook";
import { openPane, settle, type OpenPane } from "./openPane";
import { sampleBook } from "./sampleBook";

let open: OpenPane | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
  localStorage.clear();
});

const first = "po-26001|nv-1180|navy";
const failed = "po-26003|lx-220|black";
const verdict = () => document.querySelector('[aria-label="Verdict"]')!.textContent;
const start = async (workbook: MemoryWorkbook, orderKey = first) => {
  open = await openPane(workbook, "inspection");
  await open.go("inspection", { orderKey });
  return open;
};

describe("Inspection", () => {
  test("the sampling plan is there at once: letter, sample, limits and edition", async () => {
    await start(new MemoryWorkbook(sampleBook()));
    // 1,200 pieces at level II: code letter J, 80 pieces; AQL 2.5: 5/6, AQL 4: 7/8 (ISO 2859-1 table 2-A).
    expect(open!.text()).toContain("Code letter J, sample 80 pieces");
    const rows = [...document.querySelectorAll("table tbody tr")].map((row) => row.textContent);
    expect(rows).toEqual(["Critical8001", "Major8056", "Minor8078"]);
    expect(open!.text()).toContain("ISO 2859-1:1999");
  });

  test("nothing counted is pending, never a pass", async () => {
    await start(new MemoryWorkbook(sampleBook()));
    expect(verdict()).toContain("Pending");
    await open!.click(open!.button(/^S01/));
    expect(verdict()).toContain("Pending 0 of 80 inspected");
  });

  test("taps are tallied and judged as they come", async () => {
    await start(new MemoryWorkbook(sampleBook()));
    await open!.click(open!.button("All 80 inspected"));
    expect(verdict()).toContain("Pass");
    for (let tap = 0; tap < 5; tap++) await open!.click(open!.button(/^S01/));
    expect(verdict()).toContain("Pass");
    await open!.click(open!.button(/^S01/));
    expect(verdict()).toContain("Fail Major 6 > 5");
    await open!.click(open!.button("One Broken stitch less"));
    expect(verdict()).toContain("Pass");
  });

  test("a defect is found by pinyin initials, and the zone decides its class", async () => {
    await start(new MemoryWorkbook(sampleBook()));
    await open!.click(open!.button("B (hidden)"));
    await open!.type(open!.field("Search defects"), "wz");
    await open!.click(open!.button(/^A01/));
    expect(open!.field("Minor defective pieces found").value).toBe("1");
    expect(open!.field("Major defective pieces found").value).toBe("0");
  });

  test("a piece with two defects counts once: the number can be corrected and goes on from there", async () => {
    await start(new MemoryWorkbook(sampleBook()));
    await open!.click(open!.button(/^S01/));
    await open!.click(open!.button(/^S04/));
    await open!.type(open!.field("Major defective pieces found"), "1");
    await open!.click(open!.button(/^S04/));
    expect(open!.field("Major defective pieces found").value).toBe("2");
  });

  test("saving writes the inspection and a row for each kind of defect, and offers to take it back", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    await start(workbook);
    await open!.click(open!.button("All 80 inspected"));
    await open!.click(open!.button(/^S01/));
    await open!.click(open!.button(/^S01/));
    await open!.click(open!.button(/^A03/));
    await open!.click(open!.button("Save inspection"));
    expect(workbook.named("appendInspection")).toEqual([
      [
        {
          id: "FRI-260915-02",
          date: asOf,
          po: "PO-26001",
          style: "NV-1180",
          type: "FRI",
          verdict: "PASS",
          lot: 1200,
          level: "II",
          majorAql: 2.5,
          minorAql: 4,
          severity: "Normal",
          standard: "ISO",
          inspected: 80,
          critical: 0,
          major: 2,
          minor: 1,
        },
        [
          {
            inspection: "FRI-260915-02",
            code: "S01",
            description: "Broken stitch",
            class: "Major",
            zone: "A",
            count: 2,
          },
          {
            inspection: "FRI-260915-02",
            code: "A03",
            description: "Untrimmed thread (3 or more, or over 3 cm)",
            class: "Minor",
            zone: "A",
            count: 1,
          },
        ],
      ],
    ]);
    expect(open!.text()).toContain("Inspection FRI-260915-02 saved with 2 kinds of defects");
    const inspections = () => workbook.book.tables.inspections!.rows.length;
    expect(inspections()).toBe(3);
    await open!.click(open!.button("Undo"));
    await settle();
    expect(inspections()).toBe(2);
    expect(open!.text()).toContain("Undone: Inspection FRI-260915-02");
  });

  test("defects without a count of pieces are asked about before anything is written", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    await start(workbook);
    await open!.click(open!.button(/^S01/));
    await open!.click(open!.button("Save inspection"));
    expect(workbook.named("appendInspection")).toEqual([]);
    expect(open!.text()).toContain("How many pieces were inspected?");
  });

  test("two taps on Save write once", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    await start(workbook);
    await open!.click(open!.button("All 80 inspected"));
    let release = () => {};
    workbook.hold = new Promise((done) => (release = done));
    const save = open!.button("Save inspection");
    await open!.click(save);
    await open!.click(save);
    release();
    await settle();
    expect(workbook.named("appendInspection")).toHaveLength(1);
  });

  test("what was refused stays in the form, with what to do", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    await start(workbook);
    await open!.click(open!.button("All 80 inspected"));
    workbook.refuse("appendInspection", new WorkbookProblem("cellEditing"));
    await open!.click(open!.button("Save inspection"));
    expect(open!.text()).toContain("Press Enter or Esc in the sheet, then try again.");
    await open!.click(open!.button("Save inspection"));
    expect(workbook.named("appendInspection")).toHaveLength(2);
  });

  test("after a failure the re-inspection is proposed, linked to the one it repeats", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    await start(workbook, failed);
    expect(open!.field("Type").value).toBe("Re-inspection");
    expect(open!.field("Re-inspection of").value).toBe("FRI-260914-01");
    await open!.click(open!.button("All 200 inspected"));
    await open!.click(open!.button("Save inspection"));
    expect(workbook.named("appendInspection")[0]![0]).toMatchObject({
      id: "RE-260915-01",
      type: "Re-inspection",
      reinspectionOf: "FRI-260914-01",
    });
  });

  test("by keyboard: the number, Enter, a code, Enter for each piece; nothing is saved on the way", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    open = await openPane(workbook, "inspection");
    const enter = () =>
      act(async () => {
        document.activeElement!.dispatchEvent(
          new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }),
        );
        await Promise.resolve();
      });
    // jsdom takes the focus from a document whose focused element goes; a browser does not.
    jest.spyOn(document, "hasFocus").mockReturnValue(true);
    await open.type(open.field("Order"), "PO-26004");
    open.field("Order").focus();
    await enter();
    expect(document.activeElement).toBe(open.field("Pieces inspected"));
    await enter();
    const search = open.field("Search defects");
    expect(document.activeElement).toBe(search);
    await open.type(search, "A01");
    search.focus();
    await enter();
    await enter();
    expect([search.selectionStart, search.selectionEnd]).toEqual([0, 3]);
    expect(open.field("Major defective pieces found").value).toBe("2");
    expect(workbook.named("appendInspection")).toEqual([]);
    jest.restoreAllMocks();
  });

  test("a half-done inspection survives a closed pane", async () => {
    await start(new MemoryWorkbook(sampleBook()));
    await open!.click(open!.button(/^S01/));
    await open!.close();
    open = await openPane(new MemoryWorkbook(sampleBook()), "inspection");
    expect(open.text()).toContain("Unfinished inspection of PO-26001 · NV-1180 · Navy, kept");
    await open.click(open.button("Continue"));
    expect(open.field("Major defective pieces found").value).toBe("1");
  });

  test("drafts of one workbook are not offered in another", async () => {
    await start(new MemoryWorkbook(sampleBook()));
    await open!.click(open!.button(/^S01/));
    await open!.close();
    open = await openPane(new MemoryWorkbook(sampleBook()), "inspection", { workbookName: "Other.xlsx" });
    expect(open.text()).not.toContain("half-done");
  });

  test("another screen and back: everything is still there", async () => {
    await start(new MemoryWorkbook(sampleBook()));
    await open!.click(open!.button(/^S01/));
    await open!.go("today");
    await open!.go("inspection");
    expect(open!.field("Major defective pieces found").value).toBe("1");
  });

  test("another order is asked about while one is being inspected", async () => {
    await start(new MemoryWorkbook(sampleBook()));
    await open!.click(open!.button(/^S01/));
    await open!.go("inspection", { orderKey: failed });
    expect(open!.text()).toContain("The inspection of PO-26001 · NV-1180 · Navy is not saved yet.");
    await open!.click(open!.button("Start one for PO-26003 · LX-220 · Black"));
    expect(open!.text()).toContain("5,000 pcs");
  });

  test("the context menu takes the order of the selected row", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    const row = workbook.book.tables.orders!.rows[3]!;
    workbook.selected = { register: "orders", key: row.key, fields: row.fields, sheetRow: row.sheetRow };
    open = await openPane(workbook, "inspection");
    await open.go("inspection", { fromSelection: true });
    expect(open.text()).toContain("PO-26004 · LX-221 · Ecru");
  });

  test("a cell outside the orders is explained", async () => {
    open = await openPane(new MemoryWorkbook(sampleBook()), "inspection");
    await open.go("inspection", { fromSelection: true });
    expect(open.text()).toContain("The selected cell is not in a row of your orders.");
  });

  test("the terms chosen are remembered for the next inspection", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    await start(workbook);
    await open!.click(open!.buttons("Change").at(-1)!);
    await open!.type(open!.field("Major AQL"), "1.5");
    await open!.click(open!.button("All 80 inspected"));
    await open!.click(open!.button("Save inspection"));
    await open!.go("inspection", { orderKey: "po-26009|hm-93|sage" });
    expect(open!.text()).toContain("Level II · AQL 1.5 / 4 · Normal · ISO");
  });
});
