import { milestoneColumnHeading, milestones, orderDateHeading } from "./milestones";
import type { Field, Lang, References, Register } from "./register";
import { riskFields } from "./riskFields";
import { list } from "./synonyms";

/** Milestone whose actual date means that the goods have left the factory. */
export const exFactory = "T30";

const milestoneFields: Field[] = milestones.flatMap((milestone) =>
  (["plan", "actual"] as const).map((part): Field => ({
    id: `${milestone.id}.${part}`,
    type: "date",
    heading: milestoneColumnHeading(milestone, part),
    synonyms: milestone.synonyms,
    width: 12,
  })),
);

const words = (lang: Lang): string => (lang === "zh-CN" ? "zh" : "en");

/**
 * The verdict of the order's latest inspection: the last row of the inspections with this PO and style. It looks in one
 * key column, because joining PO and style of every inspection again for every order would cost orders x inspections.
 */
const latestInspection =
  (fieldId: string) =>
  (refs: References): string | undefined => {
    const po = refs.own("po");
    const style = refs.own("style");
    const key = refs.column("inspections", "orderKey");
    const found = refs.column("inspections", fieldId);
    return (
      po && style && key && found && `=IF(${po}="","",XLOOKUP(${po}&"|"&${style},${key},${found},"",0,-1))`
    );
  };

/** One row per PO, style and colour. */
export const orders: Register = {
  id: "orders",
  sheetName: { en: "Orders", zh: "订单" },
  tableName: "Orders",
  key: ["po", "style", "colour"],
  fields: [
    {
      id: "po",
      type: "text",
      heading: { en: "PO", zh: "订单号" },
      synonyms: list(
        "po no, po number, po#, order id, buyer po, buyer po no, customer po, purchase order, order no, order number, order ref, contract no, sc no, sc#, job no, bpo no, pono, so#",
        "po号, 客户po, 客户po号, 客户订单号, 客户单号, 合同号, 订单编号, 订单号码, 生产单号, 生产编号, 制单号, 单号, 采购单号, 采购订单号, 生产制单号, 本厂编号, 合约号",
      ),
      required: true,
      code: true,
      width: 14,
    },
    {
      id: "style",
      type: "text",
      heading: { en: "Style", zh: "款号" },
      synonyms: list(
        "style no, style number, style#, style code, style id, model no, model code, article, article no, sty no, sku",
        "款式, 款式号, 款式编号, 货号, 客户款号, 客款号, 产品型号, 型号, 版号, 客户版号, 客型号, 款",
      ),
      required: true,
      code: true,
      width: 14,
    },
    {
      id: "description",
      type: "text",
      heading: { en: "Description", zh: "品名" },
      synonyms: list(
        "style description, style name, item name, item, product, garment, item description, desc",
        "款式描述, 款式名称, 款名, 款式名, 描述, 产品名, 产品名称, 中文品名, 名称",
      ),
      width: 20,
    },
    {
      id: "customer",
      type: "text",
      heading: { en: "Customer", zh: "客户" },
      synonyms: list(
        "buyer, buyer name, customer id, client, brand, brand name, customer name, sold to",
        "客户名称, 客人, 买家, 品牌, 客名, 买方",
      ),
      width: 16,
    },
    {
      id: "factory",
      type: "text",
      heading: { en: "Factory", zh: "工厂" },
      synonyms: list(
        "factory name, manufacturer, manufacture location, manufacturing location, maker, plant, garment factory",
        "加工厂, 生产厂, 服装工厂, 成衣厂, 生产工厂, 外发厂, 厂家, 制衣厂, 工厂名称",
      ),
      width: 20,
    },
    {
      id: "merchandiser",
      type: "text",
      heading: { en: "Merchandiser", zh: "跟单员" },
      synonyms: list(
        "merch, merchant, handled by, handleby, owner, person in charge, pic, csr, salesperson",
        "跟单, 业务员, 业务, 业务跟单, 负责人, 责任人, 经办人, 理单, 下厂员",
      ),
      width: 16,
    },
    {
      id: "colour",
      type: "text",
      heading: { en: "Colour", zh: "颜色" },
      synonyms: list(
        "color, colour name, color name, colorway, colourway, shade, color code",
        "色号, 花色, 配色, 颜色名称, 色别, 色",
      ),
      code: true,
      width: 12,
    },
    {
      id: "qty",
      type: "whole",
      heading: { en: "Order qty", zh: "订单数量" },
      synonyms: list(
        "qty, quantity, order quantity, ordered qty, ordered, total qty, po qty, ttl pcs, pcs, total units, units",
        "数量, 件数, 总数, 总数量, 下单数量, 订单数, 订购数量, 原单量, 订单件数, 总件数",
      ),
      required: true,
      least: 0,
      width: 10,
    },
    {
      id: "sizes",
      type: "text",
      heading: { en: "Sizes", zh: "尺码明细" },
      synonyms: list(
        "size breakdown, size ratio, size assortment, size run, size qty, size",
        "尺码, 尺码数量, 尺码分配, 尺码搭配, 配比, 规格, 尺码配比",
      ),
      width: 24,
    },
    {
      id: "price",
      type: "money",
      heading: { en: "Price", zh: "单价" },
      synonyms: list(
        "unit price, fob, fob price, price/pc, usd/pc, rate, cmt price, ex-factory price",
        "价格, 含税价, 不含税价, 单件价, fob价, 加工费, 成交价",
      ),
      least: 0,
      width: 9,
    },
    {
      id: "currency",
      type: "choice",
      heading: { en: "Currency", zh: "币种" },
      synonyms: list("curr, ccy", "货币, 币别, 货币单位"),
      choices: ["USD", "EUR", "GBP", "CNY", "JPY", "HKD"].map((code) => ({ en: code, zh: code })),
      open: true,
      width: 8,
    },
    {
      id: "orderDate",
      type: "date",
      heading: orderDateHeading,
      synonyms: list(
        "po date, po received, po recd, order received, release date, booking date, issue date, contract date",
        "接单日期, 下单日, 订单日期, 签约日期, 合同日期, 下单时间, 接单日, 创建日期, 收单日期",
      ),
      width: 12,
    },
    {
      id: "due",
      type: "date",
      heading: { en: "Ex-factory due", zh: "交期" },
      synonyms: list(
        "delivery date, delivery, due date, due, del date, ship by, delivery due, customer due date, required date, requested ex-factory, contract delivery, latest shipment, crd, quoted date, handover date, hod",
        "交货日期, 交货期, 货期, 客户交期, 合同交期, 出货期, 离厂交期, 要求交期, 客期, 交货时间, 最晚交期",
      ),
      required: true,
      width: 12,
    },
    {
      id: "template",
      type: "choice",
      heading: { en: "Template", zh: "模板" },
      synonyms: list(
        "t&a template, product type, fabric type, category",
        "时间表模板, 产品类型, 品类, 类别, 面料类型",
      ),
      choices: [
        { en: "knit", zh: "针织" },
        { en: "woven", zh: "梭织" },
        { en: "denim", zh: "牛仔" },
        { en: "repeat", zh: "翻单" },
      ],
      width: 9,
    },
    ...milestoneFields,
    {
      id: "status",
      type: "formula",
      heading: { en: "Status", zh: "状态" },
      synonyms: list(
        "order status, live status, delivery status, t&a status",
        "订单状态, 进度状态, 生产状态, 交期状态",
      ),
      formula: (refs, lang) => {
        const due = refs.own("due");
        const actual = refs.own(`${exFactory}.actual`);
        const plan = refs.own(`${exFactory}.plan`) ?? "";
        return due && actual && `=MERCH.TASTATUS(${due},${actual},AsOf,3,${plan},"${words(lang)}")`;
      },
      width: 12,
    },
    {
      id: "daysLate",
      type: "formula",
      heading: { en: "Days late", zh: "延误天数" },
      synonyms: list("delay days, delay, days delayed, late days", "延期天数, 逾期天数, 拖期, 延误"),
      // Calendar days: what the buyer counts, and what needs no calendar data.
      formula: (refs) => {
        const due = refs.own("due");
        const actual = refs.own(`${exFactory}.actual`);
        return due && actual && `=MERCH.DAYSLATE(${due},${actual},AsOf)`;
      },
      width: 12,
    },
    {
      id: "daysLeft",
      type: "formula",
      heading: { en: "Working days left", zh: "剩余工作日" },
      synonyms: list("days left, days to go, remaining days", "剩余天数, 倒计时, 剩余日"),
      // Working days: what the factory still has.
      formula: (refs) => {
        const due = refs.own("due");
        const actual = refs.own(`${exFactory}.actual`);
        return due && actual && `=IF(${actual}<>"","",MERCH.DAYSLEFT(${due},AsOf,Calendar,Closures))`;
      },
      width: 12,
    },
    ...riskFields,
    {
      id: "qc",
      type: "formula",
      heading: { en: "QC", zh: "验货结果" },
      synonyms: list(
        "qc result, inspection result, qc status, aql result",
        "检验结果, 质检结果, 验货结论, 品质",
      ),
      formula: latestInspection("verdict"),
      width: 10,
    },
    {
      id: "qcReason",
      type: "formula",
      heading: { en: "QC reason", zh: "验货说明" },
      synonyms: list("qc comment, inspection comment, failure reason", "不合格原因, 检验说明, 质检说明"),
      formula: latestInspection("reason"),
      width: 20,
    },
    {
      id: "remarks",
      type: "text",
      heading: { en: "Remarks", zh: "备注" },
      synonyms: list(
        "remark, comments, comment, notes, note, special instructions",
        "订单备注, 说明, 备注说明, 附注",
      ),
      width: 24,
    },
  ],
};
