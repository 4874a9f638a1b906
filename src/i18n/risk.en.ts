const number = new Intl.NumberFormat("en");
const plural = (count: number, one: string, many: string) =>
  `${number.format(count)} ${count === 1 ? one : many}`;
const days = (count: number) => plural(count, "day", "days");

/** Sentences of the risk board. */
export const riskEn = {
  title: "Risk",
  levels: { RED: "Red", AMBER: "Amber", GREEN: "Green" },
  check: "To check",
  counts: "Orders by chance of leaving on time; choose one to see only those",
  percent: (chance: number) => `${Math.round(chance * 100)}%`,
  chance: (level: string, percent: string) => `${level}: ${percent} chance of leaving on time`,
  noChance: "No forecast",
  computing: "Calculating",
  progress: (done: number, total: number) =>
    `${number.format(done)} of ${plural(total, "order", "orders")} forecast`,

  views: "Show",
  orders: "Orders",
  customers: "Customers",
  factories: "Factories",
  noName: "(none)",
  counted: (red: number, amber: number, green: number) =>
    `: ${number.format(red)} red, ${number.format(amber)} amber, ${number.format(green)} green. Show these orders`,

  searchLabel: "Search orders",
  searchPlaceholder: "PO, style, customer…",
  filters: "Filters and order",
  filtersOn: (count: number) => `Filters and order, ${number.format(count)} in use`,
  customer: "Customer",
  factory: "Factory",
  merchandiser: "Merchandiser",
  sort: "Sort by",
  sorts: {
    chance: "Chance, lowest first",
    due: "Due date",
    late: "Days late, most first",
    name: "PO and style",
  },
  list: "Open orders",
  shown: (shown: number, all: number) =>
    shown === all
      ? plural(all, "open order", "open orders")
      : `${number.format(shown)} of ${plural(all, "open order", "open orders")}`,
  nothing: "No order matches",
  nothingText: "Clear the search and the filters to see all open orders.",
  clear: "Clear search and filters",
  allShipped: "Every order has left",
  allShippedText: "There is nothing left to chase. New orders appear here as soon as they are in the sheet.",

  due: "Due",
  forecast: "Likely ex-factory",
  promise: "Promise (80%)",
  none: "none",
  afterDue: (count: number) =>
    count > 0 ? `${days(count)} late` : count < 0 ? `${days(-count)} early` : "on the day",

  reason: {
    driver: (milestone: string, late: number, costs: number) =>
      `${milestone} ${days(late)} late, costs ${days(costs)}`,
    noTime: (count: number) => `Not enough time left: likely ${days(count)} after due`,
    noTimeAtAll: (count: number) => `Due ${days(count)} ago and not shipped`,
    littleSlack: "Little slack",
    onTrack: "On track",
  },
  next: "Next:",
  nothingNext: "Nothing is open before ex-factory",
  open: (order: string) => `Look into the risk of ${order}`,

  owners: {
    BUYER: "Buyer",
    MERCH: "Merchandiser",
    SALES: "Sales",
    SAMPLE: "Sample room",
    MILL: "Mill",
    TRIM: "Trim supplier",
    FACTORY: "Factory",
    QC: "QC",
    LAB: "Laboratory",
    FWD: "Forwarder",
    FIN: "Finance",
  },

  problem: {
    noDue: "No ex-factory due date, so there is no on-time chance. Enter it in the sheet.",
    unreadableDates: (fields: string) => `Not a readable date: ${fields}. Write it as 2026-09-15.`,
    unknownTemplate: (word: string) =>
      `No template is called “${word}”. Use knit, woven, denim or repeat, or add your own.`,
    noDates: "This row has no date to start a forecast from.",
    noCalendarData: (year: number) =>
      `The working days of ${year} are not known. Enter that year's days off in Setup.`,
    unknownCalendar: (name: string) => `There is no calendar “${name}”. Choose one in Setup.`,
    noAnswer: "The plan is too long to forecast. Check the durations in its template.",
    brokenTemplate: (word: string, why: string) =>
      `The template “${word}” cannot be used: ${why}. Correct it on its sheet.`,
    other: (why: string) => `No forecast: ${why}.`,
  },

  changes: {
    title: (day: string) => `Since ${day}`,
    first: "From tomorrow, this shows what has changed since today.",
    unnamed: "Save the workbook first; then this shows what has changed since the day before.",
    none: (day: string) => `Nothing has changed since ${day}.`,
    worse: (count: number) => `${number.format(count)} worse`,
    better: (count: number) => `${number.format(count)} better`,
    new: (count: number) => `${number.format(count)} new`,
    shipped: (count: number) => `${number.format(count)} shipped`,
    hasShipped: "Shipped",
    wasWorse: (before: string, now: string, day: string) => `Worse than on ${day}: ${before} → ${now}`,
    wasBetter: (before: string, now: string, day: string) => `Better than on ${day}: ${before} → ${now}`,
  },

  sheets: {
    report: "Weekly report",
    gantt: "Gantt sheet",
    making: "Making the sheet…",
    wait: "Ready when all orders have been forecast.",
  },
};
