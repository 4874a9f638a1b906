import type { CellValue } from "../register";
import { isBlank, isError, type Cells } from "./sheetGrid";
import type { NumberColumn } from "./sheetReading";

/** A number typed as a text. `dotted`: one dot with three digits after it, thousands or decimals. */
export interface NumberText {
  readonly number: number;
  readonly unit?: string;
  readonly dotted?: boolean;
}

const MONEY = /^(?:us\$|hk\$|rmb|cny|usd|eur|gbp|inr|[$¥€£])\s*|\s*(?:us\$|usd|eur|gbp|rmb|cny|元|美金)$/g;
const UNIT =
  /\s*[([/]?\s*(pcs?|pieces?|sets?|units?|prs?|pairs?|doz(?:ens?)?|dz|yds?|yards?|mts?|mtrs?|meters?|m|cm|mm|kgs?|kg|g|lbs?|rolls?|cones?|ctns?|cartons?|gross|gg|件|条|套|个|只|打|米|码|公斤|千克|克|卷|匹|箱|双|pc|%)\.?\s*[)\]]?\.?$/;

const known = new Map<string, NumberText | undefined>();

/** `2840  pcs`, `1,600`, `$12.21 (yds)`, `1.600,50`; undefined for what is no number. */
export function numberText(typed: string): NumberText | undefined {
  if (!/\p{Nd}/u.test(typed)) return undefined;
  if (known.has(typed)) return known.get(typed);
  const read = readText(typed);
  if (known.size > 20_000) known.clear();
  known.set(typed, read);
  return read;
}

function readText(typed: string): NumberText | undefined {
  let text = typed.normalize("NFKC").toLowerCase().trim();
  if (text.length > 40 || !/\d/.test(text)) return undefined;
  const unit = UNIT.exec(text);
  // Within words a unit's letters are no unit: `style m`.
  if (unit && /[\d.)$]\s*$/.test(text.slice(0, unit.index))) text = text.slice(0, unit.index).trim();
  const named = unit && text !== typed ? unit[1] : undefined;
  text = text
    .replace(MONEY, "")
    .replace(/^\((.*)\)$/, "-$1")
    .replace(/(?<=\d) (?=\d{3}(?:\D|$))/g, "")
    .trim();
  const sign = /^[-+]/.test(text) ? (text.startsWith("-") ? -1 : 1) : 1;
  const digits = text.replace(/^[-+]\s*/, "");
  const done = (number: number, dotted = false): NumberText => ({
    number: sign * number,
    ...(named && { unit: named }),
    ...(dotted && { dotted }),
  });
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return done(Number(digits.replace(/,/g, "")));
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(digits) || /^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) {
    return done(Number(digits.replace(/\./g, "").replace(",", ".")));
  }
  if (/^\d{1,3}\.\d{3}$/.test(digits)) return done(Number(digits), true);
  if (/^\d+(?:\.\d*)?$|^\.\d+$/.test(digits)) return done(Number(digits));
  return undefined;
}

/** The number of a cell by the rules of its column; undefined where it cannot be read. */
export function readNumberCell(value: CellValue, dot: NumberColumn["dot"]): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || isError(value)) return undefined;
  const read = numberText(value);
  if (!read) return undefined;
  if (!read.dotted) return read.number;
  if (dot === undefined) return undefined;
  return dot === "thousands" ? Math.round(read.number * 1000) : read.number;
}

/** How a column's numbers are read: which are texts, which units they name, what a dot means. */
export function numberColumn(
  cells: Cells,
  rows: readonly number[],
  column: number,
  whole: boolean,
  answer?: NumberColumn["dot"],
): NumberColumn {
  const units = new Map<string, number>();
  let [texts, numbers, dotted, largeNumbers, decimals] = [0, 0, 0, 0, 0];
  for (const row of rows) {
    const value = cells.value(row, column);
    if (typeof value === "number") {
      numbers += 1;
      if (value >= 100) largeNumbers += 1;
      if (!Number.isInteger(value)) decimals += 1;
    }
    const read = typeof value === "string" && !isBlank(value) ? numberText(value) : undefined;
    if (!read) continue;
    texts += 1;
    if (read.dotted) dotted += 1;
    else if (!Number.isInteger(read.number)) decimals += 1;
    else if (read.number >= 100) largeNumbers += 1;
    if (read.unit) units.set(read.unit, (units.get(read.unit) ?? 0) + 1);
  }
  // Pieces are whole: among hundreds and thousands, `4.000` is four thousand; beside decimals it is four.
  const dot =
    dotted === 0 || answer !== undefined
      ? answer
      : whole && decimals === 0 && largeNumbers > dotted / 2
        ? "thousands"
        : !whole && decimals > 0
          ? "decimal"
          : undefined;
  const unread: NumberColumn["unread"][number][] = [];
  for (const row of rows) {
    const value = cells.value(row, column);
    if (isBlank(value) || readNumberCell(value, dot) !== undefined) continue;
    const problem =
      typeof value === "string" && isError(value)
        ? "error"
        : typeof value === "string" && numberText(value)?.dotted
          ? "ambiguousDot"
          : "notANumber";
    unread.push({ row, value, problem });
  }
  return {
    readable: numbers + texts - (dot === undefined ? dotted : 0),
    texts,
    units: [...units].map(([unit, count]) => ({ unit, count })).sort((a, b) => b.count - a.count),
    ...(dot && { dot }),
    unread,
  };
}
