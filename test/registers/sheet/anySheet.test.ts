import fc from "fast-check";
import { wildSheets } from "../../../samples/wildSheets/allSheets";
import { readDateCell } from "../../../src/registers/sheet/dateColumn";
import { answersOfProfile, layoutProfile, profileLikeness } from "../../../src/registers/sheet/layoutProfile";
import { readSheet } from "../../../src/registers/sheet/readSheet";
import type { SheetGrid } from "../../../src/registers/sheet/sheetGrid";
import { questionId } from "../../../src/registers/sheet/sheetReading";

const blank = (values: SheetGrid["values"]): SheetGrid => ({
  name: "sheet",
  top: 0,
  left: 0,
  values,
  formats: values.map((row) => row?.map(() => "General")),
  formulas: values.map((row) => row?.map(() => false)),
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  tables: [],
});

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constant("") },
  fc.constantFrom(
    "PO",
    "款号",
    "Plan",
    "Actual",
    "交期",
    "Total",
    "合计",
    "Qty",
    "#REF!",
    "4月30",
    "7/8/2026",
    "TBA",
    "开裁",
    "FRI",
  ),
  fc.integer({ min: -5, max: 60_000 }),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);

test("any sheet is read without falling over, and every place that is named lies on it", () => {
  const grids = fc
    .tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1, max: 9 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  fc.assert(
    fc.property(grids, (values) => {
      const reading = readSheet(blank(values));
      for (const { column } of reading.columns) expect(column).toBeLessThan(values[0]?.length ?? 0);
      for (const { row } of reading.rows) expect(row).toBeLessThan(values.length);
      const meanings = reading.columns.flatMap(({ meaning }) => meaning ?? []);
      expect(new Set(meanings).size).toBe(meanings.length);
    }),
    { numRuns: 200 },
  );
});

test("rows that were not fetched are told, and the rest is understood all the same", () => {
  const sheet = wildSheets().find(({ name }) => name === "zh 标题横幅与小计行在上");
  if (!sheet) throw new Error("no such sheet");
  const whole = readSheet(sheet.grid);
  const left = <T>(rows: readonly T[]): (T | undefined)[] =>
    rows.map((row, index) => (index > 10 && index % 2 ? undefined : row));
  const { grid } = sheet;
  const part = readSheet({
    ...grid,
    values: left(grid.values),
    formats: left(grid.formats),
    formulas: left(grid.formulas),
  });
  expect(part.columns.map(({ meaning }) => meaning)).toEqual(whole.columns.map(({ meaning }) => meaning));
  expect(part.rows.filter(({ kind }) => kind === "unread").length).toBeGreaterThan(3);
});

test("formats that were not fetched cost no meaning", () => {
  const sheet = wildSheets().find(({ name }) => name === "en T&A two rows, PCD over Plan and Actual");
  if (!sheet) throw new Error("no such sheet");
  const { grid } = sheet;
  const bare = readSheet({
    ...grid,
    formats: grid.formats.map((row, index) => (index < 12 ? row : undefined)),
  });
  expect(bare.columns.map(({ meaning }) => meaning)).toEqual(
    readSheet(grid).columns.map(({ meaning }) => meaning),
  );
});

test("an answer wins over what the sheet seems to say", () => {
  const sheet = wildSheets().find(({ name }) => name === "en text dates that nothing tells");
  if (!sheet) throw new Error("no such sheet");
  const before = readSheet(sheet.grid);
  const due = before.columns.find(({ meaning }) => meaning === "due");
  expect(before.questions[0]).toMatchObject({ code: "dateOrder", column: due?.column });
  const after = readSheet(sheet.grid, { dateOrders: { [due?.column ?? 0]: "mdy" }, meanings: { 2: "" } });
  expect(after.columns.find(({ meaning }) => meaning === "due")?.dates).toMatchObject({
    order: "mdy",
    unread: [],
  });
  expect(after.columns.find(({ column }) => column === 2)?.meaning).toBeUndefined();
  expect(after.questions.some(({ code }) => code === "dateOrder")).toBe(false);
});

test("what Excel has changed over is asked for, not taken", () => {
  const sheet = wildSheets().find(({ name }) => name === "en swapped by Excel");
  const reading = sheet && readSheet(sheet.grid);
  expect(reading?.questions[0]?.code).toBe("swappedDates");
});

test("a meaning that the user gives to one column is taken from the other", () => {
  const sheet = wildSheets().find(({ name }) => name === "tw 訂單總表 全形括號");
  if (!sheet) throw new Error("no such sheet");
  const before = readSheet(sheet.grid);
  const style = before.columns.find(({ meaning }) => meaning === "style")?.column ?? 0;
  const remarks = before.columns.find(({ meaning }) => meaning === "remarks")?.column ?? 0;
  const after = readSheet(sheet.grid, { meanings: { [remarks]: "style" } });
  expect(after.columns.find(({ column }) => column === remarks)).toMatchObject({
    meaning: "style",
    confidence: 1,
  });
  expect(after.columns.find(({ column }) => column === style)?.meaning).toBeUndefined();
});

test("what was said of one month's sheet holds for the next, though its columns have moved", () => {
  const sheet = wildSheets().find(({ name }) => name === "zh 月度表 列位移动");
  if (!sheet) throw new Error("no such sheet");
  const first = readSheet(sheet.grid);
  const at = first.columns.find(({ heading }) => heading === "日产")?.column ?? 0;
  const profile = layoutProfile(first, { meanings: { [at]: "remarks" } });
  const { grid } = sheet;
  const moved: SheetGrid = {
    ...grid,
    left: grid.left + 2,
    values: grid.values.map((row) => row && [...row.slice(0, 2), "", ...row.slice(2)]),
    formats: grid.formats.map((row) => row && [...row.slice(0, 2), "General", ...row.slice(2)]),
    formulas: grid.formulas.map((row) => row && [...row.slice(0, 2), false, ...row.slice(2)]),
  };
  const next = readSheet(moved);
  expect(profileLikeness(profile, next)).toBe(1);
  const answers = answersOfProfile(profile, next);
  const read = readSheet(moved, answers);
  expect(read.columns.find(({ heading }) => heading === "日产")?.meaning).toBe("remarks");
});

test("dates that Excel changed over are changed back once the user says so, and a settled question stays settled", () => {
  const sheet = wildSheets().find(({ name }) => name === "en swapped by Excel");
  if (!sheet) throw new Error("no such sheet");
  const before = readSheet(sheet.grid);
  const [question] = before.questions;
  const column = question?.column ?? 0;
  const after = readSheet(sheet.grid, { swapped: { [column]: true } });
  const dates = after.columns.find((one) => one.column === column)?.dates;
  expect(dates?.unread).toEqual([]);
  // Typed 05-09-2026, taken for 9 May: 46151 is 2026-05-09, 46270 is 2026-09-05.
  expect(dates && readDateCell(46151, dates.rules)).toEqual({ day: 46270 });
  const settled = readSheet(sheet.grid, { settled: question ? [questionId(question)] : [] });
  expect(settled.questions.length).toBe(before.questions.length - 1);
});
