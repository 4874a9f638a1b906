import { call, callCells, date, sentenceOf } from "./excelRealm";
import "../../src/functions/index";

/** An omitted argument. */
const no = undefined;

describe("factory", () => {
  test("golden values", () => {
    expect(call("LINEOUTPUT", 32, 10, 0.46, 20)).toBeCloseTo(441.6, 9);
    expect(call("EFFICIENCY", 160, 44.25, 48, 8)).toBeCloseTo(0.30729, 5);
    expect(call("CAPACITY", 1, 40, 10, 26, 0.5, 16)).toBeCloseTo(19_500, 9);
  });

  test("46 for 46 % is refused, 46% is read", () => {
    expect(call("LINEOUTPUT", 32, 10, "46%", 20)).toBeCloseTo(441.6, 9);
    expect(sentenceOf("LINEOUTPUT", 32, 10, 46, 20)).toContain("efficiency must be at most 2, not 46");
  });

  test("FACTORYSCORE leaves out what has no mark", () => {
    expect(call("FACTORYSCORE", [[92, 88, 95, 80, 90]], [[0.3, 0.25, 0.2, 0.15, 0.1]])).toBeCloseTo(89.6, 9);
    expect(call("FACTORYSCORE", [[92], [null], [80]], [[30], [50], [10]])).toBeCloseTo(89, 9);
    expect(call("FACTORYSCORE", [[92], [88]], [[1], [1]], "等级")).toBe("A");
    expect(sentenceOf("FACTORYSCORE", [[92]], [[0]])).toContain("weights must have a number above 0");
    expect(call("FACTORYSCORE", [[120]], [[1]])).toBe("#VALUE!");
  });
});

describe("output", () => {
  test("LINEDAYS with and without a learning curve", () => {
    expect(call("LINEDAYS", 35_000, 26.5, 125, 10, 0.5, 4, 0.95, [[0.15, 0.35, 0.45]])).toBe(8);
    expect(call("LINEDAYS", 35_000, 26.5, 125, 10, 0.5, 4, 0.95, [["15%"], ["35%"], [null]])).toBe(8);
    expect(call("LINEDAYS", 35_000, 26.5, 125, 10, 0)).toBe("#NUM!");
    expect(call("LINEDAYS", "", 26.5, 125, 10, 0.5)).toBe("");
  });

  test("RATEFORECAST counts from the last output over Sundays and holidays", () => {
    const outputs = [[180], [240], [null], [260], [280]];
    expect(call("RATEFORECAST", outputs, 5000, date(2026, 10, 17))).toBe(date(2026, 11, 5));
    expect(call("RATEFORECAST", outputs, 5000, date(2026, 10, 17), "CN6", 1)).toBe(date(2026, 11, 4));
    expect(call("RATEFORECAST", outputs, 960, date(2026, 10, 17))).toBe(date(2026, 10, 17));
    expect(call("RATEFORECAST", [[0], [0]], 960, date(2026, 10, 17))).toBe("#NUM!");
    expect(sentenceOf("RATEFORECAST", [[null]], 960, date(2026, 10, 17))).toContain(
      "dailyOutputs is missing",
    );
    expect(call("RATEFORECAST", [[1]], 90, date(2026, 10, 17))).toBe("#N/A");
  });

  test("EARNEDSCHED and what follows from it", () => {
    const plan = [[100, 300, 600, 900, 1000]];
    expect(call("EARNEDSCHED", plan, 450)).toBe(2.5);
    expect(call("EARNEDSCHED", plan, 450, 4, "sv")).toBe(-1.5);
    expect(call("EARNEDSCHED", plan, 450, 4, "SPI(t)")).toBe(0.625);
    expect(call("EARNEDSCHED", plan, 450, 4, "IEAC")).toBe(8);
    expect(call("EARNEDSCHED", plan, 0, 4, "IEAC")).toBe("#NUM!");
    expect(sentenceOf("EARNEDSCHED", plan, 450, no, "SPI")).toContain("elapsed is missing");
    expect(sentenceOf("EARNEDSCHED", [[100, 90]], 50)).toContain("never fall");
  });
});

describe("delivery rates", () => {
  test("OTIF within its limits", () => {
    const ordered = [[1000], [1000], [1000], [null]];
    const delivered = [[1000], [970], [null], [null]];
    const due = [[date(2026, 9, 10)], ["2026-09-10"], [date(2026, 9, 10)], [0]];
    const on = [[date(2026, 9, 9)], [date(2026, 9, 12)], [null], [null]];
    expect(call("OTIF", ordered, delivered, due, on)).toBeCloseTo(1 / 3, 12);
    expect(call("OTIF", ordered, delivered, due, on, "3%", no, no, 2)).toBeCloseTo(2 / 3, 12);
    expect(call("OTIF", ordered, delivered, due, on, 0, no, 0)).toBe(0);
    expect(call("OTIF", null, null, null, null)).toBe("#NUM!");
    expect(sentenceOf("OTIF", [[1000]], [[1000]], [[null]], [[46000]])).toContain("due is missing");
  });

  test("ONTIMERATE as it stood on asOf", () => {
    const due = [["2026-09-01"], ["2026-09-05"], ["2026-09-08"], ["2026-09-15"], ["2026-10-01"], [""]];
    const actual = [["2026-09-01"], ["2026-09-07"], [""], [""], ["2026-09-10"], [""]];
    expect(call("ONTIMERATE", due, actual, no, "2026-09-15")).toBeCloseTo(1 / 3, 12);
    expect(call("ONTIMERATE", due, actual, 2, "2026-09-15")).toBeCloseTo(2 / 3, 12);
    // Ten days earlier two were due: one had left, the other was due that very day.
    expect(call("ONTIMERATE", due, actual, 0, "2026-09-05")).toBe(1);
    expect(call("ONTIMERATE", due, actual, 0, "2026-08-01")).toBe("#NUM!");
    expect(callCells("ONTIMERATE", due, actual, 0, "2026-10-02")).toEqual([[0.4]]);
  });
});
