import type { ChartCorner, ChartLook, ChartSeriesLook } from "../sheet/chart";

/**
 * A workbook between a file and the grid: what an .xlsx holds, in plain JSON, owing nothing to the library that reads files
 * nor to the grid that shows them.
 *
 * Rows and columns are counted from 0; `ref` is an A1 range without a sheet and without `$`, such as `B2:D9`.
 * A section of a sheet that is absent (undefined) is unknown to whoever made the book: when a book is written over the file it
 * came from, that section stays as the file has it. An empty list means that there is nothing.
 */
export interface FileBook {
  sheets: FileSheet[];
  names: FileName[];
  /** Every style that cells, rows and columns point to by index. */
  styles: FileStyle[];
  /** Settings that this add-in keeps in the workbook (`context.workbook.settings`), by key; values are JSON. */
  settings: Record<string, unknown>;
  /** Dates count from 1904-01-01; serial numbers in cells are the file's own, never converted. */
  date1904: boolean;
  activeSheet?: number;
  /** The font of cells whose style says nothing about it. */
  defaultFont?: FileFont;
}

export interface FileSheet {
  name: string;
  /** The name under which the opened file knows this sheet, where it has been renamed since. */
  origin?: string;
  visibility: "visible" | "hidden" | "veryHidden";
  /** Cells with content or a style, row by row. Cells that a formula spills into are not listed. */
  cells: FileCell[];
  merges?: string[];
  columns?: FileColumn[];
  rows?: FileRow[];
  /** Width in characters of columns that have none of their own. */
  defaultColumnWidth?: number;
  /** Height in points of rows that have none of their own. */
  defaultRowHeight?: number;
  /** Rows above and columns left of the frozen line; null where nothing is frozen. */
  frozen?: { rows: number; columns: number } | null;
  tables?: FileTable[];
  /** A filter on plain cells, outside any table. */
  filter?: { ref: string; columns: FileFilterColumn[] } | null;
  validations?: FileValidation[];
  conditionalFormats?: FileConditionalFormat[];
  protection?: FileProtection | null;
  print?: FilePrint;
  /** `#RRGGBB` */
  tabColor?: string | null;
  gridlines?: boolean;
  /** Per cent. */
  zoom?: number;
  comments?: FileComment[];
  charts?: FileChart[];
}

/** A blank cell has no value. Errors are told from texts that look like them. */
export type FileValue = string | number | boolean | FileError;

export interface FileError {
  error: string;
}

export interface FileCell {
  row: number;
  column: number;
  /** What the cell shows: typed in, or, with a formula, the result as last calculated. */
  value?: FileValue;
  /** As a person reads it in Excel's formula bar: `=MERCH.DAYSLATE([@Plan],[@Actual],AsOf)`, `=XLOOKUP(...)`. A text that begins with `=` is no formula and stands in `value`. */
  formula?: string;
  /** The formula fills `ref`: one that spills (`dynamic`), or one entered with Ctrl+Shift+Enter. */
  array?: { ref: string; dynamic: boolean };
  /** Runs of differently written text; `value` is the whole text. */
  rich?: { text: string; font?: FileFont }[];
  link?: { target: string; tooltip?: string };
  /** Index into the book's styles. */
  style?: number;
}

export interface FileColumn {
  column: number;
  /** In characters, as Excel's dialog shows it. */
  width?: number;
  hidden?: boolean;
  style?: number;
}

export interface FileRow {
  row: number;
  /** In points. */
  height?: number;
  hidden?: boolean;
  style?: number;
}

export interface FileFont {
  name?: string;
  size?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: "single" | "double";
  strike?: boolean;
  /** `#RRGGBB`, theme colours already resolved. */
  color?: string;
  script?: "super" | "sub";
}

export interface FileBorder {
  /** Excel's own words: thin, medium, thick, double, dotted, dashed, hair, ... */
  style: string;
  color?: string;
}

export interface FileStyle {
  /** Excel's format code, en-US; absent for General. */
  numberFormat?: string;
  font?: FileFont;
  /** `#RRGGBB` of a solid fill. */
  fill?: string;
  horizontal?: "left" | "center" | "right" | "fill" | "justify" | "centerContinuous" | "distributed";
  vertical?: "top" | "middle" | "bottom" | "justify" | "distributed";
  wrap?: boolean;
  shrink?: boolean;
  indent?: number;
  /** Degrees, -90 to 90, or letters stacked. */
  rotation?: number | "vertical";
  /** Excel draws both diagonals of a cell alike. */
  border?: Partial<Record<"top" | "bottom" | "left" | "right" | "diagonalDown" | "diagonalUp", FileBorder>>;
  /** Cells are locked unless this is false. */
  locked?: boolean;
  formulaHidden?: boolean;
}

export interface FileTable {
  name: string;
  /** Headings, rows and totals row. */
  ref: string;
  /** False for a table whose heading row is switched off. */
  headings: boolean;
  totals: boolean;
  columns: FileTableColumn[];
  /** Such as `TableStyleMedium2`; absent for no style. */
  style?: string;
  stripes?: boolean;
  columnStripes?: boolean;
  firstColumn?: boolean;
  lastColumn?: boolean;
  /** Whether the headings carry filter buttons. */
  filterButtons: boolean;
  filter: FileFilterColumn[];
}

export interface FileTableColumn {
  name: string;
  /** The formula that new rows get, as typed in a row of this table. */
  formula?: string;
  totalsLabel?: string;
  /** Excel's words: sum, count, countNums, average, max, min, stdDev, var, custom. */
  totalsFunction?: string;
  totalsFormula?: string;
}

/** What one column of a filter lets through. `column` counts from the filter's first column. */
export interface FileFilterColumn {
  column: number;
  values?: string[];
  blanks?: boolean;
  conditions?: { operator: FileOperator; value: string }[];
  /** Both conditions must hold; otherwise either will do. */
  and?: boolean;
}

export type FileOperator =
  | "equal"
  | "notEqual"
  | "greaterThan"
  | "lessThan"
  | "greaterThanOrEqual"
  | "lessThanOrEqual"
  | "between"
  | "notBetween";

export interface FileValidation {
  /** One or several ranges. */
  refs: string[];
  type: "any" | "list" | "whole" | "decimal" | "date" | "time" | "textLength" | "custom";
  operator?: FileOperator;
  /** Without a leading `=`; a list of words stands in quotes (`"A,B"`), dates are serial numbers. */
  formulas: string[];
  allowBlank: boolean;
  showError: boolean;
  errorStyle?: "stop" | "warning" | "information";
  errorTitle?: string;
  error?: string;
  showPrompt: boolean;
  promptTitle?: string;
  prompt?: string;
}

/** What a rule paints over a cell's own look. */
export interface FileRuleStyle {
  font?: FileFont;
  fill?: string;
  numberFormat?: string;
  border?: FileStyle["border"];
}

export interface FileThreshold {
  type: "min" | "max" | "num" | "percent" | "percentile" | "formula" | "autoMin" | "autoMax";
  /** A number, or a formula without a leading `=`. */
  value?: string;
}

/** Formulas stand without a leading `=`, relative to the first cell of `refs`. Lower priority numbers win. */
export type FileConditionalFormat = { refs: string[]; priority: number; stopIfTrue?: boolean } & (
  | { type: "cellIs"; operator: FileOperator; formulas: string[]; style: FileRuleStyle }
  | { type: "expression"; formula: string; style: FileRuleStyle }
  | {
      type: "text";
      operator: "containsText" | "notContains" | "beginsWith" | "endsWith";
      text: string;
      style: FileRuleStyle;
    }
  | { type: "blanks"; not: boolean; style: FileRuleStyle }
  | { type: "errors"; not: boolean; style: FileRuleStyle }
  | { type: "duplicates"; unique: boolean; style: FileRuleStyle }
  | { type: "top"; rank: number; percent: boolean; bottom: boolean; style: FileRuleStyle }
  | { type: "average"; above: boolean; style: FileRuleStyle }
  | { type: "period"; period: string; style: FileRuleStyle }
  | { type: "colorScale"; stops: { threshold: FileThreshold; color: string }[] }
  | {
      type: "dataBar";
      min: FileThreshold;
      max: FileThreshold;
      color: string;
      gradient: boolean;
      showValue: boolean;
    }
  | { type: "iconSet"; icons: string; thresholds: FileThreshold[]; reverse: boolean; showValue: boolean }
);

/** What people may do on a protected sheet; a password is kept in the opened file only. */
export interface FileProtection {
  password: boolean;
  allow: FileProtectionRight[];
}

export type FileProtectionRight =
  | "selectLockedCells"
  | "selectUnlockedCells"
  | "formatCells"
  | "formatColumns"
  | "formatRows"
  | "insertColumns"
  | "insertRows"
  | "insertHyperlinks"
  | "deleteColumns"
  | "deleteRows"
  | "sort"
  | "autoFilter"
  | "pivotTables"
  | "objects"
  | "scenarios";

export interface FilePrint {
  orientation?: "portrait" | "landscape";
  /** Excel's number for the paper: 9 is A4, 1 is Letter. */
  paper?: number;
  scale?: number;
  /** Pages across and down; 0 leaves that direction free. */
  fit?: { width: number; height: number };
  area?: string;
  /** Rows repeated at the top, such as `1:2`. */
  titleRows?: string;
  /** Columns repeated at the left, such as `A:B`. */
  titleColumns?: string;
  /** Inches. */
  margins?: { left: number; right: number; top: number; bottom: number; header: number; footer: number };
  centerHorizontally?: boolean;
  centerVertically?: boolean;
  gridlines?: boolean;
  /** With Excel's codes: `&L`, `&P`, `&N`, ... */
  header?: string;
  footer?: string;
}

export interface FileComment {
  row: number;
  column: number;
  text: string;
}

export interface FileChart extends ChartLook {
  name: string;
  anchor: FileChartAnchor;
  series: FileChartSeries[];
  /** How the opened file describes it; absent for a new or changed chart, which is written from the fields here. */
  origin?: FileChartOrigin;
}

/** A cell and the points from its corner to the chart's. */
export type FileChartAnchor = { from: ChartCorner } & (
  { to: ChartCorner } | { width: number; height: number }
);

export interface FileChartSeries extends ChartSeriesLook {
  /** A text, or where it stands: `Sheet1!$B$1`. */
  name: string | { ref: string };
  values?: string;
  categories?: string;
}

export interface FileChartOrigin {
  /** Place among the sheet's charts. */
  index: number;
  /** The library's description, for drawing. */
  model: object;
  /** References in the order of the part; changed ones are written over the file's. */
  refs: string[];
}

export interface FileName {
  name: string;
  /** What the name stands for, with a leading `=`: `=Settings!$B$2`, `=TODAY()`, `=0.05`. */
  formula: string;
  /** The sheet that the name belongs to; absent for the whole workbook. */
  sheet?: string;
  hidden?: boolean;
  comment?: string;
}

/** Something of a file that did not survive. `code` names the sentence, `params` fill it. */
export interface NotKept {
  code: string;
  params: Record<string, string | number>;
}

/** Why a file could not be opened. */
export type FileProblemCode =
  "empty" | "notXlsx" | "oldXls" | "encrypted" | "xlsb" | "damaged" | "tooLarge" | "noSheets";

export class FileProblem extends Error {
  constructor(
    readonly code: FileProblemCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = "FileProblem";
  }
}
