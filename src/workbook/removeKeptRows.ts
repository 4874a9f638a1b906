import type { CellValue } from "../registers/register";
import { WorkbookProblem } from "./book";
import { anchorFormula } from "./anchorFormula";
import { columnsOf, dropLooks } from "./keptRowLooks";
import { resizeTable, type WrittenKeptRows } from "./newKeptRows";
import { askOpen, holdsFormula, rawValue, readOpen, type AskedOpen, type OpenSheet } from "./openKept";

/** The last rows that hold exactly what was written, one for each; undefined where one no longer does. */
function rowsHolding(
  sheet: OpenSheet,
  written: readonly Readonly<Record<string, CellValue>>[],
): number[] | undefined {
  const { columns, rows, kinds } = sheet.reading;
  // A row with hardly anything in it is not taken for an order, and still it was written.
  const places = [...rows, ...kinds.filter(({ kind }) => kind !== "data")].map(({ row }) => row);
  const found: number[] = [];
  for (const values of [...written].reverse()) {
    const holds = (row: number): boolean =>
      !found.includes(row) &&
      Object.entries(values).every(([fieldId, value]) => {
        const column = columns.find((other) => other.fieldId === fieldId);
        return column && rawValue(sheet, row, column.column) === value;
      });
    const orders = places.slice(0, rows.length).reverse().find(holds);
    const row = orders ?? places.slice(rows.length).reverse().find(holds);
    if (row === undefined) return undefined;
    found.unshift(row);
  }
  return found;
}

export const askKeptRows = (workbook: Excel.Workbook, written: readonly WrittenKeptRows[]): AskedOpen[] =>
  written.map(({ register }) => askOpen(workbook, register));

/**
 * Queue that appended rows go again, wherever they stand by now, if they still hold what was written and nothing more: rows that
 * were put in go whole, of others the cells become blank.
 */
export async function removeKeptRows(
  context: Excel.RequestContext,
  asked: readonly AskedOpen[],
  written: readonly WrittenKeptRows[],
): Promise<void> {
  const { workbook } = context;
  for (const [index, part] of written.entries()) {
    const { anchor, rows, inserted, headings, copied, looks, formats, table } = part;
    const open = asked[index] ? await readOpen(context, asked[index]) : [];
    const sheet = open.find(({ reading }) => reading.kept.anchor === anchor);
    if (!sheet) throw new WorkbookProblem("changedMeanwhile", { what: anchor });
    const { reading, grid, sheet: worksheet } = sheet;
    if (sheet.isProtected) throw new WorkbookProblem("protectedSheet", { sheet: reading.sheet });
    const found = rowsHolding(sheet, rows);
    if (!found) throw new WorkbookProblem("changedMeanwhile", { what: reading.sheet });
    const columnOf = new Map(reading.columns.map(({ fieldId, column }) => [fieldId, column]));
    const typed = rows.map((values) => Object.keys(values).flatMap((id) => columnOf.get(id) ?? []));
    const across = Array.from({ length: grid.values[0]?.length ?? 0 }, (_, at) => grid.left + at);
    found.forEach((row, at) => {
      const more = across.some(
        (column) =>
          !typed[at]?.includes(column) &&
          !holdsFormula(sheet, row, column) &&
          rawValue(sheet, row, column) !== "",
      );
      if (more) throw new WorkbookProblem("changedMeanwhile", { what: reading.sheet });
    });
    const { area } = reading;
    const kept = found.length - inserted;
    const columns = columnsOf(reading, headings);
    const order = found.map((row, at) => ({ row, at })).sort((a, b) => b.row - a.row);
    for (const { row, at } of order) {
      if (at >= kept) {
        worksheet.getRange(`${row + 1}:${row + 1}`).delete("Up");
        continue;
      }
      const made = columns.flatMap(({ place, column }) => (copied[at]?.includes(place) ? [column] : []));
      for (const column of [...(typed[at] ?? []), ...made]) {
        worksheet.getRangeByIndexes(row, column, 1, 1).clear("Contents");
      }
      dropLooks(worksheet, row, { looks, formats: formats?.[at] }, columns);
    }
    // An anchor that ended with blank rows ends above them again, and so does a table.
    if (kept > 0 && inserted === 0 && order[0]?.row === area.row + area.rows - 1) {
      const left = { ...area, rows: area.rows - kept };
      if (table !== undefined) resizeTable(workbook, sheet, table, left);
      workbook.names.getItem(anchor).formula = anchorFormula(reading.sheet, left);
    }
  }
}
