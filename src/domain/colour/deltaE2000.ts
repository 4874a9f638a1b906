import { chroma, type Lab } from "./lab";

const RADIAN = Math.PI / 180;
const POW_25_7 = 25 ** 7;

/** Hue angle in degrees, 0 to 360; 0 where there is no chroma. */
function hueAngle(a: number, b: number): number {
  if (a === 0 && b === 0) return 0;
  const angle = Math.atan2(b, a) / RADIAN;
  return angle < 0 ? angle + 360 : angle;
}

function towardsGrey(C: number): number {
  const C7 = C ** 7;
  return Math.sqrt(C7 / (C7 + POW_25_7));
}

/**
 * CIEDE2000 colour difference with kL = kC = kH = 1 (ISO/CIE 11664-6). The numbers in brackets are the equations of Sharma, Wu and
 * Dalal, "The CIEDE2000 color-difference formula", Color Res. Appl. 30 (2005) 21-30. Symmetric in its two colours.
 */
export function deltaE2000(one: Lab, two: Lab): number {
  const G = 0.5 * (1 - towardsGrey((chroma(one) + chroma(two)) / 2)); // (4)
  const a1 = (1 + G) * one.a; // (5)
  const a2 = (1 + G) * two.a;
  const C1 = Math.sqrt(a1 * a1 + one.b * one.b); // (6)
  const C2 = Math.sqrt(a2 * a2 + two.b * two.b);
  const h1 = hueAngle(a1, one.b); // (7)
  const h2 = hueAngle(a2, two.b);
  const noHue = C1 * C2 === 0;

  const apart = h2 - h1;
  const dh = noHue ? 0 : apart > 180 ? apart - 360 : apart < -180 ? apart + 360 : apart; // (10)
  const dL = two.L - one.L; // (8)
  const dC = C2 - C1; // (9)
  const dH = 2 * Math.sqrt(C1 * C2) * Math.sin((dh / 2) * RADIAN); // (11)

  const L = (one.L + two.L) / 2; // (12)
  const C = (C1 + C2) / 2; // (13)
  const sum = h1 + h2;
  const h = noHue ? sum : Math.abs(apart) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2; // (14)
  const T =
    1 -
    0.17 * Math.cos((h - 30) * RADIAN) +
    0.24 * Math.cos(2 * h * RADIAN) +
    0.32 * Math.cos((3 * h + 6) * RADIAN) -
    0.2 * Math.cos((4 * h - 63) * RADIAN); // (15)
  const turn = 30 * Math.exp(-(((h - 275) / 25) ** 2)); // (16)
  const offMiddle = (L - 50) ** 2;
  const lightness = dL / (1 + (0.015 * offMiddle) / Math.sqrt(20 + offMiddle)); // (18)
  const chromatic = dC / (1 + 0.045 * C); // (19)
  const hue = dH / (1 + 0.015 * C * T); // (20)
  const RT = -Math.sin(2 * turn * RADIAN) * 2 * towardsGrey(C); // (17), (21)
  return Math.sqrt(Math.max(0, lightness ** 2 + chromatic ** 2 + hue ** 2 + RT * chromatic * hue)); // (22)
}
