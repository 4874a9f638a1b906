import fc from "fast-check";
import {
  nextSeverity,
  type InspectionState,
  type LotResult,
  type SwitchingOptions,
} from "../../../src/domain/quality/switching";

const series = (text: string): LotResult[] => [...text].map((sign) => ({ accepted: sign === "A" }));
const counts = (lot: number, ...found: number[]): LotResult[] => found.map((count) => ({ count, lot }));
const after = (text: string, start: InspectionState = "normal", options: SwitchingOptions = {}) =>
  nextSeverity(series(text), { ...options, start });

describe("ISO 2859-1:1999, 9.3.1: two of five or fewer lots not accepted bring tightened inspection", () => {
  test.each([
    ["", "normal"],
    ["R", "normal"],
    ["RR", "tightened"],
    ["RAR", "tightened"],
    ["RAAR", "tightened"],
    ["RAAAR", "tightened"],
    ["RAAAAR", "normal"],
    ["RAAAARAAAAR", "normal"],
    ["AAAAARAAR", "tightened"],
  ])("%s: %s", (text, state) => {
    expect(after(text)).toBe(state);
  });
});

describe("9.3.2 and 9.4: tightened ends after five accepted in a row, or stops after five not accepted in all", () => {
  test.each([
    ["AAAA", "tightened"],
    ["AAAAA", "normal"],
    ["AAAARAAAA", "tightened"],
    ["AAAARAAAAA", "normal"],
    ["RRRR", "tightened"],
    ["RRRRR", "discontinued"],
    ["RAAAARAAAARAAAARAAAAR", "discontinued"],
    ["RRRRRAAAAAAAAAA", "discontinued"],
    ["RRRRAAAAARR", "tightened"],
  ])("%s: %s", (text, state) => {
    expect(after(text, "tightened")).toBe(state);
  });

  test("the lots that brought tightened inspection are not among the five", () => {
    expect(after("RR" + "RRRR")).toBe("tightened");
    expect(after("RR" + "RRRRR")).toBe("discontinued");
    expect(after("RR" + "AAAAA" + "R")).toBe("normal");
  });
});

describe("9.3.3: reduced inspection needs a switching score of 30", () => {
  const willing: SwitchingOptions = { aql: 2.5, steady: true, approved: true };

  test("three for each lot that passes the next tighter AQL: lot 2000 has Ac 7, at AQL 1.5 Ac 5", () => {
    expect(nextSeverity(counts(2000, ...Array<number>(10).fill(5)), willing)).toBe("reduced");
    expect(nextSeverity(counts(2000, ...Array<number>(9).fill(5)), willing)).toBe("normal");
  });

  test("a lot that only passes its own AQL sets the score back to nothing", () => {
    const nine = Array<number>(9).fill(0);
    expect(nextSeverity(counts(2000, ...nine, 6, 0), willing)).toBe("normal");
    expect(nextSeverity(counts(2000, ...nine, 6, ...nine, 0), willing)).toBe("reduced");
  });

  test("two for each accepted lot where Ac is 0 or 1: lot 60 has Ac 1, so fifteen lots", () => {
    expect(nextSeverity(counts(60, ...Array<number>(15).fill(1)), willing)).toBe("reduced");
    expect(nextSeverity(counts(60, ...Array<number>(14).fill(1)), willing)).toBe("normal");
  });

  test("steady production and agreement are needed as well", () => {
    const good = counts(2000, ...Array<number>(12).fill(0));
    expect(nextSeverity(good, { aql: 2.5, steady: true })).toBe("normal");
    expect(nextSeverity(good, { aql: 2.5, approved: true })).toBe("normal");
    expect(nextSeverity(good, { aql: 2.5 })).toBe("normal");
  });

  test("accepted or not, without counts, is no evidence of the next tighter AQL", () => {
    expect(after("A".repeat(40), "normal", willing)).toBe("normal");
    const small: LotResult[] = Array<LotResult>(15).fill({ accepted: true, lot: 60 });
    expect(nextSeverity(small, willing)).toBe("reduced");
  });

  test("Z1.4: ten lots accepted in a row", () => {
    const z14: SwitchingOptions = { edition: "Z14", steady: true, approved: true };
    expect(after("A".repeat(9), "normal", z14)).toBe("normal");
    expect(after("A".repeat(10), "normal", z14)).toBe("reduced");
    expect(after("AAAAARAAAAA", "normal", z14)).toBe("normal");
  });
});

describe("9.3.4: reduced inspection ends with one lot not accepted, unsteady production or no agreement", () => {
  test("a lot not accepted", () => {
    expect(after("AAA", "reduced")).toBe("reduced");
    expect(after("AR", "reduced")).toBe("normal");
    expect(after("RR", "reduced")).toBe("normal");
    expect(after("RRR", "reduced")).toBe("tightened");
  });

  test("unsteady production, no agreement", () => {
    expect(after("AAA", "reduced", { steady: false })).toBe("normal");
    expect(after("", "reduced", { approved: false })).toBe("normal");
  });

  test("Z1.4: a result in the gap (lot 8500, AQL 1.5: 80, Ac 3, Re 6) ends it, though the lot is accepted", () => {
    const z14: SwitchingOptions = { start: "reduced", aql: 1.5, edition: "Z14" };
    expect(nextSeverity(counts(8500, 3), z14)).toBe("reduced");
    expect(nextSeverity(counts(8500, 4), z14)).toBe("normal");
    expect(nextSeverity(counts(8500, 4, 11), z14)).toBe("normal");
  });
});

test("counts are judged by the plan of the state: six major in a lot of 2000 pass normal (7) and fail tightened (5)", () => {
  expect(nextSeverity(counts(2000, 8, 8, 6, 6, 6, 6, 6), { aql: 2.5 })).toBe("discontinued");
  expect(nextSeverity(counts(2000, 8, 8, 5, 5, 5, 5, 5), { aql: 2.5 })).toBe("normal");
});

test("a lot or an AQL that is not in the tables has no answer", () => {
  expect(nextSeverity(counts(1, 0), { aql: 2.5 })).toBeUndefined();
  expect(nextSeverity(counts(100, 0), { aql: 3 })).toBeUndefined();
  expect(nextSeverity(counts(100, 0))).toBeUndefined();
});

test("property: nothing but good lots never ends tightened, nothing but bad lots always ends discontinued", () => {
  fc.assert(
    fc.property(
      fc.constantFrom<InspectionState>("normal", "tightened", "reduced"),
      fc.integer({ min: 8, max: 60 }),
      (start, lots) => {
        expect(["normal", "reduced"]).toContain(after("A".repeat(lots), start));
        expect(after("R".repeat(lots), start)).toBe("discontinued");
      },
    ),
  );
});

test("property: reading a series in two parts of one state gives what reading it whole gives, when a state begins between", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("A", "R"), maxLength: 40 }), (text) => {
      const states = [...text].map((_, at) => after(text.slice(0, at + 1)));
      const began = states.reduce((last, state, at) => (at > 0 && state !== states[at - 1] ? at : last), -1);
      if (began < 0) return;
      expect(after(text.slice(began + 1), states[began])).toBe(states.at(-1));
    }),
  );
});
