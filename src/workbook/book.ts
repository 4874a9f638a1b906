import type { CellValue, Fields, Lang, RegisterId } from "../registers/register";

/** One row as it was read. Rows are found again by `key`, never by their place. */
export interface Row {
  /** Key fields, trimmed and case-folded, joined; rows with the same key are numbered (`...#2`). */
  readonly key: string;
  readonly fields: Fields;
  /** 1-based worksheet row at the time of reading: for showing to people only. */
  readonly sheetRow: number;
}

/** A register's table in the workbook, as it was read. */
export interface RegisterTable {
  readonly register: RegisterId;
  readonly sheet: string;
  /** Name of the Excel table, or undefined where the user's own plain range was adopted. */
  readonly table: string | undefined;
  /** Address of headings and rows, e.g. `A1:AF61`. */
  readonly address: string;
  /** Field id -> the heading this table has for it. Fields without a column are absent. */
  readonly headings: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
}

export interface BookSettings {
  /** Value of the name `AsOf` as a serial number. */
  readonly asOf: number;
  readonly calendar: string;
  /** Rows of the name `Closures`: date, kind. */
  readonly closures: readonly (readonly CellValue[])[];
  /** Language chosen for this workbook's headings and words. */
  readonly lang: Lang;
}

/** Something about the workbook that the user should know and can mend. `code` is a key of the i18n catalogue. */
export interface BookIssue {
  readonly code: "headingRenamed" | "columnMissing" | "tableMissing" | "nameMissing" | "sheetProtected";
  readonly register?: RegisterId;
  readonly params: Readonly<Record<string, string | number>>;
  /** Ids of mends that `mend()` can carry out for this issue. */
  readonly mends: readonly string[];
}

/** Everything the pane shows, read in one go. */
export interface Book {
  readonly tables: Readonly<Partial<Record<RegisterId, RegisterTable>>>;
  readonly settings: BookSettings;
  readonly issues: readonly BookIssue[];
}

/** What a write did, for showing to the user and for taking back. */
export interface Receipt {
  /** Key of the i18n sentence and its parameters. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Cells written, e.g. `Orders!A62:AF62`. */
  readonly address: string;
  /** Opaque; hand it to `undo`. Undo refuses (problem `changedMeanwhile`) where a cell no longer holds what was written. */
  readonly revert: unknown;
}

/**
 * Why the workbook refused. Thrown as `WorkbookProblem`; `code` is a key of the i18n catalogue.
 * cellEditing: a cell is being edited. protectedSheet {sheet}. changedMeanwhile {what}. rowGone {what}. duplicate {what}.
 * tooLarge. offline: the request's fate is unknown, so look before trying again. formulaCell {address}: a formula is there.
 * notSetUp {register}. noTable: nothing suitable is selected. host {code, message}: anything else that Excel said.
 */
export type ProblemCode =
  | "cellEditing"
  | "protectedSheet"
  | "changedMeanwhile"
  | "rowGone"
  | "duplicate"
  | "tooLarge"
  | "offline"
  | "formulaCell"
  | "notSetUp"
  | "noTable"
  | "host";

export class WorkbookProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = "WorkbookProblem";
  }
}
