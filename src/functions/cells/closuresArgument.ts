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
  const plain = rows.map((row) => row.map(plainValue));
  if (plain.every((row) => row.every((value) => value === undefined))) return NO_CLOSURES;
  if (plain.some((row) => row.length > 2)) throw new TradeError("badInput", "closuresShape", {});
  const content = JSON.stringify(plain);
  let closures = readBefore.get(content);
  if (!closures) {
    closures = plain.map(readClosure).filter((closure) => closure !== undefined);
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
