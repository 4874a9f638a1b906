import { deviation, isOut } from "./deviation";

/** One point of measure: what it should be, what each piece measures (undefined: not measured), and the tolerance both ways. */
export interface MeasuredPoint {
  readonly spec: number;
  readonly tolerance: number;
  readonly pieces: readonly (number | undefined)[];
}

/** How many measured points are out of tolerance, each point of each piece counted by itself. */
export function pointsOut(points: readonly MeasuredPoint[]): number {
  let out = 0;
  for (const { spec, tolerance, pieces } of points) {
    for (const piece of pieces) {
      if (piece !== undefined && isOut(deviation(spec, piece), tolerance, tolerance)) out++;
    }
  }
  return out;
}
