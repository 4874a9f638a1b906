import type { ICellData } from "@univerjs/core";
import { SetRangeValuesMutation, SetRangeValuesUndoMutationFactory } from "@univerjs/sheets";
import { renameColumn, renameTable } from "./structuredReferences";
import type { UniverContext } from "./univerContext";

type Rename = { table: string; newName: string } | { table: string; column: string; newName: string };

/** Every formula of the workbook that says the old name says the new one. */
export function renameInFormulas(context: UniverContext, rename: Rename): void {
  for (const { sheet, cellValue } of renamedFormulas(context, rename)) {
    const params = { unitId: context.unitId, subUnitId: sheet, cellValue };
    const undo = SetRangeValuesUndoMutationFactory(context.injector, params);
    context.mutate(
      [{ id: SetRangeValuesMutation.id, params }],
      [{ id: SetRangeValuesMutation.id, params: undo }],
    );
  }
}

export function renamedFormulas(
  context: UniverContext,
  rename: Rename,
): { sheet: string; cellValue: Record<number, Record<number, ICellData>> }[] {
  const changes: { sheet: string; cellValue: Record<number, Record<number, ICellData>> }[] = [];
  for (const sheet of context.workbook.getSheets()) {
    const cellValue: Record<number, Record<number, ICellData>> = {};
    sheet.getCellMatrix().forValue((row, column, cell) => {
      if (!cell?.f) return;
      const formula = renamed(cell.f, rename);
      if (formula !== cell.f) (cellValue[row] ??= {})[column] = { f: formula, v: null, t: null };
    });
    if (Object.keys(cellValue).length) changes.push({ sheet: sheet.getSheetId(), cellValue });
  }
  return changes;
}

export function renamed(formula: string, rename: Rename): string {
  return "column" in rename
    ? renameColumn(formula, rename.table, rename.column, rename.newName)
    : renameTable(formula, rename.table, rename.newName);
}
