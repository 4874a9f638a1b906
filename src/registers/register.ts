/** The two languages the product speaks. Excel's display language picks one; the user may switch. */
export type Lang = "zh-CN" | "en";

export type RegisterId = "orders" | "inspections" | "materials" | "defects" | "templates";

/** A cell's content as the registers know it: "" is blank, a date is a serial number (1900 system, whole days). */
export type CellValue = string | number | boolean;

/** One row of a register by field id. Fields that the sheet has no column for are absent. */
export type Fields = Readonly<Record<string, CellValue>>;

export type FieldType = "text" | "whole" | "number" | "money" | "date" | "choice" | "formula";

/** Words in both languages. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** What the cell holds in an English and in a Chinese workbook; both are understood when read. */
export interface Choice extends Words {
  /** Other words for it that are understood. */
  readonly also?: readonly string[];
}

/** How a formula column names what it reads. Undefined where the workbook has no such column. */
export interface References {
  /** A field of the same row, e.g. `[@[Ex-factory due]]`. */
  own(fieldId: string): string | undefined;
  /** A whole column of another register's table, e.g. `Inspections[Verdict]`. */
  column(register: RegisterId, fieldId: string): string | undefined;
  /** Columns of another register's table side by side, e.g. `Templates[[Code]:[Predecessors]]`. */
  columns(register: RegisterId, from: string, to: string): string | undefined;
  /** The milestone columns of this table as the functions of a tracker take them. */
  milestones(lang: Lang): MilestoneArguments | undefined;
}

/** Two arguments of equal width: the headings of milestone columns, and the dates of this row under them. */
export interface MilestoneArguments {
  readonly headings: string;
  readonly dates: string;
}

/** A table as formulas see it: its name, and its heading for each field it has. */
export interface TableNames {
  readonly table: string;
  readonly headings: Readonly<Record<string, string>>;
  /** All headings in the order of the columns, where it is known. */
  readonly order?: readonly string[];
}

export interface Field {
  /** Stable id; never shown, never changed. Milestone fields are `<id>.plan` and `<id>.actual`, e.g. `T19S.plan`. */
  readonly id: string;
  readonly type: FieldType;
  /** Headings that a new table gets. People may rename them afterwards. */
  readonly heading: Words;
  /** Other names for the same thing, zh and en, for recognising a user's own headings. */
  readonly synonyms: readonly string[];
  readonly required?: boolean;
  /** Words offered in the cell. */
  readonly choices?: readonly Choice[];
  /** The choices are suggestions: other words are as good. */
  readonly open?: boolean;
  /** Smallest number that makes sense; 0 for quantities. */
  readonly least?: number;
  /** Codes: kept as text, so that leading zeros stay and nothing is read as a date. */
  readonly code?: boolean;
  /** Formula columns: what a person would type into a row of the table. Undefined where a column it needs is missing. */
  readonly formula?: (refs: References, lang: Lang) => string | undefined;
  /** What its number is. */
  readonly shows?: "date" | "share";
  /** Column width in characters. */
  readonly width: number;
}

export interface Register {
  readonly id: RegisterId;
  readonly sheetName: Words;
  /** Made when it is needed, and not with the others. */
  readonly onDemand?: boolean;
  /** Excel table name of a table that we set up. */
  readonly tableName: string;
  readonly fields: readonly Field[];
  /** Field ids that together name a row. */
  readonly key: readonly string[];
}

/** The field's heading in a language. */
export const word = (words: Words, lang: Lang): string => (lang === "zh-CN" ? words.zh : words.en);
