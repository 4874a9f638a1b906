import { WorkbookProblem } from "./book";
import { runExcel } from "./runExcel";

/** What undo needs: the sheet, and what was written on it. */
export interface MadeReport {
  readonly kind: "report";
  readonly sheet: string;
  readonly name: string;
  readonly values: readonly (readonly unknown[])[];
}

/** Take a report out again, as long as it still is what was written. */
export function removeReport({ sheet: id, name, values }: MadeReport): Promise<void> {
  const columns = values[0]?.length ?? 1;
  return runExcel("write", async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    const used = sheet.getRangeByIndexes(0, 0, values.length, columns);
    used.load("values");
    const all = sheet.getUsedRange(true);
    all.load("rowIndex,rowCount,columnIndex,columnCount");
    await context.sync();
    if (sheet.isNullObject) throw new WorkbookProblem("changedMeanwhile", { what: name });
    const grown = all.rowIndex + all.rowCount > values.length || all.columnIndex + all.columnCount > columns;
    if (grown || !same(used.values, values)) {
      throw new WorkbookProblem("changedMeanwhile", { what: name });
    }
    sheet.delete();
    await context.sync();
  });
}

/** Excel hands numbers over with 15 digits, which is fewer than they have. */
function same(read: readonly (readonly unknown[])[], written: MadeReport["values"]): boolean {
  return written.every((row, r) =>
    row.every((value, c) => {
      const found = read[r]?.[c];
      if (typeof value !== "number" || typeof found !== "number") return found === value;
      return Math.abs(found - value) < 1e-9 * Math.max(1, Math.abs(value));
    }),
  );
}
