/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { adoptSheets } from "../../src/workbook/adoptSheets";
import { appendInspection } from "../../src/workbook/appendInspection";
import { appendOrders } from "../../src/workbook/appendOrders";
import { readBook } from "../../src/workbook/readBook";
import { undo } from "../../src/workbook/undo";
import { updateRow, updateRows } from "../../src/workbook/updateRow";
import { agreed, day, differences, makeSheet, picture, SEPT_15 } from "./keptBook";
import type { TestWorkbook } from "./openWorkbook";
import { beforeSync, close, openWorkbook, problemOf } from "./openWorkbook";

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

const HEADINGS = [
  "PO",
  "Style",
  "Colour",
  "Qty",
  "Ex-factory due",
  "Fabric in-house actual",
  "Ex-factory actual",
  "Value",
];
const MERGES = [
  { row: 2, column: 0, rows: 2, columns: 1 },
  { row: 2, column: 1, rows: 2, columns: 1 },
];

/** Colour rows with the order left blank, a column of formulas, a total right below a blank row, a note. */
async function orderSheet(name = "Orders 26"): Promise<void> {
  await makeSheet({
    name,
    rows: [
      ["Season 26"],
      HEADINGS,
      ["4500", "A1", "Navy", 100, day(SEPT_15), "TBA", "", "=D3*2"],
      ["", "", "Red", 50, day(SEPT_15), day(SEPT_15 - 40), "", "=D4*2"],
      ["4501", "A2", "White", 70, day(SEPT_15 + 3), "", "", "=D5*2"],
      ["", "", "Black", 20, day(SEPT_15 + 3), "", "", "=D6*2"],
      [],
      ["Total", "", "", "=SUM(D3:D7)"],
      ["prepared by Li"],
    ],
    merges: ["A3:A4", "B3:B4"],
  });
  await readBook();
  await adoptSheets([await agreed(name, "orders", ["daysLate"], {}, MERGES)], "en");
  await readBook();
}

test("the rows are the orders with their colours", async () => {
  await orderSheet();
  const { tables } = await readBook();
  expect(tables.orders?.rows.map(({ key }) => key)).toEqual([
    "4500|a1|navy",
    "4500|a1|red",
    "4501|a2|white",
    "4501|a2|black",
  ]);
});

test("a form changes the user's own cell, in the column's own format, in two syncs, and undo gives it back", async () => {
  await orderSheet();
  const before = picture(workbook, "Orders 26");
  const { result, syncs } = await workbook.syncsOf(() =>
    updateRow("orders", "4501|a2|black", { "T30.actual": SEPT_15 + 4 }, { "T30.actual": "" }),
  );
  expect(syncs).toHaveLength(2);
  expect(result).toMatchObject({ code: "rowUpdated", address: "'Orders 26'!G6" });
  expect(differences(before, picture(workbook, "Orders 26"))).toEqual(["G6"]);
  expect(await workbook.formulas("Orders 26!G6")).toEqual([[SEPT_15 + 4]]);
  await undo(result);
  expect(differences(before, picture(workbook, "Orders 26"))).toEqual([]);
});

test("a date for all colours of a style is one write in the user's cells, undone as one", async () => {
  await orderSheet();
  const before = picture(workbook, "Orders 26");
  const change = (key: string) => ({
    key,
    changes: { "T30.actual": SEPT_15 + 4 },
    seen: { "T30.actual": "" },
  });
  const { result, syncs } = await workbook.syncsOf(() =>
    updateRows("orders", [change("4501|a2|black"), change("4501|a2|white")]),
  );
  expect(syncs).toHaveLength(2);
  expect(result).toMatchObject({ code: "rowsUpdated", params: { count: 2 } });
  expect(differences(before, picture(workbook, "Orders 26"))).toEqual(["G5", "G6"]);
  await undo(result);
  expect(differences(before, picture(workbook, "Orders 26"))).toEqual([]);
});

test("a cell that stands once for several colours is written once, with the colour that it stands in", async () => {
  await orderSheet();
  const change = (key: string) => ({ key, changes: { style: "A9" }, seen: { style: "A1" } });
  expect((await problemOf(updateRows("orders", [change("4500|a1|red")]))).code).toBe("sharedCell");
  const receipt = await updateRows("orders", [change("4500|a1|red"), change("4500|a1|navy")]);
  expect(receipt.address).toBe("'Orders 26'!B3");
  expect(await workbook.values("Orders 26!B3")).toEqual([["A9"]]);
});

test("the date gets the format that the other dates of its column have", async () => {
  await orderSheet();
  await updateRow("orders", "4501|a2|white", { "T09.actual": SEPT_15 - 30 }, { "T09.actual": "" });
  expect(await workbook.formats("Orders 26!F5")).toEqual([["yyyy/m/d"]]);
});

test("what somebody typed for a date is replaced only when that is agreed, and comes back as it was", async () => {
  await orderSheet();
  const change = (agreed: string[]) =>
    updateRow("orders", "4500|a1|navy", { "T09.actual": SEPT_15 - 30 }, { "T09.actual": "TBA" }, agreed);
  expect(await problemOf(change([]))).toMatchObject({
    code: "typedDate",
    params: { fields: "Fabric in-house actual" },
  });
  const receipt = await change(["T09.actual"]);
  expect(await workbook.values("Orders 26!F3")).toEqual([[SEPT_15 - 30]]);
  await undo(receipt);
  expect(await workbook.values("Orders 26!F3")).toEqual([["TBA"]]);
});

test("a value that stands once for several rows is changed in its own row only", async () => {
  await orderSheet();
  const before = picture(workbook, "Orders 26");
  expect(await problemOf(updateRow("orders", "4500|a1|red", { style: "A9" }, { style: "A1" }))).toMatchObject(
    {
      code: "sharedCell",
      params: { heading: "Style", address: "'Orders 26'!B3" },
    },
  );
  // Blank, it would say what the order above says.
  expect((await problemOf(updateRow("orders", "4501|a2|white", { style: "" }, { style: "A2" }))).code).toBe(
    "sharedCell",
  );
  expect(differences(before, picture(workbook, "Orders 26"))).toEqual([]);
  await updateRow("orders", "4500|a1|navy", { style: "A9" }, { style: "A1" });
  const { tables } = await readBook();
  expect(tables.orders?.rows.map(({ key }) => key).slice(0, 2)).toEqual(["4500|a9|navy", "4500|a9|red"]);
});

test("formulas are never overwritten, nor what somebody has changed meanwhile", async () => {
  await orderSheet();
  await workbook.type("Orders 26!E5", [["=E3+3"]]);
  const change = updateRow("orders", "4501|a2|white", { due: SEPT_15 + 9 }, { due: SEPT_15 + 3 }, ["due"]);
  expect(await problemOf(change)).toMatchObject({
    code: "formulaCell",
    params: { address: "'Orders 26'!E5" },
  });
  await workbook.type("Orders 26!D6", [[25]]);
  expect((await problemOf(updateRow("orders", "4501|a2|black", { qty: 30 }, { qty: 20 }))).code).toBe(
    "changedMeanwhile",
  );
  beforeSync(2, () => workbook.type("Orders 26!D3", [[111]]));
  expect((await problemOf(updateRow("orders", "4500|a1|navy", { qty: 30 }, { qty: 100 }))).code).toBe(
    "changedMeanwhile",
  );
  expect(await workbook.values("Orders 26!D3")).toEqual([[111]]);
  expect((await problemOf(updateRow("orders", "4999|x|y", { qty: 30 }, { qty: 100 }))).code).toBe("rowGone");
});

test("rows moved since they were read are found by their key", async () => {
  await orderSheet();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Orders 26").getRange("5:6").insert("Down");
    await context.sync();
  });
  await updateRow("orders", "4501|a2|black", { qty: 21 }, { qty: 20 });
  expect(await workbook.values("Orders 26!D8")).toEqual([[21]]);
});

test("a new order gets a row below the last one; totals and notes stay below, formulas come along", async () => {
  await orderSheet();
  const before = picture(workbook, "Orders 26");
  const { result, syncs } = await workbook.syncsOf(() =>
    appendOrders([
      { po: "00077", style: "=B1", colour: "Lilac", qty: 10, due: SEPT_15 + 30 },
      { po: "00077", style: "=B1", colour: "Pink", qty: 11, due: SEPT_15 + 30 },
    ]),
  );
  expect(syncs).toHaveLength(2);
  expect(await workbook.formulas("Orders 26!A6:I11")).toEqual([
    ["", "", "Black", 20, SEPT_15 + 3, "", "", "=D6*2", "=MERCH.DAYSLATE($E6,$G6,AsOf)"],
    ["00077", "=B1", "Lilac", 10, SEPT_15 + 30, "", "", "=D7*2", "=MERCH.DAYSLATE($E7,$G7,AsOf)"],
    ["00077", "=B1", "Pink", 11, SEPT_15 + 30, "", "", "=D8*2", "=MERCH.DAYSLATE($E8,$G8,AsOf)"],
    ["", "", "", "", "", "", "", "", ""],
    ["Total", "", "", "=SUM(D3:D9)", "", "", "", "", ""],
    ["prepared by Li", "", "", "", "", "", "", "", ""],
  ]);
  expect(await workbook.values("Orders 26!B7")).toEqual([["=B1"]]);
  expect(await workbook.formats("Orders 26!E7:E8")).toEqual([["yyyy/m/d"], ["yyyy/m/d"]]);
  const { tables } = await readBook();
  expect(tables.orders?.rows.map(({ key }) => key).slice(4)).toEqual(["00077|=b1|lilac", "00077|=b1|pink"]);
  await undo(result);
  expect(differences(before, picture(workbook, "Orders 26"))).toEqual([]);
});

test("blank rows at the end are used, and rows with formulas filled in beforehand", async () => {
  await makeSheet({
    name: "List",
    rows: [
      HEADINGS,
      ["P1", "S1", "Navy", 100, day(SEPT_15), "", "", "=D2*2"],
      ["P2", "S1", "Red", 50, day(SEPT_15), "", "", "=D3*2"],
      ["", "", "", "", "", "", "", "=D4*2"],
      ["", "", "", "", "", "", "", "=D5*2"],
    ],
  });
  await readBook();
  await adoptSheets([await agreed("List", "orders", ["daysLate"])], "en");
  await readBook();
  const before = picture(workbook, "List");
  const receipt = await appendOrders([{ po: "P3", style: "S2", colour: "Pink", qty: 5, due: SEPT_15 }]);
  expect(await workbook.formulas("List!A4:I6")).toEqual([
    ["P3", "S2", "Pink", 5, SEPT_15, "", "", "=D4*2", "=MERCH.DAYSLATE($E4,$G4,AsOf)"],
    ["", "", "", "", "", "", "", "=D5*2", ""],
    ["", "", "", "", "", "", "", "", ""],
  ]);
  await undo(receipt);
  expect(differences(before, picture(workbook, "List"))).toEqual([]);
});

test("a total right under the orders counts the new one too, and undo gives it back", async () => {
  await makeSheet({
    name: "Tight",
    rows: [
      HEADINGS,
      ["P1", "S1", "Navy", 100, day(SEPT_15), "", "", 1],
      ["P2", "S1", "Red", 50, day(SEPT_15), "", "", 1],
      ["Total", "", "", "=SUM(D2:D3)", "", "", "", "=SUM($H$2:$H$3)/COUNT($D$2)"],
    ],
  });
  await readBook();
  await adoptSheets([await agreed("Tight", "orders", [])], "en");
  await readBook();
  const before = picture(workbook, "Tight");
  const { result, syncs } = await workbook.syncsOf(() =>
    appendOrders([{ po: "P3", style: "S2", colour: "Pink", qty: 5, due: SEPT_15 }]),
  );
  expect(syncs).toHaveLength(2);
  expect(await workbook.formulas("Tight!A4:H5")).toEqual([
    ["P3", "S2", "Pink", 5, SEPT_15, "", "", ""],
    ["Total", "", "", "=SUM(D2:D4)", "", "", "", "=SUM($H$2:$H$4)/COUNT($D$2)"],
  ]);
  await undo(result);
  expect(differences(before, picture(workbook, "Tight"))).toEqual([]);
});

test("a sheet that is an Excel table grows with its orders and takes columns as a table does", async () => {
  await makeSheet({
    name: "Log",
    rows: [
      ["Season 26"],
      HEADINGS,
      ["P1", "S1", "Navy", 100, day(SEPT_15), "", "", 1],
      ["P2", "S1", "Red", 50, day(SEPT_15), "", "", 1],
      ["P3", "S1", "Blue", 50, day(SEPT_15), "", "", 1],
    ],
  });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Log").tables.add("A2:H5", true).name = "OrderLog";
    await context.sync();
  });
  await readBook();
  const before = await workbook.formulas("Log!A1:K8");
  const adopted = await adoptSheets([await agreed("Log", "orders", ["daysLate"])], "en");
  await readBook();
  expect(workbook.book.tables.list()).toMatchObject([{ name: "OrderLog" }]);
  const receipt = await appendOrders([{ po: "P4", style: "S2", colour: "Pink", qty: 5, due: SEPT_15 }]);
  expect(await workbook.formulas("Log!A6:I6")).toEqual([
    ["P4", "S2", "Pink", 5, SEPT_15, "", "", "", "=MERCH.DAYSLATE($E6,$G6,AsOf)"],
  ]);
  const [table] = workbook.book.tables.list();
  expect(workbook.book.tables.body(table!.id)).toMatchObject({ row: 2, rows: 4, columns: 9 });
  await undo(receipt);
  await undo(adopted);
  expect(await workbook.formulas("Log!A1:K8")).toEqual(before);
});

test("of several sheets the one in front gets the order, else the last", async () => {
  for (const name of ["Aug", "Sep"]) {
    await makeSheet({
      name,
      rows: [
        HEADINGS,
        [`${name}1`, "S1", "Navy", 100, day(SEPT_15), "", "", ""],
        [`${name}2`, "S1", "Red", 50, day(SEPT_15), "", "", ""],
      ],
    });
  }
  await readBook();
  await adoptSheets([await agreed("Aug", "orders", []), await agreed("Sep", "orders", [])], "en");
  await readBook();
  const front = (name: string) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(name).activate();
      await context.sync();
    });
  await front("Aug");
  await appendOrders([{ po: "N1", style: "S2", colour: "Pink", qty: 5, due: SEPT_15 }]);
  expect(await workbook.values("Aug!A4")).toEqual([["N1"]]);
  workbook.book.sheets.add("Other");
  await front("Other");
  await appendOrders([{ po: "N2", style: "S2", colour: "Pink", qty: 5, due: SEPT_15 }]);
  expect(await workbook.values("Sep!A4")).toEqual([["N2"]]);
  const { tables } = await readBook();
  expect(tables.orders?.rows.map(({ key }) => key)).toEqual([
    "aug1|s1|navy",
    "aug2|s1|red",
    "n1|s2|pink",
    "sep1|s1|navy",
    "sep2|s1|red",
    "n2|s2|pink",
  ]);
});

test.each([2, 5, 9, 14, 20])(
  "a new order that fails at action %d leaves the sheet as it was",
  async (failAtAction) => {
    await orderSheet();
    const before = await workbook.formulas("Orders 26!A1:J12");
    beforeSync(2, () => workbook.host.misbehave({ failAtAction }));
    await problemOf(appendOrders([{ po: "00077", style: "B1", colour: "Lilac", qty: 10, due: SEPT_15 }]));
    workbook.host.misbehave({});
    expect(await workbook.formulas("Orders 26!A1:J12")).toEqual(before);
  },
);

test("an inspection goes into the user's own sheet, its result in the user's own word", async () => {
  await makeSheet({
    name: "QC",
    rows: [
      [
        "Report no",
        "Inspection date",
        "PO",
        "Style",
        "Lot size",
        "Inspected",
        "Critical",
        "Major",
        "Minor",
        "Result",
      ],
      ["R1", day(SEPT_15), "P1", "S1", 1200, 80, 0, 2, 3, "Pass"],
      ["R2", day(SEPT_15), "P2", "S1", 800, 80, 0, 12, 3, "Fail"],
      ["R3", day(SEPT_15), "P3", "S1", 800, 80, 0, 1, 3, "Pass"],
    ],
  });
  await readBook();
  await adoptSheets([await agreed("QC", "inspections", [])], "en");
  await readBook();
  await appendInspection(
    {
      id: "R4",
      date: SEPT_15 + 1,
      po: "P4",
      style: "S2",
      lot: 500,
      inspected: 50,
      critical: 0,
      major: 0,
      minor: 1,
      verdict: "PASS",
    },
    [],
  );
  expect(await workbook.values("QC!A5:J5")).toEqual([
    ["R4", SEPT_15 + 1, "P4", "S2", 500, 50, 0, 0, 1, "Pass"],
  ]);
});
