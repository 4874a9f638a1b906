import type { Fields } from "../../src/registers/register";
import { asOf, bookOf, MemoryWorkbook } from "./memoryWorkbook";
import { openPane, settle, type OpenPane } from "./openPane";

let open: OpenPane | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
  localStorage.clear();
});

/** A finished order whose sewing took as many days as are said, with all before it by the built-in plan of 2 March 2026. */
const finished = (number: number, sewing: number, factory = "Padma"): Fields => {
  const cut = 46120;
  const sewn = cut + 3 + sewing;
  return {
    po: `P${number}`,
    style: "S1",
    colour: "Navy",
    factory,
    qty: 100,
    template: "knit",
    orderDate: 46083,
    due: 46180,
    "T04.actual": 46096,
    "T09.actual": 46110,
    "T12.actual": 46108,
    "T17.actual": 46117,
    "T19S.actual": cut,
    "T21.actual": sewn,
    "T27.actual": sewn + 5,
    "T29.actual": sewn + 6,
    "T30.actual": Math.min(sewn + 7, asOf),
  };
};

const opened = async (rows: readonly Fields[]): Promise<MemoryWorkbook> => {
  const workbook = new MemoryWorkbook(bookOf({ orders: rows, inspections: [], defects: [] }));
  open = await openPane(workbook, "setup");
  await settle(200);
  return workbook;
};

const learned = async (): Promise<OpenPane> => {
  await open?.click(open.button("Learn from finished orders"));
  for (let tries = 0; tries < 100 && open?.text().includes("Looking at the finished orders"); tries++) {
    await settle(100);
  }
  return open as OpenPane;
};

test("without finished orders it says what it needs", async () => {
  await opened([]);
  const pane = await learned();
  expect(pane.text()).toContain("No finished orders to learn from yet. At least 5 orders of one template");
});

test("shows what finished orders say, writes nothing before it is accepted, and everything then", async () => {
  const workbook = await opened(Array.from({ length: 9 }, (_, n) => finished(n, 26 + (n % 3))));
  const pane = await learned();
  expect(pane.text()).toContain("knit · all factories");
  expect(pane.text()).toContain("based on 9 finished orders");
  expect(pane.text()).toContain("Sewing (input to output)");
  // The built-in template has none; nine orders say a little.
  expect(pane.text()).toMatch(
    /Steps that are held up for days on top, nearly nine on average0 %[12](\.\d)? %/,
  );
  expect(workbook.named("saveTemplates")).toEqual([]);
  await pane.click(pane.button(/^Use these durations · knit/));
  const [[copies, agreed] = []] = workbook.named("saveTemplates") as [
    [{ template: string; tasks: { code: string; m: number }[] }[], string[]],
  ];
  expect(agreed).toEqual([]);
  expect(copies?.[0]).toMatchObject({ template: "knit", factory: "" });
  // Working days of a six-day week: 26 to 28 calendar days are more than the template's twelve.
  expect(copies?.[0]?.tasks.find(({ code }) => code === "T21")?.m).toBeGreaterThan(15);
  await settle(400);
  expect(pane.text()).toContain("In use");
});

test("rows of one's own are replaced only with a tick", async () => {
  const workbook = await opened([finished(1, 14)]);
  const copy = open!.button("Copy to the workbook");
  await open!.click(copy);
  expect(workbook.named("saveTemplates")).toHaveLength(1);
  await settle(400);
  await open!.click(open!.button("Copy to the workbook"));
  expect(workbook.named("saveTemplates")).toHaveLength(1);
  await open!.click(open!.field(/This workbook already has rows for knit · all factories/));
  await open!.click(open!.button("Copy to the workbook"));
  expect(workbook.named("saveTemplates").at(-1)?.[1]).toEqual(["knit"]);
});
