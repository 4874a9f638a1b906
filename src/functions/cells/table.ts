import { nameArgument, type Argument } from "./argument";
import { cellError, langOf, throwToCell } from "./cellError";
import { finite } from "./finite";

/**
 * A function that takes whole ranges: `compute` reads its arguments with `oneCell` and `everyCell` and returns the rows of the
 * result. Errors become the cell's error, in the language of `args`' `lang` argument if there is one; what a rule finds wrong
 * without knowing where is said of the argument `ruled`.
 */
export function table(
  args: readonly Argument<any>[],
  compute: () => (string | number | boolean)[][],
  ruled?: string,
): any[][] {
  try {
    return compute().map((row) => row.map((value) => (typeof value === "number" ? finite(value) : value)));
  } catch (error) {
    const named = ruled === undefined ? error : nameArgument(error, { name: ruled });
    throwToCell(cellError(named, langOf(args)));
  }
}
