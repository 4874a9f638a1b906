import { call, callCells, CellError, date, sentenceOf } from "./excelRealm";
import "../../src/functions/index";

// Golden values of the functions' contract and of the State Council's calendar for 2026.
describe("dates and calendars", () => {
  it("WORKDAY gives the n-th working day after start", () => {
    expect(call("WORKDAY", date(2026, 2, 13), 1, "CN5")).toBe(date(2026, 2, 14));
    expect(call("WORKDAY", date(2026, 9, 30), 1, undefined)).toBe(date(2026, 10, 8));
    expect(call("WORKDAY", date(2026, 10, 8), -1, "CN5")).toBe(date(2026, 9, 30));
    expect(call("WORKDAY", date(2026, 10, 1), 0, "CN5")).toBe(date(2026, 10, 1));
  });

  it("WORKDAYS counts both ends, negative when end is earlier", () => {
    expect(call("WORKDAYS", date(2026, 2, 1), date(2026, 2, 28), "CN5")).toBe(16);
    expect(call("WORKDAYS", date(2026, 2, 1), date(2026, 2, 28), "CN6")).toBe(17);
    expect(call("WORKDAYS", date(2026, 2, 28), date(2026, 2, 1), "CN6")).toBe(-17);
    expect(call("WORKDAYS", date(2026, 2, 1), date(2026, 2, 28), "ALL")).toBe(28);
    expect(call("WORKDAYS", date(2026, 2, 1), date(2026, 2, 28), 7)).toBe(28);
    // 28 days less the statutory 15 to 23 February.
    expect(call("WORKDAYS", date(2026, 2, 1), date(2026, 2, 28), "CN7")).toBe(19);
    // Fridays of February 2026: 6, 13, 20, 27.
    expect(call("WORKDAYS", date(2026, 2, 1), date(2026, 2, 28), "BD")).toBe(24);
    expect(call("WORKDAYS", date(2026, 2, 1), date(2026, 2, 28), "VN")).toBe(24);
    expect(call("WORKDAYS", date(2026, 2, 1), date(2026, 2, 28), "HK")).toBe(20);
  });

  it("ISWORKDAY, NEXTWORKDAY and STARTBY", () => {
    expect(call("ISWORKDAY", date(2026, 9, 20), "CN5")).toBe(true);
    expect(call("ISWORKDAY", date(2026, 9, 25), "CN5")).toBe(false);
    expect(call("NEXTWORKDAY", date(2026, 10, 1), "CN6")).toBe(date(2026, 10, 8));
    expect(call("NEXTWORKDAY", date(2026, 10, 1), "CN6", -1)).toBe(date(2026, 9, 30));
    expect(call("NEXTWORKDAY", date(2026, 9, 30), "CN6", -1)).toBe(date(2026, 9, 30));
    expect(call("STARTBY", date(2026, 10, 20), 10, "CN6")).toBe(date(2026, 10, 9));
    expect(call("STARTBY", date(2026, 10, 4), 1, "CN6")).toBe(date(2026, 9, 30));
    expect(call("STARTBY", date(2026, 10, 4), 0, "CN6")).toBe("#VALUE!");
    expect(call("NEXTWORKDAY", date(2026, 10, 4), "CN6", 2)).toBe("#VALUE!");
  });

  it("DAYSLEFT, DAYSLATE and SLIP count calendar days, or working days with a calendar", () => {
    expect(call("DAYSLEFT", date(2026, 10, 31), date(2026, 10, 9), "CN6")).toBe(19);
    expect(call("DAYSLEFT", date(2026, 10, 31), date(2026, 10, 9))).toBe(22);
    expect(call("DAYSLEFT", date(2026, 10, 1), date(2026, 10, 9))).toBe(-8);
    expect(call("DAYSLATE", date(2026, 10, 1), date(2026, 10, 9))).toBe(8);
    expect(call("DAYSLATE", date(2026, 10, 1), date(2026, 10, 9), undefined, "CN6")).toBe(2);
    expect(call("DAYSLATE", date(2026, 10, 9), date(2026, 10, 1))).toBe(-8);
    expect(call("DAYSLATE", date(2026, 10, 1), undefined, date(2026, 10, 5))).toBe(4);
    expect(call("DAYSLATE", date(2026, 10, 9), "", date(2026, 10, 5))).toBe(0);
    expect(call("SLIP", date(2026, 5, 13), date(2026, 5, 19), "CN6")).toBe(5);
    expect(call("SLIP", date(2026, 5, 19), date(2026, 5, 13), "CN6")).toBe(-5);
  });

  it("counts from today where asOf is left out", () => {
    const now = new Date();
    const today = date(now.getFullYear(), now.getMonth() + 1, now.getDate());
    expect(call("DAYSLEFT", today + 5)).toBe(5);
    expect(call("DAYSLATE", today - 5)).toBe(5);
  });

  it("CALCHECK says which year is missing", () => {
    expect(call("CALCHECK", date(2027, 3, 1), "CN5")).toBe("NO DATA 2027");
    expect(call("CALCHECK", date(2026, 3, 1), "CN5")).toBe("OK");
    expect(call("CALCHECK", date(2027, 3, 1), "VN")).toBe("OK");
    expect(call("CALCHECK", date(2027, 3, 1), "CN5", [[date(2027, 1, 1), "全年"]])).toBe("OK");
    expect(call("CALCHECK", date(2028, 3, 1), "CN5", [[date(2027, 1, 1), "全年"]])).toBe("NO DATA 2028");
  });

  it("never guesses a China calendar for a year without data", () => {
    const in2027 = date(2027, 3, 1);
    for (const calendar of ["CN5", "CN6", "CN7"]) {
      expect(call("WORKDAYS", date(2026, 12, 1), in2027, calendar)).toBe("#N/A");
      expect(call("WORKDAY", date(2026, 12, 31), 1, calendar)).toBe("#N/A");
      expect(call("WORKDAY", in2027, -1, calendar)).toBe("#N/A");
      expect(call("ISWORKDAY", in2027, calendar)).toBe("#N/A");
      expect(call("NEXTWORKDAY", in2027, calendar)).toBe("#N/A");
      expect(call("STARTBY", in2027, 1, calendar)).toBe("#N/A");
      expect(call("DAYSLEFT", in2027, date(2026, 12, 1), calendar)).toBe("#N/A");
      expect(call("DAYSLATE", date(2026, 12, 1), in2027, undefined, calendar)).toBe("#N/A");
      expect(call("SLIP", date(2026, 12, 1), in2027, calendar)).toBe("#N/A");
      expect(sentenceOf("ISWORKDAY", in2027, calendar)).toMatch(/^no China calendar for 2027/);
    }
    expect(call("WORKDAY", date(2027, 1, 1), -1, "CN6")).toBe(date(2026, 12, 31));
    expect(call("WORKDAYS", date(2003, 12, 31), date(2004, 1, 1), "CN6")).toBe("#N/A");
  });

  it("closures override days, and complete a year", () => {
    const off = [[date(2026, 3, 4)], ["2026-03-05"], [""]];
    expect(call("WORKDAYS", date(2026, 3, 2), date(2026, 3, 6), "CN5", off)).toBe(3);
    const kinds = [
      [date(2026, 3, 7), "班"],
      [date(2026, 3, 6), "休"],
      [date(2026, 3, 5), null],
      [null, null],
    ];
    expect(call("WORKDAYS", date(2026, 3, 2), date(2026, 3, 7), "CN5", kinds)).toBe(4);
    const year = [
      [date(2027, 6, 30), "year"],
      [date(2027, 2, 8), "off"],
      [date(2027, 1, 3), "work"],
    ];
    expect(call("WORKDAYS", date(2027, 2, 8), date(2027, 2, 9), "CN6", year)).toBe(1);
    expect(call("ISWORKDAY", date(2027, 1, 3), "CN6", year)).toBe(true);
    expect(call("WORKDAYS", date(2026, 12, 31), date(2027, 1, 1), "CN6", [[2027, "全年"]])).toBe(2);
    // The last row for a day holds.
    expect(
      call("ISWORKDAY", date(2026, 3, 8), "CN6", [
        [date(2026, 3, 8), "work"],
        [date(2026, 3, 8), "off"],
      ]),
    ).toBe(false);
    expect(call("ISWORKDAY", date(2026, 3, 8), "CN6", [[1, 2, 3]])).toBe("#VALUE!");
    expect(call("ISWORKDAY", date(2026, 3, 8), "CN6", [[date(2026, 3, 8), "maybe"]])).toBe("#VALUE!");
  });

  it("READDATE reads what people type, and nothing that could be read two ways", () => {
    const march5 = date(2026, 3, 5);
    const texts = [
      "2026-03-05",
      "2026/3/5",
      "2026.3.5",
      "20260305",
      "2026年3月5日",
      "5-Mar-2026",
      "5 Mar 2026",
      "２０２６－０３－０５",
      "２０２６年３月５日",
      " 2026-3-5 ",
      "2026-03-05 18:30",
      20260305,
      march5,
      march5 + 0.75,
    ];
    for (const text of texts) expect([text, call("READDATE", text)]).toEqual([text, march5]);
    for (const text of ["3/5", "3.5", "3-5", "3月5日", "3月5", 3.5, "5 Mar", "2026-03-05"]) {
      expect([text, call("READDATE", text, 2026)]).toEqual([text, march5]);
    }
    for (const text of ["03/05/2026", "3-5-2026", "26/3/5", "5-Mar-26"]) {
      expect([text, call("READDATE", text)]).toEqual([text, "#VALUE!"]);
      expect(sentenceOf("READDATE", text)).toMatch(/^ambiguous date/);
    }
    for (const text of ["2026-02-30", "2026-13-01", "3/5", "soon", "2026/3-5", true, -1, 1e12]) {
      expect([text, call("READDATE", text)]).toEqual([text, "#VALUE!"]);
    }
    expect(call("READDATE", 3.1, 2026)).toBe("#VALUE!");
    expect(call("READDATE", 0)).toBe("");
  });

  it("works cell by cell over ranges of one shape", () => {
    const starts = [[date(2026, 2, 1)], [null], ["rubbish"], [date(2027, 1, 1)]];
    const result = callCells("WORKDAYS", starts, date(2026, 2, 28), "CN5");
    expect(result.slice(0, 2)).toEqual([[16], [""]]);
    expect(result[2]?.[0]).toBeInstanceOf(CellError);
    expect(result[2]?.[0]).toMatchObject({ code: "#VALUE!" });
    expect(result[3]?.[0]).toMatchObject({ code: "#N/A" });
  });
});
