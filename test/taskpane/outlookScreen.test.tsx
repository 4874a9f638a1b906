import { act } from "react";
import { WorkbookProblem } from "../../src/workbook/book";
import { ordersOf } from "../../src/taskpane/orders";
import { asOf, bookOf, MemoryWorkbook } from "./memoryWorkbook";
import { openPane, settle, type OpenPane } from "./openPane";
import { sampleBook } from "./sampleBook";

let open: OpenPane | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
  localStorage.clear();
});

/** Waits until nothing is being worked out any more. */
async function worked(): Promise<void> {
  const busy = () =>
    document.querySelector('[aria-busy="true"], [role="progressbar"]') !== null ||
    !document.querySelector("dl, [role=alert]");
  for (let i = 0; i < 100 && busy(); i++) await settle(20);
  await settle(20);
}

const keyOf = (workbook: MemoryWorkbook, po: string) =>
  ordersOf(workbook.book).find(({ row }) => row.fields.po === po)!.key;

async function look(po: string, book = sampleBook()): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook(book);
  open = await openPane(workbook);
  await open.go("outlook", { orderKey: keyOf(workbook, po) });
  await worked();
  return workbook;
}

const fact = (name: string) =>
  [...document.querySelectorAll("dt")].find((each) => each.textContent === name)?.nextElementSibling
    ?.textContent ?? "";
/** A line of the table that stands before and after beside each other. */
const compared = (name: string) => {
  const line = [...document.querySelectorAll("table[aria-label='Before and after'] tr")].find(
    (each) => each.querySelector("th")?.textContent === name,
  );
  return [...(line?.querySelectorAll("td") ?? [])].map((each) => each.textContent);
};
const percents = () => compared("Chance").map((text) => Number(text.replace("%", "")));

describe("The order's risk", () => {
  test("tells chance, dates, next step and what each open milestone may slip", async () => {
    await look("PO-26004");
    expect(open!.text()).toMatch(/\d+%/);
    expect(fact("Ex-factory due")).toContain("5 Oct");
    expect(fact("Even chance")).toMatch(/\d+ (Sep|Oct)/);
    expect(fact("Promise (80%)")).toMatch(/\d+ (Sep|Oct)/);
    expect(open!.text()).toContain("Next: Sewing finish by Factory");
    const chart = document.querySelector('svg[aria-label*="The table has every date"]')!;
    const lines = [...chart.querySelectorAll("g")].map((each) => each.textContent);
    for (const name of ["Sewing finish", "Packed", "Final inspection", "Ex-factory"]) {
      expect(lines.find((each) => each.startsWith(name))).toMatch(/float \d+ d/);
    }
    expect(lines.find((each) => each.startsWith("Cutting start"))).toContain("actual");
  });

  test("says the same in a table", async () => {
    await look("PO-26004");
    await open!.click(open!.button("As a table"));
    const heads = [...document.querySelectorAll("table th[scope=row]")].map(
      (each) => each.firstChild?.textContent,
    );
    expect(heads).toEqual(expect.arrayContaining(["Fabric in-house", "Sewing finish", "Ex-factory"]));
    const row = [...document.querySelectorAll("tr")].find((each) => each.textContent.startsWith("Packed"))!;
    expect(row.textContent).toMatch(/Factory.*\d+ days?.*needed by \d+/);
    const before = heads.length;
    await open!.click(open!.field("All steps of the template"));
    expect(document.querySelectorAll("table th[scope=row]").length).toBeGreaterThan(before);
  });

  test("asks for an order where none is given, and takes the selected row", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    open = await openPane(workbook);
    await open.go("outlook");
    expect(open.text()).toContain("Choose an order");
    const [, second] = ordersOf(workbook.book);
    workbook.selected = { register: "orders", key: second!.key, fields: second!.row.fields, sheetRow: 3 };
    await open.go("outlook", { fromSelection: true });
    await worked();
    expect(open.text()).toContain(second!.name);
    expect(open.text()).toContain("What if…");
  });

  test("an order that has left says when; one without a due date has no chance", async () => {
    await look("PO-26007");
    expect(open!.text()).toContain("Shipped");
    expect(open!.text()).not.toContain("What if…");
    await open!.close();
    const fields = { po: "P1", style: "S", template: "knit", orderDate: asOf - 10, "T09.plan": asOf + 20 };
    await look("P1", bookOf({ orders: [fields], inspections: [], defects: [] }));
    expect(open!.text()).toContain("No ex-factory due date, so there is no on-time chance.");
    expect(open!.text()).toContain("Enter it in the sheet.");
    expect(open!.buttons(/Air/)).toHaveLength(0);
  });

  test("an unknown template is named instead of a forecast", async () => {
    const fields = { po: "P1", style: "S", template: "felt", due: asOf + 40, "T09.plan": asOf + 2 };
    const workbook = new MemoryWorkbook(bookOf({ orders: [fields], inspections: [], defects: [] }));
    open = await openPane(workbook);
    await open.go("outlook", { orderKey: keyOf(workbook, "P1") });
    await settle(100);
    expect(open.text()).toContain("felt");
    expect(open.text()).not.toContain("What if…");
  });
});

describe("What if", () => {
  test("a later due date shows its chance beside today's and is written only when agreed, with a way back", async () => {
    const workbook = await look("PO-26005");
    await open!.type(open!.field("Later due date"), "2026-12-24");
    await worked();
    const [now, then] = percents();
    expect(then).toBeGreaterThanOrEqual(now!);
    expect(then).toBeGreaterThan(90);
    expect(compared("Due date used")).toEqual(["9 Oct", "24 Dec"]);
    expect(open!.text()).toContain("The buyer waits 76 days longer.");
    expect(workbook.named("updateRow")).toHaveLength(0);

    await open!.click(open!.button("Write due date 24 Dec"));
    expect(workbook.named("updateRow")).toHaveLength(0);
    await open!.click(open!.button("Keep it"));
    await open!.click(open!.button("Write due date 24 Dec"));
    expect(document.body.textContent).toContain("The sheet says 9 Oct. Replace it with 24 Dec?");
    await open!.click(open!.button("Replace it"));
    const key = keyOf(workbook, "PO-26005");
    const [call] = workbook.named("updateRow");
    expect([call![0], call![1], call![2], call![4]]).toEqual(["orders", key, { due: 46380 }, ["due"]]);
    await settle(400);
    await worked();
    expect(fact("Ex-factory due")).toContain("24 Dec");
    expect(open!.buttons("Reset")).toHaveLength(0);
    await open!.click(open!.button("Undo"));
    await settle(400);
    await worked();
    expect(fact("Ex-factory due")).toContain("9 Oct");
  });

  test("a plan that nobody typed is written without a question; what is refused stays to be tried", async () => {
    const fields = {
      po: "P1",
      style: "S",
      template: "knit",
      orderDate: asOf - 30,
      due: asOf + 60,
      "T04.actual": asOf - 5,
    };
    const workbook = await look("P1", bookOf({ orders: [fields], inspections: [], defects: [] }));
    const choose = open!.field("Milestone") as unknown as HTMLSelectElement;
    await open!.type(choose, "T09");
    await open!.type(open!.field("New date of Fabric in-house"), "2026-10-20");
    await open!.click(open!.button("Try it"));
    await worked();
    expect(open!.text()).toContain("Fabric in-house: 20 Oct");
    expect(open!.text()).toMatch(/assumed 20 Oct/);
    workbook.refuse("updateRow", new WorkbookProblem("cellEditing"));
    await open!.click(open!.button("Write plan 20 Oct: Fabric in-house"));
    await settle(50);
    expect(open!.text()).toContain("A cell is being edited");
    await open!.click(open!.button("Write plan 20 Oct: Fabric in-house"));
    const call = workbook.named("updateRow").at(-1)!;
    expect([call[2], call[4]]).toEqual([{ "T09.plan": 46315 }, []]);
    await settle(400);
    await worked();
    expect(open!.text()).not.toContain("Fabric in-house: 20 Oct (");
  });

  test("a quicker line never leaves later, flying gives days, and reset takes it all back", async () => {
    const workbook = await look("PO-26005");
    const before = fact("Even chance");
    await open!.type(open!.field("Sewing"), "both");
    await worked();
    expect(open!.text()).toMatch(/Forecast \d+ days? earlier\./);
    const [slow, fast] = percents();
    expect(fast).toBeGreaterThanOrEqual(slow!);
    await open!.click(open!.field("Air instead of sea"));
    await worked();
    expect(compared("Due date used")).toEqual(["9 Oct", "3 Nov"]);
    expect(percents()[1]).toBeGreaterThanOrEqual(fast!);
    expect(open!.text()).toContain("the sheet has no column for them");
    await open!.click(open!.button("Reset"));
    await worked();
    expect(compared("Chance")).toEqual([]);
    expect(fact("Even chance")).toBe(before);
    expect(workbook.named("updateRow")).toHaveLength(0);
    await act(() => Promise.resolve());
  });
});
