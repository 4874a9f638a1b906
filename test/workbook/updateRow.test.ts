/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import type { Fields } from "../../src/registers/register";
import { appendOrders } from "../../src/workbook/appendOrders";
import type { Row } from "../../src/workbook/book";
import { readBook } from "../../src/workbook/readBook";
import { setUp } from "../../src/workbook/setUp";
import { undo } from "../../src/workbook/undo";
import { updateRow, updateRows } from "../../src/workbook/updateRow";
import type { TestWorkbook } from "./openWorkbook";
import { beforeSync, close, openWorkbook, problemOf } from "./openWorkbook";

/** 2026-09-15 */
const SEPT_15 = 46280;
const order = (colour: string, more: Fields = {}): Fields => ({
  po: "0045",
  style: "S-1",
  colour,
  qty: 1200,
  due: SEPT_15,
  ...more,
});

let workbook: TestWorkbook;
let rows: readonly Row[];
const seen = (key: string): Fields => rows.find((row) => row.key === key)?.fields ?? {};
const read = async (): Promise<void> => {
  rows = (await readBook()).tables.orders?.rows ?? [];
};

beforeAll(async () => {
  workbook = await openWorkbook();
});
beforeEach(async () => {
  await workbook.clean();
  await readBook();
  await setUp("en");
  await appendOrders([order("Navy"), order("Red", { "T30.plan": SEPT_15 }), order("Navy")]);
  await read();
});
afterAll(() => {
  close(workbook);
});

test("rows of one name are numbered, and each can be addressed", async () => {
  expect(rows.map(({ key }) => key)).toEqual(["0045|s-1|navy", "0045|s-1|red", "0045|s-1|navy#2"]);
  await updateRow("orders", "0045|s-1|navy#2", { qty: 7 }, seen("0045|s-1|navy#2"));
  expect((await workbook.values("Orders!H2:H4")).flat()).toEqual([1200, 1200, 7]);
});

test("a date for several rows is one write of two syncs, named and undone as one", async () => {
  const change = (key: string) => ({ key, changes: { "T30.actual": SEPT_15 + 2 }, seen: seen(key) });
  const { result, syncs } = await workbook.syncsOf(() =>
    updateRows("orders", [change("0045|s-1|red"), change("0045|s-1|navy#2")]),
  );
  expect(syncs).toHaveLength(2);
  expect(result).toMatchObject({
    code: "rowsUpdated",
    params: { count: 2, fields: "Ex-factory actual" },
    address: "Orders!AF3, Orders!AF4",
  });
  expect((await workbook.values("Orders!AF2:AF4")).flat()).toEqual(["", SEPT_15 + 2, SEPT_15 + 2]);
  await undo(result);
  expect((await workbook.values("Orders!AF2:AF4")).flat()).toEqual(["", "", ""]);
});

test("of several rows none is written when one was changed meanwhile, holds a typed date, or is gone", async () => {
  const change = (key: string) => ({ key, changes: { "T30.actual": SEPT_15 + 2 }, seen: seen(key) });
  const both = () => problemOf(updateRows("orders", [change("0045|s-1|navy"), change("0045|s-1|red")]));
  await workbook.type("Orders!AF3", [[SEPT_15]]);
  expect((await both()).code).toBe("changedMeanwhile");
  await read();
  expect((await both()).code).toBe("typedDate");
  await workbook.type("Orders!AF3", [[""]]);
  await read();
  beforeSync(2, () => workbook.type("Orders!AF3", [[SEPT_15 + 9]]));
  expect((await both()).code).toBe("changedMeanwhile");
  expect((await workbook.values("Orders!AF2:AF3")).flat()).toEqual(["", SEPT_15 + 9]);
  expect((await problemOf(updateRows("orders", [change("0045|s-1|navy"), change("none")]))).code).toBe(
    "rowGone",
  );
  expect((await workbook.values("Orders!AF2")).flat()).toEqual([""]);
});

test("an actual date is written in two syncs, as a date", async () => {
  const key = "0045|s-1|red";
  const { result, syncs } = await workbook.syncsOf(() =>
    updateRow("orders", key, { "T30.actual": SEPT_15 + 2 }, seen(key)),
  );
  expect(syncs).toHaveLength(2);
  expect(result).toMatchObject({ code: "rowUpdated", address: "Orders!AF3" });
  expect(await workbook.values("Orders!AF3")).toEqual([[SEPT_15 + 2]]);
  expect(await workbook.formats("Orders!AF3")).toEqual([["yyyy-mm-dd"]]);
});

test("text given to a row stays text", async () => {
  const key = "0045|s-1|red";
  await updateRow("orders", key, { remarks: "=HYPERLINK(A1)", description: "00123" }, seen(key));
  await read();
  expect(seen(key)).toMatchObject({ remarks: "=HYPERLINK(A1)", description: "00123" });
});

test("a row that was moved meanwhile is found by its key", async () => {
  const key = "0045|s-1|red";
  workbook.book.tables.insertRows(workbook.book.tables.find("Orders")?.id ?? "", 0, 1);
  await updateRow("orders", key, { qty: 5 }, seen(key));
  expect(await workbook.values("Orders!G2:H5")).toEqual([
    ["", ""],
    ["Navy", 1200],
    ["Red", 5],
    ["Navy", 1200],
  ]);
});

test("what a co-author has changed meanwhile is not overwritten", async () => {
  const key = "0045|s-1|red";
  await workbook.type("Orders!H3", [[1300]]);
  expect(await problemOf(updateRow("orders", key, { qty: 5 }, seen(key)))).toMatchObject({
    code: "changedMeanwhile",
    params: { what: "Order qty" },
  });
  expect(await workbook.values("Orders!H3")).toEqual([[1300]]);
});

test("what a co-author has changed elsewhere in the row is no obstacle", async () => {
  const key = "0045|s-1|red";
  await workbook.type("Orders!D3", [["ACME"]]);
  await updateRow("orders", key, { qty: 5 }, seen(key));
  expect(await workbook.values("Orders!D3:H3")).toEqual([["ACME", "", "", "Red", 5]]);
});

test("a row that is gone is said, and nothing else is written to", async () => {
  const key = "0045|s-1|red";
  await workbook.type("Orders!G3", [["Green"]]);
  expect((await problemOf(updateRow("orders", key, { qty: 5 }, seen(key)))).code).toBe("rowGone");
});

test("a typed date is replaced only where the user has agreed", async () => {
  const key = "0045|s-1|red";
  const change = { "T30.plan": SEPT_15 + 9, "T30.actual": SEPT_15 + 8 };
  expect(await problemOf(updateRow("orders", key, change, seen(key)))).toMatchObject({
    code: "typedDate",
    params: { fields: "Ex-factory plan" },
  });
  expect(await workbook.values("Orders!AE3:AF3")).toEqual([[SEPT_15, ""]]);
  await updateRow("orders", key, change, seen(key), ["T30.plan"]);
  expect(await workbook.values("Orders!AE3:AF3")).toEqual([[SEPT_15 + 9, SEPT_15 + 8]]);
});

test("a formula is never overwritten, a text that looks like one may be", async () => {
  const key = "0045|s-1|red";
  await workbook.type("Orders!H3", [["=600*2"]]);
  await workbook.type("Orders!C3", [["'=text"]]);
  await read();
  expect(await problemOf(updateRow("orders", key, { qty: 5 }, seen(key)))).toMatchObject({
    code: "formulaCell",
    params: { address: "Orders!H3", heading: "Order qty" },
  });
  await updateRow("orders", key, { description: "plain" }, seen(key));
  expect(await workbook.values("Orders!C3")).toEqual([["plain"]]);
});

test("a row cannot be given the name of another", async () => {
  const key = "0045|s-1|red";
  expect((await problemOf(updateRow("orders", key, { colour: "navy " }, seen(key)))).code).toBe("duplicate");
});

test.each([0, 1, 2, 3, 4, 5, 6])(
  "a failure at action %d of the write puts every cell back",
  async (failAtAction) => {
    const key = "0045|s-1|red";
    const before = await workbook.formulas("Orders!A3:AF3");
    beforeSync(2, () => workbook.host.misbehave({ failAtAction }));
    const change = { qty: 5, remarks: "x", "T30.actual": SEPT_15 };
    expect((await problemOf(updateRow("orders", key, change, seen(key)))).code).toBe("host");
    workbook.host.misbehave({});
    expect(await workbook.formulas("Orders!A3:AF3")).toEqual(before);
  },
);

test("undo puts back what was there, also after the row was renamed", async () => {
  const key = "0045|s-1|red";
  const before = await workbook.formulas("Orders!A3:AF3");
  const receipt = await updateRow(
    "orders",
    key,
    { colour: "Green", "T30.plan": SEPT_15 + 3, "T30.actual": SEPT_15 },
    seen(key),
    ["T30.plan"],
  );
  await undo(receipt);
  expect(await workbook.formulas("Orders!A3:AF3")).toEqual(before);
});

test("undo refuses where somebody has changed the cell since", async () => {
  const key = "0045|s-1|red";
  const receipt = await updateRow("orders", key, { qty: 5 }, seen(key));
  await workbook.type("Orders!H3", [[6]]);
  expect((await problemOf(undo(receipt))).code).toBe("changedMeanwhile");
  expect(await workbook.values("Orders!H3")).toEqual([[6]]);
});

test("a co-author who is quicker by an instant keeps what they typed", async () => {
  const key = "0045|s-1|red";
  beforeSync(2, () => workbook.type("Orders!H3", [["=6*7"]]));
  expect((await problemOf(updateRow("orders", key, { qty: 5 }, seen(key)))).code).toBe("changedMeanwhile");
  expect(await workbook.formulas("Orders!H3")).toEqual([["=6*7"]]);
});

test("a row inserted above in that very instant shifts no value into the wrong order", async () => {
  const key = "0045|s-1|red";
  beforeSync(2, () => workbook.book.tables.insertRows(workbook.book.tables.find("Orders")?.id ?? "", 0, 1));
  const changed = updateRow("orders", key, { qty: 5 }, seen(key)).then(
    () => "written",
    (error: { code: string }) => error.code,
  );
  const outcome = await changed;
  const book = await readBook();
  const quantities = (book.tables.orders?.rows ?? []).map((row) => [row.key, row.fields.qty]);
  expect(quantities).toEqual([
    ["0045|s-1|navy", 1200],
    [key, outcome === "written" ? 5 : 1200],
    ["0045|s-1|navy#2", 1200],
  ]);
});
