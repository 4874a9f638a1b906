import type { Choice, Words } from "./register";

/** The sheet with what all formulas share: the as-of date, the calendar and the factory's own days off. */
export const settingsSheet = {
  sheetName: { en: "Settings", zh: "设置" } satisfies Words,
  title: { en: "Settings of this workbook", zh: "本工作簿设置" } satisfies Words,
  asOf: { en: "As-of date", zh: "截至日期" } satisfies Words,
  asOfHint: {
    en: "=TODAY(), or a date to look at the orders as of that day",
    zh: "=TODAY()，或固定日期（按该日查看进度）",
  } satisfies Words,
  calendar: { en: "Calendar", zh: "工作日历" } satisfies Words,
  calendarHint: { en: "CN6: China, Sundays off", zh: "CN6：中国，单休；CN5：双休" } satisfies Words,
  closures: {
    en: "Days off and extra working days of the factory",
    zh: "工厂自定休息日与加班日",
  } satisfies Words,
  closureHeadings: [
    { en: "Date", zh: "日期" },
    { en: "Kind", zh: "类型" },
    { en: "Remark", zh: "说明" },
  ] satisfies Words[],
  closureKinds: [
    { en: "off", zh: "休" },
    { en: "work", zh: "班" },
    { en: "year", zh: "全年" },
  ] satisfies Choice[],
  calendars: [
    "CN6",
    "CN5",
    "CN7",
    "BD",
    "VN",
    "KH",
    "MM",
    "IN",
    "PK",
    "ID",
    "LK",
    "TR",
    "HK",
    "EU",
    "US",
    "ALL",
  ],
};

/** Where things stand on it, rows and columns counted from 0. */
export const settingsPlaces = {
  asOf: { row: 2, column: 1 },
  calendar: { row: 3, column: 1 },
  closureTitle: { row: 5, column: 0 },
  closureHeadings: { row: 6, column: 0 },
  /** Date and kind; a third column is for remarks. */
  closures: { row: 7, column: 0, rows: 100, columns: 2 },
};
