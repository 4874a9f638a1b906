import fc from "fast-check";
import { lotPlan, type LotPlan } from "../../../src/domain/quality/lotPlan";
import { nextInspection } from "../../../src/domain/quality/nextInspection";
import { qcReasons, qcStatus, tally, type Counts } from "../../../src/domain/quality/verdict";

/** Lot 2000, II, 2.5 / 4.0: 125 pieces, major 7, minor 10. */
const plan = lotPlan(2000)!;

test.each<[Counts, string]>([
  [{ critical: 0, major: 7, minor: 10 }, "PASS"],
  [{ critical: 0, major: 8, minor: 3 }, "FAIL"],
  [{ critical: 0, major: 0, minor: 11 }, "FAIL"],
  [{ critical: 1, major: 0, minor: 0 }, "FAIL"],
  [{ critical: 1 }, "FAIL"],
  [{ major: 3 }, "PASS"],
  [{}, "PENDING"],
  [{ inspected: 125 }, "PENDING"],
  [{ critical: 0, major: 0, minor: 0, inspected: 124 }, "PENDING"],
  [{ critical: 0, major: 0, minor: 0, inspected: 0 }, "PENDING"],
  [{ critical: 0, major: 0, minor: 0, inspected: 125 }, "PASS"],
  [{ critical: 0, major: 8, minor: 0, inspected: 20 }, "FAIL"],
])("%j is %s", (counts, status) => {
  expect(qcStatus(plan, counts)).toBe(status);
});

test("each class is judged by its own plan, and the larger sample must be inspected (lot 60: 20 and 13 pieces)", () => {
  const small = lotPlan(60)!;
  expect(qcStatus(small, { major: 1, minor: 1, inspected: 13 })).toBe("PENDING");
  expect(qcStatus(small, { major: 1, minor: 1, inspected: 20 })).toBe("PASS");
  expect(qcStatus(small, { major: 0, minor: 2, inspected: 20 })).toBe("FAIL");
});

test("a sample as large as the lot is complete when the lot is inspected", () => {
  expect(qcStatus(lotPlan(4)!, { major: 0, inspected: 4 })).toBe("PASS");
  expect(qcStatus(lotPlan(4)!, { major: 0, inspected: 3 })).toBe("PENDING");
});

test("reasons, the gravest first", () => {
  expect(qcReasons(plan, { critical: 2, major: 8, minor: 11 })).toEqual([
    { code: "over", defectClass: "critical", count: 2, Ac: 0 },
    { code: "over", defectClass: "major", count: 8, Ac: 7 },
    { code: "over", defectClass: "minor", count: 11, Ac: 10 },
  ]);
  expect(qcReasons(plan, { major: 0, inspected: 80 })).toEqual([
    { code: "incomplete", inspected: 80, sample: 125 },
  ]);
  expect(qcReasons(plan, {})).toEqual([{ code: "notCounted" }]);
  expect(qcReasons(plan, { major: 7 })).toEqual([]);
});

describe("the gap of reduced inspection to Z1.4 (letter L, AQL 1.5: 80, Ac 3, Re 6)", () => {
  const gapped = lotPlan(8500, { majorAql: 1.5, severity: "reduced", edition: "Z14" })!;

  test.each([
    [3, "PASS", 0],
    [4, "PASS", 1],
    [5, "PASS", 1],
    [6, "FAIL", 1],
  ])("%i major is %s", (major, status, reasons) => {
    expect(qcStatus(gapped, { major })).toBe(status);
    expect(qcReasons(gapped, { major })).toHaveLength(reasons);
  });

  test("a lot in the gap is released and the next one inspected normally", () => {
    expect(nextInspection(gapped, { major: 4 })).toEqual([{ code: "release" }, { code: "backToNormal" }]);
    expect(qcReasons(gapped, { major: 4 })).toEqual([
      { code: "inGap", defectClass: "major", count: 4, Ac: 3, Re: 6 },
    ]);
  });
});

test("the running tally says how much room is left", () => {
  expect(tally(plan, { critical: 0, major: 6, minor: 10, inspected: 100 })).toEqual({
    status: "PENDING",
    reasons: [{ code: "incomplete", inspected: 100, sample: 125 }],
    classes: {
      critical: { count: 0, Ac: 0, Re: 1, room: 0 },
      major: { count: 6, Ac: 7, Re: 8, room: 1 },
      minor: { count: 10, Ac: 10, Re: 11, room: 0 },
    },
    left: 25,
  });
  expect(tally(plan, { major: 9 })).toMatchObject({
    status: "FAIL",
    left: undefined,
    classes: { major: { room: -2 } },
  });
});

describe("what comes next", () => {
  const codes = (counts: Counts, of: LotPlan = plan) => nextInspection(of, counts).map((next) => next.code);

  test("a pass is released, an unfinished sample is finished, blank counts are filled in", () => {
    expect(codes({ major: 0 })).toEqual(["release"]);
    expect(nextInspection(plan, { major: 0, inspected: 80 })).toEqual([{ code: "finishSample", pieces: 45 }]);
    expect(codes({ inspected: 125 })).toEqual(["countDefects"]);
  });

  test("a failed lot is inspected again at the same or at tightened severity", () => {
    expect(nextInspection(plan, { major: 8 })).toMatchObject([
      { code: "reinspect", severity: "normal", plan: { major: { n: 125, Ac: 7 } } },
      { code: "reinspect", severity: "tightened", plan: { major: { n: 125, Ac: 5 } } },
    ]);
    const tightened = { severity: "tightened" } as const;
    expect(nextInspection(lotPlan(2000, tightened)!, { major: 8 }, tightened)).toMatchObject([
      { code: "reinspect", severity: "tightened" },
    ]);
    const reduced = { severity: "reduced" } as const;
    expect(nextInspection(lotPlan(2000, reduced)!, { major: 30 }, reduced)).toMatchObject([
      { severity: "normal" },
      { severity: "tightened" },
    ]);
  });
});

const count = fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined });
const counts = fc.record({
  critical: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
  major: count,
  minor: count,
  inspected: fc.option(fc.integer({ min: 0, max: 600 }), { nil: undefined }),
});
const plans = fc
  .record({
    lot: fc.integer({ min: 2, max: 200_000 }),
    severity: fc.constantFrom("normal" as const, "tightened" as const, "reduced" as const),
    edition: fc.constantFrom("ISO" as const, "Z14" as const),
  })
  .map(({ lot, ...options }) => lotPlan(lot, options)!);

test("property: one more defect never makes a verdict better", () => {
  fc.assert(
    fc.property(
      plans,
      counts,
      fc.constantFrom("critical" as const, "major" as const, "minor" as const),
      (how, found, more) => {
        const worse = { ...found, [more]: (found[more] ?? 0) + 1 };
        // A first count may complete a blank row; from there on FAIL stays FAIL and PASS may only fall.
        if (qcStatus(how, found) === "FAIL") expect(qcStatus(how, worse)).toBe("FAIL");
        if (qcStatus(how, worse) === "PASS") expect(["PASS", "PENDING"]).toContain(qcStatus(how, found));
        if (found[more] !== undefined && qcStatus(how, worse) === "PASS")
          expect(qcStatus(how, found)).toBe("PASS");
      },
    ),
  );
});

test("property: an unfinished or uncounted inspection never passes", () => {
  fc.assert(
    fc.property(plans, counts, (how, found) => {
      const uncounted =
        found.critical === undefined && found.major === undefined && found.minor === undefined;
      const unfinished = found.inspected !== undefined && found.inspected < how.sample;
      if (uncounted || unfinished) expect(qcStatus(how, found)).not.toBe("PASS");
    }),
  );
});

test("property: a verdict has a reason, unless it is a plain pass; the tally agrees", () => {
  fc.assert(
    fc.property(plans, counts, (how, found) => {
      const status = qcStatus(how, found);
      const codes = qcReasons(how, found).map((reason) => reason.code);
      if (status === "FAIL") expect(new Set(codes)).toEqual(new Set(["over"]));
      if (status === "PENDING") expect(["incomplete", "notCounted"]).toContain(codes[0]);
      if (status === "PASS") expect(codes.filter((code) => code !== "inGap")).toEqual([]);
      expect(tally(how, found)).toMatchObject({ status, reasons: qcReasons(how, found) });
    }),
  );
});
