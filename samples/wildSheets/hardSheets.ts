import { others, type SheetSpec } from "./composeSheet";
import { serialDate } from "../../src/domain/calendar/serialDate";

const { amount, season, destination, serial, cutQty, sewQty, shipQty, balance, text } = others;
const day = (year: number, month: number, date: number): number => serialDate(year, month, date) ?? 0;

/** Sheets that were hard for people too. */
export const hardSheets: readonly SheetSpec[] = [
  {
    name: "en three heading rows",
    lang: "en",
    at: [1, 1],
    rows: 18,
    above: (maker) => void maker.put(0, 1, "PRODUCTION FOLLOW UP").merge(0, 1, 1, 14),
    columns: [
      { heading: "BUYER", meaning: "customer" },
      { heading: "ORDER NO.", meaning: "po" },
      { heading: "STYLE NO.", meaning: "style" },
      { heading: "COLOUR", meaning: "colour" },
      { heading: "ORDER QTY", meaning: "qty" },
      {
        heading: ["PRE-PRODUCTION", "Fit sample", "Sent"],
        meaning: ["T14.plan", "T14.actual"],
        cell: (order) => ({ value: order.due - 80, format: "dd-mmm-yy" }),
      },
      {
        heading: ["PRE-PRODUCTION", "Fit sample", "Approved"],
        meaning: ["T15.plan", "T15.actual"],
        cell: (order) => ({ value: order.due - 70, format: "dd-mmm-yy" }),
      },
      {
        heading: ["PRE-PRODUCTION", "PP sample", "Sent"],
        meaning: ["T16.plan", "T16.actual"],
        cell: (order) => ({ value: order.due - 52, format: "dd-mmm-yy" }),
      },
      {
        heading: ["PRE-PRODUCTION", "PP sample", "Approved"],
        meaning: ["T17.plan", "T17.actual"],
        cell: (order) => ({ value: order.due - 46, format: "dd-mmm-yy" }),
      },
      {
        heading: ["PRODUCTION", "Cutting", "Start"],
        meaning: ["T19S.plan", "T19S.actual"],
        cell: (order) => ({ value: order.due - 38, format: "dd-mmm-yy" }),
      },
      {
        heading: ["PRODUCTION", "Cutting", "Finish"],
        meaning: ["T19.plan", "T19.actual"],
        cell: (order) => ({ value: order.due - 33, format: "dd-mmm-yy" }),
      },
      {
        heading: ["PRODUCTION", "Sewing", "Start"],
        meaning: ["T21S.plan", "T21S.actual"],
        cell: (order) => ({ value: order.due - 34, format: "dd-mmm-yy" }),
      },
      {
        heading: ["PRODUCTION", "Sewing", "Finish"],
        meaning: ["T21.plan", "T21.actual"],
        cell: (order) => ({ value: order.due - 14, format: "dd-mmm-yy" }),
      },
      { heading: "SHIPMENT DATE", meaning: ["T30.plan", "due"] },
    ],
  },
  {
    name: "zh 用区1198行 只有23单",
    lang: "zh",
    rows: 23,
    formulaTail: 1174,
    columns: [
      { heading: "序", cell: serial },
      { heading: "客户", meaning: "customer" },
      { heading: "订单编号", meaning: "po" },
      { heading: "款号", meaning: "style" },
      { heading: "数量", meaning: "qty" },
      { heading: "单价", meaning: "price" },
      { heading: "总价", cell: amount, formula: true },
      { heading: "交货日期", meaning: "due" },
      {
        heading: "验货日",
        meaning: ["T29.plan"],
        cell: (order) => ({ value: order.due - 3, format: "yyyy/m/d" }),
        formula: true,
      },
      {
        heading: "走货",
        meaning: ["T30.actual", "T30.plan"],
        cell: (order, index) => (index < 9 ? { value: order.due, format: "yyyy/m/d" } : ""),
      },
    ],
  },
  {
    name: "en numbers as texts, cancelled orders",
    lang: "en",
    at: [0, 1],
    rows: 20,
    columns: [
      {
        heading: "PO",
        meaning: "po",
        cell: (order, index) =>
          index % 6 === 5 ? "Cancelled" : index % 6 === 3 ? `${order.po}, ${order.po}A` : order.po,
      },
      { heading: "Style", meaning: "style" },
      { heading: "Colour", meaning: "colour" },
      {
        heading: "Qty",
        meaning: "qty",
        cell: (order, index) =>
          [
            order.qty,
            `${order.qty} pcs`,
            `${Math.floor(order.qty / 1000)},${String(order.qty % 1000).padStart(3, "0")}`,
            `${Math.floor(order.qty / 1000)}.000`,
          ][index % 4],
      },
      { heading: "Rate", meaning: "price", cell: (order) => `$${order.price.toFixed(2)} (pc)` },
      { heading: "Over/short", cell: balance },
      { heading: "Customer delivery date", meaning: "due" },
      {
        heading: "Current status",
        meaning: "status",
        cell: (_, index) => `0${(index % 8) + 1}/13:on board;0${(index % 8) + 1}/10:cleared`,
      },
    ],
  },
  {
    name: "en side legend and second table",
    lang: "en",
    at: [2, 0],
    rows: 16,
    above: (maker) => {
      maker.put(0, 0, "ORDER BOOK");
      maker.put(2, 12, "Legend").put(3, 12, "red: late").put(4, 12, "yellow: risk");
    },
    below: (maker, free) => {
      maker.put(free + 2, 0, "Carton summary");
      ["Carton No", "Gross weight", "Net weight", "CBM", "Qty"].forEach(
        (heading, at) => void maker.put(free + 3, at, heading),
      );
      for (let row = 0; row < 4; row += 1)
        for (let at = 0; at < 5; at += 1) maker.put(free + 4 + row, at, 10 + row * at);
    },
    columns: [
      { heading: "Cust.", meaning: "customer" },
      { heading: "Cust PO", meaning: "po" },
      { heading: "Style#", meaning: "style" },
      { heading: "Col", meaning: "colour" },
      { heading: "Pcs", meaning: "qty" },
      { heading: "Fact.", meaning: "factory" },
      { heading: "Deliv. dt", meaning: "due" },
      { heading: "Sew in plan", meaning: "T21S.plan" },
      { heading: "Sew in act", meaning: "T21S.actual" },
    ],
  },
  {
    name: "zh 月度表 列位移动",
    lang: "zh",
    at: [2, 3],
    rows: 15,
    above: (maker) => void maker.put(0, 3, "6月份").put(0, 5, "单位：件"),
    columns: [
      { heading: "业务", meaning: "merchandiser" },
      { heading: "季节", cell: season },
      { heading: "款号/款名", meaning: "style" },
      { heading: "PO#", meaning: "po" },
      { heading: "客人", meaning: "customer" },
      { heading: "下单数", meaning: "qty" },
      { heading: "裁剪数", cell: cutQty },
      { heading: "日产", cell: sewQty },
      { heading: "离厂期", meaning: ["T30.plan", "due"] },
      {
        heading: "产前样确认",
        meaning: ["T17.plan", "T17.actual"],
        cell: (order) => ({ value: order.due - 46, format: "yyyy/m/d" }),
      },
      {
        heading: "验针装箱",
        meaning: ["T27.plan", "T27.actual"],
        cell: (order) => ({ value: order.due - 5, format: "yyyy/m/d" }),
      },
      { heading: "目的国", cell: destination },
    ],
  },
  {
    name: "en dates in dots and slashes, two habits",
    lang: "en",
    rows: 18,
    columns: [
      { heading: "Buyer PO No.", meaning: "po" },
      { heading: "Style Description", meaning: "description" },
      { heading: "Style no", meaning: "style" },
      { heading: "Order Qty (pcs)", meaning: "qty" },
      {
        heading: "Contract delivery",
        meaning: "due",
        cell: (_, index) =>
          [
            { value: "07-29-25", day: day(2025, 7, 29) },
            { value: "07.01.2025", day: "unknown" as const },
            { value: "16-9-2025", day: day(2025, 9, 16) },
            { value: "2025/08/01", day: day(2025, 8, 1) },
            { value: "1-Sep-25", day: day(2025, 9, 1) },
            { value: "31/02/2025", day: "unknown" as const },
          ][index % 6],
      },
      { heading: "Shipped pcs", cell: shipQty },
      { heading: "Update", cell: text },
    ],
  },
  {
    name: "zh 计划实际只写在次行 左组延伸",
    lang: "zh",
    at: [1, 0],
    rows: 14,
    unmerged: true,
    above: (maker) => void maker.put(0, 0, "生产计划"),
    columns: [
      { heading: ["基本信息", "客户"], meaning: "customer" },
      { heading: ["基本信息", "合同编号"], meaning: "po" },
      { heading: ["基本信息", "款号"], meaning: "style" },
      { heading: ["基本信息", "数量"], meaning: "qty" },
      { heading: ["裁床", "计划"], meaning: "T19S.plan" },
      { heading: ["裁床", "实际"], meaning: "T19S.actual" },
      { heading: ["裁床", "数量"], cell: cutQty },
      { heading: ["车间", "上线计划"], meaning: "T21S.plan" },
      { heading: ["车间", "实际上线"], meaning: "T21S.actual" },
      { heading: ["车间", "产量"], cell: sewQty },
      { heading: ["出运", "货期"], meaning: "due" },
      { heading: ["出运", "实际出货"], meaning: "T30.actual" },
    ],
  },
  {
    name: "zh 合计行在标题下 空列标题",
    lang: "zh",
    at: [1, 0],
    rows: 17,
    above: (maker) => void maker.put(0, 0, "六月走货一览"),
    between: [{ before: 0, kind: "total", cells: { 1: "合计", 5: "sum" } }],
    columns: [
      { heading: "理单", meaning: "merchandiser" },
      { heading: "客户", meaning: "customer" },
      { heading: "客户单号", meaning: "po" },
      { heading: "款号", meaning: "style" },
      { heading: "", cell: (_, index) => (index % 4 === 0 ? "急" : "") },
      { heading: "数量", meaning: "qty" },
      { heading: "合同货期", meaning: "due" },
      { heading: "预计到布", meaning: "T09.plan" },
      { heading: "实际到布", meaning: "T09.actual" },
      {
        heading: "中查",
        meaning: ["T23.plan", "T23.actual"],
        cell: (order) => ({ value: order.due - 20, format: "m/d" }),
      },
      { heading: "走货情况", cell: text, meaning: ["status"] },
    ],
  },
  {
    name: "en daily output across, days as numbers",
    lang: "en",
    at: [1, 0],
    rows: 12,
    layout: "across",
    above: (maker) => void maker.put(0, 0, "DAILY SEWING OUTPUT - MAY").merge(0, 0, 1, 20),
    columns: [
      { heading: "Line No", cell: (_, index) => `L${(index % 6) + 1}` },
      { heading: "Buyer", meaning: "customer" },
      { heading: "Style No", meaning: "style" },
      { heading: "Order Qty", meaning: "qty" },
      ...Array.from({ length: 14 }, (_, at) => ({
        heading: String(at + 1),
        cell: (_order: unknown, index: number) => 80 + index + at,
      })),
      { heading: "Total output", cell: sewQty },
    ],
  },
];
