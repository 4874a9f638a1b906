import { DOLLARDE, DOLLARFR } from "@formulajs/formulajs";
import fc from "fast-check";
import { inchText, readInches } from "../../../src/domain/measurement/inches";

test.each([
  ["12 3/8", 12.375],
  ["12-3/8", 12.375],
  ['28-1/2"', 28.5],
  ["28 1/2''", 28.5],
  ["12⅜", 12.375],
  ["12 ⅜", 12.375],
  ["⅝", 0.625],
  ["3/8", 0.375],
  ["12 3⁄8", 12.375],
  ["１２ ３／８", 12.375],
  ["12.375", 12.375],
  ["12.5″", 12.5],
  ["12 3/8″", 12.375],
  [".5 in", 0.5],
  ["12 inches", 12],
  ["12 3/8英寸", 12.375],
  ["12又3/8", 12.375],
  ["-1 1/2", -1.5],
  ["-½", -0.5],
  ["+1/4", 0.25],
  ["−1/4", -0.25],
  ["9/8", 1.125],
])("%s is %d inches", (text, inches) => expect(readInches(text)).toBe(inches));

test.each(["", "abc", "12 3/", "12/0", "28 11/2", "1/2/3", "5'6\"", "12 cm", "12,5", "3/8 1", "1e3"])(
  "%p is not read",
  (text) => expect(readInches(text)).toBeUndefined(),
);

test.each([
  [12.4375, 16, "12 7/16"],
  [12.375, 8, "12 3/8"],
  [12.4375, 8, "12 1/2"],
  [0.375, 8, "3/8"],
  [12, 8, "12"],
  [0, 8, "0"],
  [-1.5, 8, "-1 1/2"],
  [-0.25, 4, "-1/4"],
  [0.01, 8, "0"],
  [-0.01, 8, "0"],
  [11.97, 8, "12"],
])("%d in 1/%d is %s", (inches, denominator, text) => expect(inchText(inches, denominator)).toBe(text));

const steps = fc.integer({ min: -100_000, max: 100_000 });
const denominator = fc.constantFrom(1, 2, 4, 8, 16, 32, 64);

test("text and number invert each other", () => {
  fc.assert(
    fc.property(steps, denominator, (n, d) => {
      expect(readInches(inchText(n / d, d))).toBeCloseTo(n / d, 12);
    }),
  );
});

test("the nearest step is taken", () => {
  fc.assert(
    fc.property(fc.double({ min: -5000, max: 5000, noNaN: true }), denominator, (inches, d) => {
      expect(Math.abs((readInches(inchText(inches, d)) as number) - inches)).toBeLessThanOrEqual(
        0.5 / d + 1e-12,
      );
    }),
  );
});

test("the fraction is reduced", () => {
  fc.assert(
    fc.property(steps, (n) => {
      const [, over, under] = /(\d+)\/(\d+)$/.exec(inchText(n / 64, 64)) ?? [];
      if (over !== undefined) expect(Number(over) % 2).toBe(1);
      if (under !== undefined) expect(64 % Number(under)).toBe(0);
    }),
  );
});

test("agrees with the fractional prices of Excel (DOLLARFR writes 12 7/16 as 12.07)", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (n) => {
      const price = DOLLARFR(n / 16, 16) as number;
      const text = `${Math.trunc(price)} ${Math.round((price % 1) * 100)}/16`;
      expect(readInches(text)).toBeCloseTo(DOLLARDE(price, 16) as number, 9);
    }),
  );
});
