import { deviation, isOut } from "./deviation";

export interface MeasurementCheck {
  /** Pieces measured. */
  readonly measured: number;
  /** Pieces out of tolerance. */
  readonly out: number;
  /** The largest deviation, signed, among the pieces that are out; 0 when none is. Of two equal ones the first. */
  readonly worst: number;
}

/**
 * One point of measure 部位 on one or more pieces. A piece is out when it lies beyond spec - tolMinus or spec + tolPlus; on the
 * limit is within. Any unit, the same for all.
 */
export function measurementCheck(
  spec: number,
  pieces: readonly number[],
  tolMinus: number,
  tolPlus: number = tolMinus,
): MeasurementCheck {
  let out = 0;
  let worst = 0;
  for (const piece of pieces) {
    const deviated = deviation(spec, piece);
    if (!isOut(deviated, tolMinus, tolPlus)) continue;
    out++;
    if (Math.abs(deviated) > Math.abs(worst)) worst = deviated;
  }
  return { measured: pieces.length, out, worst };
}
