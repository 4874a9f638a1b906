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

const cells = (sheet: string, row: number, column: number, rows = 1, columns = 1) => ({
  sheet,
  row,
  column,
  rows,
  columns,
});

test("references to a table follow it as it grows, also where functions answer later", async () => {
  const { book } = client;
  const list = book.sheets.add().id;
  const other = book.sheets.add().id;
  book.cells.write(cells(list, 0, 0, 2, 2), [
    ["Key", "Verdict"],
    ["a", "first"],
  ]);
  book.tables.add(cells(list, 0, 0, 2, 2), true, "Checks");
  book.cells.write(cells(other, 0, 0, 1, 2), [
    ['=XLOOKUP("a",Checks[Key],Checks[Verdict],"",0,-1)', "=COUNTA(Checks[Verdict])"],
  ]);
  await book.settle();
  expect(book.cells.values(cells(other, 0, 0, 1, 2))).toEqual([["first", 1]]);
  book.cells.write(cells(list, 2, 0, 1, 2), [["a", "second"]]);
  await book.settle();
  expect(book.cells.values(cells(other, 0, 0, 1, 2))).toEqual([["second", 2]]);
  book.cells.write(cells(list, 2, 1), [["changed"]]);
  await book.settle();
  expect(book.cells.values(cells(other, 0, 0, 1, 2))).toEqual([["changed", 2]]);
});

test("a heading that is typed over renames its column, in formulas too", async () => {
  const { book } = client;
  const sheet = book.sheets.add().id;
  book.cells.write(cells(sheet, 0, 0, 2, 3), [
    ["Qty", "Price (USD)", "Value"],
    [2, 3, ""],
  ]);
  const table = book.tables.add(cells(sheet, 0, 0, 2, 3), true, "Renamed_Table");
  book.cells.write(cells(sheet, 1, 2), [["=[@Qty]*[@[Price (USD)]]"]]);
  book.cells.write(cells(sheet, 0, 5), [["=SUM(Renamed_Table[Price (USD)])"]]);
  book.cells.write(cells(sheet, 0, 1), [["单价"]]);
  book.cells.write(cells(sheet, 2, 0, 1, 2), [[5, 7]]);
  await book.settle();
  expect(book.tables.find(table.id)!.columns.map((column) => column.name)).toEqual(["Qty", "单价", "Value"]);
  expect(book.cells.formulas(cells(sheet, 1, 2, 2, 1))).toEqual([["=[@Qty]*[@单价]"], ["=[@Qty]*[@单价]"]]);
  expect(book.cells.formulas(cells(sheet, 0, 5))).toEqual([["=SUM(Renamed_Table[单价])"]]);
  expect(book.cells.values(cells(sheet, 0, 5))).toEqual([[10]]);
  book.cells.write(cells(sheet, 0, 1), [["qty"]]);
  expect(book.cells.values(cells(sheet, 0, 0, 1, 3))).toEqual([["Qty", "qty2", "Value"]]);
});

test("what a user types in the grid: a row below, a formula with [@Column]", async () => {
  const { book } = client;
  const sheet = book.sheets.add().id;
  book.cells.write(cells(sheet, 0, 0, 2, 2), [
    ["Qty", "Twice"],
    [4, ""],
  ]);
  const table = book.tables.add(cells(sheet, 0, 0, 2, 2), true, "Typed");
  const type = (row: number, column: number, cell: object) =>
    book.context.commands.syncExecuteCommand("sheet.command.set-range-values", {
      unitId: book.context.unitId,
      subUnitId: sheet,
      range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
      value: cell,
    });
  type(1, 1, { f: "=[@Qty]*2" });
  type(2, 0, { v: 5, t: 2 });
  await book.settle();
  expect(book.tables.find(table.id)!.area.rows).toBe(3);
  expect(book.cells.values(cells(sheet, 1, 0, 2, 2))).toEqual([
    [4, 8],
    [5, 10],
  ]);
  book.history.undo();
  await book.settle();
  expect(book.tables.find(table.id)!.area.rows).toBe(2);
  expect(book.cells.values(cells(sheet, 1, 0, 2, 2))).toEqual([
    [4, 8],
    ["", ""],
  ]);
});

test("a column that is not there makes a formula that is refused", async () => {
  await Excel.run(async (context) => {
    const { sheet } = await orders(context, [["P1", 10, 2, ""]]);
    sheet.getRange("D2").formulas = [["=[@Nothing]*2"]];
    await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});

test("validation and conditional formats of a column take in new rows", async () => {
  await Excel.run(async (context) => {
    const { sheet } = await orders(context, [
      ["P1", 10, 2, ""],
      ["P2", 20, 3, ""],
    ]);
    sheet.getRange("A2:A3").dataValidation.rule = { list: { inCellDropDown: true, source: "P1,P2,P3" } };
    const rule = sheet.getRange("B2:B3").conditionalFormats.add("Custom");
    rule.custom.rule.formula = "=$B2>15";
    sheet.getRange("A2:D3").format.font.bold = true;
    sheet.getRange("A4:B4").values = [["P3", 30]];
    await context.sync();
    const validation = sheet.getRange("A2:A4").dataValidation.load("type");
    const range = rule.getRange().load("address");
    const font = sheet.getRange("A4").format.font.load("bold");
    await context.sync();
    expect(validation.type).toBe("List");
    expect(range.address).toMatch(/!B2:B4$/);
    expect(font.bold).toBe(true);
  });
});

test("resize, totals, columns, sort, convert to range", async () => {
  await Excel.run(async (context) => {
    const { sheet, table } = await orders(context, [
      ["P2", 10, 2, ""],
      ["P1", 20, 3, ""],
    ]);
    table.resize("A1:D5");
    const resized = table.getDataBodyRange().load("address");
    await context.sync();
    expect(resized.address).toMatch(/!A2:D5$/);
    table.rows.deleteRowsAt(2, 2);
    table.columns.add(undefined, [["Note"], ["n1"], ["n2"]], "Note");
    await context.sync();
    table.sort.apply([{ key: 0, ascending: true }]);
    const body = table.getDataBodyRange().load("values");
    await context.sync();
    expect(body.values.map((row) => [row[0], row[4]] as unknown[])).toEqual([
      ["P1", "n2"],
      ["P2", "n1"],
    ]);
    table.showTotals = true;
    const totals = table.getTotalRowRange().load("address");
    const all = table.getRange().load("address");
    await context.sync();
    expect([totals.address, all.address].map((a) => a.replace(/^.*!/, ""))).toEqual(["A4:E4", "A1:E4"]);
    table.columns.getItem("Price").delete();
    table.columns.load("items/name");
    await context.sync();
    expect(table.columns.items.map((column) => column.name)).toEqual(["PO", "Qty (pcs)", "Value", "Note"]);
    table.convertToRange();
    const gone = context.workbook.tables.getItemOrNullObject(table.name);
    const kept = sheet.getRange("A1:A2").load("values");
    await context.sync();
    expect(gone.isNullObject).toBe(true);
    expect(kept.values).toEqual([["PO"], ["P1"]]);
  });
});

test("rows come and go beside other content without moving it", async () => {
  await Excel.run(async (context) => {
    const { sheet, table } = await orders(context, [
      ["P1", 1, 1, ""],
      ["P2", 2, 2, ""],
      ["P3", 3, 3, ""],
    ]);
    sheet.getRange("G1:G4").values = [["a"], ["b"], ["c"], ["d"]];
    table.rows.deleteRowsAt(0, 1);
    table.rows.add(1, [["PX", 9, 9, ""]]);
    const body = table.getDataBodyRange().load("values,address");
    const beside = sheet.getRange("G1:G5").load("values");
    await context.sync();
    expect(body.values.map((row) => row[0] as string)).toEqual(["P2", "PX", "P3"]);
    expect(beside.values.flat()).toEqual(["a", "b", "c", "d", ""]);
  });
});

test("a part of a table's column is read on the table's sheet, wherever the formula stands", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add();
    sheet.getRange("A1:B4").values = [
      ["Key", "Amount"],
      ["x", 10],
      ["y", 20],
      ["z", 30],
    ];
    sheet.tables.add("A1:B4", true).name = "Amounts";
    await context.sync();
  });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add();
    sheet.getRange("A1:B4").values = [
      ["own", 1],
      ["own", 2],
      ["own", 3],
      ["own", 4],
    ];
    const answers = sheet.getRange("D1:D4");
    answers.formulas = [
      ["=INDEX(Amounts[Amount],2)"],
      ['=INDEX(Amounts[Amount],MATCH("z",Amounts[Key],0))'],
      ["=SUM(INDEX(Amounts,2,0))"],
      ["=SUM(INDEX(Amounts[Amount],1):INDEX(Amounts[Amount],2))"],
    ];
    answers.load("values");
    await context.sync();
    expect(answers.values).toEqual([[20], [30], [20], [30]]);
  });
});
