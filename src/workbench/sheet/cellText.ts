import { CellValueType, numfmt } from "@univerjs/core";
import type { CellValue } from "./book";

export const ERRORS: ReadonlySet<string> = new Set([
  "#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!", "#SPILL!", "#CALC!", "#BUSY!", "#GETTING_DATA",
  "#FIELD!", "#BLOCKED!", "#UNKNOWN!", "#CONNECT!",
]); // prettier-ignore

/** What one cell is to hold, in Univer's terms. */
export interface Typed {
  readonly v: string | number | null;
  readonly t: CellValueType | null;
  /** A number format that comes with what was typed. */
  readonly format?: string;
}

export const BLANK: Typed = { v: null, t: null };
const text = (v: string): Typed => ({ v, t: CellValueType.STRING });

/** A date with day, month and year takes the short date format whatever its shape, as in en-US Excel. */
function formatOf(pattern: string): string {
  if (/y/i.test(pattern) && /d/i.test(pattern) && !/h/i.test(pattern) && !/mmm/i.test(pattern))
    return "m/d/yyyy";
  if (/^m[/-]d$/.test(pattern)) return "d-mmm";
  if (/^mmm yy$/.test(pattern)) return "mmm-yy";
  if (pattern === "hh:mm") return "h:mm";
  return pattern;
}

/** Parsing is dear; most texts show by their beginning that they are neither number, date nor truth value. */
const MAY_BE_NUMBER =
  /^\s*([-+($€£¥￥.\d]|true\s*$|false\s*$|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*\d)/i;

/** Turn what was written into a cell's content as Excel's formula bar does: numbers and en-US dates in text are understood. */
export function typed(value: CellValue, currentFormat: string): Typed {
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (value === "") return BLANK;
  if (value.startsWith("'")) return { v: value.slice(1), t: CellValueType.FORCE_STRING };
  if (currentFormat === "@") return text(value);
  if (ERRORS.has(value.toUpperCase())) return text(value.toUpperCase());
  if (!MAY_BE_NUMBER.test(value)) return text(value);
  const parsed = numfmt.parseValue(value.trim());
  if (!parsed) return text(value);
  if (typeof parsed.v === "boolean") return { v: parsed.v ? 1 : 0, t: CellValueType.BOOLEAN };
  const format = parsed.z && currentFormat === "General" ? formatOf(parsed.z) : undefined;
  return { v: parsed.v, t: CellValueType.NUMBER, ...(format ? { format } : {}) };
}

export function cellText(value: CellValue, format: string): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  try {
    return numfmt.format(format, value, { throws: false });
  } catch {
    return String(value);
  }
}
