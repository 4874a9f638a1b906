import fc from "fast-check";
import { levels, type Letter } from "../../../src/domain/quality/codeLetter";
import { poissonAtMost } from "../../../src/domain/quality/acceptanceProbability";
import {
  aqls,
  samplingPlan,
  tablePlan,
  type Edition,
  type Severity,
  type TablePlan,
} from "../../../src/domain/quality/samplingPlan";
import { lotPlan } from "../../../src/domain/quality/lotPlan";

const lot = fc.integer({ min: 2, max: 1_000_000 });
const aql = fc.constantFrom(...aqls);
const level = fc.constantFrom(...levels);
const severity = fc.constantFrom<Severity>("normal", "tightened", "reduced");
const edition = fc.constantFrom<Edition>("ISO", "Z14");
const options = fc.record({ level, severity, edition });

const short = (plan: ReturnType<typeof samplingPlan>) => plan && [plan.letter, plan.n, plan.Ac, plan.Re];

test("the arrow changes n, Ac and Re: lot 150, II, AQL 1.5 is 32/1/2", () => {
  const plan = samplingPlan(150, 1.5);
  expect(plan).toMatchObject({
    lotLetter: "F",
    letter: "G",
    n: 32,
    Ac: 1,
    Re: 2,
    arrow: "down",
    inspectAll: false,
  });
});

/** What inspectors carry: level II, normal, AQL 1.5, 2.5 and 4.0, for the first lot size of each row (n, Ac). */
test.each([
  [281, [50, 2], [50, 3], [50, 5]],
  [501, [80, 3], [80, 5], [80, 7]],
  [1201, [125, 5], [125, 7], [125, 10]],
  [3201, [200, 7], [200, 10], [200, 14]],
  [10001, [315, 10], [315, 14], [315, 21]],
  [35001, [500, 14], [500, 21], [315, 21]],
  [150001, [800, 21], [500, 21], [315, 21]],
  [500001, [800, 21], [500, 21], [315, 21]],
  [151, [32, 1], [32, 2], [32, 3]],
  [91, [32, 1], [20, 1], [20, 2]],
  [51, [8, 0], [20, 1], [13, 1]],
  [26, [8, 0], [5, 0], [13, 1]],
  [16, [8, 0], [5, 0], [3, 0]],
  [9, [8, 0], [5, 0], [3, 0]],
])("garment practice for lots from %i", (size, ...plans) => {
  expect(
    [1.5, 2.5, 4].map((each) => samplingPlan(size, each)).map((plan) => plan && [plan.n, plan.Ac]),
  ).toEqual(plans);
});

/** SN/T 0553-1996 for export garments of China: general level I, A类 2.5, B类 4.0; lot -> sample. */
test.each([
  [281, 500, 20],
  [501, 1200, 32],
  [1201, 3200, 50],
  [3201, 10000, 80],
  [10001, 35000, 125],
  [35001, 150000, 200],
])("SN/T 0553: lots of %i to %i need %i pieces", (from, to, sample) => {
  for (const size of [from, to]) {
    expect(lotPlan(size, { level: "I" })?.sample).toBe(sample);
    expect(lotPlan(size, { level: "I" })?.major.n).toBe(sample);
    expect(lotPlan(size, { level: "I" })?.minor.n).toBe(sample);
  }
});

test("reduced inspection differs: letter L, AQL 1.5 is 80/5/6 to ISO and 80/3/6 to Z1.4", () => {
  expect(short(samplingPlan(8500, 1.5, { severity: "reduced" }))).toEqual(["L", 80, 5, 6]);
  expect(short(samplingPlan(8500, 1.5, { severity: "reduced", edition: "Z14" }))).toEqual(["L", 80, 3, 6]);
});

test("a sample as large as the lot means the whole lot, its Ac kept", () => {
  expect(samplingPlan(3, 2.5)).toMatchObject({ n: 3, Ac: 0, Re: 1, inspectAll: true });
  expect(samplingPlan(5, 2.5)).toMatchObject({ n: 5, inspectAll: true });
  expect(samplingPlan(6, 2.5)).toMatchObject({ n: 5, inspectAll: false });
  expect(samplingPlan(1000, 0.01)).toMatchObject({ n: 1000, Ac: 0, inspectAll: true });
});

test("the edition is named with every plan", () => {
  expect(samplingPlan(2000, 2.5)?.edition).toBe("ISO 2859-1:1999 / GB/T 2828.1-2012");
  expect(samplingPlan(2000, 2.5, { edition: "Z14" })?.edition).toBe("ANSI/ASQ Z1.4 / MIL-STD-105E");
});

test("no plan for a lot below 2, a broken piece, or an AQL that is not published", () => {
  expect([samplingPlan(1, 2.5), samplingPlan(10.5, 2.5), samplingPlan(100, 3), samplingPlan(100, 0)]).toEqual(
    Array(4).fill(undefined),
  );
});

test("major and minor may need different samples: lot 60 is 20 for 2.5 and 13 for 4.0; the larger is inspected", () => {
  const plan = lotPlan(60);
  expect(plan).toMatchObject({
    sample: 20,
    samplesDiffer: true,
    major: { n: 20, Ac: 1 },
    minor: { n: 13, Ac: 1 },
  });
  expect(lotPlan(2000)).toMatchObject({ sample: 125, samplesDiffer: false });
  expect(lotPlan(2000, { majorAql: 1.5, minorAql: 2.5 })).toMatchObject({
    major: { Ac: 5 },
    minor: { Ac: 7 },
  });
});

test("property: the acceptance number never falls as the lot grows", () => {
  fc.assert(
    fc.property(lot, lot, aql, options, (one, other, each, how) => {
      const [small, large] = one < other ? [one, other] : [other, one];
      expect(samplingPlan(large, each, how)!.Ac).toBeGreaterThanOrEqual(samplingPlan(small, each, how)!.Ac);
    }),
  );
});

test("property: Re is above Ac, by one save for reduced inspection to Z1.4; the sample is never more than the lot", () => {
  fc.assert(
    fc.property(lot, aql, options, (size, each, how) => {
      const plan = samplingPlan(size, each, how)!;
      expect(plan.Re).toBeGreaterThan(plan.Ac);
      if (how.severity !== "reduced" || how.edition === "ISO") expect(plan.Re).toBe(plan.Ac + 1);
      expect(plan.n).toBeLessThanOrEqual(size);
      expect(plan.n).toBeGreaterThanOrEqual(2);
      expect(plan.inspectAll).toBe(plan.n === size);
    }),
  );
});

test("property: at the AQL and at twice the AQL, tightened accepts no more often than normal; its Ac is never higher", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...([..."ABCDEFGHJKLMNPQR"] as Letter[])),
      aql,
      edition,
      fc.constantFrom(1, 2),
      (letter, each, whose, times) => {
        const [normal, tightened] = (["normal", "tightened"] as const).map((how) =>
          tablePlan(letter, each, how, whose)!,
        );
        const accepts = ({ n, Ac }: TablePlan) => poissonAtMost(Ac, (n * each * times) / 100);
        expect(accepts(tightened!)).toBeLessThanOrEqual(accepts(normal!) + 1e-12);
        expect(tightened!.Ac).toBeLessThanOrEqual(normal!.Ac);
      },
    ),
    { numRuns: 2000 },
  );
});
