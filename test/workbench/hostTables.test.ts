/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { bootOffice } from "./officeClient";
import type { OfficeClient } from "./officeClient";

let client: OfficeClient;
beforeAll(async () => {
  client = await bootOffice();
});
afterAll(() => {
  client.host.dispose();
  client.book.dispose();
});

/** A sheet of its own for every test, with a table in its corner. */
async function orders(
  context: Excel.RequestContext,
  rows: unknown[][],
  headings = ["PO", "Qty (pcs)", "Price", "Value"],
) {
  const sheet = context.workbook.worksheets.add();
  sheet.load("name,id");
  const range = sheet.getRange("A1").getResizedRange(rows.length, headings.length - 1);
  range.values = [headings, ...rows] as string[][];
  const table = sheet.tables.add(range, true);
  await context.sync();
  table.name = `T_${sheet.name}`;
  table.load("name,id");
  await context.sync();
  return { sheet, table };
}

test("a table has its headings, its rows and its columns", async () => {
  await Excel.run(async (context) => {
    const { table } = await orders(context, [
      ["P1", 10, 2, ""],
      ["P2", 20, 3, ""],
    ]);
    const header = table.getHeaderRowRange().load("values");
    const body = table.getDataBodyRange().load("values,address");
    table.columns.load("items/name,items/index,items/id");
    table.rows.load("count,items/values");
    await context.sync();
    expect(header.values).toEqual([["PO", "Qty (pcs)", "Price", "Value"]]);
    expect(body.values).toEqual([
      ["P1", 10, 2, ""],
      ["P2", 20, 3, ""],
    ]);
    expect(table.columns.items.map((column) => column.name)).toEqual(["PO", "Qty (pcs)", "Price", "Value"]);
    expect(table.rows.count).toBe(2);
    expect(table.rows.items.map((row) => row.values[0]![0])).toEqual(["P1", "P2"]);
  });
});

test("a formula in one row fills its column, and rows written below join the table", async () => {
  await Excel.run(async (context) => {
    const { sheet, table } = await orders(context, [
      ["P1", 10, 2, ""],
      ["P2", 20, 3, ""],
    ]);
    sheet.getRange("D2").formulas = [["=[@[Qty (pcs)]]*[@Price]"]];
    await context.sync();
    const body = table.getDataBodyRange().load("values,formulas");
    await context.sync();
    expect(body.values.map((row) => row[3] as number)).toEqual([20, 60]);
    expect(body.formulas.map((row) => row[3] as string)).toEqual([
      "=[@[Qty (pcs)]]*[@Price]",
      "=[@[Qty (pcs)]]*[@Price]",
    ]);

    sheet.getRange("A4:C5").values = [
      ["P3", 5, 4],
      ["P4", 6, 5],
    ];
    sheet.getRange("F1").formulas = [[`=SUM(${table.name}[Value])`]];
    const grown = table.getDataBodyRange().load("values,address");
    const sum = sheet.getRange("F1").load("values,formulas");
    await context.sync();
    expect(grown.address).toMatch(/!A2:D5$/);
    expect(grown.values.map((row) => row[3] as number)).toEqual([20, 60, 20, 30]);
    expect(sum.values).toEqual([[130]]);
    expect(sum.formulas).toEqual([[`=SUM(${table.name}[Value])`]]);
  });
});

test("rows are added, inserted and deleted", async () => {
  await Excel.run(async (context) => {
    const { sheet, table } = await orders(context, [
      ["P1", 10, 2, ""],
      ["P2", 20, 3, ""],
    ]);
    sheet.getRange("D2:D3").formulas = [["=[@[Qty (pcs)]]*[@Price]"], ["=[@[Qty (pcs)]]*[@Price]"]];
    table.rows.add(undefined, [["P3", 1, 1, null]] as never);
    table.rows.add(0, [["P0", 7, 7, null]] as never);
    await context.sync();
    let body = table.getDataBodyRange().load("values,address");
    await context.sync();
    expect(body.values).toEqual([
      ["P0", 7, 7, 49],
      ["P1", 10, 2, 20],
      ["P2", 20, 3, 60],
      ["P3", 1, 1, 1],
    ]);
    table.rows.deleteRowsAt(1, 2);
    body = table.getDataBodyRange().load("values,address");
    await context.sync();
    expect(body.values).toEqual([
      ["P0", 7, 7, 49],
      ["P3", 1, 1, 1],
    ]);
    expect(body.address).toMatch(/!A2:D3$/);
  });
});
