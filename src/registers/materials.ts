import type { Field, Register } from "./register";
import { list } from "./synonyms";

const quantity = (id: string, en: string, zh: string, synonyms: string[]): Field => ({
  id,
  type: "number",
  heading: { en, zh },
  synonyms,
  least: 0,
  width: 11,
});

const day = (id: string, en: string, zh: string, synonyms: string[]): Field => ({
  id,
  type: "date",
  heading: { en, zh },
  synonyms,
  width: 12,
});

/** Fabric and trims on order: one row an item of a PO and colour. */
export const materials: Register = {
  id: "materials",
  sheetName: { en: "Materials", zh: "物料" },
  tableName: "Materials",
  onDemand: true,
  key: ["po", "style", "item", "colour"],
  fields: [
    {
      id: "po",
      type: "text",
      heading: { en: "PO", zh: "订单号" },
      synonyms: list(
        "po no, po#, order no, buyer po",
        "po号, 客户订单号, 合同号, 订单编号, 生产单号, 制单号",
      ),
      code: true,
      width: 14,
    },
    {
      id: "style",
      type: "text",
      heading: { en: "Style", zh: "款号" },
      synonyms: list("style no, style#, article", "款式, 款式编号, 货号, 客户款号"),
      code: true,
      width: 14,
    },
    {
      id: "kind",
      type: "choice",
      heading: { en: "Kind", zh: "物料类别" },
      synonyms: list("material type, item type, category", "类别, 物料类型, 面辅料"),
      choices: [
        { en: "Fabric", zh: "面料", also: ["fabrics", "主料", "布料", "里料"] },
        { en: "Trim", zh: "辅料", also: ["trims", "accessory", "accessories", "缝制辅料"] },
        { en: "Packing", zh: "包材", also: ["packing trim", "packaging", "包装", "包装辅料", "包装材料"] },
      ],
      open: true,
      width: 10,
    },
    {
      id: "item",
      type: "text",
      heading: { en: "Item", zh: "物料名称" },
      synonyms: list(
        "material, item name, fabric, trims, item description, article name",
        "面料名称, 辅料名称, 品名, 材料名称, 物料, 布种",
      ),
      required: true,
      width: 24,
    },
    {
      id: "spec",
      type: "text",
      heading: { en: "Specification", zh: "规格" },
      synonyms: list("spec, composition, width, item size", "成分, 门幅, 克重, 型号规格"),
      width: 18,
    },
    {
      id: "colour",
      type: "text",
      heading: { en: "Colour", zh: "颜色" },
      synonyms: list("color, colour name, item colour", "色号, 色名, 物料颜色"),
      width: 14,
    },
    {
      id: "supplier",
      type: "text",
      heading: { en: "Supplier", zh: "供应商" },
      synonyms: list(
        "supplier name, mill, vendor, fabric mill, trim supplier",
        "供应商名称, 面料商, 面料厂, 布厂, 辅料商, 辅料厂",
      ),
      width: 20,
    },
    {
      id: "unit",
      type: "text",
      heading: { en: "Unit", zh: "单位" },
      synonyms: list("uom, unit of measure", "计量单位, 数量单位"),
      width: 8,
    },
    quantity(
      "required",
      "Needed",
      "需求数",
      list("required qty, requirement, need qty", "需求量, 用料数, 应用数量, 计划用量"),
    ),
    quantity(
      "ordered",
      "Ordered",
      "订购数",
      list("ordered qty, purchase qty, order quantity", "订购数量, 采购数量, 订料数, 采购数"),
    ),
    quantity(
      "received",
      "Received",
      "到料数",
      list("received qty, in-house qty, arrived qty", "到货数量, 实收数, 入库数量, 收料数, 已到数"),
    ),
    {
      id: "balance",
      type: "formula",
      heading: { en: "To come", zh: "欠数" },
      synonyms: list("balance, balance qty, short, shortage, outstanding", "欠料数, 差额, 未到数, 短缺数"),
      // Above 0: still to come. What came over the order is no shortage.
      formula: (refs) => {
        const ordered = refs.own("ordered");
        const received = refs.own("received");
        return ordered && received && `=IF(${ordered}="","",MAX(0,${ordered}-N(${received})))`;
      },
      width: 11,
    },
    day("orderDate", "Order date", "采购日期", list("po date, booking date", "下单日期, 订料日期, 订购日期")),
    day(
      "eta",
      "ETA",
      "预计到料",
      list(
        "due date, expected, delivery date, etd, in-house due, planned in-house",
        "交货日期, 预计到货, 预计到厂, 到料期, 交期, 计划到料",
      ),
    ),
    day(
      "receivedDate",
      "Received date",
      "实际到料",
      list(
        "arrived, actual in-house, arrival date, in-house date",
        "到货日期, 实际到货, 到厂日期, 到料日期, 入库日期",
      ),
    ),
    {
      id: "daysLate",
      type: "formula",
      heading: { en: "Days late", zh: "延误天数" },
      synonyms: list("delay, delay days, days delayed", "延期天数, 逾期天数, 拖期"),
      formula: (refs) => {
        const eta = refs.own("eta");
        const received = refs.own("receivedDate");
        return eta && received && `=MERCH.DAYSLATE(${eta},${received},AsOf)`;
      },
      width: 11,
    },
    {
      id: "status",
      type: "formula",
      heading: { en: "Status", zh: "状态" },
      synonyms: list("material status, in-house status", "到料状态, 物料状态, 到料情况"),
      // A week before it is due there is still time to hurry the mill.
      formula: (refs, lang) => {
        const eta = refs.own("eta");
        const received = refs.own("receivedDate");
        return (
          eta && received && `=MERCH.TASTATUS(${eta},${received},AsOf,7,,"${lang === "zh-CN" ? "zh" : "en"}")`
        );
      },
      width: 12,
    },
    {
      id: "remarks",
      type: "text",
      heading: { en: "Remarks", zh: "备注" },
      synonyms: list("remark, comments, notes", "说明, 附注"),
      width: 24,
    },
  ],
};
