import type { materialsEn } from "./materials.en";

export const materialsZhCN: typeof materialsEn = {
  title: "物料",
  text: "已订的面料和辅料：谁供应、几时该到、还欠多少。催办清单会按供应商名称逐家催。",
  make: "添加物料表",
  own: "自己的物料表也可以原样使用：点“再加一张表”。",
};
