import type { FunctionTexts } from "./functionText";

const closures = "自己的放假安排：一列为休息日；两列为日期和类别（off/休、work/班、year/全年）。";
const network = "3 列的区域：代码、工期（天）、前置任务（A;B:SS+2;C:FF-1）。";
const estimates = "4 或 5 列的区域：代码、乐观、最可能、悲观工期、前置任务（A;B:SS+2）。";
const estimatesWithActual =
  "4 至 6 列的区域：代码、乐观、最可能、悲观工期、前置任务（A;B:SS+2）、[实际完成]。";
const runs = "模拟次数；省略为 10000。";
const seed = "随机数的种子；省略为 1。";
const dist = "“pert”（默认）或“triangular”三角分布。";
const calendar = "给出开始日时，工期按此日历的工作日计；省略则为自然日。";
const circle = "不存在的前置任务或成环（会写明是哪些任务）为 #VALUE!";
const noYear = "所经年份没有中国日历数据时为 #N/A。";

export const scheduleTexts: FunctionTexts = {
  CPM: {
    description:
      "关键路径法：每项任务的最早开始、最早完成、最迟开始、最迟完成、总时差、自由时差，从第 0 天起算。",
    parameters: { tasks: network, part: "“all”（默认）为整张表，“length”为项目总工期。" },
    returns: "n 行 6 列：ES、EF、LS、LF、总时差、自由时差；或一个数。",
    errors: `不是数字的工期、${circle}。`,
    source:
      "Moder、Phillips、Davis：Project Management with CPM, PERT and Precedence Diagramming（1983），关键路径法。",
  },
  CRITPATH: {
    description: "关键路径：决定总工期的任务代码，以“-”相连。",
    parameters: { tasks: network },
    returns: "文字。有多条关键路径时，取任务排在前面的一条。",
    errors: `不是数字的工期、${circle}。`,
    source:
      "Moder、Phillips、Davis：Project Management with CPM, PERT and Precedence Diagramming（1983），关键路径法。",
  },
  PERT: {
    description: "三点估算：平均、标准差，或按给定概率能完成的工期（P10 至 P99）。",
    parameters: {
      optimistic: "最短工期，天。",
      likely: "最可能工期，天。",
      pessimistic: "最长工期，天。",
      part: "“mean”平均（默认）、“sd”经典标准差（全距的六分之一）、“sdbeta”beta-PERT 分布的标准差，或“P10”至“P99”。",
    },
    returns: "天数。",
    errors: "文字、三个工期大小颠倒、未知的 part 为 #VALUE!。",
    source:
      "Malcolm、Roseboom、Clark、Fazar：Operations Research 7（1959）；Vose：Risk Analysis（2008），三点估算。",
  },
  FORECASTSHIP: {
    description: "按目前进展预测计划何时完成；未完成的工作不会被预测在过去。",
    parameters: {
      tasks:
        "5 至 7 列的区域：代码、工期、前置任务（A;B:SS+2;C:FF-1）、实际开始、实际完成、[计划开始]、[单位 WD 或 CD]。",
      asOf: "作预测的日期。",
      calendar:
        "WD 工期所用工作日历：CN5、CN6（默认）、CN7、BD、VN、KH、MM、IN、PK、ID、LK、TR、HK、EU、US、ALL。",
      closures,
    },
    returns: "日期：各任务中最晚的完成日。",
    errors: `${circle}；${noYear}`,
    source: "按实际进展预测：已完成的以实际为准，已开工的加上剩余工期，其余依次推算。",
  },
  ONTIMEPROB: {
    description: "全部任务按期完成的概率，用模拟求得；参数相同，答案总是相同。",
    parameters: {
      tasks: estimatesWithActual,
      due: "到期日；没有开始日时为天数。",
      start: "项目的第一天。",
      runs,
      seed,
      dist,
      calendar,
      closures,
    },
    returns: "0 到 1 的比例。",
    errors: `工期大小颠倒、${circle}；${noYear}`,
    source:
      "Van Slyke：Operations Research 11（1963），蒙特卡洛法与 PERT；拉丁超立方：McKay、Beckman、Conover（1979）。",
  },
  PDATE: {
    description: "以给定概率能完成全部任务的日期（或天数）：按 0.5 计划，按 0.8 承诺。",
    parameters: {
      tasks: estimatesWithActual,
      share: "所要的概率，0 到 1，或百分数。",
      start: "项目的第一天；省略则结果为天数。",
      runs,
      seed,
      dist,
      calendar,
      closures,
    },
    returns: "日期，或天数。",
    errors: `不在 0 到 1 之间的概率、工期大小颠倒、${circle}；${noYear}`,
    source: "同 ONTIMEPROB。",
  },
  CRITICALITY: {
    description: "关键度：每项任务在多大比例的模拟中没有时差。",
    parameters: { tasks: estimates, runs, seed, dist },
    returns: "n 行 1 列，0 到 1。",
    errors: `工期大小颠倒、${circle}。`,
    source: "Van Slyke：Operations Research 11（1963），839-860 页。",
  },
  SENSITIVITY: {
    description: "进度敏感度：关键度 × 任务的标准差 ÷ 项目的标准差。",
    parameters: { tasks: estimates, runs, seed, dist },
    returns: "n 行 1 列；没有不确定性时为 0。",
    errors: `工期大小颠倒、${circle}。`,
    source: "Vanhoucke：Measuring Time（2010），进度敏感度指数。",
  },
};
