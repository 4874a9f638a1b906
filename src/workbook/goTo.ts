import type { RegisterId } from "../registers/register";
import { runExcel } from "./runExcel";
import { askKeys, needRow } from "./rowSearch";
import { knownTable } from "./session";

const sheetOf = (table: Excel.Table): Excel.Worksheet => table.worksheet;

/** Select the row with this key. */
export function goTo(register: RegisterId, key: string): Promise<void> {
  return runExcel("read", async (context) => {
    const table = context.workbook.tables.getItem(knownTable(register).name);
    const keys = askKeys(table, register);
    await context.sync();
    const row = needRow(keys, key);
    sheetOf(table).activate();
    table.getDataBodyRange().getRow(row).select();
    await context.sync();
  });
}
