import { columnLetters } from "../registers/columnLetters";
import { fieldOf } from "../registers/registers";
import { placesOf } from "../registers/sheet/keptColumns";
import type { KeptReading } from "../registers/sheet/keptRows";
import { statusColours } from "../registers/statusColours";
import { colour, numberFormatOf } from "./layOutSheet";
import type { OpenSheet } from "./openKept";

/** How the last row of a kept sheet looks, and the place of the rows that come under it. */
export interface AskedRowLooks {
  readonly lastFill: Excel.RangeFill;
  readonly fill: Excel.RangeFill;
  readonly borders: readonly Excel.RangeBorder[];
  /** Merged cells of the last row. */
  readonly merged: Excel.RangeAreas;
}

export function askRowLooks(last: Excel.Range, place: Excel.Range): AskedRowLooks {
  const merged = last.getMergedAreasOrNullObject();
  merged.load("address");
  const lastFill = last.format.fill;
  lastFill.load("color");
  const { fill, borders: edges } = place.format;
  fill.load("color");
  const borders = (["EdgeBottom", "InsideVertical"] as const).map((edge) => edges.getItem(edge));
  for (const edge of borders) edge.load("style");
  return { lastFill, fill, borders, merged };
}

/** White is what a cell without a fill says; several fills at once say nothing. */
export const isPlain = (fill: Excel.RangeFill): boolean =>
  (fill.color as string | null)?.toUpperCase() === "#FFFFFF";

/** Whether a place looks like nothing at all, and the row above it can be looked like: cells merged over rows cannot. */
export const canLookAlike = ({ fill, borders, merged }: AskedRowLooks): boolean =>
  merged.isNullObject && isPlain(fill) && borders.every(({ style }) => (style as string | null) === "None");

/** Rows that were there, without what was put in, and how they are to look. */
export interface NewRowLooks {
  readonly start: number;
  readonly free: number;
  /** The row that they may look like. */
  readonly lastRow: number;
  readonly looks: boolean;
  /** Colours of that row have a meaning of its own; the new rows go without. */
  readonly withoutFill: boolean;
}

/** Queue that the rows which were there look like the last one: wholly, or in the columns that were added. */
export function giveLooks(
  { sheet: worksheet, reading }: OpenSheet,
  { start, free, lastRow, looks, withoutFill }: NewRowLooks,
): void {
  if (free === 0) return;
  const { area, kept } = reading;
  if (looks) {
    const cells = worksheet.getRangeByIndexes(start, area.column, free, area.columns);
    cells.copyFrom(worksheet.getRangeByIndexes(lastRow, area.column, 1, area.columns), "Formats");
    if (withoutFill) cells.format.fill.clear();
    return;
  }
  for (const { fieldId, column, kept: how } of reading.columns) {
    if (!how.added) continue;
    const cells = worksheet.getRangeByIndexes(start, column, free, 1);
    if (reading.rows.length > 0) {
      cells.copyFrom(worksheet.getRangeByIndexes(lastRow, column, 1, 1), "Formats");
      continue;
    }
    const field = fieldOf(kept.register, fieldId);
    if (field) cells.numberFormat = Array.from({ length: free }, () => [numberFormatOf(field)]);
    for (const rule of statusColours) {
      if (rule.register !== kept.register || rule.fieldId !== fieldId) continue;
      colour(cells.conditionalFormats.add("Custom"), rule, `$${columnLetters(column)}${start + 1}`);
    }
  }
}

/** Where the columns that had these headings stand today, and which of them were added. */
export function columnsOf(
  { area, headings: today, columns }: KeptReading,
  headings: readonly string[],
): { place: number; column: number; added: boolean }[] {
  const now = placesOf(today);
  const added = new Set(columns.flatMap(({ column, kept }) => (kept.added ? [column] : [])));
  return [...placesOf(headings)].flatMap(([heading, places]) =>
    places.flatMap((place, nth) => {
      // Without headings a column is told by its place.
      const at = heading === "" && today.every((one) => one === "") ? place : now.get(heading)?.[nth];
      if (at === undefined) return [];
      return [{ place, column: area.column + at, added: added.has(area.column + at) }];
    }),
  );
}

/** Queue that a row looks again as it did before it was given the looks of another; its columns by their places in the headings. */
export function dropLooks(
  worksheet: Excel.Worksheet,
  row: number,
  /** Number formats of before are by their places too. */
  { looks, formats }: { readonly looks: boolean; readonly formats: readonly string[] | undefined },
  columns: readonly { readonly place: number; readonly column: number; readonly added: boolean }[],
): void {
  for (const { place, column, added } of columns) {
    const cell = worksheet.getRangeByIndexes(row, column, 1, 1);
    if (looks || added) cell.clear("Formats");
    const format = formats?.[place];
    if (format !== undefined) cell.numberFormat = [[format]];
  }
}
