import { materials } from "../../../src/registers/materials";
import { word, type CellValue, type Lang } from "../../../src/registers/register";
import { readSheet } from "../../../src/registers/sheet/readSheet";
import type { SheetReading } from "../../../src/registers/sheet/sheetReading";

function read(headings: readonly string[], rows: readonly (readonly CellValue[])[]): SheetReading {
  const values = [headings, ...rows];
  return readSheet({
    name: "物料",
    top: 0,
    left: 0,
    values,
    formats: values.map((row) =>
      row.map((_, column) => (/ETA|到/.test(headings[column] ?? "") ? "@" : "General")),
    ),
    formulas: values.map((row) => row.map(() => false)),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    tables: [],
  });
}

const meanings = (reading: SheetReading): Record<string, string | undefined> =>
  Object.fromEntries(reading.columns.map(({ heading, meaning }) => [heading, meaning]));

const rows = [1, 2, 3, 4, 5].map((i) => {
  const fabric = i % 2 === 1;
  const kind = fabric ? "面料" : "辅料";
  return [
    `100${i}`,
    `A-${i}`,
    kind,
    fabric ? "单面汗布 180g" : "拉链",
    "华纺",
    "kg",
    500 * i,
    200,
    46280 + i,
  ];
});

test.each([
  [["订单号", "款号", "物料类别", "物料名称", "供应商", "单位", "订购数量", "到货数量", "预计到货日期"]],
  [["合同号", "款号", "类别", "品名", "供应商", "单位", "采购数量", "到货数量", "交货日期"]],
  [
    [
      "PO",
      "Style",
      "Material type",
      "Item description",
      "Supplier",
      "UOM",
      "Order qty",
      "Received qty",
      "ETA",
    ],
  ],
  [["PO", "Style", "Category", "Material", "Vendor", "Unit", "Ordered", "Received", "In-house date"]],
])("%j are the columns of a list of materials", (headings) => {
  const reading = read(headings, rows);
  expect(reading.subject).toBe("materials");
  expect(headings.map((heading) => meanings(reading)[heading])).toEqual([
    "po",
    "style",
    "kind",
    "item",
    "supplier",
    "unit",
    "ordered",
    "received",
    "eta",
  ]);
});

test("a fabric type is the item where nothing else names it", () => {
  const headings = ["PO", "Style", "Fabric type", "Supplier", "Unit", "Order qty", "Received qty", "ETA"];
  const reading = read(
    headings,
    rows.map(([po = "", style = "", , ...others]) => [po, style, ...others]),
  );
  expect(meanings(reading)["Fabric type"]).toBe("item");
});

test.each<Lang>(["zh-CN", "en"])("a sheet with our own headings is understood (%s)", (lang) => {
  const typed = materials.fields.filter(({ type }) => type !== "formula");
  const values: Readonly<Record<string, CellValue>> = {
    kind: lang === "en" ? "Fabric" : "面料",
    item: "Single jersey 180 g",
    spec: "100% cotton",
    colour: "Navy",
    supplier: "Huafang",
    unit: "kg",
    required: 510,
    ordered: 520,
    received: 200,
    orderDate: 46200,
    eta: 46280,
    receivedDate: 46281,
    remarks: "by sea",
  };
  const reading = read(
    typed.map(({ heading }) => word(heading, lang)),
    [1, 2, 3, 4].map((i) =>
      typed.map(({ id }) => (id === "po" ? `PO-10${i}` : id === "style" ? `ST-${i}` : (values[id] ?? ""))),
    ),
  );
  expect(reading.subject).toBe("materials");
  const found = meanings(reading);
  const wrong = typed.filter(({ id, heading }) => found[word(heading, lang)] !== id);
  expect(wrong.map(({ id, heading }) => [id, found[word(heading, lang)]])).toEqual([]);
});
