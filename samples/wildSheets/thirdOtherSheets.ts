import { others, type SheetSpec } from "./composeSheet";

const { serial } = others;
const pick =
  <T>(...list: readonly T[]) =>
  (_: unknown, index: number): T | undefined =>
    list[index % list.length];
const count =
  (from: number, step: number) =>
  (_: unknown, index: number): number =>
    from + step * (index % 9);

const LABELS = ["Care label", "Main label", "Hang tag", "Zipper 3#", "Carton 5 ply", "Price ticket"];
const LABELS_ZH = ["洗水唛", "主唛", "吊牌", "3号拉链", "纸箱", "四合扣"];
const LABELS_TW = ["洗水嘜", "主嘜", "吊牌", "3號拉鏈", "紙箱", "四合扣"];

/** Lists of materials by other words, and sheets that are no list of orders and must not be taken for one. */
export const thirdOtherSheets: readonly SheetSpec[] = [
  {
    name: "3 en finished fabric follow-up, F/F and G/F",
    lang: "en",
    seed: 320,
    rows: 24,
    subject: "materials",
    columns: [
      { heading: "Buyer", cell: (order) => order.customer },
      { heading: "Order", meaning: "po", cell: (order) => order.po },
      { heading: "Style", meaning: "style", cell: (order) => order.style },
      { heading: "F. Color", meaning: "colour", cell: (order) => order.colour },
      { heading: "F. Type", meaning: ["item", "kind"], cell: pick("S/J", "2x2 L. rib", "French terry") },
      { heading: "GSM", meaning: ["spec"], cell: pick(160, 280, 320) },
      { heading: "G/F Order With S.Note Qty", cell: count(900, 41) },
      { heading: "F/F Order With S.Note Qty", meaning: ["ordered", "required"], cell: count(810, 40) },
      { heading: "F/F Delv. Qty", meaning: "received", cell: count(500, 37) },
      { heading: "F/F Delv. Bal. Qty", meaning: "balance", cell: count(60, 3) },
    ],
  },
  {
    name: "3 en trims of a buyer, known by what they are",
    lang: "en",
    seed: 321,
    rows: 20,
    at: [2, 1],
    subject: "materials",
    columns: [
      { heading: "Customer", cell: (order) => order.customer },
      { heading: "Style", meaning: "style", cell: (order) => order.style },
      { heading: "Delivery", cell: pick("1st delivery", "2nd delivery") },
      { heading: "Item Name", meaning: "item", cell: pick(...LABELS) },
      {
        heading: "Target date",
        meaning: "eta",
        cell: (order) => ({ value: order.due - 40, format: "d/m/yyyy" }),
      },
      { heading: "PO No.", meaning: "po", cell: (_, index) => 211_069 + index },
      { heading: "Balance", meaning: "balance", cell: count(-900, 70) },
      { heading: "Remarks", meaning: "remarks", cell: pick("", "sign the PO", "") },
    ],
  },
  {
    name: "3 en bill of materials by style colour",
    lang: "en",
    seed: 322,
    rows: 26,
    subject: "materials",
    columns: [
      { heading: "Style Number", meaning: "style", cell: (order) => order.style },
      { heading: "Garment Color", meaning: ["colour"], cell: (order) => order.colour },
      {
        heading: "RM Reference",
        meaning: "item",
        cell: (_, index) => `03-02-00${106 + (index % 11)}`,
      },
      { heading: "Consumption", meaning: "perPiece", cell: pick(1, 0.61, 0.026) },
      { heading: "UOM (YY)", meaning: "unit", cell: pick("Pcs", "Yds") },
      { heading: "Wastage", cell: pick(0.03, 0.05) },
    ],
  },
  {
    name: "3 en store requisition, what is asked for under what is there",
    lang: "en",
    seed: 323,
    rows: 18,
    at: [3, 0],
    subject: "materials",
    above: (maker) => void maker.put(0, 0, "Purchase requisition").put(1, 0, "Section").put(1, 4, "Sewing"),
    columns: [
      { heading: "SL", cell: serial },
      { heading: "Name of Items", meaning: "item", cell: pick("Needle DBx1", "Bobbin case", "Oil", "Chalk") },
      { heading: "Uom", meaning: "unit", cell: pick("Pcs", "Box") },
      { heading: ["Stock Details", "Qty Requested"], meaning: ["required", "ordered"], cell: count(20, 4) },
      { heading: ["Stock Details", "Stock in Hand"], cell: count(3, 1) },
      { heading: ["To Be Purchased", "Qty"], meaning: ["ordered", "required"], cell: count(15, 2) },
      { heading: ["To Be Purchased", "Rate Appx."], meaning: "price", cell: pick(12.5, 46, 4.6) },
      { heading: ["To Be Purchased", "Amount"], meaning: "amount", cell: count(300, 55) },
    ],
  },
  {
    name: "3 zh 辅料跟进 品名即辅料",
    lang: "zh",
    seed: 324,
    rows: 20,
    subject: "materials",
    columns: [
      { heading: "客户", cell: (order) => order.customer },
      { heading: "款号", meaning: "style", cell: (order) => order.style },
      { heading: "品名", meaning: "item", cell: pick(...LABELS_ZH) },
      { heading: "供应商", meaning: "supplier", cell: (order) => order.supplier },
      { heading: "采购数量", meaning: "ordered", cell: count(3000, 140) },
      { heading: "已到数量", meaning: "received", cell: count(1200, 90) },
      { heading: "欠数", meaning: "balance", cell: count(100, 9) },
    ],
  },
  {
    name: "3 zh 款式用料单耗",
    lang: "zh",
    seed: 325,
    rows: 22,
    subject: "materials",
    columns: [
      { heading: "款号", meaning: "style", cell: (order) => order.style },
      { heading: "物料名称", meaning: "item", cell: pick("汗布", "罗纹", "里布", "橡筋") },
      { heading: "单位", meaning: "unit", cell: pick("米", "公斤") },
      { heading: "单耗", meaning: "perPiece", cell: pick(0.42, 0.03, 1.1) },
      { heading: "损耗", cell: pick(0.03, 0.05) },
    ],
  },
  {
    name: "3 tw 副料進度 品名即副料",
    lang: "tw",
    seed: 326,
    rows: 18,
    subject: "materials",
    columns: [
      { heading: "款號", meaning: "style", cell: (order) => order.style },
      { heading: "品名", meaning: "item", cell: pick(...LABELS_TW) },
      { heading: "供應商", meaning: "supplier", cell: (order) => order.supplier },
      { heading: "採購數量", meaning: "ordered", cell: count(2500, 120) },
      { heading: "已到數量", meaning: "received", cell: count(900, 80) },
    ],
  },
  {
    name: "3 en products with their targets, no orders",
    lang: "en",
    seed: 330,
    rows: 30,
    subject: "none",
    columns: [
      { heading: "Product_ID", cell: (_, index) => `PROD-${100 + index}` },
      { heading: "Product_Name", cell: (order) => order.description },
      { heading: "Category", cell: pick("Men", "Women", "Kids") },
      { heading: "Fabric_Consumption_Per_Piece", cell: pick(1.05, 1.7, 2.1) },
      { heading: "Unit_Price", cell: pick(4.2, 6.1, 9.9) },
    ],
  },
  {
    name: "3 en carton list of one shipment",
    lang: "en",
    seed: 331,
    rows: 20,
    subject: "none",
    columns: [
      { heading: "Ctn No", cell: (_, index) => 1 + Math.floor(index / 3) },
      { heading: "SKU", cell: (order, index) => `${order.style}-${index % 5}` },
      { heading: "Qty", cell: count(20, 7) },
      { heading: "G.W. kgs", cell: pick(21.8, 20.2, 19.4) },
      { heading: "CBM", cell: pick(0.06, 0.07) },
    ],
  },
  {
    name: "3 en wages of a month",
    lang: "en",
    seed: 332,
    rows: 24,
    subject: "none",
    columns: [
      { heading: "S.No", cell: serial },
      { heading: "Emp. No", cell: (_, index) => `E-${4100 + index}` },
      { heading: "Employee Name", cell: (order) => order.merchandiser },
      { heading: "Basic Salary", cell: count(1400, 50) },
      { heading: "Overtime", cell: count(10, 8) },
      { heading: "Net Pay", cell: count(1500, 60) },
    ],
  },
  {
    name: "3 zh 车间计件产量",
    lang: "zh",
    seed: 333,
    rows: 24,
    subject: "none",
    columns: [
      { heading: "人员", cell: pick("吴梅", "彭显", "肖翠") },
      { heading: "型号", cell: (order) => order.style },
      { heading: "颜色", cell: (order) => order.colour },
      { heading: "数量", cell: count(120, 12) },
      { heading: "标时/s", cell: pick(20, 232, 15) },
      { heading: "工时", cell: pick(8.7, 4.1, 0.9) },
    ],
  },
  {
    name: "3 zh 一票货的装箱明细",
    lang: "zh",
    seed: 334,
    rows: 21,
    subject: "none",
    columns: [
      { heading: "箱号", cell: (_, index) => 1 + Math.floor(index / 3) },
      { heading: "SKU", cell: (order, index) => `${order.style}-${index % 4}` },
      { heading: "数量", cell: count(30, 11) },
      { heading: "重量", cell: pick(21.8, 20.1) },
      { heading: "箱型", cell: () => 1 },
    ],
  },
  {
    name: "3 tw 一票貨的裝箱明細",
    lang: "tw",
    seed: 335,
    rows: 21,
    subject: "none",
    columns: [
      { heading: "箱號", cell: (_, index) => 1 + Math.floor(index / 3) },
      { heading: "貨號", cell: (order) => order.style },
      { heading: "數量", cell: count(30, 11) },
      { heading: "毛重", cell: pick(21.8, 20.1) },
      { heading: "體積", cell: pick(0.06, 0.07) },
    ],
  },
  {
    name: "3 tw 員工薪資",
    lang: "tw",
    seed: 336,
    rows: 20,
    subject: "none",
    columns: [
      { heading: "工號", cell: (_, index) => `R${300 + index}` },
      { heading: "姓名", cell: (order) => order.merchandiser },
      { heading: "部門", cell: pick("縫製", "裁床") },
      { heading: "底薪", cell: count(2600, 40) },
      { heading: "加班", cell: count(8, 3) },
    ],
  },
];
