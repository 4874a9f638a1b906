import { civilDate } from "../../domain/calendar/serialDate";
import type { CellValue } from "../register";
import type { DateOrder } from "./sheetReading";

/** Which order a text's numbers stand in: `style` as `DateText` has it, with the numbers themselves. */
export type OrderOf = (style: string, numbers: readonly number[]) => DateOrder | undefined;

const FULL_CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})(日?)$/;
const SHORT_CHINESE = /^(\d{1,2})月(\d{1,2})([日号]?)$/;
const NAMED = /^(\d{1,2})([-\s./]?)([a-z]{3,9})(?:([-\s./]?)(\d{4}|\d{2}))?$/i;
const NUMBERS = /^(\d{1,4})([-/. ])(\d{1,2})(?:\2(\d{4}|\d{1,2}))?$/;

const LETTERS: Readonly<Record<DateOrder, readonly string[]>> = {
  ymd: ["y", "m", "d"],
  dmy: ["d", "m", "y"],
  mdy: ["m", "d", "y"],
};

const quoted = (text: string): string => (text === "" ? "" : `"${text}"`);

/** The number format by which a date looks like this text: of `16-9-2023` it is `d-m-yyyy`, of `4月30` it is `m"月"d`. */
function formatOf(text: string, orderOf: OrderOf): string | undefined {
  const said = text.normalize("NFKC").trim();
  let match: RegExpExecArray | null;
  if ((match = FULL_CHINESE.exec(said))) return `yyyy"年"m"月"d${quoted(match[4] ?? "")}`;
  if ((match = SHORT_CHINESE.exec(said))) return `m"月"d${quoted(match[3] ?? "")}`;
  if ((match = NAMED.exec(said))) {
    const [, , first = "", name = "", second = "", year] = match;
    const month = name.length === 3 ? "mmm" : "mmmm";
    return `d${first}${month}${year === undefined ? "" : `${second}${"y".repeat(year.length)}`}`;
  }
  if (!(match = NUMBERS.exec(said))) return undefined;
  const [, a = "", separator = "", b = "", c] = match;
  const numbers = [a, b, ...(c === undefined ? [] : [c])].map(Number);
  if (c === undefined) {
    const order = orderOf(`${separator}0`, numbers);
    const letters = order && LETTERS[order].filter((letter) => letter !== "y");
    return a.length > 2 ? undefined : letters?.join(separator);
  }
  const order = a.length === 4 ? "ymd" : orderOf(`${separator}${c.length === 4 ? 4 : 2}`, numbers);
  const year = "y".repeat(a.length === 4 || c.length === 4 ? 4 : 2);
  return order && LETTERS[order].map((letter) => (letter === "y" ? year : letter)).join(separator);
}

/** Whether days and months are written with two digits; undefined where both would look the same. */
function isPadded(text: string): boolean | undefined {
  const parts = text.normalize("NFKC").match(/\d+/g) ?? [];
  if (parts.some((part) => part.length === 2 && part.startsWith("0"))) return true;
  return parts.some((part) => part.length === 1) ? false : undefined;
}

/** How most of these texts write their dates, as a number format; undefined where nothing tells. */
export function dateTextFormat(texts: readonly CellValue[], orderOf: OrderOf): string | undefined {
  const counts = new Map<string, number>();
  let padded = 0;
  for (const text of texts) {
    const format = typeof text === "string" ? formatOf(text, orderOf) : undefined;
    if (format === undefined) continue;
    counts.set(format, (counts.get(format) ?? 0) + 1);
    const own = isPadded(String(text));
    if (own !== undefined) padded += own ? 1 : -1;
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return padded > 0 ? most?.replace(/(?<!m)m(?!m)|d/g, (letter) => letter + letter) : most;
}

/** In which order these numbers are that day; undefined where two would be. */
function orderShown(numbers: readonly number[], serial: number): DateOrder | undefined {
  const { year, month, day } = civilDate(serial);
  const value: Readonly<Record<string, number>> = { y: year, m: month, d: day };
  const orders = (["dmy", "mdy", "ymd"] as const).filter((order) => {
    const letters = LETTERS[order].filter((letter) => numbers.length === 3 || letter !== "y");
    return letters.every(
      (letter, at) => numbers[at] === value[letter] || (letter === "y" && numbers[at] === year % 100),
    );
  });
  // Without a year month and day stand alike in two of them.
  return day === month ? undefined : orders[0];
}

/** How texts write the days that were read in them, as a number format. */
export function formatOfReadTexts(
  read: readonly { readonly text: CellValue; readonly day: number }[],
): string | undefined {
  const orders = new Map<string, DateOrder>();
  for (const { text, day } of read) {
    dateTextFormat([text], (style, numbers) => {
      const order = orderShown(numbers, day);
      if (order) orders.set(style, order);
      return order;
    });
  }
  return dateTextFormat(
    read.map(({ text }) => text),
    (style) => orders.get(style),
  );
}
