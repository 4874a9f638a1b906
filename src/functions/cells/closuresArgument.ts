import { closureWords, NO_CLOSURES, type Closure, type Closures } from "../../domain/calendar/closures";
import { serialDate } from "../../domain/calendar/serialDate";
import { TradeError } from "../../domain/tradeError";
import { wholeRange, type Argument, type Cells } from "./argument";
import { dateCell } from "./dateCell";
import { plainValue, type Plain } from "./plainValue";
import { wordCell } from "./wordCell";

declare module "../../domain/tradeError" {
  interface TradeErrors {
    closuresShape: Record<never, never>;
  }
}

const kindCell = wordCell(closureWords);

/** Lists that were read before, by content: thousands of cells hand over the same one, and the calendar hangs on its identity. */
const readBefore = new Map<string, Closures>();
const MOST_REMEMBERED = 32;

/** Days off, and with a second column days that work or years that are complete: one or two columns, blank rows skipped. */
export function closuresArgument(cells: Cells): Argument<Closures> {
  return wholeRange("closures", cells, readClosures);
}

function readClosures(rows: readonly (readonly unknown[])[]): Closures {
  // A named range is mostly room for more: its blank rows are passed over before anything is made of it.
  const filled: (Plain | undefined)[][] = [];
  for (const row of rows) {
    if (row.length > 2) throw new TradeError("badInput", "closuresShape", {});
    const [date, kind] = [plainValue(row[0]), plainValue(row[1])];
    if (date !== undefined || kind !== undefined) filled.push([date, kind]);
  }
  if (filled.length === 0) return NO_CLOSURES;
  const content = JSON.stringify(filled);
  let closures = readBefore.get(content);
  if (!closures) {
    closures = filled.map(readClosure).filter((closure) => closure !== undefined);
    if (readBefore.size >= MOST_REMEMBERED) readBefore.delete(readBefore.keys().next().value as string);
    readBefore.set(content, closures);
  }
  return closures;
}

function readClosure([date, kindWord]: readonly (Plain | undefined)[]): Closure | undefined {
  const kind = (kindWord === undefined ? undefined : kindCell(kindWord)) ?? "off";
  if (date === undefined) return undefined;
  // 2027 typed for the whole year: as a serial number it would be a day in 1905.
  const year = kind === "year" && Number.isInteger(Number(date)) ? serialDate(Number(date), 1, 1) : undefined;
  const serial = year ?? dateCell(date);
  return serial === undefined ? undefined : { date: serial, kind };
}
