import type { CellValue, RegisterId } from "../register";
import { LAST_DAY, readDateCell } from "./dateColumn";
import { numberText, readNumberCell } from "./numberColumn";
import { isBlank, isError } from "./sheetGrid";
import type { DateProblem, DateRules, NumberColumn } from "./sheetReading";

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

type Unread = Pick<UnreadCell, "problem" | "could" | "near">;

/** What is to be said of a cell of a date column; undefined where it holds a date or nothing. */
export function unreadDate(value: CellValue, rules: DateRules, near?: number): Unread | undefined {
  if (isBlank(value)) return undefined;
  const read = readDateCell(value, rules, near);
  const beside = near ?? rules.near;
  if ("day" in read) {
    // A number beyond all days is a date typed as 20260305.
    if (typeof value === "number" && value <= LAST_DAY) return undefined;
    return { problem: "textDate", could: [read.day] };
  }
  return {
    problem: read.problem,
    ...(read.could && { could: read.could }),
    ...(beside !== undefined && { near: beside }),
  };
}

/** What is to be said of a cell of a number column; undefined where it holds a number or nothing. */
export function unreadNumber(value: CellValue, dot?: NumberColumn["dot"]): Unread | undefined {
  if (isBlank(value) || typeof value === "number") return undefined;
  const read = readNumberCell(value, dot);
  if (read !== undefined) return { problem: "textNumber", could: [read] };
  if (isError(value)) return { problem: "error" };
  const dotted = typeof value === "string" ? numberText(value) : undefined;
  return dotted
    ? { problem: "ambiguousDot", could: [dotted.number, Math.round(dotted.number * 1000)] }
    : { problem: "notANumber" };
}
