/**
 * The pairs of rows and columns, each used once, whose worth together is greatest: the Hungarian method with potentials, after
 * Kuhn and Munkres. A pair worth nothing is left out. Columns without a partner are as good as any, so that every row has a place.
 */
export function bestAssignment(worth: readonly (readonly number[])[]): [row: number, column: number][] {
  const rows = worth.length;
  const real = Math.max(0, ...worth.map((row) => row.length));
  const columns = real + rows;
  const cost = (row: number, column: number): number => -(worth[row - 1]?.[column - 1] ?? 0);
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  /** Row that each column goes to, counted from 1; 0 is none. */
  const rowOf = new Int32Array(columns + 1);
  const before = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    rowOf[0] = row;
    let at = 0;
    const least = new Float64Array(columns + 1).fill(Infinity);
    const done = new Uint8Array(columns + 1);
    do {
      done[at] = 1;
      const current = rowOf[at] ?? 0;
      let [delta, next] = [Infinity, 0];
      for (let column = 1; column <= columns; column += 1) {
        if (done[column]) continue;
        const reduced = cost(current, column) - (rowPotential[current] ?? 0) - (columnPotential[column] ?? 0);
        if (reduced < (least[column] ?? Infinity)) {
          least[column] = reduced;
          before[column] = at;
        }
        if ((least[column] ?? Infinity) < delta) [delta, next] = [least[column] ?? 0, column];
      }
      for (let column = 0; column <= columns; column += 1) {
        if (done[column]) {
          const own = rowOf[column] ?? 0;
          rowPotential[own] = (rowPotential[own] ?? 0) + delta;
          columnPotential[column] = (columnPotential[column] ?? 0) - delta;
        } else least[column] = (least[column] ?? 0) - delta;
      }
      at = next;
    } while (rowOf[at] !== 0);
    // Along the path that was found each column passes its row on.
    do {
      const previous = before[at] ?? 0;
      rowOf[at] = rowOf[previous] ?? 0;
      at = previous;
    } while (at !== 0);
  }
  const pairs: [number, number][] = [];
  for (let column = 1; column <= real; column += 1) {
    const row = (rowOf[column] ?? 0) - 1;
    if (row >= 0 && (worth[row]?.[column - 1] ?? 0) > 0) pairs.push([row, column - 1]);
  }
  return pairs.sort((a, b) => a[0] - b[0]);
}
