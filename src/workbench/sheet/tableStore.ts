import { CommandType, ICommandService } from "@univerjs/core";
import type { IMutation } from "@univerjs/core";
import { SetSuperTableMutation } from "@univerjs/engine-formula";
import { TableManager } from "@univerjs/sheets-table";
import type { ITableColumnJson } from "@univerjs/sheets-table";
import type { Rect } from "./a1";
import type { Area } from "./book";
import { engineColumn, engineTable } from "./structuredReferences";
import type { NamedTable, TableLookup } from "./structuredReferences";
import { toArea } from "./univerContext";
import type { UniverContext } from "./univerContext";

/** What Excel knows of a table and Univer does not. */
export interface TableLook {
  readonly showTotals: boolean;
  readonly style: string;
  readonly showBandedRows: boolean;
  readonly showBandedColumns: boolean;
  readonly highlightFirstColumn: boolean;
  readonly highlightLastColumn: boolean;
  readonly showFilterButton: boolean;
}

export const DEFAULT_LOOK: TableLook = {
  showTotals: false,
  style: "TableStyleMedium2",
  showBandedRows: true,
  showBandedColumns: false,
  highlightFirstColumn: false,
  highlightLastColumn: false,
  showFilterButton: true,
};

/** A table as it is at one moment: what undo puts back. */
export interface TableState extends NamedTable {
  readonly id: string;
  /** Headings and rows; a totals row lies below it. */
  readonly area: Area;
  readonly showHeaders: boolean;
  readonly columnInfo: readonly ITableColumnJson[];
  readonly look: TableLook;
}

interface StateParams {
  readonly unitId: string;
  readonly state: TableState;
}

/** Puts a table into a given state; Univer's own mutations cannot rename columns and lose them when the range moves. */
export const SetTableStateMutation: IMutation<StateParams> = {
  id: "workbench.mutation.set-table-state",
  type: CommandType.MUTATION,
  handler: (accessor, { unitId, state }) => {
    const manager = accessor.get(TableManager);
    const table = manager.getTableById(unitId, state.id);
    if (!table) return false;
    if (table.getDisplayName() !== state.name)
      manager.setTableByConfig(unitId, state.id, { name: state.name });
    table.setShowHeader(state.showHeaders);
    table.setTableMeta(state.look);
    const { row, column, rows, columns } = state.area;
    const newRange = {
      startRow: row,
      endRow: row + rows - 1,
      startColumn: column,
      endColumn: column + columns - 1,
    };
    manager.updateTableRange(unitId, state.id, { newRange });
    table.setColumns(state.columnInfo.map((info) => ({ ...info })));
    nameInEngine(accessor.get(ICommandService), unitId, state);
    return true;
  },
};

/** Tell the engine where the table is, under names that it can read. */
function nameInEngine(commands: ICommandService, unitId: string, state: TableState): void {
  const titleMap = new Map<string, number>();
  state.columns.forEach((name, index) => {
    for (const key of [name, engineColumn(name)]) if (!titleMap.has(key)) titleMap.set(key, index);
  });
  const { sheet, row, column, rows, columns } = state.area;
  const range = {
    startRow: row,
    endRow: row + rows - 1,
    startColumn: column,
    endColumn: column + columns - 1,
  };
  const reference = { range, sheetId: sheet, titleMap };
  for (const tableName of new Set([state.name, engineTable(state.name)])) {
    commands.syncExecuteCommand(SetSuperTableMutation.id, { unitId, tableName, reference });
  }
}

/** Reads and changes Univer's tables. */
export class TableStore implements TableLookup {
  private readonly manager: TableManager;
  private readonly subscriptions: { unsubscribe(): void }[];
  private naming = false;

  constructor(private readonly context: UniverContext) {
    this.manager = context.injector.get(TableManager);
    context.commands.registerCommand(SetTableStateMutation);
    const rename = ({ tableId }: { tableId: string }) => this.rename(tableId);
    this.subscriptions = [
      this.manager.tableAdd$.subscribe(rename),
      this.manager.tableRangeChanged$.subscribe(rename),
      this.manager.tableNameChanged$.subscribe(rename),
    ];
  }

  private rename(tableId: string): void {
    const state = this.find(tableId);
    if (!state || this.naming) return;
    this.naming = true;
    nameInEngine(this.context.commands, this.context.unitId, state);
    this.naming = false;
  }

  list(): TableState[] {
    return this.manager.getTableList(this.context.unitId).map(({ id }) => this.find(id)!);
  }

  find(id: string): TableState | undefined {
    const table = this.manager.getTableById(this.context.unitId, id);
    if (!table) return undefined;
    const info = table.getTableInfo();
    return {
      id,
      name: info.name,
      area: toArea(table.getSubunitId(), info.range),
      showHeaders: table.isShowHeader(),
      columns: info.columns.map((column) => column.displayName),
      columnInfo: info.columns,
      look: { ...DEFAULT_LOOK, ...(table.getTableMeta() as Partial<TableLook> | undefined) },
    };
  }

  byName(name: string): TableState | undefined {
    const wanted = name.toLowerCase();
    return this.list().find(
      (table) => table.name.toLowerCase() === wanted || engineTable(table.name).toLowerCase() === wanted,
    );
  }

  /** The table that has this cell, its totals row included. */
  at(sheet: string, row: number, column: number): TableState | undefined {
    const inside = (rect: Rect) =>
      row >= rect.row &&
      row < rect.row + rect.rows &&
      column >= rect.column &&
      column < rect.column + rect.columns;
    return this.list().find(
      ({ area, look }) =>
        area.sheet === sheet && inside({ ...area, rows: area.rows + (look.showTotals ? 1 : 0) }),
    );
  }

  change(before: TableState, change: Partial<TableState>): TableState {
    const state = { ...before, ...change };
    const unitId = this.context.unitId;
    this.context.mutate(
      [{ id: SetTableStateMutation.id, params: { unitId, state } }],
      [{ id: SetTableStateMutation.id, params: { unitId, state: before } }],
    );
    return state;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.unsubscribe();
  }
}
