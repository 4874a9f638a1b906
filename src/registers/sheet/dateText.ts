import { readDate } from "../../domain/calendar/readDate";
import { serialDate } from "../../domain/calendar/serialDate";
import type { CellValue } from "../register";
import type { DateOrder } from "./sheetReading";

/**
 * What a text says about a day. `parts`: three numbers whose order only other cells can tell; `short`: month and day without a
 * year, their order told by words or not (`order` absent).
 */
export type DateText =
  | { readonly kind: "full"; readonly serial: number }
  | {
      readonly kind: "parts";
      readonly style: string;
      readonly could: readonly { readonly order: DateOrder; readonly serial: number }[];
    }
  | {
      readonly kind: "short";
      readonly style: string;
      readonly could: readonly {
        readonly order: "dmy" | "mdy";
        readonly month: number;
        readonly day: number;
      }[];
    }
  | { readonly kind: "placeholder" | "vague" | "history" | "noSuchDay" | "notADate" };

/** Orders lie within these years. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2049;
/** Two digits are a year of living trackers only, so that `26.3.5` has one reading. */
const FIRST_SHORT_YEAR = 2012;
const LAST_SHORT_YEAR = 2040;

const PLACEHOLDER =
  /^(?:t\.?b\.?[acdn]\.?|to be (?:advised|confirmed|determined|decided|announced)|n\.?\/?a\.?|nil|none|no|yes|ok|okay|done|x+|y|v|√|✓|✔|×|\/+|-+|—+|\?+|\*+|\.+|hold|on hold|pending|waiting|wait|asap|urgent|stock|ready|closed|cancel(?:l?ed)?|cxl|drop(?:ped)?|shipped|completed?|received|approved|rejected|not required|not yet|not applicable|[a-z ]*pending|pending [a-z ]*|awaiting [a-z ]*|待定|待确认|待通知|未定|未知|不定|取消|已取消|无|不需要?|不做|免|暂停|暂缓|已?完成|已?出货?|已?走货?|已?到|已?批|完|齐|有|没有|ok了|等通知|待客户?确认|待[\p{Script=Han}]{1,4})$/u;

const MONTH_NAMES =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const VAGUE = new RegExp(
  `(?:\\b(?:early|mid|middle|end|beginning|late|around|about|approx|before|after|from|by|onwards?|week|wk|w/c|w/e|within)\\b|^(?:w|wk|week|kw)\\s?\\d{1,2}$|[上中下]旬|月[初中底末]|左右|前后|之?[前后]$|起$|周$|第.{1,3}周)`,
  "u",
);
const MONTH_ONLY = new RegExp(
  `^(?:(?:${MONTH_NAMES})[ ,'./-]*(?:\\d{2}|\\d{4})?|\\d{1,2}月|\\d{4}年\\d{1,2}月|\\d{4}[-/.]\\d{1,2}|q[1-4].*)$`,
);
const NAME_FIRST = new RegExp(
  `^(${MONTH_NAMES})[ ./-]*(\\d{1,2})(?:st|nd|rd|th)?(?:[ ,./'-]+(\\d{4}|\\d{2}))?$`,
);
const DAY_FIRST = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ ./-]*(${MONTH_NAMES})(?:[ ,./'-]*(\\d{4}|\\d{2}))?$`,
);
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** How every date with its year begins that `readDate` reads: to refuse a sheet full of words one by one takes long. */
const MAY_BE_FULL = /^(?:\d{4}[-/.年]\d|\d{8}$|\d{1,2}[- ][a-z]{3})/;
const THREE = /^(\d{1,4})\s?([-/. ])\s?(\d{1,2})\s?\2\s?(\d{1,4})$/;
const TWO = /^(\d{1,2})\s?([-/.])\s?(\d{1,2})$/;
const CHINESE_SHORT = /^(?:(\d{2})年)?(\d{1,2})月(\d{1,2})[日号]?$/;
const ONE_DATE = /\d{1,4}[-/.年月]\d{1,2}(?:[-/.月]\d{1,4})?/g;

/** `5/20-5/25`, `20.5~25.5`: from one day to another. */
const SPAN = /^\d{1,2}[/.月]\d{1,2}日?\s*[-–~～至到]\s*\d{1,2}[/.月]\d{1,2}日?$/;

const fullYear = (year: number): number => (year < 100 ? 2000 + year : year);

function sensible(year: number, month: number, day: number): number | undefined {
  const full = fullYear(year);
  const [first, last] = year < 100 ? [FIRST_SHORT_YEAR, LAST_SHORT_YEAR] : [FIRST_YEAR, LAST_YEAR];
  if (full < first || full > last) return undefined;
  return serialDate(full, month, day);
}

function named(day: number, monthName: string, year: string | undefined): DateText {
  const month = MONTHS.indexOf(monthName.slice(0, 3)) + 1;
  if (year === undefined) {
    return serialDate(2024, month, day) === undefined
      ? { kind: "noSuchDay" }
      : { kind: "short", style: "name", could: [{ order: "dmy", month, day }] };
  }
  const serial = sensible(Number(year), month, day);
  return serial === undefined ? { kind: "noSuchDay" } : { kind: "full", serial };
}

function threeParts(a: string, separator: string, b: string, c: string): DateText {
  const [x, y, z] = [Number(a), Number(b), Number(c)];
  const could: { order: DateOrder; serial: number }[] = [];
  const offer = (order: DateOrder, serial: number | undefined): void => {
    if (serial !== undefined) could.push({ order, serial });
  };
  if (a.length === 3 || c.length === 3 || (a.length === 4 && c.length === 4)) return { kind: "notADate" };
  if (c.length === 4) {
    offer("dmy", sensible(z, y, x));
    offer("mdy", sensible(z, x, y));
  } else if (a.length === 4) offer("ymd", sensible(x, y, z));
  else {
    offer("dmy", sensible(z, y, x));
    offer("mdy", sensible(z, x, y));
    offer("ymd", sensible(x, y, z));
  }
  if (could.length === 0) return { kind: "noSuchDay" };
  if (a.length === 4 && could[0]) return { kind: "full", serial: could[0].serial };
  return { kind: "parts", style: `${separator}${c.length === 4 ? 4 : 2}`, could };
}

/** How six digits are written; people who write 251020 write 20/10/25 as well, so neither tells of the other. */
export const SIX_DIGITS = "2";

/**
 * Six digits as `251020`: year, month and day, or day, month and year where the other cells say so. Apart from other texts,
 * because only under a heading of dates are six digits one.
 */
export function sixDigits(value: CellValue): DateText | undefined {
  const digits = typeof value === "string" ? value.trim().normalize("NFKC") : String(value);
  const match = typeof value === "boolean" ? null : /^(\d{2})(\d{2})(\d{2})$/.exec(digits);
  if (!match) return undefined;
  const read = threeParts(match[1] ?? "", "", match[2] ?? "", match[3] ?? "");
  return read.kind === "parts" ? read : undefined;
}

function twoParts(a: string, separator: string, b: string): DateText {
  const [x, y] = [Number(a), Number(b)];
  const could: { order: "dmy" | "mdy"; month: number; day: number }[] = [];
  if (serialDate(2024, x, y) !== undefined) could.push({ order: "mdy", month: x, day: y });
  if (serialDate(2024, y, x) !== undefined) could.push({ order: "dmy", month: y, day: x });
  return could.length === 0 ? { kind: "noSuchDay" } : { kind: "short", style: `${separator}0`, could };
}

const known = new Map<string, DateText>();

/** Reads a text as far as it can be read by itself. */
export function dateText(typed: string): DateText {
  const before = known.get(typed);
  if (before) return before;
  const read = readText(typed);
  if (known.size > 20_000) known.clear();
  known.set(typed, read);
  return read;
}

function readText(typed: string): DateText {
  if (typed.length > 400) return { kind: "notADate" };
  const text = typed.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  if (text === "" || PLACEHOLDER.test(text)) return { kind: "placeholder" };
  if (SPAN.test(text)) return { kind: "vague" };
  const dates = text.match(ONE_DATE) ?? [];
  if (dates.length > 1 || (dates.length === 1 && /\d\s*[:：]\s*[a-z\p{Script=Han}]/u.test(text)))
    return { kind: "history" };
  const bare = text
    // What was noted behind a date: `5/20 ok`, `20-May-26 (rev)`.
    .replace(/(?<=\d|[a-z]{3})\s*[([][^()[\]\d]{1,12}[)\]]$/u, "")
    .replace(
      /(?<=\d[日号]?)\s*(?:ok|done|√|✓|✔|rcvd|recd|received|sent|approved|已?到|已?完成|已?确认)$/u,
      "",
    )
    .replace(/(?<=\d)[。、](?=\d)/g, ".")
    .replace(/^(\d{1,2}\.\d{1,2})\.$/, "$1")
    .replace(/^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[日号]$/, "$1")
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[, ]+/, "")
    .replace(/\s*[([](?:周|星期|mon|tue|wed|thu|fri|sat|sun|[一二三四五六日天])[^)\]]*[)\]]$/u, "")
    .replace(/[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?(?: ?[ap]m)?$/, "")
    .replace(/\s*([年月日号])\s*/g, "$1");
  if (MAY_BE_FULL.test(bare)) {
    try {
      const serial = readDate(bare);
      const sense = serial > 36525 && serial < 54789;
      return sense ? { kind: "full", serial } : { kind: "notADate" };
    } catch {
      // Other ways of writing follow.
    }
  }
  let match: RegExpExecArray | null;
  if ((match = CHINESE_SHORT.exec(bare))) {
    const [month, day] = [Number(match[2]), Number(match[3])];
    if (serialDate(2024, month, day) === undefined) return { kind: "noSuchDay" };
    const serial = match[1] === undefined ? undefined : sensible(Number(match[1]), month, day);
    if (serial !== undefined) return { kind: "full", serial };
    return { kind: "short", style: "月", could: [{ order: "mdy", month, day }] };
  }
  if ((match = NAME_FIRST.exec(bare))) {
    // `Aug-25` is as often August 2025.
    if (match[3] === undefined && Number(match[2]) >= 20 && /[-/.'][^ ]/.test(bare)) return { kind: "vague" };
    return named(Number(match[2]), match[1] ?? "", match[3]);
  }
  if ((match = DAY_FIRST.exec(bare))) return named(Number(match[1]), match[2] ?? "", match[3]);
  if ((match = THREE.exec(bare)))
    return threeParts(match[1] ?? "", match[2] ?? "", match[3] ?? "", match[4] ?? "");
  if ((match = TWO.exec(bare))) return twoParts(match[1] ?? "", match[2] ?? "", match[3] ?? "");
  if (MONTH_ONLY.test(bare) || VAGUE.test(bare)) return { kind: "vague" };
  return { kind: "notADate" };
}

/** Entries of a history such as `09/13:on board;09/10:...`, as written. */
export function historyEntries(text: string): { when: string; what: string }[] {
  return text
    .split(/[;；\n]+/)
    .map((part) => /^([\d/.\-年月日 ]*\d[日号]?)\s*[:：–-]?\s*(.*)$/s.exec(part.trim()))
    .filter((match): match is RegExpExecArray => match !== null)
    .map((match) => ({ when: (match[1] ?? "").trim(), what: (match[2] ?? "").trim() }));
}
