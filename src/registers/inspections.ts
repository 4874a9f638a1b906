import type { Field, Lang, References, Register } from "./register";
import { list } from "./synonyms";

const words = (lang: Lang): string => (lang === "zh-CN" ? "zh" : "en");

/** The arguments that QCSTATUS and QCREASON share; a column that the table lacks is left to the function's default. */
function judged(name: string, refs: References, lang: Lang): string | undefined {
  const needed = ["lot", "critical", "major", "minor"].map((id) => refs.own(id));
  if (needed.some((cell) => cell === undefined)) return undefined;
  const optional = ["inspected", "majorAql", "minorAql", "level", "severity", "standard"].map(
    (id) => refs.own(id) ?? "",
  );
  return `=MERCH.${name}(${[...needed, ...optional].join(",")},"${words(lang)}")`;
}

const count = (id: string, en: string, zh: string, synonyms: string[]): Field => ({
  id,
  type: "whole",
  heading: { en, zh },
  synonyms,
  least: 0,
  width: 12,
});

/** One row per inspection; the latest one of an order is the last row with its PO and style. */
export const inspections: Register = {
  id: "inspections",
  sheetName: { en: "Inspections", zh: "验货" },
  tableName: "Inspections",
  key: ["id"],
  fields: [
    {
      id: "id",
      type: "text",
      heading: { en: "Inspection", zh: "验货编号" },
      synonyms: list(
        "inspection no, inspection id, report no, report number",
        "报告编号, 检验编号, 检验单号, 验货单号, 报告号",
      ),
      required: true,
      code: true,
      width: 16,
    },
    {
      id: "date",
      type: "date",
      heading: { en: "Date", zh: "验货日期" },
      synonyms: list("inspection date, inspect date, audit date", "日期, 检验日期, 查货日期, 检查日期"),
      required: true,
      width: 12,
    },
    {
      id: "po",
      type: "text",
      heading: { en: "PO", zh: "订单号" },
      synonyms: list(
        "po no, po number, po#, order no, buyer po",
        "po号, 客户订单号, 合同号, 订单编号, 单号, 生产单号",
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
        "style no, style number, style#, article, model no",
        "款式, 款式编号, 货号, 客户款号, 型号",
      ),
      required: true,
      code: true,
      width: 14,
    },
    {
      id: "type",
      type: "choice",
      heading: { en: "Type", zh: "验货类型" },
      synonyms: list("inspection type, stage, inspection stage", "检验类型, 检验阶段, 验货阶段, 查货类型"),
      choices: [
        {
          en: "IPI",
          zh: "初期验货",
          also: ["初期检验", "初期", "初查", "初检", "initial", "pre-production"],
        },
        {
          en: "DUPRO",
          zh: "中期验货",
          also: ["中期检验", "中期", "中查", "中检", "inline", "in-line", "midline", "during production"],
        },
        {
          en: "FRI",
          zh: "尾期验货",
          also: [
            "尾期检验",
            "终期检验",
            "尾期",
            "终期",
            "尾查",
            "尾检",
            "终检",
            "final",
            "final inspection",
            "pre-shipment",
          ],
        },
        { en: "Re-inspection", zh: "复检", also: ["复验", "复查", "翻箱复查", "reinspection", "re-inspect"] },
      ],
      required: true,
      width: 12,
    },
    {
      id: "lot",
      type: "whole",
      heading: { en: "Lot", zh: "批量" },
      synonyms: list(
        "lot size, lot qty, batch qty, inspection lot, ship qty",
        "批量数, 送检数量, 交验数量, 报检数, 出货数量",
      ),
      required: true,
      least: 1,
      width: 9,
    },
    {
      id: "level",
      type: "choice",
      heading: { en: "Level", zh: "检验水平" },
      synonyms: list("inspection level, aql level, general level", "水平, 检查水平"),
      choices: ["I", "II", "III", "S-1", "S-2", "S-3", "S-4"].map((level) => ({ en: level, zh: level })),
      code: true,
      width: 10,
    },
    {
      id: "majorAql",
      type: "number",
      heading: { en: "Major AQL", zh: "主要AQL" },
      synonyms: list("aql major, aql maj, major", "大疵aql, 主疵aql, aql主要"),
      least: 0,
      width: 8,
    },
    {
      id: "minorAql",
      type: "number",
      heading: { en: "Minor AQL", zh: "次要AQL" },
      synonyms: list("aql minor, aql min, minor", "小疵aql, 次疵aql, aql次要"),
      least: 0,
      width: 8,
    },
    {
      id: "severity",
      type: "choice",
      heading: { en: "Severity", zh: "严格度" },
      synonyms: list("inspection severity, switching", "宽严程度, 严格性, 检验严格度"),
      choices: [
        { en: "Normal", zh: "正常" },
        { en: "Tightened", zh: "加严" },
        { en: "Reduced", zh: "放宽" },
      ],
      width: 10,
    },
    {
      id: "standard",
      type: "choice",
      heading: { en: "Standard", zh: "标准" },
      synonyms: list("sampling standard, aql standard", "抽样标准, 检验标准"),
      choices: ["ISO", "GB", "Z1.4"].map((standard) => ({ en: standard, zh: standard })),
      width: 12,
    },
    {
      id: "sampleSize",
      type: "formula",
      heading: { en: "Sample size", zh: "抽样数" },
      synonyms: list("sample, sample qty, aql sample", "抽检数, 样本量, 应抽数, 抽样数量"),
      // Each class has a plan of its own; the larger sample serves both.
      formula: (refs) => {
        const lot = refs.own("lot");
        if (!lot) return undefined;
        const rest = ["level", "severity", "standard"].map((id) => refs.own(id) ?? "").join(",");
        // A blank AQL means the usual one, as in QCSTATUS.
        const size = (id: string, usual: string): string => {
          const aql = refs.own(id);
          return `MERCH.AQLSIZE(${lot},${aql ? `IF(${aql}="",${usual},${aql})` : usual},${rest})`;
        };
        return `=IF(${lot}="","",MAX(${size("majorAql", "2.5")},${size("minorAql", "4")}))`;
      },
      width: 11,
    },
    count(
      "inspected",
      "Inspected",
      "实检数",
      list("inspected qty, checked, checked qty", "检验数量, 验货数量, 实际抽检, 查货数, 已查数"),
    ),
    count(
      "critical",
      "Critical",
      "致命疵",
      list("critical defects, crit, critical found", "致命, 严重疵点, 致命缺陷"),
    ),
    count("major", "Major", "主要疵", list("major defects, maj, major found", "主要, 大疵, 主疵, 主要缺陷")),
    count("minor", "Minor", "次要疵", list("minor defects, min, minor found", "次要, 小疵, 次疵, 次要缺陷")),
    {
      id: "verdict",
      type: "formula",
      heading: { en: "Verdict", zh: "结论" },
      synonyms: list(
        "result, inspection result, qc status, pass/fail",
        "检验结论, 验货结论, 检验结果, 验货结果, 判定, 结果",
      ),
      formula: (refs, lang) => judged("QCSTATUS", refs, lang),
      width: 10,
    },
    {
      id: "reason",
      type: "formula",
      heading: { en: "Reason", zh: "判定说明" },
      synonyms: list("verdict reason, fail reason, why", "原因, 不合格原因, 判定原因"),
      formula: (refs, lang) => judged("QCREASON", refs, lang),
      width: 24,
    },
    {
      id: "inspector",
      type: "text",
      heading: { en: "Inspector", zh: "验货员" },
      synonyms: list("qc, auditor, inspected by, checked by", "质检员, 检验员, 查货员, qc人员"),
      width: 16,
    },
    count(
      "cartons",
      "Cartons opened",
      "开箱数",
      list("cartons, ctns, cartons checked, ctns opened", "抽箱数, 箱数, 开箱"),
    ),
    count(
      "measured",
      "Measured points",
      "测量点数",
      list("points measured, measurements", "测量数, 量度点数"),
    ),
    count(
      "measuredOut",
      "Points out of tolerance",
      "超差点数",
      list("out of tolerance, measurement fails", "超差数, 超公差"),
    ),
    {
      id: "reinspectionOf",
      type: "text",
      heading: { en: "Re-inspection of", zh: "复检对应" },
      synonyms: list(
        "repeats, re-inspects, previous inspection, original report",
        "复检单号, 原检验编号, 原报告",
      ),
      code: true,
      width: 16,
    },
    {
      id: "remarks",
      type: "text",
      heading: { en: "Remarks", zh: "备注" },
      synonyms: list("remark, comments, comment, notes", "说明, 附注"),
      width: 24,
    },
    {
      id: "orderKey",
      type: "formula",
      heading: { en: "Order key", zh: "订单键" },
      synonyms: list("order key, lookup key", "订单款号键"),
      // The orders look here for their latest inspection.
      formula: (refs) => {
        const po = refs.own("po");
        const style = refs.own("style");
        return po && style && `=${po}&"|"&${style}`;
      },
      width: 20,
    },
  ],
};
