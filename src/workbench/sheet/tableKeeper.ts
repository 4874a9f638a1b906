import type { ICellData, IMutationInfo, IObjectMatrixPrimitiveType, Nullable } from "@univerjs/core";
import { CellValueType } from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/engine-formula";
import {
  InsertRowCommand,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SheetInterceptorService,
} from "@univerjs/sheets";
import type { ISetRangeValuesMutationParams } from "@univerjs/sheets";
import { SetTableStateMutation } from "./tableStore";
import type { TableState, TableStore } from "./tableStore";
import { renamed, renamedFormulas } from "./renameInFormulas";
import { headingText, newColumn, uniqueHeading, withColumns } from "./tableColumns";
import type { Area } from "./book";
import type { MutationPair, UniverContext } from "./univerContext";

type Matrix = IObjectMatrixPrimitiveType<Nullable<ICellData>>;
export interface Follow {
  redos: IMutationInfo[];
  undos: IMutationInfo[];
}

const filled = (cell: Nullable<ICellData> | undefined) =>
  Boolean(
    cell && (cell.f || cell.si || cell.p || (cell.v !== null && cell.v !== undefined && cell.v !== "")),
  );

/**
 * What Excel's tables do by themselves when cells are written: they grow by the row or column written beside them, new rows
 * get the formulas and looks of their columns, headings name columns, and a formula put into an empty column fills it.
 */
export class TableKeeper {
  private readonly lexer: LexerTreeBuilder;
  private readonly disposables: { dispose(): void }[];
  /** What else grows with a table's rows: its rules. */
  growsWith: (before: Area, after: Area) => MutationPair[] = () => [];

  constructor(
    private readonly context: UniverContext,
    private readonly store: TableStore,
  ) {
    this.lexer = context.injector.get(LexerTreeBuilder);
    const interceptors = context.injector.get(SheetInterceptorService);
    this.disposables = [
      interceptors.interceptCommand({
        getMutations: (command) =>
          command.id === SetRangeValuesCommand.id
            ? this.afterWrite(command.params as ISetRangeValuesMutationParams)
            : { redos: [], undos: [] },
      }),
      interceptors.interceptAfterCommand({
        getMutations: (command) =>
          command.id === InsertRowCommand.id
            ? this.afterInsert(
                command.params as { subUnitId: string; range: { startRow: number; endRow: number } },
              )
            : { redos: [], undos: [] },
      }),
    ];
  }

  /** What tables do once these cells are written. */
  afterWrite({ subUnitId, cellValue }: ISetRangeValuesMutationParams): Follow {
    const follow: Follow = { redos: [], undos: [] };
    if (!cellValue) return follow;
    const written = cellValue;
    for (const table of this.store.list()) {
      if (table.area.sheet !== subUnitId) continue;
      const grown = this.fillColumns(
        this.nameColumns(this.grow(table, written), written, follow),
        written,
        follow,
      );
      if (grown !== table) this.add(follow, SetTableStateMutation.id, { state: grown }, { state: table });
      if (grown.area.rows > table.area.rows) this.growRules(table.area, grown.area, follow);
      this.fillRows(
        grown,
        table.area.row + table.area.rows,
        grown.area.row + grown.area.rows,
        written,
        follow,
      );
    }
    return follow;
  }

  private growRules(before: Area, after: Area, follow: Follow): void {
    for (const { redo, undo } of this.growsWith(before, after)) {
      follow.redos.push(redo);
      follow.undos.unshift(undo);
    }
  }

  private add(follow: Follow, id: string, redo: object, undo: object): void {
    const { unitId } = this.context;
    follow.redos.push({ id, params: { unitId, ...redo } });
    follow.undos.unshift({ id, params: { unitId, ...undo } });
  }

  /** The table with the rows below and the columns at its right that were just written. */
  private grow(table: TableState, written: Matrix): TableState {
    const { area } = table;
    const other = (row: number, column: number) => {
      const there = this.store.at(area.sheet, row, column);
      return there !== undefined && there.id !== table.id;
    };
    let { rows, columns } = area;
    const rowWritten = (row: number) => {
      const cells = written[row];
      if (!cells) return false;
      for (let c = area.column; c < area.column + columns; c++) if (other(row, c)) return false;
      return Object.keys(cells).some((key) => {
        const column = Number(key);
        return column >= area.column && column < area.column + columns && filled(cells[column]);
      });
    };
    if (!table.look.showTotals) while (rowWritten(area.row + rows)) rows++;
    const columnWritten = (column: number) => {
      for (let row = area.row; row < area.row + area.rows; row++) {
        if (filled(written[row]?.[column]) && !other(row, column)) return true;
      }
      return false;
    };
    const infos = [...table.columnInfo];
    while (columnWritten(area.column + columns)) {
      const heading = table.showHeaders ? written[area.row]?.[area.column + columns] : undefined;
      infos.push(
        newColumn(
          uniqueHeading(
            headingText(heading),
            infos.map((info) => info.displayName),
          ),
        ),
      );
      columns++;
    }
    if (rows === area.rows && columns === area.columns) return table;
    return withColumns({ ...table, area: { ...area, rows, columns } }, infos);
  }

  /** Headings that were written name their columns, and formulas that name a column follow. */
  private nameColumns(table: TableState, written: Matrix, follow: Follow): TableState {
    const heading = table.showHeaders ? written[table.area.row] : undefined;
    if (!heading) return table;
    let infos = table.columnInfo;
    for (const key of Object.keys(heading)) {
      const cell = heading[Number(key)];
      const index = Number(key) - table.area.column;
      if (index < 0 || index >= infos.length || !cell || cell.v === undefined) continue;
      const others = infos.filter((_, i) => i !== index).map((info) => info.displayName);
      const typed = headingText(cell);
      const name = uniqueHeading(typed, others);
      if (name !== typed || typeof cell.v !== "string") {
        this.write(follow, table.area.sheet, {
          [table.area.row]: { [Number(key)]: { v: name, t: CellValueType.STRING } },
        });
      }
      const before = infos[index]!.displayName;
      if (name === before) continue;
      const rename = { table: table.name, column: before, newName: name };
      for (const { sheet, cellValue } of renamedFormulas(this.context, rename)) {
        this.write(follow, sheet, cellValue);
      }
      infos = infos.map((info, i) => ({
        ...info,
        displayName: i === index ? name : info.displayName,
        formula: renamed(info.formula, rename),
      }));
    }
    return infos === table.columnInfo ? table : withColumns(table, infos);
  }

  private write(follow: Follow, sheet: string, cellValue: Matrix): void {
    const params = { unitId: this.context.unitId, subUnitId: sheet, cellValue };
    const undo = SetRangeValuesUndoMutationFactory(this.context.injector, params);
    this.add(follow, SetRangeValuesMutation.id, params, undo);
  }

  /** A formula written into every row of a column, or into one row of an empty column, belongs to the column. */
  private fillColumns(table: TableState, written: Matrix, follow: Follow): TableState {
    const { area } = table;
    const first = area.row + (table.showHeaders ? 1 : 0);
    const last = area.row + area.rows - 1;
    const matrix = this.context.worksheet(area.sheet).getCellMatrix();
    let infos = table.columnInfo;
    for (let index = 0; index < area.columns; index++) {
      const column = area.column + index;
      const rows: number[] = [];
      for (let row = first; row <= last; row++) if (written[row]?.[column]?.f) rows.push(row);
      const source = rows[0];
      if (source === undefined) continue;
      const normal = this.moved(written[source]![column]!.f!, 0, first - source);
      if (rows.some((row) => this.moved(written[row]![column]!.f!, 0, first - row) !== normal)) continue;
      const whole = rows.length === last - first + 1;
      const fills = rows.length === 1 && this.onlyOneFilled(matrix, column, first, last, source);
      if (!whole && !fills) continue;
      infos = infos.map((info, i) => (i === index ? { ...info, formula: normal } : info));
      if (fills && !whole) this.fillDown(area.sheet, column, normal, first, first, last, source, follow);
    }
    return infos === table.columnInfo ? table : { ...table, columnInfo: infos };
  }

  private onlyOneFilled(
    matrix: { getValue(row: number, column: number): Nullable<ICellData> },
    column: number,
    first: number,
    last: number,
    source: number,
  ): boolean {
    for (let row = first; row <= last; row++) {
      if (row !== source && filled(matrix.getValue(row, column))) return false;
    }
    return true;
  }

  private fillDown(
    sheet: string,
    column: number,
    formula: string,
    first: number,
    from: number,
    to: number,
    except: number,
    follow: Follow,
  ): void {
    const cellValue: Matrix = {};
    const before: Matrix = {};
    for (let row = from; row <= to; row++) {
      if (row === except) continue;
      cellValue[row] = { [column]: { f: this.moved(formula, 0, row - first), v: null, t: null } };
      before[row] = { [column]: { f: null, v: null, t: null } };
    }
    this.add(
      follow,
      SetRangeValuesMutation.id,
      { subUnitId: sheet, cellValue },
      { subUnitId: sheet, cellValue: before },
    );
  }

  /** Rows `from` to below `to` are new: they take looks and formulas from the row above them. */
  private fillRows(table: TableState, from: number, to: number, written: Matrix, follow: Follow): void {
    if (to <= from) return;
    const { area } = table;
    const first = area.row + (table.showHeaders ? 1 : 0);
    const sheet = this.context.worksheet(area.sheet);
    const matrix = sheet.getCellMatrix();
    const styles = this.context.workbook.getStyles();
    const cellValue: Matrix = {};
    const before: Matrix = {};
    for (let index = 0; index < area.columns; index++) {
      const column = area.column + index;
      const model = from > first ? matrix.getValue(from - 1, column) : undefined;
      const look = from > first ? styles.getStyleByCell(model) : undefined;
      const formula = table.columnInfo[index]?.formula;
      for (let row = from; row < to; row++) {
        const here = matrix.getValue(row, column);
        const cell: ICellData = {};
        const own = styles.getStyleByCell(here);
        if (look && !own) cell.s = look;
        // Cells pasted as text bring a font along, and no idea that they are dates.
        else if (look?.n && !own?.n) cell.s = { ...own, n: look.n };
        if (formula && !filled(here) && !filled(written[row]?.[column])) {
          Object.assign(cell, { f: this.moved(formula, 0, row - first), v: null, t: null });
        }
        if (!Object.keys(cell).length) continue;
        (cellValue[row] ??= {})[column] = cell;
        (before[row] ??= {})[column] = {
          ...(cell.s ? { s: own ?? null } : {}),
          ...(cell.f ? { f: null, v: null, t: null } : {}),
        };
      }
    }
    if (!Object.keys(cellValue).length) return;
    this.add(
      follow,
      SetRangeValuesMutation.id,
      { subUnitId: area.sheet, cellValue },
      { subUnitId: area.sheet, cellValue: before },
    );
  }

  /** Sheet rows were inserted: those inside a table are its rows now. */
  private afterInsert({
    subUnitId,
    range,
  }: {
    subUnitId: string;
    range: { startRow: number; endRow: number };
  }): Follow {
    const follow: Follow = { redos: [], undos: [] };
    for (const table of this.store.list()) {
      const first = table.area.row + (table.showHeaders ? 1 : 0);
      const end = table.area.row + table.area.rows;
      if (table.area.sheet !== subUnitId || range.startRow < first || range.startRow >= end) continue;
      this.fillRows(table, range.startRow, range.endRow + 1, {}, follow);
    }
    return follow;
  }

  /** A column whose rows all have the same formula has it for new rows too. */
  withFormulas(table: TableState): TableState {
    const { area } = table;
    const first = area.row + (table.showHeaders ? 1 : 0);
    const matrix = this.context.worksheet(area.sheet).getCellMatrix();
    const columnInfo = table.columnInfo.map((info, index) => {
      const column = area.column + index;
      const formula = matrix.getValue(first, column)?.f;
      if (!formula) return info;
      for (let row = first + 1; row < area.row + area.rows; row++) {
        const other = matrix.getValue(row, column)?.f;
        if (!other || this.moved(other, 0, first - row) !== formula) return info;
      }
      return { ...info, formula };
    });
    return { ...table, columnInfo };
  }

  /** Rows from `from` to the end of the table are new. */
  fillNewRows(table: TableState, from: number): void {
    this.fillRowsOf(table, from, table.area.row + table.area.rows);
  }

  fillRowsOf(table: TableState, from: number, to: number): void {
    const follow: Follow = { redos: [], undos: [] };
    const end = table.area.row + table.area.rows;
    if (to === end) this.growRules({ ...table.area, rows: from - table.area.row }, table.area, follow);
    this.fillRows(table, from, to, {}, follow);
    this.context.mutate(follow.redos, follow.undos);
  }

  /** A formula as it reads so many columns and rows further on. */
  moved(formula: string, columns: number, rows: number): string {
    return rows || columns ? this.lexer.moveFormulaRefOffset(formula, columns, rows) : formula;
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }
}
