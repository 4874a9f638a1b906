import {
  BooleanNumber,
  CellValueType,
  IUndoRedoService,
  mergeWorksheetSnapshotWithDefault,
} from "@univerjs/core";
import type {
  ICellData,
  IColumnData,
  IObjectArrayPrimitiveType,
  IObjectMatrixPrimitiveType,
  Nullable,
  IRowData,
  IWorksheetData,
} from "@univerjs/core";
import { InsertSheetMutation, RemoveSheetMutation, SetRangeValuesMutation } from "@univerjs/sheets";
import { AddConditionalRuleMutation } from "@univerjs/sheets-conditional-formatting";
import { AddSheetTableMutation, DeleteSheetTableMutation } from "@univerjs/sheets-table";
import { parseRef } from "../files/a1";
import type { FileBook, FileCell, FileName, FileSheet, FileTable, FileValidation } from "../files/fileBook";
import type { ChartCorner } from "./chart";
import { emptySheet, guid } from "./emptyWorkbook";
import { bookCharts } from "./fileCharts";
import { keepLeftovers, type SheetLeftovers } from "./fileLeftovers";
import { areasOf, bookValidation, univerRule } from "./fileRules";
import { pageLayout, protectionOptions } from "./fileSheetSetup";
import { cellExtras, univerStyle } from "./fileStyles";
import { toEngine } from "./structuredReferences";
import { newColumn } from "./tableColumns";
import { STAY_ON_SHEET } from "./univerContext";
import type { UniverBook } from "./univerBook";

/** Room that a sheet has beyond what the file fills. */
const SPARE = { rows: 100, columns: 10 };
/** Pixels of padding and of a character, as Excel reckons column widths. */
const PADDING = 5;
const CHARACTER = 7;
/** Points in a pixel. */
const POINTS = 0.75;
/** Days between the two date systems. */
const DAYS_1904 = 1462;

const noBook: FileBook = {
  sheets: [{ name: "Sheet1", visibility: "visible", cells: [] }],
  names: [],
  styles: [],
  settings: {},
  date1904: false,
};

/**
 * Puts a book in the place of what is in the grid; without one, an empty book. Nothing of it can be undone. Resolves when the
 * formulas are under way; custom functions may still be answering.
 */
export async function loadFileBook(book: UniverBook, file: FileBook = noBook): Promise<void> {
  const { context } = book;
  const { unitId } = context;
  const old = book.sheets.list().map(({ id }) => id);
  for (const { id, area } of book.tables.list()) {
    context.run(DeleteSheetTableMutation.id, { unitId, subUnitId: area.sheet, tableId: id });
  }
  for (const { name, scope } of book.names.list()) book.names.delete(name, scope);
  for (const id of old) book.filters.remove(id);
  const styles = file.styles.map(univerStyle);
  const ids = file.sheets.map((sheet) => insertSheet(book, sheet, file, styles));
  const active = file.activeSheet ?? 0;
  const shown =
    file.sheets[active]?.visibility === "visible"
      ? active
      : file.sheets.findIndex(({ visibility }) => visibility === "visible");
  book.sheets.activate(ids[Math.max(0, shown)]!);
  for (const id of old)
    context.run(RemoveSheetMutation.id, { unitId, subUnitId: id, subUnitName: id }, STAY_ON_SHEET);
  const filters = new Map<string, FileTable["filter"]>();
  for (const [index, sheet] of file.sheets.entries()) {
    for (const table of sheet.tables ?? []) filters.set(addTable(book, ids[index]!, table), table.filter);
  }
  const names = file.names.filter((name) => !addName(book, name, file, ids));
  const sheets = new Map<string, SheetLeftovers>();
  for (const [index, sheet] of file.sheets.entries()) {
    const id = ids[index]!;
    putFormulas(book, id, sheet);
    const prompts = addRules(book, id, sheet);
    const filtered = sheet.filter && areasOf(id, [sheet.filter.ref])[0];
    if (filtered) book.filters.set(filtered, sheet.filter!.columns);
    if (sheet.charts?.length) {
      const sized = (from: ChartCorner, width: number, height: number) =>
        book.charts.anchorFrom(id, from, width, height);
      book.charts.load(id, bookCharts(id, sheet, book.sheets, sized));
    }
    const { print, defaultColumnWidth, defaultRowHeight } = sheet;
    sheets.set(id, {
      origin: sheet.origin ?? sheet.name,
      print,
      prompts,
      defaultColumnWidth,
      defaultRowHeight,
    });
  }
  book.settings.clear();
  for (const [key, value] of Object.entries(file.settings)) book.settings.set(key, value);
  keepLeftovers(book, { defaultFont: file.defaultFont, names, sheets, filters });
  context.injector.get(IUndoRedoService).clearUndoRedo(unitId);
  book.recalculate("Full");
  await book.calculated();
}

function insertSheet(
  book: UniverBook,
  sheet: FileSheet,
  file: FileBook,
  styles: readonly ReturnType<typeof univerStyle>[],
): string {
  const { context } = book;
  const pool = context.workbook.getStyles();
  const styleIds = styles.map((style) => pool.setValue(style));
  const cells = sheet.cells.map((cell) => ({ cell, data: cellData(cell, file, styleIds) }));
  const extent = { rows: 0, columns: 0 };
  const matrix: IObjectMatrixPrimitiveType<ICellData> = {};
  for (const { cell, data } of cells) {
    (matrix[cell.row] ??= {})[cell.column] = data;
    extent.rows = Math.max(extent.rows, cell.row + 1);
    extent.columns = Math.max(extent.columns, cell.column + 1);
  }
  for (const { ref } of sheet.tables ?? []) {
    const area = parseRef(ref);
    extent.rows = Math.max(extent.rows, (area?.bottom ?? 0) + 1);
    extent.columns = Math.max(extent.columns, (area?.right ?? 0) + 1);
  }
  const columnData: IObjectArrayPrimitiveType<Partial<IColumnData>> = {};
  for (const { column, width, hidden, style } of sheet.columns ?? []) {
    columnData[column] = {
      ...(width !== undefined && { w: Math.round(width * CHARACTER + PADDING) }),
      ...(hidden && { hd: BooleanNumber.TRUE }),
      ...(style !== undefined && { s: styleIds[style] }),
    };
    extent.columns = Math.max(extent.columns, column + 1);
  }
  const rowData: IObjectArrayPrimitiveType<Partial<IRowData>> = {};
  for (const { row, height, hidden, style } of sheet.rows ?? []) {
    rowData[row] = {
      ...(height !== undefined && { h: Math.round(height / POINTS), ia: BooleanNumber.FALSE }),
      ...(hidden && { hd: BooleanNumber.TRUE }),
      ...(style !== undefined && { s: styleIds[style] }),
    };
    extent.rows = Math.max(extent.rows, row + 1);
  }
  const id = guid();
  const base = emptySheet(sheet.name, id);
  const { frozen } = sheet;
  const config: Partial<IWorksheetData> = {
    ...base,
    rowCount: Math.max(base.rowCount!, extent.rows + SPARE.rows),
    columnCount: Math.max(base.columnCount!, extent.columns + SPARE.columns),
    cellData: matrix,
    columnData,
    rowData,
    ...(sheet.defaultColumnWidth !== undefined && {
      defaultColumnWidth: Math.round(sheet.defaultColumnWidth * CHARACTER + PADDING),
    }),
    ...(sheet.defaultRowHeight !== undefined && {
      defaultRowHeight: Math.round(sheet.defaultRowHeight / POINTS),
    }),
    hidden: sheet.visibility === "visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    ...(sheet.tabColor && { tabColor: sheet.tabColor }),
    showGridlines: sheet.gridlines === false ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    ...(sheet.zoom !== undefined && { zoomRatio: sheet.zoom / 100 }),
    mergeData: areasOf(id, sheet.merges ?? []).map(({ row, column, rows, columns }) => ({
      startRow: row,
      startColumn: column,
      endRow: row + rows - 1,
      endColumn: column + columns - 1,
    })),
    ...(frozen && {
      freeze: {
        xSplit: frozen.columns,
        ySplit: frozen.rows,
        startRow: frozen.rows || -1,
        startColumn: frozen.columns || -1,
      },
    }),
    custom: {
      ...(sheet.visibility === "veryHidden" && { veryHidden: true }),
      // Whatever the password was, nobody here knows it.
      ...(sheet.protection && {
        protection: {
          options: protectionOptions(sheet.protection),
          ...(sheet.protection.password && { password: guid() }),
        },
      }),
      ...(sheet.print && { page: pageLayout(sheet.print) }),
    },
  };
  const index = context.workbook.getSheets().length;
  context.run(
    InsertSheetMutation.id,
    { unitId: context.unitId, index, sheet: mergeWorksheetSnapshotWithDefault(config) },
    STAY_ON_SHEET,
  );
  return id;
}

/** Text that would be read as something else has to say that it is text. */
const LOOKS_OTHERWISE = /^[=#']|^\s*[-+]?[\d.,]+%?\s*$|^(true|false)$/i;

function cellData(cell: FileCell, file: FileBook, styleIds: readonly Nullable<string>[]): ICellData {
  const style = cell.style === undefined ? undefined : file.styles[cell.style];
  const custom = {
    ...(style && cellExtras(style)),
    ...(cell.link && { link: cell.link }),
    ...(cell.rich && { rich: cell.rich }),
  };
  return {
    ...content(cell, file.date1904 && isDateFormat(style?.numberFormat)),
    ...(cell.style !== undefined && { s: styleIds[cell.style] }),
    ...(Object.keys(custom).length > 0 && { custom }),
  };
}

function content({ value }: FileCell, shifted: boolean): ICellData {
  if (value === undefined) return {};
  // The grid counts days from 1900.
  if (typeof value === "number") return { v: shifted ? value + DAYS_1904 : value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof value === "object") return { v: value.error, t: CellValueType.STRING };
  return { v: value, t: LOOKS_OTHERWISE.test(value) ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

const isDateFormat = (format: string | undefined): boolean =>
  format !== undefined && /[ymd]/i.test(format.replace(/\[[^\]]*\]|"[^"]*"|\\./g, ""));

function addTable(book: UniverBook, sheet: string, table: FileTable): string {
  const { context, store } = book;
  const area = areasOf(sheet, [table.ref])[0]!;
  const rows = area.rows - (table.totals ? 1 : 0);
  const tableId = guid();
  const columns = table.columns.map(({ name }) => newColumn(name));
  context.run(AddSheetTableMutation.id, {
    unitId: context.unitId,
    subUnitId: sheet,
    tableId,
    name: table.name,
    range: {
      startRow: area.row,
      startColumn: area.column,
      endRow: area.row + rows - 1,
      endColumn: area.column + area.columns - 1,
    },
    options: { columns, showHeader: table.headings },
  });
  const state = store.find(tableId)!;
  const columnInfo = state.columnInfo.map((info, index) => {
    const formula = table.columns[index]?.formula;
    return formula === undefined ? info : { ...info, formula: engineFormula(book, formula, state) ?? "" };
  });
  store.change(state, {
    columnInfo,
    look: {
      showTotals: table.totals,
      style: table.style ?? "",
      showBandedRows: table.stripes ?? false,
      showBandedColumns: table.columnStripes ?? false,
      highlightFirstColumn: table.firstColumn ?? false,
      highlightLastColumn: table.lastColumn ?? false,
      showFilterButton: table.filterButtons,
    },
  });
  return tableId;
}

/** undefined for a formula that names what is not there. */
function engineFormula(
  book: UniverBook,
  formula: string,
  own: ReturnType<UniverBook["store"]["at"]>,
): string | undefined {
  try {
    return toEngine(formula, book.store, own);
  } catch {
    return undefined;
  }
}

/** Only when all tables are there: formulas of one sheet name those of another. Results stand until they are calculated. */
function putFormulas(book: UniverBook, sheet: string, { cells }: FileSheet): void {
  const cellValue: IObjectMatrixPrimitiveType<ICellData> = {};
  for (const { row, column, formula } of cells) {
    if (formula === undefined) continue;
    const engine = engineFormula(book, formula, book.store.at(sheet, row, column)) ?? formula;
    (cellValue[row] ??= {})[column] = { f: engine };
  }
  if (Object.keys(cellValue).length === 0) return;
  const { context } = book;
  context.run(SetRangeValuesMutation.id, { unitId: context.unitId, subUnitId: sheet, cellValue });
}

function addName(book: UniverBook, name: FileName, file: FileBook, ids: readonly string[]): boolean {
  const scope =
    name.sheet === undefined ? undefined : ids[file.sheets.findIndex((sheet) => sheet.name === name.sheet)];
  if (name.sheet !== undefined && scope === undefined) return false;
  try {
    book.names.add({
      name: name.name,
      formula: name.formula,
      comment: name.comment ?? "",
      visible: !name.hidden,
      ...(scope !== undefined && { scope }),
    });
    return true;
  } catch {
    return false;
  }
}

/** Answers the validations that the grid cannot hold. */
function addRules(
  book: UniverBook,
  sheet: string,
  { validations, conditionalFormats }: FileSheet,
): FileValidation[] {
  const { context } = book;
  const prompts: FileValidation[] = [];
  for (const validation of validations ?? []) {
    const rule = bookValidation(validation);
    if (rule) book.validations.addRule(sheet, areasOf(sheet, validation.refs), rule);
    else prompts.push(validation);
  }
  // Each new rule goes before the others.
  for (const format of [...(conditionalFormats ?? [])].sort((a, b) => b.priority - a.priority)) {
    context.run(AddConditionalRuleMutation.id, {
      unitId: context.unitId,
      subUnitId: sheet,
      rule: univerRule(format, guid(), sheet),
    });
  }
  return prompts;
}
