import type { CellValue } from "../registers/register";
import type { Receipt, SettingsChange } from "./book";
import { WorkbookProblem } from "./book";
import { asText, DATE_FORMAT, readBack } from "./cellContent";
import { names } from "./names";
import { problemOf, runExcel } from "./runExcel";
import { knownSession, remember, toCellDate } from "./session";
import type { StoredMapping } from "./storedMapping";
import { MAPPING_KEY, mappingText } from "./storedMapping";

type Cells = readonly (readonly CellValue[])[];

/** What undo needs: the cells of each name before and after. */
export interface SavedSettings {
  readonly kind: "settings";
  readonly cells: readonly { readonly name: string; readonly before: Cells; readonly after: Cells }[];
  readonly mapping: StoredMapping | undefined;
  readonly changedMapping: boolean;
}

const sheetOf = (range: Excel.Range): Excel.Worksheet => range.worksheet;

interface AskedName {
  readonly name: string;
  readonly range: Excel.Range;
  readonly sheet: Excel.Worksheet;
  readonly protection: Excel.WorksheetProtection;
}

function askName(workbook: Excel.Workbook, name: string): AskedName {
  const range = workbook.names.getItem(name).getRange();
  range.load("formulas,address,rowCount,columnCount");
  const sheet = sheetOf(range);
  sheet.load("name");
  const protection = sheet.protection;
  protection.load("protected");
  return { name, range, sheet, protection };
}

/** The cells of a name as they should become. */
function wanted({ name, range }: AskedName, change: SettingsChange): CellValue[][] {
  if (name === names.asOf) {
    return [[change.asOf === "today" || change.asOf === undefined ? "=TODAY()" : toCellDate(change.asOf)]];
  }
  if (name === names.calendar) return [[asText(change.calendar ?? "", "General")]];
  const rows = change.closures ?? [];
  if (rows.length > range.rowCount) throw new WorkbookProblem("noRoom", { address: range.address });
  return Array.from({ length: range.rowCount }, (_, row) =>
    Array.from({ length: range.columnCount }, (_, column) => {
      const value = rows[row]?.[column] ?? "";
      if (typeof value === "number") return column === 0 ? toCellDate(value) : value;
      return typeof value === "string" ? asText(value, "General") : value;
    }),
  );
}

/** Settings that all formulas share go into their named cells; the language into the workbook's own settings. */
export function saveSettings(change: SettingsChange): Promise<Receipt> {
  return runExcel("write", async (context) => {
    const known = knownSession();
    const { workbook } = context;
    const asked = [
      ...(change.asOf !== undefined ? [names.asOf] : []),
      ...(change.calendar !== undefined ? [names.calendar] : []),
      ...(change.closures !== undefined ? [names.closures] : []),
    ].map((name) => askName(workbook, name));
    if (asked.length > 0) await context.sync();

    const cells = asked.map((item) => {
      if (item.protection.protected) throw new WorkbookProblem("protectedSheet", { sheet: item.sheet.name });
      const after = wanted(item, change);
      return { ...item, after, before: item.range.formulas as CellValue[][] };
    });
    for (const { name, range, after } of cells) {
      if (name !== names.calendar) {
        const dates = range.getColumn(0);
        dates.numberFormat = after.map(() => [DATE_FORMAT]);
      }
      range.formulas = after;
    }
    const changedMapping = change.lang !== undefined && change.lang !== known.lang;
    const mapping: StoredMapping = {
      ...known.mapping,
      version: 1,
      tables: known.mapping?.tables ?? known.tables,
      lang: change.lang ?? known.lang,
    };
    if (changedMapping) workbook.settings.add(MAPPING_KEY, mappingText(mapping));
    try {
      await context.sync();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === "offline" || problem.code === "cellEditing") throw problem;
      for (const { range, before } of cells) range.formulas = before.map((row) => row.map(again));
      await context.sync();
      throw problem;
    }
    if (changedMapping) remember({ ...known, mapping, lang: mapping.lang });
    const revert: SavedSettings = {
      kind: "settings",
      cells: cells.map(({ name, before, after }) => ({
        name,
        before,
        after: after.map((row) => row.map(readBack)),
      })),
      mapping: known.mapping,
      changedMapping,
    };
    return {
      code: "settingsSaved",
      params: {},
      address: cells.map(({ range }) => range.address).join(", "),
      revert,
    };
  });
}

/** A constant or a formula as it was read, for writing it again: only formulas begin with `=` in these cells. */
const again = (content: CellValue): CellValue =>
  typeof content === "string" && !content.startsWith("=") ? asText(content, "General") : content;

/** Put the settings back, if nobody has changed them since. */
export function restoreSettings({ cells, mapping, changedMapping }: SavedSettings): Promise<void> {
  return runExcel("write", async (context) => {
    const { workbook } = context;
    const asked = cells.map((cell) => ({ ...cell, ...askName(workbook, cell.name) }));
    if (asked.length > 0) await context.sync();
    for (const { name, range, after, protection, sheet } of asked) {
      if (protection.protected) throw new WorkbookProblem("protectedSheet", { sheet: sheet.name });
      if (JSON.stringify(range.formulas) !== JSON.stringify(after)) {
        throw new WorkbookProblem("changedMeanwhile", { what: name });
      }
    }
    for (const { range, before } of asked) range.formulas = before.map((row) => row.map(again));
    if (changedMapping) {
      const known = knownSession();
      const lang = mapping?.lang ?? (known.lang === "en" ? "zh-CN" : "en");
      const restored: StoredMapping = {
        ...mapping,
        version: 1,
        tables: mapping?.tables ?? known.tables,
        lang,
      };
      workbook.settings.add(MAPPING_KEY, mappingText(restored));
      remember({ ...known, mapping: restored, lang });
    }
    await context.sync();
  });
}
