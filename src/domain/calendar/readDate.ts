import { TradeError } from "../tradeError";
import { serialDate } from "./serialDate";

declare module "../tradeError" {
  interface TradeErrors {
    notADate: { text: string };
    ambiguousDate: { text: string };
    noSuchDay: { text: string };
    yearMissing: { text: string };
  }
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const FULL_MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** No date with its time is longer; a cell can hold 32,767 characters. */
const LONGEST = 60;

/** A time of day may follow a date; it is cut off. */
const TIME = "(?:[T ]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?[AP]M)?)?";
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`, "i");
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const CHINESE = new RegExp(`^(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})[日号]?${TIME}$`, "i");
const DAY_NAMED_MONTH = new RegExp(`^(\\d{1,2})[- ]([a-z]{3,9})(?:[- ](\\d{4}))?${TIME}$`, "i");
const TWO_PARTS = /^(\d{1,2})([-/.])(\d{1,2})$/;
/** 03/05/2026, 26-3-5: day first, month first or a short year; a reader cannot tell. */
const THREE_SHORT_PARTS =
  /^\d{1,2}[-/. ]\d{1,2}[-/. ](?:\d{1,2}|\d{4})$|^\d{1,2}[- ][a-z]{3,9}[- ]\d{2}$|^\d{2}年/i;

/**
 * A typed date as a serial number: 2026-03-05, 2026/3/5, 2026.3.5, 20260305, 2026年3月5日, 5-Mar-2026, 5 Mar 2026; full-width
 * characters too. With a year also month/day: 3/5, 3.5, 3-5, 3月5日. What could be read two ways is an error, never a guess.
 */
export function readDate(text: string, year?: number): number {
  if (text.length > LONGEST) throw new TradeError("badInput", "notADate", { text });
  const typed = text
    .normalize("NFKC")
    .trim()
    .replace(/\s*([年月日号])\s*/g, "$1")
    .replace(/([日号])(?=\d)/, "$1 ");
  let match: RegExpExecArray | null;
  if ((match = YEAR_FIRST.exec(typed))) return serialOf(text, match[1], match[3], match[4]);
  if ((match = COMPACT.exec(typed))) return serialOf(text, match[1], match[2], match[3]);
  if ((match = CHINESE.exec(typed))) return serialOf(text, match[1] ?? year, match[2], match[3]);
  if ((match = DAY_NAMED_MONTH.exec(typed))) {
    return serialOf(text, match[3] ?? year, monthOf(text, match[2] as string), match[1]);
  }
  if ((match = TWO_PARTS.exec(typed))) return serialOf(text, year, match[1], match[3]);
  throw new TradeError("badInput", THREE_SHORT_PARTS.test(typed) ? "ambiguousDate" : "notADate", { text });
}

function monthOf(text: string, word: string): number {
  const typed = word.toLowerCase();
  const index = Math.max(MONTHS.indexOf(typed), FULL_MONTHS.indexOf(typed), typed === "sept" ? 8 : -1);
  if (index < 0) throw new TradeError("badInput", "notADate", { text });
  return index + 1;
}

type Part = string | number | undefined;

function serialOf(text: string, year: Part, month: Part, day: Part): number {
  if (year === undefined) throw new TradeError("badInput", "yearMissing", { text });
  const serial = serialDate(Number(year), Number(month), Number(day));
  if (serial === undefined) throw new TradeError("badInput", "noSuchDay", { text });
  return serial;
}
