import type { RegisterId } from "../registers/register";
import type { AdoptedTable } from "./adopt";
import type { Receipt } from "./book";
import { WorkbookProblem } from "./book";
import { layOutNeeded } from "./neededNames";
import { newColumns, writeColumns } from "./newColumns";
import { askRiskColumns, writeRiskColumns } from "./riskFormulas";
import { problemOf, runExcel } from "./runExcel";
import { knownKept, knownSession, knownTable, mappingWith, remember, tableNames } from "./session";
import { MAPPING_KEY, mappingText } from "./storedMapping";
import { takeBackColumns } from "./takeBackColumns";

const sheetOf = (table: Excel.Table): Excel.Worksheet => table.worksheet;

/** Add columns for these fields at the right end of a register's table, after the user has agreed. */
export async function addColumns(register: RegisterId, fieldIds: readonly string[]): Promise<Receipt> {
  if (knownKept(register).length > 0) {
    const { addKeptColumns } = await import(/* webpackChunkName: "kept-sheets" */ "./addKeptColumns");
    return addKeptColumns(register, fieldIds);
  }
  return runExcel("write", async (context) => {
    const known = knownSession();
    const resolved = knownTable(register);
    const { workbook } = context;
    const table = workbook.tables.getItem(resolved.name);
    const sheet = sheetOf(table);
    sheet.load("name");
    const protection = sheet.protection;
    protection.load("protected");
    const header = table.getHeaderRowRange();
    header.load("values,rowIndex,columnIndex,columnCount");
    const body = table.getDataBodyRange();
    body.load("rowCount");
    const beside = header.getBoundingRect(body).getColumnsAfter(fieldIds.length);
    beside.load("values,address");
    const { tables, worksheets, names: named } = workbook;
    tables.load("items/name");
    worksheets.load("items/name");
    named.load("items/name");
    const risk = register === "orders" ? askRiskColumns(workbook, known.tables) : [];
    await context.sync();

    if (protection.protected) throw new WorkbookProblem("protectedSheet", { sheet: sheet.name });
    if ((beside.values as unknown[][]).some((row) => row.some((value) => value !== ""))) {
      throw new WorkbookProblem("noRoom", { address: beside.address });
    }
    const { lang } = known;
    const headings = ((header.values as unknown[][])[0] ?? []).map(String);
    // Only headings that are still there count; a lost column is one that may be added again.
    const columns = Object.fromEntries(
      Object.entries(resolved.columns).filter(([, heading]) => headings.includes(heading)),
    );
    const others =
      (known.kept ?? []).length > 0
        ? (await import(/* webpackChunkName: "kept-sheets" */ "./registersSeen")).registersSeen(known)
        : tableNames(known.tables);
    const added = newColumns(register, fieldIds, columns, headings, others, resolved.name, lang);
    for (const { field, heading } of added) columns[field.id] = heading;
    const at = {
      row: header.rowIndex,
      column: header.columnIndex,
      rows: body.rowCount + 1,
      columns: header.columnCount,
    };
    const allHeadings = [...headings, ...added.map(({ heading }) => heading)];
    const own = { table: resolved.name, headings: columns, order: allHeadings };
    const needed = layOutNeeded(workbook, added, worksheets.items, named.items, lang);
    writeColumns(sheet, table, at, added, register, own, others, lang);
    const kept = mappingWith(known, register, {
      name: resolved.name,
      id: resolved.id,
      columns: { ...known.mapping?.tables[register]?.columns, ...columns },
      headings: allHeadings,
    });
    workbook.settings.add(MAPPING_KEY, mappingText(kept));
    const now = { ...known.tables, [register]: { ...resolved, columns, headings: allHeadings } };
    writeRiskColumns(risk, now, lang);
    try {
      await context.sync();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === "offline" || problem.code === "cellEditing") throw problem;
      try {
        await takeBackColumns(
          context,
          resolved.name,
          [...tables.items].map(({ name }) => name),
          added,
          needed,
        );
      } catch {
        throw new WorkbookProblem("halfDone", { address: beside.address });
      }
      throw problem;
    }
    remember({ ...known, mapping: kept, tables: now });
    const revert: AdoptedTable = {
      kind: "adopted",
      register,
      table: resolved.name,
      added: added.map(({ heading }) => heading),
      madeTable: false,
      needed,
      mapping: known.mapping,
    };
    return {
      code: "adopted",
      params: { table: resolved.name, columns: added.length },
      address: beside.address,
      revert,
    };
  });
}
