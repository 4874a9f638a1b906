/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { latestInspections, reportInspections } from "../../src/registers/reportInspections";
import type { ReportSource } from "../../src/registers/reportContent";
import { ordersOf } from "../../src/taskpane/orders";
import { adoptSheets } from "../../src/workbook/adoptSheets";
import { appendInspection } from "../../src/workbook/appendInspection";
import type { Book } from "../../src/workbook/book";
import { readBook } from "../../src/workbook/readBook";
import { undo } from "../../src/workbook/undo";
import { agreed, day, makeSheet, SEPT_15 } from "./keptBook";
import type { TestWorkbook } from "./openWorkbook";
import { close, openWorkbook } from "./openWorkbook";

let workbook: TestWorkbook;
beforeAll(async () => {
  workbook = await openWorkbook();
  await readBook();
  await makeSheet({
    name: "订单",
    rows: [
      ["订单号", "款号", "颜色", "订单数量", "交期"],
      ["1001", "A-1", "藏青", 1200, day(SEPT_15 + 20)],
      ["1002", "A-2", "黑色", 800, day(SEPT_15 + 30)],
      ["1003", "A-3", "白色", 900, day(SEPT_15 + 30)],
    ],
  });
  // As a QC keeps it: no numbers of reports, dates as texts, results in her own words, the style left out now and then.
  await makeSheet({
    name: "查货记录",
    rows: [
      ["查货记录表"],
      [
        "验货日期",
        "订单号",
        "款号",
        "验货类型",
        "批量",
        "实际抽检",
        "致命疵",
        "主要疵",
        "次要疵",
        "验货结果",
        "备注",
      ],
      ["28/8/2026", "1001", "A-1", "中期", 1200, 80, 0, 9, 4, "NG", "线头多"],
      ["13/9/2026", "1001", "A-1", "尾期", 1200, 80, 0, 3, 4, "通过", ""],
      ["14/9/2026", "1002", "", "尾期", 800, 80, 1, 0, 0, "不通过", "断针"],
    ],
  });
  await adoptSheets([await agreed("订单", "orders", [])], "zh-CN");
  await adoptSheets([await agreed("查货记录", "inspections", [])], "zh-CN");
});
afterAll(() => {
  close(workbook);
});

const sourceOf = (book: Book): ReportSource => ({
  asOf: SEPT_15,
  orders: book.tables.orders?.rows ?? [],
  inspections: book.tables.inspections?.rows ?? [],
  risks: [],
});

test("her results and dates count on the board and in the report", async () => {
  const book = await readBook();
  const verdicts = ordersOf(book).map(({ row, inspections }) => [
    row.fields.po,
    inspections.map(({ date, verdict }) => [date, verdict]),
  ]);
  expect(Object.fromEntries(verdicts)).toEqual({
    1001: [
      [SEPT_15 - 2, "pass"],
      [SEPT_15 - 18, "fail"],
    ],
    1002: [[SEPT_15 - 1, "fail"]],
    1003: [],
  });
  const latest = latestInspections(reportInspections(sourceOf(book)), SEPT_15);
  expect(latest({ po: "1001", style: "A-1" })).toMatchObject({ verdict: "pass", inspected: 80, defects: 7 });
  expect(latest({ po: "1002", style: "A-2" })).toMatchObject({ verdict: "fail", defects: 1 });
  expect(latest({ po: "1003", style: "A-3" })).toBeUndefined();
});

test("an inspection that is logged stands below hers, and is read back; undo takes it away", async () => {
  const before = await workbook.formulas("查货记录!A1:K5");
  const receipt = await appendInspection(
    {
      id: "FRI-1003-1",
      date: SEPT_15,
      po: "1003",
      style: "A-3",
      type: "尾期验货",
      lot: 900,
      inspected: 80,
      critical: 0,
      major: 2,
      minor: 1,
      majorAql: 2.5,
      minorAql: 4,
      verdict: "PASS",
    },
    [],
  );
  const [row] = await workbook.values("查货记录!A6:K6");
  expect(row?.slice(1, 3)).toEqual(["1003", "A-3"]);
  // In her words: hers are 尾期 and 通过.
  expect(row?.slice(3, 10)).toEqual(["尾期", 900, 80, 0, 2, 1, "通过"]);
  expect(await workbook.formats("查货记录!A6")).toEqual([["d/m/yyyy"]]);
  const order = ordersOf(await readBook()).find(({ row: { fields } }) => fields.po === "1003");
  expect(order?.inspections[0]).toMatchObject({ date: SEPT_15, verdict: "pass" });
  await undo(receipt);
  expect(await workbook.formulas("查货记录!A1:K5")).toEqual(before);
  expect((await workbook.values("查货记录!A6:K6")).flat().every((value) => value === "")).toBe(true);
});
