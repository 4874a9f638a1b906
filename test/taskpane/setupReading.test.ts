import { readingEn } from "../../src/i18n/reading.en";
import { readingZhCN } from "../../src/i18n/reading.zhCN";
import { milestoneMeanings, orderMeanings } from "../../src/registers/sheet/meanings";
import { inspectionMeanings, materialMeanings, otherMeanings } from "../../src/registers/sheet/meaningsOther";
import { keptSheetOf } from "../../src/registers/sheet/keptSheetOf";
import type { Question, SheetReading } from "../../src/registers/sheet/sheetReading";
import { createMemory } from "../../src/taskpane/environment";
import { answerQuestion, withHeadings, withMeaning } from "../../src/taskpane/setup/answerQuestion";
import { columnPairs } from "../../src/taskpane/setup/columnPairs";
import { keepLayout, layoutsOfBook, readLayouts } from "../../src/taskpane/setup/keptLayouts";
import { meaningName } from "../../src/taskpane/setup/meaningName";
import { readWithLayouts } from "../../src/taskpane/setup/sheetReader";
import { areaAddress } from "../../src/taskpane/setup/sheetPlaces";
import type { Book } from "../../src/workbook/book";
import { wildSheets } from "../../samples/wildSheets/allSheets";

const reading = (columns: readonly Partial<SheetReading["columns"][number]>[]): SheetReading => ({
  sheet: "S",
  subject: "orders",
  layout: "orders",
  tableConfidence: 1,
  rows: [],
  key: [],
  form: [],
  milestones: [],
  leavesAlone: [],
  questions: [],
  columns: columns.map((column, index) => ({
    column: index,
    heading: `H${index}`,
    hidden: false,
    confidence: 0.9,
    evidence: [],
    alternatives: [],
    samples: [],
    formulas: "none",
    histories: 0,
    fillDown: false,
    ...column,
  })),
});
const question = (code: Question["code"], column?: number): Question => ({
  code,
  params: {},
  answers: [],
  ...(column !== undefined && { column }),
});

describe("every meaning that can be understood has a name in both languages", () => {
  const subjects = [
    ["orders", orderMeanings],
    ["inspections", inspectionMeanings],
    ["materials", materialMeanings],
  ] as const;
  test.each(["en", "zh-CN"] as const)("%s", (lang) => {
    const texts = lang === "en" ? readingEn : readingZhCN;
    for (const [subject, meanings] of subjects) {
      for (const { id } of meanings)
        expect([id, meaningName(id, subject, texts, lang)]).not.toEqual([id, id]);
    }
    for (const { id } of milestoneMeanings) {
      for (const part of ["plan", "actual"]) {
        const meaning = `${id}.${part}`;
        expect(meaningName(meaning, "orders", texts, lang)).not.toBe(meaning);
      }
    }
    for (const { id } of otherMeanings) expect([id, texts.about[id]]).not.toEqual([id, undefined]);
  });
});

describe("an answer", () => {
  const plain = reading([{ meaning: "po" }, { meaning: "due" }]);

  test.each([
    ["dateOrder", "mdy", { dateOrders: { 1: "mdy" } }],
    ["swappedDates", "swap", { swapped: { 1: true } }],
    ["swappedDates", "keep", { swapped: { 1: false } }],
    ["dateYear", "2026", { years: { 1: 2026 } }],
    ["fillDown", "no", { fillDown: { 1: false } }],
    ["dotInNumbers", "decimal", { dots: { 1: "decimal" } }],
    ["whatIs", "", { meanings: { 1: "" } }],
    ["dateYear", "yes", {}],
    ["unreadDates", "", {}],
    ["severalCodes", "", {}],
  ] as const)("%s: %s", (code, answer, said) => {
    expect(answerQuestion({}, plain, question(code, 1), answer)).toEqual({ ...said, settled: [`${code}:1`] });
  });

  test("what the sheet lists is said of the whole sheet", () => {
    expect(answerQuestion({}, plain, question("subject"), "materials")).toEqual({
      subject: "materials",
      settled: ["subject"],
    });
  });

  test("planned or actual is said of all dates that do not say it themselves", () => {
    const doubtful = (milestone: string) => ({
      meaning: `${milestone}.plan`,
      confidence: 0.7,
      alternatives: [{ meaning: `${milestone}.actual`, confidence: 0.6 }],
    });
    const dates = reading([doubtful("T21"), { meaning: "T30.plan", confidence: 0.95 }, doubtful("T09")]);
    expect(answerQuestion({}, dates, question("planOrActual"), "actual").meanings).toEqual({
      0: "T21.actual",
      2: "T09.actual",
    });
  });

  test("a meaning that was said of another column is taken from it", () => {
    const two = reading([{ meaning: "po", confidence: 1 }, {}]);
    expect(withMeaning({ meanings: { 0: "po" } }, two, 1, "po").meanings).toEqual({ 0: "", 1: "po" });
    // What was only guessed goes elsewhere by itself.
    expect(withMeaning({}, reading([{ meaning: "po" }, {}]), 1, "po").meanings).toEqual({ 1: "po" });
  });

  test("other headings: what was said of columns no longer holds", () => {
    expect(withHeadings({ subject: "orders", meanings: { 0: "po" } }, [2, 3])).toEqual({
      headingRows: [2, 3],
      subject: "orders",
      settled: ["whichTable", "noHeadings"],
    });
  });
});

test("an actual date stands beside its planned one", () => {
  const columns = reading([
    { meaning: "po" },
    { meaning: "T21.actual" },
    { meaning: "T30.plan" },
    { meaning: "T21.plan" },
  ]).columns;
  expect(columnPairs(columns).map((pair) => pair.map(({ meaning }) => meaning))).toEqual([
    ["po"],
    ["T21.plan", "T21.actual"],
    ["T30.plan"],
  ]);
});

test("areas are written as Excel writes them", () => {
  expect(areaAddress({ row: 4, column: 2, rows: 156, columns: 30 })).toBe("C5:AF160");
  expect(areaAddress({ row: 0, column: 0, rows: 1, columns: 1 })).toBe("A1");
});

describe("layouts", () => {
  const memory = () =>
    createMemory(() => {
      throw new Error("none");
    });
  const layout = (name: string, ...headings: string[]) => ({
    name,
    profile: { columns: headings.map((heading) => ({ heading, nth: 0, meaning: "po" })) },
  });

  test("the newest first, one for each set of headings, and not without end", () => {
    const kept = memory();
    keepLayout(kept, layout("a", "x", "y"));
    keepLayout(kept, layout("b", "z"));
    keepLayout(kept, layout("c", "y", "x"));
    expect(readLayouts(kept).map(({ name }) => name)).toEqual(["c", "b"]);
    for (let n = 0; n < 50; n++) keepLayout(kept, layout(`n${n}`, `h${n}`));
    expect(readLayouts(kept)).toHaveLength(36);
    expect(readLayouts(kept)[0]!.name).toBe("n49");
  });

  test("what somebody else has written there is no layout", () => {
    const kept = memory();
    kept.write("layouts", [{ name: 1 }, "x", null, { name: "y", profile: {} }, layout("a", "x")]);
    expect(readLayouts(kept).map(({ name }) => name)).toEqual(["a"]);
    kept.write("layouts", { a: 1 });
    expect(readLayouts(kept)).toEqual([]);
  });

  test("a sheet is read by the layout that it has, and what is said of it now wins", () => {
    const [one, other] = wildSheets().filter(({ name }) => /PCD over Plan|首行空/.test(name));
    const first = readWithLayouts({ grid: one!.grid, said: {}, layouts: [] });
    const column = first.reading.columns.find(({ meaning }) => meaning !== undefined)!.column;
    const said = withMeaning({}, first.reading, column, "");
    const { profile } = readWithLayouts({ grid: one!.grid, said, layouts: [] });
    const layouts = [{ name: "kept", profile }];
    const again = readWithLayouts({ grid: one!.grid, said: {}, layouts });
    expect(again.like).toBe(0);
    expect(again.reading.columns.find((each) => each.column === column)!.meaning).toBe(
      profile.columns.some(({ meaning }) => meaning === "")
        ? undefined
        : first.reading.columns.find((each) => each.column === column)!.meaning,
    );
    const meaning = first.reading.columns.find((each) => each.column === column)!.meaning!;
    const now = readWithLayouts({
      grid: one!.grid,
      said: withMeaning({}, again.reading, column, meaning),
      layouts,
    });
    expect(now.reading.columns.find((each) => each.column === column)!.meaning).toBe(meaning);
    expect(readWithLayouts({ grid: other!.grid, said: {}, layouts }).like).toBeUndefined();
  });

  const used = wildSheets()
    .map((sheet) => ({ sheet, first: readWithLayouts({ grid: sheet.grid, said: {}, layouts: [] }) }))
    .filter(({ first: { reading } }) => reading.subject !== "none" && reading.table?.headingRows.length);

  test.each(used.map((one) => [one.sheet.name, one] as const))(
    "what the workbook keeps of its sheet is not asked again, on any computer: %s",
    (_, { sheet, first }) => {
      const { reading, answers } = first;
      const sheetKept = keptSheetOf(reading, answers, reading.subject as "orders", "Gendan_1");
      const layouts = layoutsOfBook({ kept: [sheetKept] } as unknown as Book);
      const again = readWithLayouts({ grid: sheet.grid, said: {}, layouts });
      expect(again.like).toBe(0);
      expect(
        // Which day is the due date may have been left open.
        again.reading.questions.flatMap(({ code, params, answers: offered }) =>
          ["whatIs", "planOrActual", "fillDown"].includes(code) && !offered.includes("due")
            ? [[code, params.heading]]
            : [],
        ),
      ).toEqual([]);
      const meanings = ({ columns }: SheetReading) =>
        columns
          .flatMap(({ meaning, column }) => (meaning === undefined ? [] : [`${column} ${meaning}`]))
          .filter((one) => sheetKept.columns.some(({ fieldId }) => one.endsWith(` ${fieldId}`)));
      const twice =
        new Set(meanings(reading).map((one) => one.split(" ")[1]!)).size < meanings(reading).length;
      if (!twice) expect(meanings(again.reading)).toEqual(meanings(reading));
    },
  );
});
