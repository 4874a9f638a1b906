import fc from "fast-check";
import { defects } from "../../src/registers/defects";
import { inspections } from "../../src/registers/inspections";
import { orders } from "../../src/registers/orders";
import { matchHeadings, SURE } from "../../src/registers/recognise";
import { registers } from "../../src/registers/registers";
import type { Register } from "../../src/registers/register";
import seen from "./headings.json";

const fieldFor = (heading: string, register: Register = orders): string | undefined =>
  matchHeadings([heading], [], register)[0]?.fieldId;
const fieldsFor = (headings: string[], register: Register = orders): (string | undefined)[] =>
  matchHeadings(headings, [], register).map(({ fieldId }) => fieldId);

describe.each(Object.values(registers).flatMap((register) => [[register.id, register] as const]))(
  "%s",
  (_, register) => {
    test.each(["en", "zh"] as const)(
      "all headings of our own (%s) are recognised, each as itself",
      (lang) => {
        const matches = matchHeadings(
          register.fields.map(({ heading }) => heading[lang]),
          [],
          register,
        );
        expect(matches.map(({ fieldId }) => fieldId)).toEqual(register.fields.map(({ id }) => id));
        expect(Math.min(...matches.map(({ confidence }) => confidence))).toBeGreaterThanOrEqual(SURE);
      },
    );

    test("no name means two fields of one table, nor do two fields share a heading", () => {
      for (const lang of ["en", "zh"] as const) {
        const headings = register.fields.map(({ heading }) => heading[lang].toLowerCase());
        expect(new Set(headings).size).toBe(headings.length);
      }
    });
  },
);

test("headings seen in real sheets: nine in ten by the heading alone", () => {
  const cases = seen.fields as [string, string[]][];
  const right = cases.filter(([heading, ids]) => ids.includes(fieldFor(heading) ?? ""));
  expect(right.length / cases.length).toBeGreaterThan(0.9);
});

test("headings of other matters are hardly ever taken for ours with certainty", () => {
  const wrong = seen.others.filter(
    (heading) => (matchHeadings([heading], [], orders)[0]?.confidence ?? 0) >= SURE,
  );
  expect(wrong.length / seen.others.length).toBeLessThan(0.02);
});

test.each([
  ["计划开裁", "T19S.plan"],
  ["开裁(计划)", "T19S.plan"],
  ["开裁日期-实际", "T19S.actual"],
  ["实际开裁日期", "T19S.actual"],
  ["PCD (P)", "T19S.plan"],
  ["PCD (A)", "T19S.actual"],
  ["Cutting Plan", "T19S.plan"],
  ["Actual cut date", "T19S.actual"],
  ["面料应到厂", "T09.plan"],
  ["面料实际到厂", "T09.actual"],
  ["Fabric In-House (Planned)", "T09.plan"],
  ["PP Sample\nactual", "T17.actual"],
  ["產前樣 計劃", "T17.plan"],
  ["Ex-Fty actual", "T30.actual"],
  ["FRI plan", "T29.plan"],
])("%s is %s", (heading, fieldId) => {
  expect(fieldFor(heading)).toBe(fieldId);
});

test("a pair of which only one says it: due and done", () => {
  expect(fieldsFor(["车缝计划", "车缝完成"])).toEqual(["T21.plan", "T21.actual"]);
  expect(fieldsFor(["Packing plan", "Packing done"])).toEqual(["T27.plan", "T27.actual"]);
});

test("slips of the pen, full-width letters, units and traditional characters", () => {
  expect(
    fieldsFor(["Custmer", "Ｓｔｙｌｅ　Ｎｏ．", "Quantity (pcs)", "訂單號碼", "交貨日期", "單價(USD)"]),
  ).toEqual(["customer", "style", "qty", "po", "due", "price"]);
});

test("values under the heading decide between fields and against wrong ones", () => {
  const words = matchHeadings(["Delivery"], [["Shanghai"], ["Ningbo"]], orders)[0];
  const dates = matchHeadings(["Delivery"], [[46280], ["2026.10.1"]], orders)[0];
  expect(dates?.fieldId).toBe("due");
  expect(dates?.confidence).toBeGreaterThanOrEqual(SURE);
  expect(words?.confidence).toBeLessThan(SURE);
});

test("each field is given once, to the column it fits best", () => {
  const matches = matchHeadings(["Qty", "Order qty", "Total qty"], [], orders);
  expect(matches[1]?.fieldId).toBe("qty");
  expect(matches.filter(({ fieldId }) => fieldId === "qty")).toHaveLength(1);
  expect(matches[0]?.alternatives.map(({ fieldId }) => fieldId)).toContain("qty");
});

test("inspections and defects are recognised too", () => {
  expect(
    fieldsFor(["报告编号", "验货日期", "合同号", "款号", "批量", "大疵", "小疵", "结论"], inspections),
  ).toEqual(["id", "date", "po", "style", "lot", "major", "minor", "verdict"]);
  expect(fieldsFor(["Report No", "Defect code", "Defect name", "Class", "Qty"], defects)).toEqual([
    "inspection",
    "code",
    "description",
    "class",
    "count",
  ]);
});

test("any headings and values at all: an answer per column, confidences from 0 to 1, no field twice", () => {
  const cell = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom("订单号", "计划", "(", "P/A", ""),
  );
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: "binary" }), { maxLength: 8 }),
      fc.array(fc.array(cell)),
      (headings, rows) => {
        const matches = matchHeadings(headings, rows, orders);
        expect(matches.map(({ heading }) => heading)).toEqual(headings);
        const given = matches.flatMap(({ fieldId }) => fieldId ?? []);
        expect(new Set(given).size).toBe(given.length);
        for (const { confidence } of matches) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      },
    ),
    { numRuns: 60 },
  );
});
