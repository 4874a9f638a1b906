/**
 * Earned schedule ES (Lipke, "Schedule is different", 2003): the time at which what is done should have been done. `planned` is
 * the cumulative plan at the end of each period, never falling; ES = C + (EV - PV[C]) / (PV[C+1] - PV[C]) where C is the last
 * period whose plan is earned. Once the whole plan is earned ES is its duration.
 */
export function earnedSchedule(planned: readonly number[], earned: number): number {
  let C = 0;
  while (C < planned.length && earned >= (planned[C] as number)) C++;
  if (C === planned.length) return C;
  const from = C === 0 ? 0 : (planned[C - 1] as number);
  return C + (earned - from) / ((planned[C] as number) - from);
}

/** Schedule variance SV(t) in periods: negative is behind. */
export const scheduleVariance = (es: number, elapsed: number): number => es - elapsed;

/** Schedule performance index SPI(t); undefined before any time has passed. */
export const schedulePerformance = (es: number, elapsed: number): number | undefined =>
  elapsed > 0 ? es / elapsed : undefined;

/** Independent estimate of the duration IEAC(t) = planned duration / SPI(t); undefined while nothing is earned. */
export const durationEstimate = (es: number, elapsed: number, plannedDuration: number): number | undefined =>
  es > 0 && elapsed > 0 ? (plannedDuration * elapsed) / es : undefined;
