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
  return codes.length >= 2 && codes.length === parts.length && !/^(?:19|20)\d\d[/]\d+$/.test(trimmed)
    ? codes
    : [trimmed];
}

const isPlaceholder = (text: string): boolean => !/\d/.test(text) && dateText(text).kind === "placeholder";

/** Parts behind a slash that are not alike: `7562/913` is one number, `45001/45002` are two. */
function isOneName(text: string): boolean {
  const parts = text.trim().split("/");
  return parts.length > 1 && parts.some((part) => part.length !== parts[0]?.length);
}

/** What cells of a code column hold besides one code. */
export function codeColumn(cells: Cells, rows: readonly number[], column: number): CodeColumn {
  let [several, placeholders, filled, unlike] = [0, 0, 0, 0];
  let leadingZeros = false;
  const samples: string[] = [];
  for (const row of rows) {
    const value = cells.value(row, column);
    if (isBlank(value)) continue;
    const text = String(value);
    filled += 1;
    if (typeof value === "number" && /^0{3,}$/.test(cells.format(row, column))) leadingZeros = true;
    if (typeof value === "string" && /^0\d/.test(text)) leadingZeros = true;
    if (codesOf(text).length > 1) {
      several += 1;
      if (isOneName(text)) unlike += 1;
      if (samples.length < 3) samples.push(text);
    } else if (isPlaceholder(text)) placeholders += 1;
  }
  // `7562/913`, `2212/25` in every cell: that is how these are numbered.
  if (unlike >= filled * 0.8) return { several: 0, placeholders, leadingZeros, samplesOfSeveral: [] };
  return { several, placeholders, leadingZeros, samplesOfSeveral: samples };
}
