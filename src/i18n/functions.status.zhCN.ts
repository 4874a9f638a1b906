import type { FunctionTexts } from "./functionText";

const lang = "“zh”为中文，省略为英文代码。";
const closures = "自己的放假安排：一列为休息日；两列为日期和类别（off/休、work/班、year/全年）。";

export const statusTexts: FunctionTexts = {
  TASTATUS: {
    description:
      "里程碑的状态：DONE 完成、DONE LATE 延误完成、OVERDUE 逾期（asOf 晚于计划）、AT RISK 有风险（预测晚于计划）、DUE SOON 临近（warnDays 天内）、OPEN 未到。",
    parameters: {
      planned: "计划日期。",
      actual: "实际日期；未完成则留空。",
      asOf: "未完成时以哪一天为准；省略为今天。",
      warnDays: "计划日前几个自然日内算临近；省略为 3。",
      forecast: "现在预计的日期。",
      lang,
    },
    returns: "文字。",
    errors: "不是日期的文字、小于 0 的 warnDays、未知的语言为 #VALUE!。",
    source: "时间行动表的做法：按计划、实际、预测日期判断里程碑。",
  },
  TAPLAN: {
    description:
      "时间行动表：每个里程碑一行，有代码、名称、负责人、开始、完成、浮动天数。从订单日期正排，或从离厂日期倒排（最迟日期）。",
    parameters: {
      template:
        "knit/针织、woven/梭织、denim/牛仔、repeat/翻单、enquiry/询价；或 8 至 9 列的区域：代码、名称、负责人、乐观、最可能、悲观工期、单位（WD 工作日或 CD 自然日）、前置任务（A;B:SS+2;C:FF-1）、[耽搁概率]。",
      anchor: "订单日期；倒排时为离厂日期。",
      direction: "“forward”正排（默认）或“backward”倒排。",
      calendar:
        "WD 工期所用工作日历：CN5、CN6（默认）、CN7、BD、VN、KH、MM、IN、PK、ID、LK、TR、HK、EU、US、ALL。",
      closures,
      lang: "“zh”则里程碑和负责人为中文，省略为英文。",
    },
    returns: "n 行 6 列：代码、里程碑、负责人、开始、完成（序列号）、浮动天数（按任务自己的单位）。",
    errors:
      "计划所经年份没有中国日历数据时为 #N/A；未知的模板、成环或不存在的前置任务为 #VALUE!（会写明是哪些任务）。",
    source:
      "工期为行业惯例，应以自己的历史数据替换。前置关系 FS、SS、FF、SF 及提前滞后同关键路径法；倒排以 T30 为准，区域中没有 T30 则以最后一行为准。",
  },
  RISKLEVEL: {
    description: "按期概率的颜色：GREEN 绿、AMBER 黄、RED 红。",
    parameters: {
      chance: "按期的概率，0 到 1，或百分数。",
      green: "不低于此为绿；省略为 0.8。",
      amber: "不低于此为黄；省略为 0.5。",
      lang,
    },
    returns: "文字。",
    errors: "不在 0 到 1 之间的概率、green 小于 amber、未知的语言为 #VALUE!。",
    source: "进度风险的做法：按 80% 的日期承诺，按 50% 的日期计划。",
  },
};
