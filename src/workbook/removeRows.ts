import type { CellValue } from "../registers/register";
import type { WrittenRows } from "./appendRows";
import { WorkbookProblem } from "./book";
import { runExcel } from "./runExcel";
import { knownTable } from "./session";

interface AskedColumn {
  readonly heading: string;
  readonly values: Excel.Range;
}

const sheetOf = (table: Excel.Table): Excel.Worksheet => table.worksheet;

/** The last rows that hold exactly what was written, one for each; undefined where one no longer does. */
function rowsHolding(
  columns: readonly AskedColumn[],
  written: readonly Readonly<Record<string, CellValue>>[],
): number[] | undefined {
  const cells = new Map(columns.map(({ heading, values }) => [heading, values.values as unknown[][]]));
  const count = columns[0]?.values.values.length ?? 0;
  const found = new Set<number>();
  for (const row of [...written].reverse()) {
    const wanted = Object.entries(row);
    let at = count - 1;
    const holds = (index: number): boolean =>
      !found.has(index) && wanted.every(([heading, value]) => cells.get(heading)?.[index]?.[0] === value);
    while (at >= 0 && !holds(at)) at -= 1;
    if (at < 0) return undefined;
    found.add(at);
  }
  return [...found].sort((a, b) => b - a);
}

/** Take appended rows out again, wherever they stand by now, if they still hold what was written. */
export function removeRows(written: WrittenRows): Promise<void> {
  return runExcel("write", async (context) => {
    const { kept = [] } = written;
    const keptRows =
      kept.length > 0 ? await import(/* webpackChunkName: "kept-sheets" */ "./removeKeptRows") : undefined;
    const askedKept = keptRows?.askKeptRows(context.workbook, kept) ?? [];
    const asked = written.tables.map(({ register, rows }) => {
      const table = context.workbook.tables.getItem(knownTable(register).name);
      const sheet = sheetOf(table);
      sheet.load("name");
      const protection = sheet.protection;
      protection.load("protected");
      const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      const columns = headings.map((heading) => {
        const values = table.columns.getItem(heading).getDataBodyRange();
        values.load("values");
        return { heading, values };
      });
      return { register, table, sheet, protection, rows, columns };
    });
    await context.sync();

    const found = asked.map(({ columns, rows, sheet, protection }) => {
      if (protection.protected) throw new WorkbookProblem("protectedSheet", { sheet: sheet.name });
      const indexes = rowsHolding(columns, rows);
      if (!indexes) throw new WorkbookProblem("changedMeanwhile", { what: sheet.name });
      return indexes;
    });
    await keptRows?.removeKeptRows(context, askedKept, kept);
    asked.forEach(({ table, columns }, part) => {
      const indexes = found[part] ?? [];
      const count = columns[0]?.values.values.length ?? 0;
      // A table keeps one row at least: its typed cells become blank and its formulas stay.
      const kept = indexes.length === count ? indexes.pop() : undefined;
      for (const index of indexes) table.rows.getItemAt(index).delete();
      if (kept !== undefined) for (const { values } of columns) values.getCell(kept, 0).values = [[""]];
    });
    await context.sync();
  });
}
