/** @jest-environment node */
import { ICommandService, LocaleType, LogLevel, Univer } from "@univerjs/core";
import type { Injector } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import {
  FormulaDataModel,
  IFunctionService,
  SetFormulaCalculationStartMutation,
  UniverFormulaEnginePlugin,
} from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import "@univerjs/sheets/facade";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-table/facade";
import { FunctionFailure } from "../../src/workbench/sheet/book";
import type { CallPlace, FunctionMetadata } from "../../src/workbench/sheet/book";
import { registerCustomFunctions } from "../../src/workbench/sheet/customFunctions";
import type { CustomFunctionOptions } from "../../src/workbench/sheet/customFunctions";

type Implementation = (...args: any[]) => unknown;
type Parameters = FunctionMetadata["parameters"];

const anyScalar = (name: string) => ({ name, type: "any" });
const anyMatrix = (name: string, more: object = {}) => ({
  name,
  type: "any",
  dimensionality: "matrix" as const,
  ...more,
});

const METADATA: FunctionMetadata[] = [
  [
    "ECHO",
    [anyScalar("value"), anyMatrix("range", { optional: true }), { ...anyScalar("last"), optional: true }],
  ],
  ["RANGE", [anyMatrix("range")]],
  [
    "TYPED",
    [
      { name: "n", type: "number" },
      { name: "s", type: "string" },
      { name: "b", type: "boolean" },
    ],
  ],
  ["DOUBLE", [{ name: "n", type: "number" }]],
  ["JOIN", [anyScalar("first"), { ...anyMatrix("rest"), repeating: true }]],
  [
    "GRID",
    [
      { name: "rows", type: "number" },
      { name: "columns", type: "number" },
    ],
  ],
  ["FAIL", [anyScalar("code")]],
  ["SLOW", [anyScalar("value")]],
  ["HERE", []],
].map(([id, parameters]) => ({
  id: id as string,
  name: `MERCH.${id as string}`,
  description: `What ${id as string} does`,
  parameters: parameters as Parameters,
  options: id === "HERE" ? { requiresAddress: true } : {},
}));

const open: { dispose(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.dispose();
});

function sheetWith(overrides: Record<string, Implementation> = {}, options: CustomFunctionOptions = {}) {
  const univer = new Univer({
    logLevel: LogLevel.SILENT,
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsTablePlugin);
  const api = FUniver.newAPI(univer) as any;
  const injector = (univer as any).__getInjector() as Injector;
  const calls: { id: string; args: readonly unknown[]; place: CallPlace }[] = [];
  const implementations: Record<string, Implementation> = {
    ECHO: (...args) => JSON.stringify(args),
    RANGE: (range) => JSON.stringify(range),
    TYPED: (...args) => JSON.stringify(args),
    DOUBLE: (n: number) => n * 2,
    JOIN: (...args) => JSON.stringify(args),
    GRID: (rows: number, columns: number) =>
      Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (__, c) => r * 10 + c)),
    FAIL: (code: string) => Promise.reject(new FunctionFailure(code, `because of ${code}`)),
    SLOW: (value) => new Promise((resolve) => setTimeout(() => resolve(value), 50)),
    ...overrides,
  };
  const runner = registerCustomFunctions(
    injector,
    METADATA,
    (id, args, place) => {
      calls.push({ id, args, place });
      const run = implementations[id];
      return Promise.resolve(id === "HERE" ? place.address : run?.(...args));
    },
    options,
  );
  const workbook = api.createWorkbook({ name: "test" });
  const sheet = workbook.getActiveSheet();
  let calculations = 0;
  injector.get(ICommandService).onCommandExecuted(({ id }) => {
    if (id === SetFormulaCalculationStartMutation.id) calculations++;
  });
  open.push(univer);

  const raw = (address: string) => sheet.getRange(address).getRawValue();
  return {
    api,
    injector,
    runner,
    sheet,
    calls,
    workbook,
    calculations: () => calculations,
    set: (address: string, value: unknown) => sheet.getRange(address).setValue(value),
    clear: (address: string) => sheet.getRange(address).clearContent(),
    formula: (address: string, formula: string) => sheet.getRange(address).setFormula(formula),
    raw,
    json: (address: string) => JSON.parse(String(raw(address))) as unknown,
    spilled: (row: number, column: number) =>
      injector.get(FormulaDataModel).getArrayFormulaCellData()?.[workbook.getId()]?.[sheet.getSheetId()]?.[
        row
      ]?.[column]?.v,
    place: (row: number, column: number) => ({
      unitId: workbook.getId() as string,
      sheetId: sheet.getSheetId() as string,
      row,
      column,
    }),
    /** The calculation that a write sets off, the calls it makes, and the calculations that put the answers in. */
    async done() {
      await new Promise((resolve) => setTimeout(resolve, 150));
      do {
        await runner.settled();
        await new Promise((resolve) => setTimeout(resolve, 150));
      } while (runner.pending > 0);
    },
    async until(condition: () => boolean) {
      const end = Date.now() + 5000;
      while (!condition() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(condition()).toBe(true);
    },
  };
}

describe("what a function is given", () => {
  test("blank cells in a range are empty text, and a range is rows of cells", async () => {
    const s = sheetWith();
    s.sheet.getRange("A1:B2").setValues([
      [1, null],
      ["x", true],
    ]);
    s.formula("D1", "=MERCH.RANGE(A1:B2)");
    s.formula("D2", "=MERCH.RANGE(B1)");
    s.formula("D3", "=MERCH.RANGE(7)");
    await s.done();
    expect(s.json("D1")).toEqual([
      [1, ""],
      ["x", true],
    ]);
    expect(s.json("D2")).toEqual([[""]]);
    expect(s.json("D3")).toEqual([[7]]);
  });

  test("a blank cell is null, 0, empty text or FALSE by the parameter's type", async () => {
    const s = sheetWith();
    s.formula("B1", "=MERCH.ECHO(A1)");
    s.formula("B2", "=MERCH.TYPED(A1,A1,A1)");
    await s.done();
    expect(s.json("B1")).toEqual([null, null, null]);
    expect(s.json("B2")).toEqual([0, "", false]);
  });

  test("what is left out is null, in the middle and at the end", async () => {
    const s = sheetWith();
    s.formula("A1", '=MERCH.ECHO("a",,3)');
    s.formula("A2", '=MERCH.ECHO("a")');
    await s.done();
    expect(s.json("A1")).toEqual(["a", null, 3]);
    expect(s.json("A2")).toEqual(["a", null, null]);
  });

  test("values are converted as Excel converts them, and text is no number", async () => {
    const s = sheetWith();
    s.set("A1", "12");
    s.formula("B1", '=MERCH.TYPED(TRUE,12,"true")');
    s.formula("B2", '=MERCH.TYPED("nonsense",1,TRUE)');
    s.formula("B3", '=MERCH.TYPED("1.5",TRUE,0)');
    await s.done();
    expect(s.json("B1")).toEqual([1, "12", true]);
    expect(s.raw("B2")).toBe("#VALUE!");
    expect(s.json("B3")).toEqual([1.5, "TRUE", false]);
  });

  test("a repeating parameter arrives as one list of ranges", async () => {
    const s = sheetWith();
    s.sheet.getRange("A1:A2").setValues([[1], [2]]);
    s.formula("B1", "=MERCH.JOIN(0,A1:A2,5)");
    await s.done();
    expect(s.json("B1")).toEqual([0, [[[1], [2]], [[5]]]]);
  });

  test("a range where one value is expected calls once for each cell and spills", async () => {
    const s = sheetWith();
    s.sheet.getRange("A1:A3").setValues([[1], [2], [3]]);
    s.formula("B1", "=MERCH.DOUBLE(A1:A3)");
    await s.done();
    expect(s.calls.map(({ args }) => args[0])).toEqual([1, 2, 3]);
    expect([s.raw("B1"), s.spilled(1, 1), s.spilled(2, 1)]).toEqual([2, 4, 6]);
  });

  test("the cell's address reaches functions that ask for it", async () => {
    const s = sheetWith();
    s.formula("C4", "=MERCH.HERE()");
    s.formula("T2", "=MERCH.HERE()");
    await s.done();
    expect([s.raw("C4"), s.raw("T2")]).toEqual(["Sheet1!C4", "Sheet1!T2"]);
  });
});

describe("errors", () => {
  test("an error in an argument comes out and the function is not called", async () => {
    const s = sheetWith();
    s.formula("A1", "=1/0");
    s.formula("B1", "=MERCH.ECHO(A1)");
    s.formula("B2", "=MERCH.RANGE(A1:A2)");
    await s.done();
    expect([s.raw("B1"), s.raw("B2")]).toEqual(["#DIV/0!", "#DIV/0!"]);
    expect(s.calls).toEqual([]);
  });

  test("an error reaches a function that accepts errors", async () => {
    const s = sheetWith({}, { acceptsErrors: true });
    s.formula("A1", "=1/0");
    s.formula("B1", "=MERCH.RANGE(A1:A2)");
    s.formula("B2", "=MERCH.DOUBLE(A1)");
    await s.done();
    expect(s.json("B1")).toEqual([[{ type: "CustomFunctionError", code: "#DIV/0!" }], [""]]);
    expect(s.raw("B2")).toBe("#DIV/0!");
  });

  test("a failure shows its code, keeps its text, and leaves the rest of the sheet alone", async () => {
    const s = sheetWith();
    s.formula("A1", '=MERCH.FAIL("#N/A")');
    s.formula("A2", "=1+1");
    s.formula("A3", '=IFERROR(MERCH.FAIL("#VALUE!"),"caught")');
    await s.done();
    expect([s.raw("A1"), s.raw("A2"), s.raw("A3")]).toEqual(["#N/A", 2, "caught"]);
    expect(s.runner.failureAt(s.place(0, 0))?.message).toBe("because of #N/A");
    expect(s.runner.failureAt(s.place(1, 0))).toBeUndefined();
  });

  test("whatever else is thrown is #VALUE!", async () => {
    const s = sheetWith({ DOUBLE: () => Promise.reject(new Error("boom")) });
    s.formula("A1", "=MERCH.DOUBLE(1)");
    await s.done();
    expect(s.raw("A1")).toBe("#VALUE!");
  });

  test("numbers that are none are #NUM!, a matrix without rows is #CALC!", async () => {
    const s = sheetWith({ DOUBLE: () => Infinity });
    s.formula("A1", "=MERCH.DOUBLE(1)");
    s.formula("A2", "=MERCH.GRID(0,0)");
    await s.done();
    expect([s.raw("A1"), s.raw("A2")]).toEqual(["#NUM!", "#CALC!"]);
  });

  test("too few or too many arguments never reach the function", async () => {
    const s = sheetWith();
    s.formula("A1", "=MERCH.TYPED(1,2)");
    s.formula("A2", "=MERCH.DOUBLE(1,2)");
    await s.done();
    expect([s.raw("A1"), s.raw("A2")]).toEqual(["#N/A", "#N/A"]);
    expect(s.calls).toEqual([]);
  });
});

describe("answers", () => {
  test("a matrix spills, and says #SPILL! when something is in its way", async () => {
    const s = sheetWith();
    s.formula("A1", "=MERCH.GRID(2,3)");
    s.set("F2", "in the way");
    s.formula("E1", "=MERCH.GRID(2,2)");
    s.formula("A5", "=SUM(A1:C2)");
    await s.done();
    expect([s.raw("A1"), s.spilled(0, 2), s.spilled(1, 0), s.spilled(1, 2)]).toEqual([0, 2, 10, 12]);
    expect(s.raw("E1")).toBe("#SPILL!");
    expect(s.raw("A5")).toBe(36);
    s.clear("F2");
    await s.done();
    expect(s.raw("E1")).toBe(0);
  });

  test("one function's answer is another's argument", async () => {
    const s = sheetWith();
    s.formula("A1", "=MERCH.DOUBLE(MERCH.DOUBLE(3))");
    s.formula("A2", "=MERCH.DOUBLE(A1)+1");
    s.formula("A3", "=SUM(MERCH.GRID(2,2))");
    await s.done();
    expect([s.raw("A1"), s.raw("A2"), s.raw("A3")]).toEqual([12, 25, 22]);
  });

  test("functions work in a table with structured references", async () => {
    const s = sheetWith();
    s.sheet.getRange("A1:B3").setValues([
      ["Qty", "Twice"],
      [5, null],
      [7, null],
    ]);
    await s.sheet.addTable("T", s.sheet.getRange("A1:B3").getRange(), "T", {});
    s.formula("B2", "=MERCH.DOUBLE(T[[#This Row],[Qty]])");
    s.formula("B3", "=MERCH.DOUBLE(T[[#This Row],[Qty]])");
    s.formula("D1", "=MERCH.RANGE(T[[Qty]:[Twice]])");
    await s.done();
    expect([s.raw("B2"), s.raw("B3")]).toEqual([10, 14]);
    expect(s.json("D1")).toEqual([
      [5, 10],
      [7, 14],
    ]);
  });
});

describe("while a function has not answered", () => {
  test("the cell and what depends on it show #BUSY!, everything else is calculated", async () => {
    const s = sheetWith();
    s.formula("A1", '=MERCH.SLOW("late")');
    s.formula("A2", "=A1&A1");
    s.formula("A3", "=1+1");
    await s.until(() => s.raw("A1") === "#BUSY!");
    expect([s.raw("A2"), s.raw("A3")]).toEqual(["#BUSY!", 2]);
    expect(s.runner.pending).toBe(1);
    await s.done();
    expect([s.raw("A1"), s.raw("A2")]).toEqual(["late", "latelate"]);
    expect(s.runner.pending).toBe(0);
  });

  test("a call that no cell needs any more is cancelled", async () => {
    const s = sheetWith({ SLOW: () => new Promise(() => undefined) });
    s.formula("A1", "=MERCH.SLOW(1)");
    s.formula("A2", "=MERCH.SLOW(2)");
    await s.until(() => s.raw("A2") === "#BUSY!");
    s.formula("A1", "=MERCH.SLOW(3)");
    s.clear("A2");
    await s.until(() => s.calls.length === 3 && s.runner.pending === 1);
    expect(s.calls.map(({ place }) => place.signal?.aborted)).toEqual([true, true, false]);
  });

  test("a cell that moves meanwhile gets its value where it is then", async () => {
    let answer: (value: unknown) => void = () => undefined;
    const s = sheetWith({ SLOW: () => new Promise((resolve) => (answer = resolve)) });
    s.formula("A2", "=MERCH.SLOW(1)");
    await s.until(() => s.raw("A2") === "#BUSY!");
    s.sheet.insertRows(0, 2);
    answer("here");
    await s.done();
    expect(s.raw("A4")).toBe("here");
  });
});

describe("how often functions are called and the sheet is calculated", () => {
  test("500 cells filled down: one call each, answers in one calculation", async () => {
    const s = sheetWith();
    s.sheet.getRange("A1:A500").setValues(Array.from({ length: 500 }, (_, i) => [i]));
    await s.done();
    const before = s.calculations();
    s.sheet
      .getRange("B1:B500")
      .setFormulas(Array.from({ length: 500 }, (_, i) => [`=MERCH.DOUBLE(A${i + 1})`]));
    await s.done();
    expect([s.raw("B1"), s.raw("B500")]).toEqual([0, 998]);
    expect(s.calls).toHaveLength(500);
    expect(s.runner.recalculations).toBe(1);
    expect(s.calculations() - before).toBe(2);
  });

  test("answers that trickle in are put in together", async () => {
    const s = sheetWith({
      DOUBLE: (n: number) => new Promise((resolve) => setTimeout(() => resolve(n * 2), n)),
    });
    s.sheet.getRange("A1:A500").setFormulas(Array.from({ length: 500 }, (_, i) => [`=MERCH.DOUBLE(${i})`]));
    await s.done();
    expect(s.raw("A500")).toBe(998);
    expect(s.runner.recalculations).toBeLessThanOrEqual(6);
  });

  test("cells with the same arguments share one call, while it is pending and after", async () => {
    const s = sheetWith();
    s.formula("A1", '=MERCH.SLOW("x")');
    s.formula("A2", '=MERCH.SLOW("x")');
    await s.done();
    s.formula("A3", '=MERCH.SLOW("x")');
    await s.done();
    expect([s.raw("A1"), s.raw("A2"), s.raw("A3")]).toEqual(["x", "x", "x"]);
    expect(s.calls).toHaveLength(1);
  });

  test("an answer that no cell uses is forgotten, all of them on request", async () => {
    let version = 1;
    const s = sheetWith({ DOUBLE: (n: number) => n * 2 + version / 10 });
    s.formula("A1", "=MERCH.DOUBLE(B1)");
    await s.done();
    s.set("B1", 5);
    await s.done();
    s.clear("B1");
    await s.done();
    expect(s.calls.map(({ args }) => args[0])).toEqual([0, 5, 0]);
    version = 2;
    s.runner.forget();
    await s.runner.settled();
    expect(s.raw("A1")).toBe(0.2);
  });
});

describe("the formula bar", () => {
  test("knows names, descriptions and arguments, in the language given last", () => {
    const s = sheetWith();
    const described = () => s.injector.get(IFunctionService).getDescription("MERCH.ECHO");
    expect(described()).toMatchObject({
      description: "What ECHO does",
      functionParameter: [
        { name: "value", require: 1 },
        { name: "range", require: 0 },
        { name: "last", require: 0 },
      ],
    });
    s.runner.describe(METADATA.map((one) => ({ ...one, description: "说明。详情见 a.b" })));
    expect(described()?.description).toBe("说明。详情见 a.b");
  });
});

test("functions that the workbench cannot run are refused by name", () => {
  const s = sheetWith();
  const stream = [{ id: "TICK", name: "MERCH.TICK", parameters: [], options: { stream: true } }];
  expect(() => registerCustomFunctions(s.injector, stream, () => Promise.resolve(0))).toThrow("MERCH.TICK");
});
