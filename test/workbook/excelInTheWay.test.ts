/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { appendInspection } from "../../src/workbook/appendInspection";
import { appendOrders } from "../../src/workbook/appendOrders";
import type { Receipt } from "../../src/workbook/book";
import { readBook } from "../../src/workbook/readBook";
import { waitForAnswers } from "../../src/workbook/runExcel";
import { saveSettings } from "../../src/workbook/saveSettings";
import { setUp } from "../../src/workbook/setUp";
import { undo } from "../../src/workbook/undo";
import { updateRow } from "../../src/workbook/updateRow";
import type { Misbehaviour } from "../../src/workbench/host/hostTypes";
import type { TestWorkbook } from "./openWorkbook";
import { beforeSync, close, openWorkbook, problemOf } from "./openWorkbook";

/** 2026-09-15 */
const SEPT_15 = 46280;
const ORDER = { po: "4500", style: "A1", colour: "Navy", qty: 100, due: SEPT_15 };
const KEY = "4500|a1|navy";

let workbook: TestWorkbook;
let written: Receipt;
beforeAll(async () => {
  workbook = await openWorkbook();
});
afterAll(() => {
  close(workbook);
});

async function ready(): Promise<void> {
  await workbook.clean();
  await readBook();
  await setUp("en", "refuse", ["orders", "inspections", "defects"]);
  await readBook();
  await appendOrders([ORDER]);
  await readBook();
  written = await updateRow("orders", KEY, { "T09.actual": SEPT_15 - 9 }, { "T09.actual": "" });
  await readBook();
}

const ACTIONS: readonly (readonly [string, () => Promise<unknown>])[] = [
  ["adding an order", () => appendOrders([{ ...ORDER, colour: "Red" }])],
  ["a milestone", () => updateRow("orders", KEY, { "T30.actual": SEPT_15 }, { "T30.actual": "" })],
  [
    "an inspection",
    () =>
      appendInspection({ inspection: "FRI-1", date: SEPT_15, po: "4500", style: "A1", lot: 100 }, [
        { inspection: "FRI-1", code: "D1", count: 2 },
      ]),
  ],
  ["setting up one register more", () => setUp("en", "refuse", ["materials"])],
  ["the settings", () => saveSettings({ calendar: "CN5" })],
  ["undo", () => undo(written)],
];

/** Everything that stands in the workbook. */
const everything = (): unknown =>
  workbook.book.sheets.list().map(({ id, name }) => {
    const area = workbook.book.sheets.usedArea(id, true);
    return [name, area, area && workbook.book.cells.formulas(area)];
  });

/** What Excel does and what the user is told. */
const FAULTS: readonly (readonly [string, Misbehaviour, string])[] = [
  ["a cell is being edited", { cellEditing: true }, "cellEditing"],
  ["Excel has too much to do", { activityLimit: true }, "busy"],
  ["the request is larger than Excel takes", { payloadLimit: 300 }, "tooLarge"],
];

describe.each(FAULTS)("when %s", (_what, how, code) => {
  beforeAll(ready);
  test.each(ACTIONS)("%s says so and leaves the workbook as it was", async (_action, act) => {
    const before = everything();
    workbook.host.misbehave(how);
    const problem = await problemOf(act());
    workbook.host.misbehave({});
    expect(problem.code).toBe(code);
    expect(everything()).toEqual(before);
  });
});

describe("when the reply is lost on the way", () => {
  test.each(ACTIONS)("%s is done once, and the user is told to look", async (_action, act) => {
    await ready();
    const before = everything();
    waitForAnswers(2500);
    beforeSync(2, () => workbook.host.misbehave({ loseReply: true }));
    const problem = await problemOf(act());
    waitForAnswers();
    workbook.host.misbehave({});
    expect(problem.code).toBe("offline");
    await readBook();
    expect(everything()).not.toEqual(before);
  });
});

describe("when the reply is slow", () => {
  beforeAll(ready);
  test.each(ACTIONS)("%s waits for it", async (_action, act) => {
    workbook.host.misbehave({ slowReply: 150 });
    await act();
    workbook.host.misbehave({});
    expect((await readBook()).issues).toEqual([]);
  });
});
