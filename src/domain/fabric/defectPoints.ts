/** How holes are counted: OCS by size (up to 1 inch 2 points, longer 4), BUYER every hole 4. */
export type HoleRule = "OCS" | "BUYER";

/** Four-point system (ASTM D5430): up to 3 inches 1 point, up to 6 two, up to 9 three, longer four; no length, no defect. */
export function defectPoints(inches: number): number {
  return inches <= 0 ? 0 : Math.min(4, Math.ceil(inches / 3));
}

export function holePoints(inches: number, rule: HoleRule = "OCS"): number {
  if (inches <= 0) return 0;
  return rule === "OCS" && inches <= 1 ? 2 : 4;
}

/**
 * Penalty points of one roll from the lengths of its defects and the sizes of its holes, in inches. The limit of four points in
 * one yard needs to know where the defects lie and is left to the inspector.
 */
export function rollPoints(
  lengths: readonly number[],
  holes: readonly number[] = [],
  rule: HoleRule = "OCS",
): number {
  let points = 0;
  for (const length of lengths) points += defectPoints(length);
  for (const hole of holes) points += holePoints(hole, rule);
  return points;
}
