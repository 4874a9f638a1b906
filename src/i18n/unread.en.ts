const number = new Intl.NumberFormat("en");
const plural = (count: number, one: string, many: string) =>
  `${number.format(count)} ${count === 1 ? one : many}`;
const cells = (count: number) => plural(count, "cell", "cells");

/** Cells that cannot be read, and what becomes of them. */
export const unreadEn = {
  title: "Cells that cannot be read",
  intro:
    "Dates and numbers stored as text, and cells with something else where a date or number belongs. Tick what to correct; nothing changes until you confirm.",
  none: "Everything can be read",
  noneText: "Every date and number in your sheets is a real date or number.",
  look: "Look",
  /** On the boards and in the setup. */
  notice: (dates: number, numbers: number) =>
    `${[dates > 0 && plural(dates, "date", "dates"), numbers > 0 && plural(numbers, "number", "numbers")]
      .filter(Boolean)
      .join(" and ")} cannot be read.`,
  texts: (count: number) =>
    `${plural(count, "cell holds a date or number as text", "cells hold dates or numbers as texts")}.`,

  kinds: { date: "date", number: "number" },
  /** What a column is about, before the list of what can be done. */
  areTexts: {
    date: (count: number) => `${plural(count, "date is a text", "dates are texts")}`,
    number: (count: number) => `${plural(count, "number is a text", "numbers are texts")}`,
  },
  areNot: {
    date: (count: number) => `${plural(count, "cell is not a plain date", "cells are not plain dates")}`,
    number: (count: number) =>
      `${plural(count, "cell is not a plain number", "cells are not plain numbers")}`,
  },
  orders: { dmy: "day-month", mdy: "month-day", ymd: "year-month-day" },
  canBeRead: (count: number, order?: string) =>
    order ? `${number.format(count)} can be read as ${order}` : `${number.format(count)} can be read`,
  twoWays: (count: number) => `${number.format(count)} can be read two ways`,
  changedOver: (count: number) => `${number.format(count)} with day and month swapped`,
  sayNothing: (count: number) => `${plural(count, "means", "mean")} “not yet”`,
  cannot: (count: number) => `${number.format(count)} cannot`,

  summary: (what: string, parts: readonly string[]) => `${what}: ${parts.join(", ")}`,

  makeDates: (count: number) => `Turn ${plural(count, "text into a date", "texts into dates")}`,
  makeNumbers: (count: number) => `Turn ${plural(count, "text into a number", "texts into numbers")}`,
  empty: (count: number) => `Clear ${cells(count)} (TBA, x, 1900 and the like)`,
  order: (count: number) => `${plural(count, "date", "dates")} with two readings`,
  dot: (count: number) => `${plural(count, "number", "numbers")} with a dot: thousands or decimals?`,
  swapped: (count: number) => `${plural(count, "date seems", "dates seem")} to have day and month swapped`,
  left: (count: number) => `${cells(count)} that only you can correct`,
  waits: "First decide on the dates with day and month swapped: these texts are the evidence.",
  leave: "Leave as it is",
  ways: {
    read: "As read",
    dmy: "Day first",
    mdy: "Month first",
    ymd: "Year first",
    back: "Swap back",
    thousands: "Thousands",
    decimal: "Decimals",
    blank: "Clear",
  },
  asTheyStand: "They are right as they are",
  showCells: "Show the cells",
  hideCells: "Hide the cells",
  jump: (address: string) => `Go to ${address}`,
  choose: (address: string) => `What to do with ${address}`,
  tick: (address: string) => `Correct ${address}`,
  blank: "(empty)",
  becomes: "becomes",

  why: {
    textDate: "a date as text",
    textNumber: "a number as text",
    ambiguous: "day or month first?",
    noYear: "no year",
    noSuchDay: "there is no such day",
    placeholder: "not a date",
    vague: "no definite day",
    history: "several entries in one cell",
    sentinel: "means no date",
    swapped: "day and month swapped?",
    outOfSense: "impossible year",
    error: "an error in the sheet",
    notADate: "not a date",
    notANumber: "not a number",
    ambiguousDot: "dot: thousands or decimals?",
    formula: "a formula, which is never changed",
    units: "unit differs from the others",
  },

  preview: (count: number) => `See the changes (${number.format(count)})`,
  yearsAdded: (count: number) =>
    `${plural(count, "date is", "dates are")} written without a year. The year was taken from the dates beside them: please check.`,
  previewTitle: "Changes",
  cell: "Cell",
  before: "Now",
  after: "After",
  mend: (count: number) => `Change ${cells(count)}`,
};
