export interface DueLine {
  readonly due: number;
  /** Undefined: still open. */
  readonly actual: number | undefined;
}

/**
 * On-time rate 准时率 as it stood on `asOf`: of the lines due by then, the share that left on their due date or within the days of
 * grace. An open line is late once its grace is over; until then it is undecided and left out. What happened after `asOf` was not
 * known then. Undefined where no line is due.
 */
export function onTimeRate(lines: readonly DueLine[], graceDays: number, asOf: number): number | undefined {
  let decided = 0;
  let onTime = 0;
  for (const { due, actual } of lines) {
    if (due > asOf) continue;
    const isOpen = actual === undefined || actual > asOf;
    if (isOpen && asOf <= due + graceDays) continue;
    decided++;
    if (!isOpen && actual <= due + graceDays) onTime++;
  }
  return decided > 0 ? onTime / decided : undefined;
}
