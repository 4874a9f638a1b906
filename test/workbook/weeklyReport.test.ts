/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import type { OrderRisk } from "../../src/domain/schedule/orderRisk";
import type { Fields } from "../../src/registers/register";
import type { ReportSource } from "../../src/registers/reportContent";
import { weeklyReport } from "../../src/registers/weeklyReport";
import { readBook } from "../../src/workbook/readBook";
import { REPORT_WIDTHS } from "../../src/workbook/reportLayout";
import { undo } from "../../src/workbook/undo";
import { makeWeeklyReport } from "../../src/workbook/weeklyReport";
import type { TestWorkbook } from "./openWorkbook";
import { beforeSync, close, openWorkbook, problemOf } from "./openWorkbook";

let workbook: TestWorkbook;
beforeAll(async () => {
  workbook = await openWorkbook();
});
beforeEach(async () => {
  await workbook.clean();
  await readBook();
});
afterAll(() => {
  close(workbook);
});

const AS_OF = 46280;

/** Two red orders, one green, one that left late, one failed inspection; texts as people type them. */
function source(): ReportSource {
  const orders: Fields[] = [
    {
      po: "=1+1",
      style: "007",
      colour: "@home",
      customer: "+86 Trading",
      factory: "Hong Da",
      qty: 1200,
      due: 46290,
    },
    { po: "PO-2", style: "3-5", colour: "Navy", customer: "Aster", factory: "-Min", qty: 300, due: 46270 },
    { po: "PO-3", style: "S3", colour: "Navy", customer: "Aster", factory: "Hong Da", qty: 900, due: 46330 },
    {
      po: "PO-4",
      style: "S4",
      customer: "Aster",
      factory: "Hong Da",
      qty: 100,
      due: 46275,
      "T30.actual": 46277,
    },
  ];
  const risks: OrderRisk[] = [
    {
      key: "0",
      level: "RED",
      chance: 0.1,
      ship: 46300,
      promise: 46303,
      driver: { milestone: "T17", late: 6, costs: 5 },
    },
    { key: "1", level: "RED", chance: 0, ship: 46285, promise: 46286 },
    { key: "2", level: "GREEN", chance: 0.97, ship: 46310, promise: 46315 },
    { key: "3", level: "SHIPPED", chance: 0, shipped: 46277 },
  ];
  const inspection = {
    id: "F-1",
    date: 46279,
    po: "PO-2",
    style: "3-5",
    inspected: 80,
    major: 9,
    verdict: "FAIL",
  };
  return {
    asOf: AS_OF,
    orders: orders.map((fields, index) => ({ key: String(index), fields })),
    inspections: [{ key: "0", fields: inspection }],
    risks,
  };
}

const make = (lang: "en" | "zh-CN" = "en") => makeWeeklyReport(weeklyReport(source(), lang));
const sheetNames = () => workbook.book.sheets.list().map(({ name }) => name);
const idOf = (name: string) => workbook.book.sheets.find(name)!.id;

test("the report is on a sheet of its own in two syncs; the same day's second one gets a number", async () => {
  const { result, syncs } = await workbook.syncsOf(() => make());
  expect(syncs).toHaveLength(2);
  expect(result).toMatchObject({ code: "reportMade", params: { sheet: "Report 2026-09-15" } });
  const before = await workbook.values("Report 2026-09-15!A1:J40");
  expect((await make()).params).toEqual({ sheet: "Report 2026-09-15 (2)" });
  expect((await make("zh-CN")).params).toEqual({ sheet: "周报 2026-09-15" });
  expect(sheetNames().slice(1)).toEqual(["Report 2026-09-15", "Report 2026-09-15 (2)", "周报 2026-09-15"]);
  expect(await workbook.values("Report 2026-09-15!A1:J40")).toEqual(before);
});

test("it holds values: no formula, whatever was typed, and numbers as numbers and dates", async () => {
  await make();
  const values = await workbook.values("Report 2026-09-15!A1:J60");
  expect(await workbook.formulas("Report 2026-09-15!A1:J60")).toEqual(values);
  const line = values.findIndex(([, order]) => order === "=1+1\n007\n@home");
  expect(values[line]?.slice(0, 7)).toEqual([
    "Red",
    "=1+1\n007\n@home",
    "+86 Trading\nHong Da",
    1200,
    46290,
    46300,
    0.1,
  ]);
  const at = `Report 2026-09-15!D${line + 1}:G${line + 1}`;
  expect(await workbook.formats(at)).toEqual([["#,##0", "yyyy-mm-dd", "yyyy-mm-dd", "0%"]]);
  expect(values[0]?.[0]).toBe("Weekly order report · week 38, 2026");
});

test("charts are Excel's own, show the sheet's cells, and stand beside their tables", async () => {
  await make();
  const { book } = workbook;
  const id = idOf("Report 2026-09-15");
  const charts = book.charts.list(id);
  expect(charts.map(({ type, title }) => [type, title])).toEqual([
    ["BarStacked", "Open orders by customer"],
    ["ColumnStacked", "Shipped orders by week"],
  ]);
  const shown = charts[1]!.series.map(({ name, values, categories }) => ({
    name,
    values: book.cells.values(values!).flat(),
    weeks: book.cells.values(categories!).flat(),
  }));
  expect(shown.map(({ name }) => name)).toEqual(["On time", "Late"]);
  // Left on 12 September, two days late: week 37.
  expect(shown[1]?.weeks.at(-2)).toBe("W37");
  expect(shown[1]?.values).toEqual([0, 0, 0, 0, 0, 0, 1, 0]);
  for (const { anchor } of charts) {
    expect([anchor.from.column, anchor.to.column]).toEqual([7, 10]);
    const covered = book.cells.values({
      sheet: id,
      row: anchor.from.row,
      column: 7,
      rows: anchor.to.row - anchor.from.row,
      columns: 3,
    });
    expect(covered.flat().filter((value) => value !== "")).toEqual([]);
  }
});

test("it prints on A4: one page wide at full size, title on every page, pages counted, long texts wrapped", async () => {
  await make("zh-CN");
  const { book } = workbook;
  const id = idOf("周报 2026-09-15");
  const page = book.sheets.pageLayout(id);
  expect(page).toMatchObject({
    orientation: "Landscape",
    paperSize: "A4",
    zoom: { horizontalFitToPages: 1 },
    titleRows: "$1:$1",
    headersFooters: { centerFooter: "第 &P 页，共 &N 页" },
  });
  const points = REPORT_WIDTHS.reduce((sum, width) => sum + width, 0);
  const millimetres = (points / 72) * 25.4;
  const margins = ((page.margins.left + page.margins.right) / 72) * 25.4;
  expect(millimetres + margins).toBeLessThanOrEqual(297);
  const values = await workbook.values("周报 2026-09-15!A1:J40");
  const row = values.findIndex(([, order]) => String(order).startsWith("PO-2"));
  expect(book.formats.get({ sheet: id, row, column: 7, rows: 1, columns: 3 }).wrapText).toBe(true);
  expect(values[row]?.[9]).toContain("不合格批全检返工");
});

test("undo takes the sheet out, but not once somebody has written on it", async () => {
  const receipt = await make();
  await workbook.type("Report 2026-09-15!L3", [["agreed by phone"]]);
  expect(await problemOf(undo(receipt))).toMatchObject({ code: "changedMeanwhile" });
  await workbook.type("Report 2026-09-15!L3", [[""]]);
  await undo(receipt);
  expect(sheetNames()).toHaveLength(1);
  expect(await problemOf(undo(receipt))).toMatchObject({ code: "changedMeanwhile" });
});

test("a report that fails on the way leaves no sheet", async () => {
  beforeSync(2, () => workbook.host.misbehave({ failAtAction: 60 }));
  expect(await problemOf(make())).toMatchObject({ code: "host" });
  expect(sheetNames()).toHaveLength(1);
});
