/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
// Where new orders go on a sheet that stays as it is, how they look, and that nothing of them is left when they are taken back.
import { adoptSheets } from "../../src/workbook/adoptSheets";
import { appendOrders } from "../../src/workbook/appendOrders";
import { readBook } from "../../src/workbook/readBook";
import { undo } from "../../src/workbook/undo";
import { updateRow } from "../../src/workbook/updateRow";
import { agreed, day, differences, makeSheet, picture, SEPT_15 } from "./keptBook";
import type { MadeSheet } from "./keptBook";
import type { TestWorkbook } from "./openWorkbook";
import { close, openWorkbook, problemOf } from "./openWorkbook";

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
  "Fabric in-house plan",
  "Ex-factory actual",
];

/** The sheet is used, with these columns added; answers the way back. */
async function use(sheet: MadeSheet, addFields: readonly string[] = ["daysLate", "status"]) {
  await makeSheet(sheet);
  await readBook();
  const receipt = await adoptSheets([await agreed(sheet.name, "orders", addFields)], "en");
  await readBook();
  return receipt;
}

const rules = (name: string) =>
  workbook.book.conditionals
    .list(workbook.book.sheets.find(name)!.id)
    .map(({ areas }) => areas.map(({ row, rows, column }) => ({ row, rows, column })));

const look = (name: string, row: number, column: number) =>
  workbook.book.formats.get({
    sheet: workbook.book.sheets.find(name)!.id,
    row,
    column,
    rows: 1,
    columns: 1,
  });

const order = (po: string, colour = "Pink") => ({ po, style: "S9", colour, qty: 5, due: SEPT_15 + 9 });

const bordered = (name: string, address: string) =>
  Excel.run(async (context) => {
    const { format } = context.workbook.worksheets.getItem(name).getRange(address);
    for (const edge of [
      "EdgeTop",
      "EdgeBottom",
      "EdgeLeft",
      "EdgeRight",
      "InsideVertical",
      "InsideHorizontal",
    ] as const) {
      format.borders.getItem(edge).style = "Continuous";
    }
    format.font.name = "宋体";
    await context.sync();
  });

test("an order at the end looks like the one above it, but for a colour that means that one only", async () => {
  await use({
    name: "List",
    rows: [
      HEADINGS,
      ["P1", "S1", "Navy", 100, day(SEPT_15), day(SEPT_15 - 50), ""],
      ["P2", "S1", "Red", 50, day(SEPT_15), day(SEPT_15 - 50), ""],
    ],
    fills: { C3: "#FFFF00" },
  });
  await bordered("List", "A1:G3");
  const before = [picture(workbook, "List"), rules("List")];
  const receipt = await appendOrders([order("P3"), order("P3", "Lime")]);
  for (const row of [3, 4]) {
    expect(look("List", row, 2)).toMatchObject({ fontName: "宋体", fill: "" });
    expect(look("List", row, 6)).toMatchObject({ fontName: "宋体" });
  }
  // Its status is coloured by the same rules, and not by rules of its own.
  expect(rules("List")).toEqual(
    (before[1] as ReturnType<typeof rules>).map(([area]) => [{ ...area!, rows: area!.rows + 2 }]),
  );
  await undo(receipt);
  expect(differences(before[0] as never, picture(workbook, "List"))).toEqual([]);
  expect(rules("List")).toEqual(before[1]);
});

test("rows that are drawn beforehand keep their looks", async () => {
  await use({
    name: "Drawn",
    rows: [
      HEADINGS,
      ["P1", "S1", "Navy", 100, day(SEPT_15), "", ""],
      ["P2", "S1", "Red", 50, day(SEPT_15), "", ""],
    ],
  });
  await bordered("Drawn", "A1:G3");
  await bordered("Drawn", "A4:G9");
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Drawn").getRange("A4:G9").format.font.name = "Arial";
    await context.sync();
  });
  const before = picture(workbook, "Drawn");
  const receipt = await appendOrders([order("P3")]);
  expect(look("Drawn", 3, 1)).toMatchObject({ fontName: "Arial" });
  await undo(receipt);
  expect(differences(before, picture(workbook, "Drawn"))).toEqual([]);
});

test("nothing is left of an order in a row with formulas, nor of the columns when the sheet is given back", async () => {
  const formula = (row: number) => `=IF(E${row}="","",E${row}-TODAY())`;
  const made = {
    name: "Plan",
    rows: [
      [...HEADINGS, "Left"],
      ...[2, 3, 4].map((row) => [`P${row}`, "S1", "Navy", 100, day(SEPT_15), "", "", formula(row)]),
      ...[5, 6, 7, 8].map((row) => ["", "", "", "", "", "", "", formula(row)]),
    ],
  };
  await makeSheet(made);
  await readBook();
  const untouched = picture(workbook, "Plan");
  const adopted = await adoptSheets([await agreed("Plan", "orders", ["daysLate", "status"])], "en");
  await readBook();
  const before = picture(workbook, "Plan");
  const receipt = await appendOrders([order("P5"), order("P5", "Lime")]);
  expect(await workbook.formulas("Plan!H5:I6")).toEqual([
    [formula(5), "=MERCH.DAYSLATE($E5,$G5,AsOf)"],
    [formula(6), "=MERCH.DAYSLATE($E6,$G6,AsOf)"],
  ]);
  await readBook();
  await undo(receipt);
  expect(differences(before, picture(workbook, "Plan"))).toEqual([]);
  await readBook();
  // Somebody may as well take the order out by hand: then its formulas stand there still.
  await appendOrders([order("P5")]);
  await workbook.type("Plan!A5:E5", [["", "", "", "", ""]]);
  await readBook();
  await undo(adopted);
  const changed = differences(untouched, picture(workbook, "Plan"));
  expect(changed.filter((address) => /^[I-Z]/.test(address))).toEqual([]);
  expect(await workbook.formulas("Plan!H2:J8")).toEqual(
    [2, 3, 4, 5, 6, 7, 8].map((row) => [formula(row), "", ""]),
  );
  expect(rules("Plan")).toEqual([]);
});

test("a table that has grown over an order is as long as before when it is taken back", async () => {
  await makeSheet({
    name: "Log",
    rows: [
      HEADINGS,
      ["P1", "S1", "Navy", 100, day(SEPT_15), "", ""],
      ["P2", "S1", "Red", 50, day(SEPT_15), "", ""],
    ],
  });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Log").tables.add("A1:G3", true).name = "OrderLog";
    await context.sync();
  });
  await readBook();
  await adoptSheets([await agreed("Log", "orders", ["daysLate"])], "en");
  await readBook();
  const size = () => workbook.book.tables.body(workbook.book.tables.find("OrderLog")!.id);
  const before = size();
  const receipt = await appendOrders([order("P3")]);
  expect(size().rows).toBe(before.rows + 1);
  await readBook();
  await undo(receipt);
  expect(size()).toEqual(before);
});

test("an order of another number goes below the subtotal of the last one, and into the total of all", async () => {
  await use(
    {
      name: "Sums",
      rows: [
        HEADINGS,
        ["P1", "S1", "Navy", 100, day(SEPT_15), "", ""],
        ["P1", "S1", "Red", 50, day(SEPT_15), "", ""],
        ["Subtotal", "", "", "=SUM(D2:D3)"],
        ["P2", "S2", "Navy", 20, day(SEPT_15), "", ""],
        ["P2", "S2", "Red", 30, day(SEPT_15), "", ""],
        ["Subtotal", "", "", "=SUM(D5:D6)"],
        ["Total", "", "", "=SUBTOTAL(9,D2:D7)"],
      ],
    },
    [],
  );
  const before = picture(workbook, "Sums");
  const receipt = await appendOrders([order("P3"), order("P3", "Lime")]);
  expect((await workbook.formulas("Sums!A7:D10")).map(([po, , , qty]) => [po, qty])).toEqual([
    ["Subtotal", "=SUM(D5:D6)"],
    ["P3", 5],
    ["P3", 5],
    ["Total", "=SUBTOTAL(9,D2:D9)"],
  ]);
  await readBook();
  await undo(receipt);
  expect(differences(before, picture(workbook, "Sums"))).toEqual([]);
  // One more colour of the last order is counted in with it.
  await readBook();
  await appendOrders([{ po: "P2", style: "S2", colour: "Lime", qty: 7, due: SEPT_15 }]);
  expect((await workbook.formulas("Sums!A7:D9")).map(([po, , , qty]) => [po, qty])).toEqual([
    ["P2", 7],
    ["Subtotal", "=SUM(D5:D7)"],
    ["Total", "=SUBTOTAL(9,D2:D8)"],
  ]);
});

test("a sheet that names its style once takes its colours and no other order", async () => {
  await use(
    {
      name: "TW-2231",
      rows: [
        ["Style No:", "TW-2231", "", "PO:", "UQ-5"],
        [],
        ["Colour", "S", "M", "Qty", "Cutting start actual"],
        ["Black", 10, 20, "=B4+C4", day(SEPT_15)],
        ["White", 10, 20, "=B5+C5", ""],
        ["Red", 10, 20, "=B6+C6", ""],
        ["Total", "=SUM(B4:B6)", "=SUM(C4:C6)", "=SUM(D4:D6)"],
      ],
    },
    [],
  );
  const before = picture(workbook, "TW-2231");
  expect(await problemOf(appendOrders([order("P3")]))).toMatchObject({
    code: "oneStyle",
    params: { sheet: "TW-2231" },
  });
  expect(differences(before, picture(workbook, "TW-2231"))).toEqual([]);
  const receipt = await appendOrders([{ po: "UQ-5", style: "tw-2231", colour: "Lime", qty: 60 }]);
  expect(await workbook.formulas("TW-2231!A7:D8")).toEqual([
    ["Lime", "", "", "=B7+C7"],
    ["Total", "=SUM(B4:B7)", "=SUM(C4:C7)", "=SUM(D4:D7)"],
  ]);
  await readBook();
  await undo(receipt);
  expect(differences(before, picture(workbook, "TW-2231"))).toEqual([]);
});

describe("a first date in a column", () => {
  const write = (field: string) => updateRow("orders", "p1|s1|navy", { [field]: SEPT_15 }, { [field]: "" });

  test("is shown as the plan beside it, else as the sheet's other dates", async () => {
    await use(
      {
        name: "First",
        rows: [
          [...HEADINGS.slice(0, 6), "Fabric in-house actual", "Cutting start actual"],
          ["P1", "S1", "Navy", 100, day(SEPT_15), day(SEPT_15), "", ""],
          ["P2", "S1", "Red", 100, day(SEPT_15), day(SEPT_15), "", ""],
        ],
      },
      [],
    );
    await Excel.run(async (context) => {
      const cells = context.workbook.worksheets.getItem("First").getRange("F2:F3");
      cells.numberFormat = [["m/d"], ["m/d"]];
      await context.sync();
    });
    await write("T19S.actual");
    await write("T09.actual");
    expect(await workbook.formats("First!G2:H2")).toEqual([["m/d", "yyyy/m/d"]]);
  });

  test.each([
    ["4月30", "5月10", 'm"月"d'],
    ["4月30日", "5月10日", 'm"月"d"日"'],
    ["25/10/2026", "05/10/2026", "dd/mm/yyyy"],
    ["12-Nov-26", "5-Oct-26", "d-mmm-yy"],
    ["16.9.2026", "5.10.2026", "d.m.yyyy"],
  ])("is shown as %s and %s are typed", async (one, two, format) => {
    await use(
      {
        name: "Typed",
        rows: [
          [...HEADINGS.slice(0, 6), "Fabric in-house actual"],
          ["P1", "S1", "Navy", 100, day(SEPT_15), "", ""],
          ["P2", "S1", "Red", 100, day(SEPT_15), "", `'${one}`],
          ["P3", "S1", "Red", 100, day(SEPT_15), "", `'${two}`],
        ],
      },
      [],
    );
    await write("T09.actual");
    expect(await workbook.formats("Typed!G2")).toEqual([[format]]);
    expect(await workbook.values("Typed!G2")).toEqual([[SEPT_15]]);
  });
});
