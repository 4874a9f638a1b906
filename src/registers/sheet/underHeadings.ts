import { isBlank, type Cells } from "./sheetGrid";

const UNIT =
  /^[([（【].{1,16}[)\]）】]$|^(?:pcs?|pieces?|sets?|dozs?|dozen|yds?|yards?|m|mtrs?|kgs?|g|usd|us\$|rmb|cny|eur|hkd|\$|€|£|¥|%|days?|件|条|打|米|码|公斤|元|美元|天|日期|数量|文本)$/iu;

/** What stands right under headings and is no row of theirs: their numbers (1, 2, 3 or A, B, C), or their units. */
export function isUnderHeadings(cells: Cells, row: number, firstColumn: number, lastColumn: number): boolean {
  const filled: { column: number; text: string }[] = [];
  for (let column = firstColumn; column <= lastColumn; column += 1) {
    const value = cells.value(row, column);
    if (isBlank(value)) continue;
    if (typeof value === "boolean" || cells.isDate(row, column) || cells.formula(row, column)) return false;
    filled.push({ column, text: String(value).trim() });
  }
  if (filled.length < 2) return false;
  const running = (place: (text: string) => number): boolean =>
    filled.length >= 4 &&
    filled.length >= (lastColumn - firstColumn + 1) * 0.7 &&
    filled.every(
      ({ column, text }) => place(text) - place(filled[0]?.text ?? "") === column - (filled[0]?.column ?? 0),
    );
  const number = (text: string): number =>
    /^[([（]?\d{1,3}[)\]）]?$/.test(text) ? Number(text.replace(/\D/g, "")) : NaN;
  const letter = (text: string): number => (/^[a-z]$/i.test(text) ? text.toLowerCase().charCodeAt(0) : NaN);
  return running(number) || running(letter) || filled.every(({ text }) => UNIT.test(text));
}
