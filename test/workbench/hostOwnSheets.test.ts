/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
// What an add-in relies on that works on sheets as people keep them: plain cells, found again by a name over them.
import { bootOffice } from "./officeClient";
import { deserialize, serialize } from "node:v8";
import type { OfficeClient } from "./officeClient";
import { Direction } from "@univerjs/core";
import {
  CopySheetCommand,
  InsertColByRangeCommand,
  InsertRowByRangeCommand,
  RemoveRowByRangeCommand,
} from "@univerjs/sheets";
import { readXlsx } from "../../src/workbench/files/readXlsx";
import { writeXlsx } from "../../src/workbench/files/writeXlsx";
import { loadFileBook } from "../../src/workbench/sheet/loadFileBook";
import { saveFileBook } from "../../src/workbench/sheet/saveFileBook";

// The library that reads files asks for it, and jsdom has none.
globalThis.structuredClone ??= <T>(value: T) => deserialize(serialize(value)) as T;

const NAME = "Gendan_Orders_1";
let client: OfficeClient;
beforeAll(async () => {
  client = await bootOffice();
});
afterAll(() => {
  client.host.dispose();
  client.book.dispose();
});

/** The sheet of the test at hand. */
let sheet: Excel.Worksheet;
let id: string;

beforeEach(() =>
  Excel.run(async (context) => {
    const before = context.workbook.names.load("items/name");
    await context.sync();
    before.items.forEach((name) => name.delete());
    const made = context.workbook.worksheets.add(`Orders ${Date.now()}`);
    made.load("id");
    made.activate();
    const table = made.getRange("B3:F8");
    table.values = Array.from({ length: 6 }, (_, row) =>
      Array.from({ length: 5 }, (_unused, column) => `r${row}c${column}`),
    );
    made.getRange("B3:F4").format.fill.color = "#DDEBF7";
    made.getRange("F5:F8").numberFormat = Array.from({ length: 4 }, () => ["yyyy/m/d"]);
    made.getRange("C3:D3").merge(false);
    made.getRange("B5:B6").merge(false);
    made.getRange("G5:G8").formulas = [5, 6, 7, 8].map((row) => [`=$B${row}&COUNTA(C$5:C$8)`]);
    const rule = made.getRange("G5:G8").conditionalFormats.add(Excel.ConditionalFormatType.custom);
    rule.custom.rule.formula = '=$G5="HIGH"';
    rule.custom.format.fill.color = "#FFC7CE";
    context.workbook.names.add(NAME, table);
    await context.sync();
    id = made.id;
  }),
);

const run = <T>(work: (context: Excel.RequestContext) => Promise<T>) =>
  Excel.run((context) => {
    sheet = context.workbook.worksheets.getItem(id);
    return work(context);
  });

/** Where the name, the first formula, the merged cells and the rule are now, without the sheet's name. */
const places = () =>
  run(async (context) => {
    const name = context.workbook.names.getItem(NAME).load("formula,type");
    const formulas = sheet.getRange("A1:J12").load("formulas");
    const merged = sheet.getRange("A1:J12").getMergedAreasOrNullObject().load("address");
    const rules = sheet.getRange().conditionalFormats.load("items");
    await context.sync();
    const rule = rules.items[0]?.getRange().load("address");
    await context.sync();
    const bare = (text: string) => text.replace(/'[^']*'!/g, "");
    return {
      name: bare(name.formula),
      formula: bare(String(formulas.formulas.flat().find((cell) => String(cell).startsWith("=")) ?? "")),
      merged: merged.isNullObject ? "" : bare(merged.address),
      rule: bare(rule?.address ?? ""),
    };
  });

const atStart = {
  name: "=$B$3:$F$8",
  formula: "=$B5&COUNTA(C$5:C$8)",
  merged: "C3:D3,B5:B6",
  rule: "G5:G8",
};

test("a name, formulas, merged cells and rules stand where they were put", async () => {
  expect(await places()).toEqual(atStart);
});

describe("what stands on a sheet goes along when cells are inserted or deleted, and back when that is undone", () => {
  const cases: [string, "Down" | "Right" | "Up" | "Left", Partial<typeof atStart>][] = [
    [
      "6:6",
      "Down",
      { name: "=$B$3:$F$9", formula: "=$B5&COUNTA(C$5:C$9)", merged: "C3:D3,B5:B7", rule: "G5:G9" },
    ],
    [
      "1:2",
      "Down",
      { name: "=$B$5:$F$10", formula: "=$B7&COUNTA(C$7:C$10)", merged: "C5:D5,B7:B8", rule: "G7:G10" },
    ],
    ["9:9", "Down", {}],
    ["B7:F7", "Down", { name: "=$B$3:$F$9", formula: "=$B5&COUNTA(C$5:C$9)" }],
    [
      "A:A",
      "Right",
      { name: "=$C$3:$G$8", formula: "=$C5&COUNTA(D$5:D$8)", merged: "D3:E3,C5:C6", rule: "H5:H8" },
    ],
    ["D:D", "Right", { name: "=$B$3:$G$8", merged: "C3:E3,B5:B6", rule: "H5:H8" }],
    ["G:G", "Right", { rule: "H5:H8" }],
    [
      "1:1",
      "Up",
      { name: "=$B$2:$F$7", formula: "=$B4&COUNTA(C$4:C$7)", merged: "C2:D2,B4:B5", rule: "G4:G7" },
    ],
    ["7:7", "Up", { name: "=$B$3:$F$7", formula: "=$B5&COUNTA(C$5:C$7)", rule: "G5:G7" }],
    [
      "A:A",
      "Left",
      { name: "=$A$3:$E$8", formula: "=$A5&COUNTA(B$5:B$8)", merged: "B3:C3,A5:A6", rule: "F5:F8" },
    ],
    ["E:E", "Left", { name: "=$B$3:$E$8", rule: "F5:F8" }],
    ["3:8", "Up", { name: "=#REF!", formula: "", merged: "", rule: "" }],
  ];
  test.each(cases)("%s %s", async (address, shift, moved) => {
    await run(async (context) => {
      const cells = sheet.getRange(address);
      if (shift === "Down" || shift === "Right") cells.insert(shift);
      else cells.delete(shift);
      await context.sync();
    });
    expect(await places()).toEqual({ ...atStart, ...moved });
    client.book.history.undo();
    await client.book.calculated();
    expect(await places()).toEqual(atStart);
  });
});

test("the same happens when a person inserts and deletes at the grid", async () => {
  const { context } = client.book;
  const { commands, unitId } = context;
  const whole = { startRow: 0, endRow: 99, startColumn: 0, endColumn: 25 };
  const byHand = (command: string, range: Partial<typeof whole>, direction?: Direction) =>
    commands.syncExecuteCommand(command, { unitId, subUnitId: id, range: { ...whole, ...range }, direction });
  byHand(InsertRowByRangeCommand.id, { startRow: 6, endRow: 6 }, Direction.UP);
  byHand(InsertColByRangeCommand.id, { startColumn: 0, endColumn: 0 }, Direction.LEFT);
  await client.book.calculated();
  expect(await places()).toMatchObject({
    name: "=$C$3:$G$9",
    formula: "=$C5&COUNTA(D$5:D$9)",
    rule: "H5:H9",
  });
  byHand(RemoveRowByRangeCommand.id, { startRow: 1, endRow: 10 });
  await client.book.calculated();
  expect(await places()).toMatchObject({ name: "=#REF!", formula: "" });
  await run(async (context) => {
    const range = context.workbook.names.getItem(NAME).getRangeOrNullObject();
    await context.sync();
    expect(range.isNullObject).toBe(true);
  });
});

test("a name follows its sheet when that is renamed", () =>
  run(async (context) => {
    sheet.name = `七月 ${Date.now()}`;
    const range = context.workbook.names.getItem(NAME).getRange().load("address");
    sheet.load("name");
    await context.sync();
    expect(range.address).toBe(`'${sheet.name}'!B3:F8`);
    expect(context.workbook.names.getItem(NAME)).toBeDefined();
  }));

test("whole rows that are inserted look like those above and leave the sheet as large as it is", () =>
  run(async (context) => {
    sheet.getRange("6:6").insert("Down");
    sheet.getRange("D:D").insert("Right");
    const row = sheet.getRange("G6").load("numberFormat");
    const heading = sheet.getRange("D4").format.fill.load("color");
    const below = sheet.getRange("D6").format.fill.load("color");
    await context.sync();
    expect(row.numberFormat).toEqual([["yyyy/m/d"]]);
    expect([heading.color, below.color]).toEqual(["#DDEBF7", "#FFFFFF"]);
    const size = client.book.context.worksheet(id);
    expect(size.getRowCount()).toBeLessThan(1000);
    expect(size.getColumnCount()).toBeLessThan(1000);
  }));

describe("a copied sheet", () => {
  const copied = (copy: () => Promise<string>) => async () => {
    const name = await run(async (context) => {
      sheet.load("name");
      await context.sync();
      sheet.getRange("A1").formulas = [[`='${sheet.name}'!C5&"'${sheet.name}'!"`]];
      sheet.getRange("H10:H11").values = [["Note"], ["x"]];
      sheet.tables.add("H10:H11", true).name = `T${Date.now()}`;
      sheet.getRange("7:7").rowHidden = true;
      await context.sync();
      return sheet.name;
    });
    const other = await copy();
    await Excel.run(async (context) => {
      const made = context.workbook.worksheets.getItem(other).load("name,id");
      const cells = made.getRange("A1:H11").load("formulas");
      const original = context.workbook.worksheets.getItem(id).getRange("A1:H11").load("formulas");
      const merged = made.getRange("A1:H11").getMergedAreasOrNullObject().load("address");
      const heading = made.getRange("B3").format.fill.load("color");
      const hidden = made.getRange("B7").load("rowHidden");
      const rules = made.getRange().conditionalFormats.load("items");
      const tables = context.workbook.tables.load("items/name");
      const own = made.names.load("items/name,items/formula");
      const name1 = context.workbook.names.getItem(NAME).load("formula");
      context.workbook.names.load("items/name");
      await context.sync();
      expect(made.name).toBe(`${name} (2)`);
      expect(cells.formulas[0]![0]).toBe(`='${name} (2)'!C5&"'${name}'!"`);
      expect(cells.formulas.slice(1)).toEqual(original.formulas.slice(1));
      expect(merged.address).toBe(`'${made.name}'!C3:D3,'${made.name}'!B5:B6`);
      expect([heading.color, hidden.rowHidden, rules.items.length]).toEqual(["#DDEBF7", true, 1]);
      expect(new Set(tables.items.map((table) => table.name)).size).toBe(tables.items.length);
      // The workbook's name stays with the first sheet; the copy has a twin that is its own.
      expect(name1.formula).toBe(`='${name}'!$B$3:$F$8`);
      expect(own.items.map((item) => item.formula)).toEqual([`='${name} (2)'!$B$3:$F$8`]);
      expect(context.workbook.names.items.map((item) => item.name)).toEqual([NAME]);
    });
  };
  test(
    "by an add-in",
    copied(() =>
      run(async (context) => {
        const made = sheet.copy("After", sheet).load("id,position");
        sheet.load("position");
        const active = context.workbook.worksheets.getActiveWorksheet().load("id");
        await context.sync();
        expect(made.position).toBe(sheet.position + 1);
        expect(active.id).toBe(id);
        return made.id;
      }),
    ),
  );
  test(
    "by hand, and taken back",
    copied(async () => {
      const { commands, unitId } = client.book.context;
      const before = new Set(client.book.sheets.list().map((one) => one.id));
      commands.syncExecuteCommand(CopySheetCommand.id, { unitId, subUnitId: id });
      const made = client.book.sheets.list().find((one) => !before.has(one.id))!;
      client.book.history.undo();
      expect(client.book.sheets.find(made.id)).toBeUndefined();
      expect(client.book.names.list().filter(({ scope }) => scope === made.id)).toEqual([]);
      client.book.history.redo();
      await client.book.calculated();
      return client.book.sheets.list().find((one) => !before.has(one.id))!.id;
    }),
  );
});

test("cells of one kind: formulas, constants, blanks, and those that are not hidden by a person or a filter", () =>
  run(async (context) => {
    sheet.getRange("6:6").rowHidden = true;
    sheet.getRange("D:E").columnHidden = true;
    const find = (kind: string) =>
      sheet
        .getRange("A1:G8")
        .getSpecialCellsOrNullObject(kind as Excel.SpecialCellType)
        .load("address,areaCount,cellCount,areas/items/rowIndex");
    const [formulas, constants, visible] = ["Formulas", "Constants", "Visible"].map(find);
    const none = sheet.getRange("A1:G2").getSpecialCellsOrNullObject("Formulas");
    const hidden = sheet.getRange("A5:A7").getRowProperties({ rowHidden: true });
    const columns = sheet.getRange("C1:F1").getColumnProperties({ columnHidden: true });
    const mixed = sheet.getRange("A5:A6").load("rowHidden");
    const fills = sheet.getRange("B4:B5").getCellProperties({ format: { fill: { color: true } } });
    sheet.load("name");
    await context.sync();
    const bare = (areas: Excel.RangeAreas) => areas.address.replaceAll(`'${sheet.name}'!`, "");
    expect(bare(formulas!)).toBe("G5:G8");
    // Only the corner of merged cells holds something.
    expect(bare(constants!)).toBe("B3:C3,E3:F3,B4:F5,C6:F6,B7:F8");
    expect(bare(visible!)).toBe("A1:C5,F1:G5,A7:C8,F7:G8");
    expect([visible!.areaCount, visible!.cellCount]).toEqual([4, 15 + 10 + 6 + 4]);
    expect(visible!.areas.items.map((area) => area.rowIndex)).toEqual([0, 0, 6, 6]);
    expect(none.isNullObject).toBe(true);
    expect(hidden.value.map((row) => row.rowHidden)).toEqual([false, true, false]);
    expect(columns.value.map((column) => column.columnHidden)).toEqual([false, true, true, false]);
    expect(mixed.rowHidden).toBeNull();
    expect(fills.value.map(([cell]) => cell!.format!.fill!.color)).toEqual(["#DDEBF7", "#FFFFFF"]);
  }));

test("what is copied: formulas move their addresses, looks go by themselves", () =>
  run(async (context) => {
    sheet.getRange("I5:I8").copyFrom("G5", "Formulas");
    sheet.getRange("J5").values = [["stays"]];
    sheet.getRange("J5").format.font.bold = true;
    sheet.getRange("J5:J6").copyFrom("F4:F5", "Formats");
    const formulas = sheet.getRange("I5:I8").load("formulas");
    const looks = sheet.getRange("J5:J6").load("values,numberFormat");
    const fill = sheet.getRange("J5").format.fill.load("color");
    const font = sheet.getRange("J5").format.font.load("bold");
    const plain = sheet.getRange("I5").format.fill.load("color");
    await context.sync();
    expect(formulas.formulas).toEqual([5, 6, 7, 8].map((row) => [`=$B${row}&COUNTA(E$5:E$8)`]));
    expect(looks.values).toEqual([["stays"], [""]]);
    expect(looks.numberFormat).toEqual([["General"], ["yyyy/m/d"]]);
    expect([fill.color, font.bold, plain.color]).toEqual(["#DDEBF7", false, "#FFFFFF"]);
  }));

test("a filter on plain cells is known, moves with them and is saved", async () => {
  await run(async (context) => {
    sheet.autoFilter.apply(sheet.getRange("B4:F8"));
    sheet.getRange("2:2").insert("Down");
    sheet.autoFilter.load("enabled,isDataFiltered");
    const range = sheet.autoFilter.getRangeOrNullObject().load("address");
    context.workbook.names.load("items/name");
    sheet.names.load("items/name");
    await context.sync();
    expect([sheet.autoFilter.enabled, sheet.autoFilter.isDataFiltered]).toEqual([true, false]);
    expect(range.address.replace(/^.*!/, "")).toBe("B5:F9");
    expect([...context.workbook.names.items, ...sheet.names.items].map(({ name }) => name)).toEqual([NAME]);
  });
  const index = client.book.sheets.list().findIndex((one) => one.id === id);
  expect(saveFileBook(client.book).sheets[index]!.filter).toEqual({ ref: "B5:F9", columns: [] });
});

test("selecting and asking for what is selected", () =>
  run(async (context) => {
    sheet.getRange("C5:D6").select();
    const range = context.workbook.getSelectedRange().load("address");
    const ranges = context.workbook.getSelectedRanges().load("address,areaCount");
    const cell = context.workbook.getActiveCell().load("address");
    const column = sheet.getRange("C:D").getUsedRange(true).load("address");
    await context.sync();
    const bare = [range, ranges, cell, column].map(({ address }) => address.replace(/^.*!/, ""));
    expect(bare).toEqual(["C5:D6", "C5:D6", "C5", "C3:D8"]);
    expect(ranges.areaCount).toBe(1);
  }));

test("all of that is the same after saving and opening", async () => {
  await run(async (context) => {
    sheet.getRange("7:7").rowHidden = true;
    sheet.getRange("E:E").columnHidden = true;
    sheet.autoFilter.apply(sheet.getRange("B4:F8"));
    context.workbook.worksheets.getItem(id).copy("End");
    await context.sync();
  });
  const before = saveFileBook(client.book);
  const { bytes } = await writeXlsx(before, {
    functions: [],
    addIn: { id: "x", version: "1", store: "developer", storeType: "Registry" },
    modified: new Date(0),
  });
  const { book } = await readXlsx(bytes, { functions: [], addInId: "x" });
  await loadFileBook(client.book, book);
  const after = saveFileBook(client.book);
  const shown = ({ names, sheets }: typeof after) => ({
    names: names.map(({ name, formula, sheet: own }) => ({ name, formula, own })),
    sheets: sheets.map(({ name, merges, rows, columns, filter, conditionalFormats, cells }) => ({
      name,
      merges,
      rows: rows!.filter((row) => row.hidden).map(({ row }) => row),
      columns: columns!.filter((column) => column.hidden).map(({ column }) => column),
      filter,
      rules: conditionalFormats!.map(({ refs, priority: _priority, ...rule }) => ({ refs, rule })),
      cells: cells.map(({ row, column, value, formula }) => ({ row, column, value, formula })),
    })),
  });
  expect(shown(after)).toEqual(shown(before));
  const mine = after.sheets.at(-1)!;
  expect(mine.filter).toEqual({ ref: "B4:F8", columns: [] });
  expect(after.names.filter(({ sheet: own }) => own === mine.name).map(({ formula }) => formula)).toEqual([
    `='${mine.name}'!$B$3:$F$8`,
  ]);
});

describe("conditional formats go with formats", () => {
  const rulesOf = () =>
    client.book.conditionals.list(id).map(({ areas, formula1 }) => ({
      formula1,
      areas: areas.map(({ row, column, rows, columns }) => [row, column, rows, columns]),
    }));
  const range = (context: Excel.RequestContext, address: string) =>
    context.workbook.worksheets.getItem(id).getRange(address);

  test("formats copied below lengthen the rule, formats cleared shorten it", async () => {
    await Excel.run(async (context) => {
      range(context, "B9:G10").copyFrom(range(context, "B8:G8"), "Formats");
      await context.sync();
    });
    expect(rulesOf()).toEqual([{ formula1: '=$G5="HIGH"', areas: [[4, 6, 6, 1]] }]);
    await Excel.run(async (context) => {
      range(context, "G9:G10").clear("Formats");
      await context.sync();
    });
    expect(rulesOf()).toEqual([{ formula1: '=$G5="HIGH"', areas: [[4, 6, 4, 1]] }]);
  });

  test("a rule whose first cell goes speaks of the next one, and cells beside keep theirs", async () => {
    await Excel.run(async (context) => {
      range(context, "G5").conditionalFormats.clearAll();
      await context.sync();
    });
    expect(rulesOf()).toEqual([{ formula1: '=$G6="HIGH"', areas: [[5, 6, 3, 1]] }]);
    await Excel.run(async (context) => {
      range(context, "A1:Z50").conditionalFormats.clearAll();
      await context.sync();
    });
    expect(rulesOf()).toEqual([]);
  });

  test("formats cleared of a formula leave the formula", async () => {
    await Excel.run(async (context) => {
      range(context, "G5:G8").clear("Formats");
      await context.sync();
    });
    const [formulas] = client.book.cells.formulas({ sheet: id, row: 4, column: 6, rows: 1, columns: 1 });
    expect(formulas).toEqual(["=$B5&COUNTA(C$5:C$8)"]);
  });
});
