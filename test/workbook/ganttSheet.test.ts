/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { appendOrders } from "../../src/workbook/appendOrders";
import { makeGantt } from "../../src/workbook/ganttSheet";
import { readBook } from "../../src/workbook/readBook";
import { saveSettings } from "../../src/workbook/saveSettings";
import { setUp } from "../../src/workbook/setUp";
import { undo } from "../../src/workbook/undo";
import { updateRow } from "../../src/workbook/updateRow";
import type { TestWorkbook } from "./openWorkbook";
import { close, openWorkbook, problemOf } from "./openWorkbook";

/** 2026-09-15, a Tuesday. */
const D = 46280;

let workbook: TestWorkbook;
beforeAll(async () => {
  workbook = await openWorkbook(true);
});
beforeEach(async () => {
  await workbook.clean();
  await readBook();
});
afterAll(() => {
  close(workbook);
});

const order = { style: "K88", colour: "red", qty: 900, template: "knit" };
const EARLY = { ...order, po: "A1", orderDate: D - 40, due: D + 30, "T09.plan": D - 10, "T09.actual": D - 6 };
const LATE = { ...order, po: "A2", orderDate: D - 70, due: D + 3, "T30.plan": D + 2 };
const GONE = { ...order, po: "A3", orderDate: D - 90, due: D - 3, "T30.actual": D - 5 };

async function withOrders(): Promise<void> {
  await setUp("en", "refuse", ["orders"]);
  await saveSettings({ asOf: D });
  await appendOrders([EARLY, LATE, GONE]);
  await readBook();
}
const sheetNames = (): string[] => workbook.book.sheets.list().map(({ name }) => name);
const shown = async (address: string): Promise<unknown[][]> => {
  await workbook.book.settle();
  return workbook.values(address);
};

test("one line for each open order, the earliest due first, and it follows the tracker", async () => {
  await withOrders();
  const { result, syncs } = await workbook.syncsOf(() => makeGantt("en"));
  expect(syncs.length).toBeLessThanOrEqual(2);
  expect(result).toMatchObject({ code: "ganttMade", params: { sheet: "Gantt" } });
  const [headings] = await shown("Gantt!A4:I4");
  expect(headings).toEqual([
    "PO",
    "Style",
    "Colour",
    "Factory",
    "Next step",
    "Risk",
    "Start",
    "Ex-factory due",
    "Likely ex-factory",
  ]);
  const [first, second, third] = await shown("Gantt!A5:I7");
  expect(first!.slice(0, 3)).toEqual(["A2", "K88", "red"]);
  expect(first!.slice(6, 8)).toEqual([D - 70, D + 3]);
  expect(second![0]).toBe("A1");
  expect(second![8]).toBeGreaterThan(D);
  expect(third!.every((cell) => cell === "")).toBe(true);
  const [weeks] = await shown("Gantt!J4:K4");
  expect(weeks).toEqual([D - 1 - 70, D - 1 - 63]);

  await updateRow("orders", "a2|k88|red", { "T30.actual": D }, { "T30.actual": "" });
  await appendOrders([{ ...EARLY, po: "A4", due: D + 60 }]);
  expect((await shown("Gantt!A5:A7")).flat()).toEqual(["A1", "A4", ""]);
});

test("one order in detail: the first open one, then whichever is chosen", async () => {
  await withOrders();
  await makeGantt("en");
  expect((await shown("Order Gantt!B2"))[0]).toEqual(["A2 | K88 | red"]);
  await workbook.type("Order Gantt!B2", [["A1 | K88 | red"]]);
  const rows = await shown("Order Gantt!A6:E28");
  const row = (name: string): unknown[][] => {
    const at = rows.findIndex(([cell]) => cell === name);
    return [rows[at]!.slice(1), rows[at + 1]!.slice(1)];
  };
  expect(row("Order date")[0]!.slice(0, 3)).toEqual(["Actual", D - 40, D - 40]);
  expect(row("Fabric in-house")).toEqual([
    ["Plan", D - 10, D - 10, ""],
    ["Actual", D - 40, D - 6, 4],
  ]);
  expect(row("Ex-factory due")[0]!.slice(0, 3)).toEqual(["Due", D + 30, D + 30]);
  expect(row("Likely ex-factory")[0]!.slice(0, 2)).toEqual(["Likely", D]);
  await workbook.type("Order Gantt!B2", [["nobody's"]]);
  expect((await shown("Order Gantt!D6:D28")).flat().every((cell) => cell === "")).toBe(true);
  const { book } = workbook;
  const id = book.sheets.find("Order Gantt")!.id;
  expect(book.validations.all(id).map(({ rule }) => rule.formula1)).toEqual(["=$BN$6:$BN$60"]);
  expect(book.sheets.frozen(id)).toEqual({ rows: 5, columns: 2 });
  expect(book.sheets.pageLayout(id)).toMatchObject({ orientation: "Landscape", paperSize: "A4" });
});

test("made again it takes the place of ours, and never of somebody's sheet of that name", async () => {
  await withOrders();
  workbook.book.sheets.add("Gantt");
  await workbook.type("Gantt!A1", [["mine"]]);
  await makeGantt("en");
  expect(sheetNames()).toEqual(expect.arrayContaining(["Gantt", "Gantt (2)", "Order Gantt"]));
  const { result: receipt, syncs } = await workbook.syncsOf(() => makeGantt("en"));
  expect(syncs.length).toBeLessThanOrEqual(2);
  expect(receipt.params.sheet).toBe("Gantt (2)");
  expect(
    sheetNames()
      .filter((name) => name.includes("Gantt"))
      .sort(),
  ).toEqual(["Gantt", "Gantt (2)", "Order Gantt"]);
  expect(await workbook.values("Gantt!A1")).toEqual([["mine"]]);
  await undo(receipt);
  expect(sheetNames().filter((name) => name.includes("Gantt"))).toEqual(["Gantt"]);
  expect(await problemOf(undo(receipt))).toMatchObject({ code: "changedMeanwhile" });
});

test("a workbook without orders is told so", async () => {
  expect(await problemOf(makeGantt("zh-CN"))).toMatchObject({ code: "notSetUp" });
});
