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

const onSheet = <T>(work: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>) =>
  Excel.run((context) => work(context, context.workbook.worksheets.add()));

test.each([
  ["42", 42, "General"],
  ["1,234.5", 1234.5, "#,##0.00"],
  ["12%", 0.12, "0%"],
  ["2026-09-15", 46280, "m/d/yyyy"],
  ["9/15/2026", 46280, "m/d/yyyy"],
  ["15/9/2026", "15/9/2026", "General"],
  ["TRUE", true, "General"],
  ["'007", "007", "General"],
  ["PO-1", "PO-1", "General"],
  ["  spaced ", "  spaced ", "General"],
  ["=1/0", "#DIV/0!", "General"],
  ["", "", "General"],
])("%j is taken as the formula bar takes it", (text, value, format) =>
  onSheet(async (context, sheet) => {
    const range = sheet.getRange("B2");
    range.values = [[text]];
    range.load("values,numberFormat");
    await context.sync();
    expect([range.values, range.numberFormat]).toEqual([[[value]], [[format]]]);
  }),
);

test("text cells keep what was written, null leaves cells alone, one value fills all", () =>
  onSheet(async (context, sheet) => {
    sheet.getRange("A1").numberFormat = [["@"]];
    const range = sheet.getRange("A1:C1");
    range.values = [["0012", 1, 2]];
    range.values = [[null, null, 3]] as never;
    const fill = sheet.getRange("A3:B4");
    fill.values = "x" as never;
    range.load("values,text");
    fill.load("values");
    await context.sync();
    expect(range.values).toEqual([["0012", 1, 3]]);
    expect(fill.values).toEqual([
      ["x", "x"],
      ["x", "x"],
    ]);
  }));

test("dates are shown by their number format", () =>
  onSheet(async (context, sheet) => {
    const range = sheet.getRange("A1:B1");
    range.values = [[46280, 0.5]];
    range.numberFormat = [["yyyy-mm-dd", "0%"]];
    range.load("text,values");
    await context.sync();
    expect(range.text).toEqual([["2026-09-15", "50%"]]);
    expect(range.values).toEqual([[46280, 0.5]]);
  }));

test("places: rows, columns, offsets, used range, whole columns", () =>
  onSheet(async (context, sheet) => {
    sheet.getRange("B2:D4").values = [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ];
    const range = sheet.getRange("B2:D4");
    const places = [
      range.getLastRow(),
      range.getColumn(1),
      range.getCell(2, 2),
      range.getOffsetRange(1, -1),
      range.getResizedRange(1, 0),
      range.getRowsBelow(2),
      range.getBoundingRect("F9"),
      range.getIntersection("A1:C3"),
      sheet.getUsedRange(true),
      sheet.getRange("C:C").getUsedRange(),
      sheet.getRange("C3").getSurroundingRegion(),
      sheet.getRangeByIndexes(0, 0, 2, 2),
      sheet.getRange("B2").getEntireColumn(),
    ].map((place) => place.load("address"));
    await context.sync();
    expect(places.map((place) => place.address.replace(/^.*!/, ""))).toEqual([
      "B4:D4",
      "C2:C4",
      "D4",
      "A3:C5",
      "B2:D5",
      "B5:D6",
      "B2:F9",
      "B2:C3",
      "B2:D4",
      "C2:C4",
      "B2:D4",
      "A1:B2",
      "B:B",
    ]);
  }));

test("formulas spill, and the spilled values can be read", () =>
  onSheet(async (context, sheet) => {
    sheet.getRange("A1").formulas = [["=SEQUENCE(2,2)"]];
    const range = sheet.getRange("A1:B2").load("values,formulas");
    const reach = sheet.getRange("A1").getSpillingToRange().load("address");
    await context.sync();
    expect(range.values).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(range.formulas[0]![0]).toBe("=SEQUENCE(2,2)");
    expect(reach.address).toMatch(/!A1:B2$/);
  }));

test("references that are made while calculating follow their cells", () =>
  onSheet(async (context, sheet) => {
    sheet.getRange("A1:A3").values = [[1], [2], [3]];
    sheet.getRange("C1:D1").formulas = [["=SUM(OFFSET(A1,0,0,3,1))", '=INDIRECT("A2")']];
    await context.sync();
    sheet.getRange("A2").values = [[20]];
    const range = sheet.getRange("C1:D1").load("values");
    await context.sync();
    expect(range.values).toEqual([[24, 20]]);
  }));

test("cells move when others are inserted or deleted, and formulas follow", () =>
  onSheet(async (context, sheet) => {
    sheet.getRange("A1:A3").values = [[1], [2], [3]];
    sheet.getRange("C1").formulas = [["=SUM(A1:A3)"]];
    sheet.getRange("2:2").insert("Down");
    sheet.getRange("A2").values = [[10]];
    const sum = sheet.getRange("C1").load("values,formulas");
    await context.sync();
    expect(sum.formulas).toEqual([["=SUM(A1:A4)"]]);
    expect(sum.values).toEqual([[16]]);
    sheet.getRange("1:1").insert("Down");
    sheet.getRange("3:3").delete("Up");
    const column = sheet.getRange("A1:A4").load("values");
    await context.sync();
    expect(column.values).toEqual([[""], [1], [2], [3]]);
  }));

test("a range that is kept goes along when rows come and go", () =>
  onSheet(async (context, sheet) => {
    sheet.getRange("B3:B4").values = [["kept"], ["too"]];
    const range = sheet.getRange("B3:B4").load("address");
    await context.sync();
    sheet.getRange("1:2").insert("Down");
    await context.sync();
    range.load("values,address");
    await context.sync();
    expect([range.address.replace(/^.*!/, ""), range.values]).toEqual(["B5:B6", [["kept"], ["too"]]]);
    sheet.getRange("5:5").delete("Up");
    await context.sync();
    range.load("values,address");
    await context.sync();
    expect([range.address.replace(/^.*!/, ""), range.values]).toEqual(["B5", [["too"]]]);
    sheet.getRange("4:6").delete("Up");
    await context.sync();
    range.load("address");
    await expect(context.sync()).rejects.toMatchObject({ code: "InvalidReference" });
  }));

test("clearing contents keeps looks", () =>
  onSheet(async (context, sheet) => {
    const range = sheet.getRange("A1");
    range.values = [[1]];
    range.format.fill.color = "#ff0000";
    range.clear("Contents");
    range.load("values");
    range.format.fill.load("color");
    await context.sync();
    expect(range.values).toEqual([[""]]);
    expect(range.format.fill.color).toBe("#FF0000");
    range.clear();
    range.format.fill.load("color");
    await context.sync();
    expect(range.format.fill.color).toBe("#FFFFFF");
  }));

test("looks are kept: fonts, alignment, borders, widths, hidden columns", () =>
  onSheet(async (context, sheet) => {
    const range = sheet.getRange("A1:B2");
    range.format.font.bold = true;
    range.format.font.color = "#0000FF";
    range.format.font.size = 14;
    range.format.wrapText = true;
    range.format.horizontalAlignment = "Center";
    range.format.columnWidth = 90;
    range.format.borders.getItem("EdgeBottom").style = "Continuous";
    sheet.getRange("D:D").columnHidden = true;
    range.format.load("wrapText,horizontalAlignment,columnWidth");
    range.format.font.load("bold,color,size,italic");
    const border = sheet.getRange("A2").format.borders.getItem("EdgeBottom").load("style");
    const none = sheet.getRange("A1").format.borders.getItem("EdgeTop").load("style");
    const mixed = sheet.getRange("A1:A3").format.font.load("bold");
    const hidden = sheet.getRange("D1").load("columnHidden");
    await context.sync();
    expect(range.format.toJSON()).toMatchObject({
      wrapText: true,
      horizontalAlignment: "Center",
      columnWidth: 90,
    });
    expect(range.format.font.toJSON()).toMatchObject({
      bold: true,
      color: "#0000FF",
      size: 14,
      italic: false,
    });
    expect([border.style, none.style]).toEqual(["Continuous", "None"]);
    expect(mixed.bold).toBeNull();
    expect(hidden.columnHidden).toBe(true);
  }));

test("an edit is undone and done again with all that hung on it", async () => {
  const sheet = client.book.sheets.add();
  const at = (row: number, column: number, rows = 1, columns = 1) => ({
    sheet: sheet.id,
    row,
    column,
    rows,
    columns,
  });
  client.book.cells.write(at(0, 0, 2, 2), [
    ["PO", "Late"],
    ["P1", "=1+1"],
  ]);
  const table = client.book.tables.add(at(0, 0, 2, 2), true);
  await client.book.settle();
  client.book.cells.write(at(2, 0), [["P2"]]);
  await client.book.settle();
  expect(client.book.tables.find(table.id)!.area.rows).toBe(3);
  expect(client.book.cells.values(at(2, 0, 1, 2))).toEqual([["P2", 2]]);
  client.book.history.undo();
  await client.book.settle();
  expect(client.book.tables.find(table.id)!.area.rows).toBe(2);
  expect(client.book.cells.values(at(2, 0, 1, 2))).toEqual([["", ""]]);
  client.book.history.redo();
  await client.book.settle();
  expect(client.book.tables.find(table.id)!.area.rows).toBe(3);
  expect(client.book.cells.values(at(2, 0, 1, 2))).toEqual([["P2", 2]]);
});
