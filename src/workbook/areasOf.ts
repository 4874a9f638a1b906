import type { Area } from "../registers/sheet/sheetGrid";

const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The blocks of an address such as `'May 26'!A1:B4,'May 26'!D1`, as Excel says areas. */
export function areasOf(address: string): Area[] {
  const cells = address.replace(/'(?:[^']|'')*'!/g, "").replace(/[^,!']+!/g, "");
  return cells.split(",").flatMap((part): Area[] => {
    const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(part.trim());
    if (!match) return [];
    const [, left = "A", top = "1", right = left, bottom = top] = match;
    const [row, column] = [Number(top) - 1, columnOf(left)];
    return [{ row, column, rows: Number(bottom) - row, columns: columnOf(right) - column + 1 }];
  });
}
