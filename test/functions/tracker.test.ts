import { orderRisks } from "../../src/domain/schedule/orderRisk";
import { taTemplate } from "../../src/domain/schedule/taTemplate";
import { call, callCells, CellError, date, sentenceOf } from "./excelRealm";
import "../../src/functions/index";

// A knit order of 2026-03-02; the plan is the template's, as the reference works it out: cutting starts 8 April, ex-factory 7 May.
const headings = [
  ["下单日期", "面料到厂 计划", "面料到厂 实际", "开裁 计划", "开裁 实际", "离厂 计划", "离厂 实际"],
];
const begun = date(2026, 3, 2);
const open = [begun, "", "", date(2026, 4, 8), "", date(2026, 5, 7), ""];
const gone = [begun, "", "", date(2026, 4, 8), date(2026, 4, 10), date(2026, 5, 7), date(2026, 5, 9)];
const due = date(2026, 5, 12);
const asOf = begun;
const none = undefined;

test("one order in, one value out", () => {
  expect(callCells("SHIPDATE", headings, [open], none, asOf)).toEqual([[date(2026, 5, 7)]]);
  expect(call("ONTIME", headings, [gone], due, none, asOf)).toBe(1);
  expect(call("ONTIME", headings, [gone], due - 4, none, asOf)).toBe(0);
  expect(call("RISK", headings, [gone], due, none, due)).toBe("SHIPPED");
  expect(call("RISKWHY", headings, [gone], due, none, due, none, none, "zh")).toBe(
    "2026-05-09 已离厂，早于交期 3 天",
  );
  expect(call("NEXTSTEP", headings, [gone], none, none, due)).toBe("");
});

test("a date that is said to be open is no date; other words are an error that names them", () => {
  const said = (word: string) => open.map((cell) => (cell === "" ? word : cell));
  for (const word of ["TBA", "t.b.c.", "N/A", "to be advised", "-", "待定", "ＴＢＡ ", "未定"]) {
    expect(callCells("SHIPDATE", headings, [said(word)], none, asOf)).toEqual([[date(2026, 5, 7)]]);
  }
  for (const word of ["ok", "已批", "8.3", "mid August", "cancelled"]) {
    expect(() => callCells("SHIPDATE", headings, [said(word)], none, asOf)).toThrow(CellError);
  }
});

test("cutting not begun when it was planned is the reason", () => {
  const late = [begun, date(2026, 4, 2), date(2026, 4, 2), date(2026, 4, 8), "", date(2026, 5, 7), ""];
  // Mon 20 April: twelve days after the plan.
  expect(call("RISKWHY", headings, [late], due, "knit", date(2026, 4, 20))).toMatch(
    /^Cutting start 12 days late, costs \d+ days: ex-factory 2026-05-\d\d, \d+ days after due; next Cutting start 2026-04-08 \(FACTORY\)$/,
  );
  expect(call("RISK", headings, [late], due, "针织", date(2026, 4, 20), none, none, "zh")).toBe("红");
  expect(call("NEXTSTEP", headings, [late], none, none, date(2026, 4, 20))).toBe("开裁");
  expect(call("NEXTSTEP", headings, [late], "date", none, date(2026, 4, 20))).toBe(date(2026, 4, 8));
});

test("a tracker in one call is its rows one by one, in any order", () => {
  const rows = [open, gone, open.map((cell, i) => (i === 3 ? date(2026, 4, 20) : cell))];
  const dues = [[due], [due], [due + 3]];
  for (const id of ["ONTIME", "RISK", "RISKWHY"]) {
    const all = callCells(id, headings, rows, dues, none, asOf);
    expect(all).toEqual(rows.map((row, i) => [call(id, headings, [row], dues[i]?.[0], none, asOf)]));
    expect(callCells(id, headings, [...rows].reverse(), [...dues].reverse(), none, asOf)).toEqual(
      [...all].reverse(),
    );
  }
  // A template beside each order.
  const names = [["knit"], ["梭织"], [""]];
  expect(callCells("SHIPDATE", headings, rows, names, asOf)).toEqual(
    rows.map((row, i) => [call("SHIPDATE", headings, [row], names[i]?.[0], asOf)]),
  );
});

test("blank rows and blank due dates are blank, an unreadable date is an error in its own cell", () => {
  const blank = open.map(() => "");
  const bad = open.map((cell, i) => (i === 3 ? "03/05/2026" : cell));
  const result = callCells(
    "ONTIME",
    headings,
    [open, blank, bad, open, open.map((c, i) => (i ? c : "#N/A"))],
    [[due], [due], [due], [""], [due]],
    none,
    asOf,
  );
  expect(typeof result[0]?.[0]).toBe("number");
  expect([result[1], result[3]]).toEqual([[""], [""]]);
  expect(result[2]?.[0]).toMatchObject({ code: "#VALUE!", message: expect.stringContaining("ambiguous") });
  expect(result[4]?.[0]).toMatchObject({ code: "#N/A" });
  expect(() => callCells("SHIPDATE", headings, [bad], none, asOf)).toThrow(CellError);
});

test("what is wrong with the whole call is said in a sentence", () => {
  expect(sentenceOf("SHIPDATE", [["PO", "Style"]], [["a", "b"]])).toMatch(/^headings must name milestones/);
  expect(sentenceOf("SHIPDATE", headings, [[begun]])).toMatch(
    /^dates must have as many columns as headings: 7, not 1/,
  );
  expect(sentenceOf("ONTIME", headings, [open, open], [[due], [due], [due]])).toMatch(
    /^due must be one cell or one column of 2 rows/,
  );
  expect(sentenceOf("RISK", headings, [open], due, "silk", asOf, none, none, "zh")).toMatch(
    /^template 应为其中之一/,
  );
});

test("a template of one's own, by range: its codes and names are headings", () => {
  const own = [
    ["A", "Dye", "MILL", 5, 5, 5, "CD", ""],
    ["B", "Sew it", "FACTORY", 3, 3, 3, "CD", "A"],
  ];
  // A from 1 to 5 June, B from 6 to 8 June; A done two days late.
  expect(call("SHIPDATE", [["A start", "Sew it"]], [[date(2026, 6, 1), ""]], own, date(2026, 6, 1))).toBe(
    date(2026, 6, 8),
  );
  expect(call("SHIPDATE", [["a actual", "Sew it"]], [[date(2026, 6, 7), ""]], own, date(2026, 6, 7))).toBe(
    date(2026, 6, 10),
  );
  expect(
    sentenceOf(
      "SHIPDATE",
      [["A", "B"]],
      [[1, 2]],
      [
        ["A", "", "", 1, 1, 1, "", "B"],
        ["B", "", "", 1, 1, 1, "", "A"],
      ],
    ),
  ).toMatch(/circle: /);
});

test("work that is held up now and then makes an order less likely in time, and the likely date stays", () => {
  const own = (heldUp: unknown) => [
    ["A", "Dye", "MILL", 3, 5, 9, "CD", "", heldUp],
    ["B", "Sew", "FACTORY", 2, 3, 5, "CD", "A", heldUp],
  ];
  const on = date(2026, 6, 1);
  const chance = (tasks: unknown[][]) =>
    call("ONTIME", [["A start", "B"]], [[on, ""]], date(2026, 6, 14), tasks, on);
  const without = own("").map((row) => row.slice(0, 8));
  expect(chance(without)).toBe(chance(own("")));
  expect(chance(own("3%"))).toBe(chance(own(0.03)));
  expect(Number(chance(own(0.5)))).toBeLessThan(Number(chance(own(0.03))));
  expect(Number(chance(own(0.03)))).toBeLessThan(Number(chance(without)));
  const likely = (tasks: unknown[][]) => call("SHIPDATE", [["A start", "B"]], [[on, ""]], tasks, on);
  expect(likely(own(0.5))).toBe(likely(without));
  expect(
    sentenceOf("ONTIME", [["A start", "B"]], [[on, ""]], date(2026, 6, 14), own("now and then"), on),
  ).toContain(
    'template, row 1: the chance of being held up must lie between 0 and 1 (or 0% and 100%), not "now and then"',
  );
});

test("the analysis behind the pane says the same as the cells", () => {
  const ids = ["T00.actual", "T09.plan", "T09.actual", "T19S.plan", "T19S.actual", "T30.plan", "T30.actual"];
  const late = [begun, date(2026, 4, 2), date(2026, 4, 6), date(2026, 4, 8), "", date(2026, 5, 7), ""];
  const rows = [open, gone, late];
  const on = date(2026, 4, 20);
  const risks = orderRisks({
    asOf: on,
    calendar: "CN6",
    closures: [],
    templates: { knit: taTemplate("knit") },
    // The order date has no column for what happened: what it says has.
    followed: ["T00", "T09", "T19S", "T30"],
    orders: rows.map((row, n) => ({
      key: String(n),
      template: "knit",
      due,
      dates: Object.fromEntries(ids.map((id, k) => [id, row[k]]).filter(([, day]) => day !== "")),
    })),
  });
  const column = (id: string, ...args: unknown[]) =>
    callCells(id, headings, rows, ...args).map(([cell]) => cell);
  expect(risks.map(({ ship }) => ship)).toEqual(column("SHIPDATE", none, on));
  expect(risks.map(({ chance }) => chance)).toEqual(column("ONTIME", due, none, on));
  expect(risks.map(({ level }) => level)).toEqual(column("RISK", due, none, on));
  expect(risks.map(({ next }) => next?.owner ?? "")).toEqual(
    column("NEXTSTEP", "owner", none, on).map((owner) =>
      owner === "工厂" ? "FACTORY" : owner === "面料厂" ? "MILL" : owner,
    ),
  );
});
