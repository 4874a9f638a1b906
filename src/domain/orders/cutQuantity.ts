import { piecesUp } from "./wholePieces";

/**
 * Pieces to cut 裁数: the order and a share more, for what cutting and sewing spoil; rounded up for each size.
 * Usual shares are 2 to 5 % (Online Clothing Study); shipment tolerance and fabric set the limit.
 */
export function cutQuantity(quantity: number, extraShare: number): number {
  return piecesUp(quantity * (1 + extraShare));
}
