import type { FunctionTexts } from "./functionText";

const headings =
  "里程碑各列的标题，一行。可用代码（T19）或中英文名称，前后可带“计划/实际”（plan/actual）；其他列自动跳过。";
const dates = "这些标题下各订单的行，一行或多行。待定、TBA、n/a 之类算还没有日期。";
const due = "各订单的离厂交期。";
const template =
  "针织/knit（默认）、梭织/woven、牛仔/denim、翻单/repeat；也可为与订单并列的一列名称，或与 TAPLAN 相同的区域。";
const asOf = "作预测的日期；省略为今天。";
const calendar =
  "WD 工期所用工作日历：CN5、CN6（默认）、CN7、BD、VN、KH、MM、IN、PK、ID、LK、TR、HK、EU、US、ALL。";
const closures = "自己的放假安排：一列为休息日；两列为日期和类别（off/休、work/班、year/全年）。";
const lang = "“zh”为中文；省略为英文。";
const order = { headings, dates, due, template, asOf, calendar, closures };
const errors =
  "没有一个标题是里程碑、标题与数据列数不同、某行的日期无法识别（只在该行）为 #VALUE!；所经年份没有中国日历数据时为 #N/A。";

export const trackerTexts: FunctionTexts = {
  SHIPDATE: {
    description: "按订单行中的计划、实际日期和时间行动表模板，预测每个订单的离厂日。",
    parameters: { headings, dates, template, asOf, calendar, closures },
    returns: "每行一个日期；没有日期的行为空。",
    errors,
    source:
      "从已发生的情况按最可能工期顺推：已完成的以实际为准；表中跟踪而未填的，不会早于 asOf 完成；表中没有的里程碑按模板推算。财务、银行的工作日按银行营业日。",
  },
  ONTIME: {
    description: "每个订单在交期前离厂的概率，对剩余工作进行模拟求得；数据相同，答案总是相同。",
    parameters: order,
    returns: "每行一个 0 到 1 的比例；没有日期或没有交期的行为空。",
    errors: `${errors}交期晚于有日历数据的年份、而订单可能拖到那时，也为 #N/A。`,
    source:
      "Van Slyke：Operations Research 11（1963），蒙特卡洛法与 PERT；Korobov 格点：L'Ecuyer、Lemieux：Management Science 46（2000），模拟 8,191 次。同一负责方的任务相关系数 0.3。",
  },
  RISK: {
    description: "每个订单的风险：绿（按期概率不低于 0.8）、黄（0.5）、红；已离厂为“已出”。",
    parameters: { ...order, lang },
    returns: "每行一个词；没有日期或没有交期的行为空。",
    errors: "同 ONTIME。",
    source: "同 ONTIME；按 80% 的日期承诺、按 50% 的日期计划：进度风险管理惯例。",
  },
  RISKWHY: {
    description: "用一句话说明每个订单的风险：哪个里程碑延误、拖后几天、预测与交期相比、下一步是什么。",
    parameters: { ...order, lang },
    returns: "每行一句话；没有日期或没有交期的行为空。",
    errors: "同 SHIPDATE。",
    source: "把每个延误的里程碑依次放回计划日（没有计划时用模板日期）重新预测，指出影响离厂最多的一个。",
  },
  NEXTSTEP: {
    description: "每个订单下一个要完成的里程碑：名称、日期或负责方；语言与标题一致。",
    parameters: {
      headings,
      dates,
      part: "“name”名称（默认）、“date”日期（有计划用计划，否则用预测）、“owner”负责方。",
      template,
      asOf: "按哪一天来看；省略为今天。",
    },
    returns: "每行一个词或日期；没有日期的行和已离厂的订单为空。",
    errors: "没有一个标题是里程碑、日期无法识别为 #VALUE!；日期晚于有日历数据的年份为 #N/A。",
    source: "同 SHIPDATE，日历为 CN6。",
  },
};
