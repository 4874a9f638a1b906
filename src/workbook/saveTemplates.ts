import { word, type CellValue } from "../registers/register";
import { templateKey } from "../registers/templateChoice";
import { templates } from "../registers/templates";
import type { Receipt } from "./book";
import { WorkbookProblem } from "./book";
import { cellAddress } from "./cellAddress";
import { layOutSheet } from "./layOutSheet";
import { freeSheetName, freeTableName } from "./names";
import { askRiskColumns, riskInPlace, writeRiskColumns } from "./riskFormulas";
import { problemOf, runExcel } from "./runExcel";
import type { Session } from "./session";
import { knownSession, mappingWith, remember } from "./session";
import type { StoredMapping } from "./storedMapping";
import { MAPPING_KEY, mappingText } from "./storedMapping";
import { rowsOfCopy, writeTemplateRows, type TemplateCopy, type TemplateRow } from "./templateRows";
import { askTemplates, rowsIn, type AskedTemplates } from "./templateTable";

/** What undo needs. */
export interface SavedTemplates {
  readonly kind: "templates";
  /** The sheet, where this made it. */
  readonly made: string | undefined;
  readonly written: readonly TemplateRow[];
  readonly replaced: readonly TemplateRow[];
  readonly mapping: StoredMapping | undefined;
}

/** Copies as the user is asked about them. */
export const copyKey = ({ template, factory }: { template: CellValue; factory: CellValue }): string =>
  templateKey(template, factory).toLowerCase();

/**
 * Keep templates as rows that can be edited. The sheet is made with the first of them, and from then on the risk columns of
 * the orders go by it. Rows for the same template and factory are replaced only when the user has agreed to that (`agreed`
 * holds their `copyKey`); nothing else is touched.
 */
export function saveTemplates(
  copies: readonly TemplateCopy[],
  agreed: readonly string[] = [],
): Promise<Receipt> {
  return runExcel("write", (context) => {
    const known = knownSession();
    return known.tables.templates ? addTo(context, known, copies, agreed) : makeSheet(context, known, copies);
  });
}

const told = (copies: readonly TemplateCopy[]) => ({
  templates: copies
    .map(({ template, factory }) => [template, factory].filter(Boolean).join(" · "))
    .join(", "),
});

async function makeSheet(
  context: Excel.RequestContext,
  known: Session,
  copies: readonly TemplateCopy[],
): Promise<Receipt> {
  const { workbook } = context;
  const { worksheets: sheets, tables, names: named } = workbook;
  sheets.load("items/name");
  tables.load("items/name");
  named.load("items/name");
  const risks = askRiskColumns(workbook, known.tables);
  const inPlace = await riskInPlace(known);
  const keptRisks = inPlace?.askKeptFormulas(workbook, known) ?? [];
  await context.sync();

  const { lang } = known;
  const taken = [...tables.items, ...named.items].map(({ name }) => name);
  const name = freeTableName(templates.tableName, taken);
  const title = freeSheetName(
    word(templates.sheetName, lang),
    sheets.items.map((sheet) => sheet.name),
  );
  const { sheet, table } = layOutSheet(workbook, templates, title, name, lang);
  table.load("id");
  const columns = Object.fromEntries(templates.fields.map(({ id, heading }) => [id, word(heading, lang)]));
  const headings = Object.values(columns);
  const rows = copies.flatMap(rowsOfCopy);
  table.resize(sheet.getRangeByIndexes(0, 0, rows.length + 1, headings.length));
  writeTemplateRows(sheet, { row: 1, column: 0 }, { table: name, columns, headings }, rows, lang);
  const stored = { name, id: "", columns, headings };
  const mapping = mappingWith(known, "templates", stored);
  workbook.settings.add(MAPPING_KEY, mappingText(mapping));
  const withTemplates = { ...known, tables: { ...known.tables, templates: { ...stored, id: "" } } };
  writeRiskColumns(risks, withTemplates.tables, lang);
  inPlace?.writeKeptFormulas(keptRisks, withTemplates);
  try {
    await context.sync();
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code === "offline" || problem.code === "cellEditing") throw problem;
    // The formulas first: without its table a formula would be broken.
    writeRiskColumns(risks, known.tables, lang);
    inPlace?.writeKeptFormulas(keptRisks, known);
    sheets.getItemOrNullObject(title).delete();
    await context.sync();
    throw problem;
  }
  remember({ ...known, mapping, tables: { ...known.tables, templates: { ...stored, id: table.id } } });
  const revert: SavedTemplates = {
    kind: "templates",
    made: title,
    written: rows,
    replaced: [],
    mapping: known.mapping,
  };
  const address = cellAddress(title, 0, 0, rows.length + 1, headings.length);
  return { code: "templatesSaved", params: told(copies), address, revert };
}

async function addTo(
  context: Excel.RequestContext,
  known: Session,
  copies: readonly TemplateCopy[],
  agreed: readonly string[],
): Promise<Receipt> {
  const rows = copies.flatMap(rowsOfCopy);
  const asked = askTemplates(context, rows.length);
  await context.sync();
  const present = rowsIn(asked);
  const keys = new Set(copies.map(copyKey));
  const same = present.flatMap((row, at) =>
    keys.has(copyKey({ template: row.template ?? "", factory: row.factory ?? "" })) ? [at] : [],
  );
  const unasked = copies.filter(
    (copy) =>
      !agreed.includes(copyKey(copy)) &&
      same.some(
        (at) => copyKey(present[at] as { template: CellValue; factory: CellValue }) === copyKey(copy),
      ),
  );
  if (unasked.length > 0) throw new WorkbookProblem("templatesExist", told(unasked));
  const blank = present.flatMap((row, at) => (Object.values(row).every((cell) => cell === "") ? [at] : []));
  const address = replaceRows(asked, known, rows, [...same, ...blank]);
  await context.sync();
  const revert: SavedTemplates = {
    kind: "templates",
    made: undefined,
    written: rows,
    replaced: same.map((at) => present[at] as TemplateRow),
    mapping: known.mapping,
  };
  return { code: "templatesSaved", params: told(copies), address, revert };
}

/** Queue rows below the last one and the table's growth over them; then the rows that they stand for go. */
export function replaceRows(
  asked: AskedTemplates,
  known: Session,
  rows: readonly TemplateRow[],
  gone: readonly number[],
): string {
  const { table, sheet, header, body, below, resolved } = asked;
  if (asked.protection.protected) throw new WorkbookProblem("protectedSheet", { sheet: sheet.name });
  const end = body.rowIndex + body.rowCount;
  const { columnIndex, columnCount } = header;
  const totals = table.showTotals ? 1 : 0;
  const inTheWay = (below.formulas as unknown[][])
    .slice(totals, totals + rows.length)
    .some((row) => row.some((cell) => cell !== ""));
  const address = cellAddress(sheet.name, end, columnIndex, rows.length, columnCount);
  if (inTheWay) throw new WorkbookProblem("noRoom", { address });
  if (totals > 0) table.showTotals = false;
  if (rows.length > 0) {
    const headings = ((header.values as unknown[][])[0] ?? []).map(String);
    const whole = sheet.getRangeByIndexes(
      header.rowIndex,
      columnIndex,
      1 + body.rowCount + rows.length,
      columnCount,
    );
    table.resize(whole);
    const place = { table: resolved.name, columns: resolved.columns, headings };
    writeTemplateRows(sheet, { row: end, column: columnIndex }, place, rows, known.lang);
  }
  const order = [...gone].sort((a, b) => b - a);
  // A table keeps one row at least.
  const kept = rows.length === 0 && order.length === body.rowCount ? order.pop() : undefined;
  for (const at of order) table.rows.getItemAt(at).delete();
  if (kept !== undefined) body.getRow(kept).clear("Contents");
  if (totals > 0) table.showTotals = true;
  return address;
}
