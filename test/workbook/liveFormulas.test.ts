/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { appendInspection } from "../../src/workbook/appendInspection";
import { appendOrders } from "../../src/workbook/appendOrders";
import { readBook } from "../../src/workbook/readBook";
import { saveSettings } from "../../src/workbook/saveSettings";
import { setUp } from "../../src/workbook/setUp";
import { updateRow } from "../../src/workbook/updateRow";
import type { TestWorkbook } from "./openWorkbook";
import { close, openWorkbook } from "./openWorkbook";

/** 2026-09-15 */
const SEPT_15 = 46280;

let workbook: TestWorkbook;
beforeAll(async () => {
  workbook = await openWorkbook(true);
  await readBook();
  await setUp("zh-CN");
  await saveSettings({ asOf: SEPT_15 });
  await appendOrders([
    { po: "A1", style: "K88", colour: "藏青", qty: 2000, due: SEPT_15 - 4, template: "knit" },
    { po: "A1", style: "K88", colour: "红", qty: 2000, due: SEPT_15 + 16, template: "knit" },
    {
      po: "A2",
      style: "K89",
      colour: "红",
      qty: 2000,
      due: SEPT_15 + 2,
      template: "knit",
      "T30.plan": SEPT_15 + 5,
    },
  ]);
});
afterAll(() => {
  close(workbook);
});

const read = async (fields: readonly string[]): Promise<unknown[][]> => {
  await workbook.book.settle();
  const rows = (await readBook()).tables.orders?.rows ?? [];
  return rows.map((row) => fields.map((id) => row.fields[id]));
};

test("orders say how they stand", async () => {
  expect(await read(["status", "daysLate", "daysLeft", "qc"])).toEqual([
    ["逾期", 4, expect.any(Number), ""],
    ["未到", 0, 12, ""],
    ["有风险", 0, 2, ""],
  ]);
});

test("an actual date changes the status", async () => {
  await updateRow("orders", "a1|k88|藏青", { "T30.actual": SEPT_15 }, { "T30.actual": "" });
  expect((await read(["status", "daysLate", "daysLeft"]))[0]).toEqual(["延误完成", 4, ""]);
});

test("the orders follow their latest inspection, with the reason", async () => {
  const inspection = {
    date: SEPT_15,
    po: "A1",
    style: "K88",
    type: "FRI",
    lot: 2000,
    level: "II",
    inspected: 125,
  };
  await appendInspection({ ...inspection, id: "I-1", critical: 0, major: 8, minor: 3 }, []);
  expect(await read(["qc", "qcReason"])).toEqual([
    ["不合格", expect.stringContaining("8")],
    ["不合格", expect.stringContaining("8")],
    ["", ""],
  ]);
  await appendInspection(
    { ...inspection, id: "I-2", type: "Re-inspection", critical: 0, major: 2, minor: 3 },
    [],
  );
  expect((await read(["qc"])).flat()).toEqual(["合格", "合格", ""]);
  const [first, second] = (await readBook()).tables.inspections?.rows ?? [];
  expect(first?.fields).toMatchObject({ verdict: "不合格", sampleSize: 125, type: "尾期验货" });
  expect(second?.fields).toMatchObject({ verdict: "合格", type: "复检" });
});
