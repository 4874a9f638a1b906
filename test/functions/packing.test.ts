import { call, callCells, sentenceOf } from "./excelRealm";
import "../../src/functions/index";

/** An omitted argument. */
const no = undefined;

test("CUTQTY cell by cell", () => {
  expect(callCells("CUTQTY", [[1000, 1500, ""]], 0.03)).toEqual([[1030, 1545, ""]]);
  expect(call("CUTQTY", "5,000件", "3%")).toBe(5150);
  expect(sentenceOf("CUTQTY", 1000, 3)).toContain("cutRate must be at most 1, not 3");
  expect(sentenceOf("CUTQTY", 10.5, 0.03)).toContain("qty must be a whole number");
});

test("RATIOPACK is one row, packs first, whatever the shape of the sizes", () => {
  expect(callCells("RATIOPACK", [[100, 210, 220, 95]], [[1, 2, 2, 1]])).toEqual([[95, 5, 20, 30, 0]]);
  expect(callCells("RATIOPACK", [[100], [210]], [[1], [2]])).toEqual([[100, 0, 10]]);
  expect(sentenceOf("RATIOPACK", [[100, 210]], [[0, null]])).toContain("ratio must have a number above 0");
});

test("SPLITQTY keeps sum and shape", () => {
  expect(callCells("SPLITQTY", 1003, [[120, 240, 240, 120]])).toEqual([[167, 335, 334, 167]]);
  expect(
    callCells("SPLITQTY", 10, [
      [1, 1],
      [1, null],
    ]),
  ).toEqual([
    [4, 3],
    [3, 0],
  ]);
  expect(callCells("SPLITQTY", 10, [[0.3, 0.3, 0.4]])).toEqual([[3, 3, 4]]);
  expect(callCells("SPLITQTY", 0, [[1, 2]])).toEqual([[0, 0]]);
  expect(call("SPLITQTY", 10.5, [[1, 2]])).toBe("#VALUE!");
  expect(call("SPLITQTY", 10, [[0, 0]])).toBe("#VALUE!");
});

test("CARTONS alone or shared, one packing or one for each line", () => {
  expect(call("CARTONS", [[505, 300, 95]], 24)).toBe(39);
  expect(call("CARTONS", [[505, 300, 95]], 24, true)).toBe(38);
  expect(call("CARTONS", [[505, 300, 95]], 24, "是")).toBe(38);
  expect(call("CARTONS", [[505, 300, 95]], [[24, 24, 12]])).toBe(22 + 13 + 8);
  expect(call("CARTONS", [[505, null]], [[24, null]])).toBe(22);
  expect(sentenceOf("CARTONS", [[505, 300]], [[24, null]])).toContain("perCarton is missing");
  expect(call("CARTONS", 505, 0)).toBe("#VALUE!");
});

test("CBM and CHARGEWT", () => {
  expect(call("CBM", 60, 40, 30, 360)).toBeCloseTo(25.92, 9);
  expect(call("CBM", 60, 40, 30)).toBeCloseTo(0.072, 9);
  expect(call("CHARGEWT", 420, 60, 40, 35, 40)).toBeCloseTo(560, 9);
  expect(call("CHARGEWT", 420, 60, 40, 35, 40, 5000)).toBeCloseTo(672, 9);
  expect(callCells("CBM", [[60], [""]], 40, 30, 360)[1]).toEqual([""]);
});

test("CONTAINER in words of either language, by the type asked for", () => {
  expect(call("CONTAINER", 62.5)).toBe("1x40HQ 92%");
  expect(call("CONTAINER", 62.5, no, no, "zh")).toBe("1个40尺高柜 92%");
  expect(call("CONTAINER", 62.5, no, 20)).toBe("3x20' 74%");
  expect(call("CONTAINER", 62.5, no, "40尺")).toBe("2x40' 54%");
  expect(call("CONTAINER", 20, 23_000)).toBe("1x40' 96%");
  expect(call("CONTAINER", "")).toBe("");
  expect(sentenceOf("CONTAINER", 62.5, no, "45HQ", "en")).toBe(
    "type must be one of 20'/20尺, 40'/40尺, 40HQ/高柜, not \"45HQ\"",
  );
});

describe("ALLOCATE", () => {
  test("by priority, in the shape of the demand", () => {
    expect(callCells("ALLOCATE", 8200, [[4000], [3000], [2500], [1500]], [[1], [1], [2], [3]])).toEqual([
      [4000],
      [3000],
      [1200],
      [0],
    ]);
    expect(callCells("ALLOCATE", 50, [[30, null, 40]], [[2, no, 1]])).toEqual([[10, 0, 40]]);
  });

  test("pro rata, fair, with minimums, in Chinese", () => {
    expect(callCells("ALLOCATE", 1000, [[900, 600]], [[2, 1]], "按比例")).toEqual([[600, 400]]);
    expect(callCells("ALLOCATE", 100, [[20, 26, 40, 50]], no, "公平")).toEqual([[20, 26, 27, 27]]);
    expect(callCells("ALLOCATE", 100, [[90, 90]], [[1, 2]], no, [[no, 30]])).toEqual([[70, 30]]);
  });

  test("whole pieces only", () => {
    expect(sentenceOf("ALLOCATE", 10.5, [[1, 2]])).toContain("available must be a whole number");
    expect(sentenceOf("ALLOCATE", 10, [[1, -2]])).toContain("demand must be at least 0, not -2");
    expect(call("ALLOCATE", 10, [[1, 2]], [[1], [2]])).toBe("#VALUE!");
    expect(call("ALLOCATE", no, [[1, 2]])).toBe("#VALUE!");
  });
});
