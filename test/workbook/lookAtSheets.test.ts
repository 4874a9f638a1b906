/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { bookOfGrid } from "../../samples/wildSheets/bookOfGrid";
import { wildSheets } from "../../samples/wildSheets/allSheets";
import { readSheet } from "../../src/registers/sheet/readSheet";
import { areasOf } from "../../src/workbook/areasOf";
import { lookAtSheets, sampledRows } from "../../src/workbook/lookAtSheets";
import { goToCell } from "../../src/workbook/goToCell";
import { pointAt } from "../../src/workbook/pointAt";
import { loadFileBook } from "../../src/workbench/sheet/loadFileBook";
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

const put = (name: string, address: string, values: unknown[][], then?: (sheet: Excel.Worksheet) => void) =>
  Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.getItemOrNullObject(name);
    sheet.load("name");
    await context.sync();
    const found = sheet.isNullObject ? worksheets.add(name) : sheet;
    found.getRange(address).formulas = values;
    then?.(found);
    await context.sync();
  });
const selected = (): Promise<string> =>
  Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load("address");
    await context.sync();
    return range.address;
  });

test("areas are read from addresses with any sheet's name", () => {
  expect(areasOf("'it''s, A1!'!B2:C3,'it''s, A1!'!$E$5")).toEqual([
    { row: 1, column: 1, rows: 2, columns: 2 },
    { row: 4, column: 4, rows: 1, columns: 1 },
  ]);
  expect(areasOf("May!2:3,May!C:C")).toEqual([
    { row: 1, column: 0, rows: 2, columns: 16_384 },
    { row: 0, column: 2, rows: 1_048_576, columns: 1 },
  ]);
  expect(areasOf("五月!AA1:AB2")).toEqual([{ row: 0, column: 26, rows: 2, columns: 2 }]);
});

test("rows of a sample are in order, do not overlap, and reach from the first to the last", () => {
  expect(sampledRows(100, 100)).toEqual([{ first: 0, count: 100 }]);
  for (const [rows, atMost] of [
    [101, 100],
    [130, 100],
    [3000, 600],
    [1_048_576, 40],
  ] as const) {
    const parts = sampledRows(rows, atMost);
    let end = 0;
    for (const { first, count } of parts) {
      expect(first).toBeGreaterThanOrEqual(end);
      expect(count).toBeGreaterThan(0);
      end = first + count;
    }
    expect(parts[0]?.first).toBe(0);
    expect(end).toBe(rows);
    expect(parts.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(Math.max(rows, atMost));
  }
});

test("a look gives values, formulas, formats, merges, hidden rows and columns, tables, in two syncs", async () => {
  await put(
    "Look",
    "B2:F7",
    [
      ["Orders", "", "", "", ""],
      ["PO", "Style", "Qty", "Due", "Week"],
      ["1", "S1", 100, 46280, "=ROUND(E4/7,0)"],
      ["2", "S2", 200, 46281, "=ROUND(E5/7,0)"],
      ["3", "S3", 300, 46282, "=ROUND(E6/7,0)"],
      ["4", "S4", 400, 46283, "=ROUND(E7/7,0)"],
    ],
    (sheet) => {
      sheet.getRange("B2:F2").merge();
      sheet.getRange("E4:E7").numberFormat = [["yyyy/m/d"], ["yyyy/m/d"], ["yyyy/m/d"], ["yyyy/m/d"]];
      sheet.getRange("5:5").rowHidden = true;
      sheet.getRange("D:D").columnHidden = true;
      sheet.activate();
      sheet.getRange("B3:F3").select();
    },
  );
  const { result, syncs } = await workbook.syncsOf(() => lookAtSheets("active"));
  expect(syncs).toHaveLength(2);
  const [look] = result;
  expect(look).toMatchObject({
    isActive: true,
    isProtected: false,
    sampled: false,
    usedRows: 6,
    usedColumns: 5,
  });
  expect(look?.selected).toEqual({ row: 2, column: 1, rows: 1, columns: 5 });
  const grid = look?.grid;
  expect(grid).toMatchObject({
    name: "Look",
    top: 1,
    left: 1,
    hiddenRows: [4],
    hiddenColumns: [3],
    tables: [],
  });
  expect(grid?.merges).toEqual([{ row: 1, column: 1, rows: 1, columns: 5 }]);
  expect(grid?.values[2]?.slice(0, 4)).toEqual([1, "S1", 100, 46280]);
  expect(grid?.formats[2]?.[3]).toBe("yyyy/m/d");
  expect([0, 1, 2, 3, 4, 5].map((row) => grid?.formulas[row]?.[4] ?? false)).toEqual([
    false,
    false,
    true,
    true,
    true,
    true,
  ]);
  expect(grid?.formulas[2]?.[3] ?? false).toBe(false);
});

test("tables, protection and blank sheets are told; hidden sheets are not looked at", async () => {
  await put(
    "Tabled",
    "A1:B3",
    [
      ["PO", "Qty"],
      ["1", 5],
      ["2", 6],
    ],
    (sheet) => {
      sheet.tables.add("A1:B3", true).name = "Mine";
      sheet.protection.protect();
    },
  );
  await put("Blank", "A1:A1", [[""]]);
  await put("Hidden", "A1:A2", [["x"], ["y"]], (sheet) => {
    sheet.visibility = "Hidden";
  });
  const { result, syncs } = await workbook.syncsOf(() => lookAtSheets("all"));
  expect(syncs).toHaveLength(2);
  const names = result.map(({ grid }) => grid.name);
  expect(names).toContain("Tabled");
  expect(names).not.toContain("Hidden");
  const tabled = result.find(({ grid }) => grid.name === "Tabled");
  expect(tabled?.isProtected).toBe(true);
  expect(tabled?.grid.tables).toEqual([
    { name: "Mine", area: { row: 0, column: 0, rows: 3, columns: 2 }, headings: true, totals: false },
  ]);
  expect(result.find(({ grid }) => grid.name === "Blank")).toMatchObject({
    usedRows: 0,
    sampled: false,
    grid: { values: [] },
  });
});

test("a sheet that is gone is a problem with its name", async () => {
  expect(await problemOf(lookAtSheets(["Nowhere"]))).toMatchObject({
    code: "sheetGone",
    params: { sheet: "Nowhere" },
  });
  expect(await problemOf(goToCell("Nowhere", "A1"))).toMatchObject({ code: "sheetGone" });
});

test("a large sheet is sampled from its first to its last row", async () => {
  const rows = 1500;
  await put(
    "Large",
    `A1:AX${rows}`,
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: 50 }, (__, column) => (row === 0 ? `H${column}` : row * column)),
    ),
  );
  const { result, syncs } = await workbook.syncsOf(() => lookAtSheets(["Large"]));
  expect(syncs).toHaveLength(2);
  const [look] = result;
  expect(look).toMatchObject({ sampled: true, usedRows: rows, usedColumns: 50 });
  const grid = look?.grid;
  expect(grid?.values).toHaveLength(rows);
  expect(grid?.values[0]?.[3]).toBe("H3");
  expect(grid?.values[rows - 1]?.[2]).toBe((rows - 1) * 2);
  const fetched = grid?.values.flatMap((row, index) => (row ? [index] : [])) ?? [];
  expect(fetched.length).toBeLessThanOrEqual(1200);
  for (const row of fetched.slice(1)) expect(grid?.values[row]?.[1]).toBe(row);
  expect(JSON.stringify(grid).length).toBeLessThan(3_000_000);
});

test("made sheets are understood through Excel as they are without", async () => {
  const wanted = wildSheets().filter((_, index) => index % 6 === 1);
  expect(wanted.length).toBeGreaterThan(6);
  for (const { grid } of wanted) {
    await loadFileBook(workbook.book, bookOfGrid(grid));
    const [look] = await lookAtSheets("active");
    const through = look && readSheet(look.grid);
    const direct = readSheet(grid);
    const told = (reading: typeof direct | undefined) =>
      reading && {
        table: reading.table && { ...reading.table },
        layout: reading.layout,
        meanings: reading.columns.map(({ column, meaning, heading }) => [column, meaning, heading]),
        rows: reading.rows.filter(({ kind }) => kind === "data").map(({ row }) => row),
        unread: reading.columns.flatMap(({ dates }) => dates?.unread.map(({ row }) => row) ?? []),
      };
    expect(told(through)).toEqual(told(direct));
  }
});

test("what Excel refuses is asked for more plainly", async () => {
  allowSyncs(3);
  await put("Plain", "A1:C3", [
    ["PO", "Qty", "Twice"],
    ["1", 5, "=B2*2"],
    ["2", 6, "=B3*2"],
  ]);
  beforeSync(2, () => {
    workbook.host.misbehave({ failAtAction: 6 });
  });
  const { result, syncs } = await workbook.syncsOf(() => lookAtSheets(["Plain"]));
  expect(syncs).toHaveLength(3);
  expect(result[0]?.grid.values[1]).toEqual([1, 5, 10]);
  expect(result[0]?.grid.formulas).toEqual([
    [false, false, false],
    [false, false, true],
    [false, false, true],
  ]);
});

test("pointing selects and gives the earlier selection back, and never throws", async () => {
  await put(
    "One",
    "A1:B2",
    [
      ["a", "b"],
      ["c", "d"],
    ],
    (sheet) => {
      sheet.activate();
      sheet.getRange("A2:B2").select();
    },
  );
  await put("Two", "A1:B2", [
    ["a", "b"],
    ["c", "d"],
  ]);
  await pointAt("Two", "A1:A2");
  expect(await selected()).toBe("Two!A1:A2");
  await pointAt("Two", "B1:B2");
  expect(await selected()).toBe("Two!B1:B2");
  await pointAt();
  expect(await selected()).toBe("One!A2:B2");
  await pointAt("Nowhere", "A1");
  await pointAt();
  expect(await selected()).toBe("One!A2:B2");
  await goToCell("Two", "B2");
  expect(await selected()).toBe("Two!B2");
});
