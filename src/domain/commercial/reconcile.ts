import { lineKey } from "../orders/lineKey";

export interface StatementLine {
  readonly key: string;
  readonly amount: number;
}

export interface Difference {
  readonly key: string;
  /** Undefined: the other side alone has the key. */
  readonly ours: number | undefined;
  readonly theirs: number | undefined;
  /** Ours less theirs. */
  readonly difference: number;
}

interface Balance {
  readonly key: string;
  ours: number | undefined;
  theirs: number | undefined;
}

/**
 * Reconciliation 对账: what differs between our statement and theirs by more than the tolerance (an amount). Lines of one key add
 * up on each side. Our keys come first, in their order, then those that only they have.
 */
export function reconcile(
  ours: readonly StatementLine[],
  theirs: readonly StatementLine[],
  tolerance = 0,
): Difference[] {
  const balances = new Map<string, Balance>();
  const enter = (lines: readonly StatementLine[], side: "ours" | "theirs"): void => {
    for (const { key, amount } of lines) {
      const name = lineKey(key);
      let balance = balances.get(name);
      if (!balance) balances.set(name, (balance = { key: key.trim(), ours: undefined, theirs: undefined }));
      balance[side] = (balance[side] ?? 0) + amount;
    }
  };
  enter(ours, "ours");
  enter(theirs, "theirs");
  const differences: Difference[] = [];
  for (const balance of balances.values()) {
    const difference = plainDifference(balance.ours ?? 0, balance.theirs ?? 0);
    if (Math.abs(difference) > tolerance) differences.push({ ...balance, difference });
  }
  return differences;
}

/** a - b without the trace of binary fractions: 100.3 - 100 is 0.3, and 0.1 + 0.2 equals 0.3. */
function plainDifference(a: number, b: number): number {
  const digits = Math.floor(Math.log10(Math.max(1, Math.abs(a), Math.abs(b)))) + 1;
  const decimals = Math.max(0, 13 - digits);
  return Number((a - b).toFixed(decimals));
}
