import type { FunctionTexts } from "./functionText";

const calendar = "工作日历：CN5、CN6（默认）、CN7、BD、VN、KH、MM、IN、PK、ID、LK、TR、HK、EU、US、ALL。";
const countingCalendar =
  "按此日历数工作日：CN5、CN6、CN7、BD、VN、KH、MM、IN、PK、ID、LK、TR、HK、EU、US、ALL；省略则数自然日。";
const closures = "自己的放假安排：一列为休息日；两列为日期和类别（off/休、work/班、year/全年）。";
const asOf = "以哪一天为准；省略为今天。";
const statutory = "国务院放假安排（chinese-days 1.5.7 的数据）；每周休息日为行业惯例。";
const anyYear = "所经年份没有中国日历数据时为 #N/A；";
const badDate = "不是日期的文字、未知的日历为 #VALUE!。";

export const dateTexts: FunctionTexts = {
  WORKDAY: {
    description: "某日之后的第 n 个工作日（n 为负则往前；为 0 则为当日）。",
    parameters: { start: "起算日，本身不计。", days: "工作日数，整数。", calendar, closures },
    returns: "日期（序列号）。",
    errors: `${anyYear}不是日期的文字、不是整数的天数、未知的日历为 #VALUE!。`,
    source: statutory,
  },
  WORKDAYS: {
    description: "从开始到结束的工作日数，两端都计；结束早于开始时为负。",
    parameters: { start: "第一天。", end: "最后一天。", calendar, closures },
    returns: "天数，整数。",
    errors: `${anyYear}${badDate}`,
    source: statutory,
  },
  ISWORKDAY: {
    description: "某日是否为工作日。",
    parameters: { date: "日期。", calendar, closures },
    returns: "TRUE 或 FALSE。",
    errors: `${anyYear}${badDate}`,
    source: statutory,
  },
  NEXTWORKDAY: {
    description: "当日若上班则为当日，否则为下一个（或上一个）工作日。",
    parameters: { date: "日期。", calendar, direction: "1 为往后（默认），-1 为往前。", closures },
    returns: "日期（序列号）。",
    errors: `${anyYear}不是日期的文字、其他方向、未知的日历为 #VALUE!。`,
    source: statutory,
  },
  STARTBY: {
    description: "最迟开工日：从该日起（含当日）做满若干工作日，不晚于到期日完成。",
    parameters: { due: "必须完成的日期。", workdays: "所需工作日数，至少 1。", calendar, closures },
    returns: "日期（序列号）。",
    errors: `${anyYear}不是日期的文字、小于 1 的工作日数、未知的日历为 #VALUE!。`,
    source: "首尾都计：从 s 日起 n 个工作日，止于把 s 计为第 1 日的第 n 个工作日。",
  },
  DAYSLEFT: {
    description: "距到期日还有几天（起算日不计，到期日计）；已过则为负。自然日；给出日历则为工作日。",
    parameters: { due: "到期日。", asOf, calendar: countingCalendar, closures },
    returns: "天数，整数。",
    errors: `${anyYear}${badDate}`,
    source: "定义；日历同 WORKDAYS。",
  },
  DAYSLATE: {
    description:
      "延误天数：实际晚于计划的天数，提前为负；尚无实际日期时，以 asOf 与计划相比，至少为 0。自然日；给出日历则为工作日。",
    parameters: {
      planned: "计划日期。",
      actual: "实际日期；未完成则留空。",
      asOf: `未完成时${asOf}`,
      calendar: countingCalendar,
      closures,
    },
    returns: "天数，整数。",
    errors: `${anyYear}${badDate}`,
    source: "进度指标“延误天数”，定义。",
  },
  SLIP: {
    description: "延期天数：预测晚于基准的天数，提前为负。自然日；给出日历则为工作日。",
    parameters: {
      baseline: "原定日期。",
      forecast: "现在预计的日期。",
      calendar: countingCalendar,
      closures,
    },
    returns: "天数，整数。",
    errors: `${anyYear}${badDate}`,
    source: "进度指标“延期”，定义。",
  },
  CALCHECK: {
    description: "日历是否有某日所在年份的放假数据：“OK”，或“NO DATA”加年份。",
    parameters: { date: "日期。", calendar, closures },
    returns: "文字。",
    errors: badDate,
    source: "国务院放假安排（chinese-days 1.5.7 的数据）。",
  },
  READDATE: {
    description:
      "把手写的日期变为日期：2026-03-05、2026/3/5、2026.3.5、20260305、2026年3月5日、5-Mar-2026；给出年份时也可只写月日（3/5、3.5、3月5日）。",
    parameters: { text: "写下的文字。", year: "只写月日时的年份。" },
    returns: "日期（序列号）。",
    errors: "可有两种读法的（03/05/2026）为 #VALUE!“日期有歧义”；不是日期或缺年份的为 #VALUE!。",
    source: "贸易往来中的日期写法；只有另给年份时才按月/日读。",
  },
};
