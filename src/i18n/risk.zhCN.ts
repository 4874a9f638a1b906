import type { riskEn } from "./risk.en";

const number = new Intl.NumberFormat("zh-CN");
const days = (count: number) => `${number.format(count)} 天`;

export const riskZhCN: typeof riskEn = {
  title: "风险看板",
  levels: { RED: "红", AMBER: "黄", GREEN: "绿" },
  check: "待查",
  counts: "按准时离厂概率统计的订单数，点选后只看该类订单",
  percent: (chance) => `${Math.round(chance * 100)}%`,
  chance: (level, percent) => `${level}：准时离厂概率 ${percent}`,
  noChance: "无预测",
  computing: "计算中",
  progress: (done, total) => `已预测 ${number.format(done)} / ${number.format(total)} 张订单`,

  views: "显示",
  orders: "订单",
  customers: "客户",
  factories: "工厂",
  noName: "（未填）",
  counted: (red, amber, green) =>
    `：红 ${number.format(red)}，黄 ${number.format(amber)}，绿 ${number.format(green)}。查看这些订单`,

  searchLabel: "查找订单",
  searchPlaceholder: "订单号、款号、客户…",
  filters: "筛选与排序",
  filtersOn: (count) => `筛选与排序，已用 ${number.format(count)} 项`,
  customer: "客户",
  factory: "工厂",
  merchandiser: "跟单员",
  sort: "排序",
  sorts: {
    chance: "概率从低到高",
    due: "交期",
    late: "延误天数从多到少",
    name: "订单号与款号",
  },
  list: "未出货订单",
  shown: (shown, all) =>
    shown === all
      ? `${number.format(all)} 张未出货订单`
      : `${number.format(all)} 张未出货订单中的 ${number.format(shown)} 张`,
  nothing: "没有符合的订单",
  nothingText: "清除查找和筛选即可看到全部未出货订单。",
  clear: "清除查找和筛选",
  allShipped: "所有订单都已离厂",
  allShippedText: "没有要催的了。表格里有新订单时，这里就会显示。",

  due: "交期",
  forecast: "预计离厂",
  promise: "八成把握",
  none: "未填",
  afterDue: (count) => (count > 0 ? `晚 ${days(count)}` : count < 0 ? `早 ${days(-count)}` : "正好当天"),

  reason: {
    driver: (milestone, late, costs) => `${milestone}延误 ${days(late)}，拖后 ${days(costs)}`,
    noTime: (count) => `剩余时间不足：预计晚于交期 ${days(count)}`,
    noTimeAtAll: (count) => `交期已过 ${days(count)}，仍未出货`,
    littleSlack: "余量小",
    onTrack: "正常",
  },
  next: "下一步：",
  nothingNext: "离厂前没有未完成的节点",
  open: (order) => `查看 ${order} 的风险详情`,

  owners: {
    BUYER: "客户",
    MERCH: "跟单",
    SALES: "业务",
    SAMPLE: "样衣间",
    MILL: "面料厂",
    TRIM: "辅料商",
    FACTORY: "工厂",
    QC: "品质",
    LAB: "检测",
    FWD: "货代/船务",
    FIN: "财务",
  },

  problem: {
    noDue: "没有交期，算不出准时概率。请在表格里填写。",
    unreadableDates: (fields) => `读不懂的日期：${fields}。请写成 2026-09-15 这样。`,
    unknownTemplate: (word) => `没有叫“${word}”的模板。请用针织、梭织、牛仔或翻单，或自建模板。`,
    noDates: "这一行没有可用来预测的日期。",
    noCalendarData: (year) => `还不知道 ${year} 年的工作日。请在“设置”里填写该年的放假日。`,
    unknownCalendar: (name) => `没有名为“${name}”的日历。请在“设置”里选择。`,
    noAnswer: "计划太长，无法预测。请检查模板中的工期。",
    brokenTemplate: (word, why) => `无法按模板“${word}”预测：${why}。请在模板表中改正。`,
    other: (why) => `无法预测：${why}。`,
  },

  changes: {
    title: (day) => `与${day}相比`,
    first: "从明天起，这里会显示与今天相比的变化。",
    unnamed: "请先保存工作簿，之后这里会显示与前一天相比的变化。",
    none: (day) => `与${day}相比没有变化。`,
    worse: (count) => `变差 ${number.format(count)}`,
    better: (count) => `好转 ${number.format(count)}`,
    new: (count) => `新增 ${number.format(count)}`,
    shipped: (count) => `已出 ${number.format(count)}`,
    hasShipped: "已出",
    wasWorse: (before, now, day) => `比${day}变差：${before} → ${now}`,
    wasBetter: (before, now, day) => `比${day}好转：${before} → ${now}`,
  },

  sheets: {
    report: "周报",
    gantt: "甘特图表",
    making: "正在生成…",
    wait: "全部订单预测完成后即可生成。",
  },
};
