import type { Lang, RegisterId } from "../registers/register";
import { registers } from "../registers/registers";
import type { Candidate, ColumnChoice, Receipt } from "./book";
import { WorkbookProblem } from "./book";
import { freeTableName } from "./names";
import { newColumns, writeColumns } from "./newColumns";
import { layOutNeeded, type NeededNames } from "./neededNames";
import { problemOf, runExcel } from "./runExcel";
import { remember, session, tableNames } from "./session";
import type { StoredMapping } from "./storedMapping";
import { MAPPING_KEY, mappingText, readMapping } from "./storedMapping";
import { takeBackColumns } from "./takeBackColumns";

/** What undo needs. */
export interface AdoptedTable {
  readonly kind: "adopted";
  readonly register: RegisterId;
  readonly table: string;
  /** Headings of the columns that were added. */
  readonly added: readonly string[];
  readonly madeTable: boolean;
  /** What the new formulas look at, made along with them. */
  readonly needed: NeededNames;
  readonly mapping: StoredMapping | undefined;
}

const protectionOf = (sheet: Excel.Worksheet): Excel.WorksheetProtection => sheet.protection;

/**
 * Make the user's own table a register. Nothing is moved, renamed or overwritten. A block of plain cells becomes a table
 * only with the user's consent (`makeTable`), and keeps its looks; columns are added at the right end for the fields in
 * `addFields` only, which the user has agreed to. Names that the added formulas look at are made on a sheet of their own.
 */
export function adopt(
  candidate: Candidate,
  register: RegisterId,
  columns: readonly ColumnChoice[],
  addFields: readonly string[],
  lang: Lang,
  makeTable = false,
): Promise<Receipt> {
  return runExcel("write", async (context) => {
    if (candidate.obstacle) {
      throw new WorkbookProblem("headings", { headings: candidate.headings.join(", ") });
    }
    if (candidate.table === undefined && !makeTable) throw new WorkbookProblem("needsConsent");
    const { workbook } = context;
    const sheet = workbook.worksheets.getItem(candidate.sheet);
    const protection = protectionOf(sheet);
    protection.load("protected");
    const setting = workbook.settings.getItemOrNullObject(MAPPING_KEY);
    setting.load("value");
    const tables = workbook.tables;
    tables.load("items/name");
    const named = workbook.names;
    named.load("items/name");
    const sheets = workbook.worksheets;
    sheets.load("items/name");
    const whole = sheet.getRange(candidate.address);
    const header = whole.getRow(0);
    header.load("values");
    whole.load("rowIndex,columnIndex,rowCount,columnCount");
    // Where columns would be added there must be nothing.
    const beside = whole.getColumnsAfter(Math.max(1, addFields.length));
    beside.load("values,address");
    await context.sync();

    if (protection.protected) throw new WorkbookProblem("protectedSheet", { sheet: candidate.sheet });
    const headings = ((header.values as unknown[][])[0] ?? []).map(String);
    if (headings.join("\n") !== candidate.headings.join("\n")) {
      throw new WorkbookProblem("changedMeanwhile", { what: candidate.address });
    }
    const inTheWay = (beside.values as unknown[][]).some((row) => row.some((value) => value !== ""));

    const mapping = setting.isNullObject ? undefined : readMapping(setting.value);
    const known = session();
    const mapped: Record<string, string> = {};
    for (const { column, fieldId } of columns) mapped[fieldId] = headings[column] ?? "";
    const tablesBefore = tables.items.map((each) => each.name);
    const objects = [...tablesBefore, ...named.items.map((each) => each.name)];
    const name = candidate.table ?? freeTableName(registers[register].tableName, objects);
    const others = tableNames(known?.tables ?? {});
    const added = newColumns(register, addFields, mapped, headings, others, name, lang);
    if (added.length > 0 && inTheWay) throw new WorkbookProblem("noRoom", { address: beside.address });
    for (const { field, heading } of added) mapped[field.id] = heading;

    const at = {
      row: whole.rowIndex,
      column: whole.columnIndex,
      rows: whole.rowCount,
      columns: whole.columnCount,
    };
    const table =
      candidate.table === undefined ? sheet.tables.add(whole, true) : tables.getItem(candidate.table);
    if (candidate.table === undefined) {
      table.name = name;
      // No table style: the cells look as they did.
      table.style = "";
    }
    table.load("id");
    const needed = layOutNeeded(workbook, added, sheets.items, named.items, lang);
    const allHeadings = [...headings, ...added.map(({ heading }) => heading)];
    const own = { table: name, headings: mapped, order: allHeadings };
    writeColumns(sheet, table, at, added, register, own, others, lang);
    const kept: StoredMapping = {
      ...mapping,
      version: 1,
      lang: mapping?.lang ?? lang,
      tables: {
        ...mapping?.tables,
        [register]: {
          name,
          id: "",
          columns: mapped,
          headings: allHeadings,
        },
      },
      // A register lives in one way only.
      ...(mapping?.sheets && { sheets: mapping.sheets.filter((one) => one.register !== register) }),
    };
    workbook.settings.add(MAPPING_KEY, mappingText(kept));
    try {
      await context.sync();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === "offline" || problem.code === "cellEditing") throw problem;
      try {
        await takeBackColumns(context, name, tablesBefore, added, needed);
      } catch {
        throw new WorkbookProblem("halfDone", { address: `${candidate.sheet}!${candidate.address}` });
      }
      throw problem;
    }
    remember({
      ...(known ?? { date1904: false, sheets: new Set() }),
      tables: {
        ...known?.tables,
        [register]: { name, id: table.id, columns: mapped, headings: allHeadings },
      },
      mapping: kept,
      lang: kept.lang,
      ...(known?.kept && { kept: known.kept.filter((one) => one.kept.register !== register) }),
    });
    const revert: AdoptedTable = {
      kind: "adopted",
      register,
      table: name,
      added: added.map(({ heading }) => heading),
      madeTable: candidate.table === undefined,
      needed,
      mapping,
    };
    return {
      code: "adopted",
      params: { table: name, columns: added.length },
      address: `${candidate.sheet}!${candidate.address}`,
      revert,
    };
  });
}
