import { taTemplateWords, type TaTemplateName } from "../domain/schedule/taTemplate";
import type { Choice, Register } from "./register";
import { list } from "./synonyms";

/** The templates that orders are made by; the one for enquiries is no order's. */
export const orderTemplates = ["knit", "woven", "denim", "repeat"] as const satisfies TaTemplateName[];

export type OrderTemplate = (typeof orderTemplates)[number];

/** How trackers write them. */
export const templateChoices: readonly Choice[] = orderTemplates.map((name) => {
  const [en = name, zh = name] = taTemplateWords[name];
  return { en, zh };
});

/**
 * Time and action templates that belong to this workbook: copies of the built-in ones, with durations of one's own or learned
 * from finished orders, for all factories or for one. A row for each task; the last nine columns are what TAPLAN takes.
 */
export const templates: Register = {
  id: "templates",
  sheetName: { en: "Templates", zh: "模板" },
  tableName: "Templates",
  onDemand: true,
  key: ["template", "factory", "code"],
  fields: [
    {
      id: "for",
      type: "formula",
      heading: { en: "For", zh: "适用" },
      synonyms: list("key, used for", "适用于, 适用范围"),
      // What the formulas of the orders look for.
      formula: (refs) => {
        const template = refs.own("template");
        const factory = refs.own("factory");
        if (!template) return undefined;
        return factory ? `=IF(${factory}="",${template}&"",${template}&"|"&${factory})` : `=${template}&""`;
      },
      width: 20,
    },
    {
      id: "template",
      type: "choice",
      heading: { en: "Template", zh: "模板" },
      synonyms: list("t&a template, product type", "时间表模板, 产品类型"),
      required: true,
      open: true,
      choices: templateChoices,
      width: 10,
    },
    {
      id: "factory",
      type: "text",
      heading: { en: "Factory", zh: "工厂" },
      synonyms: list("factory name, only for factory", "工厂名称, 加工厂"),
      width: 18,
    },
    {
      id: "code",
      type: "text",
      heading: { en: "Code", zh: "代码" },
      synonyms: list("task code, task no", "任务代码, 节点代码, 编号"),
      required: true,
      code: true,
      width: 8,
    },
    {
      id: "task",
      type: "text",
      heading: { en: "Task", zh: "任务" },
      synonyms: list("task name, milestone, activity", "任务名称, 节点, 里程碑, 工序"),
      width: 34,
    },
    {
      id: "owner",
      type: "text",
      heading: { en: "Owner", zh: "负责方" },
      synonyms: list("responsible, done by, department", "负责人, 责任方, 部门"),
      width: 12,
    },
    {
      id: "o",
      type: "whole",
      heading: { en: "Shortest", zh: "最短" },
      synonyms: list("o, optimistic, best case, shortest days", "乐观, 最短天数, 最快"),
      required: true,
      least: 0,
      width: 10,
    },
    {
      id: "m",
      type: "whole",
      heading: { en: "Usual", zh: "通常" },
      synonyms: list("m, most likely, likely, usual days, days", "最可能, 通常天数, 一般"),
      required: true,
      least: 0,
      width: 10,
    },
    {
      id: "p",
      type: "whole",
      heading: { en: "Longest", zh: "最长" },
      synonyms: list("p, pessimistic, worst case, longest days", "悲观, 最长天数, 最慢"),
      required: true,
      least: 0,
      width: 10,
    },
    {
      id: "unit",
      type: "choice",
      heading: { en: "Unit", zh: "单位" },
      synonyms: list("day unit, days in", "天数单位, 日历"),
      // WD: working days of the workbook's calendar. CD: calendar days.
      choices: ["WD", "CD"].map((unit) => ({ en: unit, zh: unit })),
      required: true,
      width: 8,
    },
    {
      id: "predecessors",
      type: "text",
      heading: { en: "Predecessors", zh: "前置任务" },
      synonyms: list("preds, predecessor, waits for, after", "紧前任务, 前道, 前置"),
      code: true,
      width: 26,
    },
    {
      id: "heldUp",
      type: "number",
      heading: { en: "Held up", zh: "耽搁" },
      synonyms: list("held up chance, chance of hold-up, hold-ups", "耽搁概率, 耽搁机会"),
      least: 0,
      shows: "share",
      width: 9,
    },
  ],
};
