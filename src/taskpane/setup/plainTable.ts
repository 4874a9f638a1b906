import type { RegisterId } from "../../registers/register";
import { fieldOf } from "../../registers/registers";
import type { Candidate, ColumnChoice } from "../../workbook/book";
import { areaAddress, cellAt, dataRows } from "./sheetPlaces";
import type { ReadSheet } from "./sheetSetup";

export interface PlainTable {
  readonly candidate: Candidate;
  readonly columns: readonly ColumnChoice[];
}

/**
 * The sheet's table as one that needs no more than its headings: an Excel table, or a block of cells that could become one.
 * Undefined where reading it takes more: headings over headings, blanks that stand for the row above, dates typed as text.
 */
export function plainTable(
  { look: { grid }, reading }: ReadSheet,
  register: RegisterId,
): PlainTable | undefined {
  const { table, layout, columns } = reading;
  const [headingRow] = table?.headingRows ?? [];
  if (!table || layout !== "orders" || table.headingRows.length !== 1 || headingRow === undefined) {
    return undefined;
  }
  const own = grid.tables.find(({ name }) => name === table.table);
  if (table.table !== undefined && (!own?.headings || own.area.row !== headingRow)) return undefined;
  const area = own
    ? { ...own.area, rows: own.area.rows - (own.totals ? 1 : 0) }
    : {
        row: headingRow,
        column: table.firstColumn,
        rows: table.lastRow - headingRow + 1,
        columns: table.lastColumn - table.firstColumn + 1,
      };
  const inArea = (column: number) => column >= area.column && column < area.column + area.columns;
  const headings = Array.from({ length: area.columns }, (_, index) =>
    String(cellAt(grid, headingRow, area.column + index)),
  );
  const folded = headings.map((heading) => heading.trim().toLowerCase());
  if (folded.includes("") || new Set(folded).size < folded.length) return undefined;
  const meant = columns.filter(({ meaning }) => meaning !== undefined);
  const needsReading = meant.some(
    ({ column, meaning, fillDown, dates, numbers }) =>
      !inArea(column) ||
      fieldOf(register, meaning ?? "") === undefined ||
      fillDown ||
      (dates?.texts ?? 0) > 0 ||
      dates?.rules.swapped === "back" ||
      (numbers?.texts ?? 0) > 0,
  );
  if (needsReading) return undefined;
  const rows = dataRows(reading);
  if (!own) {
    // Every row of a table is an order; merged cells and the like cannot be in one.
    const merged = grid.merges.some(
      ({ row, rows: high }) => row < area.row + area.rows && row + high > area.row,
    );
    if (merged || grid.tables.length > 0 || rows.length !== area.rows - 1) return undefined;
  }
  return {
    candidate: {
      sheet: grid.name,
      ...(table.table !== undefined && { table: table.table }),
      address: areaAddress(area),
      headings,
      samples: rows
        .slice(0, 8)
        .map((row) => headings.map((_, index) => cellAt(grid, row, area.column + index))),
      rowCount: area.rows - 1,
      isSelected: false,
    },
    columns: meant.map(({ column, meaning }) => ({ column: column - area.column, fieldId: meaning ?? "" })),
  };
}
