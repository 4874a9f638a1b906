import { TradeError } from "../../domain/tradeError";
import type { Reader } from "./argument";
import type { Plain } from "./plainValue";
import { typedNumber } from "./typedNumber";

declare module "../../domain/tradeError" {
  interface TradeErrors {
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

/** A number as people type it: 5000, "5,000件", "12%", full-width digits. */
export function numberCell(limits: NumberLimits = {}): Reader<number> {
  return (value) => within(limits, value, typedNumber(value));
}

/** A whole number, typed likewise. */
export function wholeCell(limits: NumberLimits = {}): Reader<number> {
  return (value) => {
    const number = typedNumber(value);
    if (!Number.isSafeInteger(number)) throw new TradeError("badInput", "notWhole", { text: String(value) });
    return within(limits, value, number);
  };
}

/** A rate: a fraction, or a percentage typed with its sign ("3%"). */
export function rateCell(limits: NumberLimits = { least: 0 }): Reader<number> {
  return numberCell(limits);
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
