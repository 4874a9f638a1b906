export type GreyScaleType = "change" | "staining";

/** CIELAB differences of the nine steps, grade 5 to grade 1 in half grades. */
export const greyScaleSteps: Readonly<Record<GreyScaleType, readonly number[]>> = {
  /** ISO 105-A02 (EN 20105-A02, GB/T 250), change in colour 变色. */
  change: [0, 0.8, 1.7, 2.5, 3.4, 4.8, 6.8, 9.6, 13.6],
  /** ISO 105-A03 (GB/T 251), staining 沾色. */
  staining: [0, 2.2, 4.3, 6, 8.5, 12, 16.9, 24, 34.1],
};

/** Half-way between neighbours, to the hundredths in which they are given: for A02 these are the limits of ISO 105-A05's table. */
const limits = (type: GreyScaleType): number[] => {
  const steps = greyScaleSteps[type];
  return steps.slice(1).map((step, i) => Math.round(((steps[i] as number) + step) * 50) / 100);
};
const limitsOf = { change: limits("change"), staining: limits("staining") };

/** The nearest grade of the grey scale 灰卡, 5 (no difference) to 1, in half grades; half-way is the lower grade. */
export function greyScaleGrade(deltaE: number, type: GreyScaleType = "change"): number {
  return 5 - limitsOf[type].filter((limit) => deltaE >= limit).length / 2;
}
