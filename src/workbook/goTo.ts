import type { RegisterId } from "../registers/register";
import { WorkbookProblem } from "./book";
import { askKept, keyedRows, readKept } from "./keptSheets";
import { runExcel } from "./runExcel";
import { askKeys, needRow } from "./rowSearch";
import { knownKept, knownTable } from "./session";

const sheetOf = (table: Excel.Table): Excel.Worksheet => table.worksheet;

/** Select the row with this key. */
export function goTo(register: RegisterId, key: string): Promise<void> {
  return runExcel("read", async (context) => {
    const kept = knownKept(register).map((reading) => reading.kept);
    if (kept.length > 0) {
      const asked = askKept(context.workbook, kept);
      await context.sync();
      const now = await readKept(context, asked);
      const readings = now.map(({ reading }) => reading);
      const found = keyedRows(register, readings).find((one) => one.key === key);
      const place = now.find(({ reading }) => reading === found?.reading);
      if (!found || !place) throw new WorkbookProblem("rowGone", { what: key.replace(/\|/g, " ") });
      const { column, columns } = place.reading.area;
      place.sheet.activate();
      place.sheet.getRangeByIndexes(found.row.row, column, 1, columns).select();
      await context.sync();
      return;
    }
    const table = context.workbook.tables.getItem(knownTable(register).name);
    const keys = askKeys(table, register);
    await context.sync();
    const row = needRow(keys, key);
    sheetOf(table).activate();
    table.getDataBodyRange().getRow(row).select();
    await context.sync();
  });
}
