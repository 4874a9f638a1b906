import type { CellValue, Fields, Lang, RegisterId } from "../registers/register";
import type { Area, SheetGrid } from "../registers/sheet/sheetGrid";
import type { KeptSheet } from "../registers/sheet/keptSheet";
import type { UnreadCell } from "../registers/sheet/unreadCells";

/** One row as it was read. Rows are found again by `key`, never by their place. */
export interface Row {
  /** Key fields, trimmed and case-folded, joined; rows with the same key are numbered (`...#2`). */
  readonly key: string;
  readonly fields: Fields;
  /** Sheet and 1-based row at the time of reading: for showing to people only. */
  readonly sheet: string;
  readonly sheetRow: number;
}

/** Where rows of a register stand. */
export interface RegisterPlace {
  readonly sheet: string;
  /** Headings and rows, e.g. `A1:AF61`. */
  readonly address: string;
  /** Name of the Excel table; none for a sheet that stays as its user keeps it. */
  readonly table?: string;
}

/** A register in the workbook, as it was read: one Excel table, or sheets kept as they are, whose rows are one list. */
export interface RegisterTable {
  readonly register: RegisterId;
  readonly places: readonly RegisterPlace[];
  /** Name of the Excel table; "" where rows stand in sheets that stay as they are. */
  readonly table: string;
  /** Field id -> the heading it has here, on the first of several sheets. Fields without a column are absent. */
  readonly headings: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
}

export interface BookSettings {
  /** Value of the name `AsOf` as a serial number. 0 where the workbook has no such name. */
  readonly asOf: number;
  /** The as-of date is today's (`=TODAY()`), not a fixed one. */
  readonly asOfIsToday: boolean;
  readonly calendar: string;
  /** Rows of the name `Closures`: date, kind. */
  readonly closures: readonly (readonly CellValue[])[];
  /** Language chosen for this workbook's headings and words. */
  readonly lang: Lang;
}

/** What the user may change. Absent = leave as it is. */
export interface SettingsChange {
  readonly asOf?: number | "today";
  readonly calendar?: string;
  readonly closures?: readonly (readonly CellValue[])[];
  readonly lang?: Lang;
}

/**
 * acceptHeading: the renamed column is this field. addColumn: put the missing column at the table's right end.
 * forget: do without this field. useTable: the table that fits best is this register. setUp: make the missing table.
 * addNames: make the missing names on a settings sheet. fillFormulas: write the formulas of added columns into rows that
 * lack them. useSheet: the new sheet is one more of its kind; ignoreSheet: it is not. showRow: go to the row in the sheet;
 * findAgain: show a lost kept sheet anew;
 * forgetSheet: do without it.
 */
export type MendId =
  | "acceptHeading"
  | "addColumn"
  | "forget"
  | "useTable"
  | "setUp"
  | "addNames"
  | "fillFormulas"
  | "useSheet"
  | "ignoreSheet"
  | "showRow"
  | "findAgain"
  | "forgetSheet";

/**
 * Something about the workbook that the user should know and can mend. `code` is a key of the i18n catalogue.
 * headingRenamed {field, was, now, sheet?}, columnMissing {field, was, sheet?}, tableMissing {table, suggestion?: table name},
 * nameMissing {name}, sheetProtected {sheet}; of kept sheets: formulasMissing {sheet, count: rows},
 * rowsUnnamed {sheet, count: rows, address: of the first}, newSheet {sheet, like},
 * anchorLost {sheet}.
 */
export interface BookIssue {
  readonly code:
    | "headingRenamed"
    | "columnMissing"
    | "tableMissing"
    | "nameMissing"
    | "sheetProtected"
    | "formulasMissing"
    | "rowsUnnamed"
    | "newSheet"
    | "anchorLost";
  readonly register?: RegisterId;
  readonly params: Readonly<Record<string, string | number>>;
  /** Mends that `mend()` can carry out for this issue. */
  readonly mends: readonly MendId[];
}

/** Everything the pane shows, read in one go. */
export interface Book {
  readonly tables: Readonly<Partial<Record<RegisterId, RegisterTable>>>;
  readonly settings: BookSettings;
  readonly issues: readonly BookIssue[];
  /** Cells of date and number columns that do not hold what they should. */
  readonly unread: readonly UnreadCell[];
  /** What was agreed of the sheets that stay as they are. */
  readonly kept?: readonly KeptSheet[];
}

/** The row that the selected cell stands in. */
export interface SelectedRow {
  readonly register: RegisterId;
  readonly key: string;
  readonly fields: Fields;
  readonly sheetRow: number;
}

/** What is to be changed in one row. */
export interface RowChange {
  readonly key: string;
  readonly changes: Fields;
  /** What the caller had read of these fields. */
  readonly seen: Fields;
  /** Dates that the user has agreed to replace. */
  readonly agreed?: readonly string[];
}

/** One look at a sheet, for reading what it holds. */
export interface SheetLook {
  readonly grid: SheetGrid;
  readonly sheetId: string;
  readonly isActive: boolean;
  readonly isProtected: boolean;
  /** The sheet is large, and only a part of its rows was fetched. */
  readonly sampled: boolean;
  /** Size of the used part, of which the grid may be the beginning only. */
  readonly usedRows: number;
  readonly usedColumns: number;
  /** What is selected on the active sheet; of several ranges the first. */
  readonly selected?: Area;
}

/** A table or a block of cells that could become a register. */
export interface Candidate {
  readonly sheet: string;
  /** Name of the Excel table; undefined for a plain block of cells, which adopting makes a table of (its looks stay). */
  readonly table?: string;
  /** Headings and rows, e.g. `A3:AF61`. */
  readonly address: string;
  readonly headings: readonly string[];
  /** First rows under the headings, for evidence and for showing. */
  readonly samples: readonly (readonly CellValue[])[];
  readonly rowCount: number;
  /** The selected cell stands in it. */
  readonly isSelected: boolean;
  /** Why it cannot be adopted as it is: several columns have one heading, or a heading is blank. */
  readonly obstacle?: "headingTwice" | "headingBlank";
}

/** What the user agreed a column to be. */
export interface ColumnChoice {
  /** 0-based column within the candidate. */
  readonly column: number;
  readonly fieldId: string;
}

/**
 * setUp {tables}, adopted {table, columns}, ordersAdded {count, po, style}, inspectionAdded {id, defects}, rowUpdated {what, fields}, rowsUpdated {count, fields},
 * settingsSaved, mended {table}, formulaInserted {address}, reportMade {sheet}, ganttMade {sheet},
 * templatesSaved {templates}, sheetsAdopted {sheets: names, count, columns}, sheetForgotten {sheet}, formulasFilled {sheet, count:
 * rows}, cellsMended {count}, datesSettled.
 */
export type ReceiptCode =
  | "setUp"
  | "adopted"
  | "ordersAdded"
  | "inspectionAdded"
  | "rowUpdated"
  | "rowsUpdated"
  | "settingsSaved"
  | "mended"
  | "formulaInserted"
  | "reportMade"
  | "ganttMade"
  | "templatesSaved"
  | "cellsMended"
  | "datesSettled"
  | "sheetsAdopted"
  | "sheetForgotten"
  | "formulasFilled";

/** What a write did, for showing to the user and for taking back. */
export interface Receipt {
  /** Key of the i18n sentence and its parameters. */
  readonly code: ReceiptCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** Cells written, e.g. `Orders!A62:AF62`. */
  readonly address: string;
  /** Opaque; hand it to `undo`. Undo refuses (problem `changedMeanwhile`) where a cell no longer holds what was written. */
  readonly revert: unknown;
}

/**
 * Why the workbook refused. Thrown as `WorkbookProblem`; `code` is a key of the i18n catalogue.
 * cellEditing: a cell is being edited. busy: Excel has too much to do. protectedSheet {sheet}. changedMeanwhile {what}: someone changed it; read again.
 * rowGone {what}. sheetGone {sheet}. duplicate {what}. tooLarge. offline: no answer came, so look before trying again.
 * formulaCell {address, heading}: a formula is there. typedDate {fields}: dates somebody typed would be replaced; ask, then
 * name them in `agreed`. needsConsent: the user must first agree that a block of cells becomes a table. noRoom {address}: cells below the table are not empty. sheetExists {sheets}: sheets of these names
 * are there already. headings {headings}: blank or repeated headings. notSetUp {register}. noTable: nothing suitable.
 * templatesExist {templates}: the workbook has its own templates for these; ask, then replace them. notUndoable: this receipt cannot be taken back. halfDone {address}: it failed on the way and cleaning up failed too.
 * cancelled: by the user, and nothing is left behind. sheetsAndTable {register, table}: the register lives in this Excel table, whose
 * rows would be lost from sight. sharedCell {heading, address}: the value stands once for several rows, and not in this one.
 * notInPlace {what}: needs an Excel table, and the register lives in sheets that stay as they are.
 * oneStyle {sheet}: the sheet says once which order or style it is, and another one has no place on it.
 * host {code, message}: anything else that Excel said.
 */
export type ProblemCode =
  | "cellEditing"
  | "busy"
  | "protectedSheet"
  | "changedMeanwhile"
  | "rowGone"
  | "sheetGone"
  | "duplicate"
  | "tooLarge"
  | "offline"
  | "formulaCell"
  | "typedDate"
  | "needsConsent"
  | "noRoom"
  | "sheetExists"
  | "headings"
  | "notSetUp"
  | "noTable"
  | "templatesExist"
  | "notUndoable"
  | "halfDone"
  | "host"
  | "cancelled"
  | "sheetsAndTable"
  | "sharedCell"
  | "notInPlace"
  | "oneStyle";

export class WorkbookProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = "WorkbookProblem";
  }
}
