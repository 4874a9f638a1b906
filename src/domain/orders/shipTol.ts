export type ShipTol =
  | { readonly verdict: "OK" }
  | {
      readonly verdict: "SHORT" | "OVER";
      /** Shipped beyond ordered, as a fraction of ordered. */ readonly difference: number;
    };

/** Decimal fractions are not exact: 5000 pieces less 3 % must still allow 4850. Far below one piece in any order. */
const ROUNDING = 1e-9;

/** Shipped against ordered (more than 0) with the tolerances agreed, minus and plus, as fractions of ordered. */
export function shipTol(ordered: number, shipped: number, minus: number, plus: number): ShipTol {
  const difference = (shipped - ordered) / ordered;
  if (difference < -minus - ROUNDING) return { verdict: "SHORT", difference };
  if (difference > plus + ROUNDING) return { verdict: "OVER", difference };
  return { verdict: "OK" };
}
