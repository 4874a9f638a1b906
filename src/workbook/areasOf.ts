import type { Area } from "../registers/sheet/sheetGrid";

const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** As many as a sheet has. */
const ROWS = 1_048_576;
const COLUMNS = 16_384;

/** The parts of an address without their sheet: `A1:B4`, `D1`, `1:3`. */
export const partsOf = (address: string): string[] =>
  address
    .replace(/'(?:[^']|'')*'!/g, "")
    .replace(/[^,!']+!/g, "")
    .split(",")
    .map((part) => part.trim().replace(/\$/g, ""));

/** The blocks of an address such as `'May 26'!A1:B4,'May 26'!D1`, as Excel says areas; `1:3` are whole rows. */
export function areasOf(address: string): Area[] {
  return partsOf(address).flatMap((part): Area[] => {
    const match = /^([A-Z]{0,3})(\d*)(?::([A-Z]{0,3})(\d*))?$/.exec(part);
    if (!match || part === "") return [];
    const [, left = "", top = "", right = left, bottom = top] = match;
    const [row, column] = [top === "" ? 0 : Number(top) - 1, left === "" ? 0 : columnOf(left)];
    return [
      {
        row,
        column,
        rows: (bottom === "" ? ROWS : Number(bottom)) - row,
        columns: (right === "" ? COLUMNS : columnOf(right) + 1) - column,
      },
    ];
  });
}
