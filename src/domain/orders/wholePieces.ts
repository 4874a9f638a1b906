/**
 * Whole pieces out of a computed quantity. Binary fractions leave a trace (100 x 1.1 is 110.00000000000001): a quantity that close
 * to a whole number is that number, so that nobody cuts a 111th piece.
 */
const isNearly = (quantity: number, whole: number): boolean =>
  Math.abs(quantity - whole) <= 1e-12 * Math.max(1000, Math.abs(quantity));

export function piecesUp(quantity: number): number {
  const nearest = Math.round(quantity);
  return isNearly(quantity, nearest) ? nearest : Math.ceil(quantity);
}

export function piecesDown(quantity: number): number {
  const nearest = Math.round(quantity);
  return isNearly(quantity, nearest) ? nearest : Math.floor(quantity);
}
