import type { CellValue } from "../registers/register";
import type { ResolvedTable } from "./resolveTables";
import { knownTable } from "./session";
import { fieldValue } from "./tableRows";
import { typedFields, type TemplateRow } from "./templateRows";

/** The table of templates, asked for in one go. */
export interface AskedTemplates {
  readonly resolved: ResolvedTable;
  readonly table: Excel.Table;
  readonly sheet: Excel.Worksheet;
  readonly protection: Excel.WorksheetProtection;
  readonly header: Excel.Range;
  readonly body: Excel.Range;
  /** Where `count` more rows and a totals row would stand. */
  readonly below: Excel.Range;
  readonly used: Excel.Range;
}

const sheetOf = (table: Excel.Table): Excel.Worksheet => table.worksheet;

export function askTemplates(context: Excel.RequestContext, count: number): AskedTemplates {
  const resolved = knownTable("templates");
  const table = context.workbook.tables.getItem(resolved.name);
  table.load("showTotals");
  const sheet = sheetOf(table);
  sheet.load("name");
  const protection = sheet.protection;
  protection.load("protected");
  const header = table.getHeaderRowRange();
  header.load("values,rowIndex,columnIndex,columnCount");
  const body = table.getDataBodyRange();
  body.load("values,rowIndex,rowCount");
  const below = body.getRowsBelow(count + 1);
  below.load("formulas");
  const used = sheet.getUsedRange(true);
  used.load("rowCount,columnCount");
  return { resolved, table, sheet, protection, header, body, below, used };
}

/** Its rows by field. */
export function rowsIn({ resolved, header, body }: AskedTemplates): TemplateRow[] {
  const headings = ((header.values as unknown[][])[0] ?? []).map(String);
  const places = typedFields.flatMap(({ id }) => {
    const at = headings.indexOf(resolved.columns[id] ?? "\u0000");
    return at < 0 ? [] : [{ id, at }];
  });
  return (body.values as CellValue[][]).map((row) =>
    Object.fromEntries(places.map(({ id, at }) => [id, fieldValue("templates", id, row[at])])),
  );
}
