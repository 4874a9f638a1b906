/**
 * A distribution kept as a table of its cumulative shares, from its density on an interval (trapezoids; the density need not
 * be normalised). Good to about 1e-6 of the interval with the default table: for sampling, not for tables of quantiles.
 */
export class TabledDistribution {
  private tabled: Float64Array | undefined;

  constructor(
    private readonly density: (x: number) => number,
    private readonly from: number,
    private readonly to: number,
    private readonly cells = 4096,
  ) {}

  /** Made when first asked for: nobody who only loads the functions waits for it. */
  private get shares(): Float64Array {
    return (this.tabled ??= this.table());
  }

  private table(): Float64Array {
    const { density, from, to, cells } = this;
    const shares = new Float64Array(cells + 1);
    let before = density(from);
    for (let i = 1; i <= cells; i++) {
      const here = density(from + ((to - from) * i) / cells);
      shares[i] = (shares[i - 1] as number) + before + here;
      before = here;
    }
    const total = shares[cells] as number;
    for (let i = 1; i <= cells; i++) shares[i] = (shares[i] as number) / total;
    return shares;
  }

  /** Share below x. */
  share(x: number): number {
    const at = Math.min(Math.max(((x - this.from) / (this.to - this.from)) * this.cells, 0), this.cells);
    const i = Math.min(Math.floor(at), this.cells - 1);
    const { shares } = this;
    const low = shares[i] as number;
    return low + (at - i) * ((shares[i + 1] as number) - low);
  }

  /** The values at these shares, which must rise. */
  quantiles(shares: ArrayLike<number>): Float64Array {
    const { from, to, cells, shares: upTo } = this;
    const values = new Float64Array(shares.length);
    const width = (to - from) / cells;
    for (let k = 0, cell = 0; k < values.length; k++) {
      const share = shares[k] as number;
      while (cell < cells - 1 && share > (upTo[cell + 1] as number)) cell++;
      const low = upTo[cell] as number;
      const step = (upTo[cell + 1] as number) - low;
      const along = step > 0 ? Math.min((share - low) / step, 1) : 0;
      values[k] = from + width * (cell + along);
    }
    return values;
  }
}
