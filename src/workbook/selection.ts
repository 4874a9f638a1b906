import { registerIds, registers } from "../registers/registers";
import { rowKey } from "../registers/rowKey";
import type { SelectedRow } from "./book";
import { runExcel } from "./runExcel";
import { session } from "./session";
import { fieldsByColumn, rowFields } from "./tableRows";

const sheetOf = (of: Excel.Range | Excel.Table): Excel.Worksheet => of.worksheet;

/**
 * The row the selected cell stands in; undefined where it is not in a row of a register. Only that row is read, so of rows
 * with one key the first is named.
 */
export function selection(): Promise<SelectedRow | undefined> {
  const known = session();
  if (!known) return Promise.resolve(undefined);
  return runExcel("read", async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load("rowIndex,columnIndex");
    const activeSheet = sheetOf(cell);
    activeSheet.load("name");
    const asked = registerIds.flatMap((id) => {
      const resolved = known.tables[id];
      if (!resolved) return [];
      const table = context.workbook.tables.getItem(resolved.name);
      const sheet = sheetOf(table);
      sheet.load("name");
      const header = table.getHeaderRowRange();
      header.load("values,columnIndex,columnCount");
      const body = table.getDataBodyRange();
      body.load("rowIndex,rowCount");
      return [{ id, columns: resolved.columns, sheet, header, body }];
    });
    await context.sync();

    const within = asked.find(
      ({ sheet, header, body }) =>
        sheet.name === activeSheet.name &&
        cell.rowIndex >= body.rowIndex &&
        cell.rowIndex < body.rowIndex + body.rowCount &&
        cell.columnIndex >= header.columnIndex &&
        cell.columnIndex < header.columnIndex + header.columnCount,
    );
    if (!within) return undefined;
    const { id, columns, header, body } = within;
    const row = body.getRow(cell.rowIndex - body.rowIndex);
    row.load("values");
    await context.sync();

    const register = registers[id];
    const headings = ((header.values as unknown[][])[0] ?? []).map(String);
    const fields = rowFields(
      register,
      fieldsByColumn(register, columns, headings),
      (row.values as unknown[][])[0] ?? [],
    );
    const key = rowKey(register, fields);
    return key === undefined ? undefined : { register: id, key, fields, sheetRow: cell.rowIndex + 1 };
  });
}
