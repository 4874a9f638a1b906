import type { Area } from "../registers/sheet/sheetGrid";
import type { NeededNames } from "./neededNames";

/** Cells that were added beside a table, and how wide the sheet's columns were before. */
export interface MadePlace {
  readonly sheet: Excel.Worksheet;
  readonly place: Area;
  /** The Excel table that got a column, and the column's heading. */
  readonly table?: string;
  readonly heading?: string;
  readonly columns: readonly { readonly width: number; readonly hidden: boolean }[];
}

/** Queue that added cells are blank again; a table's column must be there. */
export function takeOut(workbook: Excel.Workbook, places: readonly MadePlace[]): void {
  for (const { sheet, place, columns, table, heading } of places) {
    if (table !== undefined && heading !== undefined) {
      workbook.tables.getItem(table).columns.getItem(heading).delete();
    } else {
      const cells = sheet.getRangeByIndexes(place.row, place.column, place.rows, place.columns);
      cells.conditionalFormats.clearAll();
      cells.dataValidation.clear();
      cells.clear("All");
    }
    columns.forEach(({ width, hidden }, index) => {
      const column = sheet.getRangeByIndexes(0, place.column + index, 1, 1);
      if (width > 0) column.format.columnWidth = width;
      if (hidden) column.columnHidden = true;
    });
  }
}

/** Queue that names and sheets which came with the formulas go again, as far as they are there. */
export function takeOutNeeded(workbook: Excel.Workbook, { names, sheets }: NeededNames): void {
  const { names: named, worksheets } = workbook;
  for (const { name } of named.items) if (names.includes(name)) named.getItem(name).delete();
  for (const { name } of worksheets.items) if (sheets.includes(name)) worksheets.getItem(name).delete();
}

/** Clean up after what failed or was cancelled half-way: whatever of it has come to be goes again, and nothing else. */
export async function clearPlaces(
  context: Excel.RequestContext,
  places: readonly MadePlace[],
  anchors: readonly string[],
  needed: NeededNames,
): Promise<void> {
  const { workbook } = context;
  const { names, worksheets } = workbook;
  names.load("items/name");
  worksheets.load("items/name");
  const columns = places.map(({ table, heading }) => {
    if (table === undefined || heading === undefined) return undefined;
    const column = workbook.tables.getItem(table).columns.getItemOrNullObject(heading);
    column.load("name");
    return column;
  });
  await context.sync();
  // The last first: the places of the others stay.
  const there = places.filter((_, index) => columns[index]?.isNullObject !== true).reverse();
  takeOut(workbook, there);
  takeOutNeeded(workbook, { ...needed, names: [...needed.names, ...anchors] });
  await context.sync();
}
