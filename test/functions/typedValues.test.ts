import { call, callCells, date, sentenceOf } from "./excelRealm";
import { functionSources } from "./functionSources";
import "../../src/functions/index";

// Numbers, dates and words as people type them: read where they can mean one thing only, else an error that says how to write them.

/** One way of asking each of many functions for a number, given "5,000" pieces in some spelling. */
const PIECES: readonly (readonly [id: string, ask: (typed: unknown) => unknown])[] = [
  ["SHIPTOL", (typed) => call("SHIPTOL", typed, 4800)],
  ["AQLSIZE", (typed) => call("AQLSIZE", typed, 2.5)],
  ["AQLPLAN", (typed) => callCells("AQLPLAN", typed, 2.5)],
  ["QCSTATUS", (typed) => call("QCSTATUS", typed, 0, 1, 2)],
  ["CUTQTY", (typed) => call("CUTQTY", typed, "3%")],
  ["BUYQTY", (typed) => call("BUYQTY", typed, 1.2)],
  ["CARTONSAMPLE", (typed) => call("CARTONSAMPLE", typed)],
  ["SPLITQTY", (typed) => callCells("SPLITQTY", typed, [[1], [2], [1]])],
  ["CARTONS", (typed) => callCells("CARTONS", typed, 24)],
  ["LINEDAYS", (typed) => callCells("LINEDAYS", typed, 12, 30, 10, 0.6)],
  ["LATEPENALTY", (typed) => call("LATEPENALTY", 10, typed, [[7, "5%"]])],
  ["FOBPRICE", (typed) => call("FOBPRICE", typed, 2, 1)],
  ["RECON", (typed) => callCells("RECON", "A", typed, "A", 4990)],
  ["ALLOCATE", (typed) => callCells("ALLOCATE", typed, [[3000], [2500]], [[1], [2]])],
  ["PERT", (typed) => call("PERT", typed, 6000, 7000)],
  ["CPM", (typed) => callCells("CPM", [["A", typed, ""]])],
  ["PDATE", (typed) => callCells("PDATE", [["A", typed, 6000, 7000]], 0.8)],
  ["TAPLAN", (typed) => callCells("TAPLAN", [["A", "", "", "", typed, "", "CD", ""]], date(2026, 3, 2))],
];

const shown = (ask: (typed: unknown) => unknown, typed: unknown): unknown => {
  try {
    return ask(typed);
  } catch (error) {
    return error;
  }
};

describe.each(PIECES)("%s", (id, ask) => {
  it("knows the function's arguments", () => {
    expect(functionSources().map((source) => source.id)).toContain(id);
    expect(shown(ask, 5000)).not.toBeInstanceOf(Error);
    expect(shown(ask, 5000)).not.toBe("#VALUE!");
  });

  it.each([
    ["5000"],
    ["5,000"],
    ["5,000件"],
    ["5000 件"],
    ["５０００"],
    ["５，０００件"],
    ["5,000 pcs"],
    [" 5,000 "],
    ["\u30005000\u00a0"],
    ["5,000.0"],
    ["+5000"],
    [{ type: "FormattedNumber", basicValue: 5000, numberFormat: "#,##0" }],
  ])("reads %p as 5000", (typed) => {
    expect(shown(ask, typed)).toEqual(shown(ask, 5000));
  });

  it.each([
    ["50,00"],
    ["5.000,00"],
    ["5 000"],
    ["5千"],
    ["5000打"],
    ["5k"],
    ["0x1388"],
    ["5e3"],
    ["五千"],
    [true],
  ])("does not guess what %p means", (typed) => {
    const answer = shown(ask, typed);
    if (answer !== "#VALUE!")
      expect(answer).toMatchObject({ code: "#VALUE!", message: expect.stringMatching(/\S/) });
  });

  it("finds more digits than a number has no number", () => {
    const answer = shown(ask, "9".repeat(400));
    if (answer !== "#VALUE!")
      expect(answer).toMatchObject({ code: "#VALUE!", message: expect.stringMatching(/\S/) });
  });
});

it("says what is wrong with too many digits", () => {
  expect(sentenceOf("FOBPRICE", "9".repeat(400), 2, 1)).toMatch(
    /^\w+ has more digits than a number can have: "9{40}…" \/ \w+ 的位数超出数字所能表示的范围：“9{40}…”$/,
  );
  expect(sentenceOf("DHU", 3, "9".repeat(400))).toMatch(/has more digits/);
});

it("reads percentages wherever a share is wanted", () => {
  for (const typed of ["12%", "１２％", "12.0%", " 12% ", 0.12, "0.12"]) {
    expect(call("SHIPTOL", 5000, 4500, typed)).toBe("OK");
    expect(call("CUTQTY", 5000, typed)).toEqual(call("CUTQTY", 5000, 0.12));
    expect(call("RISKLEVEL", typed)).toBe("RED");
    expect(call("BUYQTY", 5000, 1.2, typed)).toEqual(call("BUYQTY", 5000, 1.2, 0.12));
  }
  for (const typed of ["12％％", "%12", "12 per cent", "12‰"])
    expect(call("RISKLEVEL", typed)).toBe("#VALUE!");
});

describe("dates", () => {
  const day = date(2026, 3, 5);
  const ways: readonly (readonly [string, (typed: unknown) => unknown])[] = [
    ["READDATE", (typed) => call("READDATE", typed)],
    ["WORKDAY", (typed) => call("WORKDAY", typed, 3)],
    ["DAYSLATE", (typed) => call("DAYSLATE", typed, date(2026, 3, 9))],
    ["TAPLAN", (typed) => callCells("TAPLAN", "knit", typed)],
    ["PAYDUE", (typed) => callCells("PAYDUE", "T/T 30 days after B/L", typed)],
    ["LCLATEST", (typed) => call("LCLATEST", typed, date(2026, 12, 31))],
    ["SHIPDATE", (typed) => callCells("SHIPDATE", [["T00"]], [[typed]], "knit", date(2026, 3, 6))],
    ["ONTIMERATE", (typed) => call("ONTIMERATE", typed, date(2026, 3, 9), 0, date(2026, 3, 20))],
    ["FORECASTSHIP", (typed) => callCells("FORECASTSHIP", [["A", 6, "", typed, ""]], date(2026, 3, 10))],
  ];

  it.each(ways)("%s reads a day in any clear spelling", (_, ask) => {
    const wanted = shown(ask, day);
    expect(wanted).not.toBe("#VALUE!");
    expect(wanted).not.toBeInstanceOf(Error);
    for (const typed of [
      "2026-03-05",
      "2026/3/5",
      "2026.3.5",
      "2026年3月5日",
      "２０２６年３月５日",
      "20260305",
      "5-Mar-2026",
    ])
      expect([typed, shown(ask, typed)]).toEqual([typed, wanted]);
  });

  it.each(ways)("%s does not guess at 03/05/2026", (_, ask) => {
    for (const typed of ["03/05/2026", "05.03.2026", "2026-02-30", "5 March", "2026年13月5日"]) {
      const answer = shown(ask, typed);
      const cell = Array.isArray(answer) ? (answer as unknown[][])[0]?.[0] : answer;
      if (cell !== "#VALUE!")
        expect([typed, cell]).toEqual([typed, expect.objectContaining({ code: "#VALUE!" })]);
    }
  });

  it("says how to write it", () => {
    expect(sentenceOf("WORKDAY", "03/05/2026", 3)).toBe(
      'ambiguous date: start must be written year first (2026-03-05), not "03/05/2026"' +
        " / 日期有歧义：start 应先写年份（2026-03-05），而不是“03/05/2026”",
    );
  });

  it("are blank as 0, and lose the time of day", () => {
    expect(call("DAYSLATE", 0)).toBe("");
    expect(call("DAYSLATE", date(2026, 10, 1), 0, date(2026, 10, 4))).toBe(3);
    expect(call("DAYSLATE", date(2026, 10, 1) + 0.9, date(2026, 10, 2) + 0.1)).toBe(1);
    expect(call("DAYSLATE", "2026年10月1日", "3-Oct-2026")).toBe(2);
  });
});

it("reads words in either language, any case and width", () => {
  for (const calendar of ["CN5", "cn5", " cn 5 ", "ＣＮ５"]) {
    expect(call("ISWORKDAY", date(2026, 9, 20), calendar)).toBe(true);
  }
  for (const calendar of ["CN", "CN8", "XX", "constructor", "__proto__"]) {
    expect(call("ISWORKDAY", date(2026, 9, 20), calendar)).toBe("#VALUE!");
  }
  for (const lang of ["zh", "ZH-cn", "中文"])
    expect(call("RISKLEVEL", 0.9, undefined, undefined, lang)).toBe("绿");
  expect(call("RISKLEVEL", 0.9, undefined, undefined, "fr")).toBe("#VALUE!");
});
