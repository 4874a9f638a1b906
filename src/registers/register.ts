/** The two languages the product speaks. Excel's display language picks one; the user may switch. */
export type Lang = "zh-CN" | "en";

export type RegisterId = "orders" | "inspections" | "defects";

/** A cell's content as the registers know it: "" is blank, a date is a serial number (1900 system, whole days). */
export type CellValue = string | number | boolean;

/** One row of a register by field id. Fields that the sheet has no column for are absent. */
export type Fields = Readonly<Record<string, CellValue>>;

export type FieldType = "text" | "whole" | "number" | "money" | "date" | "choice" | "formula";

export interface Choice {
  /** What the cell holds in an English and in a Chinese workbook; both are understood when read. */
  readonly en: string;
  readonly zh: string;
}

export interface Field {
  /** Stable id; never shown, never changed. Milestone fields are `<code>.plan` and `<code>.actual`, e.g. `T19S.plan`. */
  readonly id: string;
  readonly type: FieldType;
  /** Headings that a new table gets. People may rename them afterwards. */
  readonly heading: { readonly en: string; readonly zh: string };
  /** Other names for the same thing, zh and en, for recognising a user's own headings. */
  readonly synonyms: readonly string[];
  readonly required?: boolean;
  readonly choices?: readonly Choice[];
  /** Formula columns: the formula as typed into a table row, given the headings of this very table by field id. */
  readonly formula?: (column: (fieldId: string) => string, lang: Lang) => string;
  /** Column width in characters. */
  readonly width: number;
}

export interface Register {
  readonly id: RegisterId;
  readonly sheetName: { readonly en: string; readonly zh: string };
  /** Excel table name of a table that we set up. */
  readonly tableName: string;
  readonly fields: readonly Field[];
  /** Field ids that together name a row. */
  readonly key: readonly string[];
}
