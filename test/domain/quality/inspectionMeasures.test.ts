import {
  cartonsToOpen,
  defectsPerHundred,
  rightFirstTime,
} from "../../../src/domain/quality/inspectionMeasures";

test("60 defects on 200 garments are 30 per hundred", () => {
  expect(defectsPerHundred(60, 200)).toBe(30);
});

test("450 checked, 50 defective: eight of nine right first time", () => {
  expect(rightFirstTime(450, 50)).toBeCloseTo(8 / 9, 12);
});

test.each([
  [1, 1],
  [2, 2],
  [4, 2],
  [5, 3],
  [196, 14],
  [197, 15],
  [200, 15],
])("of %i cartons open %i", (cartons, open) => {
  expect(cartonsToOpen(cartons)).toBe(open);
});
