import { BooleanNumber, mergeWorksheetSnapshotWithDefault } from "@univerjs/core";
import {
  CopySheetCommand,
  InsertSheetMutation,
  RemoveSheetCommand,
  RemoveSheetMutation,
  SetFrozenMutation,
  SetTabColorMutation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  SetWorksheetOrderMutation,
  ToggleGridlinesMutation,
} from "@univerjs/sheets";
import { badArgument, bounding } from "./a1";
import { BookError } from "./book";
import type { Area, PageLayout, SheetInfo, SheetProtection, Sheets, Visibility } from "./book";
import { emptySheet } from "./emptyWorkbook";
import type { TableStore } from "./tableStore";
import { STAY_ON_SHEET } from "./univerContext";
import type { UniverContext } from "./univerContext";

/** What Excel keeps with a sheet and Univer does not; lives in the sheet's own `custom` data. */
interface Extra {
  veryHidden?: boolean;
  protection?: { options: Record<string, unknown>; password?: string };
  page?: Partial<PageLayout>;
}

export const DEFAULT_PAGE: PageLayout = {
  orientation: "Portrait",
  paperSize: "A4",
  zoom: { scale: 100 },
  centerHorizontally: false,
  centerVertically: false,
  printGridlines: false,
  margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
  headersFooters: {},
};

export class UniverSheets implements Sheets {
  constructor(
    private readonly context: UniverContext,
    private readonly store: TableStore,
  ) {}

  private extra(id: string): Extra {
    const config = this.context.worksheet(id).getConfig();
    config.custom ??= {};
    return config.custom as Extra;
  }

  list(): SheetInfo[] {
    return this.context.workbook.getSheets().map((sheet) => this.info(sheet.getSheetId()));
  }

  private info(id: string): SheetInfo {
    const sheet = this.context.worksheet(id);
    const config = sheet.getConfig();
    const hidden: Visibility = this.extra(id).veryHidden ? "VeryHidden" : "Hidden";
    return {
      id,
      name: sheet.getName(),
      visibility: config.hidden === BooleanNumber.TRUE ? hidden : "Visible",
      tabColor: config.tabColor ?? "",
      gridlines: config.showGridlines !== BooleanNumber.FALSE,
    };
  }

  find(idOrName: string): SheetInfo | undefined {
    const all = this.list();
    const name = idOrName.toLowerCase();
    return (
      all.find((sheet) => sheet.id === idOrName) ?? all.find((sheet) => sheet.name.toLowerCase() === name)
    );
  }

  private checkName(name: string, own?: string): void {
    const other = this.find(name);
    if (other && other.id !== own) {
      throw new BookError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
    }
    if (!name || name.length > 31 || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name)) throw badArgument();
  }

  add(name?: string): SheetInfo {
    if (name !== undefined) this.checkName(name);
    let free = name;
    for (let n = this.list().length + 1; free === undefined; n++) {
      if (!this.find(`Sheet${n}`)) free = `Sheet${n}`;
    }
    const sheet = emptySheet(free);
    const index = this.context.workbook.getSheets().length;
    const unitId = this.context.unitId;
    const inserted = { unitId, index, sheet: mergeWorksheetSnapshotWithDefault(sheet) };
    this.context.mutate(
      [{ id: InsertSheetMutation.id, params: inserted }],
      [{ id: RemoveSheetMutation.id, params: { unitId, subUnitId: sheet.id, subUnitName: free } }],
      STAY_ON_SHEET,
    );
    return this.info(sheet.id!);
  }

  delete(id: string): void {
    const visible = this.list().filter((sheet) => sheet.visibility === "Visible");
    if (visible.length === 1 && visible[0]!.id === id) {
      throw new BookError("InvalidOperation", "A workbook must contain at least one visible worksheet.");
    }
    this.context.command(RemoveSheetCommand.id, { unitId: this.context.unitId, subUnitId: id });
  }

  copy(id: string): SheetInfo {
    const active = this.active().id;
    const before = new Set(this.list().map((sheet) => sheet.id));
    this.context.edit(() => {
      this.context.command(CopySheetCommand.id, { unitId: this.context.unitId, subUnitId: id });
      this.activate(active);
    });
    return this.list().find((sheet) => !before.has(sheet.id))!;
  }

  update(id: string, change: Partial<Omit<SheetInfo, "id">>): void {
    const { context } = this;
    const before = this.info(id);
    const target = { unitId: context.unitId, subUnitId: id };
    context.edit(() => {
      if (change.name !== undefined && change.name !== before.name) {
        this.checkName(change.name, id);
        context.command(SetWorksheetNameCommand.id, { ...target, name: change.name });
      }
      if (change.tabColor !== undefined) {
        context.mutate(
          [{ id: SetTabColorMutation.id, params: { ...target, color: change.tabColor } }],
          [{ id: SetTabColorMutation.id, params: { ...target, color: before.tabColor } }],
        );
      }
      if (change.gridlines !== undefined) {
        const flag = (on: boolean) => (on ? BooleanNumber.TRUE : BooleanNumber.FALSE);
        context.mutate(
          [{ id: ToggleGridlinesMutation.id, params: { ...target, showGridlines: flag(change.gridlines) } }],
          [{ id: ToggleGridlinesMutation.id, params: { ...target, showGridlines: flag(before.gridlines) } }],
        );
      }
      if (change.visibility !== undefined) this.show(id, change.visibility);
    });
  }

  private show(id: string, visibility: Visibility): void {
    const others = this.list().filter((sheet) => sheet.visibility === "Visible" && sheet.id !== id);
    if (visibility !== "Visible" && !others.length) throw badArgument();
    const hidden = visibility === "Visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE;
    this.extra(id).veryHidden = visibility === "VeryHidden";
    const target = { unitId: this.context.unitId, subUnitId: id };
    if (hidden && this.active().id === id) this.activate(others[0]!.id);
    this.context.run(SetWorksheetHideMutation.id, { ...target, hidden }, hidden ? undefined : STAY_ON_SHEET);
  }

  move(id: string, position: number): void {
    const target = { unitId: this.context.unitId, subUnitId: id };
    const from = this.list().findIndex((sheet) => sheet.id === id);
    this.context.mutate(
      [{ id: SetWorksheetOrderMutation.id, params: { ...target, fromOrder: from, toOrder: position } }],
      [{ id: SetWorksheetOrderMutation.id, params: { ...target, fromOrder: position, toOrder: from } }],
    );
  }

  active(): SheetInfo {
    return this.info(this.context.workbook.getActiveSheet().getSheetId());
  }

  activate(id: string): void {
    if (this.active().id === id) return;
    if (this.info(id).visibility !== "Visible") throw badArgument();
    this.context.run(SetWorksheetActiveOperation.id, { unitId: this.context.unitId, subUnitId: id });
  }

  usedArea(id: string, valuesOnly: boolean): Area | undefined {
    const sheet = this.context.worksheet(id);
    let used: Area | undefined;
    const take = (area: Area) => (used = used ? bounding(used, area) : area);
    const styles = this.context.workbook.getStyles();
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    sheet.getCellMatrix().forValue((row, column, cell) => {
      const value =
        cell && (cell.f || cell.si || cell.p || (cell.v !== null && cell.v !== undefined && cell.v !== ""));
      if (!value && (valuesOnly || !styles.getStyleByCell(cell))) return;
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    });
    if (bottom >= 0)
      take({ sheet: id, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 });
    for (const { area } of this.store.list()) {
      if (area.sheet === id) take(valuesOnly ? { ...area, rows: 1 } : area);
    }
    return used;
  }

  frozen(id: string): { rows: number; columns: number } {
    const freeze = this.context.worksheet(id).getConfig().freeze;
    return { rows: Math.max(0, freeze?.ySplit ?? 0), columns: Math.max(0, freeze?.xSplit ?? 0) };
  }

  freeze(id: string, rows: number, columns: number): void {
    const params = (r: number, c: number) => ({
      unitId: this.context.unitId,
      subUnitId: id,
      ySplit: r,
      xSplit: c,
      startRow: r || -1,
      startColumn: c || -1,
    });
    const before = this.frozen(id);
    this.context.mutate(
      [{ id: SetFrozenMutation.id, params: params(rows, columns) }],
      [{ id: SetFrozenMutation.id, params: params(before.rows, before.columns) }],
    );
  }

  protection(id: string): SheetProtection {
    const protection = this.extra(id).protection;
    return { protected: protection !== undefined, options: protection?.options ?? {} };
  }

  protect(id: string, options: Record<string, unknown>, password?: string): void {
    if (this.extra(id).protection)
      throw new BookError("InvalidOperation", "The worksheet is already protected.");
    this.extra(id).protection = { options, ...(password === undefined ? {} : { password }) };
  }

  unprotect(id: string, password?: string): void {
    const protection = this.extra(id).protection;
    if (protection?.password && protection.password !== password) {
      throw new BookError("AccessDenied", "The password you supplied is not correct.");
    }
    delete this.extra(id).protection;
  }

  pageLayout(id: string): Readonly<PageLayout> {
    return { ...DEFAULT_PAGE, ...this.extra(id).page };
  }

  setPageLayout(id: string, change: Partial<PageLayout>): void {
    const extra = this.extra(id);
    extra.page = { ...extra.page, ...change };
  }
}
