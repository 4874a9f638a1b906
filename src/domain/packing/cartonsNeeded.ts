import { piecesUp } from "../orders/wholePieces";

export interface PackedLine {
  readonly quantity: number;
  readonly perCarton: number;
}

/**
 * Cartons for the colour-size lines of an order, each line packed by itself (solid) with a last carton that may not be full; or,
 * with `mixLast`, the remainders of all lines sharing cartons.
 */
export function cartonsNeeded(lines: readonly PackedLine[], mixLast = false): number {
  let full = 0;
  let lastCartons = 0;
  let shared = 0;
  for (const { quantity, perCarton } of lines) {
    const cartons = Math.floor(quantity / perCarton);
    const rest = quantity - cartons * perCarton;
    full += cartons;
    if (rest > 0) lastCartons++;
    shared += rest / perCarton;
  }
  return full + (mixLast ? piecesUp(shared) : lastCartons);
}
