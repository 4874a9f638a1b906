/** A colour in CIELAB (CIE 1976 L*, a*, b*), as a spectrophotometer gives it. */
export interface Lab {
  readonly L: number;
  readonly a: number;
  readonly b: number;
}

export const chroma = ({ a, b }: Lab): number => Math.hypot(a, b);

/** Square of the metric hue difference: what is left of the difference in a and b after that in chroma. */
export function hueDifferenceSquared(standard: Lab, sample: Lab): number {
  const [da, db] = [sample.a - standard.a, sample.b - standard.b];
  const dC = chroma(sample) - chroma(standard);
  return Math.max(0, da * da + db * db - dC * dC);
}
