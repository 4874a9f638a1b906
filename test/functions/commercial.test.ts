import { call, callCells, date, sentenceOf } from "./excelRealm";
import "../../src/functions/index";

/** An omitted argument. */
const no = undefined;

test("prices", () => {
  expect(call("FOBPRICE", 3.2, 0.85, 1.6, 0.3, 0.05, 0.08, 0.05)).toBeCloseTo(7.1482, 4);
  expect(call("FOBPRICE", 3.2, 0.85, 1.6, 0.3, "5%", "8%", "5%")).toBeCloseTo(7.1482, 4);
  expect(call("FOBPRICE", 3.2, 0.85, 1.6, 0.3, 0.05, 1)).toBe("#NUM!");
  expect(sentenceOf("FOBPRICE", 3.2, 0.85, 1.6, 0.3, 5)).toContain("overhead must be at most 1, not 5");
  expect(call("CIF", 5, 0.25, 0.003)).toBeCloseTo(5.2674, 4);
  expect(call("CIF", 5, 0.25, 0.95)).toBe("#NUM!");
});

test("换汇成本, profit rate and tax refund", () => {
  const deal = [2060, 0.17, 0.09, 206, 317.75];
  expect(call("FXCOST", ...deal)).toBeCloseTo(6.6327, 4);
  expect(call("FXCOST", ...deal, 7, "盈亏率")).toBeCloseTo((317.75 * 7) / (317.75 * 6.63269382) - 1, 7);
  expect(sentenceOf("FXCOST", ...deal, no, "profit")).toContain("rate is missing");
  expect(call("TAXREFUND", 113, 0.13, 0.13)).toBeCloseTo(13, 9);
});

describe("PAYDUE", () => {
  const shipped = date(2026, 9, 10);

  test("the last of the money", () => {
    expect(call("PAYDUE", "30% deposit, 70% 30 days after B/L", shipped)).toBe(date(2026, 10, 10));
    expect(call("PAYDUE", "O/A 60 days", shipped)).toBe(date(2026, 11, 9));
    expect(call("PAYDUE", "30%定金，70%见提单副本", "2026-09-10")).toBe(shipped);
    expect(call("PAYDUE", "发票日后30天", shipped, "2026-09-05")).toBe(date(2026, 10, 5));
    expect(callCells("PAYDUE", [["L/C at sight"], [""], ["O/A"]], shipped)).toMatchObject([
      [shipped],
      [""],
      [{ code: "#VALUE!" }],
    ]);
  });

  test("all of it, a row for each part; the deposit's date is not known", () => {
    expect(callCells("PAYDUE", "30%定金,70%提单后30天", shipped, no, "全部")).toEqual([
      [0.3, "", "定金"],
      [0.7, date(2026, 10, 10), "提单后30天"],
    ]);
    expect(callCells("PAYDUE", "", shipped, no, "all")).toEqual([[""]]);
    expect(call("PAYDUE", "L/C at sight", shipped, no, "some")).toBe("#VALUE!");
    expect(callCells("PAYDUE", [["O/A 60 days"], ["D/P"]], shipped, no, "all")[0]?.[0]).toMatchObject({
      code: "#VALUE!",
      message: expect.stringContaining("terms must be one cell"),
    });
  });

  test("says in both languages what it cannot read", () => {
    expect(sentenceOf("PAYDUE", "as agreed", shipped)).toMatch(
      /^terms must say how much and when.*cannot read "as agreed"/,
    );
    expect(sentenceOf("PAYDUE", "as agreed", shipped)).toContain("看不懂“as agreed”");
    expect(sentenceOf("PAYDUE", "30% deposit, 60% before shipment", shipped)).toContain(
      "terms must add up to 100%, not 90%",
    );
    expect(sentenceOf("PAYDUE", "30 days after invoice", shipped)).toContain("invoiceDate must be given");
    expect(sentenceOf("PAYDUE", "30 days after arrival", shipped)).toMatch(
      /^terms must count from shipment or invoice/,
    );
    expect(sentenceOf("PAYDUE", "L/C at sight", no)).toContain("shipDate is missing");
  });

  test("never out of the dates that a cell can hold", () => {
    expect(call("PAYDUE", "30 days before shipment", 10)).toBe("#NUM!");
    expect(call("PAYDUE", "O/A 60 days", 2958465)).toBe("#NUM!");
  });
});

describe("letters of credit", () => {
  test("last presentation", () => {
    expect(call("LCLATEST", date(2026, 9, 20), date(2026, 10, 31))).toBe(date(2026, 10, 11));
    expect(call("LCLATEST", date(2026, 9, 20), date(2026, 10, 31), 21, date(2026, 10, 11))).toBe(
      date(2026, 10, 12),
    );
    expect(call("LCLATEST", date(2026, 9, 10), date(2026, 10, 31), 21, "CN5")).toBe(date(2026, 10, 8));
    expect(
      call("LCLATEST", date(2026, 9, 20), date(2026, 10, 31), 21, [["2026-10-11"], ["2026-10-12"], [""]]),
    ).toBe(date(2026, 10, 13));
    expect(call("LCLATEST", "", date(2026, 10, 31))).toBe("");
  });

  test("shipped after expiry, a calendar without data or without a name", () => {
    expect(sentenceOf("LCLATEST", date(2026, 11, 1), date(2026, 10, 31))).toContain(
      "onBoard must not be after expiry",
    );
    expect(call("LCLATEST", date(2032, 9, 20), date(2032, 10, 31), 21, "CN5")).toBe("#N/A");
    expect(call("LCLATEST", date(2026, 9, 20), date(2026, 10, 31), 21, "XX")).toBe("#VALUE!");
  });

  test("quantity tolerance", () => {
    expect(callCells("LCQTY", 10_000, "about", "pcs")).toEqual([[9000, 11_000]]);
    expect(callCells("LCQTY", "10,000件")).toEqual([[10_000, 10_000]]);
    expect(callCells("LCQTY", 10_000, no, "公斤")).toEqual([[9500, 10_500]]);
    expect(sentenceOf("LCQTY", 10_000, no, "furlongs")).toContain("unit must be a unit such as pcs");
    expect(sentenceOf("LCQTY", 10_000, "5%")).toContain('which way "5%" goes');
  });
});

test("AGING", () => {
  expect(call("AGING", date(2026, 9, 30), date(2026, 11, 10))).toBe("31-60");
  expect(call("AGING", date(2026, 9, 30), date(2026, 9, 30), "zh")).toBe("未到期");
  expect(call("AGING", date(2026, 1, 1), date(2026, 9, 30), "zh")).toBe("90+");
  // Without asOf it is judged today: long after 1950, long before 9999.
  expect(call("AGING", date(1950, 1, 1))).toBe("90+");
  expect(call("AGING", date(9999, 1, 1))).toBe("NOT DUE");
});

describe("RECON", () => {
  test("what differs, with blanks where a side lacks the key", () => {
    expect(callCells("RECON", [["A"], ["B"]], [[100], [200]], [["A"], ["C"]], [[100], [50]])).toEqual([
      ["B", 200, "", 200],
      ["C", "", 50, -50],
    ]);
  });

  test("numbers and texts are one key, rows add up, blank rows are skipped", () => {
    expect(
      callCells(
        "RECON",
        [[1001], ["x"], [null]],
        [[60], [1], [null]],
        [["1001"], [1001], ["X"]],
        [[50], [10], [1]],
      ),
    ).toEqual([["OK"]]);
  });

  test("an amount without a key never reads as OK", () => {
    expect(sentenceOf("RECON", [["A"], [null]], [[100], [7]], [["A"]], [[100]])).toContain(
      "ourKeys, row 2 is blank",
    );
  });

  test("10,000 keys a side within the time of a blink", () => {
    const keys = Array.from({ length: 10_000 }, (_, i) => [`INV-${i}`]);
    const amounts = keys.map((_, i) => [i]);
    const start = performance.now();
    expect(callCells("RECON", keys, amounts, [...keys].reverse(), [...amounts].reverse())).toEqual([["OK"]]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

test("LATEPENALTY by the buyer's scale, in any order, blank rows skipped", () => {
  const steps = [
    [22, "15%"],
    [8, 0.05],
    [null, null],
    [15, 0.1],
    [1, 0],
  ];
  expect(call("LATEPENALTY", 9, 60_000, steps)).toBeCloseTo(3000, 9);
  expect(callCells("LATEPENALTY", [[-2], [0], [15], [""]], 60_000, steps)).toEqual([[0], [0], [6000], [""]]);
  expect(sentenceOf("LATEPENALTY", 9, 60_000, [[1, 2, 3]])).toContain("steps must have two columns");
  expect(sentenceOf("LATEPENALTY", 9, 60_000, [[8, 5]])).toContain("at most 1, not 5");
});
