import { TradeError } from "../../domain/tradeError";
import { isSingle, nameArgument, type Argument } from "./argument";
import { cellError, langOf, throwToCell } from "./cellError";
import { finite } from "./finite";

type Arguments<T extends readonly unknown[]> = { readonly [K in keyof T]: Argument<T[K]> };

/**
 * A function that works cell by cell: each argument is one cell or a range, the ranges have one shape, single cells are
 * repeated, and the result has that shape. Where the first argument is blank the result is "". What goes wrong in one cell
 * of a range is an error in that cell alone.
 */
export function eachCell<T extends readonly unknown[]>(
  args: Arguments<T>,
  rule: (...values: T) => string | number | boolean,
): any[][] {
  const all: readonly Argument<any>[] = args;
  const { rows, columns } = shapeOf(all);
  const sources = all.map(sourceOf);
  const values: unknown[] = new Array<unknown>(all.length);

  const compute = (row: number, column: number): unknown => {
    let i = 0;
    try {
      for (; i < values.length; i++) {
        const value = (sources[i] as Source)(row, column);
        if (value === undefined && i === 0) return "";
        values[i] = value === undefined ? all[i]?.blank() : value;
      }
      const result = rule(...(values as unknown as T));
      return typeof result === "number" ? finite(result) : result;
    } catch (error) {
      return cellError(nameArgument(error, all[i]), langOf(all, row, column));
    }
  };

  if (rows === 1 && columns === 1) {
    const only = compute(0, 0);
    if (only instanceof CustomFunctions.Error) throwToCell(only);
    return [[only]];
  }
  const result: unknown[][] = new Array<unknown[]>(rows);
  for (let row = 0; row < rows; row++) {
    const cells: unknown[] = new Array<unknown>(columns);
    for (let column = 0; column < columns; column++) cells[column] = compute(row, column);
    result[row] = cells;
  }
  return result;
}

function shapeOf(args: readonly Argument<unknown>[]): { rows: number; columns: number } {
  let shape: { rows: number; columns: number } | undefined;
  for (const argument of args) {
    if (argument.whole || isSingle(argument.cells)) continue;
    const rows = argument.cells.length;
    const columns = argument.cells[0]?.length ?? 1;
    if (shape && (shape.rows !== rows || shape.columns !== columns)) {
      throwToCell(
        cellError(nameArgument(new TradeError("badInput", "shapesDiffer", {}), argument), langOf(args)),
      );
    }
    shape ??= { rows, columns };
  }
  return shape ?? { rows: 1, columns: 1 };
}

type Source = (row: number, column: number) => unknown;

/** Gives the argument's value for a cell of the result; undefined is blank. What does not vary is read once, when first asked for. */
function sourceOf({ cells, read, whole }: Argument<unknown>): Source {
  if (!whole && !isSingle(cells)) return (row, column) => read(cells[row]?.[column]);
  let known = false;
  let value: unknown;
  return () => {
    if (!known) {
      value = read(cells[0]?.[0]);
      known = true;
    }
    return value;
  };
}
