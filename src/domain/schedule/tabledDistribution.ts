/**
 * A distribution kept as a table of its cumulative shares, from its density on an interval (trapezoids; the density need not
 * be normalised). Good to about 1e-6 of the interval with the default table: for sampling, not for tables of quantiles.
 */
export class TabledDistribution {
  private readonly shares: Float64Array;

  constructor(
    density: (x: number) => number,
    private readonly from: number,
    private readonly to: number,
    private readonly cells = 4096,
  ) {
    const shares = new Float64Array(cells + 1);
    let before = density(from);
    for (let i = 1; i <= cells; i++) {
      const here = density(from + ((to - from) * i) / cells);
      shares[i] = (shares[i - 1] as number) + before + here;
      before = here;
    }
    const total = shares[cells] as number;
    this.shares = shares.map((share) => share / total);
  }

  /** Share below x. */
  share(x: number): number {
    const at = Math.min(Math.max(((x - this.from) / (this.to - this.from)) * this.cells, 0), this.cells);
    const i = Math.min(Math.floor(at), this.cells - 1);
    const low = this.shares[i] as number;
    return low + (at - i) * ((this.shares[i + 1] as number) - low);
  }

  /** The values at these shares, which must rise. */
  quantiles(shares: ArrayLike<number>): Float64Array {
    const values = new Float64Array(shares.length);
    const width = (this.to - this.from) / this.cells;
    let i = 0;
    for (let k = 0; k < shares.length; k++) {
      const share = shares[k] as number;
      while (i < this.cells - 1 && (this.shares[i + 1] as number) < share) i++;
      const low = this.shares[i] as number;
      const step = (this.shares[i + 1] as number) - low;
      values[k] = this.from + width * (i + (step > 0 ? Math.min(Math.max((share - low) / step, 0), 1) : 0));
    }
    return values;
  }
}
