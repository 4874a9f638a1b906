const number = new Intl.NumberFormat("en");
const plural = (count: number, one: string, many: string) =>
  `${number.format(count)} ${count === 1 ? one : many}`;
const amount = (count: number, unit: string) => [number.format(count), unit].filter(Boolean).join(" ");
const days = (count: number) => plural(count, "day", "days");

/** The chase list, and the messages that it makes. */
export const chaseEn = {
  title: "Chase list",
  intro:
    "Who must deliver what, and by when. Tick what goes into the message, adjust the wording, then copy it.",
  parties: {
    mill: "Mill",
    trims: "Trim supplier",
    lab: "Laboratory",
    factory: "Factory",
    qc: "QC",
    buyer: "Buyer",
    forwarder: "Forwarder",
    office: "Own office",
  },
  partyFilter: "Who is asked; choose one to see only those",
  partyCount: (party: string, count: number) => `${party} ${number.format(count)}`,
  horizon: "Due",
  horizons: { overdue: "Overdue", week: "In 7 days", fortnight: "In 14 days" },
  searchLabel: "Search the chase list",
  searchPlaceholder: "PO, style, name, material…",
  shown: (items: number, groups: number) =>
    items === 0
      ? "Nothing to chase"
      : `${plural(items, "item", "items")}, ${plural(groups, "message", "messages")}`,
  computing: (done: number, total: number) =>
    `Forecasting ${number.format(done)} of ${plural(total, "order", "orders")}…`,
  nothing: "Nothing to chase",
  nothingText: "No open milestone or material is overdue, due soon or driving a risk.",
  nothingMatches: "Nothing matches",
  nothingMatchesText: "Choose a longer period, or clear the search and the party.",
  clear: "Show everything",
  overdueBadge: (count: number) => `${number.format(count)} overdue`,
  items: (count: number) => plural(count, "item", "items"),
  planned: (date: string) => `planned ${date}`,
  noPlan: "no planned date",
  needed: (date: string) => `needed by ${date}`,
  neededAtOnce: "needed at once",
  neededHint:
    "Planned: the date in the sheet. Needed by: the last day that keeps the due date if every later step takes its usual time; the planned date where that is later.",
  tooLate: (count: number) => `Even the planned date is ${days(count)} too late for the due date.`,
  late: (count: number) => `${days(count)} overdue`,
  inDays: (count: number) => (count === 0 ? "due today" : `in ${days(count)}`),
  drives: "decides ex-factory",
  nextStep: "next step of an order at risk",
  waitsFor: (what: string) => `waits for ${what}`,
  material: (ordered: string, short: string) =>
    [ordered && `${ordered} ordered`, short && `${short} to come`].filter(Boolean).join(" · "),
  amount,
  goToMaterial: (item: string) => `Show ${item} in the sheet`,
  noOrder: "order not in this workbook",
  lateMaterials: (count: number) => `${plural(count, "material is", "materials are")} past the arrival date.`,
  chase: "Open the chase list",
  include: (order: string, milestone: string) => `Include ${milestone} of ${order} in the message`,
  goToRow: (order: string) => `Show ${order} in the sheet`,
  outlook: (order: string) => `Show the forecast of ${order}`,
  messageTitle: "Message",
  messageFor: (who: string) => `Message for ${who}`,
  messageLanguage: "Language of the message",
  languages: { en: "English", zh: "Chinese" },
  writeMessage: "Write message",
  hideMessage: "Hide message",
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Copying is not allowed here. The text is selected: press Ctrl+C (⌘C on a Mac).",
  again: "Write it again from the list",
  edited: "You changed this text; it no longer follows the list.",
  empty: "Tick at least one item.",
  onlyWaiting: "All of these wait for somebody else, so nothing is ticked yet.",

  /** The words of the message itself. */
  message: {
    greeting: (name: string) => (name ? `Dear ${name} team,` : "Dear all,"),
    opening: {
      mill: (date: string) =>
        `As of ${date} we are waiting for the following fabric. May we ask for your help:`,
      trims: (date: string) =>
        `As of ${date} we are waiting for the following trims. May we ask for your help:`,
      lab: (date: string) => `As of ${date} these test results are open. May we ask for your help:`,
      factory: (date: string) => `As of ${date} the following steps are open. May we ask for your help:`,
      qc: (date: string) =>
        `As of ${date} the following inspections are open. May we ask you to arrange them:`,
      buyer: (date: string) => `As of ${date} we are kindly waiting for your approval of the following:`,
      forwarder: (date: string) => `As of ${date} the following shipments need your help:`,
      office: (date: string) => `As of ${date} the following is open with us:`,
    },
    order: (po: string) => (/^po\b/i.test(po) ? po : `PO ${po}`),
    style: (style: string) => `style ${style}`,
    pieces: (count: number) => plural(count, "pc", "pcs"),
    due: (date: string) => `ex-factory ${date}`,
    deliverTo: (factory: string) => `deliver to ${factory}`,
    ordered: (count: number, unit: string) => `${amount(count, unit)} ordered`,
    received: (count: number, unit: string) => `${amount(count, unit)} received`,
    short: (count: number, unit: string) => `${amount(count, unit)} to come`,
    planned: (date: string) => `planned ${date}`,
    late: (count: number) => `${days(count)} overdue`,
    needed: (date: string) => `needed by ${date}`,
    neededAtOnce: "needed as soon as possible",
    earlier: (count: number) =>
      `Every day earlier helps: even the planned date is ${days(count)} too late for ex-factory.`,
    closing: {
      mill: "Please let us know today the current status and a firm delivery date.",
      trims: "Please let us know today the current status and a firm delivery date.",
      lab: "Please let us know today when we can expect the reports.",
      factory: "Please let us know today the current status and a firm completion date.",
      qc: "Please confirm the inspection dates to us today.",
      buyer: "The sooner we have your comments, the safer the ex-factory dates.",
      forwarder: "Please confirm the bookings and dates to us today.",
      office: "Please update the dates, or say what is holding them up.",
    },
    thanks: "If anything is missing from our side, please tell us at once. Thank you and best regards",
  },
};
