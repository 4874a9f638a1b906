export interface CurvePoint {
  readonly day: number;
  /** Share of the runs that have left on that day or before. */
  readonly share: number;
}

/** The share that has left by a day: that of the last step up to it. */
export function shareBy(curve: readonly CurvePoint[], day: number): number {
  let share = 0;
  for (const point of curve) {
    if (point.day > day) break;
    share = point.share;
  }
  return share;
}

/** The first day by which the share has left; undefined where the curve ends below it. */
export function dayBy(curve: readonly CurvePoint[], share: number): number | undefined {
  return curve.find((point) => point.share >= share - 1e-9)?.day;
}

/** Without the one run in a hundred at each end, which would squeeze all the others together. */
export function worthShowing(curve: readonly CurvePoint[]): readonly CurvePoint[] {
  const from = dayBy(curve, 0.005) ?? -Infinity;
  const to = dayBy(curve, 0.99) ?? Infinity;
  return curve.filter(({ day }) => day >= from && day <= to);
}

/** A line in steps: the share jumps on each day and stays until the next. */
export function stepPath(
  curve: readonly CurvePoint[],
  x: (day: number) => number,
  y: (share: number) => number,
  ends: { readonly first: number; readonly last: number },
): string {
  const at = (horizontal: number) => Math.round(horizontal * 10) / 10;
  let path = `M${at(x(ends.first))} ${at(y(0))}`;
  for (const { day, share } of curve) {
    if (day > ends.last) break;
    path += `H${at(x(day))}V${at(y(share))}`;
  }
  return `${path}H${at(x(ends.last))}`;
}
