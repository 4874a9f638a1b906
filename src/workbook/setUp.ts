import type { Lang, RegisterId, TableNames } from "../registers/register";
import { word } from "../registers/register";
import { registers, standingRegisterIds } from "../registers/registers";
import { settingsSheet } from "../registers/settingsSheet";
import type { Receipt } from "./book";
import { WorkbookProblem } from "./book";
import { layOutSheet, writeFormulas } from "./layOutSheet";
import { freeSheetName, freeTableName, lackingNames } from "./names";
import type { ResolvedTable } from "./resolveTables";
import { problemOf, runExcel } from "./runExcel";
import { remember, session, tableNames } from "./session";
import { layOutSettings } from "./settingsCells";
import type { StoredMapping } from "./storedMapping";
import { MAPPING_KEY, mappingText, readMapping } from "./storedMapping";

/** What undo needs. */
export interface MadeSheets {
  readonly kind: "sheets";
  readonly sheets: readonly string[];
  readonly names: readonly string[];
  readonly tables: readonly { readonly register: RegisterId; readonly name: string }[];
  readonly mapping: StoredMapping | undefined;
}

/**
 * Make the sheets, tables and names that are missing. Sheets that are there already are never touched: where one has a name
 * we need, the problem `sheetExists` lets the user choose to set up under other names (`otherName`).
 */
export function setUp(
  lang: Lang,
  onExisting: "refuse" | "otherName" = "refuse",
  only: readonly RegisterId[] = standingRegisterIds,
): Promise<Receipt> {
  return runExcel("write", async (context) => {
    const { workbook } = context;
    const sheets = workbook.worksheets;
    sheets.load("items/name");
    const tables = workbook.tables;
    tables.load("items/name");
    const named = workbook.names;
    named.load("items/name");
    const setting = workbook.settings.getItemOrNullObject(MAPPING_KEY);
    setting.load("value");
    await context.sync();

    const mapping = setting.isNullObject ? undefined : readMapping(setting.value);
    const known = session()?.tables ?? {};
    const inPlace = new Set((mapping?.sheets ?? []).map(({ register }) => register));
    const missing = only.filter((id) => !known[id] && !inPlace.has(id));
    const sheetNames = new Set(sheets.items.map(({ name }) => name.toLowerCase()));
    const objectNames = new Set([...tables.items, ...named.items].map(({ name }) => name.toLowerCase()));
    const missingNames = lackingNames(named.items);
    const wanted = [
      ...missing.map((id) => word(registers[id].sheetName, lang)),
      ...(missingNames.length > 0 ? [word(settingsSheet.sheetName, lang)] : []),
    ];
    const taken = wanted.filter((name) => sheetNames.has(name.toLowerCase()));
    if (onExisting === "refuse" && taken.length > 0) {
      throw new WorkbookProblem("sheetExists", { sheets: taken.join(", ") });
    }

    const made = missing.map((id) => {
      const register = registers[id];
      const title = word(register.sheetName, lang);
      const sheetName = freeSheetName(title, sheetNames);
      const name = freeTableName(register.tableName, objectNames);
      const { sheet, table } = layOutSheet(workbook, register, sheetName, name, lang);
      table.load("id");
      const columns = Object.fromEntries(
        register.fields.map(({ id: field, heading }) => [field, word(heading, lang)]),
      );
      return { id, sheetName, name, sheet, table, columns };
    });
    const title = word(settingsSheet.sheetName, lang);
    const settingsName = freeSheetName(title, sheetNames);
    if (missingNames.length > 0) layOutSettings(workbook, settingsName, lang, missingNames);
    const all: Partial<Record<RegisterId, TableNames>> = tableNames(known);
    for (const { id, name, columns } of made) {
      all[id] = { table: name, headings: columns, order: Object.values(columns) };
    }
    for (const { id, sheet } of made) writeFormulas(sheet, registers[id], all, lang);
    made[0]?.sheet.activate();

    const newSheets = [
      ...made.map(({ sheetName }) => sheetName),
      ...(missingNames.length > 0 ? [settingsName] : []),
    ];
    // The mapping names tables by what they are called; their ids are not known before Excel has made them.
    const kept: StoredMapping = {
      ...mapping,
      version: 1,
      lang: mapping?.lang ?? lang,
      tables: {
        ...mapping?.tables,
        ...Object.fromEntries(
          made.map(({ id, name, columns }) => [
            id,
            { name, id: "", columns, headings: Object.values(columns) },
          ]),
        ),
      },
    };
    workbook.settings.add(MAPPING_KEY, mappingText(kept));
    try {
      await context.sync();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === "offline" || problem.code === "cellEditing") throw problem;
      await removeSheets(context, newSheets, missingNames);
      throw problem;
    }

    const before = session();
    const resolved = Object.fromEntries(
      made.map(({ id, name, table, columns }): [RegisterId, ResolvedTable] => [
        id,
        { id: table.id, name, columns, headings: Object.values(columns) },
      ]),
    );
    remember({
      ...(before ?? { date1904: false, sheets: new Set() }),
      tables: { ...known, ...resolved },
      mapping: kept,
      lang: kept.lang,
    });
    const revert: MadeSheets = {
      kind: "sheets",
      sheets: newSheets,
      names: missingNames,
      tables: made.map(({ id, name }) => ({ register: id, name })),
      mapping,
    };
    return { code: "setUp", params: { tables: newSheets.join(", ") }, address: newSheets.join(", "), revert };
  });
}

/** Queue the deletion of those of the sheets and names that are there, and carry it out. */
export async function removeSheets(
  context: Excel.RequestContext,
  sheetNames: readonly string[],
  rangeNames: readonly string[],
): Promise<void> {
  const { worksheets, names: named } = context.workbook;
  worksheets.load("items/name");
  named.load("items/name");
  await context.sync();
  for (const { name } of named.items) if (rangeNames.includes(name)) named.getItem(name).delete();
  for (const { name } of worksheets.items) if (sheetNames.includes(name)) worksheets.getItem(name).delete();
  await context.sync();
}
