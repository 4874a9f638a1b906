import type { SheetGrid } from "../src/registers/sheet/sheetGrid";
import type { CellValue } from "../src/registers/register";
import { parseRef } from "../src/workbench/files/a1";
import type { FileBook, FileSheet, FileValue } from "../src/workbench/files/fileBook";

/** Days between the two systems of counting. */
const SINCE_1904 = 1462;

const plain = (value: FileValue | undefined): CellValue =>
  value === undefined ? "" : typeof value === "object" ? value.error : value;

/** A sheet of an opened file as one look at it in Excel would give it. */
export function gridOfFile(book: FileBook, sheet: FileSheet): SheetGrid {
  const used = sheet.cells.filter(({ value, formula }) => value !== undefined || formula !== undefined);
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const { row, column } of used) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row + 1);
    right = Math.max(right, column + 1);
  }
  if (used.length === 0) [top, left] = [0, 0];
  const rows = <T>(blank: T): T[][] =>
    Array.from({ length: Math.max(0, bottom - top) }, () =>
      new Array<T>(Math.max(0, right - left)).fill(blank),
    );
  const values = rows<CellValue>("");
  const formats = rows("General");
  const formulas = rows(false);
  for (const { row, column, value, formula, style } of used) {
    const [at, across] = [row - top, column - left];
    const format = (style === undefined ? undefined : book.styles[style]?.numberFormat) ?? "General";
    const shown = plain(value);
    (values[at] as CellValue[])[across] =
      book.date1904 && typeof shown === "number" && /[dy]/i.test(format) ? shown + SINCE_1904 : shown;
    (formats[at] as string[])[across] = format;
    (formulas[at] as boolean[])[across] = formula !== undefined;
  }
  const area = (ref: string) => {
    const found = parseRef(ref);
    return (
      found && {
        row: found.top,
        column: found.left,
        rows: found.bottom - found.top + 1,
        columns: found.right - found.left + 1,
      }
    );
  };
  return {
    name: sheet.name,
    top,
    left,
    values,
    formats,
    formulas,
    merges: (sheet.merges ?? []).flatMap((ref) => area(ref) ?? []),
    hiddenRows: (sheet.rows ?? []).filter(({ hidden }) => hidden).map(({ row }) => row),
    hiddenColumns: (sheet.columns ?? []).filter(({ hidden }) => hidden).map(({ column }) => column),
    tables: (sheet.tables ?? []).flatMap(({ name, ref, headings, totals }) => {
      const place = area(ref);
      return place ? [{ name, area: place, headings, totals }] : [];
    }),
  };
}
