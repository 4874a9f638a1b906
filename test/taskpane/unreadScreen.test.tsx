import { act } from "react";
import type { UnreadCell } from "../../src/registers/sheet/unreadCells";
import { bookOf, MemoryWorkbook } from "./memoryWorkbook";
import { openPane, settle, type OpenPane } from "./openPane";

/** 2026-09-16 */
const SEPT_16 = 46281;
const cell = (address: string, more: Partial<UnreadCell>): UnreadCell => ({
  register: "orders",
  sheet: "六月",
  address,
  heading: "实际离厂",
  fieldId: "T30.actual",
  value: "",
  problem: "notADate",
  ...more,
});

const cells: readonly UnreadCell[] = [
  cell("F5", { value: "16-9-2026", problem: "textDate", could: [SEPT_16] }),
  cell("F6", { value: "17-9-2026", problem: "textDate", could: [SEPT_16 + 1] }),
  cell("F7", { value: "Mid August Onwards", problem: "vague" }),
  cell("F8", { value: "TBA", problem: "placeholder" }),
  cell("H5", {
    heading: "PCD",
    fieldId: "T17.plan",
    value: "03-05-26",
    problem: "ambiguous",
    could: [46084, 46145],
  }),
  cell("J5", { heading: "Qty", fieldId: "qty", value: "2840 pcs", problem: "textNumber", could: [2840] }),
  cell("J6", { heading: "Qty", fieldId: "qty", value: "=A1", problem: "error", formula: true }),
];

let pane: OpenPane;
let workbook: MemoryWorkbook;

async function open(
  unread: readonly UnreadCell[],
  displayLanguage = "en-US",
  screen = "unread",
): Promise<void> {
  workbook = new MemoryWorkbook({ ...bookOf({ orders: [{ po: "1", style: "S", qty: 10 }] }), unread });
  pane = await openPane(workbook, screen as "unread", { displayLanguage });
  await settle(30);
}

afterEach(() => pane.close());

const tick = (label: string | RegExp) => pane.click(pane.field(label));

test("columns are told in one sentence each, and nothing is chosen", async () => {
  await open(cells);
  expect(pane.text()).toContain("4 dates are texts: 2 can be read as day-month, 1 means “not yet”, 1 cannot");
  expect(pane.text()).toContain("1 date is a text: 1 can be read two ways");
  expect(pane.buttons(/See what changes/)).toHaveLength(0);
});

test("ticked cells are shown as they would be, written only then, and can be taken back", async () => {
  await open(cells);
  await tick("Turn 2 texts into dates");
  await tick("Turn 1 text into a number");
  await pane.click(pane.button("See the changes (3)"));
  const lines = [...document.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((each) => each.textContent),
  );
  expect(lines).toEqual([
    ["F5实际离厂", "16-9-2026", "2026-09-16"],
    ["F6实际离厂", "17-9-2026", "2026-09-17"],
    ["J5Qty", "2840 pcs", "2840"],
  ]);
  expect(workbook.named("mendCells")).toHaveLength(0);

  await pane.click(pane.button("Change 3 cells"));
  await settle(20);
  const [[mends, settled] = []] = workbook.named("mendCells");
  expect(mends).toMatchObject([
    { sheet: "六月", address: "F5", was: "16-9-2026", value: SEPT_16, isDay: true },
    { sheet: "六月", address: "F6", was: "17-9-2026", value: SEPT_16 + 1, isDay: true },
    { sheet: "六月", address: "J5", was: "2840 pcs", value: 2840, isDay: false },
  ]);
  expect(settled).toEqual([]);
  await settle(400);
  expect(pane.text()).not.toContain("16-9-2026");
  await pane.click(pane.button("Undo"));
  expect(workbook.named("undo")).toHaveLength(1);
});

test("a cell in the preview is shown on the sheet while the keyboard is on its row", async () => {
  await open(cells);
  await tick("Turn 2 texts into dates");
  await pane.click(pane.button("See the changes (2)"));
  const [first] = document.querySelectorAll<HTMLElement>("tbody tr");
  await act(async () => {
    first!.focus();
    await Promise.resolve();
  });
  await settle(250);
  expect(document.activeElement).toBe(first);
  expect(workbook.named("pointAt").at(-1)).toEqual(["六月", "F5"]);
  await act(async () => {
    first!.blur();
    await Promise.resolve();
  });
  await settle(250);
  expect(workbook.named("pointAt").at(-1)).toEqual([]);
});

test("a date with two readings is chosen for the column or for the cell", async () => {
  await open(cells);
  await pane.type(pane.field("1 date with two readings"), "mdy");
  await settle();
  await pane.click(pane.button("See the changes (1)"));
  expect(document.querySelector("tbody tr")?.textContent).toContain("2026-03-05");
  await pane.click(pane.button("Back"));
  const box = document.querySelector<HTMLElement>('[role=group][aria-label="1 date with two readings"]');
  await pane.click(box!.querySelector<HTMLElement>("button[aria-expanded]")!);
  await pane.type(pane.field("What to do with H5"), "dmy");
  await settle();
  await pane.click(pane.button("See the changes (1)"));
  expect(document.querySelector("tbody tr")?.textContent).toContain("2026-05-03");
});

test("what no rule can mend is only led to", async () => {
  await open(cells);
  expect(pane.text()).toContain("Mid August Onwards");
  expect(pane.text()).toContain("no definite day");
  expect(pane.text()).toContain("a formula, which is never changed");
  await pane.click(pane.button("Go to 六月!F7"));
  expect(workbook.named("goToCell")).toEqual([["六月", "F7"]]);
});

test("texts wait for dates with day and month changed over, and go with them", async () => {
  const swapped = [
    ...cells.slice(0, 2),
    cell("F9", { value: 46151, problem: "swapped", could: [46151, SEPT_16 - 131 + 100] }),
  ];
  await open(swapped);
  expect(pane.field("Turn 2 texts into dates").disabled).toBe(true);
  await pane.type(pane.field("1 date seems to have day and month swapped"), "back");
  await settle();
  expect(pane.field("Turn 2 texts into dates").disabled).toBe(false);
  await tick("Turn 2 texts into dates");
  await pane.click(pane.button("See the changes (3)"));
  await pane.click(pane.button("Change 3 cells"));
  await settle(20);
  expect(workbook.named("mendCells")[0]?.[1]).toEqual([
    { register: "orders", sheet: "六月", fieldId: "T30.actual" },
  ]);
});

test("dates that are right as they stand are doubted no longer, and no cell is written", async () => {
  await open([cell("F9", { value: 46151, problem: "swapped", could: [46151, 46250] })]);
  await pane.click(pane.button("They are right as they are"));
  await settle(400);
  expect(workbook.named("mendCells")).toEqual([
    [[], [{ register: "orders", sheet: "六月", fieldId: "T30.actual" }]],
  ]);
  expect(pane.text()).toContain("Everything can be read");
});

test("the boards say what cannot be read, and lead there; what is read as text is no matter there", async () => {
  await open(cells, "en-US", "today");
  expect(pane.text()).toContain("2 dates cannot be read.");
  await pane.click(pane.button("Look"));
  await settle(30);
  expect(pane.text()).toContain("Cells that cannot be read");
  await pane.close();
  await open(cells.slice(0, 2), "en-US", "today");
  expect(pane.buttons("Look")).toHaveLength(0);
});

test("all of it in Chinese", async () => {
  await open(cells, "zh-CN");
  expect(pane.text()).toContain("4 个日期是文本：2 个可按“日-月”读出，1 个表示还没有，1 个读不出");
  await tick("把 2 个文本改成日期");
  await pane.click(pane.button("查看改动（2）"));
  await pane.click(pane.button("修改 2 个单元格"));
  expect(workbook.named("mendCells")).toHaveLength(1);
});

test("nothing unread, nothing to do", async () => {
  await open([]);
  expect(pane.text()).toContain("Everything can be read");
});
