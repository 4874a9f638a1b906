import { piecesDown } from "../orders/wholePieces";

export interface Stock {
  readonly available: number;
  /** Use for each garment; 0: the garment does without. */
  readonly consumption: number;
}

/**
 * Kit readiness 齐套: whole garments that can be made of what is there, set by the scarcest item. Undefined where no item is
 * used.
 */
export function garmentsPossible(items: readonly Stock[]): number | undefined {
  let fewest = Infinity;
  for (const { available, consumption } of items) {
    if (consumption > 0) fewest = Math.min(fewest, piecesDown(available / consumption));
  }
  return fewest === Infinity ? undefined : fewest;
}
