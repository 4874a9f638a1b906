import type { Area } from "../sheet/book";

/**
 * The client cuts large writes into rows. Put together again they are one change to the sheet, as the add-in meant them: the grid
 * takes as long for one row as for a thousand.
 */
export class GatheredWrite {
  private rows: unknown[][];

  constructor(
    readonly member: string,
    /** Index of the first action that wrote. */
    readonly index: number,
    private readonly first: Area,
    values: unknown[][],
  ) {
    this.rows = [...values];
  }

  static fits(area: Area, values: unknown): values is unknown[][] {
    return (
      Array.isArray(values) &&
      values.length === area.rows &&
      values.every((row) => Array.isArray(row) && row.length === area.columns)
    );
  }

  /** Take rows that go directly below; false when they do not. */
  take(member: string, area: Area, values: unknown[][]): boolean {
    const { first, rows } = this;
    const follows =
      member === this.member &&
      area.sheet === first.sheet &&
      area.column === first.column &&
      area.columns === first.columns &&
      area.row === first.row + rows.length;
    if (follows) for (const row of values) rows.push(row);
    return follows;
  }

  get area(): Area {
    return { ...this.first, rows: this.rows.length };
  }

  get values(): unknown[][] {
    return this.rows;
  }
}
