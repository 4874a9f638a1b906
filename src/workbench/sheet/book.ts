/**
 * The workbook as the host sees it: what a spreadsheet holds, in Excel's terms and without Univer's. Reading and writing are
 * synchronous; only calculation takes time. Rows and columns count from 0.
 */

import type { FileFilterColumn } from "../files/fileBook";
import type { Area } from "./area";
import type { Charts } from "./chart";

export type { Area };

/** What a cell shows when its value is asked for: "" is blank, a date is a serial number, an error is its text (`#N/A`). */
export type CellValue = string | number | boolean;
export type CellKind = "Empty" | "String" | "Double" | "Boolean" | "Error";
export type Grid<T> = T[][];

export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Refused, with Excel's own error code: `InvalidArgument`, `ItemNotFound`, `AccessDenied`, `ItemAlreadyExists`... */
export class BookError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "BookError";
  }
}

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

export interface SheetInfo {
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly tabColor: string;
  readonly gridlines: boolean;
}

export interface Sheets {
  list(): readonly SheetInfo[];
  /** By id or, failing that, by name without regard to case. */
  find(idOrName: string): SheetInfo | undefined;
  add(name?: string): SheetInfo;
  delete(id: string): void;
  /** With everything on it, under a name of its own; it stands right of the sheet. */
  copy(id: string): SheetInfo;
  update(id: string, change: Partial<Omit<SheetInfo, "id">>): void;
  move(id: string, position: number): void;
  active(): SheetInfo;
  activate(id: string): void;
  /** The smallest rectangle with everything on the sheet, or only with values; undefined when there is nothing. */
  usedArea(id: string, valuesOnly: boolean): Area | undefined;
  frozen(id: string): { rows: number; columns: number };
  freeze(id: string, rows: number, columns: number): void;
  protection(id: string): SheetProtection;
  protect(id: string, options: Record<string, unknown>, password?: string): void;
  unprotect(id: string, password?: string): void;
  pageLayout(id: string): Readonly<PageLayout>;
  setPageLayout(id: string, change: Partial<PageLayout>): void;
}

export interface SheetProtection {
  readonly protected: boolean;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Kept as data: the workbench does not print. */
export interface PageLayout {
  orientation: "Portrait" | "Landscape";
  paperSize: string;
  zoom: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
  printArea?: string;
  /** `$1:$1` */
  titleRows?: string;
  /** `$A:$A` */
  titleColumns?: string;
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  margins: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  headersFooters: Record<string, string>;
}

export interface Cells {
  /** Calculated values, those of a spill included. What waits for a custom function is `#BUSY!`. */
  values(area: Area): Grid<CellValue>;
  kinds(area: Area): Grid<CellKind>;
  /** As Excel shows them in the formula bar: `=SUM([Qty])`, or the value where there is no formula. */
  formulas(area: Area): Grid<CellValue>;
  areFormulas(area: Area): Grid<boolean>;
  texts(area: Area): Grid<string>;
  /** The formula of one cell as it reads when copied to another; undefined where there is none. */
  formulaFor(from: CellPlace, to: CellPlace): string | undefined;
  numberFormats(area: Area): Grid<string>;
  /**
   * Write as the formula bar would take it: text that begins with `=` is a formula, a leading apostrophe makes text, numbers and
   * en-US dates in text become numbers. `null` leaves a cell alone. Tables grow when the row or column beside them is written.
   */
  write(area: Area, values: Grid<CellValue | null>): void;
  setNumberFormats(area: Area, formats: Grid<string | null>): void;
  /** Looks of an area as they are, number formats included, repeated over another as a smaller one is. */
  copyFormats(from: Area, to: Area): void;
  clear(area: Area, what: "All" | "Contents" | "Formats"): void;
  insert(area: Area, shift: "Down" | "Right"): void;
  delete(area: Area, shift: "Up" | "Left"): void;
  merge(area: Area, across: boolean): void;
  unmerge(area: Area): void;
  merged(area: Area): Area[];
  /** Where a formula in this cell spilled to; undefined when it did not. */
  spillOf(sheet: string, row: number, column: number): Area | undefined;
}

export type Side =
  | "EdgeTop"
  | "EdgeBottom"
  | "EdgeLeft"
  | "EdgeRight"
  | "InsideVertical"
  | "InsideHorizontal"
  | "DiagonalDown"
  | "DiagonalUp";

export interface Border {
  /** `None`, `Continuous`, `Dash`, `Dot`, `Double`... */
  style: string;
  color: string;
  weight: string;
}

/** Looks of an area. Reading gives null where the cells differ. Colours are `#RRGGBB`, "" for no fill. */
export interface Format {
  fill: string | null;
  fontName: string | null;
  fontSize: number | null;
  fontColor: string | null;
  bold: boolean | null;
  italic: boolean | null;
  underline: string | null;
  strikethrough: boolean | null;
  horizontalAlignment: string | null;
  verticalAlignment: string | null;
  wrapText: boolean | null;
  indentLevel: number | null;
  textOrientation: number | null;
  shrinkToFit: boolean | null;
  locked: boolean | null;
  formulaHidden: boolean | null;
}

export interface Formats {
  get(area: Area): Format;
  set(area: Area, change: Partial<Format>): void;
  border(area: Area, side: Side): Border;
  setBorder(area: Area, side: Side, change: Partial<Border>): void;
  /** Points; null where the columns differ. */
  columnWidth(area: Area): number | null;
  setColumnWidth(area: Area, points: number): void;
  rowHeight(area: Area): number | null;
  setRowHeight(area: Area, points: number): void;
  autofitColumns(area: Area): void;
  autofitRows(area: Area): void;
  rowsHidden(area: Area): boolean | null;
  setRowsHidden(area: Area, hidden: boolean): void;
  columnsHidden(area: Area): boolean | null;
  setColumnsHidden(area: Area, hidden: boolean): void;
  hiddenRows(sheet: string): ReadonlySet<number>;
  hiddenColumns(sheet: string): ReadonlySet<number>;
}

/** The filter on a sheet's plain cells; tables have their own. */
export interface Filters {
  area(sheet: string): Area | undefined;
  /** What it lets through; empty while everything is shown. */
  columns(sheet: string): readonly FileFilterColumn[];
  set(area: Area, columns: readonly FileFilterColumn[]): void;
  remove(sheet: string): void;
}

export interface TableColumnInfo {
  readonly id: number;
  readonly name: string;
  /** Filled into every row, new ones included. */
  readonly formula?: string;
}

export interface TableInfo {
  readonly id: string;
  readonly name: string;
  /** Headings, rows and totals together. */
  readonly area: Area;
  readonly columns: readonly TableColumnInfo[];
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly style: string;
  readonly showBandedRows: boolean;
  readonly showBandedColumns: boolean;
  readonly highlightFirstColumn: boolean;
  readonly highlightLastColumn: boolean;
  readonly showFilterButton: boolean;
}

export interface Tables {
  list(): readonly TableInfo[];
  find(idOrName: string): TableInfo | undefined;
  add(area: Area, hasHeaders: boolean, name?: string): TableInfo;
  update(id: string, change: Partial<Omit<TableInfo, "id" | "area" | "columns">>): void;
  renameColumn(id: string, index: number, name: string): void;
  resize(id: string, area: Area): void;
  /** Make room for rows, shifting down what is below the table; answers the index of the first. */
  insertRows(id: string, index: number | null, values: Grid<CellValue | null> | number): number;
  deleteRows(id: string, index: number, count: number): void;
  insertColumns(
    id: string,
    index: number | null,
    values: Grid<CellValue | null> | number,
    names?: string[],
  ): number;
  deleteColumn(id: string, index: number): void;
  sort(id: string, fields: readonly { key: number; ascending: boolean }[]): void;
  convertToRange(id: string): void;
  /** With the cells it holds. */
  delete(id: string): void;
  body(id: string): Area;
  header(id: string): Area | undefined;
  totals(id: string): Area | undefined;
}

export interface NameInfo {
  readonly name: string;
  /** Sheet id for a name that belongs to one sheet. */
  readonly scope?: string;
  /** With the leading `=`. */
  readonly formula: string;
  readonly comment: string;
  readonly visible: boolean;
}

export interface Names {
  list(): readonly NameInfo[];
  find(name: string, scope?: string): NameInfo | undefined;
  add(name: NameInfo): void;
  update(name: string, change: Partial<Omit<NameInfo, "scope">>, scope?: string): void;
  delete(name: string, scope?: string): void;
  /** The area that a name stands for, or undefined when it is a value or formula. */
  area(name: NameInfo): Area | undefined;
  value(name: NameInfo): CellValue;
}

/** One validation rule, in Excel's own words (`list`, `date`, `wholeNumber`...). */
export interface ValidationRule {
  readonly type: "List" | "WholeNumber" | "Decimal" | "Date" | "Time" | "TextLength" | "Custom";
  /** List: `a,b,c` or `=Sheet1!A1:A9`. Others: first operand or the formula. */
  readonly formula1: string | number;
  readonly formula2?: string | number;
  readonly operator?: string;
  readonly inCellDropDown?: boolean;
  readonly ignoreBlanks: boolean;
  readonly errorAlert?: { message: string; showAlert: boolean; style: string; title: string };
  readonly prompt?: { message: string; showPrompt: boolean; title: string };
}

export interface Validations {
  /** undefined: none; null: the cells differ. */
  get(area: Area): ValidationRule | undefined | null;
  set(area: Area, rule: ValidationRule): void;
  clear(area: Area): void;
  all(sheet: string): readonly { areas: readonly Area[]; rule: ValidationRule }[];
}

export interface ConditionalLook {
  fill?: string;
  fontColor?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: string;
  strikethrough?: boolean;
}

export interface ConditionalRule {
  readonly id: string;
  readonly areas: readonly Area[];
  readonly type: "Custom" | "CellValue" | "ContainsText";
  /** Custom: `=$K2="Hold"`. CellValue: first operand. ContainsText: the text. */
  readonly formula1: string;
  readonly formula2?: string;
  /** CellValue: `GreaterThan`, `Between`... ContainsText: `Contains`, `BeginsWith`... */
  readonly operator?: string;
  readonly look: Readonly<ConditionalLook>;
  readonly stopIfTrue: boolean;
}

export interface Conditionals {
  /** First in the list wins. */
  list(sheet: string): readonly ConditionalRule[];
  add(rule: Omit<ConditionalRule, "id">): ConditionalRule;
  update(sheet: string, id: string, change: Partial<Omit<ConditionalRule, "id">>): void;
  delete(sheet: string, id: string): void;
  /** Rules no longer paint these cells; all their other cells they do. */
  clear(area: Area): void;
  /** What paints the cells of one area paints those of another of the same sheet from now on, and nothing else does. */
  copy(from: Area, to: Area): void;
}

export interface Selection {
  areas(): readonly Area[];
  select(area: Area): void;
}

export interface History {
  canUndo(): boolean;
  undo(): void;
  redo(): void;
}

/** Excel's words for what happened to cells. */
export type ChangeType =
  | "RangeEdited"
  | "RowInserted"
  | "RowDeleted"
  | "ColumnInserted"
  | "ColumnDeleted"
  | "CellInserted"
  | "CellDeleted";

/** `origin`: what was passed to `by` while it happened; undefined for the user at the grid. */
export type BookEvent =
  | {
      readonly type: "changed";
      readonly area: Area;
      readonly change: ChangeType;
      readonly origin?: string;
      /** One cell only, as Excel does. */
      readonly before?: CellValue;
      readonly after?: CellValue;
    }
  | { readonly type: "calculated"; readonly sheet: string }
  | { readonly type: "chartsChanged"; readonly sheet: string; readonly origin?: string }
  | { readonly type: "selected"; readonly areas: readonly Area[]; readonly origin?: string }
  | { readonly type: "activated"; readonly sheet: string; readonly before?: string; readonly origin?: string }
  | { readonly type: "sheetAdded" | "sheetDeleted"; readonly sheet: string; readonly origin?: string }
  | {
      readonly type: "sheetRenamed";
      readonly sheet: string;
      readonly before: string;
      readonly after: string;
      readonly origin?: string;
    }
  | {
      readonly type: "tableAdded" | "tableDeleted";
      readonly table: string;
      readonly name: string;
      readonly sheet: string;
      readonly origin?: string;
    };

export type CalculationMode = "Automatic" | "AutomaticExceptTables" | "Manual";

export interface Book {
  readonly name: string;
  readonly sheets: Sheets;
  readonly cells: Cells;
  readonly formats: Formats;
  readonly filters: Filters;
  readonly tables: Tables;
  readonly names: Names;
  readonly validations: Validations;
  readonly conditionals: Conditionals;
  readonly charts: Charts;
  readonly selection: Selection;
  readonly history: History;
  /** What add-ins keep in the workbook (`workbook.settings` and `Office.context.document.settings`). */
  readonly settings: Map<string, unknown>;
  /** Do something on behalf of somebody: events that follow carry the origin. */
  by<T>(origin: string, work: () => T): T;
  onEvent(listener: (event: BookEvent) => void): () => void;
  calculationMode: CalculationMode;
  /** Calculate what is waiting (Recalculate) or everything (Full). */
  recalculate(type: "Recalculate" | "Full"): void;
  /** The value of a formula that stands in no cell and looks at none. */
  evaluate(formula: string): CellValue;
  /** Whether something written is not calculated yet. */
  readonly calculating: boolean;
  /** Formulas done; custom functions that have not answered show `#BUSY!`. */
  calculated(): Promise<void>;
  /** Everything done, custom functions included. */
  settle(): Promise<void>;
  dispose(): void;
}

/** Where a custom function is called from. */
export interface CallPlace {
  /** `Orders!F2` */
  readonly address: string;
  readonly signal?: AbortSignal;
}

/** Calls one function of the add-in. Rejects with `FunctionFailure`. `Host.invokeFunction` is one. */
export type CallFunction = (id: string, args: readonly unknown[], place: CallPlace) => Promise<unknown>;

/** A custom function threw: the error its cell shows, and the text that goes with it. */
export class FunctionFailure extends Error {
  constructor(
    readonly cellError: string,
    message = "",
  ) {
    super(message);
    this.name = "FunctionFailure";
  }
}

/** What `registerCustomFunctions` gives back, so that a book knows when its functions have answered. */
export interface CustomFunctionRunner {
  /** How many calls have not answered, or have answered and are not in the sheet yet. */
  readonly pending: number;
  /** Resolves when `pending` is 0. */
  settled(): Promise<void>;
  dispose(): void;
}

/** The part of functions.json that a spreadsheet needs. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description?: string;
    readonly type?: string;
    readonly dimensionality?: "scalar" | "matrix";
    readonly optional?: boolean;
    readonly repeating?: boolean;
  }[];
  readonly result?: { readonly type?: string; readonly dimensionality?: "scalar" | "matrix" };
  readonly options?: {
    readonly stream?: boolean;
    readonly cancelable?: boolean;
    readonly volatile?: boolean;
    readonly requiresAddress?: boolean;
  };
}
