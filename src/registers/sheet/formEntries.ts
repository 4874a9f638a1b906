import type { CellValue } from "../register";
import { headingGuesses } from "./headingScore";
import { headingConcepts } from "./headingConcepts";
import type { Merges } from "./findTable";
import type { Cells } from "./sheetGrid";
import type { FormEntry } from "./sheetReading";

const IN_ONE = /^([^:：]{1,30})[:：]\s*(\S.*)$/s;
const LABEL = /[:：]\s*$/;
/** A value stands beside its label, with a few cells of the label's merge or a gap between. */
const FURTHEST = 3;

function meaningOf(label: string): { meaning?: string; confidence: number } {
  const [best] = headingGuesses([label.replace(LABEL, "")], "orders");
  if (!best || best.other || best.score < 0.6) return { confidence: 0 };
  return { meaning: best.meaning, confidence: Math.min(0.95, best.score) };
}

const isLabel = (text: string): boolean => {
  if (text === "" || text.length > 30) return false;
  if (LABEL.test(text)) return true;
  const { concepts, unknown } = headingConcepts(text);
  return concepts.length > 0 && unknown < 0.5 && !/\d{3}/.test(text);
};

/** Labels with their values in the rows above a table: `Style No: 2231`, `款号 | A-118`. */
export function formEntries(cells: Cells, merges: Merges, from: number, to: number): FormEntry[] {
  const found: FormEntry[] = [];
  const taken = new Set<string>();
  for (let row = from; row <= to; row += 1) {
    for (let column = cells.grid.left; column < cells.right; column += 1) {
      const text = cells.text(row, column);
      if (text === "" || taken.has(`${row},${column}`)) continue;
      const inOne = IN_ONE.exec(text);
      if (inOne && isLabel(`${inOne[1] ?? ""}`)) {
        const label = (inOne[1] ?? "").trim();
        found.push({
          label,
          row,
          column,
          value: (inOne[2] ?? "").trim(),
          valueRow: row,
          valueColumn: column,
          ...meaningOf(label),
        });
        continue;
      }
      if (!isLabel(text)) continue;
      const width = merges.of(row, column)?.columns ?? 1;
      for (let next = column + width; next < Math.min(cells.right, column + width + FURTHEST); next += 1) {
        const value: CellValue = cells.value(row, next);
        if (cells.blank(row, next)) continue;
        // Two labels side by side are headings, or a label without a value.
        const label =
          typeof value === "string" &&
          (LABEL.test(value) || (isLabel(value) && meaningOf(value).meaning !== undefined));
        if (!label) {
          taken.add(`${row},${next}`);
          found.push({
            label: text.replace(LABEL, "").trim(),
            row,
            column,
            value,
            valueRow: row,
            valueColumn: next,
            ...meaningOf(text),
          });
        }
        break;
      }
    }
  }
  return found;
}
