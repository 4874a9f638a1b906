import { SetRangeValuesMutation } from "@univerjs/sheets";
import type { ISetRangeValuesMutationParams } from "@univerjs/sheets";
import { BookError } from "./book";
import { toEngine } from "./structuredReferences";
import type { TableStore } from "./tableStore";
import type { UniverContext } from "./univerContext";

/**
 * Formulas that people type or paste in the grid are put into the engine's words on their way to the sheet: `[@Qty]` means
 * nothing to it.
 */
export function readTypedFormulas(context: UniverContext, store: TableStore): { dispose(): void } {
  return context.commands.beforeCommandExecuted((command, options) => {
    if (command.id !== SetRangeValuesMutation.id || options?.fromFormula) return;
    const { subUnitId, cellValue } = command.params as ISetRangeValuesMutationParams;
    const matrix = cellValue ?? {};
    for (const rowKey of Object.keys(matrix)) {
      const row = matrix[Number(rowKey)];
      for (const columnKey of Object.keys(row ?? {})) {
        const cell = row![Number(columnKey)];
        if (cell?.f?.includes("["))
          cell.f = engineFormula(cell.f, subUnitId, Number(rowKey), Number(columnKey));
      }
    }
  });

  function engineFormula(formula: string, sheet: string, row: number, column: number): string {
    try {
      return toEngine(formula, store, store.at(sheet, row, column));
    } catch (error) {
      // The cell will say #NAME? or the like, as the engine sees fit.
      if (error instanceof BookError) return formula;
      throw error;
    }
  }
}
