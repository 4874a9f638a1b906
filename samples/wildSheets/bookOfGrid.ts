import { isError, type SheetGrid } from "../../src/registers/sheet/sheetGrid";
import { address, areaRef } from "../../src/workbench/files/a1";
import type { FileBook, FileCell, FileValue } from "../../src/workbench/files/fileBook";

/** A made sheet as a workbook of its own. A formula is one that gives the value that the grid shows. */
export function bookOfGrid(grid: SheetGrid): FileBook {
  const formats: string[] = [];
  const styleOf = (format: string): number | undefined => {
    if (format === "General") return undefined;
    if (!formats.includes(format)) formats.push(format);
    return formats.indexOf(format);
  };
  const cells: FileCell[] = [];
  grid.values.forEach((row, down) => {
    row?.forEach((value, across) => {
      if (value === "") return;
      const style = styleOf(grid.formats[down]?.[across] ?? "General");
      const error = isError(value);
      const shown: FileValue = error ? { error: String(value) } : value;
      const formula = grid.formulas[down]?.[across];
      cells.push({
        row: grid.top + down,
        column: grid.left + across,
        value: shown,
        ...(formula && {
          formula: error ? "=1/0" : typeof value === "number" ? `=${value}` : `="${String(value)}"`,
        }),
        ...(style !== undefined && { style }),
      });
    });
  });
  const ref = ({ row, column, rows, columns }: SheetGrid["merges"][number]): string =>
    areaRef({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
  return {
    sheets: [
      {
        name: grid.name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31),
        visibility: "visible",
        cells,
        merges: grid.merges.map(ref),
        rows: grid.hiddenRows.map((row) => ({ row, hidden: true })),
        columns: grid.hiddenColumns.map((column) => ({ column, hidden: true })),
        tables: grid.tables.map(({ name, area, headings, totals }) => ({
          name,
          ref: ref(area),
          headings,
          totals,
          columns: Array.from({ length: area.columns }, (_, at) => ({
            name: String(
              grid.values[area.row - grid.top]?.[area.column - grid.left + at] ?? address(area.row, at),
            ),
          })),
          filterButtons: true,
          filter: [],
        })),
      },
    ],
    names: [],
    styles: formats.map((numberFormat) => ({ numberFormat })),
    settings: {},
    date1904: false,
  };
}
