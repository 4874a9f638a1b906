import type { CellValue, RegisterId } from "../register";
import type { DateProblem, NumberColumn } from "./sheetReading";

/** Why a cell is listed. textDate, textNumber: it is read, but as a text the sheet's own formulas cannot reckon with it. */
export type UnreadProblem =
  DateProblem | NumberColumn["unread"][number]["problem"] | "textDate" | "textNumber";

/** A cell of a date or number column that does not hold what it should: nothing to guess, and perhaps something to mend. */
export interface UnreadCell {
  readonly register: RegisterId;
  readonly sheet: string;
  /** Of the one cell, without dollars: `F12`. */
  readonly address: string;
  /** As a reading has it, groups before: `PCD / Plan`. */
  readonly heading: string;
  readonly fieldId: string;
  readonly value: CellValue;
  readonly problem: UnreadProblem;
  /** What it could be, as serials or numbers; the one reading of textDate and textNumber. */
  readonly could?: readonly number[];
  /** A day of the same row, else of the column: near it lie dates without a year. */
  readonly near?: number;
  /** A formula is there: shown, never mended. */
  readonly formula?: true;
}
