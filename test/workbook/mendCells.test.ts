/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import type { CellMend } from "../../src/registers/sheet/cellMends";
import type { KeptReading } from "../../src/registers/sheet/keptRows";
import { mendCells } from "../../src/workbook/mendCells";
import { readBook } from "../../src/workbook/readBook";
import { knownSession, remember, session } from "../../src/workbook/session";
import { MAPPING_KEY, readMapping, type StoredMapping } from "../../src/workbook/storedMapping";
import { undo } from "../../src/workbook/undo";
import type { TestWorkbook } from "./openWorkbook";
import { beforeSync, close, openWorkbook, problemOf } from "./openWorkbook";

/** 2026-09-15 */
const SEPT_15 = 46280;

let workbook: TestWorkbook;

async function makeSheet(name: string): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(name);
    const cells = sheet.getRange("B3:D8");
    cells.numberFormat = [
      ["General", "General", "General"],
      ["m/d/yyyy", "@", "#,##0"],
      ["m/d/yyyy", "@", "General"],
      ["@", "General", "General"],
      ["General", "General", "General"],
      ["yyyy-mm-dd", "General", "General"],
    ];
    cells.formulas = [
      ["实际离厂", "Remark", "Qty"],
      [SEPT_15, "a", 1600],
      [SEPT_15 + 1, "b", "2840 pcs"],
      ["16-9-2026", "c", "'1,600"],
      ["'17-9-2026", "d", "TBA"],
      ["=B4+3", "e", "=D4"],
    ];
    await context.sync();
  });
}

const mend = (address: string, was: CellMend["was"], value: CellMend["value"], isDay = true): CellMend => ({
  sheet: "六月 单",
  address,
  was,
  value,
  isDay,
});

beforeAll(async () => {
  workbook = await openWorkbook();
});
beforeEach(async () => {
  await workbook.clean();
  await makeSheet("六月 单");
});
afterAll(() => {
  close(workbook);
});

test("texts become days in two syncs, shown as the column shows its days, and nothing else changes", async () => {
  const before = await workbook.formulas("六月 单!B3:D8");
  const { result, syncs } = await workbook.syncsOf(() =>
    mendCells([mend("B6", "16-9-2026", SEPT_15 + 1), mend("B7", "17-9-2026", SEPT_15 + 2)]),
  );
  expect(syncs).toHaveLength(2);
  expect(result).toMatchObject({ code: "cellsMended", params: { count: 2 } });
  expect(await workbook.formulas("六月 单!B3:D8")).toEqual([
    ...before.slice(0, 3),
    [SEPT_15 + 1, "c", "1,600"],
    [SEPT_15 + 2, "d", "TBA"],
    before[5],
  ]);
  expect((await workbook.formats("六月 单!B6:B7")).flat()).toEqual(["m/d/yyyy", "m/d/yyyy"]);
});

test("numbers lose their text format and keep any other; blank is blank", async () => {
  await mendCells([
    mend("D5", "2840 pcs", 2840, false),
    mend("D6", "1,600", 1600, false),
    mend("D7", "TBA", "", false),
  ]);
  expect((await workbook.values("六月 单!D5:D7")).flat()).toEqual([2840, 1600, ""]);
  expect((await workbook.formats("六月 单!D4:D5")).flat()).toEqual(["#,##0", "General"]);
});

test("taking it back gives texts and formats as they were", async () => {
  const before = await workbook.formulas("六月 单!B3:D8");
  const formats = await workbook.formats("六月 单!B3:D8");
  const receipt = await mendCells([
    mend("B6", "16-9-2026", SEPT_15 + 1),
    mend("D5", "2840 pcs", 2840, false),
    mend("D6", "1,600", 1600, false),
  ]);
  await undo(receipt);
  expect(await workbook.formulas("六月 单!B3:D8")).toEqual(before);
  expect(await workbook.formats("六月 单!B3:D8")).toEqual(formats);
});

test("a cell that no longer says what was shown stops all of it, by name", async () => {
  await workbook.type("六月 单!B7", [["'18-9-2026"]]);
  const before = await workbook.formulas("六月 单!B3:D8");
  const problem = await problemOf(
    mendCells([mend("B6", "16-9-2026", SEPT_15 + 1), mend("B7", "17-9-2026", SEPT_15 + 2)]),
  );
  expect(problem).toMatchObject({ code: "changedMeanwhile", params: { what: "六月 单!B7" } });
  expect(await workbook.formulas("六月 单!B3:D8")).toEqual(before);
});

test("a formula is never written over", async () => {
  const problem = await problemOf(mendCells([mend("B8", SEPT_15 + 3, SEPT_15)]));
  expect(problem).toMatchObject({ code: "formulaCell", params: { address: "六月 单!B8" } });
  expect(await workbook.formulas("六月 单!B8")).toEqual([["=B4+3"]]);
});

test("what somebody types between looking and writing stays", async () => {
  const mending = mendCells([mend("B6", "16-9-2026", SEPT_15 + 1), mend("B7", "17-9-2026", SEPT_15 + 2)]);
  beforeSync(2, () => workbook.type("六月 单!B7", [["'asked the factory"]]));
  expect(await problemOf(mending)).toMatchObject({
    code: "changedMeanwhile",
    params: { what: "六月 单!B7" },
  });
  expect((await workbook.formulas("六月 单!B6:B7")).flat()).toEqual(["16-9-2026", "asked the factory"]);
});

test("a mended cell that was changed since is not taken back", async () => {
  const receipt = await mendCells([mend("B6", "16-9-2026", SEPT_15 + 1)]);
  await workbook.type("六月 单!B6", [[SEPT_15 + 9]]);
  expect(await problemOf(undo(receipt))).toMatchObject({ code: "changedMeanwhile" });
  expect(await workbook.values("六月 单!B6")).toEqual([[SEPT_15 + 9]]);
});

test("a protected sheet is left alone", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("六月 单").protection.protect();
    await context.sync();
  });
  const problem = await problemOf(mendCells([mend("B6", "16-9-2026", SEPT_15 + 1)]));
  expect(problem).toMatchObject({ code: "protectedSheet", params: { sheet: "六月 单" } });
  expect(await workbook.values("六月 单!B6")).toEqual([["16-9-2026"]]);
});

test("days changed back are doubted no longer, and are again when it is taken back", async () => {
  const kept = (swapped: boolean): StoredMapping => ({
    version: 1,
    lang: "en",
    tables: {},
    sheets: [
      {
        anchor: "Gendan_Orders_1",
        sheet: "五月 单",
        register: "orders",
        layout: "orders",
        headingRows: [0],
        headings: ["实际离厂"],
        columns: [
          { fieldId: "T30.actual", heading: "实际离厂", nth: 0, dates: { orders: {}, swapped } },
          { fieldId: "due", heading: "Remark", nth: 0, dates: { orders: {}, swapped: true } },
        ],
        labels: [],
      },
    ],
  });
  await readBook();
  const mapping = kept(true);
  // The sheet was called something else when it was kept.
  const readings = (mapping.sheets ?? []).map((one) => ({ kept: one, sheet: "六月 单" }) as KeptReading);
  remember({ ...knownSession(), mapping, kept: readings });
  const rules = (): unknown => session()?.mapping?.sheets?.[0]?.columns.map(({ dates }) => dates?.swapped);
  const settled = [{ register: "orders", sheet: "六月 单", fieldId: "T30.actual" }] as const;

  const receipt = await mendCells([mend("B4", SEPT_15, SEPT_15 + 5)], settled);
  expect(rules()).toEqual([false, true]);
  await undo(receipt);
  expect(rules()).toEqual([true, true]);

  expect(await mendCells([], settled)).toMatchObject({ code: "datesSettled" });
  expect(rules()).toEqual([false, true]);
  expect(readMapping(workbook.book.settings.get(MAPPING_KEY))).toEqual(session()?.mapping);
});
