/** Far below the 1 mm and 1/32" that garments are measured to, far above the trace that binary fractions leave (50.1 - 50). */
const TRACE = 1e-9;

/** Measured value less specified value, without the trace of binary fractions. */
export function deviation(spec: number, measured: number): number {
  return Math.round((measured - spec) / TRACE) / Math.round(1 / TRACE);
}

/** Whether a deviation lies beyond its tolerance; both tolerances are amounts, 0 or more. On the limit is within. */
export function isOut(deviated: number, tolMinus: number, tolPlus: number): boolean {
  return deviated > tolPlus + TRACE || -deviated > tolMinus + TRACE;
}
