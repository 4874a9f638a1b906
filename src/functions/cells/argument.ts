import { TradeError } from "../../domain/tradeError";
import { plainValue, type Plain } from "./plainValue";

declare module "../../domain/tradeError" {
  interface TradeErrors {
    missing: Record<never, never>;
    notOneCell: Record<never, never>;
    shapesDiffer: Record<never, never>;
  }
}

/**
 * Turns the content of a cell into what the rule wants, or throws a TradeError. Undefined means that this content is blank for
 * the purpose (a date of 0).
 */
export type Reader<T> = (value: Plain) => T | undefined;

/** What Excel hands over for a parameter: rows of cells, a single value, or nothing. */
export type Cells = unknown;

/** An argument of a worksheet function: its name for the user, its cells, and how to read one of them. */
export interface Argument<T> {
  readonly name: string;
  readonly cells: readonly (readonly unknown[])[];
  /** A list (closures, steps) is read as a whole and has no part in the shape of the result. */
  readonly whole: boolean;
  readonly blank: () => T;
  readonly read: (cell: unknown) => T | undefined;
}

/** An argument that must be given. As the first argument of `eachCell`, a blank gives a blank result instead. */
export function required<T>(name: string, cells: Cells, reader: Reader<T>): Argument<T> {
  return cellArgument(name, cells, reader, () => {
    throw new TradeError("badInput", "missing", {});
  });
}

/** An argument that may be left out or blank: then it is the fallback, or undefined. */
export function optional<T>(name: string, cells: Cells, reader: Reader<T>): Argument<T | undefined>;
export function optional<T>(name: string, cells: Cells, reader: Reader<T>, fallback: T): Argument<T>;
export function optional<T>(
  name: string,
  cells: Cells,
  reader: Reader<T>,
  fallback?: T,
): Argument<T | undefined> {
  return cellArgument<T | undefined>(name, cells, reader, () => fallback);
}

/** A range that is read as a whole, such as closures. An error value in it comes before anything else that may be wrong. */
export function wholeRange<T>(
  name: string,
  cells: Cells,
  read: (rows: readonly (readonly unknown[])[]) => T,
): Argument<T> {
  const rows = rowsOf(cells);
  const value = () => {
    for (const row of rows) row.forEach(plainValue);
    return read(rows);
  };
  return { name, cells: rows, whole: true, blank: value, read: value };
}

function cellArgument<T>(name: string, cells: Cells, reader: Reader<T>, blank: () => T): Argument<T> {
  const read = (cell: unknown) => {
    const value = plainValue(cell);
    return value === undefined ? undefined : reader(value);
  };
  return { name, cells: rowsOf(cells), whole: false, blank, read };
}

function rowsOf(cells: Cells): readonly (readonly unknown[])[] {
  if (!Array.isArray(cells)) return [[cells]];
  // A look at one row is enough: Excel hands over ranges as rows, and 100,000 looks would take longer than the count itself.
  const rows = Array.isArray(cells[0]) ? (cells as unknown[][]) : cells.map((cell: unknown) => [cell]);
  return rows[0] === undefined || rows[0].length === 0 ? [[null]] : rows;
}

/** The argument's one value. */
export function oneCell<T>(argument: Argument<T>): T {
  return named(argument, () => {
    if (!argument.whole && !isSingle(argument.cells)) throw new TradeError("badInput", "notOneCell", {});
    return argument.read(argument.cells[0]?.[0]) ?? argument.blank();
  });
}

/** The argument's value in every one of its cells, row by row. */
export function everyCell<T>(argument: Argument<T>): T[][] {
  return argument.cells.map((row) =>
    row.map((cell) => named(argument, () => argument.read(cell) ?? argument.blank())),
  );
}

export function isSingle(cells: readonly (readonly unknown[])[]): boolean {
  return cells.length === 1 && cells[0]?.length === 1;
}

/** Lets an error name the argument that it is about, unless it already does. */
export function nameArgument(error: unknown, argument: { readonly name: string } | undefined): unknown {
  if (argument && error instanceof TradeError && !("argument" in error.values)) {
    Object.assign(error.values, { argument: argument.name });
  }
  return error;
}

function named<T>(argument: Argument<unknown>, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw nameArgument(error, argument);
  }
}
