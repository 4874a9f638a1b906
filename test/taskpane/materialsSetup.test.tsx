import type { UnreadCell } from "../../src/registers/sheet/unreadCells";
import { bookOf, MemoryWorkbook } from "./memoryWorkbook";
import { openPane, settle, type OpenPane } from "./openPane";

let pane: OpenPane;
afterEach(() => pane.close());

const orders = [{ po: "1", style: "S" }];

test.each([
  ["en-US", "Add a materials sheet"],
  ["zh-CN", "添加物料表"],
])("a sheet for materials is made only when it is asked for (%s)", async (displayLanguage, name) => {
  const workbook = new MemoryWorkbook(bookOf({ orders, inspections: [], defects: [] }));
  pane = await openPane(workbook, "setup", { displayLanguage });
  await settle(50);
  expect(workbook.named("setUp")).toEqual([]);
  await pane.click(pane.button(name));
  expect(workbook.calls.find((call) => call.name === "setUp")?.args.slice(0, 1)).toEqual(["en"]);
});

test("where there is one, nothing is offered", async () => {
  pane = await openPane(new MemoryWorkbook(bookOf({ orders, materials: [] })), "setup");
  await settle(50);
  expect(pane.buttons("Add a materials sheet")).toEqual([]);
});

test("the setup leads to texts too, which the boards are silent about", async () => {
  const text: UnreadCell = {
    register: "orders",
    sheet: "Orders",
    address: "F5",
    heading: "Due",
    fieldId: "due",
    value: "2026-09-16",
    problem: "textDate",
    could: [46281],
  };
  const book = { ...bookOf({ orders, inspections: [], defects: [] }), unread: [text] };
  pane = await openPane(new MemoryWorkbook(book), "setup");
  await settle(50);
  expect(pane.text()).toContain("1 cell holds a date or number as text.");
  await pane.click(pane.button("Look"));
  await settle(50);
  expect(pane.text()).toContain("1 date is a text: 1 can be read");
});
