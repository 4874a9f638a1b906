import fc from "fast-check";
import { call, callCells, sentenceOf } from "./excelRealm";
import "../../src/functions/index";

/** An omitted argument. */
const no = undefined;

describe("MEASCHECK", () => {
  test("the worst deviation and how many are out, in the language asked for", () => {
    expect(call("MEASCHECK", 50, [[50.4, 48.8, 50]], 1)).toBe("-1.2 OUT (1/3)");
    expect(call("MEASCHECK", 50, [[50.4, 48.8, 50]], 1, no, "zh")).toBe("-1.2 超差 (1/3)");
    expect(call("MEASCHECK", 50, [[50.4], [51.5]], 1, 1.2)).toBe("+1.5 OUT (1/2)");
    expect(call("MEASCHECK", 50, 50.4, 1)).toBe("OK");
    expect(call("MEASCHECK", 50, 50.4, 1, no, "zh")).toBe("符合");
  });

  test("what was not measured never reads as OK", () => {
    expect(call("MEASCHECK", 50, [[null, ""]], 1)).toBe("");
    expect(call("MEASCHECK", null, 50, 1)).toBe("");
    expect(call("MEASCHECK", 50, [[50.4, null, 52]], 1)).toBe("+2 OUT (1/2)");
  });

  test("inches as on the chart, a tolerance typed with its sign", () => {
    expect(call("MEASCHECK", "28 1/2", "28-7/8", "1/4")).toBe("+0.375 OUT (1/1)");
    expect(call("MEASCHECK", 50, 48.8, -1)).toBe("-1.2 OUT (1/1)");
  });

  test("names what is wrong", () => {
    expect(sentenceOf("MEASCHECK", 50, "abc", 1, no, "en")).toBe('actual must be a number, not "abc"');
    expect(sentenceOf("MEASCHECK", 50, 50, no, no, "zh")).toBe("缺少 tolMinus");
    expect(sentenceOf("MEASCHECK", [[50], [51]], 50, 1, no, "en")).toBe("spec must be one cell");
  });
});

describe("MEASFAILS", () => {
  test("counts points of all pieces, skips blanks, takes one tolerance for all or one for each", () => {
    const actual = [
      [50.4, 48.8, null],
      [72.5, 70.9, 72],
      [20.5, 20.6, 19.4],
    ];
    expect(call("MEASFAILS", [[50], [72], [20]], actual, [[1], [1], [0.5]])).toBe(4);
    expect(call("MEASFAILS", [[50], [72], [20]], actual, 1)).toBe(2);
    expect(call("MEASFAILS", [[50], [null], [20]], actual, 1)).toBe(1);
  });

  test("asks for a row of measurements for each point", () => {
    expect(sentenceOf("MEASFAILS", [[50], [72]], [[50]], 1)).toContain(
      "actual must have a row for each point of spec (2)",
    );
  });
});

test("INCH and INCHTEXT invert each other over a range", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 2, maxLength: 9 }), (steps) => {
      const inches = steps.map((n) => [n / 16]);
      expect(callCells("INCH", callCells("INCHTEXT", inches, 16))).toEqual(inches);
    }),
  );
});

test("INCH refuses what could be read two ways", () => {
  expect(sentenceOf("INCH", "28 11/2")).toContain(
    'text must be inches such as 12 3/8 or 12.375, not "28 11/2"',
  );
  expect(call("INCH", "5'6\"")).toBe("#VALUE!");
  expect(call("INCH", 12.375)).toBe(12.375);
  expect(call("INCH", "１２ ３／８")).toBe(12.375);
});

describe("GRADESPEC", () => {
  test("keeps the shape of the sizes", () => {
    expect(callCells("GRADESPEC", 50, "M", [["S", "M", "L", "XL"]], [[2, 2, 2.5]])).toEqual([
      [48, 50, 52, 54.5],
    ]);
    expect(callCells("GRADESPEC", 96, 40, [[36], [38], [40]], 4)).toEqual([[88], [92], [96]]);
  });

  test("says which sizes there are, and how many steps they need", () => {
    expect(sentenceOf("GRADESPEC", 50, "XXL", [["S", "M"]], 2)).toContain(
      "baseSize must be one of the sizes (S M)",
    );
    expect(sentenceOf("GRADESPEC", 50, "M", [["S", "M", "L", "XL"]], [[2, 2]])).toContain("(3)");
  });
});

test("SHRINK and SHRINKALLOW", () => {
  expect(call("SHRINK", 50, 47.5)).toBeCloseTo(0.05, 12);
  expect(call("SHRINKALLOW", 72, "5%")).toBeCloseTo(75.789, 3);
  expect(call("SHRINKALLOW", 72, 1)).toBe("#NUM!");
  expect(call("SHRINKALLOW", 72, 5)).toBe("#VALUE!");
  expect(sentenceOf("SHRINK", 0, 5)).toContain("before must be more than 0, not 0");
});

describe("DELTAE", () => {
  test("standard first; methods by any of their names; l and c serve CMC alone", () => {
    const pair = [50, 2.6772, -79.7751, 50, 0, -82.7485];
    expect(call("DELTAE", ...pair, "2000")).toBeCloseTo(2.0425, 4);
    expect(call("DELTAE", ...pair, 2000)).toBeCloseTo(2.0425, 4);
    expect(call("DELTAE", ...pair, "ciede2000", 2, 1)).toBeCloseTo(2.0425, 4);
    expect(call("DELTAE", ...pair, "CMC", 2, 1)).toBe(call("DELTAE", ...pair));
    expect(call("DELTAE", 50, 20, 0, 50, 0, 20, "CMC", 1)).not.toBeCloseTo(
      call("DELTAE", 50, 0, 20, 50, 20, 0, "CMC", 1) as number,
      3,
    );
    expect(sentenceOf("DELTAE", ...pair, "hunter")).toContain("method must be one of CMC, 2000, 94, 94T, 76");
  });

  test("a column of samples against one standard", () => {
    expect(callCells("DELTAE", 50, 0, 0, [[50], [51], [null]], 0, 0, 76)).toMatchObject([
      [0],
      [1],
      [{ code: "#VALUE!" }],
    ]);
    expect(callCells("DELTAE", [[50], [null]], 0, 0, 51, 0, 0, 76)).toEqual([[1], [""]]);
  });
});

test("GREYSCALE of either scale", () => {
  expect(call("GREYSCALE", 1.9)).toBe(4);
  expect(call("GREYSCALE", 1.9, "沾色")).toBe(4.5);
  expect(call("GREYSCALE", 0)).toBe(5);
  expect(call("GREYSCALE", 99)).toBe(1);
  expect(call("GREYSCALE", -1)).toBe("#VALUE!");
});
