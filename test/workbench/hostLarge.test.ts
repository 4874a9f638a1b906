/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { bootOffice } from "./officeClient";
import type { OfficeClient } from "./officeClient";

let client: OfficeClient;
beforeAll(async () => {
  client = await bootOffice();
});
afterAll(() => {
  client.host.dispose();
  client.book.dispose();
});

const ROWS = 5000;
const COLUMNS = 35;

test("a tracker of 5000 rows and 35 columns is written and read within seconds", async () => {
  const took: Record<string, number> = {};
  const timed = async (what: string, work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    took[what] = Math.round(performance.now() - start);
  };
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Large");
    const head = Array.from({ length: COLUMNS }, (_, c) => `Column ${c}`);
    const rows = Array.from({ length: ROWS }, (_, r) => head.map((_h, c) => (c % 3 ? r * c : `text ${r}`)));
    const area = sheet.getRange("A1").getResizedRange(ROWS, COLUMNS - 1);
    await timed("write", async () => {
      area.values = [head, ...rows];
      await context.sync();
    });
    const table = sheet.tables.add(area, true);
    await timed("table", () => context.sync());
    const body = table.getDataBodyRange();
    await timed("read", async () => {
      body.load("values");
      await context.sync();
    });
    expect(body.values).toHaveLength(ROWS);
    expect(body.values[4999]![34]).toBe(4999 * 34);
    await timed("append one row", async () => {
      table.rows.add(undefined, [head]);
      await context.sync();
    });
    await timed("write below", async () => {
      sheet.getRange(`A${ROWS + 3}:B${ROWS + 3}`).values = [["a", 1]];
      await context.sync();
    });
    await timed("formulas", async () => {
      table.columns.add(undefined, [
        ["Sum"],
        ...Array.from({ length: ROWS + 2 }, () => ["=[@[Column 1]]+[@[Column 2]]"]),
      ]);
      await context.sync();
      await client.book.settle();
    });
    await timed("one edit", async () => {
      sheet.getRange("B2").values = [[1]];
      const sum = sheet.getRange("AJ2").load("values");
      await context.sync();
      expect(sum.values).toEqual([[1]]);
    });
    await timed("used range", async () => {
      const used = sheet.getUsedRange(true).load("address");
      await context.sync();
      expect(used.address).toBe("Large!A1:AJ5003");
    });
  });
  // An idle core takes a fifth of this; test machines are not idle.
  expect(Object.entries(took).filter(([, milliseconds]) => milliseconds > 10_000)).toEqual([]);
}, 90_000);
