import { Dimension, Direction } from "@univerjs/core";
import type { ICellData, IObjectMatrixPrimitiveType } from "@univerjs/core";
import {
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  getInsertRangeMutations,
  getRemoveRangeMutations,
  InsertColByRangeCommand,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  InsertRowByRangeCommand,
  RemoveColByRangeCommand,
  RemoveRowByRangeCommand,
  SheetInterceptorService,
} from "@univerjs/sheets";
import type { Area } from "./book";
import { toRange } from "./univerContext";
import type { UniverContext } from "./univerContext";

export type Shift = "Down" | "Right" | "Up" | "Left";

const PARTS = {
  Down: { command: InsertRangeMoveDownCommand.id, dimension: Dimension.ROWS },
  Right: { command: InsertRangeMoveRightCommand.id, dimension: Dimension.COLUMNS },
  Up: { command: DeleteRangeMoveUpCommand.id, dimension: Dimension.ROWS },
  Left: { command: DeleteRangeMoveLeftCommand.id, dimension: Dimension.COLUMNS },
};

/**
 * Insert or delete cells. Whole rows and columns take what else hangs on them along: sizes, tables, rules. `looks`: what new cells
 * look like, by row and column.
 */
export function shiftCells(
  context: UniverContext,
  area: Area,
  shift: Shift,
  looks: () => IObjectMatrixPrimitiveType<ICellData> = () => ({}),
): void {
  const sheet = context.worksheet(area.sheet);
  const inserting = shift === "Down" || shift === "Right";
  const target = { unitId: context.unitId, subUnitId: area.sheet };
  const wholeRows = area.column === 0 && area.columns >= sheet.getColumnCount();
  const wholeColumns = area.row === 0 && area.rows >= sheet.getRowCount();
  // A whole row or column is as long as the sheet is, never the sheet as long as Excel's rows and columns.
  if (inserting)
    context.makeRoom({ ...area, ...(wholeRows && { columns: 1 }), ...(wholeColumns && { rows: 1 }) });
  const clipped = toRange(context.clip(area));
  context.edit(() =>
    context.withActive(area.sheet, () => {
      if (wholeRows) {
        const range = { ...clipped, endColumn: sheet.getColumnCount() - 1 };
        if (inserting)
          context.command(InsertRowByRangeCommand.id, {
            ...target,
            range,
            direction: Direction.UP,
            cellValue: looks(),
          });
        else context.command(RemoveRowByRangeCommand.id, { ...target, range });
      } else if (wholeColumns) {
        const range = { ...clipped, endRow: sheet.getRowCount() - 1 };
        if (inserting)
          context.command(InsertColByRangeCommand.id, {
            ...target,
            range,
            direction: Direction.LEFT,
            cellValue: looks(),
          });
        else context.command(RemoveColByRangeCommand.id, { ...target, range });
      } else {
        shiftPart(context, area, shift, inserting, looks);
      }
    }),
  );
}

function shiftPart(
  context: UniverContext,
  area: Area,
  shift: Shift,
  inserting: boolean,
  looks: () => IObjectMatrixPrimitiveType<ICellData>,
): void {
  const { command, dimension } = PARTS[shift];
  const range = toRange(area);
  const params = { unitId: context.unitId, subUnitId: area.sheet, range, shiftDimension: dimension };
  if (inserting) {
    // What moves needs room at the far side.
    const data = context.worksheet(area.sheet).getCellMatrix().getDataRange();
    context.makeRoom({
      ...area,
      rows: shift === "Down" ? data.endRow - area.row + area.rows + 1 : area.rows,
      columns: shift === "Right" ? data.endColumn - area.column + area.columns + 1 : area.columns,
    });
  }
  const own = inserting
    ? getInsertRangeMutations(context.injector, { ...params, cellValue: looks() })
    : getRemoveRangeMutations(context.injector, params);
  const follow = context.injector
    .get(SheetInterceptorService)
    .onCommandExecute({ id: command, params: { range } });
  context.mutate(
    [...(follow.preRedos ?? []), ...own.redo, ...follow.redos],
    [...(follow.preUndos ?? []), ...[...own.undo].reverse(), ...follow.undos],
  );
}
