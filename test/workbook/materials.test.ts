/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { materialLines } from "../../src/registers/materialLines";
import { chosenMends, settledBy, unreadColumns } from "../../src/registers/sheet/cellMends";
import { adoptSheets } from "../../src/workbook/adoptSheets";
import { mendCells } from "../../src/workbook/mendCells";
import { readBook } from "../../src/workbook/readBook";
import { saveSettings } from "../../src/workbook/saveSettings";
import { setUp } from "../../src/workbook/setUp";
import { undo } from "../../src/workbook/undo";
import { agreed, day, makeSheet, SEPT_15 } from "./keptBook";
import type { TestWorkbook } from "./openWorkbook";
import { close, openWorkbook } from "./openWorkbook";

let workbook: TestWorkbook;
beforeAll(async () => {
  workbook = await openWorkbook(true);
});
beforeEach(async () => {
  await workbook.clean();
  await readBook();
});
afterAll(() => {
  close(workbook);
});

test("the register is made only when it is asked for, and reckons what is late and still to come", async () => {
  await setUp("zh-CN");
  await saveSettings({ asOf: SEPT_15 });
  expect((await readBook()).tables.materials).toBeUndefined();
  await setUp("zh-CN", "refuse", ["materials"]);
  await workbook.type("物料!A2:D2", [["'0045", "'K88", "面料", "单面汗布"]]);
  await workbook.type("物料!J2:K2", [[5000, 2000]]);
  await workbook.type("物料!N2", [[SEPT_15 - 6]]);
  await workbook.book.settle();
  const { tables, issues } = await readBook();
  expect(issues).toEqual([]);
  expect(tables.materials?.rows).toMatchObject([
    {
      key: "0045|k88|单面汗布|",
      fields: { po: "0045", kind: "面料", balance: 3000, daysLate: 6, status: "逾期", eta: SEPT_15 - 6 },
    },
  ]);
});

test("somebody's own list of materials is read where it stands, its texts named and mended", async () => {
  const rows = [
    ["面辅料进度表"],
    [
      "订单号",
      "款号",
      "物料名称",
      "颜色",
      "供应商",
      "单位",
      "订购数量",
      "到货数量",
      "欠数",
      "预计到货日期",
      "实际到货日期",
    ],
    ["1001", "A-1", "单面汗布 180g", "藏青", "华纺", "kg", "5,000 kg", 2000, -3000, "16-9-2026", ""],
    ["1001", "A-1", "1x1 罗纹", "藏青", "华纺", "kg", 300, 300, 0, "28-8-2026", day(SEPT_15 - 10)],
    ["1002", "A-2", "3# 拉链", "黑色", "YKK", "条", 1300, 1000, -300, "20-9-2026", "TBA"],
    ["1002", "A-2", "主唛", "白色", "华昌", "个", 1300, 1300, 0, "29-8-2026", day(SEPT_15 - 9)],
    ["1003", "A-3", "珠地布", "白色", "华纺", "kg", 800, "", -800, "30-9-2026", ""],
  ];
  await makeSheet({ name: "物料", rows });
  await adoptSheets([await agreed("物料", "materials", [])], "zh-CN");
  const book = await readBook();
  const lines = materialLines(book.tables.materials?.rows ?? []);
  expect(lines.map(({ item, supplier, short, open }) => [item, supplier, short, open])).toEqual([
    ["单面汗布 180g", "华纺", 3000, true],
    ["1x1 罗纹", "华纺", 0, false],
    ["3# 拉链", "YKK", 300, true],
    ["主唛", "华昌", 0, false],
    ["珠地布", "华纺", 800, true],
  ]);
  expect(lines.map(({ eta }) => eta)).toEqual([
    SEPT_15 + 1,
    SEPT_15 - 18,
    SEPT_15 + 5,
    SEPT_15 - 17,
    SEPT_15 + 15,
  ]);
  const columns = unreadColumns(book.unread);
  expect(columns.map(({ fieldId, kind, readable, order }) => [fieldId, kind, readable, order])).toEqual([
    ["eta", "date", 5, "dmy"],
    ["ordered", "number", 1, undefined],
    ["receivedDate", "date", 0, undefined],
  ]);

  const ways = { read: "read", blank: "blank" } as const;
  const choices = Object.fromEntries(
    columns.flatMap(({ groups }) =>
      groups.flatMap(({ kind, cells }) =>
        kind === "read" || kind === "blank" ? cells.map(({ id }) => [id, ways[kind]]) : [],
      ),
    ),
  );
  const before = await workbook.formulas("物料!A1:K7");
  const receipt = await mendCells(chosenMends(columns, choices), settledBy(columns, choices));
  const after = await readBook();
  expect(after.unread).toEqual([]);
  expect(materialLines(after.tables.materials?.rows ?? [])).toEqual(lines);
  expect((await workbook.values("物料!J3:J7")).flat()).toEqual(lines.map(({ eta }) => eta));
  await undo(receipt);
  expect(await workbook.formulas("物料!A1:K7")).toEqual(before);
  expect((await readBook()).unread).toEqual(book.unread);
});

test("days with day and month changed over are doubted, changed back in one go, and never doubted again", async () => {
  // 2026-09-05, 06, 07 as Excel in another country made them of 5/9, 6/9, 7/9: 2026-05-09 and so on.
  const swapped = [46151, 46182, 46212];
  const rows = [
    ["订单号", "款号", "数量", "预计离厂"],
    ["1", "A", 100, day(swapped[0]!)],
    ["2", "B", 100, "16/9/2026"],
    ["3", "C", 100, day(swapped[1]!)],
    ["4", "D", 100, "17/9/2026"],
    ["5", "E", 100, day(swapped[2]!)],
    ["6", "F", 100, "18/9/2026"],
  ];
  await makeSheet({ name: "订单", rows });
  await adoptSheets([await agreed("订单", "orders", [])], "zh-CN");
  const columns = unreadColumns((await readBook()).unread);
  expect(columns.map(({ groups }) => groups.map(({ kind, cells }) => [kind, cells.length]))).toEqual([
    [
      ["read", 3],
      ["swapped", 3],
    ],
  ]);
  const choices = Object.fromEntries(
    columns.flatMap(({ groups }) =>
      groups.flatMap(({ kind, cells }) =>
        cells.map(({ id }) => [id, kind === "swapped" ? ("back" as const) : ("read" as const)]),
      ),
    ),
  );
  const receipt = await mendCells(chosenMends(columns, choices), settledBy(columns, choices));
  const days = [46270, 46281, 46271, 46282, 46272, 46283];
  expect((await workbook.values("订单!D2:D7")).flat()).toEqual(days);
  const { unread, tables } = await readBook();
  expect(unread).toEqual([]);
  expect(tables.orders?.rows.map(({ fields }) => fields.due ?? fields["T30.plan"])).toEqual(days);
  await undo(receipt);
  expect(unreadColumns((await readBook()).unread)).toEqual(columns);
});
