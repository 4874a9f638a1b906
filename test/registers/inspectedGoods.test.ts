import { byGoods, speaksOf, type Goods } from "../../src/registers/inspectedGoods";
import { verdictOf } from "../../src/registers/verdictOf";

const order = { po: "PO-7", style: "A-1" };

test.each<[Goods, boolean]>([
  [{ po: "po-7 ", style: "Ａ-1" }, true],
  [{ po: "PO-7", style: "" }, true],
  [{ po: undefined, style: "a-1" }, true],
  [{ po: "PO-7", style: "A-2" }, false],
  [{ po: "PO-8", style: "A-1" }, false],
  [{ po: "", style: "" }, false],
])("an inspection of %j speaks of the order: %p", (inspection, speaks) => {
  expect(speaksOf(inspection, order)).toBe(speaks);
  expect(byGoods([inspection], (one) => one)(order)).toEqual(speaks ? [inspection] : []);
});

test("an order without a style is not found by style, nor one without a PO by PO", () => {
  const find = byGoods<Goods>(
    [
      { po: "", style: "A-1" },
      { po: "PO-7", style: "" },
    ],
    (one) => one,
  );
  expect(find({ po: "PO-7", style: "" })).toEqual([{ po: "PO-7", style: "" }]);
  expect(find({ po: "", style: "" })).toEqual([]);
});

test.each([
  ["Accepted", "pass"],
  ["OK", "pass"],
  ["通过", "pass"],
  ["合格（附备注）", "pass"],
  ["NG", "fail"],
  ["Rejected", "fail"],
  ["返工", "fail"],
  ["Fail: major 8 > 7", "fail"],
  ["on hold", "pending"],
  ["让步放行", undefined],
  ["see report", undefined],
])("%s means %s", (said, verdict) => {
  expect(verdictOf(said)).toBe(verdict);
});
