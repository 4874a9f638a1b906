import { INCHES_PER_YARD } from "./units";

/**
 * Points per 100 square yards of the four-point system (ASTM D5430): points x 3600 / (width in inches x length in yards).
 * Usual limits are 20 to 40, by buyer and fabric.
 */
export function pointsPer100SquareYards(points: number, yards: number, widthInches: number): number {
  return (points * 100 * INCHES_PER_YARD) / (widthInches * yards);
}
