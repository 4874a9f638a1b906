/** ln C(n, k) as a sum of logarithms: sample sizes are small, so this is both quick and exact to the last digits. */
const lnChoose = (n: number, k: number): number => {
  const steps = Math.min(k, n - k);
  let sum = 0;
  for (let i = 1; i <= steps; i++) sum += Math.log((n - steps + i) / i);
  return sum;
};

/**
 * Chance of at most `most` nonconforming pieces in a sample of n from a process with this share of them (type B, binomial):
 * sum of C(n,x) p^x (1-p)^(n-x).
 */
export const binomialAtMost = (most: number, n: number, share: number): number => {
  if (most >= n || share <= 0) return 1;
  if (share >= 1) return 0;
  const lnGood = Math.log1p(-share);
  const lnBad = Math.log(share);
  let sum = 0;
  for (let x = 0; x <= most; x++) sum += Math.exp(lnChoose(n, x) + x * lnBad + (n - x) * lnGood);
  return Math.min(1, sum);
};

/**
 * Chance of at most `most` nonconforming pieces in a sample of n drawn from this very lot, which holds `bad` of them (type A,
 * hypergeometric): sum of C(bad,x) C(lot-bad,n-x) / C(lot,n).
 */
export const hypergeometricAtMost = (most: number, n: number, lot: number, bad: number): number => {
  const all = lnChoose(lot, n);
  const good = lot - bad;
  let sum = 0;
  for (let x = Math.max(0, n - good); x <= Math.min(most, bad, n); x++) {
    sum += Math.exp(lnChoose(bad, x) + lnChoose(good, n - x) - all);
  }
  return Math.min(1, sum);
};

/** Chance of at most `most` nonconformities where `mean` are expected in the sample (AQLs from 15 count per 100 units). */
export const poissonAtMost = (most: number, mean: number): number => {
  let lnTerm = -mean;
  let sum = Math.exp(lnTerm);
  for (let x = 1; x <= most && mean > 0; x++) {
    lnTerm += Math.log(mean / x);
    sum += Math.exp(lnTerm);
  }
  return Math.min(1, sum);
};
