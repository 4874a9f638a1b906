import { piecesUp } from "../orders/wholePieces";

/**
 * What to buy: the order's need with waste, at least the supplier's minimum, in whole packs (pack 0: any quantity). Nothing is
 * bought where nothing is needed.
 */
export function buyQuantity(
  orderQty: number,
  consumption: number,
  waste: number,
  moq: number,
  pack: number,
): number {
  const needed = orderQty * consumption * (1 + waste);
  if (needed === 0) return 0;
  const quantity = Math.max(needed, moq);
  return pack === 0 ? quantity : piecesUp(quantity / pack) * pack;
}
