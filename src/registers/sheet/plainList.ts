import { isBlank, type Cells } from "./sheetGrid";
import type { FoundTable } from "./findTable";

/** A list that has no headings: rows of the same number of cells, from the first full row on. */
export function plainList(cells: Cells): FoundTable | undefined {
  const { left, top } = cells.grid;
  const counts: { row: number; columns: number[] }[] = [];
  for (let row = top; row < cells.bottom; row += 1) {
    const columns: number[] = [];
    for (let column = left; column < cells.right; column += 1)
      if (!isBlank(cells.value(row, column))) columns.push(column);
    counts.push({ row, columns });
  }
  const sizes = counts.map(({ columns }) => columns.length).filter((count) => count >= 3);
  if (sizes.length < 2) return undefined;
  const usual = sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 3;
  const full = counts.filter(({ columns }) => columns.length >= Math.max(3, usual * 0.6));
  const valued = full.filter(({ row, columns }) =>
    columns.some((column) => typeof cells.value(row, column) === "number"),
  );
  const [first] = valued;
  if (!first || valued.length < 2) return undefined;
  const columns = full.flatMap((row) => row.columns);
  return {
    headingRows: [],
    firstColumn: columns.reduce((a, b) => Math.min(a, b)),
    lastColumn: columns.reduce((a, b) => Math.max(a, b)),
    firstRow: first.row,
    lastRow: cells.bottom - 1,
    confidence: 0.4,
  };
}
