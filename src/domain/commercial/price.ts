import { TradeError } from "../tradeError";

/** Parts of a garment's cost, each for one piece (or each for one dozen) in one currency. */
export interface GarmentCost {
  readonly fabric: number;
  readonly trims: number;
  /** Cut, make and trim 加工费. */
  readonly cmt: number;
  /** Print, wash, tests, inland freight, documents. */
  readonly other: number;
}

/**
 * FOB price: cost x (1 + overhead) / (1 - margin) / (1 - commission). Overhead is a share of the cost; margin and commission are
 * shares of the price.
 */
export function fobPrice(cost: GarmentCost, overhead: number, margin: number, commission: number): number {
  const { fabric, trims, cmt, other } = cost;
  return ((fabric + trims + cmt + other) * (1 + overhead)) / (1 - margin) / (1 - commission);
}

/**
 * CIF price from FOB: (FOB + freight) / (1 - uplift x insurance rate), as the premium is itself insured. 110 % is the least cover
 * under UCP 600 art. 28 (f) ii and Incoterms 2020. No price covers a premium of the whole of it or more.
 */
export function cifPrice(fob: number, freight: number, insuranceRate: number, uplift = 1.1): number {
  const left = 1 - uplift * insuranceRate;
  if (left <= 0) throw new TradeError("noAnswer", "noAnswer", {});
  return (fob + freight) / left;
}
