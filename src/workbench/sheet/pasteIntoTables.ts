import type { ICellData, IObjectMatrixPrimitiveType, Nullable } from "@univerjs/core";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import type { ISetRangeValuesMutationParams } from "@univerjs/sheets";
import type { TableKeeper } from "./tableKeeper";
import type { UniverContext } from "./univerContext";

type Matrix = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

/** By keyboard, and from the menu. */
const PASTE = /^(sheet|univer)\.command\.paste/;

/**
 * Univer pastes past the command that tables listen to: once it has pasted, tables do what they do when cells are typed, and
 * one step back takes both away.
 */
export function pasteIntoTables(context: UniverContext, keeper: TableKeeper): { dispose(): void } {
  let pasted: { by: string; sheet: string; cells: Matrix } | undefined;

  return context.commands.onCommandExecuted(({ id, params }) => {
    if (id === SetRangeValuesMutation.id) {
      const { trigger = "", subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
      if (!PASTE.test(trigger) || !cellValue) return;
      if (pasted?.by !== trigger || pasted.sheet !== subUnitId)
        pasted = { by: trigger, sheet: subUnitId, cells: {} };
      for (const [row, line] of Object.entries(cellValue))
        Object.assign((pasted.cells[Number(row)] ??= {}), line);
    } else if (id === pasted?.by) {
      const { sheet, cells } = pasted;
      pasted = undefined;
      const { redos, undos } = keeper.afterWrite({
        unitId: context.unitId,
        subUnitId: sheet,
        cellValue: cells,
      });
      if (redos.length > 0) context.addToLastStep(redos, undos);
    }
  });
}
