import type { ICellData } from "@univerjs/core";
import { SetRangeValuesMutation, SetRangeValuesUndoMutationFactory } from "@univerjs/sheets";
import type { Area, Cells, CellValue } from "./book";
import type { UniverContext } from "./univerContext";

/** Numbers, then texts, then truth values; blanks last whatever the direction. */
function rank(value: CellValue): number {
  if (value === "") return 3;
  return typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;
}

function compare(a: CellValue, b: CellValue, ascending: boolean): number {
  if (a === "" || b === "") return rank(a) - rank(b);
  const order =
    rank(a) - rank(b) || (typeof a === "string" ? a.localeCompare(String(b)) : Number(a) - Number(b));
  return ascending ? order : -order;
}

/** Rows change places with all they hold; formulas in them look at their own row, so they move as they are. */
export function sortTable(
  context: UniverContext,
  cells: Cells,
  body: Area,
  fields: readonly { key: number; ascending: boolean }[],
): void {
  const values = cells.values(body);
  const order = values.map((_, index) => index);
  order.sort((a, b) => {
    for (const { key, ascending } of fields) {
      const found = compare(values[a]?.[key] ?? "", values[b]?.[key] ?? "", ascending);
      if (found) return found;
    }
    return a - b;
  });
  const matrix = context.worksheet(body.sheet).getCellMatrix();
  const cellValue: Record<number, Record<number, ICellData>> = {};
  order.forEach((from, to) => {
    if (from === to) return;
    const row: Record<number, ICellData> = {};
    for (let column = body.column; column < body.column + body.columns; column++) {
      const cell = matrix.getValue(body.row + from, column);
      if (cell?.f) continue;
      row[column] = {
        v: cell?.v ?? null,
        t: cell?.t ?? null,
        p: cell?.p ?? null,
        s: cell?.s ?? null,
        f: null,
      };
    }
    cellValue[body.row + to] = row;
  });
  const params = { unitId: context.unitId, subUnitId: body.sheet, cellValue };
  const undo = SetRangeValuesUndoMutationFactory(context.injector, params);
  context.mutate(
    [{ id: SetRangeValuesMutation.id, params }],
    [{ id: SetRangeValuesMutation.id, params: undo }],
  );
}
