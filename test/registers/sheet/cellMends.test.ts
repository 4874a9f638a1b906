import fc from "fast-check";
import { civilDate, serialDate } from "../../../src/domain/calendar/serialDate";
import { readSheet } from "../../../src/registers/sheet/readSheet";
import {
  chosenMends,
  mendsOf,
  settledBy,
  unreadColumns,
  type MendWay,
} from "../../../src/registers/sheet/cellMends";
import { readDateCell } from "../../../src/registers/sheet/dateColumn";
import { readNumberCell } from "../../../src/registers/sheet/numberColumn";
import type { SheetGrid } from "../../../src/registers/sheet/sheetGrid";
import type { DateRules } from "../../../src/registers/sheet/sheetReading";
import { unreadDate, unreadNumber, type UnreadCell } from "../../../src/registers/sheet/unreadCells";
import { unreadOfReading } from "../../../src/registers/sheet/unreadOfReading";
import type { CellValue } from "../../../src/registers/register";

const day = (year: number, month: number, dayOfMonth: number): number =>
  serialDate(year, month, dayOfMonth) ?? NaN;
const noRules: DateRules = { orders: {}, swapped: false };
const dayFirst: DateRules = {
  orders: { "-4": "dmy", "-2": "dmy", "/4": "dmy", ".4": "dmy" },
  swapped: false,
};

const dateCell = (value: CellValue, rules = noRules, near?: number, address = "F5"): UnreadCell => {
  const unread = unreadDate(value, rules, near);
  if (!unread) throw new Error(`${String(value)} is a plain date.`);
  return { register: "orders", sheet: "六月", address, heading: "ETD", fieldId: "due", value, ...unread };
};
const numberCell = (value: CellValue, address = "G5"): UnreadCell => {
  const unread = unreadNumber(value);
  if (!unread) throw new Error(`${String(value)} is a plain number.`);
  return { register: "orders", sheet: "六月", address, heading: "Qty", fieldId: "qty", value, ...unread };
};
const values = (cell: UnreadCell): Partial<Record<MendWay, number | "">> =>
  Object.fromEntries(mendsOf(cell).map(({ way, value }) => [way, value]));

describe("what can be put in the place of a cell", () => {
  test("a text that the column's rules read becomes that day", () => {
    expect(values(dateCell("16-9-2023", dayFirst))).toEqual({ read: day(2023, 9, 16) });
    expect(values(dateCell("4月30", noRules, day(2026, 6, 1)))).toEqual({ read: day(2026, 4, 30) });
    expect(values(dateCell(20210508))).toEqual({ read: day(2021, 5, 8) });
  });

  test("a text with two readings offers both and prefers none", () => {
    expect(values(dateCell("03-05-2026"))).toEqual({ dmy: day(2026, 5, 3), mdy: day(2026, 3, 5) });
    expect(values(dateCell("3/5", noRules, day(2026, 1, 2)))).toEqual({
      dmy: day(2026, 5, 3),
      mdy: day(2026, 3, 5),
    });
    // With no day near it, the year would be made up.
    expect(values(dateCell("3/5"))).toEqual({});
  });

  test("day and month changed over are changed back only when it is asked for", () => {
    const rules: DateRules = { ...dayFirst, swapped: true };
    expect(values(dateCell(day(2023, 5, 9), rules))).toEqual({ back: day(2023, 9, 5) });
    expect(unreadDate(day(2023, 5, 19), rules)).toBeUndefined();
  });

  test("words for nothing can be emptied; histories, weeks and errors cannot be mended at all", () => {
    for (const value of ["TBA", "x", "NA", "APPROVAL PENDING", 0, 366]) {
      expect(values(dateCell(value))).toEqual({ blank: "" });
    }
    for (const value of [
      "Mid August Onwards",
      "09/13:on board;09/10:at port",
      "31-2-2026",
      "#DIV/0!",
      "see mail",
    ]) {
      expect(values(dateCell(value))).toEqual({});
    }
  });

  test("numbers lose commas and units, but never a unit that others do not have, nor a share", () => {
    expect(values(numberCell("2840  pcs"))).toEqual({ read: 2840 });
    expect(values(numberCell("1,600"))).toEqual({ read: 1600 });
    expect(values(numberCell("4.000"))).toEqual({ thousands: 4000, decimal: 4 });
    expect(values(numberCell("5%"))).toEqual({});
    expect(values(numberCell("TBA"))).toEqual({ blank: "" });
    expect(values(numberCell("12 + 3"))).toEqual({});
    const [column] = unreadColumns([numberCell("200 doz", "G5"), numberCell("2400 pcs", "G6")]);
    expect(column?.groups.map(({ kind, cells }) => [kind, cells.map(({ left }) => left)])).toEqual([
      ["left", ["units", "units"]],
    ]);
  });

  test("a formula is never offered anything", () => {
    expect(mendsOf({ ...dateCell("16-9-2023", dayFirst), formula: true })).toEqual([]);
  });
});

describe("a column in one sentence", () => {
  test("14 texts: 9 read as day-month, 5 not", () => {
    const read = Array.from({ length: 9 }, (_, i) =>
      dateCell(`${i + 14}-9-2023`, dayFirst, undefined, `F${i}`),
    );
    const not = ["Mid Aug", "wk 32", "see mail", "31-2-2023", "1/9:a;2/9:b"].map((value, i) =>
      dateCell(value, dayFirst, undefined, `F${20 + i}`),
    );
    expect(unreadColumns([...not, ...read])).toMatchObject([
      {
        heading: "ETD",
        kind: "date",
        count: 14,
        readable: 9,
        order: "dmy",
        groups: [{ kind: "read" }, { kind: "left" }],
      },
    ]);
  });

  test("columns of two sheets with one heading are two, the fuller first", () => {
    const other = { ...dateCell("TBA"), sheet: "七月" };
    const columns = unreadColumns([other, dateCell("TBA"), dateCell("x", noRules, undefined, "F6")]);
    expect(columns.map(({ sheet, count }) => [sheet, count])).toEqual([
      ["六月", 2],
      ["七月", 1],
    ]);
  });
});

describe("what is chosen", () => {
  const rules: DateRules = { ...dayFirst, swapped: true };
  const cells = [
    dateCell("16-9-2023", rules, undefined, "F5"),
    dateCell(day(2023, 5, 9), rules, undefined, "F6"),
    dateCell(day(2023, 6, 9), rules, undefined, "F7"),
  ];
  const columns = unreadColumns(cells);

  test("texts stay as they are until all that is changed over is changed back", () => {
    expect(chosenMends(columns, { "六月!F5": "read" })).toEqual([]);
    expect(chosenMends(columns, { "六月!F5": "read", "六月!F6": "back" })).toEqual([]);
    expect(settledBy(columns, { "六月!F6": "back" })).toEqual([]);
    const all = { "六月!F5": "read", "六月!F6": "back", "六月!F7": "back" } as const;
    expect(chosenMends(columns, all).map(({ address, value }) => [address, value])).toEqual([
      ["F5", day(2023, 9, 16)],
      ["F6", day(2023, 9, 5)],
      ["F7", day(2023, 9, 6)],
    ]);
    expect(settledBy(columns, all)).toEqual([{ register: "orders", sheet: "六月", fieldId: "due" }]);
  });

  test("a year that no text names is pointed out", () => {
    const near = day(2026, 6, 1);
    const years = unreadColumns([
      dateCell("4月30", noRules, near, "F5"),
      dateCell("2026年4月30日", noRules, near, "F6"),
      dateCell("TBA", noRules, near, "F7"),
    ]);
    const choices = { "六月!F5": "read", "六月!F6": "read", "六月!F7": "blank" } as const;
    expect(chosenMends(years, choices).map(({ yearAdded }) => yearAdded)).toEqual([true, false, false]);
    expect(unreadColumns([numberCell("8.3")])[0]?.groups[0]?.cells[0]?.yearAdded).toBe(false);
  });

  test("a way that a cell does not have changes nothing", () => {
    expect(chosenMends(unreadColumns([dateCell("TBA")]), { "六月!F5": "read" })).toEqual([]);
  });
});

const anyValue = fc.oneof(
  fc.integer({ min: -5, max: 60000 }),
  fc.double({ noNaN: true }),
  fc.string(),
  fc.boolean(),
  fc.constantFrom("TBA", "x", "1,600", "2840 pcs", "4.000", "#REF!", "5月10", "Aug-25", "$12.21 (yds)", "  "),
  fc
    .tuple(fc.integer({ min: 1, max: 31 }), fc.constantFrom("-", "/", "."), fc.integer({ min: 1, max: 31 }))
    .map(([a, s, b]) => `${a}${s}${b}${s}2026`),
);

describe("whatever stands in a cell", () => {
  test("a mended date is read as that very day and is listed no more", () => {
    fc.assert(
      fc.property(anyValue, fc.option(fc.integer({ min: 44000, max: 48000 })), (value, near) => {
        const unread = unreadDate(value, dayFirst, near ?? undefined);
        if (!unread) return;
        for (const { way, value: then } of mendsOf(dateCell(value, dayFirst, near ?? undefined))) {
          expect(unreadDate(then, dayFirst)).toBeUndefined();
          if (then !== "") expect(readDateCell(then, dayFirst)).toEqual({ day: then });
          else expect(way).toBe("blank");
        }
      }),
    );
  });

  test("a mended number is a number and is listed no more", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        if (!unreadNumber(value)) return;
        for (const { value: then } of mendsOf(numberCell(value))) {
          expect(unreadNumber(then)).toBeUndefined();
          if (then !== "") expect(readNumberCell(then, undefined)).toBe(then);
        }
      }),
    );
  });

  test("both readings of a date have the same two numbers", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (a, b) => {
        fc.pre(a !== b);
        const found = values(dateCell(`${a}-${b}-2026`));
        const first = civilDate(Number(found.dmy));
        const second = civilDate(Number(found.mdy));
        expect([first.day, first.month, second.month, second.day]).toEqual([a, b, a, b]);
      }),
    );
  });
});

test("a first look at a sheet lists its texts with their addresses, formulas marked", () => {
  const rows: CellValue[][] = [
    ["PO", "Style", "Qty", "Ex-factory due"],
    ["1001", "A-1", 1200, "16-9-2026"],
    ["1002", "A-2", "2840 pcs", "17-9-2026"],
    ["1003", "A-3", 300, "TBA"],
    ["1004", "A-4", 500, "28-9-2026"],
    ["1005", "A-5", 700, "03-10-2026"],
  ];
  const grid: SheetGrid = {
    name: "Sheet1",
    top: 2,
    left: 1,
    values: rows,
    formats: rows.map((row) => row.map(() => "General")),
    formulas: rows.map((row, at) => row.map((_, column) => at === 4 && column === 3)),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    tables: [],
  };
  const unread = unreadOfReading(grid, readSheet(grid), "orders");
  expect(
    unread.map(({ address, fieldId, problem, could, formula }) => [
      address,
      fieldId,
      problem,
      could,
      formula,
    ]),
  ).toEqual([
    ["D5", "qty", "textNumber", [2840], undefined],
    ["E4", "due", "textDate", [day(2026, 9, 16)], undefined],
    ["E5", "due", "textDate", [day(2026, 9, 17)], undefined],
    ["E6", "due", "placeholder", undefined, undefined],
    ["E7", "due", "textDate", [day(2026, 9, 28)], true],
    ["E8", "due", "textDate", [day(2026, 10, 3)], undefined],
  ]);

  const part = { ...grid, values: grid.values.map((row, at) => (at === 3 ? undefined : row)) };
  expect(unreadOfReading(part, readSheet(part), "orders")).toEqual([]);
});
