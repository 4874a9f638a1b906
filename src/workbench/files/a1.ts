/** Addresses in A1 notation; rows and columns count from 0. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export const address = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

export const areaRef = ({ top, left, bottom, right }: Area): string =>
  top === bottom && left === right ? address(top, left) : `${address(top, left)}:${address(bottom, right)}`;

/** Reads `B2`, `$B$2:D9`, `B:D` and `2:9`; undefined for anything else. */
export function parseRef(ref: string): Area | undefined {
  const match = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Z]{1,3})?\$?(\d{1,7})?)?$/i.exec(ref.trim());
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
  const single = !ref.includes(":");
  if (single && (match[1] === undefined || match[2] === undefined)) return undefined;
  const top = match[2] === undefined ? 0 : Number(match[2]) - 1;
  const left = match[1] === undefined ? 0 : columnNumber(match[1]);
  const bottom = single ? top : match[4] === undefined ? LAST_ROW : Number(match[4]) - 1;
  const right = single ? left : match[3] === undefined ? LAST_COLUMN : columnNumber(match[3]);
  if (top < 0 || bottom > LAST_ROW || right > LAST_COLUMN || bottom < top || right < left) return undefined;
  return { top, left, bottom, right };
}

export const inArea = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
