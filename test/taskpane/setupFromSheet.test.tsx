import { wildSheets } from "../../samples/wildSheets/allSheets";
import type { CellValue } from "../../src/registers/register";
import type { Area, SheetGrid } from "../../src/registers/sheet/sheetGrid";
import type { AdoptSheet } from "../../src/workbook/adoptSheets";
import { WorkbookProblem, type SheetLook } from "../../src/workbook/book";
import { bookOf, MemoryWorkbook } from "./memoryWorkbook";
import { openPane, settle, type OpenPane } from "./openPane";
import { sampleBook } from "./sampleBook";

let open: OpenPane | undefined;
beforeAll(() =>
  Promise.all([import("../../src/taskpane/setup/ReadSheet"), import("../../src/taskpane/setup/sheetReader")]),
);
afterEach(async () => {
  await open?.close();
  open = undefined;
  localStorage.clear();
});

const look = (grid: SheetGrid, more: Partial<SheetLook> = {}): SheetLook => ({
  grid,
  sheetId: grid.name,
  isActive: true,
  isProtected: false,
  sampled: false,
  usedRows: grid.values.length,
  usedColumns: grid.values[0]?.length ?? 0,
  ...more,
});

const wild = (name: string): SheetGrid => wildSheets().find((sheet) => sheet.name === name)!.grid;

/** Cells from A1 on; numbers from 40000 are shown as dates. */
function sheet(
  name: string,
  rows: readonly (readonly CellValue[])[],
  merges: readonly Area[] = [],
): SheetGrid {
  const isDay = (value: CellValue) => typeof value === "number" && value > 40000 && value < 60000;
  return {
    name,
    top: 0,
    left: 0,
    values: rows,
    formats: rows.map((row) => row.map((value) => (isDay(value) ? "yyyy-mm-dd" : "General"))),
    formulas: rows.map((row) => row.map(() => false)),
    merges,
    hiddenRows: [],
    hiddenColumns: [],
    tables: [],
  };
}

const headings = ["客户", "PO号", "款号", "数量", "交期", "计划开裁", "老王"];
const orders = (name: string, from: number): SheetGrid =>
  sheet(name, [
    headings,
    ...[0, 1, 2, 3, 4, 5].map((n) => [
      "Nordvik",
      `PO-${from + n}`,
      `NV-${from + n}`,
      1200 + n * 50,
      46280 + n,
      46240 + n,
      "急",
    ]),
  ]);

async function read(workbook: MemoryWorkbook, language = "en-US"): Promise<OpenPane> {
  const pane = await openPane(workbook, "setup", { displayLanguage: language });
  open = pane;
  await pane.click(pane.button(language === "en-US" ? "Read my sheet" : "读我的表"));
  await settle(60);
  return pane;
}
const adopted = (workbook: MemoryWorkbook): readonly AdoptSheet[] =>
  workbook.named("adoptSheets")[0]![0] as readonly AdoptSheet[];

/** Answers from the list of columns: all of them, not only those to look at. */
const showAll = async (pane: OpenPane) => pane.click(pane.button(/^(All|全部) \d+$/));

describe("Read my sheet", () => {
  test("says first what it understood, and adopts the sheet with nothing added", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [look(orders("大货进度", 1))];
    const pane = await read(workbook);
    expect(pane.text()).toContain("Orders, one row per PO");
    expect(pane.text()).toContain("6 rows in A2:G7, headings in row 1");
    expect(pane.text()).toContain("1 milestone; 6 columns understood; 1 column left alone.");
    expect(pane.text()).toContain("Nothing is added to your sheet.");
    await pane.click(pane.button("Use this sheet"));
    const [only] = adopted(workbook);
    expect(only).toMatchObject({ sheet: "大货进度", register: "orders", addFields: [] });
    expect(only!.reading.columns.map(({ meaning }) => meaning)).toEqual([
      "customer",
      "po",
      "style",
      "qty",
      "due",
      "T19S.plan",
      undefined,
    ]);
    expect(workbook.named("adopt")).toEqual([]);
    await settle(400);
    expect(pane.text()).toContain("Gendan now works in 大货进度; nothing was added to the sheet.");
    expect(pane.text()).toContain("This workbook is set up");
  });

  test("the first screen of an empty pane leads straight to it", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [look(orders("大货进度", 1))];
    open = await openPane(workbook, "today");
    await import("../../src/taskpane/setup/SetupScreen");
    await open.click(open.button("Read my sheet"));
    await settle(80);
    expect(workbook.named("lookAtSheets")[0]).toEqual(["active"]);
    expect(open.text()).toContain("6 rows in A2:G7");
  });

  test("in Chinese the same sheet is told in Chinese", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [look(orders("大货进度", 1))];
    const pane = await read(workbook, "zh-CN");
    expect(pane.text()).toMatch(
      /订单，每行一个订单号.*：A2:G7 共 6 行，表头在第 1 行；1 个节点；认出 6 列；1 列不动。/,
    );
    await pane.click(pane.button("用这张表"));
    expect(adopted(workbook)).toHaveLength(1);
  });

  test("dates that nothing tells are asked about with an example; one tap, and they are read", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [look(wild("en text dates that nothing tells"))];
    const pane = await read(workbook);
    const dayFirst = pane.button(/^\d+ [A-Z][a-z]+ \(day first\)$/);
    expect(pane.text()).toMatch(/“\d\d?[-/.]\d\d?[-/.]\d+” in .+: \d+ [A-Z][a-z]+ or \d+ [A-Z][a-z]+\?/);
    await pane.click(dayFirst);
    await settle(40);
    expect(pane.buttons(/day first/)).toEqual([]);
    await pane.click(pane.button("Use this sheet"));
    expect(Object.values(adopted(workbook)[0]!.answers.dateOrders!)).toEqual(["dmy"]);
  });

  test("each question has its words in both languages, and every answer is taken in", async () => {
    for (const { name, grid, lang } of wildSheets()) {
      const language = lang === "en" ? "en-US" : "zh-CN";
      const workbook = new MemoryWorkbook(bookOf({}));
      workbook.looks = [look(grid)];
      const pane = await read(workbook, language);
      const text = pane.text();
      expect({ name, text }).toMatchObject({ text: expect.not.stringMatching(/undefined|NaN|\[object/) });
      const title = language === "en-US" ? "No questions left" : "没有问题了";
      for (let taps = 0; taps < 25 && !pane.text().includes(title); taps++) {
        const group = document.querySelector("h3")?.parentElement;
        const first = group?.querySelector("button");
        if (!first) break;
        await pane.click(first);
        await settle(20);
      }
      expect({ name, text: pane.text() }).toMatchObject({
        text: expect.stringMatching(new RegExp(`${title}|No table was found|没找到表格`)),
      });
      await pane.close();
      open = undefined;
    }
  }, 240_000);

  test("a question is put off and taken up again", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [look(wild("en text dates that nothing tells"))];
    const pane = await read(workbook);
    await pane.click(pane.button("Decide later"));
    expect(pane.buttons(/day first/)).toEqual([]);
    expect(pane.text()).toContain("1 question unanswered.");
    await pane.click(pane.button("1 question left for later"));
    expect(pane.buttons(/day first/)).toHaveLength(1);
    // What was put off is no answer.
    await pane.click(pane.button("Decide later"));
    await pane.click(pane.button("Use this sheet"));
    expect(adopted(workbook)[0]!.answers).toEqual({});
  });

  test("the focus goes on to the next question", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [look(wild("zh 日期文本混杂 月日无年"))];
    const pane = await read(workbook);
    const first = document.querySelector("h3")!.textContent;
    await pane.click(pane.button("The year nearest to the row's other dates"));
    await settle(40);
    expect(document.activeElement).toBe(document.querySelector("h3"));
    expect(document.activeElement!.textContent).not.toBe(first);
  });

  test("what an order has once is left blank together, and asked about together", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [look(wild("zh 同款多色 款号只写一次"))];
    const pane = await read(workbook);
    expect(pane.text()).toMatch(/Where “.+”, “.+” is blank, is it the same as in the row above\?/);
    await pane.click(pane.button("No, it is blank"));
    await settle(40);
    expect(document.activeElement!.textContent).toBe("No questions left");
    // One of them after all.
    await showAll(pane);
    await pane.click(pane.buttons(/^Change the meaning of .*款/)[0]!);
    await pane.click(pane.field("Blank cells mean the same as above"));
    await settle(40);
    await pane.click(pane.button("Use this sheet"));
    const filled = Object.values(adopted(workbook)[0]!.answers.fillDown!);
    expect(filled.filter(Boolean)).toHaveLength(1);
    expect(filled.length).toBeGreaterThan(1);
  });

  test("a column's meaning is changed, and a meaning moves with it", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [look(orders("大货进度", 1))];
    const pane = await read(workbook);
    await showAll(pane);
    await pane.click(pane.button("Change the meaning of 老王"));
    await pane.type(pane.field("Meaning of 老王"), "remarks");
    await settle(40);
    expect(pane.text()).toContain("7 columns understood");
    await pane.click(pane.button("Change the meaning of 客户"));
    await pane.type(pane.field("Meaning of 客户"), "remarks");
    await settle(40);
    await pane.click(pane.button("Use this sheet"));
    expect(adopted(workbook)[0]!.reading.columns.map(({ meaning }) => meaning)).toEqual([
      "remarks",
      "po",
      "style",
      "qty",
      "due",
      "T19S.plan",
      undefined,
    ]);
  });

  test("another meaning is one tap away where it is doubtful", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [look(wild("zh 分组行 空行 合计行"))];
    const pane = await read(workbook);
    const chips = [...document.querySelectorAll<HTMLButtonElement>("li button")].filter((each) =>
      / · actual$/.test(each.textContent),
    );
    expect(chips.length).toBeGreaterThan(0);
    const name = chips[0]!.textContent;
    await pane.click(chips[0]!);
    await settle(40);
    expect(pane.text()).toContain(`${name}you said so`);
  });

  test("without an order number or a style it cannot be used", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [
      look(
        sheet("进度", [
          ["客户", "数量", "交期", "计划开裁", "面料到厂"],
          ...[1, 2, 3, 4].map((n) => ["Nordvik", 100 * n, 46280 + n, 46240 + n, 46200 + n]),
        ]),
      ),
    ];
    const pane = await read(workbook);
    expect(pane.text()).toContain("No column is known for PO / Style yet.");
    const use = pane.button("Use this sheet");
    expect(use.getAttribute("aria-disabled")).toBe("true");
    await pane.click(use);
    expect(workbook.named("adoptSheets")).toEqual([]);
  });

  test("columns are added only when ticked; what a formula lacks is named, and “add nothing” takes all back", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [look(orders("大货进度", 1))];
    const pane = await read(workbook);
    expect(pane.text()).toContain("Days late · formulaneeds Ex-factory actual");
    expect(pane.field(/^Risk · formula/).disabled).toBe(true);
    expect(pane.buttons("Tick the risk columns")).toEqual([]);
    await pane.click(pane.button(/^Columns to fill in yourself/));
    await pane.click(pane.field("Ex-factory actual"));
    await pane.click(pane.button("Tick the risk columns"));
    expect(pane.field("Risk · formula").checked).toBe(true);
    await pane.click(pane.button("Add nothing"));
    expect(pane.text()).toContain("Nothing is added to your sheet.");
    await pane.click(pane.field("Ex-factory actual"));
    await pane.click(pane.field("Days late · formula"));
    await pane.click(pane.button("Use this sheet"));
    expect(adopted(workbook)[0]!.addFields).toEqual(["T30.actual", "daysLate"]);
  });

  test("one plain Excel table stays one", async () => {
    const grid = orders("大货进度", 1);
    const area = { row: 0, column: 0, rows: 7, columns: 7 };
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [look({ ...grid, tables: [{ name: "表1", area, headings: true, totals: false }] })];
    const pane = await read(workbook);
    expect(pane.text()).not.toContain("Also make it an Excel table");
    await pane.click(pane.button("Use this sheet"));
    const [candidate, register, columns, added, lang, make] = workbook.named("adopt")[0]!;
    expect({ register, added, lang, make }).toEqual({
      register: "orders",
      added: [],
      lang: "en",
      make: false,
    });
    expect(candidate).toMatchObject({ sheet: "大货进度", table: "表1", address: "A1:G7", headings });
    expect(columns).toEqual(
      ["customer", "po", "style", "qty", "due", "T19S.plan"].map((fieldId, column) => ({ column, fieldId })),
    );
    expect(workbook.named("adoptSheets")).toEqual([]);
  });

  test("a plain block becomes an Excel table only when that is ticked", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [look(orders("大货进度", 1))];
    const pane = await read(workbook);
    const make = pane.field(/^Also make it an Excel table/);
    expect(make.checked).toBe(false);
    await pane.click(make);
    await pane.click(pane.button("Use this sheet"));
    expect(workbook.named("adopt")[0]!.at(-1)).toBe(true);
  });

  test("sheets like it are found and become one list when ticked", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [
      look(orders("2026-09", 1)),
      look(orders("2026-08", 100), { isActive: false }),
      look(sheet("说明", [["请每天更新"]]), { isActive: false }),
    ];
    const pane = await read(workbook);
    await settle(80);
    expect(pane.text()).toContain("2026-08 · about 7 rows");
    await pane.click(pane.field("2026-08 · about 7 rows"));
    await settle(60);
    expect(pane.text()).toContain("2026-08 · 6 rows");
    await showAll(pane);
    await pane.click(pane.button("Change the meaning of 老王"));
    await pane.type(pane.field("Meaning of 老王"), "remarks");
    await settle(60);
    await pane.click(pane.button("Use these 2 sheets"));
    // What was said of one sheet holds for the others.
    expect(adopted(workbook).map(({ sheet: name, reading }) => [name, reading.columns[6]!.meaning])).toEqual([
      ["2026-09", "remarks"],
      ["2026-08", "remarks"],
    ]);
  });

  test("another sheet can be read instead", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [
      look(sheet("说明", [["请每天更新"]])),
      look(orders("2026-08", 100), { isActive: false }),
    ];
    const pane = await read(workbook);
    await settle(60);
    expect(pane.text()).toContain("No table was found on this sheet");
    await pane.type(pane.field("Sheet"), "2026-08");
    await settle(60);
    expect(pane.text()).toContain("6 rows in A2:G7");
  });

  test("an empty sheet says so", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [look(sheet("Sheet1", []))];
    const pane = await read(workbook);
    expect(pane.text()).toContain("The sheet is empty.");
  });

  test("headings that are elsewhere are shown by selecting them", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    const grid = orders("大货进度", 1);
    const selected = { row: 0, column: 0, rows: 1, columns: 1 };
    workbook.looks = [look(grid, { selected })];
    const pane = await read(workbook);
    await pane.click(pane.button("The headings are elsewhere"));
    await pane.click(pane.button("The selected rows are the headings"));
    await settle(40);
    await pane.click(pane.button("Use this sheet"));
    expect(adopted(workbook)[0]!.answers.headingRows).toEqual([0]);
  });

  test("what is spoken of is shown on the sheet while the pointer is on it", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [look(orders("大货进度", 1))];
    const pane = await read(workbook);
    await showAll(pane);
    const edit = pane.button("Change the meaning of 款号");
    edit.focus();
    await settle(200);
    expect(workbook.named("pointAt").at(-1)).toEqual(["大货进度", "C1:C7"]);
    edit.blur();
    await settle(200);
    expect(workbook.named("pointAt").at(-1)).toEqual([undefined, undefined]);
  });

  test("a layout is remembered for the next workbook, and can be read afresh", async () => {
    const first = new MemoryWorkbook(bookOf({}));
    first.looks = [look(orders("九月", 1))];
    let pane = await read(first);
    await showAll(pane);
    await pane.click(pane.button("Change the meaning of 老王"));
    await pane.type(pane.field("Meaning of 老王"), "remarks");
    await settle(40);
    await pane.click(pane.button("Use this sheet"));
    await pane.close();

    const next = new MemoryWorkbook(bookOf({}));
    next.looks = [look(orders("十月", 1))];
    pane = await read(next);
    expect(pane.text()).toContain("Read like last time, as “九月”.");
    expect(pane.text()).toContain("7 columns understood");
    await pane.click(pane.button("Read it from scratch"));
    await settle(40);
    expect(pane.text()).not.toContain("Read as last time");
    expect(pane.text()).toContain("6 columns understood");
  });

  test("while it is set up there is progress, and it can be stopped with nothing done", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [look(orders("大货进度", 1))];
    const pane = await read(workbook);
    let release: () => void = () => undefined;
    workbook.hold = new Promise((done) => (release = done));
    await pane.click(pane.button("Use this sheet"));
    expect(document.querySelector("[role=progressbar]")).not.toBeNull();
    await pane.click(pane.button("Stop"));
    release();
    workbook.hold = undefined;
    await settle(40);
    expect(pane.text()).toContain("Stopped. Nothing was changed in the sheet.");
    expect(workbook.book.tables.orders).toBeUndefined();
    // Everything is as it was: the next tap does it.
    await pane.click(pane.button("Use this sheet"));
    await settle(400);
    expect(workbook.book.tables.orders).toBeDefined();
  });

  test("a sheet that was changed meanwhile is read again with the answers kept", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [look(orders("大货进度", 1))];
    const pane = await read(workbook);
    await showAll(pane);
    await pane.click(pane.button("Change the meaning of 老王"));
    await pane.type(pane.field("Meaning of 老王"), "remarks");
    await settle(40);
    workbook.refuse("adoptSheets", new WorkbookProblem("changedMeanwhile", { what: "大货进度" }));
    await pane.click(pane.button("Use this sheet"));
    expect(pane.text()).toContain("The sheet was changed in the meantime.");
    // Somebody has put a column before all others.
    const moved = orders("大货进度", 1);
    const before = <T,>(rows: readonly (readonly T[] | undefined)[], value: T) =>
      rows.map((row) => [value, ...(row ?? [])]);
    workbook.looks = [
      look({
        ...moved,
        values: before<CellValue>(moved.values, "").map((row, n) =>
          n === 0 ? ["序号", ...row.slice(1)] : [n, ...row.slice(1)],
        ),
        formats: before(moved.formats, "General"),
        formulas: before(moved.formulas, false),
      }),
    ];
    await pane.click(pane.button("Read the sheet again"));
    await settle(60);
    await pane.click(pane.button("Use this sheet"));
    const [, again] = workbook.named("adoptSheets");
    const columns = (again![0] as readonly AdoptSheet[])[0]!.reading.columns;
    expect(columns.find(({ meaning }) => meaning === "remarks")!.heading).toBe("老王");
  });

  test("what goes wrong is said, and can be tried again", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [look(orders("大货进度", 1))];
    workbook.refuse("lookAtSheets", new WorkbookProblem("cellEditing"));
    const pane = await read(workbook);
    expect(pane.text()).toContain("A cell is being edited.");
    workbook.refuse("lookAtSheets", new WorkbookProblem("offline"));
    await pane.click(pane.button("Try again"));
    await settle(40);
    expect(pane.text()).toContain("Excel did not answer.");
    await pane.click(pane.button("Try again"));
    await settle(60);
    expect(pane.text()).toContain("6 rows in A2:G7");
    workbook.refuse("adoptSheets", new WorkbookProblem("protectedSheet", { sheet: "大货进度" }));
    await pane.click(pane.button("Use this sheet"));
    expect(pane.text()).toContain("The sheet 大货进度 is protected");
    expect(pane.text()).toContain("6 rows in A2:G7");
  });

  test("a protected sheet says so before anything is tried", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [look(orders("大货进度", 1), { isProtected: true })];
    const pane = await read(workbook);
    expect(pane.text()).toContain("This sheet is protected.");
  });

  test("leaving the screen for a while forgets nothing", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [look(orders("大货进度", 1))];
    const pane = await read(workbook);
    await showAll(pane);
    await pane.click(pane.button("Change the meaning of 老王"));
    await pane.type(pane.field("Meaning of 老王"), "remarks");
    await settle(40);
    await pane.go("today");
    await pane.go("setup");
    expect(pane.text()).toContain("7 columns understood");
    expect(workbook.named("lookAtSheets")).toHaveLength(2);
  });

  test("an inspection sheet goes to the inspections of a workbook with orders", async () => {
    const { inspections: _, ...tables } = sampleBook().tables;
    const workbook = new MemoryWorkbook({ ...sampleBook(), tables });
    workbook.looks = [look(wild("en inspection log"))];
    open = await openPane(workbook, "setup");
    await open.click(open.button("Add another sheet"));
    await settle(60);
    expect(open.field("The rows are").value).toBe("inspections");
    await open.click(open.button("Use this sheet"));
    const [call] = [...workbook.named("adoptSheets"), ...workbook.named("adopt")];
    expect(JSON.stringify(call)).toContain('"inspections"');
  });

  test("the user may say that the rows are something else", async () => {
    const workbook = new MemoryWorkbook(bookOf({}));
    workbook.looks = [look(orders("大货进度", 1))];
    const pane = await read(workbook);
    await pane.type(pane.field("The rows are"), "inspections");
    await settle(40);
    await pane.click(pane.button("Use this sheet"));
    expect(adopted(workbook)[0]).toMatchObject({
      register: "inspections",
      answers: { subject: "inspections" },
    });
  });
});
