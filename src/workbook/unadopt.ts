import type { AdoptedTable } from "./adopt";
import { WorkbookProblem } from "./book";
import { askRiskColumns, writeRiskColumns } from "./riskFormulas";
import { runExcel } from "./runExcel";
import { remember, session } from "./session";
import { MAPPING_KEY, mappingText } from "./storedMapping";

const sheetOf = (table: Excel.Table): Excel.Worksheet => table.worksheet;

/** Forget the adopted table again and take out the columns that were added, if nobody has typed into them. */
export function unadopt({
  register,
  table: name,
  added,
  madeTable,
  needed,
  mapping,
}: AdoptedTable): Promise<void> {
  return runExcel("write", async (context) => {
    const { workbook } = context;
    const table = workbook.tables.getItem(name);
    const sheet = sheetOf(table);
    sheet.load("name");
    const protection = sheet.protection;
    protection.load("protected");
    const columns = added.map((heading) => {
      const body = table.columns.getItem(heading).getDataBodyRange();
      body.load("formulas");
      return { heading, body };
    });
    const known = session();
    const orders = register === "orders" ? known?.tables.orders : undefined;
    const risk = orders
      ? askRiskColumns(workbook, { orders }).filter(({ heading }) => !added.includes(heading))
      : [];
    const { names: named, worksheets } = workbook;
    named.load("items/name");
    worksheets.load("items/name");
    await context.sync();
    if (protection.protected) throw new WorkbookProblem("protectedSheet", { sheet: sheet.name });
    for (const { heading, body } of columns) {
      const typed = (body.formulas as unknown[][]).some(
        ([cell]) => cell !== "" && !(typeof cell === "string" && cell.startsWith("=")),
      );
      if (typed) throw new WorkbookProblem("changedMeanwhile", { what: heading });
    }
    if (known && orders) {
      // Before the columns go: a formula that looks at one of them would break.
      const left = Object.entries(orders.columns).filter(([, heading]) => !added.includes(heading));
      const headings = orders.headings.filter((heading) => !added.includes(heading));
      const before = { ...orders, columns: Object.fromEntries(left), headings };
      writeRiskColumns(risk, { ...known.tables, orders: before }, known.lang);
    }
    for (const heading of added) table.columns.getItem(heading).delete();
    for (const { name: one } of named.items) if (needed.names.includes(one)) named.getItem(one).delete();
    for (const { name: one } of worksheets.items) {
      if (needed.sheets.includes(one)) worksheets.getItem(one).delete();
    }
    if (madeTable) table.convertToRange();
    if (mapping) workbook.settings.add(MAPPING_KEY, mappingText(mapping));
    else workbook.settings.getItem(MAPPING_KEY).delete();
    await context.sync();
    remember(undefined);
  });
}
