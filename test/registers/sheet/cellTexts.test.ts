import fc from "fast-check";
import { isoDate, serialDate } from "../../../src/domain/calendar/serialDate";
import { codesOf } from "../../../src/registers/sheet/codeColumn";
import { dateColumn, readDateCell } from "../../../src/registers/sheet/dateColumn";
import { dateText, historyEntries } from "../../../src/registers/sheet/dateText";
import { numberText, readNumberCell } from "../../../src/registers/sheet/numberColumn";
import { Cells, isDateFormat } from "../../../src/registers/sheet/sheetGrid";
import type { DateRules } from "../../../src/registers/sheet/sheetReading";

const none: DateRules = { orders: {}, swapped: false };
const day = (year: number, month: number, date: number): number => serialDate(year, month, date) ?? NaN;
const read = (value: string | number, rules: DateRules = none): string => {
  const said = readDateCell(value, rules);
  return "day" in said ? isoDate(said.day) : said.problem;
};

test.each([
  ["2026-03-05", "2026-03-05"],
  ["2026年3月5日", "2026-03-05"],
  ["2026/3/5 (周四)", "2026-03-05"],
  ["２０２６．３．５", "2026-03-05"],
  ["5-Mar-26", "2026-03-05"],
  ["Mar 5, 2026", "2026-03-05"],
  ["16-9-2023", "2023-09-16"],
  ["07-29-25", "2025-07-29"],
  ["5/5/2026", "2026-05-05"],
  [20210508, "2021-05-08"],
  [46147, "2026-05-05"],
  ["07.01.2025", "ambiguous"],
  ["4/5/26", "ambiguous"],
  ["4月30", "noYear"],
  ["Aug-25", "vague"],
  ["Mid August Onwards", "vague"],
  ["8月中旬", "vague"],
  ["TBA", "placeholder"],
  ["x", "placeholder"],
  ["NA", "placeholder"],
  ["APPROVAL PENDING", "placeholder"],
  ["待客户确认", "placeholder"],
  ["09/13:on board;09/10:booked", "history"],
  ["31/02/2026", "noSuchDay"],
  ["#DIV/0!", "error"],
  [1, "sentinel"],
  [366, "sentinel"],
  [0, "sentinel"],
  [2958465, "sentinel"],
  [12000, "outOfSense"],
])("%s is read as %s without anything to tell", (value, wanted) => {
  expect(read(value)).toBe(wanted);
});

test("what other cells tell decides, and only for the same way of writing", () => {
  const dayFirst: DateRules = { orders: { ".4": "dmy" }, swapped: false };
  expect(read("07.01.2025", dayFirst)).toBe("2025-01-07");
  expect(read("07.01.2025", { ...dayFirst, orders: { ".4": "mdy" } })).toBe("2025-07-01");
  expect(read("07/01/2025", dayFirst)).toBe("ambiguous");
});

test("a date without a year takes the nearest one, of its row before that of its column", () => {
  const rules: DateRules = { orders: {}, swapped: false, near: day(2026, 6, 1) };
  expect(readDateCell("4月30", rules)).toEqual({ day: day(2026, 4, 30), year: "column" });
  expect(readDateCell("1月5日", rules, day(2025, 12, 20))).toEqual({ day: day(2026, 1, 5), year: "row" });
  expect(readDateCell("12月28日", rules, day(2026, 1, 4))).toEqual({ day: day(2025, 12, 28), year: "row" });
});

test("no text of three numbers with two readings is ever given a day unasked", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 2015, max: 2039 }),
      fc.constantFrom("-", "/", ".", " "),
      (a, b, year, separator) => {
        fc.pre(a !== b);
        expect(read([a, b, year].join(separator))).toBe("ambiguous");
      },
    ),
  );
});

test("any text is read without falling over", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
      expect(() => [dateText(text), numberText(text), codesOf(text), historyEntries(text)]).not.toThrow();
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["2840  pcs", 2840, "pcs"],
  ["1,600", 1600, undefined],
  ["$12.21 (yds)", 12.21, "yds"],
  ["１２００件", 1200, "件"],
  ["1.600,50", 1600.5, undefined],
  ["USD 3.2", 3.2, undefined],
  ["(20)", -20, undefined],
])("%s is %d %s", (text, number, unit) => {
  expect(numberText(text)).toEqual({ number, ...(unit && { unit }) });
});

test("4.000 is a number only where the column tells what the dot is", () => {
  expect(readNumberCell("4.000", undefined)).toBeUndefined();
  expect(readNumberCell("4.000", "thousands")).toBe(4000);
  expect(readNumberCell("4.000", "decimal")).toBe(4);
  expect(numberText("style 12")).toBeUndefined();
});

test("several orders in a cell, and codes that only look like several", () => {
  expect(codesOf("4500123/4500124")).toEqual(["4500123", "4500124"]);
  expect(codesOf("PO12345, PO12346\nPO12347")).toEqual(["PO12345", "PO12346", "PO12347"]);
  expect(codesOf("A12/B")).toEqual(["A12/B"]);
  expect(codesOf("2026/05")).toEqual(["2026/05"]);
});

test("a history is taken apart", () => {
  expect(historyEntries("09/13:on board;09/10:customs cleared")).toEqual([
    { when: "09/13", what: "on board" },
    { when: "09/10", what: "customs cleared" },
  ]);
});

test.each([
  ["yyyy-mm-dd", true],
  ['m"月"d"日"', true],
  ["[$-804]d mmm", true],
  ["[$-409]d-mmm;@", true],
  ["h:mm", false],
  ['#,##0 "pcs"', false],
  ["[Red]0.00", false],
  ["General", false],
])("format %s shows a day: %s", (format, wanted) => {
  expect(isDateFormat(format)).toBe(wanted);
});

/** A column of texts as the reader takes it; `near` is the day that other columns of every row hold. */
function column(texts: readonly string[], near?: number): string[] {
  const cells = new Cells({
    name: "Sheet1",
    top: 0,
    left: 0,
    values: texts.map((text) => [text]),
    formats: texts.map(() => ["General"]),
    formulas: texts.map(() => [false]),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    tables: [],
  });
  const rows = texts.map((_, index) => index);
  const { rules } = dateColumn(cells, rows, 0, { near: () => near });
  return texts.map((text) => {
    const said = readDateCell(text, rules, near);
    return "day" in said ? isoDate(said.day) : said.problem;
  });
}

test("an order that alone can read every cell of a column is proven", () => {
  // 05-09-26 cannot begin with a year, 25-08-26 not with a month.
  expect(column(["25-08-26", "05-09-26"])).toEqual(["2026-08-25", "2026-09-05"]);
  expect(column(["05-08-26", "06-09-26"])).toEqual(["ambiguous", "ambiguous"]);
});

test("a short year that lies years away from the row's other dates is none", () => {
  expect(column(["12.5.26", "28.5.26"])).toEqual(["ambiguous", "ambiguous"]);
  expect(column(["12.5.26", "28.5.26"], day(2026, 6, 1))).toEqual(["2026-05-12", "2026-05-28"]);
  expect(column(["5.6.26", "7.8.26"], day(2026, 6, 1))).toEqual(["ambiguous", "ambiguous"]);
});

test.each([
  ["20-May-26 (rev)", "2026-05-20"],
  ["2026-5-20 OK", "2026-05-20"],
  ["2026。6。3", "2026-06-03"],
  ["2026-6-3日", "2026-06-03"],
  ["KW 34", "vague"],
  ["5/20前", "vague"],
  ["5/20-5/25", "vague"],
])("%s is read as %s", (value, wanted) => {
  expect(read(value)).toBe(wanted);
});

describe("dates typed as six digits", () => {
  const columnOf = (values: (string | number)[]): ReturnType<typeof dateColumn> => {
    const grid = {
      name: "s",
      top: 0,
      left: 0,
      values: values.map((value) => [value]),
      formats: [],
      formulas: [],
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
      tables: [],
    };
    return dateColumn(new Cells(grid), [...values.keys()], 0, { near: () => undefined });
  };

  test("251009 proves that the year comes first, and then 251020 is read too", () => {
    const read = columnOf([251020, "251009", 251130]);
    expect(read).toMatchObject({ order: "ymd", readable: 3, unread: [] });
    expect(readDateCell(251020, read.rules)).toEqual({ day: day(2025, 10, 20) });
  });

  test("what could be the 25th or the year 2025 is asked for, not guessed", () => {
    expect(columnOf([251020, 251130]).unread).toMatchObject([
      { problem: "ambiguous", could: [day(2020, 10, 25), day(2025, 10, 20)] },
      { problem: "ambiguous" },
    ]);
  });

  test("whatever days a column holds, none is read as another", () => {
    const serial = fc.integer({ min: day(2020, 1, 1), max: day(2030, 12, 31) });
    fc.assert(
      fc.property(fc.array(serial, { minLength: 1, maxLength: 12 }), (days) => {
        const read = columnOf(days.map((one) => Number(isoDate(one).slice(2).replaceAll("-", ""))));
        days.forEach((one) => {
          const cell = readDateCell(Number(isoDate(one).slice(2).replaceAll("-", "")), read.rules);
          if ("day" in cell) expect(cell.day).toBe(one);
        });
      }),
    );
  });
});
