import { readDate } from "../domain/calendar/readDate";
import type { CellValue, Lang, RegisterId } from "../registers/register";
import { registerIds, registers } from "../registers/registers";
import type { Book, BookIssue, BookSettings, RegisterTable } from "./book";
import { names, usualCalendar } from "./names";
import { readInChunks } from "./readInChunks";
import { resolveTables } from "./resolveTables";
import { problemOf, runExcel } from "./runExcel";
import { fromCellDate, remember, session } from "./session";
import { MAPPING_KEY, readMapping } from "./storedMapping";
import { rowsOf } from "./tableRows";

/** What DATE(2000,1,1) is in the 1904 date system. */
const MILLENNIUM_1904 = 35064;

interface AskedTable {
  readonly id: string;
  readonly name: string;
  readonly table: Excel.Table;
  readonly sheet: Excel.Worksheet;
  readonly protection: Excel.WorksheetProtection;
  readonly header: Excel.Range;
  readonly body: Excel.Range;
  /** Values were asked for in the same go. */
  readonly whole: boolean;
}

/** Headings of every table; the rows too of those that are probably a register's. */
function askTable(item: Excel.Table, whole: boolean): AskedTable {
  const sheet = item.worksheet;
  sheet.load("id,name");
  const protection = sheet.protection;
  protection.load("protected");
  const header = item.getHeaderRowRange();
  header.load("values,address");
  const body = item.getDataBodyRange();
  body.load(whole ? "values,rowIndex,address" : "rowIndex,address");
  return { id: item.id, name: item.name, table: item, sheet, protection, header, body, whole };
}

const headingsOf = (asked: AskedTable): string[] => (asked.header.values[0] ?? []).map(String);

/** `Orders!A1:AF1` and `Orders!A2:AF61` make `A1:AF61`. */
function joined(header: string, body: string): string {
  const local = (address: string): string => address.slice(address.lastIndexOf("!") + 1);
  const [start = ""] = local(header).split(":");
  const last = local(body).split(":").pop() ?? "";
  return `${start}:${last}`;
}

interface AskedName {
  readonly name: string;
  readonly value: unknown;
  readonly formula: unknown;
  readonly range: Excel.Range | undefined;
  readonly sheet: Excel.Worksheet | undefined;
}

const sheetOf = (range: Excel.Range): Excel.Worksheet => range.worksheet;

function askName(workbook: Excel.Workbook, item: Excel.NamedItem): AskedName {
  const range = item.type === "Range" ? workbook.names.getItem(item.name).getRange() : undefined;
  range?.load("values,formulas");
  const sheet = range && sheetOf(range);
  sheet?.load("id");
  return { name: item.name, value: item.value, formula: item.formula, range, sheet };
}

const ours = new Set(Object.values(names).map((name) => name.toLowerCase()));

/** A date cell of the settings, typed as a date or as text. */
function settingsDate(value: unknown): number {
  if (typeof value === "number") return Math.floor(fromCellDate(value));
  try {
    return readDate(String(value));
  } catch {
    return 0;
  }
}

function settingsOf(asked: readonly AskedName[], lang: Lang): BookSettings {
  const find = (name: string): AskedName | undefined =>
    asked.find((item) => item.name.toLowerCase() === name.toLowerCase());
  const first = (item: AskedName | undefined): unknown =>
    item?.range ? (item.range.values as unknown[][])[0]?.[0] : item?.value;
  const asOf = find(names.asOf);
  const formula = asOf?.range ? (asOf.range.formulas as unknown[][])[0]?.[0] : asOf?.formula;
  const calendar = first(find(names.calendar));
  const closures = (find(names.closures)?.range?.values ?? []) as CellValue[][];
  return {
    asOf: asOf ? settingsDate(first(asOf)) : 0,
    asOfIsToday: /\bTODAY\(\)/i.test(typeof formula === "string" ? formula : ""),
    calendar: typeof calendar === "string" && calendar !== "" ? calendar : usualCalendar,
    closures: closures
      .filter((row) => row.some((value) => value !== ""))
      .map(([date = "", ...rest]) => [typeof date === "number" ? fromCellDate(date) : date, ...rest]),
    lang,
  };
}

/** Read everything the pane shows: one run, two syncs (more only where the answer would exceed Excel's limit). */
export function readBook(): Promise<Book> {
  return runExcel("read", async (context) => {
    const { workbook } = context;
    const before = session();
    const setting = workbook.settings.getItemOrNullObject(MAPPING_KEY);
    setting.load("value");
    const tables = workbook.tables;
    tables.load("items/id,items/name");
    const named = workbook.names;
    named.load("items/name,items/type,items/value,items/formula");
    const millennium = before ? undefined : workbook.functions.date(2000, 1, 1);
    millennium?.load("value");
    await context.sync();

    const mapping = setting.isNullObject ? undefined : readMapping(setting.value);
    const likely = new Set(
      registerIds.flatMap((id) => [
        registers[id].tableName.toLowerCase(),
        (mapping?.tables[id]?.name ?? "").toLowerCase(),
        mapping?.tables[id]?.id ?? "",
      ]),
    );
    const ask = (values: boolean): AskedTable[] =>
      tables.items.map((item) =>
        askTable(item, values && (likely.has(item.name.toLowerCase()) || likely.has(item.id))),
      );
    const askNames = (): AskedName[] =>
      named.items.filter(({ name }) => ours.has(name.toLowerCase())).map((item) => askName(workbook, item));
    let askedNames = askNames();
    let asked = ask(true);
    let inChunks = false;
    try {
      await context.sync();
      // Excel has answered null in place of too many values.
      inChunks = asked.some(({ body, whole }) => whole && (body.values as unknown) === null);
    } catch (error) {
      if (problemOf(error).code !== "tooLarge") throw error;
      inChunks = true;
      asked = ask(false);
      // Anew: what was asked for in a sync that failed cannot be asked again.
      askedNames = askNames();
      await context.sync();
    }

    const resolution = resolveTables(
      mapping,
      asked.map((table) => ({ id: table.id, name: table.name, headings: headingsOf(table) })),
    );
    const lang: Lang = resolution.lang ?? "en";
    remember({
      tables: resolution.tables,
      mapping,
      lang,
      date1904: before?.date1904 ?? millennium?.value === MILLENNIUM_1904,
      sheets: new Set([...asked, ...askedNames].flatMap(({ sheet }) => sheet?.id ?? [])),
    });

    const issues: BookIssue[] = [...resolution.issues];
    const read: Partial<Record<RegisterId, RegisterTable>> = {};
    for (const id of registerIds) {
      const resolved = resolution.tables[id];
      const table = asked.find(({ name }) => name === resolved?.name);
      if (!resolved || !table) continue;
      const values =
        table.whole && !inChunks
          ? (table.body.values as unknown[][])
          : await readInChunks(context, table.body);
      const { columns } = resolved;
      read[id] = {
        register: id,
        sheet: table.sheet.name,
        table: table.name,
        address: joined(table.header.address, table.body.address),
        headings: columns,
        rows: rowsOf(registers[id], columns, headingsOf(table), values, table.body.rowIndex + 1),
      };
      if (table.protection.protected) {
        issues.push({ code: "sheetProtected", register: id, params: { sheet: table.sheet.name }, mends: [] });
      }
    }
    if (Object.keys(read).length > 0) {
      for (const name of Object.values(names)) {
        if (!askedNames.some((item) => item.name.toLowerCase() === name.toLowerCase())) {
          issues.push({ code: "nameMissing", params: { name }, mends: ["addNames"] });
        }
      }
    }
    return { tables: read, settings: settingsOf(askedNames, lang), issues };
  });
}
