import { closureWords, NO_CLOSURES, type Closure, type ClosureKind, type Closures } from "./closures";
import { readDate } from "./readDate";
import { LAST_SERIAL, serialDate } from "./serialDate";
import { TradeError } from "../tradeError";

export type ClosureRow = readonly (string | number | boolean)[];

/** Lists that were read before, by content: what hangs on a list is found again by its identity. */
const readBefore = new Map<string, Closures>();
const MOST_REMEMBERED = 32;

/** A list of closures as a sheet holds it: a date and a word for its kind (a day off, without) in each row. Blank rows are passed over. */
export function closuresFrom(rows: readonly ClosureRow[]): Closures {
  const filled = rows.filter((row) => row.some((cell) => cell !== "" && cell !== undefined));
  if (filled.length === 0) return NO_CLOSURES;
  const content = JSON.stringify(filled);
  let closures = readBefore.get(content);
  if (!closures) {
    closures = filled.flatMap(readRow);
    if (readBefore.size >= MOST_REMEMBERED) readBefore.delete(readBefore.keys().next().value as string);
    readBefore.set(content, closures);
  }
  return closures;
}

function readRow([date = "", word = ""]: ClosureRow): Closure[] {
  if (date === "") return [];
  const kind = kindOf(word);
  // 2027 typed for the whole year: as a serial number it would be a day in 1905.
  const year = kind === "year" && Number.isInteger(Number(date)) ? serialDate(Number(date), 1, 1) : undefined;
  return [{ date: year ?? dayOf(date), kind }];
}

function kindOf(word: string | number | boolean): ClosureKind {
  const text = String(word).normalize("NFKC").trim().toLowerCase();
  const kinds = Object.keys(closureWords) as ClosureKind[];
  return kinds.find((kind) => closureWords[kind].includes(text)) ?? "off";
}

function dayOf(date: string | number | boolean): number {
  if (typeof date === "string") return readDate(date);
  const day = typeof date === "number" ? Math.floor(date) : 0;
  if (day < 1 || day > LAST_SERIAL) throw new TradeError("badInput", "notADate", { text: String(date) });
  return day;
}
