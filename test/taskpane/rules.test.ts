import { serialDate } from "../../src/domain/calendar/serialDate";
import { createBookStore } from "../../src/taskpane/bookStore";
import { associateCommands } from "../../src/taskpane/commands";
import { createMemory } from "../../src/taskpane/environment";
import { readFunctionHelp, searchFunctions } from "../../src/taskpane/functions/functionHelp";
import {
  addDefect,
  countsOf,
  inspectionId,
  keptDraft,
  startInspection,
  usualTerms,
} from "../../src/taskpane/inspection/inspectionDraft";
import { langOf } from "../../src/taskpane/language";
import { createNavigation } from "../../src/taskpane/navigation";
import { createNotices } from "../../src/taskpane/notices";
import { changesOf, sizeNames } from "../../src/taskpane/order/orderDraft";
import { verdictOf } from "../../src/registers/verdictOf";
import { ordersOf } from "../../src/taskpane/orders";
import { sameBook } from "../../src/taskpane/sameBook";
import { themeKind } from "../../src/taskpane/shell/paneTheme";
import { shortDate, typedDate } from "../../src/taskpane/ui/dates";
import { readNumber } from "../../src/taskpane/ui/NumberInput";
import { closuresOf, closureWord } from "../../src/taskpane/ui/workCalendar";
import type { Book, Row } from "../../src/workbook/book";
import { asOf, MemoryWorkbook } from "./memoryWorkbook";
import { sampleBook } from "./sampleBook";

describe("dates in the pane", () => {
  test("a day without its year is the nearest one", () => {
    const newYear = serialDate(2027, 1, 4)!;
    expect(typedDate("12.28", newYear)).toBe(serialDate(2026, 12, 28));
    expect(typedDate("1月5日", serialDate(2026, 12, 30)!)).toBe(serialDate(2027, 1, 5));
    expect(typedDate("03/05/2026", asOf)).toBeUndefined();
  });

  test("are short in their own year and full in others", () => {
    expect(shortDate(asOf, "zh-CN", asOf)).toBe("9月15日");
    expect(shortDate(asOf, "en", asOf)).toBe("15 Sep");
    expect(shortDate(serialDate(2027, 1, 5)!, "en", asOf)).toBe("2027-01-05");
  });
});

test("numbers are read as people type them", () => {
  expect(["1,200", "1 200", "12 000", "6.45", "-3", "1,2", "12a", ""].map(readNumber)).toEqual([
    1200,
    1200,
    12000,
    6.45,
    -3,
    undefined,
    undefined,
    undefined,
  ]);
});

describe("theme", () => {
  const system = { dark: false, forced: false };
  test.each([
    ["#FFFFFF", "#262626", "light"],
    ["#1F1F1F", "#FFFFFF", "dark"],
    ["#000000", "#FFFFFF", "highContrast"],
    ["#000000", "#D4D4D4", "dark"],
  ])("background %s with text %s is %s", (background, foreground, kind) => {
    expect(themeKind({ background, foreground }, system)).toBe(kind);
  });
  test("without a word from Office, the system's own choice", () => {
    expect(themeKind(undefined, { dark: true, forced: false })).toBe("dark");
    expect(themeKind({ background: "#ffffff", foreground: "#000000" }, { dark: false, forced: true })).toBe(
      "highContrast",
    );
  });
});

test("any Chinese display language gets Chinese, all others English", () => {
  expect(["zh-CN", "zh-TW", "ZH", "en-US", "de-DE", "zha"].map(langOf)).toEqual([
    "zh-CN",
    "zh-CN",
    "zh-CN",
    "en",
    "en",
    "en",
  ]);
});

describe("memory", () => {
  test("works for the session where the browser keeps nothing", () => {
    const memory = createMemory(() => {
      throw new Error("Storage is disabled");
    });
    memory.write("a", { b: 1 });
    expect(memory.read("a")).toEqual({ b: 1 });
    memory.forget("a");
    expect(memory.read("a")).toBeUndefined();
  });

  test("what cannot be understood is as good as nothing", () => {
    localStorage.setItem("a", "{broken");
    expect(createMemory(() => localStorage).read("a")).toBeUndefined();
  });
});

describe("commands", () => {
  test("open their screens, show the pane, and always tell Office that they are done", async () => {
    const handlers = new Map<string, (event: { completed(): void }) => void>();
    const navigation = createNavigation();
    const shown = jest.fn(() => Promise.reject(new Error("no pane")));
    associateCommands({ associate: (id, handler) => void handlers.set(id, handler) }, navigation, () =>
      shown().catch(() => undefined),
    );
    expect([...handlers.keys()].sort()).toEqual([
      "logInspectionHere",
      "openChase",
      "openFunctions",
      "openInspection",
      "openOrder",
      "openRisk",
      "openSetup",
      "openToday",
      "showRiskHere",
      "updateMilestoneHere",
    ]);
    const completed = jest.fn();
    handlers.get("logInspectionHere")!({ completed });
    expect(navigation.get()).toMatchObject({ screen: "inspection", fromSelection: true });
    handlers.get("showRiskHere")!({ completed: () => undefined });
    expect(navigation.get()).toMatchObject({ screen: "outlook", fromSelection: true });
    await new Promise((done) => setTimeout(done));
    expect(completed).toHaveBeenCalledTimes(1);
    expect(shown).toHaveBeenCalledTimes(2);
  });
});

describe("reading again", () => {
  const other = (change: (book: Book) => Book) => sameBook(sampleBook(), change(sampleBook()));
  const withOrders = (change: (rows: readonly Row[]) => readonly Row[]) =>
    other((book) => ({
      ...book,
      tables: { ...book.tables, orders: { ...book.tables.orders!, rows: change(book.tables.orders!.rows) } },
    }));

  test("what says the same is the same, whatever differs makes it another", () => {
    expect(other((book) => book)).toBe(true);
    expect(withOrders((rows) => rows.map((row) => ({ ...row, fields: { ...row.fields } })))).toBe(true);
    expect(withOrders((rows) => rows.slice(1))).toBe(false);
    expect(withOrders((rows) => [rows[1]!, rows[0]!, ...rows.slice(2)])).toBe(false);
    expect(
      withOrders(([first, ...rest]) => [{ ...first!, fields: { ...first!.fields, due: 1 } }, ...rest]),
    ).toBe(false);
    expect(
      withOrders(([first, ...rest]) => [{ ...first!, fields: { ...first!.fields, more: 1 } }, ...rest]),
    ).toBe(false);
    expect(
      withOrders(([first, ...rest]) => [{ ...first!, fields: { po: first!.fields.po! } }, ...rest]),
    ).toBe(false);
    expect(other(({ tables: { inspections: _, ...tables }, ...book }) => ({ ...book, tables }))).toBe(false);
    expect(other((book) => ({ ...book, settings: { ...book.settings, closures: [[46300, "off"]] } }))).toBe(
      false,
    );
  });

  test("a calculation that changes nothing leaves the book as it is, a change brings another", async () => {
    const workbook = new MemoryWorkbook(sampleBook());
    const store = createBookStore(workbook);
    await store.refresh();
    const first = store.get();
    workbook.book = sampleBook();
    await store.refresh();
    const second = store.get();
    expect(second).toMatchObject({ status: "ready", refreshing: false });
    expect(second.status === "ready" && first.status === "ready" && second.book === first.book).toBe(true);
    workbook.book = { ...workbook.book, settings: { ...workbook.book.settings, asOf: 46281 } };
    await store.refresh();
    expect(store.get()).toMatchObject({ book: { settings: { asOf: 46281 } } });
    store.stop();
  });
});

describe("notices", () => {
  const receipt = { code: "settingsSaved", params: {}, address: "", revert: undefined } as const;
  test("a new write makes old problems go, and keeps the way back of what was written before", () => {
    const notices = createNotices();
    notices.add({ kind: "written", receipt, undo: "offered" });
    notices.add({ kind: "problem", problem: new Error("x") });
    notices.add({ kind: "written", receipt, undo: "offered" });
    expect(notices.get().map(({ kind }) => kind)).toEqual(["written", "written"]);
  });
  test("never more than ten", () => {
    const notices = createNotices();
    for (let i = 0; i < 15; i++) notices.add({ kind: "written", receipt, undo: "offered" });
    expect(notices.get()).toHaveLength(10);
  });
});

describe("orders of a book", () => {
  test("verdicts are understood in both languages", () => {
    expect(["FAIL", "不合格", "PASS", "合格", "PENDING", "待定", "", "#BUSY!"].map(verdictOf)).toEqual([
      "fail",
      "fail",
      "pass",
      "pass",
      "pending",
      "pending",
      undefined,
      undefined,
    ]);
  });

  test("the latest inspection decides; of one day's, the one written later", () => {
    const book = sampleBook();
    const rows = book.tables.inspections!.rows;
    const again = { ...rows[0]!, fields: { ...rows[0]!.fields, id: "RE-1", verdict: "PASS" } };
    const later = {
      ...book,
      tables: { ...book.tables, inspections: { ...book.tables.inspections!, rows: [...rows, again] } },
    };
    const order = ordersOf(later).find(({ name }) => name.startsWith("PO-26003"))!;
    expect(order.inspections.map(({ id }) => id)).toEqual(["RE-1", "FRI-260914-01"]);
    expect(order.urgency.reasons.map(({ code }) => code)).not.toContain("qcFailed");
  });
});

describe("order draft", () => {
  test("sizes are parted by what people type between them, each once", () => {
    expect(sizeNames("S, M,L、XL  2XL;S/28")).toEqual(["S", "M", "L", "XL", "2XL", "28"]);
  });

  test("only what differs is written; a number kept as text is no difference", () => {
    expect(
      changesOf({ po: "1", qty: 10, due: 5 }, { po: "1", qty: "10", due: 6, style: "A" }, [
        "po",
        "qty",
        "due",
        "style",
      ]),
    ).toEqual({ due: 5, style: "" });
  });
});

describe("inspection draft", () => {
  const order = ordersOf(sampleBook()).find(({ name }) => name.startsWith("PO-26001"))!;
  const draft = startInspection(order, asOf, usualTerms, "");

  test("an inspection that was only opened has no counts at all", () => {
    expect(countsOf(draft)).toEqual({});
    expect(countsOf({ ...draft, inspected: 80 })).toEqual({ critical: 0, major: 0, minor: 0, inspected: 80 });
  });

  test("the same defect in the other zone is another line, and the last one taken away is gone", () => {
    const both = addDefect(addDefect(draft, "A01", "A", 1), "A01", "B", 1);
    expect(both.tally).toHaveLength(2);
    expect(countsOf(both)).toMatchObject({ major: 1, minor: 1 });
    expect(addDefect(both, "A01", "A", -1).tally).toEqual([{ code: "A01", zone: "B", count: 1 }]);
  });

  test("names itself as no other inspection does", () => {
    expect(inspectionId(draft, new Set(["FRI-260915-01", "FRI-260915-02"]), asOf)).toBe("FRI-260915-03");
  });

  test("a kept draft of another shape is not restored", () => {
    expect(keptDraft(JSON.parse(JSON.stringify({ draft, savedAt: 1 })))?.draft).toEqual(
      JSON.parse(JSON.stringify(draft)),
    );
    expect(keptDraft({ draft: { orderKey: "x" }, savedAt: 1 })).toBeUndefined();
    expect(keptDraft("x")).toBeUndefined();
  });
});

test("closures are read with the words of either language and written with one the functions know", () => {
  const settings = {
    asOf,
    asOfIsToday: false,
    calendar: "CN6",
    lang: "en",
    closures: [
      [46300, "休"],
      [46301, "WORK"],
      ["", ""],
      [46302, ""],
    ],
  } as const;
  expect(closuresOf(settings)).toEqual([
    { date: 46300, kind: "off" },
    { date: 46301, kind: "work" },
    { date: 46302, kind: "off" },
  ]);
  expect([closureWord("off", "en"), closureWord("work", "zh-CN")]).toEqual(["off", "班"]);
});

describe("function list", () => {
  const text = { description: "", returns: "", errors: "", source: "" };
  const help = (id: string, en: string, zh: string) => ({
    group: "dates",
    groupName: { en: "Dates", zh: "日期" },
    signature: `MERCH.${id}()`,
    examples: [],
    parameters: [{ name: "start", optional: false, en: "first day", zh: "第一天" }],
    en: { ...text, description: en },
    zh: { ...text, description: zh },
  });
  const all = readFunctionHelp({
    SLIP: help("SLIP", "how many WORKDAYs it moved", "延期"),
    WORKDAY: help("WORKDAY", "the n-th working day", "第 n 个工作日"),
  });

  test("is searched by name, purpose in either language, and as typed into a cell; names first", () => {
    const found = (query: string) => searchFunctions(all, query, "").map(({ id }) => id);
    expect(found("workday")).toEqual(["WORKDAY", "SLIP"]);
    expect(found("=MERCH.work")).toEqual(["WORKDAY", "SLIP"]);
    expect(found("延期")).toEqual(["SLIP"]);
    expect(found("第一天")).toHaveLength(2);
    expect(found("nothing")).toEqual([]);
  });
});
