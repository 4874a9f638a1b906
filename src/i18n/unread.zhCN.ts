import type { unreadEn } from "./unread.en";

const number = new Intl.NumberFormat("zh-CN");
const cells = (count: number) => `${number.format(count)} 个单元格`;

export const unreadZhCN: typeof unreadEn = {
  title: "读不出的单元格",
  intro: "表里写成文本的日期和数字，以及该填日期、数字却填了别的单元格。勾选要改的，确认之前什么都不会动。",
  none: "全部都能读出",
  noneText: "表里的日期和数字都是真正的日期和数字。",
  look: "查看",
  notice: (dates, numbers) =>
    `有 ${[dates > 0 && `${number.format(dates)} 个日期`, numbers > 0 && `${number.format(numbers)} 个数字`]
      .filter(Boolean)
      .join("、")}读不出。`,
  texts: (count) => `${cells(count)}里的日期或数字是文本。`,

  kinds: { date: "日期", number: "数字" },
  areTexts: {
    date: (count) => `${number.format(count)} 个日期是文本`,
    number: (count) => `${number.format(count)} 个数字是文本`,
  },
  areNot: {
    date: (count) => `${cells(count)}不是正常的日期`,
    number: (count) => `${cells(count)}不是正常的数字`,
  },
  orders: { dmy: "日-月", mdy: "月-日", ymd: "年-月-日" },
  canBeRead: (count, order) =>
    order ? `${number.format(count)} 个可按“${order}”读出` : `${number.format(count)} 个可以读出`,
  twoWays: (count) => `${number.format(count)} 个有两种读法`,
  changedOver: (count) => `${number.format(count)} 个日月颠倒`,
  sayNothing: (count) => `${number.format(count)} 个表示还没有`,
  cannot: (count) => `${number.format(count)} 个读不出`,

  summary: (what, parts) => `${what}：${parts.join("，")}`,

  makeDates: (count) => `把 ${number.format(count)} 个文本改成日期`,
  makeNumbers: (count) => `把 ${number.format(count)} 个文本改成数字`,
  empty: (count) => `清空 ${cells(count)}（TBA、x、1900 等）`,
  order: (count) => `${number.format(count)} 个日期有两种读法`,
  dot: (count) => `${number.format(count)} 个数字带点：千分位还是小数？`,
  swapped: (count) => `${number.format(count)} 个日期看来日月颠倒了`,
  left: (count) => `${cells(count)}只能由您来改`,
  waits: "请先决定日月颠倒的日期怎么办：这些文本正是颠倒的证据。",
  leave: "保持不变",
  ways: {
    read: "按读出的改",
    dmy: "日在前",
    mdy: "月在前",
    ymd: "年在前",
    back: "颠倒回来",
    thousands: "千分位",
    decimal: "小数",
    blank: "清空",
  },
  asTheyStand: "现在这样就是对的",
  showCells: "显示单元格",
  hideCells: "收起单元格",
  jump: (address) => `转到 ${address}`,
  choose: (address) => `${address} 怎么改`,
  tick: (address) => `改 ${address}`,
  blank: "（空）",
  becomes: "改为",

  why: {
    textDate: "日期是文本",
    textNumber: "数字是文本",
    ambiguous: "日在前还是月在前？",
    noYear: "没有年份",
    noSuchDay: "没有这一天",
    placeholder: "不是日期",
    vague: "没有确定的日子",
    history: "一格里有多条记录",
    sentinel: "表示没有日期",
    swapped: "日月颠倒？",
    outOfSense: "年份不合理",
    error: "表里的错误值",
    notADate: "不是日期",
    notANumber: "不是数字",
    ambiguousDot: "点是千分位还是小数？",
    formula: "公式，从不改动",
    units: "单位与其他的不同",
  },

  preview: (count) => `查看改动（${number.format(count)}）`,
  yearsAdded: (count) => `${number.format(count)} 个日期没写年份，年份取自旁边的日期，请核对。`,
  previewTitle: "将要改动",
  cell: "单元格",
  before: "现在",
  after: "改后",
  mend: (count) => `修改 ${cells(count)}`,
};
