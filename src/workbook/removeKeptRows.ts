import type { CellValue } from "../registers/register";
import type { KeptRow } from "../registers/sheet/keptRows";
import { WorkbookProblem } from "./book";
import { anchorFormula } from "./anchorFormula";
import type { WrittenKeptRows } from "./newKeptRows";
import { askOpen, holdsFormula, rawValue, readOpen, type AskedOpen, type OpenSheet } from "./openKept";

/** The last rows that hold exactly what was written, one for each; undefined where one no longer does. */
function rowsHolding(
  sheet: OpenSheet,
  written: readonly Readonly<Record<string, CellValue>>[],
): KeptRow[] | undefined {
  const { columns, rows } = sheet.reading;
  const found: KeptRow[] = [];
  for (const values of [...written].reverse()) {
    const row = [...rows].reverse().find(
      (one) =>
        !found.includes(one) &&
        Object.entries(values).every(([fieldId, value]) => {
          const column = columns.find((other) => other.fieldId === fieldId);
          return column && rawValue(sheet, one.row, column.column) === value;
        }),
    );
    if (!row) return undefined;
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
  for (const [index, { anchor, rows, inserted, preFilled }] of written.entries()) {
    const open = asked[index] ? await readOpen(context, asked[index]) : [];
    const sheet = open.find(({ reading }) => reading.kept.anchor === anchor);
    if (!sheet) throw new WorkbookProblem("changedMeanwhile", { what: anchor });
    const { reading, grid } = sheet;
    if (sheet.isProtected) throw new WorkbookProblem("protectedSheet", { sheet: reading.sheet });
    const found = rowsHolding(sheet, rows);
    if (!found) throw new WorkbookProblem("changedMeanwhile", { what: reading.sheet });
    const columnOf = new Map(reading.columns.map(({ fieldId, column }) => [fieldId, column]));
    const places = rows.map((values) => Object.keys(values).flatMap((id) => columnOf.get(id) ?? []));
    const across = Array.from({ length: grid.values[0]?.length ?? 0 }, (_, at) => grid.left + at);
    found.forEach(({ row }, at) => {
      const typed = across.some(
        (column) =>
          !places[at]?.includes(column) &&
          !holdsFormula(sheet, row, column) &&
          rawValue(sheet, row, column) !== "",
      );
      if (typed) throw new WorkbookProblem("changedMeanwhile", { what: reading.sheet });
    });
    const { area } = reading;
    const kept = found.length - inserted;
    const order = found.map(({ row }, at) => ({ row, at })).sort((a, b) => b.row - a.row);
    for (const { row, at } of order) {
      if (at >= kept) sheet.sheet.getRange(`${row + 1}:${row + 1}`).delete("Up");
      else if (preFilled[at]) {
        for (const column of places[at] ?? []) {
          sheet.sheet.getRangeByIndexes(row, column, 1, 1).clear("Contents");
        }
      } else sheet.sheet.getRangeByIndexes(row, area.column, 1, area.columns).clear("Contents");
    }
    // An anchor that ended with blank rows ends above them again.
    if (kept > 0 && inserted === 0 && order[0]?.row === area.row + area.rows - 1) {
      const rowsLeft = area.rows - kept;
      workbook.names.getItem(anchor).formula = anchorFormula(reading.sheet, { ...area, rows: rowsLeft });
    }
  }
}
