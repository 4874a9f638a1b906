import { GRAMS_PER_OUNCE, METRES_PER_YARD } from "./units";

/** Metres on a roll of that net weight, weight per square metre and width. */
export function rollLength(kg: number, gsm: number, widthCm: number): number {
  return (kg * 100_000) / (gsm * widthCm);
}

/** Kilograms of a length in metres. */
export function fabricKg(metres: number, widthCm: number, gsm: number): number {
  return (metres * widthCm * gsm) / 100_000;
}

/** What a fabric's weight may be given in: grams or ounces for an area, or momme 姆米 (silk). */
export type FabricWeightUnit = "oz/yd2" | "g/m2" | "momme";

/** 1 momme is 1 pound for 100 yards of 45 inches. */
const gramsPerSquareMetre: Readonly<Record<FabricWeightUnit, number>> = {
  "g/m2": 1,
  "oz/yd2": GRAMS_PER_OUNCE / METRES_PER_YARD ** 2,
  momme: (16 * GRAMS_PER_OUNCE) / (100 * METRES_PER_YARD * 1.25 * METRES_PER_YARD),
};

/** Grams per square metre 克重 of a weight given in another unit. */
export function gsm(value: number, from: FabricWeightUnit = "oz/yd2"): number {
  return value * gramsPerSquareMetre[from];
}
