import type { Lang, Register, RegisterId } from "../registers/register";
import { registerIds, registers } from "../registers/registers";
import type { KeptSheet } from "../registers/sheet/keptSheet";
import type { UnreadCell } from "../registers/sheet/unreadCells";
import type { Book, BookIssue, RegisterTable, Row } from "./book";
import { addressOfKept, headingsOfKept, issuesOfKept, unreadOfKept } from "./bookOfKept";
import { askName, ours, settingsOf, type AskedName } from "./bookSettings";
import {
  askFormulasAsCells,
  askKept,
  formulasAreAskedAsCells,
  keyedRows,
  readKept,
  type AskedKept,
} from "./keptSheets";
import { names } from "./names";
import { askNewSheets, newSheets, type AskedHead } from "./newSheets";
import { readInChunks } from "./readInChunks";
import { resolveTables } from "./resolveTables";
import { problemOf, runExcel } from "./runExcel";
import { remember, session } from "./session";
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
  body.load(whole ? "values,rowIndex,columnIndex,address" : "rowIndex,columnIndex,address");
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

/** Everything that is asked for in one go. */
interface Asked {
  readonly tables: readonly AskedTable[];
  readonly names: readonly AskedName[];
  readonly kept: readonly AskedKept[];
  readonly heads: readonly AskedHead[];
}

const hasText = (register: Register, rows: readonly Row[]): boolean => {
  const asked = register.fields.filter(
    ({ type }) => type !== "text" && type !== "choice" && type !== "formula",
  );
  return rows.some(({ fields }) =>
    asked.some(({ id }) => typeof fields[id] === "string" && fields[id] !== ""),
  );
};

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
    const sheets = workbook.worksheets;
    sheets.load("items/id,items/name,items/visibility");
    const millennium = before ? undefined : workbook.functions.date(2000, 1, 1);
    millennium?.load("value");
    await context.sync();

    const mapping = setting.isNullObject ? undefined : readMapping(setting.value);
    const keptSheets = mapping?.sheets ?? [];
    const anchors = new Set(
      named.items.filter(({ type }) => type === "Range").map(({ name }) => name.toLowerCase()),
    );
    const [anchored, lost] = [true, false].map((is) =>
      keptSheets.filter(({ anchor }) => anchors.has(anchor.toLowerCase()) === is),
    ) as [KeptSheet[], KeptSheet[]];
    const likely = new Set(
      registerIds.flatMap((id) => [
        registers[id].tableName.toLowerCase(),
        (mapping?.tables[id]?.name ?? "").toLowerCase(),
        mapping?.tables[id]?.id ?? "",
      ]),
    );
    // Where nobody has noted which sheets there were, those of the session's beginning are no news.
    const looked =
      before?.alike ?? new Map(mapping?.sheetsSeen ? [] : sheets.items.map(({ id }) => [id, ""] as const));
    const ask = (values: boolean): Asked => ({
      tables: tables.items.map((item) =>
        askTable(item, values && (likely.has(item.name.toLowerCase()) || likely.has(item.id))),
      ),
      names: named.items
        .filter(({ name }) => ours.has(name.toLowerCase()))
        .map((item) => askName(workbook, item)),
      kept: askKept(workbook, anchored, { whole: values }),
      heads: mapping && keptSheets.length > 0 ? askNewSheets(workbook, sheets.items, mapping, looked) : [],
    });
    // What was asked for in a sync that failed cannot be asked again, but anew.
    const answer = async (values: boolean): Promise<Asked> => {
      const asked = ask(values);
      try {
        await context.sync();
        return asked;
      } catch (error) {
        const { code } = problemOf(error);
        if (code === "tooLarge" && values) return answer(false);
        if (asked.kept.length === 0 || formulasAreAskedAsCells()) throw error;
        if (code !== "host" && code !== "protectedSheet") throw error;
        askFormulasAsCells();
        return answer(values);
      }
    };
    const asked = await answer(true);

    const resolution = resolveTables(
      mapping,
      asked.tables.map((table) => ({ id: table.id, name: table.name, headings: headingsOf(table) })),
    );
    const lang: Lang = resolution.lang ?? "en";
    const date1904 = before?.date1904 ?? millennium?.value === MILLENNIUM_1904;
    const kept = await readKept(context, asked.kept, { lang, date1904 });
    const readings = kept.map(({ reading }) => reading).filter(({ found }) => found);
    const alike = new Map([
      ...[...looked].filter(([id]) => sheets.items.some((sheet) => sheet.id === id)),
      ...(await newSheets(asked.heads, keptSheets)),
    ]);
    remember({
      tables: resolution.tables,
      mapping,
      lang,
      date1904,
      sheets: new Set([
        ...[...asked.tables, ...asked.names].flatMap(({ sheet }) => sheet?.id ?? []),
        ...kept.map(({ sheetId }) => sheetId),
      ]),
      kept: readings,
      large: new Set(kept.flatMap(({ isLarge, reading }) => (isLarge ? [reading.kept.anchor] : []))),
      alike,
    });

    const issues: BookIssue[] = [
      ...resolution.issues,
      ...lost.map(({ register, sheet }): BookIssue => {
        const isThere = sheets.items.some(({ name }) => name === sheet);
        return {
          code: "anchorLost",
          register,
          params: { sheet },
          mends: isThere ? ["findAgain", "forgetSheet"] : ["forgetSheet"],
        };
      }),
      ...issuesOfKept(kept),
      ...sheets.items.flatMap(({ id, name, visibility }): BookIssue[] => {
        const like = alike.get(id) ?? "";
        const isNew =
          like !== "" &&
          visibility === "Visible" &&
          !mapping?.sheetsSeen?.includes(name) &&
          !kept.some(({ sheetId }) => sheetId === id);
        const register = keptSheets.find(({ sheet }) => sheet === like)?.register;
        return isNew && register
          ? [
              {
                code: "newSheet",
                register,
                params: { sheet: name, like },
                mends: ["useSheet", "ignoreSheet"],
              },
            ]
          : [];
      }),
    ];
    const unread: UnreadCell[] = readings.flatMap(unreadOfKept);
    const read: Partial<Record<RegisterId, RegisterTable>> = {};
    for (const id of registerIds) {
      const own = readings.filter(({ kept: { register } }) => register === id);
      if (own.length > 0) {
        read[id] = {
          register: id,
          places: own.map((reading) => ({ sheet: reading.sheet, address: addressOfKept(reading) })),
          table: "",
          headings: headingsOfKept(own),
          rows: keyedRows(id, own).map(({ key, reading: { sheet }, row: { fields, row } }) => ({
            key,
            fields,
            sheet,
            sheetRow: row + 1,
          })),
        };
        continue;
      }
      const resolved = resolution.tables[id];
      const table = asked.tables.find(({ name }) => name === resolved?.name);
      if (!resolved || !table) continue;
      // Excel answers null in place of too many values.
      const said = table.whole ? (table.body.values as unknown[][] | null) : null;
      const values = said ?? (await readInChunks(context, table.body));
      const { columns } = resolved;
      const sheet = table.sheet.name;
      const headings = headingsOf(table);
      const rows = rowsOf(registers[id], columns, headings, values, sheet, table.body.rowIndex + 1);
      read[id] = {
        register: id,
        places: [{ sheet, address: joined(table.header.address, table.body.address), table: table.name }],
        table: table.name,
        headings: columns,
        rows,
      };
      if (hasText(registers[id], rows)) {
        const { unreadOfTable } = await import("./unreadOfTable");
        unread.push(...unreadOfTable(registers[id], rows, columns, headings, table.body.columnIndex));
      }
      if (table.protection.protected) {
        issues.push({ code: "sheetProtected", register: id, params: { sheet }, mends: [] });
      }
    }
    // Formulas look at the names; a sheet to which nothing was added does without them.
    const isAdded = ({ added }: { readonly added?: boolean }): boolean => added === true;
    if (
      Object.values(read).some(({ table }) => table !== "") ||
      readings.some((one) => [...one.kept.columns, ...one.kept.labels].some(isAdded))
    ) {
      for (const name of Object.values(names)) {
        if (!asked.names.some((item) => item.name.toLowerCase() === name.toLowerCase())) {
          issues.push({ code: "nameMissing", params: { name }, mends: ["addNames"] });
        }
      }
    }
    return { tables: read, settings: settingsOf(asked.names, lang), issues, unread, kept: keptSheets };
  });
}
