/** Cubic metres of cartons measured in cm. */
export function cubicMetres(length: number, width: number, height: number, cartons = 1): number {
  return (length * width * height * cartons) / 1e6;
}

/**
 * Chargeable weight of air freight 计费重: the gross weight of the lot or its volume weight, whichever is more. The divisor is the
 * carrier's, cm³ for a kilogram: 6000 (IATA) or 5000 (couriers).
 */
export function chargeableKg(
  grossKg: number,
  length: number,
  width: number,
  height: number,
  cartons = 1,
  divisor = 6000,
): number {
  return Math.max(grossKg, (length * width * height * cartons) / divisor);
}
