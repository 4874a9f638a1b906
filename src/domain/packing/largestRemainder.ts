/** Weights that are no whole numbers are taken to a billionth of the largest. */
const FINEST = 1e9;

/**
 * `total` shared out in whole numbers in proportion to `weights` (0 or more, not all 0): each gets the whole part of its quota,
 * what is left goes one by one to the largest remainders (Hamilton's method), of equal ones to the first. The sum is `total`.
 * Computed in whole numbers throughout, so that equal remainders are equal.
 */
export function largestRemainder(total: number, weights: readonly number[]): number[] {
  const parts = wholeWeights(weights);
  const sum = parts.reduce((all, part) => all + part, 0n);
  const remainders = new Array<bigint>(parts.length);
  let left = total;
  const shares = parts.map((part, i) => {
    const quota = BigInt(total) * part;
    remainders[i] = quota % sum;
    const whole = Number(quota / sum);
    left -= whole;
    return whole;
  });
  if (left === 0) return shares;
  const order = [...shares.keys()].sort((i, j) => {
    const [one, other] = [remainders[i] as bigint, remainders[j] as bigint];
    return one === other ? i - j : one > other ? -1 : 1;
  });
  for (const i of order.slice(0, left)) shares[i] = (shares[i] as number) + 1;
  return shares;
}

function wholeWeights(weights: readonly number[]): bigint[] {
  if (weights.every(Number.isSafeInteger)) return weights.map(BigInt);
  const largest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  return weights.map((weight) => BigInt(Math.round((weight / largest) * FINEST)));
}
