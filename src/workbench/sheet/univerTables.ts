import { AddSheetTableMutation, DeleteSheetTableMutation } from "@univerjs/sheets-table";
import { SetRangeValuesMutation, SetRangeValuesUndoMutationFactory } from "@univerjs/sheets";
import type { ICellData } from "@univerjs/core";
import { badArgument, intersect } from "./a1";
import { BookError } from "./book";
import type { Area, Cells, CellValue, Grid, TableInfo, Tables } from "./book";
import { guid } from "./emptyWorkbook";
import { renameInFormulas } from "./renameInFormulas";
import { newColumn, uniqueHeading, withColumns } from "./tableColumns";
import type { TableKeeper } from "./tableKeeper";
import { moveTableRows } from "./tableRows";
import { sortTable } from "./tableSort";
import type { TableState, TableStore } from "./tableStore";
import { toRange } from "./univerContext";
import type { UniverContext } from "./univerContext";

const notFound = () => new BookError("ItemNotFound", "The requested resource doesn't exist.");

export class UniverTables implements Tables {
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly context: UniverContext,
    private readonly store: TableStore,
    private readonly keeper: TableKeeper,
    private readonly cells: Cells,
    private readonly guard: (area: Area) => void,
  ) {}

  list(): TableInfo[] {
    return this.store.list().map((state) => this.info(state));
  }

  find(idOrName: string): TableInfo | undefined {
    const state = this.store.find(idOrName) ?? this.store.byName(idOrName);
    return state && this.info(state);
  }

  private info(state: TableState): TableInfo {
    return {
      id: state.id,
      name: state.name,
      area: { ...state.area, rows: state.area.rows + (state.look.showTotals ? 1 : 0) },
      columns: state.columnInfo.map(({ id, displayName, formula }) => ({
        id: this.number(state.id, id),
        name: displayName,
        ...(formula ? { formula } : {}),
      })),
      showHeaders: state.showHeaders,
      ...state.look,
    };
  }

  /** Excel numbers the columns of a table once and for all. */
  private number(table: string, column: string): number {
    const key = `${table}/${column}`;
    const known = this.numbers.get(key);
    if (known) return known;
    const next = [...this.numbers.keys()].filter((other) => other.startsWith(`${table}/`)).length + 1;
    this.numbers.set(key, next);
    return next;
  }

  private state(id: string): TableState {
    const state = this.store.find(id);
    if (!state) throw notFound();
    return state;
  }

  add(area: Area, hasHeaders: boolean, name?: string): TableInfo {
    this.guard(area);
    if (this.store.list().some((table) => intersect(this.info(table).area, area))) {
      throw new BookError("InvalidArgument", "A table can't overlap another table.");
    }
    if (name !== undefined) this.checkName(name);
    const id = guid();
    this.context.edit(() => {
      let whole = area;
      if (!hasHeaders) {
        // Excel puts headings above and moves the cells down.
        this.context.makeRoom({ ...area, rows: area.rows + 1 });
        this.cells.insert({ ...area, rows: 1 }, "Down");
        whole = { ...area, rows: area.rows + 1 };
      }
      if (whole.rows === 1) whole = { ...whole, rows: 2 };
      this.context.makeRoom(whole);
      const typedHeadings = this.cells.texts({ ...whole, rows: 1 })[0]!;
      const headings: string[] = [];
      for (const text of typedHeadings) {
        const wanted = text === "" ? `Column${headings.length + 1}` : text;
        headings.push(uniqueHeading(wanted, headings));
      }
      const columns = headings.map((heading) => newColumn(heading));
      const target = { unitId: this.context.unitId, subUnitId: area.sheet, tableId: id };
      const tableName = name ?? this.freeName();
      const params = {
        ...target,
        name: tableName,
        range: toRange(whole),
        options: { columns, showHeader: true },
      };
      this.context.mutate(
        [{ id: AddSheetTableMutation.id, params }],
        [{ id: DeleteSheetTableMutation.id, params: target }],
      );
      this.store.change(this.state(id), this.keeper.withFormulas(this.state(id)));
      this.writeHeadings(this.state(id));
    });
    const added = this.find(id)!;
    this.context.emit({
      type: "tableAdded",
      table: id,
      name: added.name,
      sheet: area.sheet,
      ...(this.context.origin === undefined ? {} : { origin: this.context.origin }),
    });
    return added;
  }

  /** Headings are text in their cells too. */
  private writeHeadings(state: TableState): void {
    if (!state.showHeaders) return;
    const { context } = this;
    const row: Record<number, ICellData> = {};
    state.columns.forEach((name, index) => {
      row[state.area.column + index] = { v: name, t: 1, f: null, si: null, p: null };
    });
    const params = {
      unitId: context.unitId,
      subUnitId: state.area.sheet,
      cellValue: { [state.area.row]: row },
    };
    const undo = SetRangeValuesUndoMutationFactory(context.injector, params);
    context.mutate(
      [{ id: SetRangeValuesMutation.id, params }],
      [{ id: SetRangeValuesMutation.id, params: undo }],
    );
  }

  private freeName(): string {
    for (let n = 1; ; n++) if (!this.store.byName(`Table${n}`)) return `Table${n}`;
  }

  private checkName(name: string, own?: string): void {
    const valid =
      /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) &&
      !/^[A-Z]{1,3}\d{1,7}$/i.test(name) &&
      !/^[rc]$/i.test(name);
    const other = this.store.byName(name);
    if (!valid || (other && other.id !== own)) throw badArgument();
  }

  update(id: string, change: Partial<Omit<TableInfo, "id" | "area" | "columns">>): void {
    const before = this.state(id);
    const { name, showHeaders, ...look } = change;
    this.context.edit(() => {
      if (name !== undefined && name !== before.name) {
        this.checkName(name, id);
        renameInFormulas(this.context, { table: before.name, newName: name });
      }
      if (look.showTotals && !before.look.showTotals) {
        const below = { ...before.area, row: before.area.row + before.area.rows, rows: 1 };
        this.context.makeRoom(below);
        if (this.cells.values(below)[0]!.some((value) => value !== "")) this.cells.insert(below, "Down");
      }
      this.store.change(before, {
        ...(name === undefined ? {} : { name }),
        ...(showHeaders === undefined ? {} : { showHeaders }),
        look: { ...before.look, ...look },
      });
      if (look.showTotals === false && before.look.showTotals) {
        this.cells.clear({ ...before.area, row: before.area.row + before.area.rows, rows: 1 }, "All");
      }
    });
  }

  renameColumn(id: string, index: number, name: string): void {
    const { area } = this.state(id);
    this.cells.write({ ...area, rows: 1, column: area.column + index, columns: 1 }, [[`'${name}`]]);
  }

  resize(id: string, area: Area): void {
    const before = this.state(id);
    const body = area.rows - (before.showHeaders ? 1 : 0) - (before.look.showTotals ? 1 : 0);
    const clash = this.store
      .list()
      .some((table) => table.id !== id && intersect(this.info(table).area, area));
    if (area.sheet !== before.area.sheet || area.row !== before.area.row || body < 1 || clash)
      throw badArgument();
    if (!intersect(area, before.area)) throw badArgument();
    this.guard(area);
    this.context.makeRoom(area);
    this.context.edit(() => {
      const heads = this.cells.texts({ ...area, rows: 1 })[0]!;
      const names: string[] = [];
      const infos = heads.map((text, index) => {
        const old = before.columnInfo[area.column + index - before.area.column];
        const name = uniqueHeading(old?.displayName ?? text, names);
        names.push(name);
        return old ?? newColumn(name);
      });
      const rows = area.rows - (before.look.showTotals ? 1 : 0);
      const state = this.store.change(before, withColumns({ ...before, area: { ...area, rows } }, infos));
      this.writeHeadings(state);
      this.keeper.fillNewRows(state, before.area.row + before.area.rows);
    });
  }

  insertRows(id: string, index: number | null, values: Grid<CellValue | null> | number): number {
    const table = this.state(id);
    const body = this.body(id);
    const count = typeof values === "number" ? values : values.length;
    if (typeof values !== "number" && values.some((row) => row.length !== body.columns)) {
      throw new BookError("InvalidArgument", "The number of values doesn't match the number of columns.");
    }
    // A table without rows shows one blank row, which the first new row takes.
    const blank = body.rows === 1 && this.cells.formulas(body)[0]!.every((value) => value === "");
    const at = index === null || index < 0 ? (blank ? 0 : body.rows) : index;
    if (at > body.rows) throw badArgument();
    this.guard({ ...body, row: body.row + at, rows: count });
    this.context.edit(() => {
      const take = blank && at === 0 && (index === null || index < 0) ? 1 : 0;
      if (count > take) moveTableRows(this.context, this.store, this.keeper, table, at + take, count - take);
      if (typeof values !== "number") this.cells.write({ ...body, row: body.row + at, rows: count }, values);
    });
    return at;
  }

  deleteRows(id: string, index: number, count: number): void {
    const table = this.state(id);
    const body = this.body(id);
    if (index < 0 || count < 1 || index + count > body.rows) throw notFound();
    this.guard({ ...body, row: body.row + index, rows: count });
    this.context.edit(() => {
      if (count === body.rows) {
        // Excel keeps one blank row.
        this.cells.clear(body, "Contents");
        if (body.rows > 1) moveTableRows(this.context, this.store, this.keeper, table, 1, 1 - body.rows);
      } else {
        moveTableRows(this.context, this.store, this.keeper, table, index, -count);
      }
    });
  }

  insertColumns(
    id: string,
    index: number | null,
    values: Grid<CellValue | null> | number,
    names: string[] = [],
  ): number {
    const table = this.state(id);
    const { area } = table;
    const at = index === null || index < 0 ? area.columns : index;
    if (at > area.columns) throw badArgument();
    const count = typeof values === "number" ? values : (values[0]?.length ?? 1);
    this.context.edit(() => {
      const rows = area.rows + (table.look.showTotals ? 1 : 0);
      const place = { ...area, rows, column: area.column + at, columns: count };
      this.context.makeRoom(place);
      if (this.cells.formulas(place).some((row) => row.some((value) => value !== "")))
        this.cells.insert(place, "Right");
      const infos = [...this.state(id).columnInfo];
      if (infos.length < area.columns + count) {
        for (let n = 0; n < count; n++) {
          const wanted = names[n] ?? (typeof values === "number" ? "" : String(values[0]?.[n] ?? ""));
          infos.splice(
            at + n,
            0,
            newColumn(
              uniqueHeading(
                wanted,
                infos.map((info) => info.displayName),
              ),
            ),
          );
        }
      }
      const grown = { ...area, columns: area.columns + count };
      const state = this.store.change(this.state(id), withColumns({ ...this.state(id), area: grown }, infos));
      this.writeHeadings(state);
      if (typeof values !== "number")
        this.cells.write({ ...place, row: area.row + 1, rows: values.length - 1 }, values.slice(1));
    });
    return at;
  }

  deleteColumn(id: string, index: number): void {
    const table = this.state(id);
    const { area } = table;
    if (area.columns === 1) throw badArgument();
    this.context.edit(() => {
      const rows = area.rows + (table.look.showTotals ? 1 : 0);
      const infos = table.columnInfo.filter((_, i) => i !== index);
      this.store.change(
        table,
        withColumns({ ...table, area: { ...area, columns: area.columns - 1 } }, infos),
      );
      this.cells.delete({ ...area, rows, column: area.column + index, columns: 1 }, "Left");
    });
  }

  sort(id: string, fields: readonly { key: number; ascending: boolean }[]): void {
    const body = this.body(id);
    this.guard(body);
    sortTable(this.context, this.cells, body, fields);
  }

  convertToRange(id: string): void {
    this.remove(this.state(id));
  }

  delete(id: string): void {
    const state = this.state(id);
    this.guard(state.area);
    this.context.edit(() => {
      this.remove(state);
      this.cells.clear(this.info(state).area, "All");
    });
  }

  private remove(state: TableState): void {
    const target = { unitId: this.context.unitId, subUnitId: state.area.sheet, tableId: state.id };
    const back = {
      ...target,
      name: state.name,
      range: toRange(state.area),
      options: { columns: state.columnInfo.map((info) => ({ ...info })), showHeader: state.showHeaders },
    };
    this.context.mutate(
      [{ id: DeleteSheetTableMutation.id, params: target }],
      [{ id: AddSheetTableMutation.id, params: back }],
    );
    this.context.emit({
      type: "tableDeleted",
      table: state.id,
      name: state.name,
      sheet: state.area.sheet,
      ...(this.context.origin === undefined ? {} : { origin: this.context.origin }),
    });
  }

  body(id: string): Area {
    const { area, showHeaders } = this.state(id);
    const above = showHeaders ? 1 : 0;
    return { ...area, row: area.row + above, rows: Math.max(1, area.rows - above) };
  }

  header(id: string): Area | undefined {
    const { area, showHeaders } = this.state(id);
    return showHeaders ? { ...area, rows: 1 } : undefined;
  }

  totals(id: string): Area | undefined {
    const { area, look } = this.state(id);
    return look.showTotals ? { ...area, row: area.row + area.rows, rows: 1 } : undefined;
  }
}
