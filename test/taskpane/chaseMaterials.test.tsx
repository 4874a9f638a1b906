import type { Fields } from "../../src/registers/register";
import { chaseGroups, chaseItems } from "../../src/taskpane/chase/chaseList";
import { orderedMaterials } from "../../src/taskpane/chase/chaseMaterials";
import { chaseMessage } from "../../src/taskpane/chase/chaseMessage";
import { milestonesOf, ordersOf } from "../../src/taskpane/orders";
import { asOf, bookOf, MemoryWorkbook } from "./memoryWorkbook";
import { openPane, settle, type OpenPane } from "./openPane";

const orders: Fields[] = [
  { po: "1001", style: "NV-1", colour: "Navy", qty: 1200, due: asOf + 30, "T09.plan": asOf - 2 },
  { po: "1002", style: "NV-2", colour: "Red", qty: 800, due: asOf + 40, "T09.plan": asOf - 1 },
  { po: "1003", style: "NV-3", colour: "Red", due: asOf - 9, "T30.actual": asOf - 10 },
];
const rows: Fields[] = [
  {
    po: "1001",
    style: "NV-1",
    colour: "Navy",
    kind: "Fabric",
    item: "单面汗布 180g",
    supplier: "华纺",
    unit: "kg",
    ordered: 5000,
    received: 2000,
    eta: asOf - 5,
  },
  {
    po: "1001",
    style: "NV-1",
    kind: "Trim",
    item: "Zip 18 cm",
    supplier: "YKK",
    ordered: 1300,
    eta: asOf + 3,
  },
  { po: "1001", kind: "Packing", item: "Poly bag", supplier: "ykk ", ordered: 1300, eta: asOf - 1 },
  { po: "1002", style: "NV-2", kind: "Fabric", item: "Rib", supplier: "Huafang", received: 90, ordered: 90 },
  { po: "1003", style: "NV-3", kind: "Fabric", item: "Twill", supplier: "华纺", eta: asOf - 30 },
  { po: "9999", style: "ZZ", kind: "Fabric", item: "Denim", supplier: "华纺", eta: asOf - 3 },
  { po: "1002", kind: "Trim", item: "Label", supplier: "Far", ordered: 900, eta: asOf + 60 },
];
const book = bookOf({ orders, inspections: [], defects: [], materials: rows });

function groups() {
  const all = ordersOf(book);
  const milestones = milestonesOf(book.tables.orders);
  const source = {
    orders: all,
    risks: new Map(),
    milestones,
    waits: () => new Map(),
    materials: orderedMaterials(book, all),
    asOf,
  };
  return chaseGroups(chaseItems(source, 7), "en");
}

test("materials and the milestone they belong to are asked of their supplier by name", () => {
  const listed = groups().map(({ party, name, items }) => [
    party,
    name,
    items.map(({ material, milestone }) => material?.line.item ?? milestone.id).sort(),
  ]);
  expect(listed).toEqual([
    ["mill", "华纺", ["Denim", "T09", "单面汗布 180g"]],
    // Of its fabric all is here; the mill is named all the same.
    ["mill", "Huafang", ["T09"]],
    // One supplier, however it is written; the label is due in two months.
    ["trims", "YKK", ["Poly bag", "Zip 18 cm"]],
  ]);
});

test("the message tells quantities, dates and the order once, in both languages", () => {
  const [mill] = groups();
  const english = chaseMessage(mill!, mill!.items, "en", asOf);
  expect(english).toContain("Dear 华纺 team,");
  expect(english).toContain(
    "   - 单面汗布 180g: 5,000 kg ordered, 2,000 kg received, 3,000 kg to come, planned 10 Sep, 5 days overdue",
  );
  expect(english.match(/PO 1001/g)).toHaveLength(1);
  expect(english).toContain("2. PO 9999, style ZZ");
  const chinese = chaseMessage(mill!, mill!.items, "zh-CN", asOf);
  expect(chinese).toContain(
    "   - 单面汗布 180g：订 5,000 kg，已到 2,000 kg，欠 3,000 kg，计划 9月10日，已逾期 5 天",
  );
  expect(english + chinese).not.toMatch(/undefined|NaN|\[object/);
});

test("several suppliers of one order's trims leave its milestone without a name", () => {
  const two = bookOf({
    orders: [{ po: "1", style: "S", "T12.plan": asOf - 1 }],
    materials: [
      { po: "1", kind: "Trim", item: "Zip", supplier: "YKK", eta: asOf - 1 },
      { po: "1", kind: "Trim", item: "Label", supplier: "Avery", eta: asOf - 1 },
    ],
  });
  const all = ordersOf(two);
  const items = chaseItems(
    {
      orders: all,
      risks: new Map(),
      milestones: milestonesOf(two.tables.orders),
      waits: () => new Map(),
      materials: orderedMaterials(two, all),
      asOf,
    },
    0,
  );
  expect(items.map(({ name, material }) => [name, material?.line.item])).toEqual([
    ["", undefined],
    ["YKK", "Zip"],
    ["Avery", "Label"],
  ]);
});

describe("in the pane", () => {
  let pane: OpenPane;
  afterEach(() => pane.close());

  test("the list shows what is still to come and leads to the material's row", async () => {
    const workbook = new MemoryWorkbook(book);
    pane = await openPane(workbook, "chase");
    await settle(50);
    expect(pane.text()).toContain("5,000 kg ordered · 3,000 kg to come");
    expect(pane.text()).toContain("order not in this workbook");
    const [denim] = [
      ...document.querySelectorAll<HTMLButtonElement>('button[title="Show Denim in the sheet"]'),
    ];
    await pane.click(denim!);
    expect(workbook.named("goTo")).toEqual([["materials", "9999|zz|denim|"]]);
  });

  test("Today counts the late ones and leads to the list", async () => {
    pane = await openPane(new MemoryWorkbook(book), "today");
    await settle(50);
    expect(pane.text()).toContain("3 materials are past the arrival date.");
    await pane.click(pane.button("Open the chase list"));
    await settle(50);
    expect(pane.text()).toContain("Chase list");
  });

  test("and says nothing where there are none", async () => {
    pane = await openPane(new MemoryWorkbook(bookOf({ orders, materials: [] })), "today", {
      displayLanguage: "zh-CN",
    });
    await settle(50);
    expect(pane.text()).not.toContain("物料");
  });

  test("in Chinese", async () => {
    pane = await openPane(new MemoryWorkbook(book), "chase", { displayLanguage: "zh-CN" });
    await settle(50);
    expect(pane.text()).toContain("订 5,000 kg · 欠 3,000 kg");
  });
});
