/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { bootOffice } from "./officeClient";
import type { OfficeClient } from "./officeClient";

let client: OfficeClient;
beforeAll(async () => {
  client = await bootOffice({ displayLanguage: "zh-CN" });
});
afterAll(() => {
  client.host.dispose();
  client.book.dispose();
});

const onSheet = <T>(work: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>) =>
  Excel.run((context) => work(context, context.workbook.worksheets.add()));

test("the display language is the one asked for", () => {
  expect(Office.context.displayLanguage).toBe("zh-CN");
  expect(Office.context.requirements.isSetSupported("ExcelApi", "1.14")).toBe(true);
  expect(Office.context.requirements.isSetSupported("ExcelApi", "1.17")).toBe(false);
  expect(Office.context.requirements.isSetSupported("SharedRuntime", "1.1")).toBe(true);
});

test("names: ranges, formulas, values", () =>
  onSheet(async (context, sheet) => {
    const { names } = context.workbook;
    sheet.getRange("A1:A2").values = [[5], [6]];
    names.add("Closures", sheet.getRange("A1:A2"), "days off");
    names.add("AsOf", "=TODAY()");
    names.add("Calendar", "CN");
    names.add("Rate", 7.5 as never);
    sheet.getRange("C1:C3").formulas = [["=SUM(Closures)"], ["=AsOf-TODAY()"], ["=Calendar&Rate"]];
    await context.sync();
    const item = names.getItem("Closures").load("name,value,type,formula,comment,scope");
    const range = names.getItem("Closures").getRange().load("values");
    const calendar = names.getItem("calendar").load("value,type");
    const today = names.getItem("AsOf").load("value,formula");
    const results = sheet.getRange("C1:C3").load("values");
    sheet.load("name");
    names.load("items/name");
    await context.sync();
    expect(item.toJSON()).toMatchObject({
      name: "Closures",
      type: "Range",
      comment: "days off",
      scope: "Workbook",
    });
    expect(item.formula).toBe(`=${sheet.name}!$A$1:$A$2`);
    expect(range.values).toEqual([[5], [6]]);
    expect([calendar.type, calendar.value]).toEqual(["String", "CN"]);
    expect(today.formula).toBe("=TODAY()");
    expect(results.values).toEqual([[11], [0], ["CN7.5"]]);
    expect(names.items.map((name) => name.name)).toEqual(
      expect.arrayContaining(["Closures", "AsOf", "Calendar", "Rate"]),
    );
    names.getItem("Calendar").formula = '="IN"' as never;
    names.getItem("Rate").delete();
    const gone = names.getItemOrNullObject("Rate");
    sheet.getRange("C3").formulas = [["=Calendar"]];
    const changed = sheet.getRange("C3").load("values");
    await context.sync();
    expect(gone.isNullObject).toBe(true);
    expect(changed.values).toEqual([["IN"]]);
  }));

test("formulas follow a name that comes, changes and moves", async () => {
  const { book } = client;
  const sheet = book.sheets.add();
  const at = (row: number, column: number) => ({ sheet: sheet.id, row, column, rows: 1, columns: 1 });
  const shown = async () => {
    await book.settle();
    return book.cells.values(at(0, 0))[0]![0];
  };
  book.cells.write(at(0, 0), [["=Today_1+1"]]);
  expect(await shown()).toBe("#NAME?");
  book.names.add({ name: "Today_1", formula: "=100", comment: "", visible: true });
  expect(await shown()).toBe(101);
  book.names.update("Today_1", { formula: "=200" });
  expect(await shown()).toBe(201);
  book.cells.write(at(4, 0), [[300]]);
  book.names.update("Today_1", { formula: `=${sheet.name}!$A$5` });
  expect(await shown()).toBe(301);
  book.cells.write(at(4, 0), [[400]]);
  expect(await shown()).toBe(401);
});

test("settings are kept with the workbook and are the same ones for both interfaces", async () => {
  await Excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.add("mapping", { orders: { po: "PO#" } });
    await context.sync();
    const item = settings.getItem("mapping").load("value");
    const none = settings.getItemOrNullObject("none");
    await context.sync();
    expect(item.value).toEqual({ orders: { po: "PO#" } });
    expect(none.isNullObject).toBe(true);
  });
  Office.context.document.settings.set("lang", "zh-CN");
  await new Promise((resolve) => Office.context.document.settings.saveAsync(resolve));
  expect(client.book.settings.get("lang")).toBe("zh-CN");
});

test("sheets: add, rename, order, freeze, gridlines, hide, delete", () =>
  onSheet(async (context, sheet) => {
    sheet.name = "订单 Orders";
    sheet.freezePanes.freezeAt(sheet.getRange("A1:B1"));
    sheet.showGridlines = false;
    sheet.tabColor = "#00FF00";
    sheet.position = 0;
    await context.sync();
    const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
    const found = context.workbook.worksheets
      .getItem("订单 orders")
      .load("name,position,showGridlines,tabColor,visibility");
    const range = sheet.getRange("A1").load("address");
    await context.sync();
    expect(frozen.address).toBe("'订单 Orders'!A1:B1");
    expect(found.toJSON()).toMatchObject({
      position: 0,
      showGridlines: false,
      tabColor: "#00FF00",
      visibility: "Visible",
    });
    expect(range.address).toBe("'订单 Orders'!A1");
    sheet.visibility = "Hidden";
    await context.sync();
    sheet.delete();
    const gone = context.workbook.worksheets.getItemOrNullObject("订单 Orders");
    await context.sync();
    expect(gone.isNullObject).toBe(true);
  }));

test("a sheet name that is taken or not allowed is refused", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.add("Twice");
    await context.sync();
    context.workbook.worksheets.add("twice");
    await expect(context.sync()).rejects.toMatchObject({ code: "ItemAlreadyExists" });
  });
  await Excel.run(async (context) => {
    context.workbook.worksheets.add("a/b");
    await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});

test("validation: a list, its alert, and what differs", () =>
  onSheet(async (context, sheet) => {
    const range = sheet.getRange("B2:B10");
    range.dataValidation.rule = { list: { inCellDropDown: true, source: "Open,Closed" } };
    range.dataValidation.errorAlert = {
      message: "Pick one",
      showAlert: true,
      style: "Stop",
      title: "Status",
    };
    range.dataValidation.load("rule,type,errorAlert,ignoreBlanks");
    const wider = sheet.getRange("B2:C10").dataValidation.load("type");
    const none = sheet.getRange("D1").dataValidation.load("type");
    sheet.getRange("E1").dataValidation.rule = { date: { formula1: "2026-01-01", operator: "GreaterThan" } };
    const date = sheet.getRange("E1").dataValidation.load("type,rule");
    await context.sync();
    expect(range.dataValidation.type).toBe("List");
    expect(range.dataValidation.rule.list).toEqual({ inCellDropDown: true, source: "Open,Closed" });
    expect(range.dataValidation.errorAlert).toMatchObject({
      message: "Pick one",
      style: "Stop",
      title: "Status",
    });
    expect([wider.type, none.type, date.type]).toEqual(["MixedCriteria", "None", "Date"]);
    sheet.getRange("B4").dataValidation.clear();
    const upper = sheet.getRange("B2:B3").dataValidation.load("type");
    const hole = sheet.getRange("B4").dataValidation.load("type");
    await context.sync();
    expect([upper.type, hole.type]).toEqual(["List", "None"]);
  }));

test("conditional formats: formula, cell value, text", () =>
  onSheet(async (context, sheet) => {
    const range = sheet.getRange("A1:A9");
    const custom = range.conditionalFormats.add("Custom");
    custom.custom.rule.formula = '=$B1="Hold"';
    custom.custom.format.fill.color = "#FFC7CE";
    custom.custom.format.font.color = "#9C0006";
    const cell = range.conditionalFormats.add("CellValue");
    cell.cellValue.rule = { formula1: "10", operator: "GreaterThan" };
    cell.cellValue.format.font.bold = true;
    const text = range.conditionalFormats.add("ContainsText");
    text.textComparison.rule = { operator: "Contains", text: "LATE" };
    text.textComparison.format.fill.color = "#FFEB9C";
    await context.sync();
    range.conditionalFormats.load("items/type,items/id");
    const count = range.conditionalFormats.getCount();
    custom.custom.rule.load("formula");
    custom.custom.format.fill.load("color");
    text.textComparison.load("rule");
    await context.sync();
    expect(count.value).toBe(3);
    expect(new Set(range.conditionalFormats.items.map((item) => item.type))).toEqual(
      new Set(["Custom", "CellValue", "ContainsText"]),
    );
    expect(custom.custom.rule.formula).toBe('=$B1="Hold"');
    expect(custom.custom.format.fill.color).toBe("#FFC7CE");
    expect(text.textComparison.rule).toEqual({ operator: "Contains", text: "LATE" });
    range.conditionalFormats.clearAll();
    const left = range.conditionalFormats.getCount();
    await context.sync();
    expect(left.value).toBe(0);
  }));

test("print settings are kept", () =>
  onSheet(async (context, sheet) => {
    sheet.pageLayout.orientation = "Landscape";
    sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    sheet.pageLayout.setPrintTitleRows("$1:$1");
    await context.sync();
    sheet.pageLayout.load("orientation,zoom");
    const titles = sheet.pageLayout.getPrintTitleRowsOrNullObject().load("address");
    await context.sync();
    expect(sheet.pageLayout.orientation).toBe("Landscape");
    expect(sheet.pageLayout.zoom).toMatchObject({ horizontalFitToPages: 1 });
    expect(titles.address).toMatch(/!1:1$/);
  }));

test("functions of the interface, culture, calculation mode", async () => {
  await Excel.run(async (context) => {
    const day = context.workbook.functions.date(2000, 1, 1).load("value");
    const { application } = context.workbook;
    application.load("calculationMode");
    application.cultureInfo.load("name");
    application.cultureInfo.datetimeFormat.load("shortDatePattern");
    await context.sync();
    expect(day.value).toBe(36526);
    expect(application.calculationMode).toBe("Automatic");
    expect(application.cultureInfo.name).toBe("zh-CN");
    expect(application.cultureInfo.datetimeFormat.shortDatePattern).toBe("yyyy/m/d");
  });
});

test("manual calculation waits to be asked", () =>
  onSheet(async (context, sheet) => {
    context.application.calculationMode = "Manual";
    sheet.getRange("A1").formulas = [["=2*3"]];
    const before = sheet.getRange("A1").load("values");
    await context.sync();
    expect(before.values).toEqual([[""]]);
    context.application.calculate("Full");
    await context.sync();
    const after = sheet.getRange("A1").load("values");
    await context.sync();
    expect(after.values).toEqual([[6]]);
    context.application.calculationMode = "Automatic";
    await context.sync();
  }));

test("selection follows the add-in and the user", () =>
  onSheet(async (context, sheet) => {
    sheet.activate();
    sheet.getRange("B2:C3").select();
    const selected = context.workbook.getSelectedRange().load("address");
    const cell = context.workbook.getActiveCell().load("address");
    const active = context.workbook.worksheets.getActiveWorksheet().load("id");
    sheet.load("id");
    await context.sync();
    expect(selected.address).toMatch(/!B2:C3$/);
    expect(cell.address).toMatch(/!B2$/);
    expect(active.id).toBe(sheet.id);
  }));
