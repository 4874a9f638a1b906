/**
 * `total` shared out in whole numbers in proportion to `weights` (0 or more, not all 0): each gets the whole part of its quota,
 * what is left goes one by one to the largest remainders (Hamilton's method), of equal ones to the first. The sum is `total`.
 */
export function largestRemainder(total: number, weights: readonly number[]): number[] {
  let sum = 0;
  for (const weight of weights) sum += weight;
  const shares: number[] = [];
  const remainders: number[] = [];
  let left = total;
  for (const weight of weights) {
    const quota = total * (weight / sum);
    // Equal remainders must compare equal, and a quota of 2.9999999999 is 3: binary fractions leave a trace.
    const whole = Math.floor(quota + 1e-9);
    shares.push(whole);
    remainders.push(Math.round((quota - whole) * 1e9));
    left -= whole;
  }
  if (left === 0) return shares;
  const order = weights.map((_, i) => i).filter((i) => (weights[i] as number) > 0);
  order.sort((i, j) => (remainders[j] as number) - (remainders[i] as number) || i - j);
  for (const i of order) {
    if (left <= 0) break;
    shares[i] = (shares[i] as number) + 1;
    left--;
  }
  return shares;
}
