import type { Lab } from "./lab";

/** CIELAB colour difference of 1976 (ISO/CIE 11664-4): the plain distance. */
export function deltaE76(standard: Lab, sample: Lab): number {
  const [dL, da, db] = [sample.L - standard.L, sample.a - standard.a, sample.b - standard.b];
  return Math.sqrt(dL * dL + da * da + db * db);
}
