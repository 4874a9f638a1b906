import type { UnreadCell, UnreadProblem } from "../../registers/sheet/unreadCells";

/** What is read all the same, or says plainly that there is nothing yet: no reason to call anybody. */
const quiet = new Set<UnreadProblem>(["textDate", "textNumber", "placeholder", "sentinel"]);
const ofNumbers = new Set<UnreadProblem>(["notANumber", "ambiguousDot"]);

export interface UnreadCounts {
  /** Dates and numbers that the forecast has to do without. */
  readonly dates: number;
  readonly numbers: number;
  /** Texts that are read, and which the sheet's own formulas cannot reckon with. */
  readonly texts: number;
}

/** How many cells somebody should look at. */
export function unreadCounts(cells: readonly UnreadCell[]): UnreadCounts {
  let [dates, numbers, texts] = [0, 0, 0];
  for (const { problem, formula } of cells) {
    if (problem === "textDate" || problem === "textNumber") texts += formula ? 0 : 1;
    if (quiet.has(problem) || formula) continue;
    if (ofNumbers.has(problem)) numbers += 1;
    else dates += 1;
  }
  return { dates, numbers, texts };
}
