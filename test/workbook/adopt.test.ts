/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { addColumns } from "../../src/workbook/addColumns";
import { adopt } from "../../src/workbook/adopt";
import { appendOrders } from "../../src/workbook/appendOrders";
import { readBook } from "../../src/workbook/readBook";
import { setUp } from "../../src/workbook/setUp";
import { undo } from "../../src/workbook/undo";
import { updateRow } from "../../src/workbook/updateRow";
import type { TestWorkbook } from "./openWorkbook";
import { plainCandidate } from "./plainCandidate";
import { beforeSync, close, openWorkbook, problemOf } from "./openWorkbook";

/** 2026-09-15 */
const SEPT_15 = 46280;
const HEADINGS = [
  "客户",
  "合同号",
  "款号",
  "颜色",
  "數量(件)",
  "货期",
  "面料到厂计划",
  "面料到厂实际",
  "开裁",
  "离厂实际",
  "跟单",
];
const FIRST = ["ACME", "HT-01", "K88", "藏青", 1200, SEPT_15, SEPT_15 - 40, "", SEPT_15 - 30, "", "小王"];
const SECOND = ["ACME", "HT-02", "K89", "红", 800, SEPT_15 + 5, SEPT_15 - 35, "", "", "", "小李"];

let workbook: TestWorkbook;
beforeAll(async () => {
  workbook = await openWorkbook();
});
beforeEach(async () => {
  await workbook.clean();
  workbook.book.sheets.add("跟单表");
  await workbook.type("跟单表!A1", [["2026年秋冬大货进度表"]]);
  await workbook.type("跟单表!A3:K5", [HEADINGS, FIRST, SECOND]);
  await readBook();
});
afterAll(() => {
  close(workbook);
});

const only = () => plainCandidate("跟单表");

const everything = (): Promise<unknown[][]> => workbook.formulas("跟单表!A1:K5");

test("a block of cells is found under its title, and its headings are recognised", async () => {
  const { candidate, columns } = await only();
  expect(candidate).toMatchObject({ sheet: "跟单表", address: "A3:K5", rowCount: 2, headings: HEADINGS });
  expect(columns.map(({ fieldId }) => fieldId)).toEqual([
    "customer",
    "po",
    "style",
    "colour",
    "qty",
    "due",
    "T09.plan",
    "T09.actual",
    // Nothing says planned or actual.
    expect.stringMatching(/^T19S\.(?:plan|actual)$/),
    "T30.actual",
    "merchandiser",
  ]);
});

test("a block becomes a table only with consent, and not a cell of it changes", async () => {
  const { candidate, columns } = await only();
  const before = await everything();
  expect((await problemOf(adopt(candidate, "orders", columns, [], "zh-CN"))).code).toBe("needsConsent");
  expect(workbook.book.tables.list()).toEqual([]);
  const { syncs } = await workbook.syncsOf(() => adopt(candidate, "orders", columns, [], "zh-CN", true));
  expect(syncs).toHaveLength(2);
  expect(await everything()).toEqual(before);
  const { tables } = await readBook();
  expect(tables.orders).toMatchObject({ places: [{ sheet: "跟单表", address: "A3:K5" }] });
  expect(tables.orders?.rows.map(({ key }) => key)).toEqual(["ht-01|k88|藏青", "ht-02|k89|红"]);
  expect(tables.orders?.rows[0]?.fields).toMatchObject({ qty: 1200, due: SEPT_15, merchandiser: "小王" });
});

test("columns are added at the right end only when asked for, with formulas in the table's own words", async () => {
  const { candidate, columns } = await only();
  const before = await everything();
  await adopt(candidate, "orders", columns, ["status", "daysLate", "remarks", "qc"], "zh-CN", true);
  expect(await everything()).toEqual(before);
  // No inspections in this workbook, so a QC column would have nothing to look at.
  expect(await workbook.formulas("跟单表!L3:O4")).toEqual([
    ["状态", "延误天数", "备注", ""],
    [
      '=MERCH.TASTATUS([@货期],[@离厂实际],AsOf,3,,"zh")',
      "=MERCH.DAYSLATE([@货期],[@离厂实际],AsOf)",
      "",
      "",
    ],
  ]);
  await readBook();
  await setUp("zh-CN");
  await addColumns("orders", ["qc"]);
  expect((await workbook.formulas("跟单表!O3:O4")).flat()).toEqual([
    "验货结果",
    '=IF([@合同号]="","",XLOOKUP([@合同号]&"|"&[@款号],Inspections[订单键],Inspections[结论],"",0,-1))',
  ]);
});

test("the adopted table takes new orders and dates like our own", async () => {
  const { candidate, columns } = await only();
  await adopt(candidate, "orders", columns, [], "zh-CN", true);
  await readBook();
  await appendOrders([{ po: "00077", style: "K90", colour: "白", qty: 5, due: SEPT_15, remarks: "x" }]);
  const key = "ht-02|k89|红";
  await updateRow("orders", key, { "T09.actual": SEPT_15 - 30 }, { "T09.actual": "" });
  expect(await workbook.values("跟单表!B5:H6")).toEqual([
    ["HT-02", "K89", "红", 800, SEPT_15 + 5, SEPT_15 - 35, SEPT_15 - 30],
    ["00077", "K90", "白", 5, SEPT_15, "", ""],
  ]);
});

test("repeated and blank headings are said, for Excel would rename them", async () => {
  const { candidate } = await only();
  const twice = { ...candidate, obstacle: "headingTwice" as const };
  expect((await problemOf(adopt(twice, "orders", [], [], "zh-CN", true))).code).toBe("headings");
});

test("what stands beside the table is not overwritten", async () => {
  await workbook.type("跟单表!M4", [["mine"]]);
  const { candidate, columns } = await only();
  const problem = await problemOf(adopt(candidate, "orders", columns, ["status", "remarks"], "en", true));
  expect(problem.code).toBe("noRoom");
  expect(workbook.book.tables.list()).toEqual([]);
});

test("headings changed since they were shown are noticed", async () => {
  const { candidate, columns } = await only();
  await workbook.type("跟单表!B3", [["別的"]]);
  expect((await problemOf(adopt(candidate, "orders", columns, [], "en", true))).code).toBe(
    "changedMeanwhile",
  );
});

test.each([2, 6, 10, 14, 18, 26, 40, 55, 70])(
  "a failure at action %d leaves the user's cells as they were",
  async (failAtAction) => {
    const { candidate, columns } = await only();
    const before = await everything();
    beforeSync(2, () => workbook.host.misbehave({ failAtAction }));
    await problemOf(adopt(candidate, "orders", columns, ["status", "remarks"], "zh-CN", true));
    workbook.host.misbehave({});
    expect(await everything()).toEqual(before);
    expect((await workbook.formulas("跟单表!L3:M5")).flat()).toEqual(Array(6).fill(""));
    expect(workbook.book.tables.list()).toEqual([]);
    expect(workbook.book.settings.size).toBe(0);
  },
);

test("undo takes the added columns out and makes plain cells again", async () => {
  const { candidate, columns } = await only();
  const before = await everything();
  const receipt = await adopt(candidate, "orders", columns, ["status", "remarks"], "zh-CN", true);
  await undo(receipt);
  expect(await everything()).toEqual(before);
  expect((await workbook.formulas("跟单表!L3:M5")).flat()).toEqual(Array(6).fill(""));
  expect(workbook.book.tables.list()).toEqual([]);
  expect((await readBook()).tables).toEqual({});
});

test("columns of formulas bring the names that they look at, and undo takes both away", async () => {
  const { candidate, columns } = await only();
  const before = await everything();
  const { result: receipt, syncs } = await workbook.syncsOf(() =>
    adopt(candidate, "orders", columns, ["daysLate"], "zh-CN", true),
  );
  expect(syncs).toHaveLength(2);
  expect((await readBook()).issues).toEqual([]);
  expect(workbook.book.sheets.list().map(({ name }) => name)).toContain("设置");
  await undo(receipt);
  expect(await everything()).toEqual(before);
  expect(workbook.book.sheets.list().map(({ name }) => name)).not.toContain("设置");
  expect(workbook.book.names.list()).toEqual([]);
});

test("columns without formulas bring no settings sheet", async () => {
  const { candidate, columns } = await only();
  await adopt(candidate, "orders", columns, ["remarks"], "zh-CN", true);
  expect(workbook.book.sheets.list().map(({ name }) => name)).not.toContain("设置");
});

test.each([4, 12, 20, 40, 60, 80])(
  "columns that fail at action %d leave a table with totals as it was",
  async (failAtAction) => {
    const { candidate, columns } = await only();
    await adopt(candidate, "orders", columns, [], "zh-CN", true);
    await readBook();
    const { tables } = workbook.book;
    const table = tables.list()[0];
    tables.update(table?.id ?? "", { showTotals: true });
    await workbook.type("跟单表!E6", [[2000]]);
    const before = await workbook.formulas("跟单表!A1:N8");
    beforeSync(2, () => workbook.host.misbehave({ failAtAction }));
    await problemOf(addColumns("orders", ["daysLate", "status"]));
    workbook.host.misbehave({});
    expect(await workbook.formulas("跟单表!A1:N8")).toEqual(before);
    expect(tables.list()).toMatchObject([{ showTotals: true, columns: HEADINGS.map((name) => ({ name })) }]);
    expect(workbook.book.names.list()).toEqual([]);
    expect(workbook.book.sheets.list().map(({ name }) => name)).not.toContain("设置");
  },
);

test("a table of the user's own keeps its name and place", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("跟单表").tables.add("A3:K5", true).name = "进度";
    await context.sync();
  });
  const { candidate, columns } = await only();
  expect(candidate).toMatchObject({ table: "进度", address: "A3:K5" });
  await adopt(candidate, "orders", columns, [], "zh-CN");
  expect((await readBook()).tables.orders).toMatchObject({ table: "进度", places: [{ address: "A3:K5" }] });
});
