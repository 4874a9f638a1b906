import fc from "fast-check";
import { check } from "../../src/registers/check";
import { choiceOf, choiceWord } from "../../src/registers/choice";
import { defects } from "../../src/registers/defects";
import { inspections } from "../../src/registers/inspections";
import { orders } from "../../src/registers/orders";
import { readField } from "../../src/registers/readField";
import { fieldOf } from "../../src/registers/registers";
import type { Field, Fields } from "../../src/registers/register";
import { numberedKeys, rowKey } from "../../src/registers/rowKey";
import { readSizes, sizesText, sizesTotal } from "../../src/registers/sizes";

/** 2026-09-15 */
const SEPT_15 = 46280;
const field = (id: string): Field => {
  const found = fieldOf("orders", id);
  if (!found) throw new Error(id);
  return found;
};
const order: Fields = { po: "1", style: "S", qty: 1200, due: SEPT_15 };
const codes = (fields: Fields, context = {}): string[] =>
  check(orders, fields, context).map((finding) => `${finding.field} ${finding.code}`);

test("what people type is read as what they mean", () => {
  expect(readField(field("qty"), "１，２００ 件")).toBe(1200);
  expect(readField(field("qty"), "1200pcs")).toBe(1200);
  expect(readField(field("price"), "US$ 4.85")).toBe(4.85);
  expect(readField(field("price"), "¥32.5")).toBe(32.5);
  expect(readField(field("due"), "２０２６年９月１５日")).toBe(SEPT_15);
  expect(readField(field("due"), "2026.9.15")).toBe(SEPT_15);
  expect(readField(field("due"), "9月15日", 2026)).toBe(SEPT_15);
  expect(readField(field("due"), SEPT_15 + 0.75)).toBe(SEPT_15);
  expect(readField(field("po"), 4501)).toBe("4501");
  expect(readField(field("po"), " 0045 ")).toBe("0045");
});

test("a good order has no findings; blank optional fields are no fault", () => {
  expect(check(orders, order)).toEqual([]);
});

test.each<[string, Fields, string]>([
  ["a PO", { ...order, po: " " }, "po required"],
  ["a number that is none", { ...order, qty: "many" }, "qty notNumber"],
  ["half a piece", { ...order, qty: 1.5 }, "qty notWhole"],
  ["less than nothing", { ...order, qty: -1 }, "qty tooSmall"],
  ["a date that could be two", { ...order, due: "03/05/2026" }, "due ambiguousDate"],
  ["a day that is not", { ...order, due: "2026-02-30" }, "due notDate"],
  ["the wrong century", { ...order, due: 1200 }, "due dateOutOfSense"],
  ["an unknown template", { ...order, template: "leather" }, "template notAChoice"],
  ["delivery before the order", { ...order, orderDate: SEPT_15 + 1 }, "due dueBeforeOrder"],
  ["sizes that do not add up", { ...order, sizes: "S 100, M 1000" }, "sizes sizesDiffer"],
  ["sizes that say nothing", { ...order, sizes: "small to large" }, "sizes sizesUnclear"],
])("%s is found", (_, fields, finding) => {
  expect(codes(fields)).toEqual([finding]);
});

test("what has happened cannot lie in the future, and a name is given once", () => {
  expect(codes({ ...order, "T30.actual": SEPT_15 }, { asOf: SEPT_15 - 1 })).toEqual([
    "T30.actual inTheFuture",
  ]);
  expect(codes({ ...order, "T30.actual": SEPT_15 }, { asOf: SEPT_15 })).toEqual([]);
  expect(codes({ ...order, colour: "Navy" }, { otherKeys: new Set(["1|s|navy"]) })).toEqual(["po duplicate"]);
});

test("inspections and defects are checked by the same words", () => {
  const inspection = {
    id: "I-1",
    date: SEPT_15,
    po: "1",
    style: "S",
    type: "复检",
    lot: 100,
    inspected: 120,
  };
  expect(check(inspections, inspection)).toEqual([
    { field: "inspected", code: "inspectedOverLot", params: { lot: 100 } },
  ]);
  expect(check(defects, { inspection: "I-1", code: "S01", class: "Major", count: 0 })).toEqual([
    { field: "count", code: "tooSmall", params: { least: 1 } },
  ]);
});

test("currencies are suggestions, other currencies are as good", () => {
  expect(codes({ ...order, currency: "SEK" })).toEqual([]);
});

test("choices are understood in both languages and written in the workbook's", () => {
  expect(choiceOf(field("template"), " 针织 ")?.en).toBe("knit");
  expect(choiceWord(field("template"), "KNIT", "zh-CN")).toBe("针织");
  expect(choiceWord(field("template"), "leather", "zh-CN")).toBe("leather");
});

test("a key is the same however it is typed, and tells rows of one name apart", () => {
  expect(rowKey(orders, { po: "Ａ1 ", style: "k88", colour: " NAVY  blue" })).toBe("a1|k88|navy blue");
  expect(rowKey(orders, { po: "", style: " ", colour: "" })).toBeUndefined();
  expect(numberedKeys(["a", "b", "a", undefined, "a"])).toEqual(["a", "b", "a#2", undefined, "a#3"]);
});

test("sizes survive being written and read", () => {
  const size = fc.constantFrom("XS", "S", "M", "L", "XL", "2XL", "38", "40/32", "4-6Y");
  const list = fc.uniqueArray(fc.record({ size, qty: fc.nat(99_999) }), {
    selector: (item) => item.size,
    minLength: 1,
  });
  fc.assert(
    fc.property(list, (sizes) => {
      expect(readSizes(sizesText(sizes))).toEqual(sizes);
      expect(sizesTotal(sizes)).toBe(sizes.reduce((sum, { qty }) => sum + qty, 0));
    }),
  );
});

test("whole numbers are read back from any way of writing them", () => {
  const written = fc
    .nat(9_999_999)
    .chain((n) =>
      fc
        .constantFrom(String(n), n.toLocaleString("en-US"), `${n} pcs`, `${n}件`, ` ${n} `)
        .map((text) => [n, text] as const),
    );
  fc.assert(
    fc.property(written, ([n, text]) => {
      expect(readField(field("qty"), text)).toBe(n);
    }),
  );
});

test("checking never throws, whatever the cells hold", () => {
  const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(""));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...orders.fields.map(({ id }) => id)), value), (fields) => {
      for (const { field: id } of check(orders, fields, { asOf: SEPT_15 }))
        expect(fieldOf("orders", id)).toBeDefined();
    }),
  );
});
