import type { CellValue } from "../register";
import type { Merges } from "./findTable";
import { foldedHeading } from "./keptColumns";
import type { KeptLabel } from "./keptSheet";
import type { Area, Cells } from "./sheetGrid";

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

const isLabelled = (text: string, label: string): boolean =>
  text.length <= 2 * label.length + 4 &&
  foldedHeading(text.replace(/[:：]\s*$/, "")) === foldedHeading(label);

/** As far from where it stood as a label is looked for. */
const LABEL_MOVED = 40;
/** A value stands beside its label, with the label's merge or a gap between. */
const BESIDE = 6;

/** Label and value in one cell; longer texts are notes. */
const LONGEST = 80;

/** The value of a label, found by the label's text near where it was, else where it was. */
export function labelPlace(
  cells: Cells,
  merges: Merges,
  anchor: Area,
  kept: KeptLabel,
): CellPlace & { readonly value: CellValue; readonly inOne?: boolean } {
  const was = { row: anchor.row + kept.row, column: anchor.column + kept.column };
  let best: (CellPlace & { value: CellValue; far: number; inOne?: boolean }) | undefined;
  const from = Math.max(cells.grid.top, was.row - LABEL_MOVED);
  const to = Math.min(cells.bottom - 1, was.row + LABEL_MOVED);
  for (let row = from; row <= to; row += 1) {
    for (let column = cells.grid.left; column < cells.right; column += 1) {
      const text = cells.text(row, column);
      if (text === "" || text.length > LONGEST) continue;
      const far = Math.abs(row - was.row) * 100 + Math.abs(column - was.column);
      if (best && best.far <= far) continue;
      if (isLabelled(text, kept.label)) {
        const start = column + (merges.of(row, column)?.columns ?? 1);
        const beside = row === was.row && was.column >= start && was.column < start + BESIDE;
        let place = beside && !cells.blank(row, was.column) ? was.column : start;
        while (cells.blank(row, place) && place < start + BESIDE) place += 1;
        const valued = cells.blank(row, place) ? (beside ? was.column : start) : place;
        best = { row, column: valued, value: cells.value(row, valued), far };
        continue;
      }
      if (!/[:：]/.test(text)) continue;
      const [, label, rest] = /^([^:：]{1,30})[:：]\s*(.*)$/s.exec(text) ?? [];
      if (label !== undefined && foldedHeading(label) === foldedHeading(kept.label))
        best = { row, column, value: (rest ?? "").trim(), far, inOne: true };
    }
  }
  return best ?? { ...was, value: cells.value(was.row, was.column) };
}
