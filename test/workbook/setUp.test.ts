/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { orders } from "../../src/registers/orders";
import { readBook } from "../../src/workbook/readBook";
import { setUp } from "../../src/workbook/setUp";
import { undo } from "../../src/workbook/undo";
import type { TestWorkbook } from "./openWorkbook";
import { beforeSync, close, openWorkbook, problemOf } from "./openWorkbook";

let workbook: TestWorkbook;
beforeAll(async () => {
  workbook = await openWorkbook();
});
beforeEach(() => workbook.clean());
afterAll(() => {
  close(workbook);
});

const sheetNames = (): string[] => workbook.book.sheets.list().map(({ name }) => name);

test("an empty workbook reads as nothing, in two syncs at most", async () => {
  const { result, syncs } = await workbook.syncsOf(readBook);
  expect(result).toMatchObject({ tables: {}, issues: [], settings: { asOf: 0, calendar: "CN6" } });
  expect(syncs.length).toBeLessThanOrEqual(2);
});

test("set-up makes the sheets in two syncs, and they read back without an issue", async () => {
  await readBook();
  const { syncs } = await workbook.syncsOf(() => setUp("en"));
  expect(syncs).toHaveLength(2);
  expect(sheetNames().slice(1)).toEqual(["Orders", "Inspections", "Defects", "Settings"]);
  const book = await readBook();
  expect(book.issues).toEqual([]);
  expect(Object.keys(book.tables)).toEqual(["orders", "inspections", "defects"]);
  expect(book.tables.orders?.headings["T19S.plan"]).toBe("Cutting start plan");
  expect(book.settings).toMatchObject({ calendar: "CN6", asOfIsToday: true, closures: [], lang: "en" });
  const today = Math.floor(Date.now() / 86_400_000) + 25569;
  expect(Math.abs(book.settings.asOf - today)).toBeLessThanOrEqual(1);
});

test("set-up in Chinese has Chinese sheets, headings and choices", async () => {
  await readBook();
  await setUp("zh-CN");
  expect(sheetNames().slice(1)).toEqual(["订单", "验货", "疵点", "设置"]);
  const [headings] = await workbook.values("订单!A1:AS1");
  expect(headings?.slice(0, 3)).toEqual(["订单号", "款号", "品名"]);
  expect((await workbook.formulas("订单!AG2"))[0]?.[0]).toBe(
    '=MERCH.TASTATUS([@交期],[@离厂实际],AsOf,3,[@离厂计划],"zh")',
  );
  const { book } = workbook;
  const rules = book.validations.all(book.sheets.find("验货")?.id ?? "");
  expect(rules.map(({ rule }) => rule.formula1)).toContain("初期验货,中期验货,尾期验货,复检");
});

test("headings stay in sight, status columns have colours, and pages can be read and told apart", async () => {
  await readBook();
  await setUp("en");
  const { book } = workbook;
  const id = book.sheets.find("Orders")?.id ?? "";
  expect(book.sheets.frozen(id)).toEqual({ rows: 1, columns: 2 });
  expect(book.sheets.pageLayout(id)).toMatchObject({
    orientation: "Landscape",
    paperSize: "A4",
    titleRows: "$1:$1",
    titleColumns: "$A:$B",
  });
  // 740 points fit across A4: nothing is printed under 60 %, and no page more than that takes.
  const { zoom } = book.sheets.pageLayout(id);
  const width = orders.fields.reduce((sum, field) => sum + field.width * 6 + 6, 0);
  expect((zoom?.horizontalFitToPages ?? 0) * 740).toBeGreaterThanOrEqual(width * 0.6);
  expect(((zoom?.horizontalFitToPages ?? 0) - 1) * 740).toBeLessThan(width * 0.6);
  const status = orders.fields.findIndex((field) => field.id === "status");
  const rules = book.conditionals.list(id).filter(({ areas }) => areas[0]?.column === status);
  expect(rules.map(({ formula1 }) => formula1)).toContain('=OR($AG2="OVERDUE",$AG2="逾期")');
});

test("sheets of the same names are never touched: refused, or set up under other names", async () => {
  workbook.book.sheets.add("orders");
  await workbook.type("orders!A1", [["mine"]]);
  await readBook();
  expect(await problemOf(setUp("en"))).toMatchObject({ code: "sheetExists", params: { sheets: "Orders" } });
  expect(sheetNames()).toHaveLength(2);
  await setUp("en", "otherName");
  expect(sheetNames()).toContain("Orders (2)");
  expect(await workbook.values("orders!A1:B1")).toEqual([["mine", ""]]);
});

test("undo takes the sheets, names and mapping out again, but not once a row is typed", async () => {
  await readBook();
  const receipt = await setUp("en");
  await workbook.type("Orders!A2", [["PO1"]]);
  expect(await problemOf(undo(receipt))).toMatchObject({ code: "changedMeanwhile" });
  await workbook.type("Orders!A2", [[""]]);
  await undo(receipt);
  expect(sheetNames()).toHaveLength(1);
  expect(workbook.book.names.list()).toEqual([]);
  expect(workbook.book.settings.size).toBe(0);
});

test.each([5, 200, 500, 700])(
  "a set-up that fails at action %d leaves nothing behind",
  async (failAtAction) => {
    await readBook();
    beforeSync(2, () => workbook.host.misbehave({ failAtAction }));
    const problem = await problemOf(setUp("en"));
    expect(problem).toMatchObject({ code: "host", params: { code: "GeneralException" } });
    expect(sheetNames()).toHaveLength(1);
    expect(workbook.book.settings.size).toBe(0);
  },
);
