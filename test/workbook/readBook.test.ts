/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { appendOrders } from "../../src/workbook/appendOrders";
import type { Book, BookIssue } from "../../src/workbook/book";
import { mend } from "../../src/workbook/mend";
import { readBook } from "../../src/workbook/readBook";
import { saveSettings } from "../../src/workbook/saveSettings";
import { setUp } from "../../src/workbook/setUp";
import { undo } from "../../src/workbook/undo";
import type { TestWorkbook } from "./openWorkbook";
import { allowSyncs, close, openWorkbook, problemOf } from "./openWorkbook";

/** 2026-09-15 */
const SEPT_15 = 46280;

let workbook: TestWorkbook;
beforeAll(async () => {
  workbook = await openWorkbook();
});
beforeEach(async () => {
  await workbook.clean();
  await readBook();
  await setUp("en");
});
afterAll(() => {
  close(workbook);
});

const issue = ({ issues }: Book, code: BookIssue["code"]): BookIssue => {
  const found = issues.find((candidate) => candidate.code === code);
  if (!found) throw new Error(`No ${code} in ${JSON.stringify(issues)}`);
  return found;
};
const tableId = (name: string): string => workbook.book.tables.find(name)?.id ?? "";

test("everything is read in one run of two syncs", async () => {
  await appendOrders([{ po: "1", style: "S", colour: "C", qty: 5, due: SEPT_15 }]);
  const { result, syncs } = await workbook.syncsOf(readBook);
  expect(syncs).toHaveLength(2);
  expect(result.tables.orders?.rows).toMatchObject([{ key: "1|s|c", sheetRow: 2 }]);
});

test("text dates and full-width numbers in cells are understood", async () => {
  await workbook.type("Orders!A2:B2", [["'4501", "'S"]]);
  await workbook.type("Orders!H2", [["'１２００"]]);
  await workbook.type("Orders!M2", [["'2026年9月15日"]]);
  await workbook.type("Orders!L2", [["'03/05/2026"]]);
  const [row] = (await readBook()).tables.orders?.rows ?? [];
  expect(row?.fields).toMatchObject({ po: "4501", qty: 1200, due: SEPT_15, orderDate: "03/05/2026" });
});

test("a workbook that has lost its mapping is known by its tables", async () => {
  workbook.book.settings.clear();
  const book = await readBook();
  expect(Object.keys(book.tables)).toEqual(["orders", "inspections", "defects"]);
  expect(book.issues).toEqual([]);
  expect(book.settings.lang).toBe("en");
});

test("a renamed heading is noticed, read all the same, and accepted on request", async () => {
  await workbook.type("Orders!H1", [["Pieces wanted"]]);
  await workbook.type("Orders!A2:H2", [["1", "S", "", "", "", "", "C", 70]]);
  const book = await readBook();
  expect(issue(book, "headingRenamed")).toMatchObject({
    register: "orders",
    params: { field: "qty", was: "Order qty", now: "Pieces wanted" },
  });
  expect(book.tables.orders?.rows[0]?.fields.qty).toBe(70);
  const { syncs } = await workbook.syncsOf(() => mend(issue(book, "headingRenamed"), "acceptHeading"));
  expect(syncs.length).toBeLessThanOrEqual(2);
  expect((await readBook()).issues).toEqual([]);
});

test("moved columns and a renamed sheet and table make no difference", async () => {
  await readBook();
  workbook.book.tables.update(tableId("Orders"), { name: "Tracker" });
  workbook.book.sheets.update(workbook.book.sheets.find("Orders")?.id ?? "", { name: "2026" });
  await workbook.type("2026!A1:B1", [["x", "y"]]);
  await workbook.type("2026!A1:B1", [["Style", "PO"]]);
  await workbook.type("2026!A2:B2", [["S", "1"]]);
  const book = await readBook();
  const missing = book.issues.filter(({ code }) => code === "tableMissing");
  if (missing.length > 0) {
    expect(missing[0]).toMatchObject({ params: { table: "Orders", suggestion: "Tracker" } });
    await mend(issue(book, "tableMissing"), "useTable");
  }
  const { tables, issues } = await readBook();
  expect(issues).toEqual([]);
  expect(tables.orders).toMatchObject({ table: "Tracker", places: [{ sheet: "2026", table: "Tracker" }] });
  expect(tables.orders?.rows[0]?.fields).toMatchObject({ po: "1", style: "S" });
});

test("a deleted column is noticed; it can be added again or done without", async () => {
  workbook.book.tables.deleteColumn(tableId("Orders"), 8);
  const book = await readBook();
  expect(issue(book, "columnMissing")).toMatchObject({ params: { field: "sizes", was: "Sizes" } });
  const receipt = await mend(issue(book, "columnMissing"), "addColumn");
  const again = await readBook();
  expect(again.issues).toEqual([]);
  expect((await workbook.values("Orders!AS1"))[0]).toEqual(["Sizes"]);
  await undo(receipt);
  const third = await readBook();
  expect(issue(third, "columnMissing").params.field).toBe("sizes");
  await mend(issue(third, "columnMissing"), "forget");
  expect((await readBook()).issues).toEqual([]);
});

test("a deleted table is noticed, and set up again without touching the rest", async () => {
  workbook.book.tables.delete(tableId("Defects"));
  const book = await readBook();
  const missing = issue(book, "tableMissing");
  expect(missing).toMatchObject({ register: "defects", mends: ["setUp"] });
  await mend(missing, "setUp");
  expect((await readBook()).issues).toEqual([]);
  expect(workbook.book.sheets.list().map(({ name }) => name)).toContain("Defects (2)");
});

test("missing names are noticed and made on a sheet of their own", async () => {
  workbook.book.names.delete("Closures");
  const missing = issue(await readBook(), "nameMissing");
  expect(missing.params.name).toBe("Closures");
  await mend(missing, "addNames");
  expect((await readBook()).issues).toEqual([]);
});

test("a protected sheet is told with its name", async () => {
  workbook.book.sheets.protect(workbook.book.sheets.find("Inspections")?.id ?? "", {});
  expect(issue(await readBook(), "sheetProtected").params).toEqual({ sheet: "Inspections" });
});

test("more than one answer may hold is read in chunks, and whole", async () => {
  allowSyncs(10);
  const rows = Array.from({ length: 300 }, (_, i) => [`PO${i}`, "S", "x".repeat(20)]);
  const orders = workbook.book.tables.find("Orders");
  workbook.book.tables.resize(tableId("Orders"), { ...orders!.area, rows: 301 });
  await workbook.type("Orders!A2:C301", rows);
  workbook.host.misbehave({ payloadLimit: 60_000 });
  const { result: book, syncs } = await workbook.syncsOf(readBook);
  // The first answer was too large, or this would try nothing.
  expect(syncs.filter(({ error }) => error !== undefined)).toHaveLength(1);
  workbook.host.misbehave({});
  expect(book.tables.orders?.rows).toHaveLength(300);
  expect(book.tables.orders?.rows[299]).toMatchObject({ key: "po299|s|", sheetRow: 301 });
});

describe("settings", () => {
  test("are saved in two syncs and taken back", async () => {
    await readBook();
    const { result, syncs } = await workbook.syncsOf(() =>
      saveSettings({ asOf: SEPT_15, calendar: "CN5", closures: [[SEPT_15 + 3, "off"]], lang: "zh-CN" }),
    );
    expect(syncs).toHaveLength(2);
    const { settings } = await readBook();
    expect(settings).toMatchObject({ asOf: SEPT_15, asOfIsToday: false, calendar: "CN5", lang: "zh-CN" });
    expect(settings.closures).toEqual([[SEPT_15 + 3, "off"]]);
    await undo(result);
    expect((await readBook()).settings).toMatchObject({
      asOfIsToday: true,
      calendar: "CN6",
      closures: [],
      lang: "en",
    });
  });

  test("are not taken back over somebody's change", async () => {
    const receipt = await saveSettings({ asOf: SEPT_15 });
    await workbook.type("Settings!B3", [[SEPT_15 + 1]]);
    expect((await problemOf(undo(receipt))).code).toBe("changedMeanwhile");
  });
});
