import { openWorkbench, serial } from "./openWorkbench";
import type { OpenWorkbench, Row } from "./openWorkbench";

let w: OpenWorkbench;
beforeAll(async () => {
  w = await openWorkbench("sample=en&lang=en&theme=light");
});
afterAll(() => w.close());

const message = () => w.pane.getByRole("status", { name: "Messages" });
const sheets = (): Promise<string[]> =>
  w.page.evaluate(() =>
    (window as any).workbench.book.sheets.list().map(({ name }: { name: string }) => name),
  );
const percent = (text: string | null): number => Number(/(\d+)\s*%/.exec(text ?? "")?.[1]);

/** As a person's edit in the grid arrives. */
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

/** Orders as the sheet has them, once every chance is there. */
const ordersWithChance = (): Promise<Row[]> =>
  w.until(
    () => w.rows("Orders"),
    (rows) => rows.every((row) => row["Due"] === "" || !String(row["On-time chance"]).startsWith("#")),
  );

let red: Row;
let redRow: number;
const card = () =>
  w.pane
    .getByRole("listitem")
    .filter({ has: w.page.getByTitle(new RegExp(`${red.PO} .*${red.Colour}`)) })
    .filter({ visible: true });

test("the sheet and the board give every open order the same chance, and the reason in a sentence", async () => {
  const rows = await ordersWithChance();
  const levels = new Set(rows.map((row) => row.Risk));
  expect([...levels].sort()).toEqual(["AMBER", "GREEN", "RED", "SHIPPED"]);
  redRow = rows.findIndex(
    (row) => row.Risk === "RED" && Number(row["Ex-factory due"]) > serial("2026-09-15"),
  );
  red = rows[redRow]!;
  expect(String(red["Risk reason"])).not.toMatch(/^(#.*)?$/);

  await w.go("Risk");
  await w.pane.getByText(/open orders$/).waitFor();
  const open = rows.filter((row) => row.Risk !== "SHIPPED" && row.Risk !== "").length;
  expect(await w.pane.getByText(/open orders$/).textContent()).toBe(`${open} open orders`);
  await w.type("Search orders", `${red.PO}`);
  const chance = await w.until(
    async () => percent(await card().textContent()),
    (found) => !Number.isNaN(found),
  );
  expect(chance).toBe(Math.round(Number(red["On-time chance"]) * 100));
});

test("a milestone that slips in the grid lowers the chance in its row and on the board", async () => {
  const rows = await w.rows("Orders");
  const slipping = rows.findIndex(
    (row) => row.Risk === "GREEN" && row["Packed actual"] === "" && row["Packed plan"] !== "",
  );
  const before = rows[slipping]!;
  await w.type("Search orders", `${before.PO}`);
  const board = async () =>
    percent(
      await w.pane
        .getByRole("listitem")
        .filter({ has: w.page.getByTitle(new RegExp(`${before.PO} .*${before.Colour}`)) })
        .filter({ visible: true })
        .textContent(),
    );
  await w.until(board, (found) => found === Math.round(Number(before["On-time chance"]) * 100));
  await editCell(slipping, "Packed plan", Number(before["Ex-factory due"]) + 20);
  const now = await w.until(
    async () => (await w.rows("Orders"))[slipping]!,
    (row) => Number(row["On-time chance"]) < Number(before["On-time chance"]),
  );
  expect(Number(now["On-time chance"])).toBeLessThan(0.5);
  expect(now.Risk).toBe("RED");
  const shown = Math.round(Number(now["On-time chance"]) * 100);
  expect(await w.until(board, (found) => found === shown)).toBe(shown);
  await editCell(slipping, "Packed plan", before["Packed plan"] as number);
  const again = await w.until(
    async () => (await w.rows("Orders"))[slipping]!,
    (row) => row["On-time chance"] === before["On-time chance"],
  );
  expect(again["On-time chance"]).toBe(before["On-time chance"]);
});

test("what if: a later due date raises the chance, and nothing is written before it is asked for", async () => {
  await w.type("Search orders", `${red.PO}`);
  await card()
    .getByRole("button", { name: /^Look into the risk of/ })
    .click();
  await w.pane.getByRole("heading", { level: 1, name: "Order risk" }).waitFor();
  await w.pane.getByText("Chance of leaving on time").first().waitFor();
  await w.type("Later due date", "2026-12-31");
  const compared = w.pane.getByRole("table", { name: "Before and after" });
  const chances = async () => ((await compared.textContent()) ?? "").match(/\d+(?=\s*%)/g)?.map(Number) ?? [];
  const [was = NaN, then = NaN] = await w.until(chances, (found) => found.length >= 2);
  expect(was).toBe(Math.round(Number(red["On-time chance"]) * 100));
  expect(then).toBeGreaterThan(was);
  expect((await w.rows("Orders"))[redRow]!["Ex-factory due"]).toBe(red["Ex-factory due"]);
});

test("the chase list has a message for each party, in either language", async () => {
  await w.go("Chase");
  await w.button("Write message").click();
  const text = w.pane.getByRole("textbox", { name: /^Message for/ }).filter({ visible: true });
  const english = await w.until(
    () => text.inputValue(),
    (found) => found.length > 0,
  );
  expect(english).toMatch(/PO .+, style .+ pcs/);
  expect(english).not.toMatch(/undefined|NaN|\p{Script=Han}/u);
});

test("the weekly report and the Gantt sheet are made, and undo takes them away", async () => {
  const before = await sheets();
  await w.go("Risk");
  for (const [name, said, made] of [
    ["Weekly report", /weekly report is on the sheet/i, "Report 2026-09-15"],
    ["Gantt sheet", /Gantt/, "Gantt"],
  ] as const) {
    await w.button(name).click();
    await message().getByText(said).waitFor();
    expect(await sheets()).toContain(made);
    await w.button("Undo").click();
    expect(await w.until(sheets, (now) => !now.includes(made))).toEqual(before);
  }
});

test("nothing complained, nothing was asked of other machines", () => {
  expect(w.complaints).toEqual([]);
  expect(w.strangers).toEqual([]);
});
