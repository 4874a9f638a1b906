import type { Merges } from "./findTable";
import type { Cells } from "./sheetGrid";

/**
 * Whether blank cells of a column stand for the value above: merged downwards, or blank under a filled cell in rows that go on
 * with the same order (its next colour or size).
 */
export function isFilledDown(
  cells: Cells,
  merges: Merges,
  rows: readonly number[],
  column: number,
  companions: readonly number[],
): boolean {
  let [filled, under, merged, orphans, together] = [0, 0, 0, 0, 0];
  let before: number | undefined;
  for (const row of rows) {
    const area = merges.of(row, column);
    if (area && area.rows > 1 && area.row < row) merged += 1;
    if (!cells.blank(row, column)) {
      filled += 1;
      before = row;
    } else if (before !== undefined) {
      under += 1;
      if (companions.some((other) => other !== column && cells.blank(row, other))) together += 1;
    } else orphans += 1;
  }
  if (merged >= 1) return true;
  if (filled < 2 || under === 0 || orphans > 0) return false;
  // A blank cell alone is something not known yet.
  if (together < under * 0.6) return false;
  return under >= rows.length * 0.12 && filled >= rows.length * 0.08;
}
