/** A colour in CIELAB (CIE 1976 L*, a*, b*), as a spectrophotometer gives it. */
export interface Lab {
  readonly L: number;
  readonly a: number;
  readonly b: number;
}

/** Distance from the grey axis. (Math.hypot guards against overflow that no colour reaches, at ten times the cost.) */
export const chroma = ({ a, b }: Lab): number => Math.sqrt(a * a + b * b);

/** Square of the metric hue difference: what is left of the difference in a and b after that in chroma, dC. */
export function hueDifferenceSquared(standard: Lab, sample: Lab, dC: number): number {
  const [da, db] = [sample.a - standard.a, sample.b - standard.b];
  return Math.max(0, da * da + db * db - dC * dC);
}
