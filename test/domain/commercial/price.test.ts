import fc from "fast-check";
import { exchangeCost, exportProfitRate } from "../../../src/domain/commercial/exchangeCost";
import { latePenalty } from "../../../src/domain/commercial/latePenalty";
import { cifPrice, fobPrice } from "../../../src/domain/commercial/price";
import { taxRefund } from "../../../src/domain/commercial/taxRefund";

test("FOB: 5.95 of cost, 5 % overhead, 8 % margin, 5 % commission", () => {
  const cost = { fabric: 3.2, trims: 0.85, cmt: 1.6, other: 0.3 };
  expect(fobPrice(cost, 0.05, 0.08, 0.05)).toBeCloseTo(7.1482, 4);
});

test("CIF: the premium is paid on 110 % of CIF itself", () => {
  const cif = cifPrice(5, 0.25, 0.003);
  expect(cif).toBeCloseTo(5.2674, 4);
  expect(5 + 0.25 + cif * 1.1 * 0.003).toBeCloseTo(cif, 12);
});

test("margin and commission are shares of the price, overhead of the cost", () => {
  const money = fc.double({ min: 0, max: 50, noNaN: true });
  const share = fc.double({ min: 0, max: 0.5, noNaN: true });
  fc.assert(
    fc.property(
      money,
      money,
      money,
      money,
      share,
      share,
      share,
      (fabric, trims, cmt, other, oh, margin, commission) => {
        const price = fobPrice({ fabric, trims, cmt, other }, oh, margin, commission);
        const net = price - price * commission;
        expect(net - net * margin).toBeCloseTo((fabric + trims + cmt + other) * (1 + oh), 8);
      },
    ),
  );
});

/** The worked example of Chinese foreign trade textbooks: 17 % VAT, 9 % refund, USD 317.75 FOB. */
test("换汇成本 6.6327", () => {
  const deal = { purchaseInclVat: 2060, vatRate: 0.17, refundRate: 0.09, expenses: 206, fobForeign: 317.75 };
  expect(exchangeCost(deal)).toBeCloseTo(6.6327, 4);
  expect(exportProfitRate(deal, exchangeCost(deal))).toBeCloseTo(0, 12);
  expect(exportProfitRate(deal, 7)).toBeGreaterThan(0);
});

test("tax refund: 113 with 13 % VAT is 100 without, 13 % of it comes back", () => {
  expect(taxRefund(113, 0.13, 0.13)).toBeCloseTo(13, 9);
  expect(taxRefund(113, 0.13, 0)).toBe(0);
});

const steps = [
  { fromDay: 1, rate: 0 },
  { fromDay: 8, rate: 0.05 },
  { fromDay: 15, rate: 0.1 },
  { fromDay: 22, rate: 0.15 },
];

test.each([
  [-3, 0],
  [0, 0],
  [7, 0],
  [8, 3000],
  [9, 3000],
  [14, 3000],
  [15, 6000],
  [22, 9000],
  [400, 9000],
])("%d days late on 60,000: %d", (days, penalty) => {
  expect(latePenalty(days, 60_000, steps)).toBeCloseTo(penalty, 9);
  expect(latePenalty(days, 60_000, [...steps].reverse())).toBeCloseTo(penalty, 9);
});
