import { chroma, hueDifferenceSquared, type Lab } from "./lab";

interface Weights {
  readonly kL: number;
  readonly K1: number;
  readonly K2: number;
}

/** CIE 116-1995: the constants for graphic arts (reference conditions) and for textiles. */
const weights: Readonly<Record<"graphic" | "textile", Weights>> = {
  graphic: { kL: 1, K1: 0.045, K2: 0.015 },
  textile: { kL: 2, K1: 0.048, K2: 0.014 },
};

/** CIE94 colour difference (CIE 116-1995). The chroma of the standard weighs it, so the order of the two matters. */
export function deltaE94(standard: Lab, sample: Lab, use: "graphic" | "textile" = "graphic"): number {
  const { kL, K1, K2 } = weights[use];
  const C = chroma(standard);
  const dL = (sample.L - standard.L) / kL;
  const dC = chroma(sample) - C;
  const SC = 1 + K1 * C;
  const SH = 1 + K2 * C;
  return Math.sqrt(dL * dL + (dC / SC) ** 2 + hueDifferenceSquared(standard, sample, dC) / SH ** 2);
}
