/**
 * The x in [0, 1] below which the beta distribution with these shapes has that share: Newton steps on the regularised
 * incomplete beta function, kept inside a shrinking bracket. For the shapes of beta-PERT (alpha + beta = 6, both at least 1)
 * it is good to 1e-12.
 */
export function betaQuantile(share: number, alpha: number, beta: number): number {
  const scale = scaleOf(alpha, beta);
  let [low, high] = [0, 1];
  let x = alpha / (alpha + beta);
  for (let step = 0; step < 100; step++) {
    const miss = incompleteBeta(x, alpha, beta, scale) - share;
    if (miss > 0) high = x;
    else low = x;
    const density = scale * x ** (alpha - 1) * (1 - x) ** (beta - 1);
    let next = x - miss / density;
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - x) < 1e-14) return next;
    x = next;
  }
  return x;
}

/** The share of the beta distribution with these shapes below x: the regularised incomplete beta function. */
export function betaShare(alpha: number, beta: number): (x: number) => number {
  const scale = scaleOf(alpha, beta);
  return (x) => incompleteBeta(x, alpha, beta, scale);
}

function scaleOf(alpha: number, beta: number): number {
  return Math.exp(logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta));
}

/** Continued fraction of DLMF 8.17.22, evaluated by Lentz's method; the symmetry keeps it in its fast half. */
function incompleteBeta(x: number, a: number, b: number, scale: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a, scale);
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || tiny);
  let fraction = d;
  for (let m = 1; m < 200; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let change = 1;
    for (const term of [even, odd]) {
      d = 1 / (1 + term * d || tiny);
      c = 1 + term / c || tiny;
      change = c * d;
      fraction *= change;
    }
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return (scale * x ** a * (1 - x) ** b * fraction) / a;
}

/** Lanczos' approximation (g = 7, nine terms): fifteen digits for arguments of 1 and more. */
function logGamma(z: number): number {
  const terms = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const x = z - 1;
  const t = x + 7.5;
  const sum = terms.reduce((total, term, i) => (i === 0 ? term : total + term / (x + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(sum);
}
