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
  // The first one is looked at in every row, since its blank decides.
  const varying = [...all.keys()].filter((i) => i === 0 || varies(all[i] as Argument<any>));
  const fixed = [...all.keys()].filter((i) => !varying.includes(i));
  const values: unknown[] = all.map(() => undefined);
  let fixedRead: { readonly failure?: unknown } | undefined;
  let reading = 0;

  const single = all.map(({ cells }) => isSingle(cells));

  /** Reads an argument into its place; false when it is the first and blank. */
  const take = (i: number, row: number, column: number): boolean => {
    reading = i;
    const argument = all[i] as Argument<any>;
    const cells = single[i] ? argument.cells[0] : argument.cells[row];
    const value: unknown = argument.read(cells?.[single[i] ? 0 : column]);
    if (value === undefined && i === 0) return false;
    values[i] = value === undefined ? argument.blank() : value;
    return true;
  };

  const readFixed = () => {
    try {
      for (const i of fixed) take(i, 0, 0);
      return {};
    } catch (failure) {
      return { failure: nameArgument(failure, all[reading]) };
    }
  };

  const compute = (row: number, column: number): unknown => {
    try {
      for (let n = 0; n < varying.length; n++) if (!take(varying[n] as number, row, column)) return "";
      // What does not vary is read once, and only where a row needs it.
      fixedRead ??= readFixed();
      if ("failure" in fixedRead) throw fixedRead.failure as Error;
      reading = -1;
      const result = rule(...(values as unknown as T));
      return typeof result === "number" ? finite(result) : result;
    } catch (error) {
      return cellError(nameArgument(error, all[reading]), langOf(all, row, column));
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
    if (!varies(argument)) continue;
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

function varies({ whole, cells }: Argument<unknown>): boolean {
  return !whole && !isSingle(cells);
}
