import { choiceWord } from "../choice";
import { word, type CellValue, type Field, type Lang, type RegisterId } from "../register";
import { fieldOf } from "../registers";
import { verdictOf } from "../verdictOf";
import { FIRST_DAY, LAST_DAY, readDateCell } from "./dateColumn";
import { sixDigits } from "./dateText";
import { readNumberCell } from "./numberColumn";
import { isBlank, isError, type Cells } from "./sheetGrid";
import type { DateRules, NumberColumn } from "./sheetReading";
import { unreadDate, unreadNumber, type UnreadProblem } from "./unreadCells";

/** A cell with something in it that cannot be read as what its column holds. */
export interface UnreadKept {
  readonly fieldId: string;
  readonly heading: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly problem: UnreadProblem;
  /** The days or numbers that it could be. */
  readonly could?: readonly number[];
  /** A day of the same row, else of the column. */
  readonly near?: number;
  readonly formula: boolean;
}

const VERDICTS = {
  pass: { en: "PASS", zh: "合格" },
  fail: { en: "FAIL", zh: "不合格" },
  pending: { en: "PENDING", zh: "待定" },
} as const;

/** A verdict as the register's own formulas say it; other words stay as they are. */
export function verdictWord(value: CellValue, lang: Lang): CellValue {
  const verdict = verdictOf(String(value));
  return verdict ? word(VERDICTS[verdict], lang) : value;
}

type Kind = "date" | "whole" | "number" | "money" | "verdict" | "choice" | "text" | "asIs";

/** What the cells of a column or a label hold, and how they are read. */
export interface Target {
  readonly fieldId: string;
  readonly heading: string;
  readonly kind: Kind;
  readonly field: Field | undefined;
  readonly rules: DateRules;
  readonly dot: NumberColumn["dot"];
}

const noRules: DateRules = { orders: {}, swapped: false };

export function targetOf(
  register: RegisterId,
  fieldId: string,
  heading: string,
  how: { readonly dates?: DateRules; readonly dot?: NumberColumn["dot"] },
): Target {
  const field = fieldOf(register, fieldId);
  const kind: Kind =
    fieldId === "verdict" || fieldId === "qc"
      ? "verdict"
      : field === undefined
        ? how.dates || /\.(?:plan|actual)$|^(?:plan|actual)$/.test(fieldId)
          ? "date"
          : "text"
        : field.type === "formula"
          ? "asIs"
          : field.type;
  return { fieldId, heading, kind, field, rules: how.dates ?? noRules, dot: how.dot };
}

/** Reads cells as their columns hold them, and gathers what cannot be read. */
export class CellReader {
  readonly unread: UnreadKept[] = [];

  constructor(
    private readonly cells: Cells,
    private readonly lang: Lang,
    private readonly since: number,
  ) {}

  /** The day of a plain number in a date column. */
  day(row: number, column: number): number | undefined {
    const value = this.cells.value(row, column);
    if (typeof value !== "number") return undefined;
    const day = Math.floor(value) + this.since;
    return day >= FIRST_DAY && day <= LAST_DAY ? day : undefined;
  }

  read(target: Target, row: number, column: number, near?: number, given?: CellValue): CellValue {
    const value = given ?? this.cells.value(row, column);
    if (isBlank(value)) return "";
    const { kind } = target;
    switch (kind) {
      case "date": {
        const isSerial = typeof value === "number" && value < 20_000_000 && !sixDigits(value);
        const cell = isSerial ? value + this.since : value;
        const read = readDateCell(cell, target.rules, near);
        this.tell(target, row, column, cell, unreadDate(cell, target.rules, near));
        if ("day" in read) return read.day;
        // A number would be taken for a day; words say that there is something.
        return typeof value === "string" && !isError(value) ? value.trim() : "";
      }
      case "whole":
      case "number":
      case "money": {
        if (typeof value === "number") return value;
        this.tell(target, row, column, value, unreadNumber(value, target.dot));
        const read = readNumberCell(value, target.dot);
        if (read !== undefined) return read;
        return typeof value !== "string" ? value : isError(value) ? "" : value.trim();
      }
      case "verdict":
        return verdictWord(value, this.lang);
      case "choice":
        return target.field ? choiceWord(target.field, this.text(value), this.lang) : this.text(value);
      case "text":
        return this.text(value);
      default:
        return value;
    }
  }

  private text(value: CellValue): CellValue {
    if (typeof value === "boolean") return value;
    return typeof value === "string" ? (isError(value) ? "" : value.trim()) : String(value);
  }

  private tell(
    { fieldId, heading }: Target,
    row: number,
    column: number,
    value: CellValue,
    unread: ReturnType<typeof unreadDate>,
  ): void {
    if (!unread) return;
    this.unread.push({
      fieldId,
      heading,
      row,
      column,
      value,
      ...unread,
      formula: this.cells.formula(row, column),
    });
  }
}

/** The middle one; the days are put in order by it. */
export const median = (days: number[]): number | undefined =>
  days.sort((a, b) => a - b)[Math.floor(days.length / 2)];
