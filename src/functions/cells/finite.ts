import { TradeError } from "../../domain/tradeError";

/** Never NaN, never Infinity, never a negative 0: a number that no cell can hold is a number without an answer. */
export function finite(value: number): number {
  if (Number.isFinite(value)) return value === 0 ? 0 : value;
  throw new TradeError("noAnswer", "noAnswer", {});
}
