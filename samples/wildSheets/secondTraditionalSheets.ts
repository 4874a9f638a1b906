import { milestoneDay } from "./madeOrders";
import { others, type ColumnSpec, type SheetSpec } from "./composeSheet";

const { balance, destination, season, serial, shipQty, supplier } = others;

const either = (id: string): string[] => [`${id}.plan`, `${id}.actual`];
const SHIP = ["due", "T30.plan"];
const shipOn =
  (shift = 0, format?: string): ColumnSpec["cell"] =>
  (order) => ({ value: order.due + shift, ...(format && { format }) });
const actual =
  (id: string): ColumnSpec["cell"] =>
  (order, index) =>
    milestoneDay(order, `${id}.actual`, index);

/** Trackers in traditional characters, of layouts and words other than the first ones. */
export const secondTraditionalSheets: readonly SheetSpec[] = [
  {
    name: "2 tw 中英對照 香港寫字樓",
    lang: "tw",
    seed: 301,
    at: [2, 0],
    rows: 18,
    dateFormat: "d/m/yyyy",
    above: (maker) => void maker.put(0, 0, "ORDER STATUS REPORT 訂單進度表").merge(0, 0, 1, 14),
    columns: [
      { heading: "Customer\n客戶", meaning: "customer" },
      { heading: "Customer PO\n客人PO", meaning: "po" },
      { heading: "Style No.\n款號", meaning: "style" },
      { heading: "Color\n顏色", meaning: "colour" },
      { heading: "Order Qty\n訂單數量", meaning: "qty" },
      { heading: "Season\n季節", cell: season },
      { heading: "PP Approved\n產前辦批核", meaning: either("T17"), cell: actual("T17") },
      { heading: "Fabric in-house\n布料到廠", meaning: either("T09"), cell: actual("T09") },
      { heading: "Cutting date\n開裁日期", meaning: either("T19S"), cell: actual("T19S") },
      { heading: "Audit Date\n驗貨日期", meaning: either("T29"), cell: actual("T29") },
      { heading: "Ex-fty dd\n走貨期", meaning: SHIP, cell: shipOn(0, "d/m/yyyy") },
      { heading: "Shipped Qty\n出貨數", cell: shipQty },
      { heading: "Destination\n目的地", cell: destination },
      { heading: "Remarks\n備註", meaning: "remarks" },
    ],
  },
  {
    name: "2 tw 訂單進度 小計與色號",
    lang: "tw",
    seed: 302,
    heldOut: true,
    at: [2, 0],
    rows: 20,
    above: (maker) => void maker.put(0, 0, "訂單進度表").merge(0, 0, 1, 12),
    columns: [
      { heading: "業務", meaning: "merchandiser" },
      { heading: "客戶名稱", meaning: "customer" },
      { heading: "客戶單號", meaning: "po" },
      { heading: "序號", cell: serial },
      { heading: "品名代碼", meaning: "style" },
      { heading: "中文品名", meaning: "description" },
      { heading: "顏色", meaning: "colour" },
      { heading: "訂購數量", meaning: "qty" },
      { heading: "接單日期", meaning: "orderDate" },
      { heading: "預交日期", meaning: SHIP, cell: shipOn(0, "yyyy/m/d") },
      { heading: "已交數量", cell: shipQty },
      { heading: "未交數量", cell: balance },
    ],
    between: [
      { before: 7, kind: "total", cells: { 6: "小計", 7: "sum" } },
      { before: 14, kind: "total", cells: { 6: "小計", 7: "sum" } },
      { before: 20, kind: "total", cells: { 6: "小計", 7: "sum" } },
      { before: 20, kind: "total", cells: { 6: "總計", 7: "sum" } },
    ],
  },
  {
    name: "2 tw 越南廠 排程 上下線",
    lang: "tw",
    seed: 303,
    at: [1, 1],
    rows: 16,
    dateFormat: "m/d",
    above: (maker) => void maker.put(0, 1, "越南廠生產排程"),
    columns: [
      { heading: "組別", cell: (_, index) => `A${(index % 8) + 1}` },
      { heading: "客人", meaning: "customer" },
      { heading: "工單", meaning: "po" },
      { heading: "款號", meaning: "style" },
      { heading: "數量", meaning: "qty" },
      { heading: ["主料", "預計到廠"], meaning: "T09.plan" },
      { heading: ["主料", "實際到廠"], meaning: "T09.actual" },
      { heading: ["裁剪", "開裁日"], meaning: either("T19S"), cell: actual("T19S") },
      { heading: ["車縫", "上線日"], meaning: either("T21S"), cell: actual("T21S") },
      { heading: ["車縫", "下線日"], meaning: either("T21"), cell: actual("T21") },
      { heading: ["出貨", "預計"], meaning: "T30.plan" },
      { heading: ["出貨", "實際"], meaning: "T30.actual" },
      { heading: "備註", meaning: "remarks" },
    ],
  },
  {
    name: "2 tw 驗貨排程",
    lang: "tw",
    seed: 304,
    heldOut: true,
    at: [1, 0],
    rows: 15,
    subject: "inspections",
    above: (maker) => void maker.put(0, 0, "驗貨排程及結果"),
    columns: [
      { heading: "驗貨單號", meaning: "id", cell: (_, index) => `V${500 + index}` },
      { heading: "驗貨日", meaning: "date", cell: (order) => ({ value: order.due - 3, format: "yyyy/m/d" }) },
      { heading: "客戶訂單", meaning: "po" },
      { heading: "款式編號", meaning: "style" },
      { heading: "工廠", meaning: "factory" },
      { heading: "驗貨方式", meaning: ["type", "level"], cell: (_, index) => ["尾驗", "中驗"][index % 2] },
      { heading: "出貨數量", meaning: "lot", cell: (order) => order.qty },
      { heading: "抽樣數量", meaning: "sampleSize", cell: () => 80 },
      { heading: "嚴重", meaning: "critical", cell: () => 0 },
      { heading: "主缺", meaning: "major", cell: (_, index) => index % 8 },
      { heading: "次缺", meaning: "minor", cell: (_, index) => index % 12 },
      { heading: "驗貨結果", meaning: "verdict", cell: (_, index) => (index % 4 ? "PASS" : "FAIL") },
      { heading: "驗貨員", meaning: "inspector", cell: (order) => order.merchandiser },
    ],
  },
  {
    name: "2 tw 主副料採購",
    lang: "tw",
    seed: 305,
    rows: 18,
    subject: "materials",
    columns: [
      { heading: "料號", cell: (_, index) => `M${8000 + index}` },
      { heading: "品名", meaning: "item", cell: (order) => order.fabric },
      { heading: "規格", meaning: "spec", cell: () => '58"' },
      { heading: "廠商", meaning: "supplier", cell: supplier },
      { heading: "單位", meaning: "unit", cell: () => "YD" },
      { heading: "需求量", meaning: "required", cell: (order) => order.qty },
      { heading: "採購量", meaning: "ordered", cell: (order) => order.qty },
      { heading: "進貨量", meaning: "received", cell: (order, index) => (index % 2 ? order.qty : 0) },
      { heading: "未交量", meaning: "balance", cell: balance },
      { heading: "單價", meaning: "price" },
      { heading: "預定交期", meaning: "eta", cell: (order) => ({ value: order.due - 50, format: "m/d" }) },
    ],
  },
];
