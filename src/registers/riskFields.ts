import type { Field, Lang, References } from "./register";
import type { RiskFieldId } from "./riskFieldIds";
import { list } from "./synonyms";

const words = (lang: Lang): string => (lang === "zh-CN" ? "zh" : "en");

/**
 * The template of an order: its name, or the workbook's own copy of that template where it has one, the factory's before the
 * general.
 */
function template(refs: References): string {
  const name = refs.own("template") ?? "";
  const tasks =
    refs.columns("templates", "code", "heldUp") ?? refs.columns("templates", "code", "predecessors");
  const key = refs.column("templates", "for");
  if (name === "" || !tasks || !key) return name;
  const copyFor = (wanted: string, otherwise: string): string =>
    `FILTER(${tasks},${key}=${wanted},${otherwise})`;
  const general = copyFor(name, name);
  const factory = refs.own("factory");
  const copy = factory ? copyFor(`${name}&"|"&${factory}`, general) : general;
  // A blank template is the usual one, and no blank row of the copies.
  return `IF(${name}="","",${copy})`;
}

/** A function of the order's dates, of what else it needs, and of the settings. */
const forecast =
  (name: string, rest: readonly string[] = [], due = true) =>
  (refs: References, lang: Lang): string | undefined => {
    const read = refs.milestones(lang);
    const by = refs.own("due");
    if (!read || (due && !by)) return undefined;
    const given = [read.headings, read.dates, ...(due && by ? [by] : []), template(refs), "AsOf"];
    return `=MERCH.${name}(${[...given, "Calendar", "Closures", ...rest].join(",")})`;
  };

const said = (name: string) => (refs: References, lang: Lang) =>
  forecast(name, [`"${words(lang)}"`])(refs, lang);

const next =
  (part: "name" | "date" | "owner") =>
  (refs: References, lang: Lang): string | undefined => {
    const read = refs.milestones(lang);
    return (
      read && `=MERCH.NEXTSTEP(${[read.headings, read.dates, `"${part}"`, template(refs), "AsOf"].join(",")})`
    );
  };

/** When an order will leave, how likely it is in time, why not, and what comes next: all from the dates in its row. */
export const riskFields: readonly (Field & { readonly id: RiskFieldId })[] = [
  {
    id: "risk",
    type: "formula",
    heading: { en: "Risk", zh: "风险" },
    synonyms: list(
      "risk level, risk status, rag, rag status, traffic light",
      "风险等级, 风险级别, 风险状态, 红黄绿, 红绿灯",
    ),
    formula: said("RISK"),
    width: 9,
  },
  {
    id: "chance",
    type: "formula",
    heading: { en: "On-time chance", zh: "准时概率" },
    synonyms: list(
      "on-time probability, chance on time, on time chance, otd probability",
      "准交概率, 准期概率, 按期概率, 及时概率",
    ),
    formula: forecast("ONTIME"),
    shows: "share",
    width: 9,
  },
  {
    id: "forecastShip",
    type: "formula",
    heading: { en: "Likely ex-factory", zh: "预测离厂" },
    synonyms: list(
      "likely ship date, likely ex-fty, predicted ex-factory, predicted ship date",
      "预测离厂日期, 预测出货, 预测出货日期, 预测离厂日",
    ),
    formula: forecast("SHIPDATE", [], false),
    shows: "date",
    width: 12,
  },
  {
    id: "riskWhy",
    type: "formula",
    heading: { en: "Risk reason", zh: "风险原因" },
    synonyms: list("why at risk, reason for risk, risk comment", "风险说明, 风险提示, 风险分析"),
    formula: said("RISKWHY"),
    width: 40,
  },
  {
    id: "nextStep",
    type: "formula",
    heading: { en: "Next step", zh: "下一步" },
    synonyms: list("next action, next milestone, next task", "下步, 下一节点, 下一个节点, 下步工作"),
    formula: next("name"),
    width: 16,
  },
  {
    id: "nextDate",
    type: "formula",
    heading: { en: "Next step date", zh: "下一步日期" },
    synonyms: list("next action date, next milestone date", "下步日期, 下一节点日期"),
    formula: next("date"),
    shows: "date",
    width: 12,
  },
  {
    id: "nextOwner",
    type: "formula",
    heading: { en: "Next step owner", zh: "下一步负责方" },
    synonyms: list("next action by, action by, next step by", "下一步负责人, 下步负责人, 下一步责任方"),
    formula: next("owner"),
    width: 14,
  },
];
