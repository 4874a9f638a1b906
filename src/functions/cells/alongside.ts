import { TradeError } from "../../domain/tradeError";
import { isSingle, nameArgument, type Argument } from "./argument";

type Arguments<T extends readonly unknown[]> = { readonly [K in keyof T]: Argument<T[K]> };

export interface Lines<T> {
  /** What the arguments hold in each cell of their common shape, row by row. */
  readonly lines: T[];
  /** Puts one result for each line back into that shape. */
  readonly inShape: <R>(results: readonly R[]) => R[][];
}

/**
 * Ranges that belong together cell by cell, such as items and their quantities: they have one shape, single cells are repeated.
 * For functions that take the lines as a whole.
 */
export function alongside<T extends readonly unknown[]>(...args: Arguments<T>): Lines<T> {
  const all: readonly Argument<any>[] = args;
  const ranges = all.filter(({ cells }) => !isSingle(cells));
  const rows = ranges[0]?.cells.length ?? 1;
  const columns = ranges[0]?.cells[0]?.length ?? 1;
  for (const range of ranges) {
    if (range.cells.length !== rows || range.cells[0]?.length !== columns) {
      throw nameArgument(new TradeError("badInput", "shapesDiffer", {}), range);
    }
  }
  const lines: T[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      lines.push(all.map((argument) => valueAt(argument, row, column)) as unknown as T);
    }
  }
  return {
    lines,
    inShape: (results) =>
      Array.from({ length: rows }, (_, row) => results.slice(row * columns, (row + 1) * columns)),
  };
}

function valueAt<T>(argument: Argument<T>, row: number, column: number): T {
  const { cells, read, blank } = argument;
  try {
    return read(isSingle(cells) ? cells[0]?.[0] : cells[row]?.[column]) ?? blank();
  } catch (error) {
    throw nameArgument(error, argument);
  }
}

/** The numbers (or dates, or words) of a range that are not blank, row by row. */
export function givenCells<T>(argument: Argument<T | undefined>): T[] {
  return alongside<[T | undefined]>(argument).lines.flatMap(([value]) =>
    value === undefined ? [] : [value],
  );
}
