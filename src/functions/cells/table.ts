import type { Argument } from "./argument";
import { cellError, langOf, throwToCell } from "./cellError";
import { finite } from "./finite";

/**
 * A function that takes whole ranges: `compute` reads its arguments with `oneCell` and `everyCell` and returns the rows of the
 * result. Errors become the cell's error, in the language of `args`' `lang` argument if there is one.
 */
export function table(
  args: readonly Argument<any>[],
  compute: () => (string | number | boolean)[][],
): any[][] {
  try {
    return compute().map((row) => row.map((value) => (typeof value === "number" ? finite(value) : value)));
  } catch (error) {
    throwToCell(cellError(error, langOf(args)));
  }
}
