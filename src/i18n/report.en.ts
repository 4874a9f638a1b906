const number = new Intl.NumberFormat("en");
const plural = (count: number, one: string, many: string) =>
  `${number.format(count)} ${count === 1 ? one : many}`;
const days = (count: number) => plural(count, "day", "days");
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Everything that the weekly report says. */
export const reportEn = {
  sheet: (date: string) => `Report ${date}`,
  title: (week: number, year: number) => `Weekly order report · week ${week}, ${year}`,
  asOf: (date: string) => `As of ${date}. Forecasts, chances and counts are those of that day.`,
  page: (page: string, pages: string) => `Page ${page} of ${pages}`,
  date: (day: number, month: number, year?: number) =>
    [day, MONTHS[month - 1], year].filter((part) => part !== undefined).join(" "),
  span: (from: string, to: string) => `${from} – ${to}`,
  noName: "(none)",
  total: "Total",
  join: (...sentences: string[]) => sentences.join(" "),
  list: (words: readonly string[]) => words.join(", "),

  figures: {
    open: "Open orders",
    red: "Red",
    amber: "Amber",
    green: "Green",
    onTime: (weeks: number) => `On time, ${weeks} weeks`,
    inspections: "Inspections, 7 days",
    due: "Due in 14 days",
    none: "none",
    shippedOf: (onTime: number, all: number) => `${number.format(onTime)} of ${number.format(all)} shipped`,
    failedOf: (failed: number, all: number) =>
      all === 0 ? "none" : `${number.format(failed)} of ${number.format(all)} failed`,
    pieces: (count: number) => plural(count, "pc", "pcs"),
  },

  orders: {
    heading: "Red and amber orders",
    none: "No order is red or amber: every open order that could be judged has a chance of at least 80% of leaving on time.",
    together: (lines: number) =>
      `${plural(lines, "order line", "order lines")}, worst first. Colours of one order with the same dates stand together.`,
    columns: {
      risk: "Risk",
      order: "Order",
      party: "Customer / factory",
      qty: "Pcs",
      due: "Due",
      ship: "Forecast",
      chance: "Chance",
      why: "Reason",
      next: "Next step",
      decision: "Decision wanted",
    },
    step: (name: string, date: string, owner: string) =>
      `${name}${date && ` by ${date}`}${owner && ` (${owner})`}`,
    late: (count: number) => `, ${days(count)} overdue`,
  },

  decision: {
    rework: (by: string) =>
      by
        ? `Have the failed lot sorted and reworked, and inspect again before ${by}.`
        : "Have the failed lot sorted and reworked, and inspect again at once.",
    approval: (customer: string, what: string, by: string) =>
      by
        ? `Press ${customer || "the buyer"} to settle “${what}” by ${by}.`
        : `Press ${customer || "the buyer"} to settle “${what}” now: every day counts in full.`,
    material: (owner: string, what: string, by: string) =>
      by
        ? `${owner} to commit to “${what}” by ${by}; part lots or air if not.`
        : `${owner} to deliver “${what}” now, in part lots or by air.`,
    catchUp: (owner: string, what: string, count: number) =>
      `${owner} to win ${days(count)} at “${what}”: overtime or a second line.`,
    newDate: (owner: string, what: string) => `${owner} to confirm a new date for “${what}” today.`,
    book: (owner: string, what: string, by: string) =>
      by ? `${owner} to have “${what}” done by ${by}.` : `${owner} to do “${what}” at once.`,
    moreDays: (customer: string, count: number, to: string) =>
      `Ask ${customer || "the buyer"} for ${days(count)} (to ${to}), or agree on air freight.`,
    air: "Settle a new date or air freight with the buyer.",
    hold: (what: string, by: string) =>
      by ? `None yet: hold “${what}” to ${by}.` : `None yet: watch “${what}”.`,
    watch: "None yet: watch.",
  },

  customers: { heading: "Risk and record by customer", column: "Customer" },
  factories: { heading: "Risk and record by factory", column: "Factory" },
  parties: {
    none: "There are no orders yet.",
    columns: { place: "No.", open: "Open", red: "Red", amber: "Amber", green: "Green", onTime: "On time" },
    record: (weeks: number) => `On time: of what left in the last ${weeks} weeks.`,
    chart: (column: string) => `Open orders by ${column.toLowerCase()}`,
  },

  weeks: {
    heading: (weeks: number) => `On-time record, last ${weeks} weeks`,
    none: "Nothing with a due date has left in these weeks.",
    columns: {
      week: "Week",
      dates: "Dates",
      shipped: "Shipped",
      onTime: "On time",
      late: "Late",
      share: "On time %",
    },
    week: (week: number) => `W${week}`,
    undated: (count: number) =>
      `${plural(count, "shipped order has", "shipped orders have")} no due date and ${count === 1 ? "is" : "are"} not counted.`,
    chart: "Shipped orders by week",
  },

  inspections: {
    heading: (from: string, to: string) => `Inspections ${from} – ${to}`,
    none: "No inspection in these days.",
    counts: (pass: number, fail: number, pending: number) =>
      `${number.format(pass)} passed, ${number.format(fail)} failed, ${number.format(pending)} pending`,
    rate: (rate: string, defects: number, pieces: number) =>
      `${rate} defects per 100 pieces (${number.format(defects)} in ${number.format(pieces)})`,
    allPassed: "All passed.",
    columns: {
      verdict: "Verdict",
      order: "Order",
      party: "Customer / factory",
      inspected: "Pcs",
      date: "Date",
      type: "Type",
      rate: "Def. / 100",
      reason: "Reason",
      id: "Inspection",
      decision: "Decision wanted, remarks",
    },
    verdicts: { pass: "PASS", fail: "FAIL", pending: "PENDING" },
  },

  shipments: {
    heading: (from: string, to: string) => `Shipments ${from} – ${to}`,
    none: "Nothing is due or forecast to leave in these days.",
    counts: (lines: number, pieces: number) =>
      `${plural(lines, "order line", "order lines")}, ${plural(pieces, "pc", "pcs")}; due or forecast in these days, or overdue.`,
    columns: {
      risk: "Risk",
      order: "Order",
      party: "Customer / factory",
      qty: "Pcs",
      due: "Due",
      ship: "Forecast",
      chance: "Chance",
      next: "Next step",
      inspection: "Latest inspection",
      remarks: "Remarks",
    },
  },

  unjudged: {
    heading: "Not judged",
    note: (lines: number) => `${plural(lines, "order line has", "order lines have")} no chance to tell.`,
    columns: {
      order: "Order",
      party: "Customer / factory",
      qty: "Pcs",
      due: "Due",
      ship: "Forecast",
      why: "Why",
    },
  },
};

export type ReportWords = typeof reportEn;
