import { act } from "react";
import { serialDate } from "../../src/domain/calendar/serialDate";
import { asOf, MemoryWorkbook } from "./memoryWorkbook";
import { openPane, settle, type OpenPane } from "./openPane";
import { sampleBook } from "./sampleBook";

let open: OpenPane | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
  localStorage.clear();
});

const edited = "po-26004|lx-221|ecru";
const fill = async (fields: Readonly<Record<string, string>>) => {
  for (const [label, text] of Object.entries(fields)) await open!.type(open!.field(label), text);
};
/** As from a sheet: tabs between cells, a line for each row. */
const paste = async (target: HTMLElement, text: string) => {
  const event = new Event("paste", { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { getData: () => text } });
  await act(async () => {
    target.dispatchEvent(event);
    await Promise.resolve();
  });
  return event;
};
const saved = (workbook: MemoryWorkbook) =>
  workbook.named("appendOrders")[0]?.[0] as Record<string, unknown>[];

describe("Order", () => {
  test("a new order with two colours is written as two rows, with its sizes and its planned dates", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    open = await openPane(workbook, "order");
    await fill({
      "PO number": "PO-27001",
      Style: "NV-1200",
      "Order date": "2026-3-2",
      "T&A template": "knit",
    });
    await fill({ Plan: "forward", "Ex-factory due": "2026-05-10" });
    await fill({ Colour: "Navy", "Navy, size S": "100", "Navy, size M": "200" });
    await open.click(open.button("Add a colour"));
    const colours = [...document.querySelectorAll<HTMLInputElement>("fieldset input[role=combobox]")];
    await open.type(colours[1]!, "Ecru");
    await fill({ "Ecru, size L": "1,000" });
    expect(open.text()).toContain("1,300 pcs in 2 colours");
    await open.click(open.button("Add 2 orders"));
    const rows = saved(workbook);
    expect(rows.map(({ colour, qty, sizes }) => ({ colour, qty, sizes }))).toEqual([
      { colour: "Navy", qty: 300, sizes: "S 100, M 200" },
      { colour: "Ecru", qty: 1000, sizes: "L 1000" },
    ]);
    // REFERENCE 3a.1, check block: knit, order confirmed 2026-03-02, CN6.
    expect(rows[0]).toMatchObject({
      po: "PO-27001",
      style: "NV-1200",
      template: "knit",
      "T19S.plan": serialDate(2026, 4, 8),
      "T21.plan": serialDate(2026, 4, 25),
      "T29.plan": serialDate(2026, 5, 6),
      "T30.plan": serialDate(2026, 5, 7),
    });
    expect(open.text()).toContain("2 orders PO-27001 NV-1200 added at Orders!A62:AF62.");
  });

  test("a table copied from Excel fills colours and sizes in one paste, and is taken back in one tap", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    open = await openPane(workbook, "order");
    await fill({ "PO number": "PO-27001", Style: "NV-1200", "Ex-factory due": "2026-05-10" });
    await paste(
      open.field("Colour"),
      "Colour\t2XS\tXS\tS\tM\tL\nNavy\t10\t20\t30\t20\t10\nEcru\t1\t2\t3\t2\t1\nRust\t5\t5\t5\t5\t5",
    );
    expect(open.text()).toContain("3 colours taken from what was pasted.");
    expect(open.text()).toContain("124 pcs in 3 colours");
    await open.click(open.button("Undo"));
    expect(open.field("Sizes").value).toBe("S, M, L, XL");
    expect(open.field("Colour").value).toBe("");
    await paste(open.field("Colour 1, size S"), "Navy\t10\t20\t30\t40\t100");
    await open.click(open.button("Add order"));
    expect(saved(workbook)).toMatchObject([
      { po: "PO-27001", colour: "Navy", qty: 100, sizes: "S 10, M 20, L 30, XL 40" },
    ]);
  });

  test("a table that cannot be taken says why and changes nothing; one word is pasted as a word", async () => {
    open = await openPane(new MemoryWorkbook(sampleBook()), "order");
    await fill({ Colour: "Navy" });
    await paste(open.field("Navy, size L"), "1\t2\t4");
    expect(open.text()).toContain("Not pasted: 3 columns of quantities for 2 sizes.");
    expect(open.field("Navy, size L").value).toBe("");
    expect((await paste(open.field("Colour"), "Rust print")).defaultPrevented).toBe(false);
    expect((await paste(open.field("Sizes"), "S\tM\tL")).defaultPrevented).toBe(false);
    await open.go("order", { orderKey: edited });
    await open.click(open.button("Discard and open the other"));
    await paste(open.field("Colour"), "Navy\t1\nRed\t2");
    expect(open.text()).toContain("this order has one colour");
    expect(open.field("Colour").value).toBe("Ecru");
  });

  test("Enter in a quantity goes on to the next one, as in a sheet, and saves nothing", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    open = await openPane(workbook, "order");
    open.field("Colour 1, size S").focus();
    const enter = () =>
      document.activeElement!.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }),
      );
    expect(enter()).toBe(false);
    expect(document.activeElement).toBe(open.field("Colour 1, size M"));
    for (let field = 0; field < 3; field++) enter();
    expect(document.activeElement).toBe(open.button("Add a colour"));
    expect(workbook.named("appendOrders")).toEqual([]);
  });

  test("an order that was not saved survives a closed pane", async () => {
    open = await openPane(new MemoryWorkbook(sampleBook()), "order");
    await fill({ "PO number": "PO-27001", Style: "NV-1200" });
    await open.close();
    const workbook = new MemoryWorkbook(sampleBook());
    open = await openPane(workbook, "order");
    expect(open.text()).toContain("Unsaved order PO-27001 · NV-1200, kept");
    // What is typed before deciding does not replace it.
    await fill({ Description: "Vest" });
    await open.close();
    open = await openPane(workbook, "order");
    await open.click(open.button("Continue"));
    expect(open.field("PO number").value).toBe("PO-27001");
    await fill({ "Ex-factory due": "2026-12-10", "Order date": "2026-10-1", Colour: "Navy" });
    await fill({ "Navy, size S": "100" });
    await open.click(open.button("Add order"));
    expect(saved(workbook)[0]).toMatchObject({ po: "PO-27001", style: "NV-1200", colour: "Navy" });
    await open.close();
    open = await openPane(workbook, "order");
    expect(open.text()).not.toContain("Unsaved order");
  });

  test("a kept change of an order goes on top of what the sheet says by now", async () => {
    open = await openPane(new MemoryWorkbook(sampleBook()), "today");
    await open.go("order", { orderKey: edited });
    await fill({ Description: "Linen vest" });
    await open.close();
    const workbook = new MemoryWorkbook(sampleBook());
    const { rows } = workbook.book.tables.orders!;
    const row = rows.find(({ key }) => key === edited)!;
    Object.assign(row.fields, { factory: "Hongda" });
    open = await openPane(workbook, "order");
    await open.click(open.button("Continue"));
    expect(open.field("Factory").value).toBe("Hongda");
    await open.click(open.button("Save changes"));
    expect(workbook.named("updateRow")[0]!.slice(0, 3)).toEqual([
      "orders",
      edited,
      { description: "Linen vest" },
    ]);
  });

  test("nothing is written as long as something required is missing", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    open = await openPane(workbook, "order");
    await open.click(open.button("Add order"));
    expect(workbook.named("appendOrders")).toEqual([]);
    expect(open.text()).toContain("Please correct the fields marked above.");
    expect(open.text()).toContain("Please fill this in.");
  });

  test("sizes that do not add up are said at once and can be settled with one tap", async () => {
    open = await openPane(new MemoryWorkbook(sampleBook()), "order");
    await fill({ Quantity: "1000", "Colour 1, size S": "400", "Colour 1, size M": "580" });
    expect(open.text()).toContain("Sizes add up to 980, 20 short of the quantity.");
    await open.click(open.button("Use 980"));
    expect(open.field("Quantity").value).toBe("980");
    expect(open.text()).toContain("Sizes add up to 980");
  });

  test("an order that is there already is noticed while typing, however it is written", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    open = await openPane(workbook, "order");
    await fill({ "PO number": " po-26004", Style: "lx-221", Colour: "ECRU" });
    expect(open.text()).toContain("PO-26004 · LX-221 · Ecru is already in the sheet.");
    await fill({ "Ex-factory due": "2026-12-01", Quantity: "10" });
    await open.click(open.button("Add order"));
    expect(workbook.named("appendOrders")).toEqual([]);
  });

  test("dates are read as the trade types them; what cannot be read is not dropped in silence", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    open = await openPane(workbook, "order");
    await fill({ "PO number": "A", Style: "B", Quantity: "10", "Ex-factory due": "12.20" });
    expect(open.field("Ex-factory due").value).toBe("2026-12-20");
    await fill({ "Order date": "03/05/2026" });
    expect(open.field("Order date").value).toBe("03/05/2026");
    expect(open.text()).toContain("Day or month first?");
    await open.click(open.button("Add order"));
    expect(workbook.named("appendOrders")).toEqual([]);
  });

  test("editing keeps every date that is there; the plan's is offered beside it", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    open = await openPane(workbook, "order");
    await open.go("order", { orderKey: edited });
    await fill({ "Ex-factory due": "2026-10-20" });
    // Due was asOf + 20; cutting was planned 28 days before.
    expect(open.field("Cutting start").value).toBe("2026-09-07");
    await open.click(open.button(/^Use the planned date .* for Ex-factory$/));
    await open.click(open.button("Save changes"));
    const [register, key, changes, seen, agreed] = workbook.named("updateRow")[0]!;
    expect({ register, key, changes, agreed }).toEqual({
      register: "orders",
      key: edited,
      changes: { due: serialDate(2026, 10, 20), "T30.plan": serialDate(2026, 10, 20) },
      agreed: ["due", "T30.plan"],
    });
    expect(seen).toMatchObject({ po: "PO-26004", due: asOf + 20 });
  });

  test("an order that was only looked at writes nothing", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    open = await openPane(workbook, "order");
    await open.go("order", { orderKey: edited });
    await open.click(open.button("Save changes"));
    expect(workbook.named("updateRow")).toEqual([]);
  });

  test("unsaved input is kept when another order is asked for", async () => {
    open = await openPane(new MemoryWorkbook(sampleBook()), "order");
    await fill({ "PO number": "PO-27009" });
    await open.go("order", { orderKey: edited });
    expect(open.text()).toContain("There is an unsaved new order.");
    await open.click(open.button("Keep editing"));
    expect(open.field("PO number").value).toBe("PO-27009");
    await open.go("today");
    await open.go("order");
    expect(open.field("PO number").value).toBe("PO-27009");
  });

  test("a plan into a year without calendar data is refused with a reason", async () => {
    open = await openPane(new MemoryWorkbook(sampleBook()), "order");
    await fill({ "T&A template": "knit", Plan: "forward", "Order date": "2029-11-20" });
    expect(open.text()).toMatch(/the working days of \d{4} are not known/);
  });

  test("what follows the goods into a year without data does not stop the plan before it", async () => {
    open = await openPane(new MemoryWorkbook(sampleBook()), "order");
    // Tax refund and closing of an order that leaves in December fall into 2027.
    await fill({ "T&A template": "knit", Plan: "backward", "Ex-factory due": "2026-12-10" });
    expect(open.field("Ex-factory").value).toBe("2026-12-10");
  });

  test("a plan that ends after the due date says so", async () => {
    open = await openPane(new MemoryWorkbook(sampleBook()), "order");
    await fill({
      "T&A template": "knit",
      Plan: "forward",
      "Order date": "2026-03-02",
      "Ex-factory due": "2026-05-01",
    });
    expect(open.text()).toContain("Planned ex-factory 7 May is 6 days after the due date.");
  });
});

describe("Milestone dates", () => {
  test("done today, saved in one go, and taken back", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    open = await openPane(workbook, "milestones");
    await open.go("milestones", { orderKey: edited });
    await open.click(open.button("Sewing finish done today"));
    await open.type(open.field("Actual date of Packed"), "9.14");
    await open.click(open.button("Save 2 dates"));
    expect(workbook.named("updateRows")[0]).toMatchObject([
      "orders",
      [
        {
          key: edited,
          changes: { "T21.actual": asOf, "T27.actual": asOf - 1 },
          agreed: ["T21.actual", "T27.actual"],
        },
      ],
    ]);
    const actual = () =>
      workbook.book.tables.orders!.rows.find(({ key }) => key === edited)!.fields["T21.actual"];
    expect(actual()).toBe(asOf);
    await open.click(open.button("Undo"));
    await settle();
    expect(actual()).toBeUndefined();
  });

  test("late and early are told apart", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    open = await openPane(workbook, "milestones");
    await open.go("milestones", { orderKey: "po-26002|nv-1181|heather grey" });
    const items = [...document.querySelectorAll("main li")].map((item) => item.textContent);
    expect(items.find((text) => text.includes("Final inspection"))).toContain("Overdue · 5 days late");
    await open.click(open.button("Final inspection done today"));
    expect(open.text()).toContain("Done late · 5 days late");
  });

  test("a date that cannot be read is not saved", async () => {
    open = await openPane(new MemoryWorkbook(sampleBook()), "milestones");
    await open.go("milestones", { orderKey: edited });
    await open.type(open.field("Actual date of Packed"), "soon");
    expect(open.text()).toContain("Please enter a date");
    expect(open.button("Save 1 date").getAttribute("aria-disabled")).toBe("true");
  });
});
