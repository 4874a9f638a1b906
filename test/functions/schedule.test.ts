import { call, callCells, date, sentenceOf } from "./excelRealm";
import "../../src/functions/index";

const plan = [
  ["A", 3, ""],
  ["", "", ""],
  ["B", 2, "A"],
  ["C", 4, "A"],
  ["D", 1, "B;C"],
];

describe("critical path", () => {
  it("CPM answers in the rows of the range, blank rows stay blank", () => {
    expect(callCells("CPM", plan)).toEqual([
      [0, 3, 0, 3, 0, 0],
      ["", "", "", "", "", ""],
      [3, 5, 5, 7, 2, 2],
      [3, 7, 3, 7, 0, 0],
      [7, 8, 7, 8, 0, 0],
    ]);
    expect(call("CPM", plan, "length")).toBe(8);
    expect(call("CPM", plan, "工期")).toBe(8);
    expect(call("CRITPATH", plan)).toBe("A-C-D");
  });

  it("ids may be numbers, predecessors too; durations as people type them", () => {
    const typed = [
      [10, "3天"],
      [20, "２", 10],
    ].map((row) => [row[0], row[1], row[2] ?? ""]);
    expect(call("CRITPATH", typed)).toBe("10-20");
  });

  it("says which task and row is wrong", () => {
    expect(sentenceOf("CPM", [["A", "x", ""]])).toContain("tasks, row 1: duration must be a number");
    expect(sentenceOf("CPM", [["A", 1, "Z"]])).toMatch(/predecessors of A.*no Z/);
    expect(
      sentenceOf("CPM", [
        ["A", 1, "B"],
        ["B", 1, "A"],
      ]),
    ).toMatch(/circle: (A → B → A|B → A → B)/);
    expect(sentenceOf("CPM", [["A"]])).toContain("2 to 3 columns");
    expect(call("CPM", [["", "", ""]])).toBe("#VALUE!");
  });
});

describe("three-point estimates", () => {
  it("the catalogue's examples, cell by cell over ranges", () => {
    expect(call("PERT", 5, 8, 17)).toBe(9);
    expect(call("PERT", 5, 8, 17, "sdbeta")).toBeCloseTo(2.13809, 5);
    expect(call("PERT", 5, 8, 17, "p80")).toBeCloseTo(10.882308, 5);
    expect(callCells("PERT", [[5], [""], [1]], [[8], [""], [2]], [[17], [""], [3]])).toEqual([
      [9],
      [""],
      [2],
    ]);
    expect(sentenceOf("PERT", 9, 8, 17)).toContain("9, 8, 17");
    expect(call("PERT", 5, 8, 17, "P5")).toBe("#VALUE!");
  });
});

describe("simulation", () => {
  const certain = [
    ["A", 5, 5, 5, "", ""],
    ["B", 3, 3, 3, "A", ""],
  ];

  it("what is certain has chance 0 or 1, in days and in dates", () => {
    expect(call("ONTIMEPROB", certain, 8)).toBe(1);
    expect(call("ONTIMEPROB", certain, 7)).toBe(0);
    // Eight calendar days from Mon 2 March end on 9 March; eight CN6 working days on Tue 10 March.
    expect(call("PDATE", certain, 0.8, date(2026, 3, 2))).toBe(date(2026, 3, 9));
    const working = [undefined, undefined, undefined, "CN6"] as const;
    expect(call("PDATE", certain, 0.8, date(2026, 3, 2), ...working)).toBe(date(2026, 3, 10));
    expect(call("ONTIMEPROB", certain, date(2026, 3, 9), date(2026, 3, 2), ...working)).toBe(0);
    expect(call("ONTIMEPROB", certain, date(2026, 3, 10), date(2026, 3, 2), ...working)).toBe(1);
  });

  it("an actual finish replaces the estimate", () => {
    const late = [["A", 5, 5, 5, "", date(2026, 3, 12)], certain[1]];
    // A took 11 days; three more end on 15 March.
    expect(call("PDATE", late, 0.5, date(2026, 3, 2))).toBe(date(2026, 3, 15));
  });

  it("asks for what it needs", () => {
    expect(call("ONTIMEPROB", certain, "")).toBe("#VALUE!");
    expect(call("PDATE", certain, 0)).toBe("#VALUE!");
    expect(sentenceOf("PDATE", [["A", 5, 4, 6, ""]], 0.5)).toContain("5, 4, 6");
    expect(call("PDATE", certain, 0.5, date(2027, 3, 2), undefined, undefined, undefined, "CN6")).toBe(
      "#N/A",
    );
  });

  it("CRITICALITY and SENSITIVITY answer row by row", () => {
    const parallel = [
      ["A", 5, 5, 5, ""],
      ["", "", "", "", ""],
      ["B", 3, 3, 3, ""],
    ];
    expect(callCells("CRITICALITY", parallel)).toEqual([[1], [""], [0]]);
    expect(callCells("SENSITIVITY", parallel)).toEqual([[0], [""], [0]]);
  });
});

describe("forecast", () => {
  it("FORECASTSHIP moves with what happened", () => {
    const order = (finish: number | string) => [
      ["fabric", 6, "", "", finish, "", "WD"],
      ["cut", 4, "fabric", "", "", "", "WD"],
      ["sew", 5, "cut:SS+2", "", "", "", "WD"],
    ];
    expect(call("FORECASTSHIP", order(""), date(2026, 4, 20))).toBe(date(2026, 5, 8));
    expect(call("FORECASTSHIP", order(date(2026, 4, 29)), date(2026, 4, 29))).toBe(date(2026, 5, 12));
  });
});
