import fc from "fast-check";
import { readCsv } from "../../scripts/aqlTables";
import { aqls } from "../../src/domain/quality/samplingPlan";
import { call, callCells, CellError, sentenceOf } from "./excelRealm";
import "../../src/functions/index";

/** An omitted argument. */
const no = undefined;
const asCodes = (rows: unknown[][]) =>
  rows.map((row) => row.map((cell) => (cell instanceof CellError ? cell.code : cell)));

describe("sampling plans", () => {
  test("golden values", () => {
    expect(callCells("AQLPLAN", 5000, 1.5)).toEqual([["L", 200, 7, 8]]);
    expect(call("AQLSIZE", 150, 1.5)).toBe(32);
    expect(call("AQLAC", 150, 1.5)).toBe(1);
    expect(call("AQLRE", 150, 1.5)).toBe(2);
    expect(call("AQLAC", 2000, 2.5)).toBe(7);
    expect(call("AQLRE", 8500, 1.5, "II", "reduced", "Z14")).toBe(6);
    expect(call("AQLAC", 8500, 1.5, "II", "reduced", "Z14")).toBe(3);
    expect(call("AQLAC", 8500, 1.5, "II", "reduced")).toBe(5);
    expect(call("AQLCODE", 2000)).toBe("K");
    expect(call("AQLCODE", 2000, "III")).toBe("L");
  });

  test("every cell of the published tables, through a lot that has its letter", () => {
    const lots: Record<string, [number, string]> = {
      ...{
        A: [2, "II"],
        B: [9, "II"],
        C: [16, "II"],
        D: [26, "II"],
        E: [51, "II"],
        F: [91, "II"],
        G: [151, "II"],
      },
      ...{
        H: [281, "II"],
        J: [501, "II"],
        K: [1201, "II"],
        L: [3201, "II"],
        M: [10001, "II"],
        N: [35001, "II"],
      },
      ...{ P: [150001, "II"], Q: [500001, "II"], R: [500001, "III"] },
    };
    for (const cell of readCsv("aql-single.csv")) {
      const [lot, level] = lots[cell.letter!]!;
      const standard = cell.edition!.startsWith("ISO") ? "ISO" : "Z1.4";
      expect([cell, callCells("AQLPLAN", lot, cell.aql, level, cell.severity, standard)]).toEqual([
        cell,
        [[cell.use, Math.min(Number(cell.n), lot), Number(cell.Ac), Number(cell.Re)]],
      ]);
    }
  });

  test("words in Chinese and English, capitals or not, levels as they are written", () => {
    expect(call("AQLAC", "2,000件", "AQL 2.5", "ii", "正常", "GB")).toBe(7);
    expect(call("AQLAC", 2000, "2.5", 2, "加严", "gb/t 2828.1")).toBe(5);
    expect(call("AQLAC", 2000, 2.5, "Ⅱ", "Tightened", "ansi")).toBe(5);
    expect(call("AQLAC", 2000, 2.5, "S-3", "放宽")).toBe(call("AQLAC", 2000, 2.5, "s3", "REDUCED"));
  });

  test("a sample as large as the lot is the lot", () => {
    expect(callCells("AQLPLAN", 4, 2.5)).toEqual([["C", 4, 0, 1]]);
  });

  test("AQLPLAN: a column of lots gives a row for each, blank for blank, an error in its own row", () => {
    expect(callCells("AQLPLAN", [[150], [""], [null], [2000]], 2.5)).toEqual([
      ["F", 20, 1, 2],
      ["", "", "", ""],
      ["", "", "", ""],
      ["K", 125, 7, 8],
    ]);
    expect(asCodes(callCells("AQLPLAN", [[150], [1]], 2.5))[1]).toEqual(Array(4).fill("#VALUE!"));
    expect(call("AQLPLAN", [[150, 2000]], 2.5)).toBe("#VALUE!");
    expect(sentenceOf("AQLPLAN", [[150, 2000]], 2.5)).toMatch(/^lot must be one cell or one column/);
    expect(call("AQLPLAN", 150, [[2.5], [4]])).toBe("#VALUE!");
    expect(callCells("AQLPLAN", "", 2.5)).toEqual([["", "", "", ""]]);
  });

  test("a column of lots gives a column of sizes; one AQL is repeated; shapes must agree", () => {
    expect(callCells("AQLSIZE", [[150], [""], [2000]], 1.5)).toEqual([[32], [""], [125]]);
    expect(callCells("AQLSIZE", [[150], [2000]], [[1.5], [4]])).toEqual([[32], [125]]);
    expect(callCells("AQLSIZE", 2000, [[0.65, 10]])).toEqual([[125, 125]]);
    expect(call("AQLSIZE", [[150], [2000]], [[1.5, 4]])).toBe("#VALUE!");
    expect(asCodes(callCells("AQLSIZE", [[150], ["many"], [3]], 1.5))).toEqual([[32], ["#VALUE!"], [3]]);
  });

  test.each([
    ["AQLSIZE", [1, 2.5], "lot must be at least 2, not 1"],
    ["AQLSIZE", [150.5, 2.5], 'lot must be a whole number, not "150.5"'],
    ["AQLSIZE", [150, 3], "aql must be an AQL of the standard"],
    ["AQLSIZE", [150], "aql is missing"],
    ["AQLSIZE", [150, 2.5, "IV"], 'level must be one of S-1, S-2, S-3, S-4, I, II, III, not "IV"'],
    ["AQLSIZE", [150, 2.5, no, "strict"], "severity must be one of normal/正常"],
    ["AQLSIZE", [150, 2.5, no, no, "JIS"], "standard must be one of ISO, GB, Z1.4"],
    ["AQLCODE", [true], "lot must be a number"],
  ])("%s %j: %s", (id, args: unknown[], sentence) => {
    expect(call(id, ...args)).toBe("#VALUE!");
    expect(sentenceOf(id, ...args)).toContain(sentence);
  });

  test("an error in a cell comes out as it is", () => {
    expect(call("AQLSIZE", new CellError("#REF!"), 2.5)).toBe("#REF!");
    expect(call("QCSTATUS", 2000, 0, new CellError("#N/A"), 0)).toBe("#N/A");
    expect(asCodes(callCells("AQLPLAN", [[150], [new CellError("#DIV/0!")]], 2.5))[1]).toEqual(
      Array(4).fill("#DIV/0!"),
    );
  });
});

describe("verdicts", () => {
  test.each<[unknown[], string, string]>([
    [[2000, 0, 8, 3], "FAIL", "Major 8 > 7"],
    [[2000, 0, 7, 10], "PASS", ""],
    [[2000, 0, 0, 11], "FAIL", "Minor 11 > 10"],
    [[2000, 1, 0, 0], "FAIL", "Critical 1 > 0"],
    [[2000, 1, 8, 11], "FAIL", "Critical 1 > 0; Major 8 > 7; Minor 11 > 10"],
    [[2000, 0, 2, 3, 80], "PENDING", "Inspected 80 of 125"],
    [[2000, 0, 8, 3, 80], "FAIL", "Major 8 > 7"],
    [[2000, 0, 2, 3, 125], "PASS", ""],
    [[2000, 0, 2, 3, 0], "PENDING", "Inspected 0 of 125"],
    [[2000, "", null, "  "], "PENDING", "No counts yet"],
    [[2000, "", "", "", 125], "PENDING", "No counts yet"],
    [[2000, "", 3, ""], "PASS", ""],
    [["", 0, 8, 3], "", ""],
    [[60, 0, 1, 1, 13], "PENDING", "Inspected 13 of 20"],
    [[2000, 0, 6, 0, no, 1.5], "FAIL", "Major 6 > 5"],
    [[2000, 0, 6, 0, no, no, no, "II", "tightened"], "FAIL", "Major 6 > 5"],
    [[2000, 0, 0, 8, no, 1.5, 2.5], "FAIL", "Minor 8 > 7"],
    [[800, 0, 3, 0, no, no, no, "I"], "FAIL", "Major 3 > 2"],
    [
      [8500, 0, 4, 0, no, 1.5, no, "II", "reduced", "Z1.4"],
      "PASS",
      "Major 4 between 3 and 6: next lot normal",
    ],
    [[8500, 0, 6, 0, no, 1.5, no, "II", "reduced", "Z1.4"], "FAIL", "Major 6 > 3"],
  ])("%j is %s: %s", (args, status, reason) => {
    expect(call("QCSTATUS", ...args)).toBe(status);
    expect(call("QCREASON", ...args)).toBe(reason);
  });

  test("in Chinese, whoever opens the file", () => {
    const zh = [no, no, no, no, no, no, "zh"];
    expect(call("QCSTATUS", 2000, 0, 8, 3, ...zh)).toBe("不合格");
    expect(call("QCSTATUS", 2000, 0, 7, 3, ...zh)).toBe("合格");
    expect(call("QCSTATUS", 2000, "", "", "", ...zh)).toBe("待定");
    expect(call("QCREASON", 2000, 1, 8, 11, ...zh)).toBe("致命 1 > 0；主要 8 > 7；次要 11 > 10");
    expect(call("QCREASON", 2000, 0, 0, 0, 80, ...zh.slice(1))).toBe("已验 80/125");
    expect(call("QCREASON", 2000, "", "", "", ...zh)).toBe("未录疵点数");
    expect(call("QCREASON", 8500, 0, 4, 0, no, 1.5, no, no, "放宽", "Z1.4", "中文")).toBe(
      "主要 4，在 3 与 6 之间，下批正常检验",
    );
  });

  test("a table column: one formula filled down, a row that is wrong alone is an error", () => {
    const rows = callCells(
      "QCSTATUS",
      [[2000], [2000], [""], ["x"], [2000]],
      [[0], [0], [""], [0], [-1]],
      [[8], [1], [""], [0], [0]],
      [[3], [1], [""], [0], [0]],
    );
    expect(asCodes(rows)).toEqual([["FAIL"], ["PASS"], [""], ["#VALUE!"], ["#VALUE!"]]);
  });

  test.each([
    [[2000, 0, 1.5, 0], "major must be a whole number"],
    [[2000, -1, 0, 0], "critical must be at least 0"],
    [[2000, 0, 0, 0, no, 3], "majorAQL must be an AQL"],
    [[2000, 0, 0, 0, no, no, "x"], "minorAQL must be an AQL"],
    [[2000, 0, 0, 0, "half"], "inspected must be a number"],
  ])("%j: %s", (args: unknown[], sentence) => {
    expect(call("QCSTATUS", ...args)).toBe("#VALUE!");
    expect(sentenceOf("QCSTATUS", ...args)).toContain(sentence);
    expect(call("QCREASON", ...args)).toBe("#VALUE!");
  });

  test("property: QCREASON is empty exactly when QCSTATUS passes plainly, and PASS means within both acceptance numbers", () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant(""));
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 100_000 }),
        count,
        count,
        count,
        fc.constantFrom(...aqls),
        (lot, critical, major, minor, aql) => {
          const args = [lot, critical, major, minor, no, aql];
          const status = call("QCSTATUS", ...args);
          expect(call("QCREASON", ...args) === "").toBe(status === "PASS");
          const within =
            Number(critical) === 0 &&
            Number(major) <= Number(call("AQLAC", lot, aql)) &&
            Number(minor) <= Number(call("AQLAC", lot, 4));
          const counted = [critical, major, minor].some((each) => each !== "");
          expect(status).toBe(within ? (counted ? "PASS" : "PENDING") : "FAIL");
        },
      ),
    );
  });
});

describe("AQLPA", () => {
  test("golden values, worked out with exact fractions", () => {
    expect(call("AQLPA", 1000, 2.5, 0.06)).toBeCloseTo(0.6521628385849293, 12);
    expect(call("AQLPA", 1000, 2.5, 0.06, no, no, no, "lot")).toBeCloseTo(0.6542494142928899, 12);
    expect(call("AQLPA", 2000, 2.5, "9.24%")).toBeCloseTo(0.1, 3);
  });

  test("from AQL 15 a rate may exceed one, and only a process has such a chance", () => {
    expect(call("AQLPA", 100, 100, 2)).toBe(call("AQLPA", 100, 100, 2, no, no, no, "过程"));
    expect(call("AQLPA", 100, 100, 2, no, no, no, "lot")).toBe("#VALUE!");
    expect(call("AQLPA", 100, 15, 0.1, no, no, no, "lot")).toBe("#VALUE!");
    expect(call("AQLPA", 100, 10, 0, no, no, no, "lot")).toBe(1);
    // Lot 100 at AQL 15: 20 pieces, Ac 7; two defects are expected, and 8 or more are rare: 1 - Poisson(2) up to 7.
    expect(call("AQLPA", 100, 15, 0.1)).toBeCloseTo(0.998903, 6);
    expect(sentenceOf("AQLPA", 100, 2.5, 1.5)).toContain("defectRate must be at most 1");
  });

  test("in the gap of Z1.4's reduced table a lot is accepted", () => {
    const chance = (standard: string) => call("AQLPA", 8500, 1.5, 0.03, "II", "reduced", standard);
    // Both accept up to 5 of 80: ISO by Ac 5, Z1.4 by Re 6.
    expect(chance("Z1.4")).toBe(chance("ISO"));
  });

  test("perfect lots always, hopeless lots never", () => {
    expect(call("AQLPA", 2000, 2.5, 0)).toBe(1);
    expect(call("AQLPA", 2000, 2.5, 1)).toBe(0);
    expect(call("AQLPA", 2000, 2.5, 1, no, no, no, "lot")).toBe(0);
  });
});

describe("AQLSWITCH", () => {
  const column = (...results: unknown[]) => results.map((result) => [result]);

  test("a row or a column, in words of either language", () => {
    expect(call("AQLSWITCH", [["R", "A", "R"]])).toBe("tightened");
    expect(call("AQLSWITCH", column("不合格", "合格", "不合格"))).toBe("tightened");
    expect(call("AQLSWITCH", column("FAIL", "pass", "Rejected"))).toBe("tightened");
    expect(call("AQLSWITCH", column("A", "A", "A", "A", "A"), "加严")).toBe("normal");
    expect(call("AQLSWITCH", column("R", "R", "R", "R", "R"), "tightened")).toBe("discontinued");
    expect(call("AQLSWITCH", column("A"), "discontinued")).toBe("discontinued");
    expect(call("AQLSWITCH", column("A", "R"), "reduced")).toBe("normal");
  });

  test("re-inspections, open inspections and blanks do not count", () => {
    expect(call("AQLSWITCH", column("R", "RE", "复检", "", "PENDING", null, "A"))).toBe("normal");
    expect(call("AQLSWITCH", column("R", "复检不合格", "RE-FAIL", "A"))).toBe("normal");
    expect(
      call("AQLSWITCH", [
        ["R", ""],
        ["R", "复检"],
        ["A", "FRI"],
      ]),
    ).toBe("normal");
    expect(
      call("AQLSWITCH", [
        ["R", ""],
        ["R", "FRI"],
        ["A", ""],
      ]),
    ).toBe("tightened");
    expect(call("AQLSWITCH", "")).toBe("normal");
  });

  test("counts are judged by their own lots", () => {
    expect(call("AQLSWITCH", column(8, 8), "normal", 2000, 2.5)).toBe("tightened");
    expect(call("AQLSWITCH", column(8, 8), "normal", column(2000, 5000), 2.5)).toBe("normal");
    expect(call("AQLSWITCH", [[5, 5, 5, 5, 5, 5, 5, 5, 5, 5]], "normal", 2000, 2.5, no, true, true)).toBe(
      "reduced",
    );
    expect(call("AQLSWITCH", [[5, 5, 5, 5, 5, 5, 5, 5, 5, 5]], "normal", 2000, 2.5, no, true, false)).toBe(
      "normal",
    );
    expect(
      call(
        "AQLSWITCH",
        [
          [8, ""],
          [8, "RE"],
          [8, ""],
        ],
        "normal",
        column(2000, "", 2000),
        2.5,
      ),
    ).toBe("tightened");
    expect(call("AQLSWITCH", column(4), "reduced", 8500, 1.5, no, no, no, "Z1.4")).toBe("normal");
  });

  test.each([
    [[[["maybe"]]], "results must be A or R"],
    [[[[3]]], "lots and aql must be given"],
    [[[[3]], no, 2000], "lots and aql must be given"],
    [
      [[[3], [4]], no, [[1000], [2000], [3000]], 2.5],
      "lots must be one cell or as many as results (2), not 3",
    ],
    [[[["A"]], "strict"], "start must be one of"],
    [[[["A"]], no, no, no, no, "perhaps"], "steady must be one of"],
  ])("%j: %s", (args: unknown[], sentence) => {
    expect(call("AQLSWITCH", ...args)).toBe("#VALUE!");
    expect(sentenceOf("AQLSWITCH", ...args)).toContain(sentence);
  });
});

describe("defects", () => {
  test("name, class and group in either language and zone", () => {
    expect(call("DEFECT", "S01")).toBe("Broken stitch");
    expect(call("DEFECT", "s01", "class")).toBe("major");
    expect(call("DEFECT", "S01", "名称", "zh")).toBe("断线");
    expect(call("DEFECT", "S01", "group")).toBe("Sewing");
    expect(call("DEFECT", "S01", "组别", "zh")).toBe("缝制");
    expect(call("DEFECT", "X01", "class", "zh")).toBe("致命");
    expect([call("DEFECT", "S07", "class"), call("DEFECT", "S07", "class", no, "B区")]).toEqual([
      "major",
      "minor",
    ]);
  });

  test("a code that is not in the list is no data; a blank one is blank", () => {
    expect(call("DEFECT", "S99")).toBe("#N/A");
    expect(sentenceOf("DEFECT", "S99", no, "en")).toBe('code: no defect code "S99"');
    expect(sentenceOf("DEFECT", "S99", no, "zh")).toBe("code：没有疵点代码“S99”");
    expect(call("DEFECT", "")).toBe("");
    expect(call("DEFECT", "S01", "price")).toBe("#VALUE!");
    expect(call("DEFECT", "S01", "class", no, "C")).toBe("#VALUE!");
    expect(asCodes(callCells("DEFECT", [["S01"], ["Z99"], [null]], "class"))).toEqual([
      ["major"],
      ["#N/A"],
      [""],
    ]);
  });
});

describe("measures", () => {
  test("golden values", () => {
    expect(call("DHU", 60, 200)).toBe(30);
    expect(call("RFT", 450, 50)).toBeCloseTo(0.888889, 6);
    expect(call("CARTONSAMPLE", 200)).toBe(15);
    expect(callCells("CARTONSAMPLE", [[1], [""], [0], [10000]])).toEqual([[1], [""], [0], [100]]);
  });

  test("nothing checked has no answer; more defective than checked is wrong", () => {
    expect(call("DHU", 0, 0)).toBe("#NUM!");
    expect(call("DHU", 3, 0)).toBe("#NUM!");
    expect(call("RFT", 0, 0)).toBe("#NUM!");
    expect(call("RFT", 5, 6)).toBe("#VALUE!");
    expect(sentenceOf("RFT", 5, 6)).toContain("defective must be at most 5");
    expect(call("DHU", -1, 10)).toBe("#VALUE!");
    expect(call("CARTONSAMPLE", 2.5)).toBe("#VALUE!");
  });
});

test("property: never NaN or Infinity, whatever the numbers", () => {
  const number = fc.oneof(
    fc.integer({ min: -5, max: 5000 }),
    fc.double({ noNaN: true }),
    fc.constantFrom("", null),
  );
  fc.assert(
    fc.property(
      fc.constantFrom("AQLSIZE", "AQLRE", "AQLPA", "QCSTATUS", "DHU", "RFT", "CARTONSAMPLE", "AQLCODE"),
      number,
      number,
      number,
      (id, one, two, three) => {
        const result = call(id, one, two, three);
        expect(typeof result === "string" || Number.isFinite(result)).toBe(true);
      },
    ),
  );
});
