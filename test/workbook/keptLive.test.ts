/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { registers } from "../../src/registers/registers";
import { adoptSheets } from "../../src/workbook/adoptSheets";
import { appendInspection } from "../../src/workbook/appendInspection";
import { readBook } from "../../src/workbook/readBook";
import { saveSettings } from "../../src/workbook/saveSettings";
import { setUp } from "../../src/workbook/setUp";
import { updateRow } from "../../src/workbook/updateRow";
import { agreed, day, makeSheet, SEPT_15 } from "./keptBook";
import type { TestWorkbook } from "./openWorkbook";
import { close, openWorkbook } from "./openWorkbook";

const formulaFields = (register: "orders" | "inspections"): string[] =>
  registers[register].fields.filter(({ type }) => type === "formula").map(({ id }) => id);

let workbook: TestWorkbook;
beforeAll(async () => {
  workbook = await openWorkbook(true);
  await readBook();
  await setUp("en", "otherName", []);
  await saveSettings({ asOf: SEPT_15 });
  await makeSheet({
    name: "Orders 26",
    rows: [
      ["", "", "", "", "", "Fabric in-house", "", "Ex-factory", ""],
      ["PO", "Style", "Colour", "Qty", "Delivery date", "Plan", "Actual", "Plan", "Actual"],
      ["A1", "K88", "Navy", 2000, day(SEPT_15 - 4), day(SEPT_15 - 40), day(SEPT_15 - 41), "", ""],
      ["", "", "Red", 2000, "", day(SEPT_15 - 40), "", "", ""],
      ["A2", "K89", "Red", 2000, day(SEPT_15 + 60), day(SEPT_15 - 3), "", "", ""],
      ["", "", "White", 2000, "", "'05-09-2026", "", "", ""],
      [
        "A3",
        "K90",
        "Red",
        500,
        day(SEPT_15 - 20),
        day(SEPT_15 - 60),
        day(SEPT_15 - 60),
        "",
        day(SEPT_15 - 17),
      ],
    ],
    merges: ["F1:G1", "H1:I1", "A3:A4", "B3:B4", "E3:E4", "A5:A6", "B5:B6", "E5:E6"],
  });
  await makeSheet({
    name: "QC",
    rows: [
      ["Report no", "Inspection date", "PO", "Style", "Lot size", "Inspected", "Critical", "Major", "Minor"],
      ["R1", day(SEPT_15 - 2), "A1", "K88", 2000, 125, 0, 8, 3],
      ["R2", day(SEPT_15 - 18), "A3", "K90", 500, 50, 0, 1, 1],
    ],
  });
  await readBook();
  const merges = [
    { row: 0, column: 5, rows: 1, columns: 2 },
    { row: 0, column: 7, rows: 1, columns: 2 },
    ...[2, 4].flatMap((row) => [0, 1, 4].map((column) => ({ row, column, rows: 2, columns: 1 }))),
  ];
  const orders = await agreed("Orders 26", "orders", formulaFields("orders"), {}, merges);
  const inspections = await agreed("QC", "inspections", formulaFields("inspections"));
  await adoptSheets([orders, inspections], "en");
});
afterAll(() => {
  close(workbook);
});

const read = async (fields: readonly string[]): Promise<unknown[][]> => {
  await workbook.book.settle();
  const rows = (await readBook()).tables.orders?.rows ?? [];
  return rows.map((row) => fields.map((id) => row.fields[id]));
};

test("orders on the user's own sheet say how they stand, a colour by the date that stands once above it", async () => {
  expect(await read(["po", "status", "daysLate", "qc"])).toEqual([
    ["A1", "OVERDUE", 4, "FAIL"],
    ["A1", "OVERDUE", 4, "FAIL"],
    ["A2", "OPEN", 0, ""],
    ["A2", "OPEN", 0, ""],
    ["A3", "DONE LATE", 3, "PASS"],
  ]);
});

test("every order is forecast, but one whose date could be two days says so in its cell", async () => {
  const found = await read(["risk", "chance", "forecastShip", "riskWhy", "nextStep"]);
  expect(found.map(([risk]) => risk)).toEqual(["RED", "RED", expect.any(String), "#VALUE!", "SHIPPED"]);
  expect(found[3]).toEqual(Array(5).fill("#VALUE!"));
  expect(found[2]?.[1]).toBeGreaterThan(0);
  expect(found[2]?.[2]).toBeGreaterThan(SEPT_15);
});

test("a date from a form, and an inspection, are followed", async () => {
  await updateRow("orders", "a1|k88|red", { "T30.actual": SEPT_15 }, { "T30.actual": "" });
  await appendInspection(
    {
      id: "R3",
      date: SEPT_15,
      po: "A1",
      style: "K88",
      lot: 2000,
      inspected: 125,
      critical: 0,
      major: 1,
      minor: 1,
    },
    [],
  );
  expect((await read(["status", "qc"])).slice(0, 2)).toEqual([
    ["OVERDUE", "PASS"],
    ["DONE LATE", "PASS"],
  ]);
});
