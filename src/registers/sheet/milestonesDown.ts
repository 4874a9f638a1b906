import { headingGuesses } from "./headingScore";
import type { Cells } from "./sheetGrid";
import type { MilestoneRow } from "./sheetReading";

const MILESTONE = /^(T\d+[A-Z]?|TOP)\.(?:plan|actual)$/;

/** The milestone that a cell names, without plan or actual. */
export function milestoneOf(text: string): { milestone: string; confidence: number } | undefined {
  if (text.length < 2 || text.length > 60) return undefined;
  const [best] = headingGuesses([text], "orders");
  if (!best || best.score < 0.55) return undefined;
  if (best.meaning === "orderDate") return { milestone: "T00", confidence: Math.min(0.95, best.score) };
  if (best.meaning === "due") return undefined;
  const match = MILESTONE.exec(best.meaning);
  // Nothing is said of plan or actual here, and need not be.
  return match ? { milestone: match[1] ?? "", confidence: Math.min(0.95, best.score / 0.78) } : undefined;
}

export interface MilestonesDown {
  readonly column: number;
  readonly rows: readonly MilestoneRow[];
}

/** A column whose cells are milestones, with dates or plan and actual columns at its right. */
export function milestonesDown(
  cells: Cells,
  firstRow: number,
  lastRow: number,
  firstColumn: number,
  lastColumn: number,
): MilestonesDown | undefined {
  let best: MilestonesDown | undefined;
  for (let column = firstColumn; column <= Math.min(lastColumn, firstColumn + 5); column += 1) {
    const rows: MilestoneRow[] = [];
    const seen = new Set<string>();
    let [texts, repeats] = [0, 0];
    for (let row = firstRow; row <= Math.min(lastRow, firstRow + 120); row += 1) {
      const name = cells.text(row, column);
      if (name === "") continue;
      texts += 1;
      const read = milestoneOf(name);
      if (read && seen.has(read.milestone)) repeats += 1;
      if (read) seen.add(read.milestone);
      rows.push({ row, name, confidence: read?.confidence ?? 0, ...(read && { milestone: read.milestone }) });
    }
    if (seen.size >= 4 && seen.size >= texts * 0.45 && repeats <= seen.size && seen.size > knownIn(best))
      best = { column, rows };
  }
  return best;
}

const knownIn = (found: MilestonesDown | undefined): number =>
  new Set(found?.rows.flatMap(({ milestone }) => milestone ?? [])).size;
