/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { adoptSheets } from "../../src/workbook/adoptSheets";
import { readBook } from "../../src/workbook/readBook";
import { MAPPING_KEY, readMapping } from "../../src/workbook/storedMapping";
import { undo } from "../../src/workbook/undo";
import { agreed, day, differences, makeSheet, picture, SEPT_15, type MadeSheet } from "./keptBook";
import type { TestWorkbook } from "./openWorkbook";
import { allowSyncs, beforeSync, close, openWorkbook, problemOf } from "./openWorkbook";

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

/** A plain list with a title, a group row, a blank row and a total. */
const PLAIN: MadeSheet = {
  name: "跟单表",
  rows: [
    ["2026年秋冬大货进度表"],
    [],
    [
      "客户",
      "合同号",
      "款号",
      "颜色",
      "數量(件)",
      "货期",
      "面料到厂计划",
      "面料到厂实际",
      "离厂实际",
      "备注",
    ],
    ["ACME", "HT-01", "K88", "藏青", 1200, day(SEPT_15), day(SEPT_15 - 40), day(SEPT_15 - 38), "", "x"],
    ["ACME", "HT-02", "K89", "红", 800, day(SEPT_15 + 5), day(SEPT_15 - 35), "", "", ""],
    ["NEXT", "HT-03", "K90", "白", 500, day(SEPT_15 + 9), day(SEPT_15 - 30), "", "", ""],
    ["合计", "", "", "", "=SUM(E4:E6)"],
    [],
    ["制表：小王"],
  ],
  fills: { "A3:J3": "#DDEBF7" },
};

const kept = () => readMapping(workbook.book.settings.get(MAPPING_KEY))?.sheets ?? [];

test("columns are added on the data rows, in one write, and not another cell changes", async () => {
  await makeSheet(PLAIN);
  await readBook();
  const before = picture(workbook, "跟单表");
  const wanted = await agreed("跟单表", "orders", ["daysLate", "risk"]);
  const { result, syncs } = await workbook.syncsOf(() => adoptSheets([wanted], "zh-CN"));
  expect(syncs).toHaveLength(2);
  expect(result).toMatchObject({ code: "sheetsAdopted", params: { sheets: "跟单表", count: 1, columns: 2 } });
  const after = picture(workbook, "跟单表");
  // K1 and L1 have the widths of the new columns.
  expect(differences(before, after).sort()).toEqual(
    ["K1", "L1", "K3", "L3", "K4", "L4", "K5", "L5", "K6", "L6"].sort(),
  );
  expect(await workbook.formulas("跟单表!K3:L7")).toEqual([
    ["延误天数", "风险"],
    ["=MERCH.DAYSLATE($F4,$I4,AsOf)", expect.stringContaining("($G$3:$I$3,$G4:$I4,$F4,,AsOf")],
    ["=MERCH.DAYSLATE($F5,$I5,AsOf)", expect.stringContaining("($G$3:$I$3,$G5:$I5,$F5,,AsOf")],
    ["=MERCH.DAYSLATE($F6,$I6,AsOf)", expect.stringContaining("($G$3:$I$3,$G6:$I6,$F6,,AsOf")],
    ["", ""],
  ]);
  expect(kept()).toMatchObject([{ anchor: "Gendan_Orders_1", sheet: "跟单表", register: "orders" }]);
  expect(workbook.book.names.find("Gendan_Orders_1")?.formula).toBe(
    "='跟单表'!$A$3:$L$6".replaceAll("'", ""),
  );
});

test("undo leaves the sheet and the workbook as they were", async () => {
  await makeSheet(PLAIN);
  await readBook();
  const before = picture(workbook, "跟单表");
  const receipt = await adoptSheets([await agreed("跟单表", "orders", ["daysLate", "risk"])], "zh-CN");
  expect(workbook.book.sheets.list().map(({ name }) => name)).toContain("设置");
  await undo(receipt);
  expect(differences(before, picture(workbook, "跟单表"))).toEqual([]);
  expect(workbook.book.names.list()).toEqual([]);
  expect(workbook.book.settings.size).toBe(0);
  expect(workbook.book.sheets.list().map(({ name }) => name)).not.toContain("设置");
});

test("undo refuses where somebody has typed into an added column", async () => {
  await makeSheet(PLAIN);
  await readBook();
  const receipt = await adoptSheets([await agreed("跟单表", "orders", ["daysLate"])], "zh-CN");
  await workbook.type("跟单表!K5", [["3 days"]]);
  expect((await problemOf(undo(receipt))).code).toBe("changedMeanwhile");
  expect(await workbook.formulas("跟单表!K4:K5")).toEqual([["=MERCH.DAYSLATE($F4,$I4,AsOf)"], ["3 days"]]);
});

test("two rows of headings with groups, a table that begins in C, colour rows with the order left blank", async () => {
  await makeSheet({
    name: "Tracker",
    rows: [
      [],
      ["", "", "Order", "", "", "", "Ex-factory", "", "Fabric in-house", ""],
      ["", "", "PO No", "Style", "Colour", "Qty", "Plan", "Actual", "Plan", "Actual"],
      ["", "", "4500", "A1", "Navy", 100, day(SEPT_15), "", day(SEPT_15 - 40), ""],
      ["", "", "", "", "Red", 50, "", "", "", ""],
      ["", "", "4501", "A2", "White", 70, day(SEPT_15 + 3), "", day(SEPT_15 - 30), ""],
      ["", "", "", "", "Black", 20, "", "", "", ""],
      ["", "", "4502", "A3", "White", 70, day(SEPT_15 + 3), "", day(SEPT_15 - 30), ""],
      ["", "", "", "", "Red", 20, "", "", "", ""],
    ],
    merges: ["C2:F2", "G2:H2", "I2:J2"],
  });
  await readBook();
  const before = picture(workbook, "Tracker");
  const merges = [
    { row: 1, column: 2, rows: 1, columns: 4 },
    { row: 1, column: 6, rows: 1, columns: 2 },
    { row: 1, column: 8, rows: 1, columns: 2 },
  ];
  const wanted = await agreed("Tracker", "orders", ["forecastShip"], {}, merges);
  await adoptSheets([wanted], "en");
  expect(differences(before, picture(workbook, "Tracker")).filter((address) => !/^K/.test(address))).toEqual(
    [],
  );
  expect((await workbook.formulas("Tracker!K2:K4")).flat()).toEqual([
    "",
    "Likely ex-factory",
    '=MERCH.SHIPDATE({"Fabric in-house plan","Fabric in-house actual","Ex-factory plan","Ex-factory actual"},' +
      "CHOOSE({1,2,3,4},$I4,$J4,$G4,$H4),,AsOf,Calendar,Closures)",
  ]);
  // The looks of the group row go on over the new column.
  expect((await workbook.formulas("Tracker!K9")).flat()[0]).toContain("$I9,$J9,$G9,$H9");
  expect(kept()[0]?.columns.find(({ fieldId }) => fieldId === "forecastShip")).toEqual({
    fieldId: "forecastShip",
    heading: "Likely ex-factory",
    nth: 0,
    added: true,
  });
});

test("formulas stand on data rows only: not on groups, totals, repeated headings and notes", async () => {
  const heading = ["PO", "Style", "Colour", "Qty", "Ex-factory due", "Ex-factory actual"];
  await makeSheet({
    name: "2026",
    rows: [
      heading,
      ["Customer: ACME"],
      ["P1", "S1", "Navy", 100, day(SEPT_15), ""],
      ["P2", "S2", "Red", 120, day(SEPT_15), day(SEPT_15 + 3)],
      ["Subtotal", "", "", "=SUM(D3:D4)"],
      heading,
      ["Customer: NEXT"],
      ["P3", "S3", "Navy", 90, day(SEPT_15), ""],
      [],
      ["P4", "S3", "Total black", 90, day(SEPT_15), ""],
      ["Total", "", "", "=SUM(D3:D10)"],
    ],
  });
  await readBook();
  const before = picture(workbook, "2026");
  await adoptSheets([await agreed("2026", "orders", ["daysLate"])], "en");
  const changed = differences(before, picture(workbook, "2026"));
  expect(changed.filter((address) => !address.startsWith("G"))).toEqual([]);
  expect((await workbook.formulas("2026!G1:G12")).flat().map((cell) => cell !== "")).toEqual(
    [1, 0, 1, 1, 0, 0, 0, 1, 0, 1, 0, 0].map(Boolean),
  );
});

test("a sheet of one style gets labels with values beside its table", async () => {
  await makeSheet({
    name: "K-2231",
    rows: [
      ["Style No:", "K-2231", "", "PO No:", "77001"],
      ["Customer:", "ACME", "", "Delivery date:", day(SEPT_15)],
      [],
      ["Milestone", "Plan", "Actual", "Remarks"],
      ["Lab dip approved", day(SEPT_15 - 90), day(SEPT_15 - 88), ""],
      ["Fabric in-house", day(SEPT_15 - 50), "", "late mill"],
      ["PP sample approved", day(SEPT_15 - 45), "", ""],
      ["Cutting start", day(SEPT_15 - 30), "", ""],
      ["Final inspection", day(SEPT_15 - 4), "", ""],
      ["Ex-factory", day(SEPT_15 - 1), "", ""],
    ],
  });
  await readBook();
  const before = picture(workbook, "K-2231");
  const receipt = await adoptSheets([await agreed("K-2231", "orders", ["risk", "forecastShip"])], "en");
  const changed = differences(before, picture(workbook, "K-2231"));
  expect(changed.sort()).toEqual(["F1", "F4", "F5", "G1", "G4", "G5"]);
  expect(await workbook.formulas("K-2231!F4:G5")).toEqual([
    ["Risk", expect.stringContaining("$B$10,$C$10),$E$2,,AsOf")],
    ["Likely ex-factory", expect.stringContaining("$B$10,$C$10),,AsOf")],
  ]);
  await undo(receipt);
  expect(differences(before, picture(workbook, "K-2231"))).toEqual([]);
});

test("monthly sheets become one list, all of them or none", async () => {
  const months = ["8月", "9月", "10月"];
  for (const [index, name] of months.entries()) {
    await makeSheet({
      ...PLAIN,
      name,
      rows: PLAIN.rows.map((row) => row.map((cell) => (cell === "HT-01" ? `HT-${index}` : cell))),
    });
  }
  await readBook();
  const before = months.map((name) => picture(workbook, name));
  const wanted = await Promise.all(months.map((name) => agreed(name, "orders", ["daysLate"])));
  const { result, syncs } = await workbook.syncsOf(() => adoptSheets(wanted, "zh-CN"));
  expect(syncs).toHaveLength(2);
  expect(result.params).toEqual({ sheets: "8月, 9月, 10月", count: 3, columns: 3 });
  expect(kept().map(({ anchor }) => anchor)).toEqual([
    "Gendan_Orders_1",
    "Gendan_Orders_2",
    "Gendan_Orders_3",
  ]);
  const book = await readBook();
  expect(book.tables.orders?.rows).toHaveLength(9);
  await undo(result);
  months.forEach((name, index) => {
    expect(differences(before[index]!, picture(workbook, name))).toEqual([]);
  });
  expect(workbook.book.settings.size).toBe(0);
});

test("inspections and orders adopted together: the orders look at the inspections' cells", async () => {
  await makeSheet(PLAIN);
  await makeSheet({
    name: "QC 2026",
    rows: [
      ["Report no", "Inspection date", "PO", "Style", "Lot size", "Inspected", "Critical", "Major", "Minor"],
      ["R1", day(SEPT_15), "HT-01", "K88", 1200, 80, 0, 2, 3],
      ["R2", day(SEPT_15), "HT-02", "K89", 800, 80, 0, 12, 3],
    ],
  });
  await readBook();
  const wanted = [
    await agreed("跟单表", "orders", ["qc"]),
    await agreed("QC 2026", "inspections", ["verdict", "orderKey"]),
  ];
  await adoptSheets(wanted, "en");
  expect(await workbook.formulas("QC 2026!J1:K2")).toEqual([
    ["Verdict", "Order key"],
    ['=MERCH.QCSTATUS($E2,$G2,$H2,$I2,$F2,,,,,,"en")', '=$C2&"|"&$D2'],
  ]);
  expect(await workbook.formulas("跟单表!K4")).toEqual([
    [`=IF($B4="","",XLOOKUP($B4&"|"&$C4,'QC 2026'!$K$2:$K$1001,'QC 2026'!$J$2:$J$1001,"",0,-1))`],
  ]);
});

test("what stands beside the table is not overwritten, nor a sheet that was changed or is protected", async () => {
  await makeSheet(PLAIN);
  await readBook();
  const wanted = await agreed("跟单表", "orders", ["daysLate", "risk"]);
  await workbook.type("跟单表!L5", [["mine"]]);
  expect(await problemOf(adoptSheets([wanted], "en"))).toMatchObject({ code: "noRoom" });
  await workbook.type("跟单表!L5", [[""]]);
  await workbook.type("跟单表!F3", [["别的"]]);
  expect(await problemOf(adoptSheets([wanted], "en"))).toMatchObject({ code: "changedMeanwhile" });
  await workbook.type("跟单表!F3", [["货期"]]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("跟单表").protection.protect();
    await context.sync();
  });
  expect(await problemOf(adoptSheets([wanted], "en"))).toMatchObject({
    code: "protectedSheet",
    params: { sheet: "跟单表" },
  });
  expect(kept()).toEqual([]);
});

test.each([3, 8, 15, 25, 40, 55, 70, 85])(
  "a failure at action %d leaves nothing behind",
  async (failAtAction) => {
    await makeSheet(PLAIN);
    await readBook();
    const before = picture(workbook, "跟单表");
    const wanted = await agreed("跟单表", "orders", ["status", "daysLate", "risk"]);
    beforeSync(2, () => workbook.host.misbehave({ failAtAction }));
    await problemOf(adoptSheets([wanted], "zh-CN"));
    workbook.host.misbehave({});
    expect(differences(before, picture(workbook, "跟单表"))).toEqual([]);
    expect(workbook.book.names.list()).toEqual([]);
    expect(workbook.book.settings.size).toBe(0);
    expect(workbook.book.sheets.list()).toHaveLength(2);
  },
);

test("a long sheet is written in steps, and what was cancelled leaves nothing behind", async () => {
  allowSyncs(3);
  const rows = Array.from({ length: 900 }, (_, index) => [
    "ACME",
    `HT-${index}`,
    "K88",
    "藏青",
    1200,
    day(SEPT_15),
    day(SEPT_15 - 40),
    "",
    "",
    "",
  ]);
  await makeSheet({ ...PLAIN, rows: [...PLAIN.rows.slice(0, 3), ...rows] });
  await readBook();
  const before = picture(workbook, "跟单表", 8, 20);
  const fields = ["status", "daysLate", "risk", "chance", "forecastShip", "riskWhy", "nextStep"];
  const wanted = await agreed("跟单表", "orders", fields);
  const controller = new AbortController();
  const steps: [number, number][] = [];
  const cells = await workbook.formulas("跟单表!A1:T910");
  const cancelled = await problemOf(
    adoptSheets([wanted], "zh-CN", {
      signal: controller.signal,
      onStep: (...step) => {
        steps.push(step);
        controller.abort();
      },
    }),
  );
  expect(cancelled.code).toBe("cancelled");
  expect(steps).toEqual([[857, 900]]);
  expect(differences(before, picture(workbook, "跟单表", 8, 20))).toEqual([]);
  expect(workbook.book.names.list()).toEqual([]);
  expect(workbook.book.settings.size).toBe(0);
  expect(await workbook.formulas("跟单表!A1:T910")).toEqual(cells);
  steps.length = 0;
  await adoptSheets([wanted], "zh-CN", { onStep: (...step) => steps.push(step) });
  expect(steps).toEqual([
    [857, 900],
    [900, 900],
  ]);
  expect((await workbook.formulas("跟单表!L903")).flat()).toEqual(["=MERCH.DAYSLATE($F903,$I903,AsOf)"]);
}, 90_000);
