/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { adopt } from "../../src/workbook/adopt";
import { appendOrders } from "../../src/workbook/appendOrders";
import { readBook } from "../../src/workbook/readBook";
import type { TestWorkbook } from "./openWorkbook";
import { plainCandidate } from "./plainCandidate";
import { close, openWorkbook } from "./openWorkbook";

let workbook: TestWorkbook;
beforeAll(async () => {
  workbook = await openWorkbook();
});
beforeEach(() => workbook.clean());
afterAll(() => {
  close(workbook);
});

/** What one more order costs on the wire in a tracker of so many rows. */
async function appendTo(rows: number): Promise<{ bytes: number; actions: number; milliseconds: number }> {
  await workbook.clean();
  const { book } = workbook;
  const { id: sheet } = book.sheets.add("Tracker");
  const headings = [
    "PO",
    "Style",
    "Description",
    "Customer",
    "Factory",
    "Merchandiser",
    "Colour",
    "Order qty",
  ];
  const filled = Array.from({ length: rows }, (_, i) => [
    `PO${i}`,
    "S1",
    "Shirt",
    "ACME",
    "F1",
    "Wang",
    "Red",
    100,
  ]);
  book.cells.write({ sheet, row: 0, column: 0, rows: rows + 1, columns: 8 }, [headings, ...filled]);
  // Without formula columns: the grid's own time for calculating is not what is measured.
  book.tables.add({ sheet, row: 0, column: 0, rows: rows + 1, columns: 8 }, true, "Tracker");
  await book.settle();
  await readBook();
  const { candidate, columns } = await plainCandidate("Tracker");
  await adopt(candidate, "orders", columns, [], "en");
  const before = await readBook();
  expect(before.tables.orders?.rows).toHaveLength(rows);
  const started = performance.now();
  const { syncs } = await workbook.syncsOf(() =>
    appendOrders([{ po: "NEW", style: "S1", colour: "Red", qty: 5 }]),
  );
  const milliseconds = performance.now() - started;
  const sum = (of: "requestBytes" | "replyBytes" | "actions"): number =>
    syncs.reduce((total, request) => total + request[of], 0);
  expect(syncs).toHaveLength(2);
  expect((await readBook()).tables.orders?.rows).toHaveLength(rows + 1);
  return { bytes: sum("requestBytes") + sum("replyBytes"), actions: sum("actions"), milliseconds };
}

test("adding an order costs the same in a tracker of 5,000 rows as in one of 50", async () => {
  const small = await appendTo(50);
  const large = await appendTo(5000);
  if (process.env.MEASURE) console.log({ small, large });
  expect(large.actions).toBe(small.actions);
  // Row numbers have more digits, and nothing else is longer.
  expect(Math.abs(large.bytes - small.bytes)).toBeLessThan(400);
});
