import type { CellValue } from "../register";

/** A rectangle of cells; rows and columns of the sheet, counted from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * What one look at a sheet gives: the used range as plain data. An error is its text (`#DIV/0!`), as Excel's `values` have it.
 * Rows that were not fetched, because the sheet is large, are undefined.
 */
export interface SheetGrid {
  readonly name: string;
  /** Where the first given cell stands on the sheet. */
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly CellValue[] | undefined)[];
  /** Number formats, `General` where a row was not fetched. */
  readonly formats: readonly (readonly string[] | undefined)[];
  /** Which cells hold a formula. */
  readonly formulas: readonly (readonly boolean[] | undefined)[];
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly tables: readonly SheetTable[];
}

export interface SheetTable {
  readonly name: string;
  /** Headings, rows and totals row. */
  readonly area: Area;
  readonly headings: boolean;
  readonly totals: boolean;
}

const ERROR =
  /^#(?:DIV\/0!|REF!|N\/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BUSY!|CONNECT!|BLOCKED!|GETTING_DATA)$/;

export const isError = (value: CellValue): boolean => typeof value === "string" && ERROR.test(value);

/** A text of blanks only is as blank as an empty cell. */
export const isBlank = (value: CellValue): boolean =>
  value === "" || (typeof value === "string" && value.trim() === "");

/** Whether a number format shows a day: `yyyy-mm-dd`, `m"月"d"日"`, `[$-804]d mmm`; not a time alone, nor `[Red]0`. */
export function isDateFormat(format: string): boolean {
  if (format === "General" || format === "@") return false;
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").toLowerCase();
  if (/[0#?]/.test(bare)) return false;
  return /[dy]|mmm/.test(bare) || (bare.includes("m") && !/[hs]/.test(bare));
}

/** Cells of a sheet by their place on the sheet, with what reading asks of them again and again. */
export class Cells {
  readonly bottom: number;
  readonly right: number;
  private readonly dateFormats = new Map<string, boolean>();

  constructor(readonly grid: SheetGrid) {
    this.bottom = grid.top + grid.values.length;
    this.right = grid.left + grid.values.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
  }

  value(row: number, column: number): CellValue {
    return this.grid.values[row - this.grid.top]?.[column - this.grid.left] ?? "";
  }

  /** The text of a cell, trimmed; "" for anything else. */
  text(row: number, column: number): string {
    const value = this.value(row, column);
    return typeof value === "string" ? value.trim() : "";
  }

  blank(row: number, column: number): boolean {
    return isBlank(this.value(row, column));
  }

  format(row: number, column: number): string {
    return this.grid.formats[row - this.grid.top]?.[column - this.grid.left] ?? "General";
  }

  formula(row: number, column: number): boolean {
    return this.grid.formulas[row - this.grid.top]?.[column - this.grid.left] ?? false;
  }

  fetched(row: number): boolean {
    return this.grid.values[row - this.grid.top] !== undefined;
  }

  /** A number that is shown as a date. */
  isDate(row: number, column: number): boolean {
    const value = this.value(row, column);
    if (typeof value !== "number") return false;
    const format = this.format(row, column);
    let known = this.dateFormats.get(format);
    if (known === undefined) this.dateFormats.set(format, (known = isDateFormat(format)));
    return known;
  }
}
