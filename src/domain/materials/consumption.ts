/** Allowances in cm on the body and sleeve length and on the half chest; waste as a share. */
export interface KnitGarment {
  readonly bodyLength: number;
  readonly sleeveLength: number;
  readonly halfChest: number;
  readonly gsm: number;
  readonly allowLength: number;
  readonly allowWidth: number;
  readonly waste: number;
}

/**
 * Fabric for knitwear 针织用料 in kg per dozen, lengths in cm: (body + sleeve + allowance) x (half chest + allowance) x 2 x gsm x
 * 12 / 10^7, and waste (Online Clothing Study; textilelearner). Usual allowances are 10-12 cm in length, 4-6 cm in width; waste
 * 7-12 %.
 */
export function knitConsumption(garment: KnitGarment): number {
  const { bodyLength, sleeveLength, halfChest, gsm, allowLength, allowWidth, waste } = garment;
  const area = (bodyLength + sleeveLength + allowLength) * (halfChest + allowWidth) * 2;
  return ((area * gsm * 12) / 1e7) * (1 + waste);
}

export interface WovenGarment {
  readonly bodyLength: number;
  readonly sleeveLength: number;
  readonly bodyWidth: number;
  readonly fabricWidth: number;
  readonly extraArea: number;
  readonly waste: number;
}

/**
 * Fabric for woven garments 梭织用料 in yards per dozen, lengths in inches: ((body + sleeve) x width x 2 + extras) / (fabric width
 * x 36) x 12, and waste. The marker gives a better figure once there is one. Usual waste is 3-7 %.
 */
export function wovenConsumption(garment: WovenGarment): number {
  const { bodyLength, sleeveLength, bodyWidth, fabricWidth, extraArea, waste } = garment;
  const area = (bodyLength + sleeveLength) * bodyWidth * 2 + extraArea;
  return (area / (fabricWidth * 36)) * 12 * (1 + waste);
}

/** Length for each piece of a marker 唛架: the marker and the loss at its ends, shared by its pieces, and waste. */
export function markerConsumption(
  markerLength: number,
  pieces: number,
  endLoss: number,
  waste: number,
): number {
  return ((markerLength + endLoss) / pieces) * (1 + waste);
}
