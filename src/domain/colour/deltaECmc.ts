import { chroma, hueDifferenceSquared, type Lab } from "./lab";

const RADIAN = Math.PI / 180;

/**
 * CMC(l:c) colour difference (Clarke, McDonald and Rigg 1984; ISO 105-J03, BS 6923). 2:1 judges acceptability in textiles, 1:1
 * perceptibility. The ellipse is drawn around the standard, so the order of the two matters.
 */
export function deltaECmc(standard: Lab, sample: Lab, l = 2, c = 1): number {
  const { L, a, b } = standard;
  const C = chroma(standard);
  const hue = Math.atan2(b, a) / RADIAN;
  const h = hue < 0 ? hue + 360 : hue;
  const T =
    h >= 164 && h <= 345
      ? 0.56 + Math.abs(0.2 * Math.cos((h + 168) * RADIAN))
      : 0.36 + Math.abs(0.4 * Math.cos((h + 35) * RADIAN));
  const C4 = C ** 4;
  const F = Math.sqrt(C4 / (C4 + 1900));
  const SL = L < 16 ? 0.511 : (0.040975 * L) / (1 + 0.01765 * L);
  const SC = (0.0638 * C) / (1 + 0.0131 * C) + 0.638;
  const SH = SC * (F * T + 1 - F);
  const dL = (sample.L - L) / (l * SL);
  const dC = chroma(sample) - C;
  return Math.sqrt(dL * dL + (dC / (c * SC)) ** 2 + hueDifferenceSquared(standard, sample, dC) / SH ** 2);
}
