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

/** What `readAreas` needs to be loaded. */
export const AREAS = "address,areaCount";

/** The blocks of loaded answers. An address that Excel has cut short costs one more sync for all that were. */
export async function readAreas(
  context: Excel.RequestContext,
  answers: readonly (Excel.RangeAreas | undefined)[],
): Promise<Area[][]> {
  const read = answers.map((areas) => {
    if (!areas || areas.isNullObject) return { found: [] };
    const found = areasOf(areas.address);
    if (found.length >= areas.areaCount) return { found };
    const items = areas.areas;
    items.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
    return { items };
  });
  if (read.some(({ items }) => items)) await context.sync();
  return read.map(
    ({ found, items }) =>
      found ??
      items?.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
        row: rowIndex,
        column: columnIndex,
        rows: rowCount,
        columns: columnCount,
      })) ??
      [],
  );
}
