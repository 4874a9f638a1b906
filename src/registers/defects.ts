import type { Register } from "./register";
import { list } from "./synonyms";

/** One row per kind of defect found in an inspection. */
export const defects: Register = {
  id: "defects",
  sheetName: { en: "Defects", zh: "疵点" },
  tableName: "Defects",
  key: ["inspection", "code", "class", "zone"],
  fields: [
    {
      id: "inspection",
      type: "text",
      heading: { en: "Inspection", zh: "验货编号" },
      synonyms: list("inspection no, inspection id, report no", "报告编号, 检验编号, 检验单号, 验货单号"),
      required: true,
      code: true,
      width: 16,
    },
    {
      id: "code",
      type: "text",
      heading: { en: "Code", zh: "疵点代码" },
      synonyms: list("defect code, defect, defect no", "代码, 疵点编号, 疵点, 缺陷代码"),
      required: true,
      code: true,
      width: 10,
    },
    {
      id: "description",
      type: "text",
      heading: { en: "Description", zh: "疵点描述" },
      synonyms: list("defect description, defect name, desc", "描述, 疵点名称, 缺陷描述, 问题描述"),
      width: 32,
    },
    {
      id: "class",
      type: "choice",
      heading: { en: "Class", zh: "类别" },
      synonyms: list("defect class, classification, severity, category", "疵点类别, 等级, 严重程度"),
      choices: [
        { en: "Critical", zh: "致命" },
        { en: "Major", zh: "主要" },
        { en: "Minor", zh: "次要" },
      ],
      required: true,
      width: 10,
    },
    {
      id: "zone",
      type: "choice",
      heading: { en: "Zone", zh: "部位区" },
      synonyms: list("area, position", "区域, 部位, ab区"),
      choices: ["A", "B"].map((zone) => ({ en: zone, zh: zone })),
      width: 8,
    },
    {
      id: "count",
      type: "whole",
      heading: { en: "Count", zh: "数量" },
      synonyms: list("qty, quantity, found, number", "个数, 件数, 疵点数"),
      required: true,
      least: 1,
      width: 8,
    },
  ],
};
