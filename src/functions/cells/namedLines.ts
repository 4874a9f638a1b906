import { TradeError } from "../../domain/tradeError";
import { alongside } from "./alongside";
import { nameArgument, optional, type Cells, type Reader } from "./argument";
import { textCell } from "./textCell";

declare module "../../domain/tradeError" {
  interface TradeErrors {
    nameMissing: { row: number };
    quantityMissing: { row: number };
  }
}

/**
 * Names (items, invoices) with a number beside each; rows blank in both are skipped. A number without a name would drop out of the
 * comparison unseen: it is an error. A name without a number counts 0, or is an error where `mustCount`.
 */
export function namedLines(
  names: { readonly name: string; readonly cells: Cells },
  numbers: { readonly name: string; readonly cells: Cells; readonly reader: Reader<number> },
  mustCount = false,
): { name: string; number: number }[] {
  const name = optional(names.name, names.cells, textCell);
  const number = optional(numbers.name, numbers.cells, numbers.reader);
  const { lines } = alongside<[string | undefined, number | undefined]>(name, number);
  return lines.flatMap(([label, value], i) => {
    if (label === undefined) {
      if (value === undefined) return [];
      throw nameArgument(new TradeError("badInput", "nameMissing", { row: i + 1 }), name);
    }
    if (value === undefined && mustCount) {
      throw nameArgument(new TradeError("badInput", "quantityMissing", { row: i + 1 }), number);
    }
    return [{ name: label, number: value ?? 0 }];
  });
}
