import { call, callCells, CellError, date, sentenceOf } from "./excelRealm";
import "../../src/functions/index";

const ORDER_DATE = date(2026, 3, 2);
const plan = (...args: unknown[]) => callCells("TAPLAN", ...args);
const rowOf = (rows: unknown[][], code: string) => rows.find(([first]) => first === code);

describe("TAPLAN", () => {
  it("plans the published templates, by name in either language", () => {
    const knit = plan("knit", ORDER_DATE);
    expect(knit).toHaveLength(37);
    expect(rowOf(knit, "T19")?.slice(0, 4)).toEqual([
      "T19",
      "Cutting (PCD = start)",
      "FACTORY",
      date(2026, 4, 8),
    ]);
    expect(rowOf(knit, "T30")?.[4]).toBe(date(2026, 5, 7));
    expect(rowOf(knit, "T32")?.[4]).toBe(date(2026, 5, 12));
    expect(plan("针织", "2026年3月2日", "正排", " cn6 ")).toEqual(knit);
    expect(rowOf(plan("翻单", ORDER_DATE, null, null, null, "zh"), "T19")?.slice(0, 3)).toEqual([
      "T19",
      "开裁-裁剪",
      "工厂",
    ]);
  });

  it("plans back from ex-factory", () => {
    const knit = plan("knit", date(2026, 5, 7), "backward");
    expect(rowOf(knit, "T30")?.[4]).toBe(date(2026, 5, 7));
    expect(rowOf(knit, "T19")?.[3]).toBe(date(2026, 4, 8));
    expect(rowOf(knit, "T00")?.[3]).toBe(ORDER_DATE);
  });

  it("moves with closures", () => {
    const shut = [[date(2026, 4, 8)], [date(2026, 4, 9)]];
    expect(rowOf(plan("knit", ORDER_DATE, null, null, shut), "T19")?.[3]).toBe(date(2026, 4, 10));
  });

  it("plans a range of one's own, blank rows skipped", () => {
    const own = [
      ["A", "Cut", "FACTORY", 1, 2, 3, "WD", ""],
      ["", "", "", "", "", "", "", ""],
      ["B", "Sew", "FACTORY", "", "5", "", "wd", "A"],
      ["C", "Ship", "FWD", null, 1, null, "CD", "B"],
    ];
    expect(plan(own, ORDER_DATE)).toEqual([
      ["A", "Cut", "FACTORY", ORDER_DATE, date(2026, 3, 3), 0],
      // Wednesday to Monday: Sunday 8 March is off.
      ["B", "Sew", "FACTORY", date(2026, 3, 4), date(2026, 3, 9), 0],
      ["C", "Ship", "FWD", date(2026, 3, 10), date(2026, 3, 10), 0],
    ]);
    // Without T30 the last row is the one to leave the factory.
    expect(plan(own, date(2026, 3, 10), "backward")[0]?.[3]).toBe(ORDER_DATE);
  });

  it("says what is wrong", () => {
    const one = (...last: unknown[]) => [
      ["A", "", "", 1, 1, 1, "WD", ""],
      ["B", "", "", ...last],
    ];
    const says = (...args: unknown[]) => sentenceOf("TAPLAN", ...args);
    expect(says(one(1, 1, 1, "WD", "C"), ORDER_DATE)).toMatch(/there is no C/);
    expect(says(one(1, 1, 1, "WD", "B"), ORDER_DATE)).toMatch(/circle: B → B/);
    expect(says(one(1, "soon", 1, "WD", ""), ORDER_DATE)).toMatch(/row 2: m must be a whole number.*soon/);
    expect(says(one(1, 1, 1, "weeks", ""), ORDER_DATE)).toMatch(/row 2: unit must be WD or CD/);
    expect(says([["A", "B"]], ORDER_DATE)).toMatch(/8 columns/);
    expect(says("silk", ORDER_DATE)).toMatch(/knit\/针织/);
    expect(says("knit", null)).toMatch(/^anchor is missing/);
    expect(says("knit", [[ORDER_DATE], [ORDER_DATE]])).toMatch(/^anchor must be one cell/);
    expect(says("knit", ORDER_DATE, "sideways")).toMatch(/forward/);
    expect(call("TAPLAN", "knit", date(2026, 11, 2))).toBe("#N/A");
    expect(says("knit", date(2026, 11, 2))).toMatch(/^no China calendar for 2027/);
    expect(call("TAPLAN", "knit", date(2026, 11, 2), null, "VN")).toBe("T00");
    expect(call("TAPLAN", "#REF!", ORDER_DATE)).toBe("#REF!");
    // Dates that no cell can hold.
    const endless = [...one(1, 1, 1, "CD", "A"), ["C", "", "", 1, 9_000_000, 1, "CD", "B"]];
    expect(call("TAPLAN", endless, ORDER_DATE)).toBe("#NUM!");
    expect(call("TAPLAN", endless, ORDER_DATE, "backward")).toBe("#NUM!");
    expect(
      says(
        Array.from({ length: 500 }, (_, i) => [`N${i}`, "", "", 1, 1, 1, "CD", `N${(i + 1) % 500}`]),
        ORDER_DATE,
      ).length,
    ).toBeLessThan(700);
  });
});

describe("TASTATUS, RISKLEVEL and SHIPTOL", () => {
  it("speak English codes, or Chinese when asked", () => {
    const planned = date(2026, 10, 18);
    const status = (...rest: unknown[]) => call("TASTATUS", planned, ...rest);
    expect(status(null, planned - 3)).toBe("DUE SOON");
    expect(status(null, planned - 4)).toBe("OPEN");
    expect(status(planned, planned)).toBe("DONE");
    const chinese = [
      [status(planned, planned, null, null, "zh"), "完成"],
      [status(planned + 1, planned, null, null, "zh"), "延误完成"],
      [status(null, planned + 1, null, null, "zh"), "逾期"],
      [status(null, planned - 9, null, planned + 1, "zh"), "有风险"],
      [status(null, planned - 9, 9, null, "zh"), "临近"],
      [status(null, planned - 9, 8, null, "zh"), "未到"],
    ];
    for (const [given, expected] of chinese) expect(given).toBe(expected);
    expect([1, 0.6, 0.1].map((chance) => call("RISKLEVEL", chance, null, null, "zh"))).toEqual([
      "绿",
      "黄",
      "红",
    ]);
    expect(call("RISKLEVEL", "72%")).toBe("AMBER");
    expect(call("RISKLEVEL", 1.01)).toBe("#VALUE!");
    expect(call("RISKLEVEL", 0.6, 0.5, 0.7)).toBe("#VALUE!");
    expect(call("SHIPTOL", 5000, 4820, 0.03, 0.05)).toBe("SHORT -3.6%");
    expect(call("SHIPTOL", 5000, 5260, 0.03, 0.05, "zh")).toBe("溢装 +5.2%");
    expect(call("SHIPTOL", 5000, 5000, 0, 0, "zh")).toBe("符合");
    expect(call("SHIPTOL", 0, 10)).toBe("#VALUE!");
    expect(call("SHIPTOL", 5000, -1)).toBe("#VALUE!");
  });

  it("each row of a column by itself", () => {
    const result = callCells("SHIPTOL", [[100], [""], [200], ["x"]], [[90], [1], [200], [1]]);
    expect(result.slice(0, 3)).toEqual([["SHORT -10.0%"], [""], ["OK"]]);
    expect(result[3]?.[0]).toBeInstanceOf(CellError);
  });
});
