import { chaseEn } from "../../src/i18n/chase.en";
import { chaseZhCN } from "../../src/i18n/chase.zhCN";
import { en } from "../../src/i18n/en";
import { outlookEn } from "../../src/i18n/outlook.en";
import { outlookZhCN } from "../../src/i18n/outlook.zhCN";
import { learningEn } from "../../src/i18n/learning.en";
import { learningZhCN } from "../../src/i18n/learning.zhCN";
import { readingEn } from "../../src/i18n/reading.en";
import { readingZhCN } from "../../src/i18n/reading.zhCN";
import { riskEn } from "../../src/i18n/risk.en";
import { riskZhCN } from "../../src/i18n/risk.zhCN";
import { zhCN } from "../../src/i18n/zh-CN";

type Leaf = readonly [key: string, value: unknown];
function leaves(value: unknown, key = ""): Leaf[] {
  return typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, each]) => leaves(each, key ? `${key}.${name}` : name))
    : [[key, value]];
}

// What takes lists is said of real sheets in setupFromSheet.test.tsx.
const { layout: _layoutEn, understood: _understoodEn, ...plainReadingEn } = readingEn;
const { layout: _layoutZh, understood: _understoodZh, ...plainReadingZh } = readingZhCN;

/** Some screens bring their own sentences. */
const english = leaves({
  ...en,
  risk: riskEn,
  outlook: outlookEn,
  chase: chaseEn,
  learning: learningEn,
  reading: plainReadingEn,
});
const chinese = new Map(
  leaves({
    ...zhCN,
    risk: riskZhCN,
    outlook: outlookZhCN,
    chase: chaseZhCN,
    learning: learningZhCN,
    reading: plainReadingZh,
  }),
);

/** Any parameter a sentence asks for, by name: a number that reads as one, so that plurals work. */
const params = new Proxy({}, { get: (_, name) => (typeof name === "string" ? "7" : undefined) });
const said = (value: unknown, count: number): string =>
  typeof value === "function"
    ? String((value as (...args: unknown[]) => unknown)(...arguments_(value, count)))
    : String(value);
/** Sentences about writes and problems take one object of parameters, the others numbers and texts. */
function arguments_(value: { toString(): string; length: number }, count: number): unknown[] {
  const takesObject = /^\(?\{/.test(value.toString());
  return takesObject ? [params] : Array.from({ length: value.length }, () => count);
}
const text = (value: unknown) => said(value, 7);

describe("catalogues", () => {
  test("have the same sentences, of the same kind", () => {
    expect([...chinese.keys()].sort()).toEqual(english.map(([key]) => key).sort());
    for (const [key, value] of english) expect([key, typeof chinese.get(key)]).toEqual([key, typeof value]);
  });

  test.each(english.map(([key, value]) => [key, value] as const))(
    "%s says something in both languages",
    (key, value) => {
      for (const sentence of [text(value), text(chinese.get(key))]) {
        expect(sentence.trim()).not.toBe("");
        expect(sentence).not.toMatch(/undefined|NaN|\[object|\$\{/);
      }
    },
  );

  test("English has no Chinese in it, and Chinese sentences are Chinese", () => {
    const han = /\p{Script=Han}/u;
    expect(english.filter(([, value]) => han.test(text(value)))).toEqual([]);
    // Abbreviations of the standard, and what is only put together from its parameters.
    const plain = [
      "number",
      "inspection.accept",
      "inspection.reject",
      "inspection.earlier",
      "risk.percent",
      "learning.proposal",
      "outlook.percent",
      "outlook.changedTo",
      "chase.partyCount",
      "chase.amount",
      "reading.quoted",
      "reading.questions.onSheet",
      "reading.columns.counted",
      "reading.leaves.at",
    ];
    const foreign = [...chinese].filter(([key, value]) => !han.test(text(value)) && !plain.includes(key));
    expect(foreign.map(([key]) => key).filter((key) => !/verdictFail|termsSummary/.test(key))).toEqual([]);
  });

  test("one and many", () => {
    expect(en.common.days(1)).toBe("1 day");
    expect(en.common.days(2)).toBe("2 days");
    expect(en.common.pieces(1200)).toBe("1,200 pcs");
    expect(en.reason.exFactoryOverdue(1)).toBe("Ex-factory 1 day overdue");
    expect(zhCN.reason.exFactoryOverdue(3)).toBe("离厂已逾期 3 天");
    expect(en.receipt.ordersAdded({ count: 1, po: "P", style: "S", at: "Orders!A2" })).toBe(
      "Order P S added at Orders!A2.",
    );
  });
});
