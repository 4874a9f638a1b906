import type { CellValue } from "../register";
import type { Area } from "./sheetGrid";

/**
 * orders: one row an order or a colour of it; milestones: milestones run down, plan and actual stand across, one style a sheet;
 * across: days, weeks or months stand across; form: labels with their values stand above the table; list: no headings; none: no
 * table at all.
 */
export type Layout = "orders" | "milestones" | "across" | "form" | "list" | "none";

/** Which register the sheet's rows belong to; `none` is another matter. */
export type SheetSubject = "orders" | "inspections" | "materials" | "none";

/** formulaOnly: filled in advance, no order yet; unread: not fetched, because the sheet is large. */
export type RowKind = "data" | "group" | "blank" | "total" | "heading" | "note" | "formulaOnly" | "unread";

/** Why a meaning was chosen, or doubted; params name what was seen. */
export interface Evidence {
  readonly code:
    | "knownName"
    | "words"
    | "typo"
    | "groupHeading"
    | "valuesAgree"
    | "valuesDiffer"
    | "noValues"
    | "valuesOnly"
    | "pairOf"
    | "taken";
  readonly params: Readonly<Record<string, string | number>>;
}

/** A confidence that needs no question: heading and values agree. */
export const SURE = 0.8;

export interface MeaningGuess {
  readonly meaning: string;
  readonly confidence: number;
}

export interface ColumnReading {
  /** Column of the sheet, from 0. */
  readonly column: number;
  /** The heading as one text, its groups before it: `PCD / Plan`. */
  readonly heading: string;
  readonly hidden: boolean;
  /** Field id of the subject's register, or `<milestone>.plan` / `<milestone>.actual`; absent for a column that is left alone. */
  readonly meaning?: string;
  /** 0 to 1; from `SURE` on heading and values agree. */
  readonly confidence: number;
  /** What else the column is known to hold: `amount`, `shippedQty`, `supplier`, `timeBucket`, `size`, `placeholder`, ... */
  readonly about?: string;
  readonly evidence: readonly Evidence[];
  readonly alternatives: readonly MeaningGuess[];
  readonly samples: readonly CellValue[];
  /** none, some or all of its values are formulas: these cells are never written to. */
  readonly formulas: "none" | "some" | "all";
  /** Cells that hold a history such as `09/13:on board;09/10:...`. */
  readonly histories: number;
  /** Blank cells stand for the value above, when read. */
  readonly fillDown: boolean;
  readonly dates?: DateColumn;
  readonly numbers?: NumberColumn;
  readonly codes?: CodeColumn;
}

export type DateOrder = "ymd" | "dmy" | "mdy";

/** How a column's texts are read; the same for the first look and for every later one. */
export interface DateRules {
  /** By style of writing: separator and digits of the year, `-4`; a style that nothing tells is absent. */
  readonly orders: Readonly<Record<string, DateOrder>>;
  /** A day near which dates without a year lie. */
  readonly near?: number;
  readonly year?: number;
  /** Serial numbers whose day and month Excel has changed over: doubted until the user has said, then changed back. */
  readonly swapped: boolean | "back";
}

/** partOver12: `16-9-2023` can only be day first; heading: `(dd-mm-yyyy)`; sheet: another column proves it. */
export type OrderEvidence = "partOver12" | "heading" | "sheet" | "answer";

export type DateProblem =
  | "ambiguous"
  | "noYear"
  | "noSuchDay"
  | "placeholder"
  | "vague"
  | "history"
  | "sentinel"
  | "swapped"
  | "outOfSense"
  | "error"
  | "notADate";

export interface UnreadDate {
  readonly row: number;
  readonly value: CellValue;
  readonly problem: DateProblem;
  /** The dates that it could be, where there are several. */
  readonly could?: readonly number[];
}

export interface DateColumn {
  readonly kind: "serial" | "text" | "mixed";
  /** How texts of three numbers are read; absent where no text needs it or nothing tells. */
  readonly order?: DateOrder;
  readonly orderEvidence?: OrderEvidence;
  /** Cells that tell the order, for showing. */
  readonly orderRows: readonly number[];
  /** The year of dates written without one, and how many there are; always to be confirmed. */
  readonly year?: { readonly from: "row" | "column" | "answer"; readonly count: number };
  readonly readable: number;
  /** Of these, texts and numbers typed as 20260305. */
  readonly texts: number;
  readonly unread: readonly UnreadDate[];
  readonly rules: DateRules;
}

export interface NumberColumn {
  readonly readable: number;
  /** Numbers typed as texts: `2840 pcs`, `1,600`. */
  readonly texts: number;
  readonly units: readonly { readonly unit: string; readonly count: number }[];
  /** What a dot in `4.000` is, where the column tells. */
  readonly dot?: "decimal" | "thousands";
  readonly unread: readonly {
    readonly row: number;
    readonly value: CellValue;
    readonly problem: "notANumber" | "ambiguousDot" | "error";
  }[];
}

export interface CodeColumn {
  /** Cells with several codes, and cells that say TBA, cancelled and the like. */
  readonly several: number;
  readonly placeholders: number;
  readonly leadingZeros: boolean;
  readonly samplesOfSeveral: readonly string[];
}

/** A label with its value beside or below it, outside the table. */
export interface FormEntry {
  readonly label: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly valueRow: number;
  readonly valueColumn: number;
  readonly meaning?: string;
  readonly confidence: number;
}

/** A milestone in a row, where milestones run down. */
export interface MilestoneRow {
  readonly row: number;
  readonly name: string;
  /** Milestone id without plan or actual: `T19S`. */
  readonly milestone?: string;
  readonly confidence: number;
}

export interface TablePlace {
  readonly headingRows: readonly number[];
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** The Excel table it is, if it is one. */
  readonly table?: string;
}

/** An area that is not touched. */
export interface LeftAlone {
  readonly what:
    | "banner"
    | "form"
    | "notes"
    | "totals"
    | "formulaRows"
    | "otherTable"
    | "column"
    | "hiddenColumns"
    | "hiddenRows";
  readonly area: Area;
}

export type QuestionCode =
  | "whichTable"
  | "subject"
  | "noHeadings"
  | "whatIs"
  | "planOrActual"
  | "dateOrder"
  | "swappedDates"
  | "dateYear"
  | "unreadDates"
  | "fillDown"
  | "dotInNumbers"
  | "mixedUnits"
  | "severalCodes"
  | "key";

/** One name for a question as long as its column stays where it is. */
export const questionId = ({ code, column }: Pick<Question, "code" | "column">): string =>
  column === undefined ? code : `${code}:${column}`;

/** Something only the user knows; the catalogues have the sentence. `column` where it is about one. */
export interface Question {
  readonly code: QuestionCode;
  readonly column?: number;
  readonly params: Readonly<Record<string, string | number>>;
  /** The answers to tap, the likeliest first: meanings, date orders, yes and no. */
  readonly answers: readonly string[];
}

export interface SheetReading {
  readonly sheet: string;
  readonly subject: SheetSubject;
  readonly layout: Layout;
  /** Absent where the sheet has no table. */
  readonly table?: TablePlace;
  readonly tableConfidence: number;
  /** Row kinds from the first row under the headings to the end of the used range. */
  readonly rows: readonly { readonly row: number; readonly kind: RowKind }[];
  readonly columns: readonly ColumnReading[];
  /** Columns that together name a row. */
  readonly key: readonly number[];
  readonly form: readonly FormEntry[];
  readonly milestones: readonly MilestoneRow[];
  readonly leavesAlone: readonly LeftAlone[];
  readonly questions: readonly Question[];
}

/** What the user has said, remembered with the workbook: each wins over what the sheet seems to say. */
export interface ReadingAnswers {
  /** What the rows are about. */
  readonly subject?: SheetSubject;
  readonly headingRows?: readonly number[];
  /** By column; "" is none. */
  readonly meanings?: Readonly<Record<number, string>>;
  readonly dateOrders?: Readonly<Record<number, DateOrder>>;
  readonly years?: Readonly<Record<number, number>>;
  readonly fillDown?: Readonly<Record<number, boolean>>;
  /** Dates whose day and month Excel has changed over: true reads them changed back, false as they stand. */
  readonly swapped?: Readonly<Record<number, boolean>>;
  readonly dots?: Readonly<Record<number, "decimal" | "thousands">>;
  /** Questions that need no further asking, by `questionId`. */
  readonly settled?: readonly string[];
}
