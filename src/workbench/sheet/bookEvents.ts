import type {
  ICellData,
  ICommandInfo,
  IExecutionOptions,
  IObjectMatrixPrimitiveType,
  IRange,
  Nullable,
} from "@univerjs/core";
import { SetFormulaCalculationResultMutation } from "@univerjs/engine-formula";
import {
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetNameMutation,
} from "@univerjs/sheets";
import { LAST_COLUMN, LAST_ROW } from "./a1";
import type { BookEvent, CellValue, ChangeType, Selection } from "./book";
import { toArea } from "./univerContext";
import type { UniverContext } from "./univerContext";

type Matrix = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

interface Params {
  subUnitId: string;
  cellValue?: Matrix;
  range?: IRange;
  sheet?: { id: string; name: string };
  name?: string;
  selections?: { range: IRange }[];
}

const SHIFTS: Readonly<Record<string, ChangeType>> = {
  [InsertRowMutation.id]: "RowInserted",
  [RemoveRowMutation.id]: "RowDeleted",
  [InsertColMutation.id]: "ColumnInserted",
  [RemoveColMutation.id]: "ColumnDeleted",
};

/** Puts into Excel's words what Univer's mutations did, whoever caused them: a client, the grid, undo. */
export class BookEvents {
  private readonly disposables: { dispose(): void }[];
  private active: string;
  private readonly names = new Map<string, string>();
  /** Content of single cells just before they change: Excel tells it with the event. */
  private before: { sheet: string; row: number; column: number; value: CellValue } | undefined;

  constructor(
    private readonly context: UniverContext,
    private readonly read: (sheet: string, row: number, column: number) => CellValue,
    private readonly selection: Selection,
  ) {
    this.active = context.workbook.getActiveSheet().getSheetId();
    this.disposables = [
      context.commands.beforeCommandExecuted((command, options) => this.about(command, options)),
      context.commands.onCommandExecuted((command, options) => this.happened(command, options)),
    ];
  }

  private send(event: BookEvent): void {
    const { origin } = this.context;
    this.context.emit(origin === undefined || event.type === "calculated" ? event : { ...event, origin });
  }

  private about(command: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    const params = command.params as Params;
    if (command.id === SetWorksheetNameMutation.id) {
      this.names.set(params.subUnitId, this.context.worksheet(params.subUnitId).getName());
    }
    if (command.id !== SetRangeValuesMutation.id || options?.fromFormula) return;
    const box = bounds(params.cellValue ?? {});
    this.before =
      box && box.startRow === box.endRow && box.startColumn === box.endColumn
        ? {
            sheet: params.subUnitId,
            row: box.startRow,
            column: box.startColumn,
            value: this.read(params.subUnitId, box.startRow, box.startColumn),
          }
        : undefined;
  }

  private happened(command: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    const params = command.params as Params;
    const shift = SHIFTS[command.id];
    if (shift && params.range) {
      const rows = shift === "RowInserted" || shift === "RowDeleted";
      const whole = rows
        ? { ...params.range, startColumn: 0, endColumn: LAST_COLUMN - 1 }
        : { ...params.range, startRow: 0, endRow: LAST_ROW - 1 };
      this.send({ type: "changed", area: toArea(params.subUnitId, whole), change: shift });
    } else if (command.id === SetRangeValuesMutation.id) {
      if (!options?.fromFormula) this.written(params);
    } else if (command.id === SetFormulaCalculationResultMutation.id) {
      this.calculated(command.params as { unitData: Record<string, Record<string, unknown>> });
    } else if (command.id === SetSelectionsOperation.id) {
      this.send({ type: "selected", areas: this.selection.areas() });
    } else if (command.id === SetWorksheetActiveOperation.id) {
      const before = this.active;
      this.active = params.subUnitId;
      if (before !== this.active) this.send({ type: "activated", sheet: this.active, before });
    } else if (command.id === InsertSheetMutation.id) {
      this.send({ type: "sheetAdded", sheet: params.sheet!.id });
    } else if (command.id === RemoveSheetMutation.id) {
      this.send({ type: "sheetDeleted", sheet: params.subUnitId });
    } else if (command.id === SetWorksheetNameMutation.id) {
      const before = this.names.get(params.subUnitId) ?? "";
      this.send({ type: "sheetRenamed", sheet: params.subUnitId, before, after: params.name ?? "" });
    }
  }

  private written({ subUnitId, cellValue }: Params): void {
    const box = bounds(cellValue ?? {});
    if (!box) return;
    const { before } = this;
    this.before = undefined;
    const one =
      before &&
      before.sheet === subUnitId &&
      before.row === box.startRow &&
      before.column === box.startColumn;
    this.send({
      type: "changed",
      area: toArea(subUnitId, box),
      change: "RangeEdited",
      ...(one ? { before: before.value, after: this.read(subUnitId, before.row, before.column) } : {}),
    });
  }

  private calculated({ unitData }: { unitData: Record<string, Record<string, unknown>> }): void {
    for (const sheet of Object.keys(unitData[this.context.unitId] ?? {}))
      this.send({ type: "calculated", sheet });
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }
}

/** The rectangle of cells whose content (not only their look) is named; undefined when there is none. */
function bounds(cells: Matrix): IRange | undefined {
  let [startRow, startColumn, endRow, endColumn] = [Infinity, Infinity, -1, -1];
  for (const rowKey of Object.keys(cells)) {
    const row = Number(rowKey);
    const line = cells[row];
    if (!line) continue;
    for (const columnKey of Object.keys(line)) {
      const cell = line[Number(columnKey)];
      if (cell && !("v" in cell) && !("f" in cell) && !("p" in cell)) continue;
      const column = Number(columnKey);
      if (row < startRow) startRow = row;
      if (row > endRow) endRow = row;
      if (column < startColumn) startColumn = column;
      if (column > endColumn) endColumn = column;
    }
  }
  return endRow < 0 ? undefined : { startRow, startColumn, endRow, endColumn };
}
