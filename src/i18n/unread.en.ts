const number = new Intl.NumberFormat("en");
const plural = (count: number, one: string, many: string) =>
  `${number.format(count)} ${count === 1 ? one : many}`;
const cells = (count: number) => plural(count, "cell", "cells");

/** Cells that cannot be read, and what becomes of them. */
export const unreadEn = {
  title: "Cells that cannot be read",
  intro:
    "Dates and numbers that stand in the sheet as texts, and what stands where one should be. Tick what is to be mended; nothing changes before you have seen it.",
  none: "Everything can be read",
  noneText: "All dates and numbers in your sheets are dates and numbers.",
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
    date: (count: number) => `${plural(count, "cell is no plain date", "cells are no plain dates")}`,
    number: (count: number) => `${plural(count, "cell is no plain number", "cells are no plain numbers")}`,
  },
  orders: { dmy: "day-month", mdy: "month-day", ymd: "year-month-day" },
  canBeRead: (count: number, order?: string) =>
    order ? `${number.format(count)} can be read as ${order}` : `${number.format(count)} can be read`,
  twoWays: (count: number) => `${number.format(count)} can be read two ways`,
  changedOver: (count: number) => `${number.format(count)} with day and month changed over`,
  sayNothing: (count: number) => `${plural(count, "says", "say")} that there is none yet`,
  cannot: (count: number) => `${number.format(count)} cannot`,

  summary: (what: string, parts: readonly string[]) => `${what}: ${parts.join(", ")}`,

  makeDates: (count: number) => `Make ${plural(count, "text a date", "texts dates")}`,
  makeNumbers: (count: number) => `Make ${plural(count, "text a number", "texts numbers")}`,
  empty: (count: number) => `Empty ${cells(count)} (TBA, x, 1900 and the like)`,
  order: (count: number) => `${plural(count, "date", "dates")} with two readings`,
  dot: (count: number) => `${plural(count, "number", "numbers")} with a dot: thousands or decimals?`,
  swapped: (count: number) =>
    `${plural(count, "date seems", "dates seem")} to have day and month changed over`,
  left: (count: number) => `${cells(count)} that only you can mend`,
  waits:
    "First choose what becomes of the dates with day and month changed over: these texts are what shows it.",
  leave: "Leave as it is",
  ways: {
    read: "As it reads",
    dmy: "Day first",
    mdy: "Month first",
    ymd: "Year first",
    back: "Change back",
    thousands: "Thousands",
    decimal: "Decimals",
    blank: "Empty",
  },
  asTheyStand: "They are right as they stand",
  showCells: "Show the cells",
  hideCells: "Hide the cells",
  jump: (address: string) => `Go to ${address}`,
  choose: (address: string) => `What becomes of ${address}`,
  tick: (address: string) => `Mend ${address}`,
  blank: "(empty)",
  becomes: "becomes",

  why: {
    textDate: "a date as text",
    textNumber: "a number as text",
    ambiguous: "day or month first?",
    noYear: "no year",
    noSuchDay: "there is no such day",
    placeholder: "no date",
    vague: "no certain day",
    history: "several entries in one cell",
    sentinel: "stands for no date",
    swapped: "day and month changed over?",
    outOfSense: "a year that cannot be",
    error: "an error in the sheet",
    notADate: "no date",
    notANumber: "no number",
    ambiguousDot: "dot of thousands or of decimals?",
    formula: "a formula, which is never changed",
    units: "its unit is not that of the others",
  },

  preview: (count: number) => `See what changes (${number.format(count)})`,
  yearsAdded: (count: number) =>
    `${plural(count, "date is", "dates are")} written without a year. The year is that of the dates beside them: please look.`,
  previewTitle: "What changes",
  cell: "Cell",
  before: "Now",
  after: "Then",
  mend: (count: number) => `Change ${cells(count)}`,
};
