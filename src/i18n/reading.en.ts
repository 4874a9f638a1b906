const number = new Intl.NumberFormat("en");
const plural = (count: number, one: string, many: string) =>
  `${number.format(count)} ${count === 1 ? one : many}`;
const cells = (count: number) => plural(count, "cell", "cells");
const rowsOf = (rows: readonly number[]): string =>
  rows.length === 1 ? `row ${rows[0] ?? ""}` : `rows ${rows[0] ?? ""}–${rows[rows.length - 1] ?? ""}`;
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const subjects = {
  orders: "Orders",
  inspections: "Inspections",
  materials: "Materials",
  none: "something else",
};
const listOf = (subject: keyof typeof subjects): string =>
  subject === "none" ? "A list" : subjects[subject];

/** What is said of a sheet that was understood: counts, and areas as Excel writes them. */
interface Understood {
  readonly subject: "orders" | "inspections" | "materials" | "none";
  readonly key: readonly string[];
  readonly rows: number;
  readonly area: string;
  /** From 1; empty where there are none. */
  readonly headingRows: readonly number[];
}

/** The sentences of setting up from a sheet that is there already. */
export const readingEn = {
  title: "Read my sheet",
  again: "Read the sheet again",
  steps: { reading: "Reading the sheet…", understanding: "Understanding it…" },
  step: (at: number, of: number) => `Step ${at} of ${of}`,
  stop: "Stop",

  found: "What Gendan understood",
  sheet: "Sheet",
  otherSheet: "Read another sheet",
  subject: "The rows are",
  subjects,
  layout: {
    orders: ({ subject, key, rows, area, headingRows }: Understood) =>
      `${listOf(subject)}${key.length > 0 ? `, one row per ${key.join(" + ")}` : ""}: ${plural(rows, "row", "rows")} in ${area}, headings in ${rowsOf(headingRows)}`,
    form: ({ subject, rows, area, headingRows }: Understood) =>
      `${listOf(subject)}, with shared details above the table: ${plural(rows, "row", "rows")} in ${area}, headings in ${rowsOf(headingRows)}`,
    across: ({ subject, rows, area, headingRows }: Understood) =>
      `${listOf(subject)} with days, weeks or months across: ${plural(rows, "row", "rows")} in ${area}, headings in ${rowsOf(headingRows)}`,
    milestones: ({ rows, area, headingRows }: Understood) =>
      `One style per sheet, milestones down the rows: ${plural(rows, "milestone", "milestones")} in ${area}, headings in ${rowsOf(headingRows)}`,
    list: ({ subject, rows, area }: Understood) =>
      `${listOf(subject)} without headings: ${plural(rows, "row", "rows")} in ${area}`,
  },
  /** The sentence above with what else was counted. */
  understood: (parts: readonly string[]) => `${parts.join("; ")}.`,
  dated: (count: number) => plural(count, "milestone", "milestones"),
  meant: (count: number) => `${plural(count, "column", "columns")} understood`,
  alone: (count: number) => `${plural(count, "column", "columns")} left alone`,
  above: "Above the table",
  down: "Milestones down the rows",
  unknownDown: "not known, left alone",
  sampled: (rows: number) =>
    `This sheet is large (${plural(rows, "row", "rows")}), so only parts of it were looked at.`,
  isProtected:
    "This sheet is protected. It can be read; to add columns, unprotect it on the Review tab first.",
  pickHeadings: "The headings are elsewhere",
  pickText: "Select the heading row on the sheet (or several, one under the other), then tap here.",
  picked: "The selected rows are the headings",
  notPicked: (sheet: string) => `Select cells on the sheet ${sheet} first.`,
  remembered: (name: string) => `Read like last time, as “${name}”.`,
  afresh: "Read it from scratch",
  noTable: {
    title: "No table was found on this sheet",
    empty: "The sheet is empty. Open the sheet with your orders, or choose it here.",
    text: "There is no list with headings here that could be read. Choose another sheet, or say where the headings are.",
  },
  changed: "The sheet was changed in the meantime. Read it again; what you have answered stays.",
  gone: (sheet: string) => `The sheet ${sheet} is no longer there. It may have been renamed.`,

  like: {
    title: "Sheets like this one",
    text: "Sheets with the same headings, for another month or customer. Those you tick become one list with this sheet.",
    looking: "Looking at the other sheets…",
    sheet: (name: string, rows: number) => `${name} · about ${plural(rows, "row", "rows")}`,
    all: "Tick all",
    read: (rows: number, questions: number) =>
      `${plural(rows, "row", "rows")}${questions > 0 ? `, ${plural(questions, "question", "questions")}` : ""}`,
  },

  questions: {
    title: "Questions",
    left: (count: number) => (count === 0 ? "No questions left" : plural(count, "question", "questions")),
    rest: "Also to be answered",
    later: "Decide later",
    postponed: (count: number) => `${plural(count, "question", "questions")} left for later`,
    fine: "OK",
    show: "Show on the sheet",
    other: "Something else…",
    none: "None of these, leave it alone",
    onSheet: (sheet: string, question: string) => `${sheet}: ${question}`,
    yes: "Yes",
    no: "No",
  },
  quoted: (heading: string) => `“${heading}”`,
  question: {
    subject: "What does this sheet list?",
    whichTable: (row: number) => `Are the headings in row ${number.format(row)}?`,
    noHeadings: (row: number) =>
      `There seem to be no headings: the list begins in row ${number.format(row)}. Right?`,
    whatIs: (heading: string, sample: string) =>
      `What is “${heading}”?${sample === "" ? "" : ` It says ${sample}, for example.`}`,
    whatIsUnnamed: (column: string, sample: string) =>
      `What is column ${column}?${sample === "" ? "" : ` It says ${sample}, for example.`}`,
    lacksDue: "Without the date the customer wants, nothing can be forecast.",
    planOrActual: (heading: string, count: number) =>
      count === 1
        ? `“${heading}”: planned or actual dates?`
        : `“${heading}” and ${plural(count - 1, "more date column", "more date columns")}: planned or actual dates?`,
    dateOrder: (heading: string, sample: string, first: string, second: string) =>
      `“${sample}” in ${heading}: ${first} or ${second}?`,
    dateOrderPlain: (heading: string) => `Dates in ${heading}: day or month first?`,
    dayFirstBy: {
      partOver12: (sample: string, row: number) => `“${sample}” in row ${number.format(row)} says so.`,
      heading: "The heading says so.",
      sheet: "Other columns of this sheet say so.",
    },
    reads: {
      dmy: "For now they are read day first.",
      mdy: "For now they are read month first.",
      ymd: "For now they are read year first.",
    },
    swappedDates: (heading: string, count: number) =>
      `Excel seems to have swapped day and month in ${cells(count)} of ${heading}.`,
    swappedSample: (shown: string, meant: string) => `${shown} would be ${meant}.`,
    dateYear: (heading: string, count: number, sample: string) =>
      `${plural(count, "date has", "dates have")} no year in ${heading}${sample === "" ? "" : `, for example “${sample}”`}. Which year?`,
    unreadDates: (heading: string, count: number, sample: string) =>
      `${cells(count)} of ${heading} cannot be read as dates${sample === "" ? "" : `, for example “${sample}”`}. They stay as they are, and you will find them listed.`,
    fillDown: (headings: string) => `Where ${headings} is blank, is it the same as in the row above?`,
    dotInNumbers: (heading: string, sample: string) => `“${sample}” in ${heading}: what is the dot?`,
    mixedUnits: (heading: string, units: string) =>
      `${heading} holds several units: ${units}. The numbers are read, the units stay on the sheet.`,
    severalCodes: (heading: string, count: number, sample: string) =>
      `${cells(count)} of ${heading} ${count === 1 ? "holds" : "hold"} several numbers, for example “${sample}”. Each cell is taken as one, as it is written.`,
    key: (key: string) =>
      `Some rows have the same ${key === "" ? "name" : key}. They are told apart by their order on the sheet.`,
  },
  answer: {
    dayFirst: (day: string) => `${day} (day first)`,
    monthFirst: (day: string) => `${day} (month first)`,
    dmy: "Day first",
    mdy: "Month first",
    ymd: "Year first",
    plan: "Planned",
    actual: "Actual",
    swap: "Swap them back",
    keep: "Leave them as they are",
    fill: "Yes, the same",
    blank: "No, it is blank",
    thousands: (value: number) => `${number.format(value)} (thousands)`,
    decimal: (value: number) => `${String(value)} (decimals)`,
    nearest: "The year nearest to the row's other dates",
  },
  day: (month: number, day: number) => `${day} ${months[month - 1] ?? ""}`,

  columns: {
    title: "Columns",
    filter: "Which columns",
    filters: { check: "To check", all: "All", alone: "Left alone" },
    counted: (name: string, count: number) => `${name} ${number.format(count)}`,
    nothingToCheck: "Nothing to check: Gendan is sure of every column it knows.",
    noneAlone: "No column is left alone.",
    meaningOf: (heading: string) => `Meaning of ${heading}`,
    change: (heading: string) => `Change the meaning of ${heading}`,
    changeShort: "Change",
    unnamed: (column: string) => `Column ${column}`,
    leftAlone: "Left alone",
    sure: "sure",
    look: "please check",
    said: "you said so",
    instead: "or:",
    dates: "Dates",
    milestonesPlan: "Planned dates",
    milestonesActual: "Actual dates",
    own: "Order",
    fillDown: "Blank cells mean the same as above",
    filled: "blank means the same as above",
    formulasAll: "formulas, never written to",
    formulasSome: "some formulas, never written to",
    hidden: "hidden column",
    histories: (count: number) => `${cells(count)} with a history of dates`,
    read: (count: number) => `${plural(count, "date", "dates")} read`,
    unread: (count: number, what: string) => `${number.format(count)} ${what}`,
    textDates: (count: number) => `${number.format(count)} of them typed as text`,
    textNumbers: (count: number) => `${plural(count, "number", "numbers")} typed as text`,
    orders: { dmy: "day first", mdy: "month first", ymd: "year first" },
    orderSaid: {
      partOver12: (order: string, sample: string, row: number) =>
        `${order}: “${sample}” in row ${number.format(row)}`,
      heading: (order: string) => `${order}: the heading says so`,
      sheet: (order: string) => `${order}: as in other columns`,
      answer: (order: string) => `${order}: you said so`,
    },
    year: {
      row: "year taken from the row's other dates",
      column: "year taken from the column's other dates",
      answer: "year as you said",
    },
    units: (units: string) => `units: ${units}`,
    several: (count: number) => `${cells(count)} with several numbers`,
    zeros: "leading zeros kept",
  },

  evidence: {
    knownName: () => "a known heading",
    words: () => "by the words of the heading",
    typo: ({ from, to }: Said) => `“${from ?? ""}” taken for “${to ?? ""}”`,
    groupHeading: () => "by the heading over it",
    valuesAgree: () => "the cells below fit",
    valuesDiffer: ({ sample }: Said) => `some cells below do not fit, for example “${sample ?? ""}”`,
    noValues: () => "no cells filled below it yet",
    valuesOnly: () => "guessed from the cells below",
    pairOf: ({ heading }: Said) => `paired with “${heading ?? ""}”`,
    taken: ({ heading }: Said) => `“${heading ?? ""}” has that meaning already`,
  },

  /** Why cells under a date heading are no dates, after their number: `3 with an unclear day and month`. */
  unreadDate: {
    ambiguous: "with day and month unclear",
    noYear: "without a year",
    noSuchDay: "with a day that does not exist",
    placeholder: "still open (TBA and the like)",
    vague: "too vague (“mid August”)",
    history: "with a history of dates",
    sentinel: "of 1900, which mean none",
    swapped: "with day and month swapped",
    outOfSense: "with an impossible year",
    error: "with an error",
    notADate: "not a date",
  },

  leaves: {
    title: "Left alone",
    text: "Never written to, whatever you do in this pane.",
    what: {
      banner: "above the table",
      form: "labels above the table",
      notes: "notes",
      totals: "totals",
      formulaRows: "rows filled in advance",
      otherTable: "below the table",
      column: "column",
      hiddenColumns: "hidden columns",
      hiddenRows: "hidden rows (read as they are)",
    },
    at: (what: string, area: string) => `${what}: ${area}`,
    columns: (count: number) => plural(count, "column without a meaning", "columns without a meaning"),
  },

  about: {
    timeBucket: "a day, week or month",
    dateHeading: "a date as heading",
    size: "a size",
    placeholder: "a heading without a name",
    noHeading: "no heading",
    brokenHeading: "a broken heading",
    repeat: "a repeated heading",
    serial: "running number",
    amount: "amount",
    cost: "cost",
    cutQty: "cut quantity",
    sewQty: "sewn quantity",
    packQty: "packed quantity",
    shippedQty: "shipped quantity",
    receivedQty: "received quantity",
    balance: "balance",
    stock: "stock",
    issued: "issued",
    reject: "rejects",
    efficiency: "efficiency",
    wage: "wages",
    percent: "percentage",
    team: "line or team",
    supplier: "supplier",
    destination: "destination",
    season: "season",
    month: "month",
    week: "week",
    shipMode: "ship mode",
    uom: "unit",
    picture: "picture",
    type: "type",
    fabricText: "fabric",
    trimsText: "trims",
    milestoneStatus: "status of a step",
    comment: "comment on a step",
    lateReason: "reason for delay",
    sample: "sample",
    leadTime: "lead time",
    carton: "cartons",
    document: "document number",
    upc: "barcode",
    priority: "priority",
    sign: "signature",
    audit: "entry time",
    link: "link",
    materialDate: "mill date",
    cutoff: "cut-off date",
    arrival: "arrival date",
    revised: "revised date",
    anyDate: "a date",
    daily: "daily figure",
  } as Readonly<Record<string, string>>,

  /** Dates that orders pass. */
  milestones: {
    T00: "Order confirmed",
    T01: "BOM approved",
    T02: "Deposit or L/C",
    T03: "Lab dip sent",
    T04: "Lab dip approved",
    T05: "Greige fabric",
    T06S: "Dyeing start",
    T06: "Dyeing finish",
    T07: "Bulk shade approved",
    T08: "Fabric test",
    T09: "Fabric in-house",
    T10: "Fabric inspection",
    T11: "Trim card approved",
    T12: "Trims in-house",
    T13: "Packing material in-house",
    T14: "Fit or size set sent",
    T15: "Fit or size set approved",
    T15W: "Wash standard approved",
    T16: "PP sample sent",
    T17: "PP sample approved",
    T18: "PP meeting",
    T19S: "Cutting start",
    T19: "Cutting finish",
    T20S: "Print/embroidery start",
    T20: "Print/embroidery finish",
    T21S: "Sewing start",
    T21: "Sewing finish",
    T22: "Initial inspection",
    T23: "Mid inspection",
    T24S: "Washing start",
    T24: "Washing finish",
    T25: "Garment test",
    T26S: "Finishing start",
    T26: "Finishing finish",
    T27: "Packing finish",
    T28: "Booking",
    T29: "Final inspection",
    T30: "Ex-factory",
    T31: "Customs",
    T32: "On board",
    T33: "B/L",
    T34: "Documents sent",
    T35: "Payment",
    T36: "Tax refund",
    T37: "Order closed",
    TOP: "TOP sample",
  } as Readonly<Record<string, string>>,
  plan: (milestone: string) => `${milestone} · planned`,
  actual: (milestone: string) => `${milestone} · actual`,
  /** Meanings that are no field of a register. */
  meanings: {
    milestone: "Milestone",
    plan: "Planned date",
    actual: "Actual date",
    owner: "In charge",
    remarks: "Remarks",
    customer: "Customer",
    factory: "Factory",
    colour: "Colour",
    item: "Material",
    supplier: "Supplier",
    spec: "Specification",
    unit: "Unit",
    required: "Required quantity",
    perPiece: "Consumption per piece",
    ordered: "Ordered quantity",
    received: "Received quantity",
    balance: "Balance",
    price: "Price",
    amount: "Amount",
    orderDate: "Order date",
    eta: "Expected date",
    receivedDate: "Received date",
  } as Readonly<Record<string, string>>,

  add: {
    title: "Columns to add",
    text: "Added to the right of your table, as formulas on your own cells. The boards in this pane work without them.",
    textDown:
      "Added beside your table, as formulas on your own cells. The boards in this pane work without them.",
    nothing: "Add nothing",
    risk: "Tick the risk columns",
    ticked: (count: number) =>
      count === 0
        ? "Nothing is added to your sheet."
        : `${plural(count, "column", "columns")} will be added.`,
    typed: (count: number) => `Columns to fill in yourself (${number.format(count)})`,
    makeTable: "Also make it an Excel table",
    makeTableText: "Cells, formats and headings stay as they are; it gets filter buttons.",
  },

  use: {
    action: (sheets: number) =>
      sheets === 1 ? "Use this sheet" : `Use these ${number.format(sheets)} sheets`,
    needsSubject: "Say what the rows are first.",
    needsKey: (fields: string) =>
      `No column is known for ${fields} yet. Choose it for one of the columns below.`,
    noRows: "There are headings, but no rows below them yet.",
    adopting: (done: number, total: number) =>
      total > 1 ? `Setting up: ${number.format(done)} of ${number.format(total)}` : "Setting up…",
    questionsLeft: (count: number) =>
      `${plural(count, "question", "questions")} unanswered. What is unclear is left unread; you can answer later.`,
    unread: "Cells to correct",
    unreadCount: (count: number) => `Show ${cells(count)}`,
  },

  used: {
    title: "Sheets in use",
    rows: (rows: number) => plural(rows, "row", "rows"),
    asTable: (table: string) => `Excel table ${table}`,
    asSheet: "as it is",
    add: "Add another sheet",
    show: (place: string) => `Show ${place}`,
    forget: (sheet: string) => `Stop using ${sheet}`,
    forgetShort: "Stop using this sheet",
    forgetText: "Gendan no longer looks at it. The sheet and its columns stay.",
  },
};

/** What evidence names: headings and values of the sheet. */
type Said = Readonly<Record<string, string | number>>;

export type ReadingTexts = typeof readingEn;
