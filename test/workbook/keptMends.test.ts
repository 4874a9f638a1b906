/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { addColumns } from "../../src/workbook/addColumns";
import { adoptSheets } from "../../src/workbook/adoptSheets";
import { forgetSheet } from "../../src/workbook/forgetSheet";
import { makeGantt } from "../../src/workbook/ganttSheet";
import { mend } from "../../src/workbook/mend";
import { readBook } from "../../src/workbook/readBook";
import { saveSettings } from "../../src/workbook/saveSettings";
import { saveTemplates } from "../../src/workbook/saveTemplates";
import { setUp } from "../../src/workbook/setUp";
import { undo } from "../../src/workbook/undo";
import { agreed, day, differences, makeSheet, picture, SEPT_15 } from "./keptBook";
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
const order = (po: string) => [po, "S1", "Navy", 100, day(SEPT_15), day(SEPT_15 - 30), ""];

async function month(
  name: string,
  pos: readonly string[] = [`${name}-1`, `${name}-2`, `${name}-3`],
): Promise<void> {
  await makeSheet({
    name,
    rows: [["Tracker"], HEADINGS, ...pos.map(order), [], ["Total", "", "", "=SUM(D3:D6)"]],
  });
}

async function adopted(fields: readonly string[] = ["daysLate"]): Promise<void> {
  await month("Aug");
  await readBook();
  await adoptSheets([await agreed("Aug", "orders", fields)], "en");
  await readBook();
}

const issue = async (code: string) => {
  const { issues } = await readBook();
  return issues.find((one) => one.code === code);
};

test("a row with neither order nor style is told with its place until it is named", async () => {
  await adopted();
  expect(await issue("rowsUnnamed")).toBeUndefined();
  await workbook.type("Aug!A4:E5", [
    ["", "", "", 40, SEPT_15],
    ["", "", "", 60, SEPT_15],
  ]);
  expect(await issue("rowsUnnamed")).toMatchObject({
    params: { sheet: "Aug", count: 2, address: "A4" },
    mends: ["showRow"],
  });
  await workbook.type("Aug!A4:A5", [["N1"], ["N2"]]);
  expect(await issue("rowsUnnamed")).toBeUndefined();
});

test("rows that were put in get their formulas, in two syncs, and undo takes them out", async () => {
  await adopted();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Aug").getRange("4:5").insert("Down");
    await context.sync();
  });
  await workbook.type("Aug!A4:E5", [
    ["N1", "S2", "Red", 5, SEPT_15],
    ["N2", "S2", "Red", 5, SEPT_15],
  ]);
  const before = await workbook.formulas("Aug!A1:J12");
  const missing = await issue("formulasMissing");
  expect(missing).toMatchObject({ params: { sheet: "Aug", count: 2 }, mends: ["fillFormulas"] });
  const { result, syncs } = await workbook.syncsOf(() => mend(missing!, "fillFormulas"));
  expect(syncs).toHaveLength(2);
  expect(result).toMatchObject({ code: "formulasFilled", params: { count: 2 } });
  expect((await workbook.formulas("Aug!H2:H8")).flat()).toEqual([
    "Days late",
    ...[3, 4, 5, 6, 7].map((row) => `=MERCH.DAYSLATE($E${row},$G${row},AsOf)`),
    "",
  ]);
  expect(await issue("formulasMissing")).toBeUndefined();
  await undo(result);
  expect(await workbook.formulas("Aug!A1:J12")).toEqual(before);
});

test("more columns can be added later, and taken back", async () => {
  await adopted();
  const before = picture(workbook, "Aug");
  const { result, syncs } = await workbook.syncsOf(() => addColumns("orders", ["status", "nextStep"]));
  expect(syncs).toHaveLength(2);
  expect(differences(before, picture(workbook, "Aug")).filter((address) => !/^[IJ]/.test(address))).toEqual(
    [],
  );
  expect(await workbook.formulas("Aug!H2:J3")).toEqual([
    ["Days late", "Status", "Next step"],
    [
      "=MERCH.DAYSLATE($E3,$G3,AsOf)",
      '=MERCH.TASTATUS($E3,$G3,AsOf,3,,"en")',
      '=MERCH.NEXTSTEP($F$2:$G$2,$F3:$G3,"name",,AsOf)',
    ],
  ]);
  expect((await readBook()).issues).toEqual([]);
  await undo(result);
  expect(differences(before, picture(workbook, "Aug"))).toEqual([]);
  await readBook();
  await addColumns("orders", ["status"]);
  expect(await workbook.formulas("Aug!I2")).toEqual([["Status"]]);
});

test("a sheet copied from the last is one more of its kind, when the user says so", async () => {
  await adopted();
  await Excel.run(async (context) => {
    const copy = context.workbook.worksheets.getItem("Aug").copy("End");
    copy.name = "Sep";
    await context.sync();
  });
  await workbook.type("Sep!A3:A5", [["Sep-1"], ["Sep-2"], ["Sep-3"]]);
  const fresh = await issue("newSheet");
  expect(fresh).toMatchObject({ params: { sheet: "Sep", like: "Aug" }, mends: ["useSheet", "ignoreSheet"] });
  const { result, syncs } = await workbook.syncsOf(() => mend(fresh!, "useSheet"));
  expect(syncs).toHaveLength(2);
  let book = await readBook();
  expect(book.issues).toEqual([]);
  expect(book.tables.orders?.rows.map(({ key }) => key.split("|")[0])).toEqual([
    "aug-1",
    "aug-2",
    "aug-3",
    "sep-1",
    "sep-2",
    "sep-3",
  ]);
  await undo(result);
  book = await readBook();
  expect(book.tables.orders?.rows).toHaveLength(3);
  expect(book.issues).toMatchObject([{ code: "newSheet" }]);
  await mend(book.issues[0]!, "ignoreSheet");
  expect((await readBook()).issues).toEqual([]);
});

test("a renamed column is accepted, and formulas that knew it by its heading are told", async () => {
  await adopted(["nextStep"]);
  expect((await workbook.formulas("Aug!H3")).flat()[0]).toContain("$F$2:$G$2,$F3:$G3");
  await workbook.type("Aug!F2", [["Cloth"]]);
  const renamed = await issue("headingRenamed");
  expect(renamed).toMatchObject({ params: { field: "T09.plan", now: "Cloth", sheet: "Aug" } });
  const receipt = await mend(renamed!, "acceptHeading");
  expect((await readBook()).issues).toEqual([]);
  expect((await workbook.formulas("Aug!H5")).flat()[0]).toContain(
    '{"Fabric in-house plan","Ex-factory actual"},CHOOSE({1,2},$F5,$G5)',
  );
  await undo(receipt);
  expect(await issue("headingRenamed")).toBeDefined();
});

test("a sheet is forgotten without a cell of it changing, and found again by undo", async () => {
  await adopted();
  const before = picture(workbook, "Aug");
  const receipt = await forgetSheet("orders", "Aug");
  expect((await readBook()).tables.orders).toBeUndefined();
  expect(differences(before, picture(workbook, "Aug"))).toEqual([]);
  await undo(receipt);
  expect((await readBook()).tables.orders?.rows).toHaveLength(3);
});

test("templates of the workbook's own are looked at by the formulas of sheets kept as they are", async () => {
  await makeSheet({
    name: "Aug",
    rows: [
      [...HEADINGS, "Template"],
      [...order("A"), "knit"],
      [...order("B"), "knit"],
      [...order("C"), "woven"],
    ],
  });
  await readBook();
  const answers = { meanings: { 7: "template" } };
  await adoptSheets([await agreed("Aug", "orders", ["nextStep"], answers)], "en");
  await readBook();
  const plain = await workbook.formulas("Aug!I2:I4");
  expect(String(plain[0]?.[0])).not.toContain("FILTER");
  const task = {
    code: "T09",
    name: "Fabric",
    owner: "mill",
    o: 1,
    m: 2,
    p: 3,
    unit: "WD" as const,
    predecessors: "",
  };
  const receipt = await saveTemplates([{ template: "knit", factory: "", tasks: [task] }]);
  expect(String((await workbook.formulas("Aug!I4"))[0]?.[0])).toContain("FILTER(Templates[[Code]:[Held up]]");
  await undo(receipt);
  expect(await workbook.formulas("Aug!I2:I4")).toEqual(plain);
});

test("kept sheets stay kept whatever else is set up or changed", async () => {
  await adopted();
  await setUp("en", "otherName", ["orders", "inspections"]);
  expect(workbook.book.tables.list().map(({ name }) => name)).toEqual(["Inspections"]);
  expect((await readBook()).tables.orders?.rows).toHaveLength(3);
  const receipt = await saveSettings({ lang: "zh-CN" });
  expect((await readBook()).tables.orders?.rows).toHaveLength(3);
  await undo(receipt);
  expect((await readBook()).tables.orders?.rows).toHaveLength(3);
});

test("the plan sheets, which need a table, say so", async () => {
  await adopted();
  expect(await problemOf(makeGantt("en"))).toMatchObject({ code: "notInPlace", params: { what: "orders" } });
});
