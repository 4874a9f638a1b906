import { WorkbookProblem, type RowChange } from "../../src/workbook/book";
import { asOf, bookOf, MemoryWorkbook } from "./memoryWorkbook";
import { openPane, type OpenPane } from "./openPane";

let open: OpenPane | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
  localStorage.clear();
});

const row = (colour: string, more = {}) => ({
  po: "PO-1",
  style: "NV-1",
  colour,
  qty: 100,
  due: asOf + 30,
  "T17.plan": asOf - 4,
  "T19S.plan": asOf,
  "T21.plan": asOf + 12,
  ...more,
});
/** Three colours of one style, of which Ecru is a step ahead; another style of the same PO. */
const colours = () =>
  new MemoryWorkbook(
    bookOf({
      orders: [
        row("Navy", { "T17.actual": asOf - 5 }),
        row("Ecru", { po: "po-1 ", "T17.actual": asOf - 5, "T19S.actual": asOf - 1 }),
        row("Rust", { "T17.actual": "TBA" }),
        row("Navy", { style: "NV-2" }),
      ],
    }),
  );
const navy = "po-1|nv-1|navy";
const written = (workbook: MemoryWorkbook) =>
  (workbook.named("updateRows")[0]?.[1] as RowChange[]).map(({ key, changes }) => [key, changes]);

test("what is open stands there at once; today is one tap, saving the next", async () => {
  const workbook = colours();
  open = await openPane(workbook, "milestones");
  await open.go("milestones", { orderKey: navy });
  expect(open.buttons(/done today$/).map((each) => each.getAttribute("aria-label"))).toEqual(
    expect.arrayContaining(["Cutting start done today", "Sewing finish done today"]),
  );
  expect(open.buttons("PP sample approved done today")).toEqual([]);
  await open.click(open.button("Cutting start done today"));
  await open.click(open.button("Save 1 date"));
  expect(written(workbook)).toEqual([[navy, { "T19S.actual": asOf }]]);
});

test("while a date waits to be saved, the header says why no other order can be chosen", async () => {
  open = await openPane(colours(), "milestones");
  await open.go("milestones", { orderKey: navy });
  const sentence = "Save or discard what you have entered first; then another order can be chosen.";
  expect(open.text()).not.toContain(sentence);
  await open.click(open.button("Cutting start done today"));
  const change = open.button("Change");
  // It can be reached by keyboard all the same, and is read with its reason.
  expect([change.disabled, change.getAttribute("aria-disabled")]).toEqual([false, "true"]);
  expect(document.getElementById(change.getAttribute("aria-describedby")!)?.textContent).toBe(sentence);
  await open.click(open.button("Discard changes"));
  expect(open.text()).not.toContain(sentence);
});

test("a date that stands in the sheet is not replaced by a tap, and all milestones are shown again the next time", async () => {
  open = await openPane(colours(), "milestones");
  await open.go("milestones", { orderKey: navy });
  await open.click(open.field("Open milestones only"));
  expect(open.field("Actual date of PP sample approved").value).toBe("2026-09-10");
  expect(open.buttons("PP sample approved done today")).toEqual([]);
  await open.close();
  open = await openPane(colours(), "milestones");
  await open.go("milestones", { orderKey: navy });
  expect(open.field("Actual date of PP sample approved").value).toBe("2026-09-10");
});

test("one date for all colours of a style, in one write; what a colour has already stays", async () => {
  const workbook = colours();
  open = await openPane(workbook, "milestones");
  await open.go("milestones", { orderKey: navy });
  await open.click(open.field(/^Also for (Ecru, Rust|Rust, Ecru)$/));
  await open.click(open.button("Cutting start done today"));
  await open.type(open.field("Actual date of Sewing finish"), "9.14");
  expect(open.text()).toContain("Ecru: has a date already, which stays.");
  await open.click(open.button("Save 2 dates in 3 orders"));
  expect(workbook.named("updateRows")).toHaveLength(1);
  expect(new Map(written(workbook) as [string, unknown][])).toEqual(
    new Map<string, unknown>([
      [navy, { "T19S.actual": asOf, "T21.actual": asOf - 1 }],
      ["po-1|nv-1|ecru", { "T21.actual": asOf - 1 }],
      ["po-1|nv-1|rust", { "T19S.actual": asOf, "T21.actual": asOf - 1 }],
    ]),
  );
});

test("what stands there as text is kept, an emptied date empties only the order in sight", async () => {
  const workbook = colours();
  open = await openPane(workbook, "milestones");
  await open.go("milestones", { orderKey: navy });
  await open.click(open.field(/^Also for/));
  await open.click(open.field("Open milestones only"));
  await open.type(open.field("Actual date of PP sample approved"), "");
  await open.click(open.button("Save 1 date"));
  expect(written(workbook)).toEqual([[navy, { "T17.actual": "" }]]);
});

test("a refused write keeps what was entered", async () => {
  const workbook = colours();
  open = await openPane(workbook, "milestones");
  await open.go("milestones", { orderKey: navy });
  await open.click(open.button("Cutting start done today"));
  workbook.refuse("updateRows", new WorkbookProblem("cellEditing"));
  await open.click(open.button("Save 1 date"));
  expect(open.text()).toContain("A cell is being edited.");
  await open.click(open.button("Save 1 date"));
  expect(written(workbook)).toEqual([[navy, { "T19S.actual": asOf }]]);
});

test("an order alone in its style has no other colours to write to", async () => {
  open = await openPane(colours(), "milestones");
  await open.go("milestones", { orderKey: "po-1|nv-2|navy" });
  expect(open.text()).not.toContain("Also for");
});
