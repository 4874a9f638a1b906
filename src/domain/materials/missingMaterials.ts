import { lineKey } from "../orders/lineKey";

export interface ItemQuantity {
  readonly item: string;
  readonly quantity: number;
}

export interface Shortage {
  readonly item: string;
  readonly needed: number;
  readonly ordered: number;
  readonly short: number;
}

/**
 * Items of the bill of materials that were not ordered, or too little of them 漏定. Lines of one item add up on both sides. The
 * tolerance is a share of the need when it is below 1 (0.02 = 2 %), a quantity from 1 on. In the order of the bill of materials.
 */
export function missingMaterials(
  bill: readonly ItemQuantity[],
  orders: readonly ItemQuantity[],
  tolerance = 0,
): Shortage[] {
  const ordered = new Map<string, number>();
  for (const { item, quantity } of orders) {
    const key = lineKey(item);
    ordered.set(key, (ordered.get(key) ?? 0) + quantity);
  }
  const needed = new Map<string, { item: string; quantity: number }>();
  for (const { item, quantity } of bill) {
    const key = lineKey(item);
    const line = needed.get(key);
    if (line) line.quantity += quantity;
    else needed.set(key, { item: item.trim(), quantity });
  }
  const shortages: Shortage[] = [];
  for (const [key, { item, quantity }] of needed) {
    const have = ordered.get(key) ?? 0;
    const allowed = tolerance < 1 ? tolerance * quantity : tolerance;
    // Sums of decimals leave a trace that is no shortage.
    if (quantity - have > allowed + 1e-9 * Math.max(1, quantity)) {
      shortages.push({ item, needed: quantity, ordered: have, short: quantity - have });
    }
  }
  return shortages;
}
