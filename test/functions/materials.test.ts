import { call, callCells, date, sentenceOf } from "./excelRealm";
import "../../src/functions/index";

/** An omitted argument. */
const no = undefined;

describe("fabric", () => {
  test("four-point system in yards and in metres", () => {
    expect(call("FOURPOINT", 24, 120, 46)).toBeCloseTo(15.652, 3);
    expect(call("FOURPOINT", 24, 120 * 0.9144, 46 * 2.54, "米")).toBeCloseTo(15.652, 3);
    expect(call("FOURPOINT", 0, 120, 46)).toBe(0);
    expect(sentenceOf("FOURPOINT", 24, 0, 46)).toContain("length must be more than 0, not 0");
  });

  test("points of a roll: blanks skipped, inches as written, holes by the rule chosen", () => {
    expect(call("FOURPOINTS", [[2, 2, 2, 2, 5, 5, 5, 8, 8, 10, null, ""]], 1.5)).toBe(24);
    expect(call("FOURPOINTS", [["2 1/2"], ["3 1/8"]])).toBe(3);
    expect(call("FOURPOINTS", no, [[0.5, 0.5]], "客户")).toBe(8);
    expect(call("FOURPOINTS", no)).toBe(0);
    expect(call("FOURPOINTS", -1)).toBe("#VALUE!");
  });

  test("weights and lengths", () => {
    expect(call("ROLLLENGTH", 50, 250, 116.84)).toBeCloseTo(171.17, 2);
    expect(call("ROLLLENGTH", 50, 250, 116.84, "码")).toBeCloseTo(171.174 / 0.9144, 2);
    expect(call("FABRICKG", 1000, 150, 180)).toBeCloseTo(270, 9);
    expect(call("GSM", 10)).toBeCloseTo(339.057, 3);
    expect(call("GSM", 10, "oz/yd²")).toBe(call("GSM", 10));
    expect(callCells("GSM", [[10], [""], ["12"]])).toEqual([[call("GSM", 10)], [""], [call("GSM", 12)]]);
  });
});

describe("consumption and buying", () => {
  test("golden values", () => {
    expect(call("KNITCONS", 73, 19.5, 52, 160, 10, 4, 0.1)).toBeCloseTo(2.424576, 9);
    expect(call("WOVENCONS", 37, 27, 28, 44, 0, 0.05)).toBeCloseTo(28.509, 3);
    expect(call("MARKERCONS", 9.6, 8, 0.04, 0.03)).toBeCloseTo(1.24115, 9);
    expect(call("BUYQTY", 3000, 6, 0.03, 0, 144)).toBe(18576);
  });

  test("waste is a fraction or a percentage; 3 for 3 % is refused", () => {
    expect(call("BUYQTY", 3000, 6, "3%", no, 144)).toBe(18576);
    expect(sentenceOf("BUYQTY", 3000, 6, 3)).toContain("waste must be at most 1, not 3");
  });
});

describe("readiness", () => {
  test("the scarcest material decides; blank consumption is not used, blank stock is none", () => {
    expect(call("MATREADY", [[1500, 9800, 5200]], [[1.45, 9, 5]])).toBe(1034);
    expect(call("MATREADY", [[1500], [null]], [[1.5], [null]])).toBe(1000);
    expect(call("MATREADY", [[1500], [null]], [[1.5], [2]])).toBe(0);
    expect(sentenceOf("MATREADY", [[1500]], [[0]])).toContain("consumption must have a number above 0");
    expect(call("MATREADY", [[1, 2]], [[1], [2]])).toBe("#VALUE!");
  });

  test("the last date, actual before expected, with a buffer", () => {
    const expected = [["2026-09-20"], [date(2026, 9, 28)], [0]];
    const actual = [[date(2026, 9, 18)], [null], ["2026年9月1日"]];
    expect(call("MATREADYDATE", expected, actual)).toBe(date(2026, 9, 28));
    expect(call("MATREADYDATE", expected, actual, 3)).toBe(date(2026, 10, 1));
    expect(call("MATREADYDATE", expected, actual, 3, "CN6")).toBe(date(2026, 10, 8));
    expect(call("MATREADYDATE", expected, actual, 3, "CN6", [[date(2026, 10, 8)]])).toBe(date(2026, 10, 9));
  });

  test("an item with neither date is no data, and how many there are is said", () => {
    expect(call("MATREADYDATE", [["2026-09-20"], [null], [""]])).toBe("#N/A");
    expect(sentenceOf("MATREADYDATE", [["2026-09-20"], [null], [""]])).toContain(
      "items with neither an expected nor an actual date: 2",
    );
  });
});

describe("MISSING", () => {
  const bom = [
    [["zip"], ["label"], ["poly"], [null]],
    [[5000], [5000], [5150], [""]],
  ] as const;

  test("what is short, in the order of the bill", () => {
    expect(callCells("MISSING", ...bom, [["zip"], ["label"]], [[5000], [4500]])).toEqual([
      ["label", 5000, 4500, 500],
      ["poly", 5150, 0, 5150],
    ]);
  });

  test("OK is one cell", () => {
    expect(
      callCells("MISSING", ...bom, [["ZIP"], ["Label"], ["poly "]], [["5,000"], [5000], [6000]]),
    ).toEqual([["OK"]]);
  });

  test("a tolerance as a share, as a percentage or as a quantity", () => {
    const orders = [
      [["zip"], ["label"], ["poly"]],
      [[5000], [4500], [5100]],
    ] as const;
    expect(callCells("MISSING", ...bom, ...orders, "1%")).toEqual([["label", 5000, 4500, 500]]);
    expect(callCells("MISSING", ...bom, ...orders, 50)).toEqual([["label", 5000, 4500, 500]]);
    expect(callCells("MISSING", ...bom, ...orders, 0.1)).toEqual([["OK"]]);
  });

  test("nothing drops out of the comparison unseen", () => {
    expect(sentenceOf("MISSING", [["zip"], [null]], [[1], [2]], [["zip"]], [[1]])).toContain(
      "bomItems, row 2 is blank",
    );
    expect(sentenceOf("MISSING", [["zip"], ["label"]], [[1], [null]], [["zip"]], [[1]])).toContain(
      "bomQty, row 2 is blank",
    );
    // Ordered without a quantity is not ordered.
    expect(callCells("MISSING", [["zip"]], [[1]], [["zip"]], [[null]])).toEqual([["zip", 1, 0, 1]]);
  });
});
