/** NFKC makes ⅜ into 3⁄8 and full-width digits into plain ones; a fraction glyph right after a digit needs its space back. */
const plain = (text: string): string =>
  text
    .replace(/(\d)([¼-¾⅐-⅞])/g, "$1 $2")
    .normalize("NFKC")
    .replace(/⁄/g, "/")
    .replace(/[‐-―−]/g, "-")
    .trim();

const UNIT = /\s*(?:"|''|′′|”|“|inch(?:es)?|ins?\.?|英寸|寸|吋)$/i;
const DECIMAL = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)$/;
const FRACTION = /^([+-]?)(?:(\d+)(?:\s*[-+&又]\s*|\s+))?(\d+)\s*\/\s*(\d+)$/;

/**
 * Inches as a size chart writes them: 12 3/8, 12-3/8, 28-1/2", 12⅜, 3/8, 12.375, with or without a sign or unit.
 * Undefined for what cannot be read with certainty, such as a whole number beside a fraction above one (28 11/2).
 */
export function readInches(text: string): number | undefined {
  const value = plain(text).replace(UNIT, "").trim();
  const decimal = DECIMAL.exec(value);
  if (decimal) return signed(decimal[1], Number(decimal[2]));
  const fraction = FRACTION.exec(value);
  if (!fraction) return undefined;
  const [, sign, whole, over, under] = fraction;
  const [numerator, denominator] = [Number(over), Number(under)];
  if (denominator === 0 || (whole !== undefined && numerator >= denominator)) return undefined;
  return signed(sign, Number(whole ?? 0) + numerator / denominator);
}

const signed = (sign: string | undefined, size: number): number =>
  sign === "-" && size !== 0 ? -size : size;

/**
 * Inches as text, to the nearest 1/denominator (halves away from zero), the fraction reduced: 12.4375 in sixteenths is 12 7/16.
 * `readInches` reads it back.
 */
export function inchText(inches: number, denominator = 8): string {
  const steps = Math.round(Math.abs(inches) * denominator);
  const whole = Math.floor(steps / denominator);
  const rest = steps - whole * denominator;
  const divisor = greatestCommonDivisor(rest, denominator);
  const fraction = rest === 0 ? "" : `${rest / divisor}/${denominator / divisor}`;
  const size =
    whole === 0 && fraction !== "" ? fraction : fraction === "" ? String(whole) : `${whole} ${fraction}`;
  return inches < 0 && steps > 0 ? `-${size}` : size;
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);
