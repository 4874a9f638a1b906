import { TradeError } from "../../domain/tradeError";
import { oneCell, optional, required, wholeRange, type Argument, type Cells, type Reader } from "./argument";
import { plainValue } from "./plainValue";

declare module "../../domain/tradeError" {
  interface TradeErrors {
    taskColumns: { least: number; most: number; columns: number };
  }
}

/** Reads the cells of one row by their column; what goes wrong names the row and the column. */
export interface RowReader {
  must<T>(column: number, name: string, reader: Reader<T>): T;
  may<T>(column: number, name: string, reader: Reader<T>): T | undefined;
}

export interface TaskRows<T> {
  readonly tasks: readonly T[];
  /** A result for each task, put back in the rows of the range; blank rows give blanks. */
  place(results: readonly (readonly (string | number)[])[], width: number): (string | number)[][];
}

/** A range with a task in each row, blank rows skipped. Columns may be left off at the right, down to `least`. */
export function taskRows<T>(
  cells: Cells,
  { least, most }: { readonly least: number; readonly most: number },
  read: (row: RowReader) => T,
): Argument<TaskRows<T>> {
  return wholeRange("tasks", cells, (rows) => {
    const columns = rows[0]?.length ?? 0;
    if (columns < least || columns > most) {
      throw new TradeError("badInput", "taskColumns", { least, most, columns });
    }
    const filled = rows.map((row) => row.some((cell) => plainValue(cell) !== undefined));
    const tasks = rows.flatMap((row, i) => (filled[i] ? [read(rowReader(row, i + 1))] : []));
    if (tasks.length === 0) throw new TradeError("badInput", "missing", {});
    return {
      tasks,
      place(results, width) {
        let next = 0;
        return filled.map((yes) => [
          ...((yes ? results[next++] : undefined) ?? new Array<string>(width).fill("")),
        ]);
      },
    };
  });
}

function rowReader(row: readonly unknown[], number: number): RowReader {
  const label = (name: string) => `tasks, row ${number}: ${name}`;
  return {
    must: (column, name, reader) => oneCell(required(label(name), row[column], reader)),
    may: (column, name, reader) => oneCell(optional(label(name), row[column], reader)),
  };
}
