/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { appendOrders } from "../../src/workbook/appendOrders";
import { goTo } from "../../src/workbook/goTo";
import { insertFormula } from "../../src/workbook/insertFormula";
import { readBook } from "../../src/workbook/readBook";
import { recalculate } from "../../src/workbook/recalculate";
import { saveSettings } from "../../src/workbook/saveSettings";
import { selection } from "../../src/workbook/selection";
import { setUp } from "../../src/workbook/setUp";
import { undo } from "../../src/workbook/undo";
import { watch } from "../../src/workbook/watch";
import type { TestWorkbook } from "./openWorkbook";
import { close, openWorkbook, problemOf } from "./openWorkbook";

let workbook: TestWorkbook;
beforeAll(async () => {
  workbook = await openWorkbook();
  await readBook();
  await setUp("en");
  await appendOrders([
    { po: "1", style: "S", colour: "Navy", qty: 5 },
    { po: "1", style: "S", colour: "Red", qty: 6 },
  ]);
  await readBook();
});
afterAll(() => {
  close(workbook);
});

const select = (address: string): Promise<void> =>
  Excel.run(async (context) => {
    const [sheet = "", cells = ""] = address.split("!");
    context.workbook.worksheets.getItem(sheet).activate();
    context.workbook.worksheets.getItem(sheet).getRange(cells).select();
    await context.sync();
  });
const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

test("the selected row is named by its key, in two syncs", async () => {
  await select("Orders!D3");
  const { result, syncs } = await workbook.syncsOf(selection);
  expect(result).toMatchObject({ register: "orders", key: "1|s|red", sheetRow: 3, fields: { qty: 6 } });
  expect(syncs).toHaveLength(2);
  await select("Orders!D9");
  expect(await selection()).toBeUndefined();
  await select("Orders!D1");
  expect(await selection()).toBeUndefined();
  await select("Settings!A2");
  expect(await selection()).toBeUndefined();
});

test("going to a row selects it on its sheet", async () => {
  await select("Settings!A1");
  const { syncs } = await workbook.syncsOf(() => goTo("orders", "1|s|red"));
  expect(syncs).toHaveLength(2);
  expect(workbook.book.sheets.active().name).toBe("Orders");
  expect(workbook.book.selection.areas()[0]).toMatchObject({ row: 2, column: 0 });
  expect((await problemOf(goTo("orders", "2|s|red"))).code).toBe("rowGone");
});

test("a formula goes into an empty active cell only, and out again", async () => {
  await select("Settings!F1");
  const receipt = await insertFormula("=1+2");
  expect(await workbook.values("Settings!F1")).toEqual([[3]]);
  expect((await problemOf(insertFormula("=2"))).code).toBe("noRoom");
  await undo(receipt);
  expect(await workbook.formulas("Settings!F1")).toEqual([[""]]);
});

test("everything can be calculated again", async () => {
  const { syncs } = await workbook.syncsOf(recalculate);
  expect(syncs).toHaveLength(1);
});

test("reading waits until the cell that is being edited is left", async () => {
  workbook.host.misbehave({ cellEditing: true });
  let done = false;
  const reading = readBook().then((book) => {
    done = true;
    return book;
  });
  await pause(300);
  expect(done).toBe(false);
  workbook.host.misbehave({});
  expect((await reading).tables.orders?.rows).toHaveLength(2);
});

describe("watching", () => {
  test("tells of a burst of changes once, of the selection, and of nothing after it has stopped", async () => {
    let changes = 0;
    let selections = 0;
    const stop = await watch(
      () => (changes += 1),
      () => (selections += 1),
    );
    await pause(1200);
    changes = selections = 0;
    await workbook.type("Orders!C2", [["a"]]);
    await workbook.type("Orders!C2", [["b"]]);
    await workbook.type("Orders!C3", [["c"]]);
    await select("Orders!B2");
    await pause(1500);
    expect(changes).toBeGreaterThanOrEqual(1);
    expect(changes).toBeLessThanOrEqual(2);
    expect(selections).toBeGreaterThanOrEqual(1);
    await stop();
    changes = selections = 0;
    await workbook.type("Orders!C2", [["d"]]);
    await select("Orders!B3");
    await pause(1500);
    expect([changes, selections]).toEqual([0, 0]);
  });

  test("tells of what a co-author changes", async () => {
    let changes = 0;
    const stop = await watch(() => (changes += 1));
    await pause(1200);
    changes = 0;
    const { book } = workbook;
    const area = { sheet: book.sheets.find("Orders")?.id ?? "", row: 1, column: 2, rows: 1, columns: 1 };
    book.by("somebody", () => book.cells.write(area, [["theirs"]]));
    await pause(2000);
    expect(changes).toBeGreaterThanOrEqual(1);
    await stop();
  });

  test("leaves sheets that hold no register alone", async () => {
    let changes = 0;
    // TODAY() is calculated again at every edit, and with it everything that looks at it.
    await saveSettings({ asOf: 46280 });
    const stop = await watch(() => (changes += 1));
    workbook.book.sheets.add("Other");
    await pause(1200);
    changes = 0;
    await workbook.type("Other!A1", [["x"]]);
    await pause(800);
    expect(changes).toBe(0);
    await stop();
  });

  test("again replaces the first, so that no change is told twice", async () => {
    let first = 0;
    let second = 0;
    await watch(() => (first += 1));
    const stop = await watch(() => (second += 1));
    await pause(1200);
    first = second = 0;
    await workbook.type("Orders!C2", [["e"]]);
    await pause(1200);
    expect(first).toBe(0);
    expect(second).toBeGreaterThanOrEqual(1);
    await stop();
  });
});
