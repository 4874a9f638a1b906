import { readSheet } from "../../../src/registers/sheet/readSheet";
import type { SheetGrid } from "../../../src/registers/sheet/sheetGrid";
import type { CellValue } from "../../../src/registers/register";

/** A sheet of values; whole numbers from 46,000 on are shown as days. */
function sheet(values: readonly (readonly CellValue[])[]): SheetGrid {
  const width = Math.max(...values.map((row) => row.length));
  const cells = values.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ""));
  return {
    name: "Sheet1",
    top: 0,
    left: 0,
    values: cells,
    formats: cells.map((row) =>
      row.map((value) => (typeof value === "number" && value >= 46_000 ? "yyyy-mm-dd" : "General")),
    ),
    formulas: cells.map((row) => row.map(() => false)),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    tables: [],
  };
}
const rows = (count: number, make: (index: number) => readonly CellValue[]): (readonly CellValue[])[] =>
  Array.from({ length: count }, (_, index) => make(index));
const meanings = (grid: SheetGrid): Record<string, string> =>
  Object.fromEntries(
    readSheet(grid).columns.flatMap(({ heading, meaning }) =>
      meaning === undefined ? [] : [[heading, meaning]],
    ),
  );

test("two tables side by side with the same headings are not one", () => {
  const reading = readSheet(
    sheet([
      ["PO No", "Item", "Delivery date", "", "PO No", "Item", "Delivery date"],
      ...rows(8, (index) => [4500 + index, "Label", 46_100, "", 4600 + index, "Tag", 46_120]),
    ]),
  );
  expect(reading.table).toMatchObject({ firstColumn: 0, lastColumn: 2 });
});

test("a store's ledger is no list of orders, though it names customer and style", () => {
  const grid = sheet([
    ["Issue Date", "Section", "Item Name", "UOM", "Issued Qty", "Buyer Name", "Style Name"],
    ...rows(9, (index) => [
      46_100 + index,
      "Line-4",
      "Needle",
      "Pcs",
      index + 1,
      "Lindqvist",
      `A${100 + index}`,
    ]),
  ]);
  expect(readSheet(grid).subject).toBe("materials");
  expect(meanings(grid)).toMatchObject({ "Item Name": "item", UOM: "unit" });
});

test("materials whose day is called a delivery date are materials all the same", () => {
  const grid = sheet([
    ["款号", "品名", "规格", "供应商", "单位", "需求数", "订购数", "实到数", "交货日期"],
    ...rows(9, (index) => [
      `A${100 + index}`,
      "全棉汗布",
      "150cm",
      "天虹",
      "米",
      900,
      950,
      400,
      46_100 + index,
    ]),
  ]);
  expect(readSheet(grid).subject).toBe("materials");
  expect(meanings(grid)).toMatchObject({
    品名: "item",
    需求数: "required",
    订购数: "ordered",
    实到数: "received",
    交货日期: "eta",
  });
});

test("an order list with a supplier and a unit is no list of materials", () => {
  const grid = sheet([
    ["Customer", "PO", "Style", "Item", "Supplier", "Unit", "Order Qty", "Delivery"],
    ...rows(9, (index) => [
      "Lindqvist",
      4500 + index,
      `A${100 + index}`,
      "Polo shirt",
      "Texhong",
      "pcs",
      900,
      46_100,
    ]),
  ]);
  expect(readSheet(grid).subject).toBe("orders");
});

test("a month by itself is a group of the rows under it", () => {
  const order = (index: number): CellValue[] => [
    `26-${100 + index}`,
    `A${100 + index}`,
    "黑色",
    900,
    46_200 + index,
  ];
  const reading = readSheet(
    sheet([
      ["单号", "款号", "颜色", "数量", "交期"],
      ["6月"],
      ...rows(5, order),
      [46_204],
      ...rows(5, (index) => order(index + 5)),
    ]),
  );
  expect(reading.rows.filter(({ kind }) => kind === "group").map(({ row }) => row)).toEqual([1, 7]);
  expect(reading.rows.filter(({ kind }) => kind === "data").length).toBe(10);
});

test("severe defects are critical alone, and major beside critical ones", () => {
  const list = (headings: readonly string[]): SheetGrid =>
    sheet([
      ["报告编号", "验货日期", "订单号", "款号", "批量", "抽样数", ...headings, "结果"],
      ...rows(9, (index) => [
        `R${index}`,
        46_100,
        `26-${index}`,
        `A${index}`,
        1200,
        80,
        ...headings.map(() => index % 4),
        "合格",
      ]),
    ]);
  expect(meanings(list(["严重", "主要", "次要"]))).toMatchObject({ 严重: "critical", 主要: "major" });
  expect(meanings(list(["致命", "严重", "轻微"]))).toMatchObject({
    致命: "critical",
    严重: "major",
    轻微: "minor",
  });
});

test("what has been delivered is not what is due", () => {
  const grid = sheet([
    ["PO", "Style", "Qty", "Delivery", "Actual Delivery"],
    ...rows(9, (index) => [4500 + index, `A${100 + index}`, 900, 46_200, index % 2 ? 46_201 : ""]),
  ]);
  expect(meanings(grid)).toMatchObject({ Delivery: "due", "Actual Delivery": "T30.actual" });
});

test("the user may say what the rows are about", () => {
  const grid = sheet([
    ["Style", "Item", "Qty", "Supplier"],
    ...rows(9, (index) => [`A${100 + index}`, "Zipper", 900, "YKK"]),
  ]);
  expect(readSheet(grid, { subject: "materials" }).subject).toBe("materials");
  expect(readSheet(grid, { subject: "materials" }).columns.map(({ meaning }) => meaning)).toEqual([
    "style",
    "item",
    "ordered",
    "supplier",
  ]);
});

test("a group or a note that stands in the column of running numbers is one", () => {
  const order = (index: number): CellValue[] => [
    index + 1,
    `26-${100 + index}`,
    `A${100 + index}`,
    900,
    46_200 + index,
  ];
  const reading = readSheet(
    sheet([
      ["序号", "单号", "款号", "数量", "交期"],
      ["▼ 第一批"],
      ...rows(5, order),
      ["▼ 第二批"],
      ...rows(5, (index) => order(index + 5)),
      ["注：交期以客户确认为准"],
    ]),
  );
  const kind = (row: number): string | undefined => reading.rows.find((one) => one.row === row)?.kind;
  expect([kind(1), kind(7), kind(13)]).toEqual(["group", "group", "note"]);
  expect(reading.rows.filter((one) => one.kind === "data").length).toBe(10);
});

test("headings said again in the other language are headings, not an order", () => {
  const zh = ["客户", "订单号", "款号", "颜色", "数量", "交期"];
  const en = ["Customer", "PO No.", "Style No.", "Color", "Qty", "Delivery"];
  const orders = rows(8, (index) => [
    "林德",
    `26-${100 + index}`,
    `A${100 + index}`,
    "黑色",
    900,
    46_200 + index,
  ]);
  for (const headings of [
    [zh, en],
    [en, zh],
  ]) {
    const reading = readSheet(sheet([["进度表"], [], ...headings, ...orders]));
    expect(reading.table).toMatchObject({ headingRows: [2, 3], firstRow: 4, lastRow: 11 });
    expect(reading.columns.map(({ meaning }) => meaning)).toEqual([
      "customer",
      "po",
      "style",
      "colour",
      "qty",
      "due",
    ]);
  }
});

test.each([
  [[1, 2, 3, 4, 5, 6]],
  [["A", "B", "C", "D", "E", "F"]],
  [["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"]],
  [["", "", "", "", "(pcs)", "(ex-fty)"]],
])("%j under the headings is no order", (under) => {
  const grid = sheet([
    ["Customer", "PO", "Style", "Color", "Qty", "Delivery"],
    under,
    ...rows(8, (index) => ["Lindqvist", 4500 + index, `A${100 + index}`, "Black", 900, 46_200 + index]),
  ]);
  const reading = readSheet(grid);
  expect(reading.rows[0]?.kind).toBe("heading");
  expect(reading.rows.filter(({ kind }) => kind === "data").length).toBe(8);
});

test("the row of an order's actual dates is not another order", () => {
  const reading = readSheet(
    sheet([
      ["PO", "Style", "Qty", "", "Fabric in-house", "Cutting", "Ex-fty"],
      ...rows(12, (index) =>
        index % 2
          ? ["", "", "", "Actual", 46_101, index < 6 ? 46_121 : "", ""]
          : [4500 + index, `A${100 + index}`, 900, "Plan", 46_100, 46_120, 46_200],
      ),
    ]),
  );
  expect(reading.rows.map(({ kind }) => kind)).toEqual(rows(6, () => ["data", "note"]).flat());
});

test("far more pieces than the sample has are the lot, whatever the heading says", () => {
  const list = (inspected: number): SheetGrid =>
    sheet([
      ["报告编号", "验货日期", "订单号", "款号", "验货数量", "抽样数", "主要", "次要", "结果"],
      ...rows(9, (index) => [
        `R${index}`,
        46_100,
        `26-${index}`,
        `A${index}`,
        inspected,
        80,
        index % 4,
        1,
        "合格",
      ]),
    ]);
  expect(meanings(list(3200)).验货数量).toBe("lot");
  expect(meanings(list(80)).验货数量).toBe("inspected");
});

describe("the day that the buyer wants", () => {
  const tracker = (headings: readonly string[]): SheetGrid =>
    sheet([
      ["PO", "Style", "Qty", ...headings],
      ...rows(9, (index) => [
        4500 + index,
        `A${100 + index}`,
        900,
        ...headings.map((_, at) => 46_200 + at + index),
      ]),
    ]);

  test.each([
    [["Ex-fty per PO", "Planned ex-fty", "Actual ex-fty"], "Ex-fty per PO"],
    [["Original ex-factory", "Revised ex-factory"], "Original ex-factory"],
    [["Ex-factory date", "Cutting"], "Ex-factory date"],
    [["离厂日期", "实际离厂"], undefined],
    [["Delivery", "Ex-factory date"], "Delivery"],
  ])("of %j is %s", (headings, wanted) => {
    const due = readSheet(tracker(headings)).columns.find(({ meaning }) => meaning === "due");
    expect(due?.heading).toBe(wanted);
  });

  test("is asked for first where no column is it", () => {
    const reading = readSheet(tracker(["Planned ex-fty", "Actual ex-fty"]));
    expect(reading.columns.some(({ meaning }) => meaning === "due")).toBe(false);
    expect(reading.questions[0]).toMatchObject({ code: "whatIs", column: 3 });
    expect(reading.questions[0]?.answers.slice(0, 2)).toEqual(["due", "T30.plan"]);
  });
});

test("S# is the style where it holds codes, and a running number where it counts", () => {
  const grid = (value: (index: number) => CellValue): SheetGrid =>
    sheet([
      ["S#", "P/O#", "Q'ty", "Del'y"],
      ...rows(9, (index) => [value(index), 4500 + index, 900, 46_200]),
    ]);
  expect(meanings(grid((index) => `LX${200 + index}`))["S#"]).toBe("style");
  expect(meanings(grid((index) => index + 1))["S#"]).toBeUndefined();
});

const surely = (grid: SheetGrid): Record<string, string> =>
  Object.fromEntries(
    readSheet(grid).columns.flatMap(({ heading, meaning, confidence }) =>
      meaning === undefined || confidence < 0.8 ? [] : [[heading, meaning]],
    ),
  );

test("numbers with a year before them, or two parts of unlike length, are one number a cell", () => {
  const numbered = (make: (index: number) => string): SheetGrid =>
    sheet([
      ["PO No", "Style", "Qty", "Delivery date"],
      ...rows(12, (index) => [make(index), `A${index}`, 300 + index, 46_100]),
    ]);
  const several = (grid: SheetGrid): number | undefined => readSheet(grid).columns[0]?.codes?.several;
  expect(several(numbered((index) => `2026/${10_400 + index}`))).toBe(0);
  expect(several(numbered((index) => `7562/${910 + index}`))).toBe(0);
  expect(several(numbered((index) => `${45_001 + index}/${45_101 + index}`))).toBe(12);
  expect(several(numbered((index) => (index === 3 ? "7562/913" : `${45_001 + index}`)))).toBe(1);
});

test("a date that says planned is not called actual because another planned one is there", () => {
  const grid = sheet([
    [
      "PO",
      "Style",
      "Calder plan cut date",
      "Planned cut date",
      "Ex-fty (forecast)",
      "Ex-fty (partner)",
      "Ex-fty (mill)",
    ],
    ...rows(9, (index) => [4500 + index, `A${index}`, 46_100, 46_102, 46_150, 46_152, 46_155]),
  ]);
  expect(Object.values(surely(grid)).filter((meaning) => meaning.endsWith(".actual"))).toEqual([]);
});

test("what is far too dear for a piece is not surely its price", () => {
  const priced = (price: number): SheetGrid =>
    sheet([
      ["PO", "Style", "Qty", "Delivery Date", "Sales price"],
      ...rows(9, (index) => [4500 + index, `A${index}`, 5000, 46_150 + index, price + index]),
    ]);
  expect(surely(priced(7))["Sales price"]).toBe("price");
  expect(surely(priced(7_104_330))["Sales price"]).toBeUndefined();
});

test("a customer column of nothing but different codes names no customers", () => {
  const grid = sheet([
    ["Client", "Style", "Qty", "Delivery date"],
    ...rows(30, (index) => [`L27SB0${100 + index}`, `A${index}`, 300, 46_100]),
  ]);
  expect(surely(grid).Client).toBeUndefined();
});

test("zip hoodies and rib tops are garments, care labels and zippers are materials", () => {
  const list = (items: readonly string[]): SheetGrid =>
    sheet([
      ["Style", "Item name", "PO No", "Target date", "Balance"],
      ...rows(12, (index) => [`A${index}`, items[index % items.length] ?? "", 4500 + index, 46_100, 20]),
    ]);
  expect(readSheet(list(["Care label", "Zipper 5#", "Hang tag"])).subject).toBe("materials");
  expect(readSheet(list(["Zip hoodie", "Rib tank top", "Button shirt"])).subject).toBe("orders");
});

test("an Excel table of one column, kept for a choice, is not the sheet's table", () => {
  const grid = sheet([
    ["Style", "PO", "Qty", "Delivery date", "", "Trim ref"],
    ...rows(9, (index) => [`A${index}`, 4500 + index, 300, 46_100, "", `T-${index}`]),
  ]);
  const table = {
    name: "Choices",
    area: { row: 0, column: 5, rows: 10, columns: 1 },
    headings: true,
    totals: false,
  };
  expect(readSheet({ ...grid, tables: [table] }).table).toMatchObject({ firstColumn: 0, headingRows: [0] });
});

test("labels of an empty form are no headings", () => {
  const grid = sheet([
    ["Contract"],
    ["Order No:", "", "", "Merchandiser:", "", "", "Delivery date:"],
    ["Customer:", "", "", "Contact:", "", "", "Phone:"],
    ["Address:"],
    ["No.", "Style", "Description", "Qty", "Amount"],
    ["", "", "", "", ""],
    ["Total", "", "", "", ""],
  ]);
  expect(readSheet(grid).table?.headingRows ?? [4]).toEqual([4]);
});

test("three heading rows without merged cells: a group ends where a new one begins over it", () => {
  const grid = sheet([
    ["客戶單號", "款號", "數量", "交貨期", "大貨面料", "", "", "", "離廠", ""],
    ["", "", "", "", "到倉", "", "測試", "", "", ""],
    ["", "", "", "", "計劃", "實際", "計劃", "實際", "計劃", "實際"],
    ...rows(6, (index) => [
      `PO${1200 + index}`,
      `ST-${300 + index}`,
      1200 + index * 10,
      46_100 + index,
      ...[46_010, 46_012, 46_020, 46_021, 46_095, 46_097].map((day) => day + index),
    ]),
  ]);
  const reading = readSheet(grid);
  expect(reading.table?.headingRows).toEqual([0, 1, 2]);
  expect(reading.columns.slice(4).map(({ meaning }) => meaning)).toEqual([
    "T09.plan",
    "T09.actual",
    "T08.plan",
    "T08.actual",
    "T30.plan",
    "T30.actual",
  ]);
  expect(reading.questions).toEqual([]);
});

test.each([
  ["Greige Fabric", "Qty (yds)", "40s poplin greige"],
  ["坯布名称", "数量（米）", "40支府绸"],
  ["Yarn description", "Qty (kgs)", "32s combed"],
])("goods by the yard or by weight are materials, though orders name them: %s", (item, quantity, goods) => {
  const grid = sheet([
    ["Order No", "Style", item, quantity, "Order Date", "Delivery", "Supplier"],
    ...rows(6, (index) => [
      `PO${100 + index}`,
      `ST${10 + index}`,
      goods,
      1200 + index,
      46_000 + index,
      46_030 + index,
      "Xinhua mill",
    ]),
  ]);
  expect(readSheet(grid).subject).toBe("materials");
  expect(meanings(grid)).toMatchObject({ [item]: "item", [quantity]: "ordered", Delivery: "eta" });
});

test.each(["Inline|Final|Mid-line", "初期|中期|尾期", "1st inline inspection|Pre-final|FRI"])(
  "a column called Type that holds kinds of inspection is certainly that: %s",
  (kinds) => {
    const grid = sheet([
      ["Insp Date", "PO No", "Type", "Lot Qty", "Sample Size", "Major", "Minor", "Result"],
      ...rows(6, (index) => [
        46_000 + index,
        `PO${100 + index}`,
        kinds.split("|")[index % 3] ?? "",
        1200,
        80,
        2,
        3,
        "Pass",
      ]),
    ]);
    const type = readSheet(grid).columns.find(({ heading }) => heading === "Type");
    expect(type).toMatchObject({ meaning: "type" });
    expect(type?.confidence).toBeGreaterThanOrEqual(0.8);
  },
);

describe("a delivery beside the day of leaving", () => {
  const list = (delivery: string, later: number): SheetGrid =>
    sheet([
      ["PO No", "Style", "Buyer", "Qty", "Ex-Factory Date", delivery],
      ...rows(6, (index) => [
        `PO${100 + index}`,
        `ST${10 + index}`,
        "Northfield",
        1200 + index,
        46_030 + index,
        46_030 + index + later,
      ]),
    ]);
  const surely = (grid: SheetGrid, heading: string): string | undefined =>
    readSheet(grid).columns.find((one) => one.heading === heading && one.confidence >= 0.8)?.meaning;

  test("weeks later it is an arrival: no ex-factory date, and not surely what is due", () => {
    expect(surely(list("Actual Delivery", 35), "Actual Delivery")).toBeUndefined();
    expect(meanings(list("Actual Delivery", 35))).not.toHaveProperty("Actual Delivery");
    expect(surely(list("Delivery", 35), "Delivery")).toBeUndefined();
  });

  test("about the same day it is the order's own", () => {
    expect(surely(list("Delivery", 2), "Delivery")).toBe("due");
  });
});
