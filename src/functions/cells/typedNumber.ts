import { TradeError } from "../../domain/tradeError";
import type { Plain } from "./plainValue";

declare module "../../domain/tradeError" {
  interface TradeErrors {
    notANumber: { text: string };
    numberTooLong: { text: string };
  }
}

/** Units that people type behind a count and that do not change it (打, 万 or K would). */
const UNIT = "(?:件|条|套|个|只|双|箱|天|日|pcs?|pieces?|sets?|ctns?|cartons?|days?)";
const TYPED = new RegExp(
  `^([+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d*)?|[+-]?\\.\\d+)(?:(%)|\\s*${UNIT}\\.?)?$`,
  "i",
);

/** The number that somebody typed: 5000, "5,000件", "12%", full-width digits. Where reading would be a guess, an error. */
export function typedNumber(value: Plain): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value === "string") {
    const match = TYPED.exec(value.normalize("NFKC").trim().replace(/^−/, "-"));
    if (match) {
      const number = Number(match[1]?.replaceAll(",", "")) / (match[2] ? 100 : 1);
      if (Number.isFinite(number)) return number;
      throw new TradeError("badInput", "numberTooLong", { text: value });
    }
  }
  throw new TradeError("badInput", "notANumber", { text: String(value) });
}
