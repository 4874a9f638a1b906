import { openWorkbench, serial } from "./openWorkbench";
import type { OpenWorkbench, Row } from "./openWorkbench";

let w: OpenWorkbench;
beforeAll(async () => {
  w = await openWorkbench("sample=en&lang=en&theme=light");
});
afterAll(() => w.close());

/** The day that the sample is seen from. */
const asOf = serial("2026-09-15");
const tile = (name: RegExp) => w.pane.getByRole("group", { name: /^Counts;/ }).getByRole("button", { name });
const overdue = async () => Number((await tile(/Overdue$/).textContent())!.replace(/\D/g, ""));
const nameOf = (row: Row) => w.pane.getByRole("button", { name: new RegExp(`^${row.PO} .*${row.Colour}`) });

/** As a person's edit in the grid arrives: the grid's own command, by nobody's order but the user's. */
const editCell = (row: number, heading: string, value: number | string) =>
  w.page.evaluate(
    async ([index, name, content]) => {
      const { book } = (window as any).workbench;
      const table = book.tables.find("Orders");
      const body = book.tables.body(table.id);
      const column = body.column + table.columns.findIndex((each: any) => each.name === name);
      book.cells.write({ ...body, row: body.row + index, column, rows: 1, columns: 1 }, [[content]]);
      await book.settle();
    },
    [row, heading, value] as const,
  );

/** The most telling change: an order that is overdue and has not left the factory. */
async function lateOrder(): Promise<{ row: Row; index: number }> {
  const rows = await w.rows("Orders");
  const index = rows.findIndex(
    (row) => row["Ex-factory actual"] === "" && Number(row["Ex-factory due"]) < asOf - 3,
  );
  return { row: rows[index]!, index };
}

test("actual dates typed into the grid take the order off Today's board, and one taken out brings it back", async () => {
  await w.pane.getByRole("list", { name: "Orders, most urgent first" }).waitFor();
  const { row, index } = await lateOrder();
  const days = asOf - Number(row["Ex-factory due"]);
  expect(row["Days late"]).toBe(days);
  // The counts are those of the orders that were searched for.
  await w.type("Search orders", `${row.PO}`);
  const late = await overdue();
  const card = w.pane
    .getByRole("listitem")
    .filter({ has: w.page.getByTitle(new RegExp(`${row.PO} .*${row.Colour}`)) })
    .filter({ hasText: `Ex-factory ${days} days overdue` });
  const onBoard = () => card.count();
  expect(await onBoard()).toBe(1);

  for (const [heading, value] of Object.entries(row)) {
    if (heading.endsWith(" actual") && value === "") await editCell(index, heading, asOf);
  }
  expect(await w.until(overdue, (count) => count === late - 1)).toBe(late - 1);
  expect(await w.until(onBoard, (count) => count === 0)).toBe(0);

  await editCell(index, "Ex-factory actual", "");
  expect(await w.until(overdue, (count) => count === late)).toBe(late);
  expect(await w.until(onBoard, (count) => count === 1)).toBe(1);
});

test("a milestone's date from the pane reaches the sheet in two syncs at most, and the board follows", async () => {
  const { row, index } = await lateOrder();
  await w.type("Search orders", `${row.PO}`);
  const late = await overdue();
  await w.button(new RegExp(`^Update milestone dates of ${row.PO} .*${row.Colour}`)).click();
  await w.pane.getByRole("heading", { name: "Milestone dates" }).waitFor();
  await w.type("Actual date of Ex-factory", "2026-9-14");
  const syncs = await w.syncsOf(async () => {
    await w.button("Save 1 date").click();
    await w.pane
      .getByRole("status", { name: "Messages" })
      .getByText(/written/)
      .waitFor();
  });
  expect(syncs.length).toBeLessThanOrEqual(2);
  expect(syncs.filter(({ error }) => error)).toEqual([]);
  const written = (await w.rows("Orders"))[index]!;
  expect(written["Ex-factory actual"]).toBe(serial("2026-09-14"));
  expect(written["Days late"]).toBe(serial("2026-09-14") - Number(row["Ex-factory due"]));
  await w.go("Today");
  expect(await w.until(overdue, (count) => count === late - 1)).toBe(late - 1);
});

test("a click on an order goes to its row in the sheet", async () => {
  const rows = await w.rows("Orders");
  const index = rows.findIndex((row) => row["Ex-factory actual"] === "");
  const row = rows[index]!;
  await w.type("Search orders", `${row.PO} ${row.Colour}`);
  await nameOf(row).first().click();
  const selected = () =>
    w.page.evaluate(() => {
      const { book } = (window as any).workbench;
      const [area] = book.selection.areas();
      return area.row - book.tables.body(book.tables.find("Orders").id).row;
    });
  expect(await w.until(selected, (at) => at === index)).toBe(index);
});

test("nothing went wrong on the way: no error, no broken policy, nobody else asked", () => {
  expect(w.complaints).toEqual([]);
  expect(w.strangers).toEqual([]);
});
