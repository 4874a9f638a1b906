/** Shrinkage 缩率 as a share of the length before washing; negative when the fabric grew. */
export function shrinkage(before: number, after: number): number {
  return (before - after) / before;
}

/** Length to cut so that it measures `finished` after shrinking by that share (a share of the length cut, below 1). */
export function lengthToCut(finished: number, shrunk: number): number {
  return finished / (1 - shrunk);
}
