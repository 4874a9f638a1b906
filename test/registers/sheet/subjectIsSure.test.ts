import { readSheet } from "../../../src/registers/sheet/readSheet";
import { SURE } from "../../../src/registers/sheet/sheetReading";
import { sheetsOfFile } from "../../../scripts/sheetsOfFile";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "subject-"));
afterAll(() => rmSync(folder, { recursive: true }));

function gridOf(lines: readonly string[]) {
  const file = join(folder, "list.csv");
  writeFileSync(file, lines.join("\n"));
  const [sheet] = sheetsOfFile(file);
  if (!sheet) throw new Error("no sheet");
  return sheet.grid;
}

const FREIGHT = gridOf([
  "LR Number,Company,Driver,Booking Date,Delivery Date,Status,Payment",
  "LR-1,Anders,Imran,2026-05-02,2026-05-04,Delivered,Paid",
  "LR-2,Bell,Sunil,2026-05-03,2026-05-06,Booked,Due",
  "LR-3,Anders,Imran,2026-05-05,2026-05-09,Booked,Due",
]);
const SALES = gridOf([
  "单号,门店,客户,款号,单价,数量,日期",
  "M1,一店,李姐,8821,99,2,2026-06-01",
  "M2,一店,赵姐,8822,129,1,2026-06-01",
  "M3,二店,李姐,8821,99,3,2026-06-02",
]);
const SMV = gridOf([
  "Style No,Buyer,SMV,Effective Date,Status",
  "A-1,Northfield,9.2,2026-01-05,active",
  "A-2,Northfield,6.8,2026-01-05,active",
  "A-3,Marlow,5.1,2026-02-01,draft",
]);
const ORDERS = gridOf([
  "PO,Style,Customer,Qty,Delivery Date",
  "P1,A-1,Northfield,2400,2026-08-14",
  "P2,A-2,Northfield,3600,2026-08-21",
  "P3,A-3,Marlow,1200,2026-09-02",
]);

describe("a list that only shares words with orders", () => {
  test.each([
    ["freight", FREIGHT],
    ["a shop's sales", SALES],
    ["standard minutes", SMV],
  ])("%s has no certain column, and asks first what it lists", (_, grid) => {
    const { columns, questions } = readSheet(grid);
    expect(columns.filter(({ confidence }) => confidence >= SURE)).toEqual([]);
    expect(questions[0]).toMatchObject({ code: "subject" });
    expect(questions.some(({ code }) => code === "planOrActual")).toBe(false);
  });
});

test("once the user has said what it lists, its columns are as certain as their headings", () => {
  const sure = (subject: "orders" | "none"): number =>
    readSheet(SALES, { subject, settled: ["subject"] }).columns.filter(({ confidence }) => confidence >= SURE)
      .length;
  expect(sure("orders")).toBeGreaterThanOrEqual(4);
  expect(sure("none")).toBe(0);
});

test("a list that says what, when, how many and for whom is taken for orders without a question", () => {
  const { subject, columns, questions } = readSheet(ORDERS);
  expect(subject).toBe("orders");
  expect(questions.filter(({ code }) => code === "subject")).toEqual([]);
  expect(columns.every(({ confidence }) => confidence >= SURE)).toBe(true);
});
