import type { ReportWords } from "./report.en";

const number = new Intl.NumberFormat("zh-CN");
const days = (count: number) => `${number.format(count)} 天`;

export const reportZhCN: ReportWords = {
  sheet: (date) => `周报 ${date}`,
  title: (week, year) => `订单周报 · ${year} 年第 ${week} 周`,
  asOf: (date) => `截至 ${date}。预测、概率和数量均为当日情况。`,
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  date: (day, month, year) => `${year === undefined ? "" : `${year}年`}${month}月${day}日`,
  span: (from, to) => `${from}–${to}`,
  noName: "（未填）",
  total: "合计",
  join: (...sentences) => sentences.join(""),
  list: (words) => words.join("、"),

  figures: {
    open: "未出货订单",
    red: "红",
    amber: "黄",
    green: "绿",
    onTime: (weeks) => `近 ${weeks} 周准时率`,
    inspections: "近 7 天验货",
    due: "14 天内交货",
    none: "无",
    shippedOf: (onTime, all) => `出货 ${number.format(all)} 单，准时 ${number.format(onTime)} 单`,
    failedOf: (failed, all) =>
      all === 0 ? "无" : `${number.format(all)} 次，不合格 ${number.format(failed)} 次`,
    pieces: (count) => `${number.format(count)} 件`,
  },

  orders: {
    heading: "红、黄灯订单",
    none: "没有红灯或黄灯订单：能判断的未出货订单，准时出货概率都在 80% 以上。",
    together: (lines) => `共 ${number.format(lines)} 行，风险最高的在前。同一订单日期相同的颜色合并列出。`,
    columns: {
      risk: "风险",
      order: "订单",
      party: "客户 / 工厂",
      qty: "件数",
      due: "交期",
      ship: "预计离厂",
      chance: "概率",
      why: "原因",
      next: "下一步",
      decision: "需要决定",
    },
    step: (name, date, owner) => `${name}${date && `，${date}`}${owner && `（${owner}）`}`,
    late: (count) => `，已过 ${days(count)}`,
  },

  decision: {
    rework: (by) => (by ? `不合格批全检返工，${by}前复验。` : "不合格批全检返工，立即复验。"),
    approval: (customer, what, by) =>
      by
        ? `催${customer || "客户"}在${by}前完成“${what}”。`
        : `马上催${customer || "客户"}完成“${what}”：每晚一天就拖一天。`,
    material: (owner, what, by) =>
      by ? `${owner}确认${by}前完成“${what}”，否则分批或空运。` : `${owner}马上落实“${what}”，分批或空运。`,
    catchUp: (owner, what, count) => `${owner}在“${what}”上抢回 ${days(count)}：加班或加开一条线。`,
    newDate: (owner, what) => `${owner}今天确认“${what}”的新日期。`,
    book: (owner, what, by) => (by ? `${owner}在${by}前完成“${what}”。` : `${owner}立即安排“${what}”。`),
    moreDays: (customer, count, to) =>
      `向${customer || "客户"}申请延期 ${days(count)}（至${to}），或同意空运。`,
    air: "与客户商定新交期或空运。",
    hold: (what, by) => (by ? `暂无：“${what}”守住${by}。` : `暂无：盯紧“${what}”。`),
    watch: "暂无：继续跟踪。",
  },

  customers: { heading: "各客户风险与准时记录", column: "客户" },
  factories: { heading: "各工厂风险与准时记录", column: "工厂" },
  parties: {
    none: "还没有订单。",
    columns: { place: "序号", open: "未出货", red: "红", amber: "黄", green: "绿", onTime: "准时率" },
    record: (weeks) => `准时率：按近 ${weeks} 周已出货订单计算。`,
    chart: (column) => `各${column}未出货订单`,
  },

  weeks: {
    heading: (weeks) => `近 ${weeks} 周准时记录`,
    none: "这几周没有带交期的订单出货。",
    columns: {
      week: "周",
      dates: "日期",
      shipped: "出货",
      onTime: "准时",
      late: "延误",
      share: "准时率",
    },
    week: (week) => `第${week}周`,
    undated: (count) => `另有 ${number.format(count)} 单已出货但没有交期，未计入。`,
    chart: "每周出货订单",
  },

  inspections: {
    heading: (from, to) => `${from}–${to} 验货`,
    none: "这几天没有验货。",
    counts: (pass, fail, pending) =>
      `合格 ${number.format(pass)}，不合格 ${number.format(fail)}，待定 ${number.format(pending)}`,
    rate: (rate, defects, pieces) =>
      `每百件疵点 ${rate}（${number.format(pieces)} 件中 ${number.format(defects)} 个）`,
    allPassed: "全部合格。",
    columns: {
      verdict: "结论",
      order: "订单",
      party: "客户 / 工厂",
      inspected: "件数",
      date: "日期",
      type: "类型",
      rate: "百件疵点",
      reason: "原因",
      id: "验货编号",
      decision: "需要决定、备注",
    },
    verdicts: { pass: "合格", fail: "不合格", pending: "待定" },
  },

  shipments: {
    heading: (from, to) => `${from}–${to} 出货`,
    none: "这段时间没有到期或预计离厂的订单。",
    counts: (lines, pieces) =>
      `共 ${number.format(lines)} 行，${number.format(pieces)} 件；交期或预计离厂在此期间，或已逾期。`,
    columns: {
      risk: "风险",
      order: "订单",
      party: "客户 / 工厂",
      qty: "件数",
      due: "交期",
      ship: "预计离厂",
      chance: "概率",
      next: "下一步",
      inspection: "最近验货",
      remarks: "备注",
    },
  },

  unjudged: {
    heading: "无法判断",
    note: (lines) => `${number.format(lines)} 行订单无法计算概率。`,
    columns: {
      order: "订单",
      party: "客户 / 工厂",
      qty: "件数",
      due: "交期",
      ship: "预计离厂",
      why: "原因",
    },
  },
};
