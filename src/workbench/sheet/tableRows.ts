import type { ICellData } from "@univerjs/core";
import { SetRangeValuesMutation, SetRangeValuesUndoMutationFactory } from "@univerjs/sheets";
import type { Area } from "./book";
import { shiftCells } from "./shiftCells";
import type { TableKeeper } from "./tableKeeper";
import type { TableState, TableStore } from "./tableStore";
import type { UniverContext } from "./univerContext";

/**
 * Make room for `count` rows at a row of the table's body, or take `-count` rows out. Where nothing stands beside the table,
 * whole sheet rows come or go, so that every formula follows. Beside other content only the table's own cells move, as in Excel.
 */
export function moveTableRows(
  context: UniverContext,
  store: TableStore,
  keeper: TableKeeper,
  table: TableState,
  index: number,
  count: number,
): void {
  const { area } = table;
  const first = area.row + (table.showHeaders ? 1 : 0);
  const at = first + index;
  const end = area.row + area.rows;
  const sheet = context.worksheet(area.sheet);
  const used = sheet.getCellMatrix().getDataRange();
  const below = anything(context, { ...area, row: end, rows: Math.max(1, used.endRow - end + 1) });
  const appended = count > 0 && at >= end && !below && !table.look.showTotals;
  if (appended) {
    context.makeRoom({ ...area, row: end, rows: count });
    const grown = store.change(table, { area: { ...area, rows: area.rows + count } });
    keeper.fillNewRows(grown, end);
    return;
  }
  const height = Math.max(used.endRow, end) - at + 1;
  const beside =
    anything(context, { sheet: area.sheet, row: at, rows: height, column: 0, columns: area.column }) ||
    anything(context, {
      sheet: area.sheet,
      row: at,
      rows: height,
      column: area.column + area.columns,
      columns: Math.max(0, used.endColumn - area.column - area.columns + 1),
    });
  if (beside && !below && !table.look.showTotals) {
    moveBlock(context, store, keeper, table, at, count);
    return;
  }
  const rows = {
    sheet: area.sheet,
    row: at,
    rows: Math.abs(count),
    column: 0,
    columns: sheet.getColumnCount(),
  };
  shiftCells(context, rows, count > 0 ? "Down" : "Up");
  const moved = store.find(table.id);
  const wanted = area.rows + count;
  if (moved && moved.area.rows !== wanted) {
    const grown = store.change(moved, { area: { ...moved.area, row: area.row, rows: wanted } });
    if (count > 0) keeper.fillRowsOf(grown, at, at + count);
  }
}

function anything(context: UniverContext, area: Area): boolean {
  const matrix = context.worksheet(area.sheet).getCellMatrix();
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const cell = matrix.getValue(row, column);
      if (cell && (cell.f || cell.si || cell.p || (cell.v ?? "") !== "")) return true;
    }
  }
  return false;
}

function moveBlock(
  context: UniverContext,
  store: TableStore,
  keeper: TableKeeper,
  table: TableState,
  at: number,
  count: number,
): void {
  const { area } = table;
  const end = area.row + area.rows;
  context.makeRoom({ ...area, rows: area.rows + Math.max(0, count) });
  const matrix = context.worksheet(area.sheet).getCellMatrix();
  const styles = context.workbook.getStyles();
  const cellValue: Record<number, Record<number, ICellData>> = {};
  const put = (row: number, column: number, cell: ICellData) => ((cellValue[row] ??= {})[column] = cell);
  const blank: ICellData = { v: null, t: null, f: null, si: null, p: null };
  for (let column = area.column; column < area.column + area.columns; column++) {
    for (let row = Math.max(at, at - count); row < end; row++) {
      const cell = matrix.getValue(row, column);
      const formula = cell?.f ? keeper.moved(cell.f, 0, count) : null;
      put(row + count, column, {
        ...blank,
        v: formula ? null : (cell?.v ?? null),
        t: formula ? null : (cell?.t ?? null),
        f: formula,
        p: cell?.p ?? null,
        s: styles.getStyleByCell(cell) ?? null,
      });
    }
    const emptied = count > 0 ? { from: at, to: Math.min(end, at + count) } : { from: end + count, to: end };
    for (let row = emptied.from; row < emptied.to; row++)
      put(row, column, count > 0 ? blank : { ...blank, s: null });
  }
  const params = { unitId: context.unitId, subUnitId: area.sheet, cellValue };
  const undo = SetRangeValuesUndoMutationFactory(context.injector, params);
  context.mutate(
    [{ id: SetRangeValuesMutation.id, params }],
    [{ id: SetRangeValuesMutation.id, params: undo }],
  );
  const moved = store.change(table, { area: { ...area, rows: area.rows + count } });
  if (count > 0) keeper.fillRowsOf(moved, at, at + count);
}
