import { CONVERT } from "@formulajs/formulajs";
import fc from "fast-check";
import { fabricKg, gsm, rollLength } from "../../../src/domain/fabric/fabricWeight";

/** 46 inches of 250 g/m² knit: 50 kg are 171.17 m; 1000 m of 150 cm at 180 g/m² are 270 kg. */
test("length from weight and weight from length", () => {
  expect(rollLength(50, 250, 116.84)).toBeCloseTo(171.17, 2);
  expect(fabricKg(1000, 150, 180)).toBeCloseTo(270, 9);
});

test("they invert each other", () => {
  const size = fc.double({ min: 1, max: 1000, noNaN: true });
  fc.assert(
    fc.property(size, size, size, (kg, weight, width) => {
      expect(fabricKg(rollLength(kg, weight, width), width, weight)).toBeCloseTo(kg, 9);
    }),
  );
});

test("ounces a square yard as Excel's CONVERT has them", () => {
  const ounce = CONVERT(1, "ozm", "g") as number;
  const yard = CONVERT(1, "yd", "m") as number;
  expect(gsm(10)).toBeCloseTo((10 * ounce) / yard ** 2, 6);
  expect(gsm(10)).toBeCloseTo(339.057, 3);
  expect(gsm(180, "g/m2")).toBe(180);
});

/** Silk trade: 1 momme is 4.340 g/m². */
test("momme", () => expect(gsm(19, "momme")).toBeCloseTo(19 * 4.34, 1));
