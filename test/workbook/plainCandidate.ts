import { plainTable, type PlainTable } from "../../src/taskpane/setup/plainTable";
import { readWithLayouts } from "../../src/taskpane/setup/sheetReader";
import { lookAtSheets } from "../../src/workbook/lookAtSheets";

/** A sheet's table as the pane offers it for adopting. */
export async function plainCandidate(sheet: string): Promise<PlainTable> {
  const [look] = await lookAtSheets([sheet]);
  if (!look) throw new Error(`No sheet ${sheet}.`);
  const asked = { said: {}, layouts: [] };
  const found = plainTable({ look, ...asked, ...readWithLayouts({ grid: look.grid, ...asked }) }, "orders");
  if (!found) throw new Error(`No plain table on ${sheet}.`);
  return found;
}
