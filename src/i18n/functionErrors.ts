import { qualityErrors } from "./functionErrors.quality";
import { scheduleErrors } from "./functionErrors.schedule";
import { tradeErrors } from "./functionErrors.trade";

/** Sentences for what a function can say instead of a result. {argument} is the argument's name as the formula shows it. */
const en = {
  noAnswer: "no answer",
  missing: "{argument} is missing",
  notOneCell: "{argument} must be one cell",
  shapesDiffer: "{argument} must be one cell or a range of the same shape as the others",
  notADate: '{argument} must be a date such as 2026-03-05, not "{text}"',
  ambiguousDate: 'ambiguous date: {argument} must be written year first (2026-03-05), not "{text}"',
  noSuchDay: '{argument} must be a day that exists, not "{text}"',
  yearMissing: '{argument} must be a date with its year, not "{text}"',
  notANumber: '{argument} must be a number, not "{text}"',
  numberTooLong: '{argument} has more digits than a number can have: "{text}"',
  notWhole: '{argument} must be a whole number, not "{text}"',
  tooSmall: "{argument} must be at least {least}, not {text}",
  notAbove: "{argument} must be more than {limit}, not {text}",
  tooLarge: "{argument} must be at most {most}, not {text}",
  unknownWord: '{argument} must be one of {choices}, not "{text}"',
  unknownCalendar: '{argument} must be one of {choices}, not "{text}"',
  noCalendarData: "no China calendar for {year}; list its days in closures with kind year",
  closuresShape: "{argument} must have one column (date) or two (date, kind)",
  greenBelowAmber: "green must be at least amber ({amber}), not {green}",
  unknownTemplate: '{argument} must be one of {choices}, or a range of 8 columns, not "{text}"',
  templateShape:
    "{argument} must have 8 columns: code, name, owner, o, m, p, unit, predecessors; or 9 with the chance of being held up. A range of {columns} was given",
  templateCode: "{argument}, row {row}: code is missing",
  templateNumber: '{argument}, row {row}: {column} must be a whole number of 0 or more, not "{text}"',
  templateUnit: '{argument}, row {row}: unit must be WD or CD, not "{text}"',
  templateHeldUp:
    '{argument}, row {row}: the chance of being held up must lie between 0 and 1 (or 0% and 100%), not "{text}"',
  badPredecessor: '{argument}: predecessors of {task} must be written A;B:SS+2, not "{text}"',
  unknownPredecessor:
    "{argument}: predecessors of {task} must be codes of the plan; there is no {predecessor}",
  circularPredecessors: "{argument}: predecessors must not go in a circle: {tasks}",
  duplicateTask: "{argument}: code must be different for each task; {task} stands twice",
  ...scheduleErrors.en,
  ...qualityErrors.en,
  ...tradeErrors.en,
};

const zh: Readonly<Record<keyof typeof en, string>> = {
  noAnswer: "无解",
  missing: "缺少 {argument}",
  notOneCell: "{argument} 应为一个单元格",
  shapesDiffer: "{argument} 应为一个单元格，或与其他区域同样大小",
  notADate: "{argument} 应为日期，如 2026-03-05，而不是“{text}”",
  ambiguousDate: "日期有歧义：{argument} 应先写年份（2026-03-05），而不是“{text}”",
  noSuchDay: "{argument} 应为存在的日期，而不是“{text}”",
  yearMissing: "{argument} 应为带年份的日期，而不是“{text}”",
  notANumber: "{argument} 应为数字，而不是“{text}”",
  numberTooLong: "{argument} 的位数超出数字所能表示的范围：“{text}”",
  notWhole: "{argument} 应为整数，而不是“{text}”",
  tooSmall: "{argument} 至少应为 {least}，而不是 {text}",
  notAbove: "{argument} 应大于 {limit}，而不是 {text}",
  tooLarge: "{argument} 至多应为 {most}，而不是 {text}",
  unknownWord: "{argument} 应为其中之一：{choices}，而不是“{text}”",
  unknownCalendar: "{argument} 应为其中之一：{choices}，而不是“{text}”",
  noCalendarData: "没有 {year} 年的中国日历；请在 closures 中列出该年放假日，并注明“全年”",
  closuresShape: "{argument} 应为一列（日期）或两列（日期、类别）",
  greenBelowAmber: "green 不应小于 amber（{amber}），而不是 {green}",
  unknownTemplate: "{argument} 应为其中之一：{choices}，或 8 列的区域，而不是“{text}”",
  templateShape:
    "{argument} 应有 8 列：代码、名称、负责人、乐观、最可能、悲观、单位、前置任务；或再加一列耽搁概率，共 9 列。现有 {columns} 列",
  templateCode: "{argument} 第 {row} 行：缺少任务代码",
  templateNumber: "{argument} 第 {row} 行：{column} 应为不小于 0 的整数，而不是“{text}”",
  templateUnit: "{argument} 第 {row} 行：单位应为 WD 或 CD，而不是“{text}”",
  templateHeldUp: "{argument} 第 {row} 行：耽搁概率应在 0 到 1（0% 到 100%）之间，而不是“{text}”",
  badPredecessor: "{argument}：{task} 的前置任务应写成 A;B:SS+2，而不是“{text}”",
  unknownPredecessor: "{argument}：{task} 的前置任务应为计划中的代码；没有 {predecessor}",
  circularPredecessors: "{argument}：前置任务不能成环：{tasks}",
  duplicateTask: "{argument}：任务代码不能重复：{task} 出现两次",
  ...scheduleErrors.zh,
  ...qualityErrors.zh,
  ...tradeErrors.zh,
};

export const functionErrors = { en, zh };
