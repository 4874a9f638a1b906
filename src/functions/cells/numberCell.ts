import { TradeError } from "../../domain/tradeError";
import type { Reader } from "./argument";
import type { Plain } from "./plainValue";

declare module "../../domain/tradeError" {
  interface TradeErrors {
    notANumber: { text: string };
    notWhole: { text: string };
    tooSmall: { text: string; least: number };
    notAbove: { text: string; limit: number };
    tooLarge: { text: string; most: number };
  }
}

export interface NumberLimits {
  readonly least?: number;
  readonly above?: number;
  readonly most?: number;
}

/** Units that people type behind a count and that do not change it (打, 万 or K would). */
const UNIT = "(?:件|条|套|个|只|双|箱|天|日|pcs?|pieces?|sets?|ctns?|cartons?|days?)";
const TYPED = new RegExp(
  `^([+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d*)?|[+-]?\\.\\d+)(?:(%)|\\s*${UNIT}\\.?)?$`,
  "i",
);

/** A number as people type it: 5000, "5,000件", "12%", full-width digits. */
export function numberCell(limits: NumberLimits = {}): Reader<number> {
  return (value) => within(limits, value, read(value));
}

/** A whole number, typed likewise. */
export function wholeCell(limits: NumberLimits = {}): Reader<number> {
  return (value) => {
    const number = read(value);
    if (!Number.isSafeInteger(number)) throw new TradeError("badInput", "notWhole", { text: String(value) });
    return within(limits, value, number);
  };
}

/** A rate: a fraction, or a percentage typed with its sign ("3%"). */
export function rateCell(limits: NumberLimits = { least: 0 }): Reader<number> {
  return numberCell(limits);
}

function read(value: Plain): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value === "string") {
    const match = TYPED.exec(value.normalize("NFKC").trim().replace(/^−/, "-"));
    if (match) return Number(match[1]?.replaceAll(",", "")) / (match[2] ? 100 : 1);
  }
  throw new TradeError("badInput", "notANumber", { text: String(value) });
}

function within({ least, above, most }: NumberLimits, value: Plain, number: number): number {
  if (least !== undefined && number < least) {
    throw new TradeError("badInput", "tooSmall", { text: String(value), least });
  }
  if (above !== undefined && number <= above) {
    throw new TradeError("badInput", "notAbove", { text: String(value), limit: above });
  }
  if (most !== undefined && number > most) {
    throw new TradeError("badInput", "tooLarge", { text: String(value), most });
  }
  return number;
}
