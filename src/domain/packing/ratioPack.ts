export interface RatioPack {
  readonly packs: number;
  /** What is left of each size, for solid packs. */
  readonly left: readonly number[];
}

/**
 * Ratio packing 配比装箱: as many packs as the scarcest size allows. A size with ratio 0 is not in the pack. Undefined where the
 * pack is empty.
 */
export function ratioPack(quantities: readonly number[], ratio: readonly number[]): RatioPack | undefined {
  let packs = Infinity;
  quantities.forEach((quantity, i) => {
    const each = ratio[i] as number;
    if (each > 0) packs = Math.min(packs, Math.floor(quantity / each));
  });
  if (packs === Infinity) return undefined;
  return { packs, left: quantities.map((quantity, i) => quantity - packs * (ratio[i] as number)) };
}
