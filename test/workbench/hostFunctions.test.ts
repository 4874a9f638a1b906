/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { bootOffice } from "./officeClient";
import type { OfficeClient } from "./officeClient";
import type { FunctionMetadata } from "../../src/workbench/sheet/book";

const number = { name: "n", type: "number" };
const functions: FunctionMetadata[] = [
  {
    id: "ADD",
    name: "MERCH.ADD",
    parameters: [
      { ...number, name: "a" },
      { ...number, name: "b", optional: true },
    ],
  },
  { id: "LATER", name: "MERCH.LATER", parameters: [number] },
  { id: "BAD", name: "MERCH.BAD", parameters: [] },
  {
    id: "TWICE",
    name: "MERCH.TWICE",
    parameters: [{ name: "m", type: "any", dimensionality: "matrix" }],
    result: { dimensionality: "matrix" },
  },
];

let client: OfficeClient;
let release: (() => void) | undefined;
beforeAll(async () => {
  client = await bootOffice({ functions });
  CustomFunctions.associate("ADD", (a: number, b: number | null) => a + (b ?? 100));
  CustomFunctions.associate(
    "LATER",
    (n: number) => new Promise((resolve) => (release = () => resolve(n * 2))),
  );
  CustomFunctions.associate("BAD", () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the runtime's own error type is no Error
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "no such style");
  });
  CustomFunctions.associate("TWICE", (m: number[][]) => m.map((row) => row.map((n) => n * 2)));
  for (let i = 0; i < 100 && !client.host.functionsReady; i++)
    await new Promise((resolve) => setTimeout(resolve, 10));
});
afterAll(() => {
  client.host.dispose();
  client.book.dispose();
});

const values = (address: string, formulas?: unknown[][]) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange(address);
    if (formulas) range.formulas = formulas as string[][];
    range.load("values");
    await context.sync();
    return range.values as unknown[][];
  });

test("the host calls a function and gets its answer, or its error with the text", async () => {
  expect(client.host.functionsReady).toBe(true);
  await expect(client.host.invokeFunction("ADD", [1, 2])).resolves.toBe(3);
  await expect(client.host.invokeFunction("MERCH.ADD", [1, null])).resolves.toBe(101);
  await expect(client.host.invokeFunction("BAD", [])).rejects.toMatchObject({
    cellError: "#N/A",
    message: "no such style",
  });
  await expect(client.host.invokeFunction("NOSUCH", [])).rejects.toMatchObject({ cellError: "#VALUE!" });
});

test("a cell is busy until its function has answered", async () => {
  expect(await values("A1", [["=MERCH.ADD(1,2)"]])).toEqual([["#BUSY!"]]);
  await client.book.settle();
  expect(await values("A1")).toEqual([[3]]);
  expect(await values("A2:B2", [["=MERCH.LATER(4)", "=1+1"]])).toEqual([["#BUSY!", 2]]);
  while (!release) await new Promise((resolve) => setTimeout(resolve, 5));
  release();
  await client.book.settle();
  expect(await values("A2")).toEqual([[8]]);
});

test("an error shows in the cell, an array spills, and a blocked spill says so", async () => {
  await values("C1:D3", [
    [1, "=MERCH.TWICE(C1:C3)"],
    [2, ""],
    [3, ""],
  ]);
  await values("E1", [["=MERCH.BAD()"]]);
  await client.book.settle();
  expect(await values("D1:E3")).toEqual([
    [2, "#N/A"],
    [4, ""],
    [6, ""],
  ]);
  await values("D3", [["in the way"]]);
  await client.book.settle();
  expect(await values("D1:D3")).toEqual([["#SPILL!"], [""], ["in the way"]]);
});

test("functions in a table follow its rows", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Rows");
    sheet.getRange("A1:C2").values = [
      ["Qty", "Extra", "Sum"],
      [1, 2, ""],
    ];
    sheet.tables.add("A1:C2", true).name = "Sums";
    sheet.getRange("C2").formulas = [["=MERCH.ADD([@Qty],[@Extra])"]];
    sheet.getRange("A3:B3").values = [[10, 20]];
    await context.sync();
    await client.book.settle();
    const body = context.workbook.tables.getItem("Sums").getDataBodyRange().load("values,formulas");
    await context.sync();
    expect(body.values).toEqual([
      [1, 2, 3],
      [10, 20, 30],
    ]);
    expect(body.formulas[1]![2]).toBe("=MERCH.ADD([@Qty],[@Extra])");
  });
});

test("commands run and the pane is shown and hidden", async () => {
  const ran: string[] = [];
  Office.actions.associate("openToday", (event: Office.AddinCommands.Event) => {
    ran.push(event.source.id);
    event.completed();
  });
  await client.host.runCommand("openToday", "Gendan.Today");
  expect(ran).toEqual(["Gendan.Today"]);
  const seen: boolean[] = [];
  const stop = client.host.onPaneVisible((visible) => seen.push(visible));
  await Office.addin.hide();
  await Office.addin.showAsTaskpane();
  stop();
  expect(seen).toEqual([false, true]);
  await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
  expect(await Office.addin.getStartupBehavior()).toBe("Load");
});
