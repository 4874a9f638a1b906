/** A cell of the sheet, as Univer addresses it. */
export interface CellPlace {
  readonly unitId: string;
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

export const keyOf = (place: CellPlace) => `${place.unitId}\n${place.sheetId}\n${place.row}\n${place.column}`;

export interface DirtyRange {
  unitId: string;
  sheetId: string;
  range: { startRow: number; endRow: number; startColumn: number; endColumn: number };
}

/** Cells below one another become one range: filling 500 cells down is one range, not 500. */
export function rangesOf(places: CellPlace[]): DirtyRange[] {
  const sorted = places.sort(
    (a, b) =>
      a.unitId.localeCompare(b.unitId) ||
      a.sheetId.localeCompare(b.sheetId) ||
      a.column - b.column ||
      a.row - b.row,
  );
  const ranges: DirtyRange[] = [];
  for (const { unitId, sheetId, row, column } of sorted) {
    const last = ranges.at(-1);
    const follows =
      last?.unitId === unitId &&
      last.sheetId === sheetId &&
      last.range.startColumn === column &&
      last.range.endRow === row - 1;
    if (follows) last.range.endRow = row;
    else {
      ranges.push({
        unitId,
        sheetId,
        range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
      });
    }
  }
  return ranges;
}
