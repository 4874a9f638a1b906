import { dateText } from "./dateText";
import { isBlank, type Cells } from "./sheetGrid";
import type { CodeColumn } from "./sheetReading";

const SPLIT = /\s*[\n;；,，、/&+]\s*|\s{2,}/;

/** The codes of one cell: `4500123/4500124`, `4500123-24`, `PO123 & PO124`; one code has no more than a slash within. */
export function codesOf(text: string): string[] {
  const trimmed = text.trim();
  const parts = trimmed.split(SPLIT).filter((part) => part !== "");
  const codes = parts.filter((part) => /\d/.test(part) && part.length >= 3);
  // `A12/B` and `2024/05` are one code; `45001/45002` are two.
  return codes.length >= 2 && codes.length === parts.length && !/^\d{4}[/]\d{1,2}$/.test(trimmed)
    ? codes
    : [trimmed];
}

const isPlaceholder = (text: string): boolean => !/\d/.test(text) && dateText(text).kind === "placeholder";

/** What cells of a code column hold besides one code. */
export function codeColumn(cells: Cells, rows: readonly number[], column: number): CodeColumn {
  let [several, placeholders] = [0, 0];
  let leadingZeros = false;
  const samples: string[] = [];
  for (const row of rows) {
    const value = cells.value(row, column);
    if (isBlank(value)) continue;
    const text = String(value);
    if (typeof value === "number" && /^0{3,}$/.test(cells.format(row, column))) leadingZeros = true;
    if (typeof value === "string" && /^0\d/.test(text)) leadingZeros = true;
    if (codesOf(text).length > 1) {
      several += 1;
      if (samples.length < 3) samples.push(text);
    } else if (isPlaceholder(text)) placeholders += 1;
  }
  return { several, placeholders, leadingZeros, samplesOfSeveral: samples };
}
