import type { learningEn } from "./learning.en";

export const learningZhCN: typeof learningEn = {
  title: "计划工期",
  text: "预测按每类产品的模板推算。可从本工作簿已完成的订单学习每一步实际用多久，全部工厂一套，也可每厂一套。",
  learn: "从已完成订单学习",
  learning: "正在查看已完成的订单…",
  failed: "工期没有学成。请检查设置里的工作日历。",
  empty: (least) =>
    `还没有可供学习的已完成订单。同一模板至少要有 ${least} 单已离厂，并填有下单日期和各节点的实际日期。`,
  nothingNew: "已完成订单与现用工期一致。",
  proposal: (template, factory) => `${template} · ${factory || "全部工厂"}`,
  rests: (orders) => `依据 ${orders} 单已完成订单`,
  unexplained: (dates) => `${dates} 个日期与任何生产过程都对不上，已剔除：可能是笔误，或先后颠倒。`,
  columns: { task: "步骤", before: "模板", after: "学到", orders: "单数" },
  points: "最短 / 通常 / 最长",
  days: { WD: "工作日", CD: "天" },
  use: "采用这些工期",
  used: "已采用",
  replace: "替换本簿已有的行",
  replaceText: (what) => `本工作簿已有“${what}”的模板行，将被替换；可以撤销。`,
  copyTitle: "复制模板来修改",
  copyText: "副本是单独的一张工作表。在表里改天数、步骤和先后，预测随之更新。",
  template: "模板",
  factory: "适用工厂",
  allFactories: "全部工厂",
  copy: "复制到工作簿",
};
