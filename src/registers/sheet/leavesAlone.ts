import type { ClassifiedRow } from "./classifyRows";
import type { Cells } from "./sheetGrid";
import type { ColumnReading, FormEntry, LeftAlone, TablePlace } from "./sheetReading";

const WHAT: Readonly<Partial<Record<ClassifiedRow["kind"], LeftAlone["what"]>>> = {
  total: "totals",
  note: "notes",
  formulaOnly: "formulaRows",
};

/** The areas of a sheet that are read past and never written to. */
export function leavesAlone(
  cells: Cells,
  table: TablePlace,
  rows: readonly ClassifiedRow[],
  columns: readonly ColumnReading[],
  form: readonly FormEntry[],
): LeftAlone[] {
  const { left, top, hiddenRows, hiddenColumns } = cells.grid;
  const width = cells.right - left;
  const found: LeftAlone[] = [];
  const above = (table.headingRows[0] ?? table.firstRow) - top;
  if (above > 0) {
    found.push({
      what: form.length >= 2 ? "form" : "banner",
      area: { row: top, column: left, rows: above, columns: width },
    });
  }
  let run: { what: LeftAlone["what"]; from: number; to: number } | undefined;
  const close = (): void => {
    if (run)
      found.push({
        what: run.what,
        area: { row: run.from, column: left, rows: run.to - run.from + 1, columns: width },
      });
    run = undefined;
  };
  for (const { row, kind } of rows) {
    const what = WHAT[kind];
    if (what === undefined) {
      close();
      continue;
    }
    if (run?.what === what && run.to === row - 1) run.to = row;
    else {
      close();
      run = { what, from: row, to: row };
    }
  }
  close();
  const end = rows[rows.length - 1]?.row ?? table.lastRow;
  if (end + 1 < cells.bottom) {
    found.push({
      what: "otherTable",
      area: { row: end + 1, column: left, rows: cells.bottom - end - 1, columns: width },
    });
  }
  const height = table.lastRow - table.firstRow + 1;
  for (const { column, meaning } of columns) {
    if (meaning === undefined)
      found.push({ what: "column", area: { row: table.firstRow, column, rows: height, columns: 1 } });
  }
  const inTable = hiddenRows.filter((row) => row >= table.firstRow && row <= table.lastRow);
  if (inTable.length > 0)
    found.push({
      what: "hiddenRows",
      area: { row: inTable[0] ?? 0, column: left, rows: inTable.length, columns: width },
    });
  const hidden = hiddenColumns.filter((column) => column >= table.firstColumn && column <= table.lastColumn);
  if (hidden.length > 0)
    found.push({
      what: "hiddenColumns",
      area: { row: table.firstRow, column: hidden[0] ?? 0, rows: height, columns: hidden.length },
    });
  return found;
}
