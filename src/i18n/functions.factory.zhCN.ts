import type { FunctionTexts } from "./functionText";

export const factoryTexts: FunctionTexts = {
  LINEOUTPUT: {
    description: "一条缝制线的日产量。",
    parameters: {
      operators: "该线人数。",
      hours: "当天工作小时。",
      efficiency: "效率，小数或百分数（0.46 或 46%）。",
      sam: "每件标准工时（分钟）。",
      attendance: "出勤率，小数或百分数；省略为 1。",
    },
    returns: "每天件数。",
    errors: "不是数字、效率不在 0 至 2、标准工时不大于 0 为 #VALUE!。",
    source: "人数 × 小时 × 60 × 效率 × 出勤率 / 标准工时：Online Clothing Study。",
  },
  EFFICIENCY: {
    description: "缝制线效率：产出的标准分钟与投入分钟之比。",
    parameters: {
      output: "当天产量，件。",
      sam: "每件标准工时（分钟）。",
      operators: "该线人数。",
      hours: "当天工作小时。",
    },
    returns: "小数。",
    errors: "不是数字，人数、小时或标准工时不大于 0 为 #VALUE!。",
    source: "产量 × 标准工时 /（人数 × 分钟）：Online Clothing Study。",
  },
  CAPACITY: {
    description: "工厂若干天的产能。",
    parameters: {
      lines: "缝制线数。",
      operators: "每线人数。",
      hours: "每天小时。",
      days: "工作天数。",
      efficiency: "效率，小数或百分数。",
      sam: "每件标准工时（分钟）。",
      attendance: "出勤率，小数或百分数；省略为 1。",
    },
    returns: "件数。",
    errors: "不是数字、效率不在 0 至 2、标准工时不大于 0 为 #VALUE!。",
    source: "线数 × 人数 × 小时 × 60 × 天数 × 效率 × 出勤率 / 标准工时。负荷超过 95% 为红，85% 至 95% 为黄。",
  },
  FACTORYSCORE: {
    description: "工厂加权得分（0 至 100）或等级。没有打分的项目略去，其余权重按比例分担。",
    parameters: {
      values: "各项得分，0 至 100。",
      weights: "旁边的权重；按合计折算为 1。",
      part: "“score”得分（省略时）或“grade”等级：90 起 A，80 起 B，70 起 C，其余 D。",
    },
    returns: "0 至 100 的数字，或字母。",
    errors: "得分不在 0 至 100、负的权重、形状不同的区域、没有大于 0 的权重为 #VALUE!。",
    source: "服装品牌评分表：交期 30，品质 25，合规 15，价格、配合、产能各 10。",
  },
};
