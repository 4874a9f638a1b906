/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { bookOfGrid } from "../../samples/wildSheets/bookOfGrid";
import { wildSheets } from "../../samples/wildSheets/allSheets";
import type { CellValue } from "../../src/registers/register";
import type { Book, BookIssue } from "../../src/workbook/book";
import { askKept, keyedRows, readKept } from "../../src/workbook/keptSheets";
import { goTo } from "../../src/workbook/goTo";
import { readBook } from "../../src/workbook/readBook";
import { selection } from "../../src/workbook/selection";
import { knownKept, session } from "../../src/workbook/session";
import { watch } from "../../src/workbook/watch";
import { loadFileBook } from "../../src/workbench/sheet/loadFileBook";
import { keepSheet } from "./keepSheet";
import type { TestWorkbook } from "./openWorkbook";
import { allowSyncs, beforeSync, close, openWorkbook } from "./openWorkbook";

let workbook: TestWorkbook;
beforeAll(async () => {
  workbook = await openWorkbook();
});
beforeEach(async () => {
  await workbook.clean();
});
afterAll(() => {
  close(workbook);
});

/** 2026-05-01 */
const MAY = 46143;
const day = (date: number): number => MAY + date - 1;

/** Two heading rows with merged groups, a group row, texts among the dates, a total. */
const MONTH: readonly (readonly CellValue[])[] = [
  ["2026年5月 大货进度", "", "", "", "", "", "", "", ""],
  ["客户", "合同号", "款号", "颜色", "数量", "交期", "开裁", "", "备注"],
  ["", "", "", "", "", "", "计划", "实际", ""],
  ["ACME 针织", "", "", "", "", "", "", "", ""],
  ["ACME", "HT-01", "K88", "藏青", 1200, day(90), day(2), day(3), "x"],
  ["ACME", "HT-02", "K89", "红", "800 件", "8月5日", day(5), "", ""],
  ["ACME", "HT-02", "K89", "白", 500, day(99), "5月10", "TBA", "急"],
  ["", "", "", "", "", "", "", "", ""],
  ["NEXT", "HT-03", "K90", "黑", 300, day(101), day(12), "", ""],
  ["合计", "", "", "", "=SUM(E5:E9)", "", "", "", ""],
];

async function month(name: string, rows: readonly (readonly CellValue[])[] = MONTH): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(name);
    const cells = sheet.getRangeByIndexes(0, 0, rows.length, rows[0]?.length ?? 1);
    cells.numberFormat = rows.map((row) =>
      row.map((cell) =>
        typeof cell === "number" && cell > 40_000
          ? "yyyy/m/d"
          : typeof cell === "string" && cell !== "" && !cell.startsWith("=")
            ? "@"
            : "General",
      ),
    );
    cells.formulas = rows.map((row) => [...row]);
    for (const merge of ["A1:I1", "G2:H2", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "F2:F3", "I2:I3"])
      sheet.getRange(merge).merge();
    await context.sync();
  });
}
const act = (name: string, how: (sheet: Excel.Worksheet) => void): Promise<void> =>
  Excel.run(async (context) => {
    how(context.workbook.worksheets.getItem(name));
    await context.sync();
  });
const rowsOf = ({ tables }: Book) =>
  (tables.orders?.rows ?? []).map(({ sheet, sheetRow, fields }) => ({
    at: `${sheet} ${sheetRow}`,
    po: fields.po,
    qty: fields.qty,
    due: fields.due,
    plan: fields["T19S.plan"],
    actual: fields["T19S.actual"],
  }));
const codes = ({ issues }: Book): string[] => issues.map(({ code }) => code);
const issue = ({ issues }: Book, code: BookIssue["code"]): BookIssue | undefined =>
  issues.find((one) => one.code === code);

const READ = [
  { at: "五月 5", po: "HT-01", qty: 1200, due: day(90), plan: day(2), actual: day(3) },
  { at: "五月 6", po: "HT-02", qty: 800, due: day(97), plan: day(5), actual: "" },
  { at: "五月 7", po: "HT-02", qty: 500, due: day(99), plan: day(10), actual: "TBA" },
  { at: "五月 9", po: "HT-03", qty: 300, due: day(101), plan: day(12), actual: "" },
];
const moved = (sheet: string, rows: number) =>
  READ.map(({ at, ...rest }) => ({ at: `${sheet} ${Number(at.split(" ")[1]) + rows}`, ...rest }));

test("headings in two rows, groups, texts among dates and a total: read in two syncs", async () => {
  await month("五月");
  await keepSheet(workbook, "五月", "Gendan_Orders_1");
  const { result, syncs } = await workbook.syncsOf(readBook);
  expect(syncs).toHaveLength(2);
  expect(rowsOf(result)).toEqual(READ);
  expect(codes(result)).toEqual([]);
  expect(result.tables.orders).toMatchObject({
    table: "",
    places: [{ sheet: "五月", address: "A2:I9" }],
    headings: { po: "合同号", "T19S.plan": "开裁 / 计划", "T19S.actual": "开裁 / 实际" },
  });
  expect(
    result.unread.map(({ sheet, address, fieldId, problem }) => [sheet, address, fieldId, problem]),
  ).toEqual([
    ["五月", "E6", "qty", "textNumber"],
    ["五月", "F6", "due", "textDate"],
    ["五月", "G7", "T19S.plan", "textDate"],
    ["五月", "H7", "T19S.actual", "placeholder"],
  ]);
  expect(knownKept("orders").map(({ sheet }) => sheet)).toEqual(["五月"]);
});

test("rows put above and between, and orders typed below", async () => {
  await month("五月");
  await keepSheet(workbook, "五月", "Gendan_Orders_1");
  await act("五月", (sheet) => {
    sheet.getRange("1:2").insert("Down");
    sheet.getRange("8:8").insert("Down");
    sheet.getRange("A8:F8").values = [["ACME", "HT-01", "K88", "灰", 60, day(95)]];
    // Below the total, as people do when the rows are full.
    sheet.getRange("A14:H14").values = [["NEXT", "HT-04", "K91", "绿", 90, day(110), day(20), ""]];
  });
  const book = await readBook();
  expect(codes(book)).toEqual([]);
  expect(rowsOf(book).map(({ at, po, qty }) => [at, po, qty])).toEqual([
    ["五月 7", "HT-01", 1200],
    ["五月 8", "HT-01", 60],
    ["五月 9", "HT-02", 800],
    ["五月 10", "HT-02", 500],
    ["五月 12", "HT-03", 300],
    ["五月 14", "HT-04", 90],
  ]);
});

test("a column put between and the sheet renamed", async () => {
  await month("五月");
  await keepSheet(workbook, "五月", "Gendan_Orders_1");
  await act("五月", (sheet) => {
    sheet.getRange("C:C").insert("Right");
    sheet.getRange("C2").values = [["季节"]];
    sheet.name = "May";
  });
  const book = await readBook();
  expect(codes(book)).toEqual([]);
  expect(rowsOf(book)).toEqual(moved("May", 0));
});

test("a renamed heading is read on and told; a deleted column is told", async () => {
  await month("五月");
  await keepSheet(workbook, "五月", "Gendan_Orders_1");
  await act("五月", (sheet) => {
    sheet.getRange("F2").values = [["走货"]];
  });
  const renamed = await readBook();
  expect(rowsOf(renamed)).toEqual(READ);
  expect(issue(renamed, "headingRenamed")).toEqual({
    code: "headingRenamed",
    register: "orders",
    params: { field: "due", was: "交期", now: "走货", sheet: "五月" },
    mends: ["acceptHeading", "forget"],
  });
  await act("五月", (sheet) => {
    sheet.getRange("F:F").delete("Left");
  });
  const deleted = await readBook();
  expect(issue(deleted, "columnMissing")?.params).toEqual({ field: "due", was: "交期", sheet: "五月" });
  expect(rowsOf(deleted).map(({ plan }) => plan)).toEqual(READ.map(({ plan }) => plan));
});

test("a copy for the next month is new until the user has been asked", async () => {
  await month("五月");
  await keepSheet(workbook, "五月", "Gendan_Orders_1");
  expect(codes(await readBook())).toEqual([]);
  await act("五月", (sheet) => {
    sheet.copy("End");
  });
  const book = await readBook();
  const copy = workbook.book.sheets.list().find(({ name }) => name !== "五月" && name.startsWith("五月"));
  expect(issue(book, "newSheet")).toEqual({
    code: "newSheet",
    register: "orders",
    params: { sheet: copy?.name, like: "五月" },
    mends: ["useSheet", "ignoreSheet"],
  });
  expect(rowsOf(book)).toEqual(READ);
  // It is not looked at again, and told again.
  const { result, syncs } = await workbook.syncsOf(readBook);
  expect(syncs).toHaveLength(2);
  expect(codes(result)).toEqual(["newSheet"]);
  expect(session()?.alike?.size).toBe(1);
});

test("other sheets are no news", async () => {
  await month("五月");
  await keepSheet(workbook, "五月", "Gendan_Orders_1");
  await Excel.run(async (context) => {
    context.workbook.worksheets.add("尺寸").getRange("A1:D2").values = [
      ["款号", "部位", "尺寸", "公差"],
      ["K88", "胸围", 52, 1],
    ];
    context.workbook.worksheets.add("空");
    await context.sync();
  });
  expect(codes(await readBook())).toEqual([]);
});

test("two months are one list of orders, its keys numbered over both", async () => {
  await month("五月");
  await month(
    "六月",
    MONTH.map((row) => row.map((cell) => (cell === "HT-03" ? "HT-09" : cell))),
  );
  await keepSheet(workbook, "五月", "Gendan_Orders_1");
  await keepSheet(workbook, "六月", "Gendan_Orders_2");
  const { result, syncs } = await workbook.syncsOf(readBook);
  expect(syncs).toHaveLength(2);
  expect(codes(result)).toEqual([]);
  expect(result.tables.orders?.places.map(({ sheet }) => sheet)).toEqual(["五月", "六月"]);
  expect(result.tables.orders?.rows.map(({ sheet, key }) => [sheet, key])).toEqual([
    ["五月", "ht-01|k88|藏青"],
    ["五月", "ht-02|k89|红"],
    ["五月", "ht-02|k89|白"],
    ["五月", "ht-03|k90|黑"],
    ["六月", "ht-01|k88|藏青#2"],
    ["六月", "ht-02|k89|红#2"],
    ["六月", "ht-02|k89|白#2"],
    ["六月", "ht-09|k90|黑"],
  ]);
});

test("a deleted sheet is an issue, and the other months are read", async () => {
  await month("五月");
  await month("六月");
  await keepSheet(workbook, "五月", "Gendan_Orders_1");
  await keepSheet(workbook, "六月", "Gendan_Orders_2");
  await act("五月", (sheet) => {
    sheet.delete();
  });
  const book = await readBook();
  expect(issue(book, "anchorLost")).toEqual({
    code: "anchorLost",
    register: "orders",
    params: { sheet: "五月" },
    mends: ["forgetSheet"],
  });
  expect(rowsOf(book)).toEqual(moved("六月", 0));
});

test("headings that are gone, and a name that is deleted, are issues", async () => {
  await month("五月");
  await month("六月");
  await keepSheet(workbook, "五月", "Gendan_Orders_1");
  await keepSheet(workbook, "六月", "Gendan_Orders_2");
  await act("五月", (sheet) => {
    sheet.getRange("A2:I3").clear("Contents");
  });
  await Excel.run(async (context) => {
    context.workbook.names.getItem("Gendan_Orders_2").delete();
    await context.sync();
  });
  const book = await readBook();
  expect(
    book.issues.filter(({ code }) => code === "anchorLost").map(({ params, mends }) => [params.sheet, mends]),
  ).toEqual([
    ["六月", ["findAgain", "forgetSheet"]],
    ["五月", ["findAgain", "forgetSheet"]],
  ]);
  expect(rowsOf(book)).toEqual([]);
});

test("a protected sheet is read and told", async () => {
  await month("五月");
  await keepSheet(workbook, "五月", "Gendan_Orders_1");
  await act("五月", (sheet) => {
    sheet.protection.protect();
  });
  const book = await readBook();
  expect(rowsOf(book)).toEqual(READ);
  expect(issue(book, "sheetProtected")?.params).toEqual({ sheet: "五月" });
});

test("kept sheets are read by any action as the book reads them", async () => {
  await month("五月");
  const kept = await keepSheet(workbook, "五月", "Gendan_Orders_1");
  await readBook();
  const now = await Excel.run(async (context) => {
    const asked = askKept(context.workbook, [kept]);
    await context.sync();
    return readKept(context, asked);
  });
  expect(
    keyedRows(
      "orders",
      now.map(({ reading }) => reading),
    ).map(({ key }) => key),
  ).toEqual((await readBook()).tables.orders?.rows.map(({ key }) => key));
});

test("the selected cell's row and the way back to it", async () => {
  allowSyncs(3);
  await month("五月");
  await month(
    "六月",
    MONTH.map((row) => row.map((cell) => (cell === "HT-03" ? "HT-09" : cell))),
  );
  await keepSheet(workbook, "五月", "Gendan_Orders_1");
  await keepSheet(workbook, "六月", "Gendan_Orders_2");
  await readBook();
  const { syncs } = await workbook.syncsOf(() => goTo("orders", "ht-02|k89|白#2"));
  expect(syncs).toHaveLength(2);
  const chosen = await workbook.syncsOf(selection);
  expect(chosen.syncs).toHaveLength(2);
  expect(chosen.result).toMatchObject({ register: "orders", key: "ht-02|k89|白#2", sheetRow: 7 });
  expect(chosen.result?.fields).toMatchObject({ qty: 500, due: day(99) });
  // A row comes above before anything is read again.
  await act("六月", (sheet) => {
    sheet.getRange("5:5").insert("Down");
    sheet.getRange("B8").select();
  });
  expect(await selection()).toMatchObject({ key: "ht-02|k89|白#2", sheetRow: 8 });
  await act("六月", (sheet) => {
    sheet.getRange("B1").select();
  });
  expect(await selection()).toBeUndefined();
});

test("a sheet of one style is one order, wherever its rows and labels go", async () => {
  const down = wildSheets().find(({ name }) => name === "en critical path, one style");
  if (!down) throw new Error("No such made sheet.");
  await loadFileBook(workbook.book, bookOfGrid(down.grid));
  const { name } = workbook.book.sheets.active();
  await keepSheet(workbook, name, "Gendan_Orders_1");
  const before = (await readBook()).tables.orders;
  expect(before?.rows).toHaveLength(1);
  const fields = before?.rows[0]?.fields ?? {};
  expect(fields).toMatchObject({ style: "LT2231", customer: "Nordhaven", qty: 4800 });
  expect(fields["T09.plan"]).toBe((fields.due as number) - 45);
  expect(before?.headings["T09.plan"]).toBe("Bulk fabric in-house / Planned Date");
  await act(name, (sheet) => {
    sheet.getRange("1:1").insert("Down");
    // Between the labels and the table, and between two milestones.
    sheet.getRange("6:6").insert("Down");
    sheet.getRange("12:12").insert("Down");
    sheet.getRange("B:B").insert("Right");
  });
  const book = await readBook();
  expect(codes(book)).toEqual([]);
  expect(book.tables.orders?.rows[0]?.fields).toEqual(fields);
});

test("a list without headings, a row put into it and one below", async () => {
  const list = wildSheets().find(({ answer }) => answer.layout === "list");
  if (!list) throw new Error("No such made sheet.");
  await loadFileBook(workbook.book, bookOfGrid(list.grid));
  const { name } = workbook.book.sheets.active();
  const kept = await keepSheet(workbook, name, "Gendan_Orders_1");
  expect(kept.layout).toBe("list");
  const { firstRow, lastRow } = list.answer;
  const before = (await readBook()).tables.orders?.rows ?? [];
  expect(before.map(({ sheetRow }) => sheetRow)).toEqual(
    Array.from({ length: lastRow - firstRow + 1 }, (_, index) => firstRow + index + 1),
  );
  // The third row again, as the second and as the last.
  await act(name, (sheet) => {
    const width = list.grid.values[0]?.length ?? 1;
    const row = (at: number): Excel.Range => sheet.getRangeByIndexes(at, list.grid.left, 1, width);
    row(firstRow + 1)
      .getEntireRow()
      .insert("Down");
    row(firstRow + 1).copyFrom(row(firstRow + 3));
    row(lastRow + 2).copyFrom(row(firstRow + 3));
  });
  const book = await readBook();
  expect(codes(book)).toEqual([]);
  const third = before[2]?.fields;
  const [first, ...rest] = before.map(({ fields }) => fields);
  expect(book.tables.orders?.rows.map(({ fields }) => fields)).toEqual([first, third, ...rest, third]);
});

test("one cell typed by mistake at the end of the sheet", async () => {
  allowSyncs(6);
  await month("五月");
  await keepSheet(workbook, "五月", "Gendan_Orders_1");
  await workbook.type("五月!I120000", [["."]]);
  workbook.host.misbehave({ payloadLimit: 2_000_000 });
  const { result, syncs } = await workbook.syncsOf(readBook);
  expect(rowsOf(result)).toEqual(READ);
  // Refused as a whole, asked again, and then what lies near the table.
  expect(syncs.length).toBeLessThanOrEqual(6);
  expect(syncs.reduce((sum, { replyBytes }) => sum + replyBytes, 0)).toBeLessThan(500_000);
  const again = await workbook.syncsOf(readBook);
  expect(rowsOf(again.result)).toEqual(READ);
  expect(again.syncs.length).toBeLessThan(syncs.length);
  workbook.host.misbehave({});
});

test("inspections without a number of their own are rows all the same", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("验货");
    sheet.getRange("A1:H5").values = [
      ["验货日期", "合同号", "款号", "验货类型", "批量", "主要疵", "验货结果", "验货员"],
      [day(3), "HT-01", "K88", "尾期检验", 1200, 2, "合格", "小陈"],
      [day(4), "HT-02", "K89", "中期检验", 800, 9, "不合格", "小陈"],
      [day(9), "HT-02", "K89", "复检", 800, 1, "Pass", "小陈"],
      [day(9), "HT-02", "K89", "复检", 800, 1, "Pass", "小陈"],
    ];
    sheet.getRange("A2:A5").numberFormat = [["yyyy/m/d"], ["yyyy/m/d"], ["yyyy/m/d"], ["yyyy/m/d"]];
    await context.sync();
  });
  await keepSheet(workbook, "验货", "Gendan_Inspections_1", "inspections");
  const { inspections } = (await readBook()).tables;
  expect(inspections?.rows.map(({ key, fields }) => [key, fields.date, fields.type, fields.verdict])).toEqual(
    [
      [`ht-01|k88|${day(3)}|fri`, day(3), "FRI", "PASS"],
      [`ht-02|k89|${day(4)}|dupro`, day(4), "DUPRO", "FAIL"],
      [`ht-02|k89|${day(9)}|re-inspection`, day(9), "Re-inspection", "PASS"],
      [`ht-02|k89|${day(9)}|re-inspection#2`, day(9), "Re-inspection", "PASS"],
    ],
  );
});

test("changes of a kept sheet, and sheets that come, are told", async () => {
  await month("五月");
  await keepSheet(workbook, "五月", "Gendan_Orders_1");
  await readBook();
  let changes = 0;
  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => void setTimeout(resolve, milliseconds));
  const stop = await watch(() => (changes += 1));
  await pause(1200);
  changes = 0;
  await workbook.type("五月!E5", [[1300]]);
  await pause(1500);
  expect(changes).toBeGreaterThanOrEqual(1);
  const typed = changes;
  await act("五月", (sheet) => {
    sheet.copy("End");
  });
  await pause(1200);
  expect(changes).toBeGreaterThan(typed);
  await stop();
});

test("where Excel cuts a long address short, its blocks are asked for one by one", async () => {
  allowSyncs(3);
  await month("五月");
  await keepSheet(workbook, "五月", "Gendan_Orders_1");
  const { RangeAreas } = Excel as unknown as { RangeAreas: { prototype: object } };
  const whole = Object.getOwnPropertyDescriptor(RangeAreas.prototype, "address") as PropertyDescriptor & {
    get: (this: unknown) => string;
  };
  Object.defineProperty(RangeAreas.prototype, "address", {
    ...whole,
    get(this: unknown) {
      return whole.get.call(this).split(",").slice(0, 2).join(",");
    },
  });
  try {
    const { result, syncs } = await workbook.syncsOf(readBook);
    expect(syncs).toHaveLength(3);
    expect(rowsOf(result)).toEqual(READ);
    expect(result.tables.orders?.headings).toMatchObject({ due: "交期", "T19S.actual": "开裁 / 实际" });
  } finally {
    Object.defineProperty(RangeAreas.prototype, "address", whole);
  }
});

test("where Excel will not say where formulas are, their cells are asked for", async () => {
  allowSyncs(3);
  await month("五月");
  await keepSheet(workbook, "五月", "Gendan_Orders_1");
  beforeSync(2, () => {
    workbook.host.misbehave({ failAtAction: 4 });
  });
  const { result, syncs } = await workbook.syncsOf(readBook);
  expect(syncs).toHaveLength(3);
  expect(rowsOf(result)).toEqual(READ);
  // It is not asked in vain again.
  const again = await workbook.syncsOf(readBook);
  expect(again.syncs).toHaveLength(2);
  expect(rowsOf(again.result)).toEqual(READ);
});
