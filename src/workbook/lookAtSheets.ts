import type { CellValue } from "../registers/register";
import { isDateFormat, type Area, type SheetGrid, type SheetTable } from "../registers/sheet/sheetGrid";
import { AREAS, areasOf, readAreas } from "./areasOf";
import type { SheetLook } from "./book";
import { WorkbookProblem } from "./book";
import { isFormula } from "./cellContent";
import { flagsOf } from "./keptSheets";
import { problemOf, runExcel } from "./runExcel";
import { session } from "./session";

/** Cells fetched of all sheets together: with formats about 1 MB, quick on the web and enough to tell what columns hold. */
const CELLS = 60_000;
/** Of each sheet where all are looked at. */
const FIRST_ROWS = 60;
const FEWEST_ROWS = 40;
const WIDEST = 400;
/** A sampled sheet: its beginning, blocks spread over it, and its end, where totals and notes stand. */
const BEGINNING = 0.5;
const BLOCK = 8;
const END = 24;
/** Excel fails to name more than 512 merged areas at once, so that they are asked for in bands; forms merge the most. */
const MERGES = { firstRows: 64, firstBand: 16, band: 32, bands: 24 };

/** What DATE(2000,1,1) is in the 1904 date system, and the days between the two. */
const MILLENNIUM_1904 = 35064;
const SINCE_1904 = 1462;

/** Rows from `first`, so many. */
interface Rows {
  readonly first: number;
  readonly count: number;
}

/** Which rows of so many are fetched: all, or parts spread over the whole. */
export function sampledRows(rows: number, atMost: number): Rows[] {
  if (rows <= atMost) return [{ first: 0, count: rows }];
  const beginning = Math.max(1, Math.floor(atMost * BEGINNING));
  const end = Math.min(END, Math.floor(atMost / 4));
  const between = rows - beginning - end;
  const blocks = Math.max(1, Math.floor((atMost - beginning - end) / BLOCK));
  const parts: Rows[] = [{ first: 0, count: beginning }];
  for (let index = 1; index <= blocks; index += 1) {
    const first = beginning + Math.floor((between - BLOCK) * (index / (blocks + 1)));
    const last = parts[parts.length - 1];
    const from = Math.max(first, last ? last.first + last.count : 0);
    const count = Math.min(BLOCK, rows - end - from);
    if (count > 0) parts.push({ first: from, count });
  }
  if (end > 0) parts.push({ first: rows - end, count: end });
  return parts;
}

const sheetOfRange = (range: Excel.RangeAreas | Excel.Table): Excel.Worksheet => range.worksheet;
const protectionOf = (sheet: Excel.Worksheet): Excel.WorksheetProtection => sheet.protection;

/** What is asked of a sheet, from the fullest to what every Excel can say. */
type Fullness = "everything" | "cellByCell" | "noMerges";

interface AskedSheet {
  readonly id: string;
  readonly name: string;
  readonly used: Excel.Range;
  readonly protection: Excel.WorksheetProtection;
  readonly parts: readonly (Rows & { readonly range: Excel.Range })[];
  readonly formulas: Excel.RangeAreas | undefined;
  readonly visible: Excel.RangeAreas | undefined;
  readonly merges: readonly Excel.RangeAreas[];
}

function mergeBands(parts: readonly Rows[], fullness: Fullness): Rows[] {
  const bands: Rows[] = [];
  for (const { first, count } of parts) {
    for (let row = first; row < first + count;) {
      const size = row < MERGES.firstRows ? MERGES.firstBand : MERGES.band;
      bands.push({ first: row, count: Math.min(size, first + count - row) });
      row += size;
    }
  }
  return fullness === "noMerges" ? [] : bands.slice(0, fullness === "everything" ? MERGES.bands : 4);
}

function askSheet(
  sheet: Excel.Worksheet,
  { id, name }: { readonly id: string; readonly name: string },
  size: { readonly columns: number; readonly parts: readonly Rows[] } | undefined,
  fullness: Fullness,
  firstRows: number,
): AskedSheet {
  const protection = protectionOf(sheet);
  protection.load("protected");
  const used = sheet.getUsedRange(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount,address");
  const columns = size && size.columns > WIDEST ? size.columns - WIDEST : 0;
  const rowsOf = ({ first, count }: Rows): Excel.Range =>
    used
      .getRow(0)
      .getOffsetRange(first, 0)
      .getResizedRange(count - 1, -columns);
  const loads = fullness === "everything" ? "values,numberFormat" : "values,numberFormat,formulas";
  // Of a sheet whose size is not known yet the first rows, used or not.
  const rows = size?.parts ?? [{ first: 0, count: firstRows }];
  const parts = rows.map((part) => {
    const range = rowsOf(part);
    range.load(loads);
    return { ...part, range };
  });
  const cells = (kind: "Formulas" | "Visible"): Excel.RangeAreas => {
    const areas = used.getSpecialCellsOrNullObject(kind);
    areas.load(AREAS);
    return areas;
  };
  const merges = mergeBands(rows, fullness).map((band) => {
    const areas = rowsOf(band).getMergedAreasOrNullObject();
    areas.load(AREAS);
    return areas;
  });
  return {
    id,
    name,
    used,
    protection,
    parts,
    formulas: fullness === "everything" ? cells("Formulas") : undefined,
    visible: fullness === "everything" ? cells("Visible") : undefined,
    merges,
  };
}

const cellOf = (value: unknown): CellValue =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : "";

/** Rows and columns of the used part with no visible cell. */
function hidden(areas: readonly Area[], used: Area): { rows: number[]; columns: number[] } {
  if (areas.length === 0) return { rows: [], columns: [] };
  const [rows, columns] = [new Set<number>(), new Set<number>()];
  for (const area of areas) {
    const bottom = Math.min(area.row + area.rows, used.row + used.rows);
    const right = Math.min(area.column + area.columns, used.column + used.columns);
    for (let row = Math.max(area.row, used.row); row < bottom; row += 1) rows.add(row);
    for (let column = Math.max(area.column, used.column); column < right; column += 1) columns.add(column);
  }
  const missing = (first: number, count: number, there: ReadonlySet<number>): number[] =>
    Array.from({ length: count }, (_, index) => first + index).filter((one) => !there.has(one));
  return {
    rows: missing(used.row, used.rows, rows),
    columns: missing(used.column, used.columns, columns),
  };
}

/** Blocks of cells of a sheet, as Excel named them. */
interface Blocks {
  readonly formulas: readonly Area[];
  readonly visible: readonly Area[];
  readonly merges: readonly Area[];
}

async function readBlocks(context: Excel.RequestContext, sheets: readonly AskedSheet[]): Promise<Blocks[]> {
  const asked = sheets.flatMap(({ formulas, visible, merges }) => [formulas, visible, ...merges]);
  const read = await readAreas(context, asked);
  let next = 0;
  return sheets.map(({ merges }) => {
    const [formulas = [], visible = [], ...merged] = read.slice(next, (next += 2 + merges.length));
    return { formulas, visible, merges: merged.flat() };
  });
}

function lookOf(
  asked: AskedSheet,
  blocks: Blocks,
  tables: readonly SheetTable[],
  date1904: boolean,
  activeId: string,
  selected: Area | undefined,
): SheetLook {
  const { rowIndex, columnIndex, rowCount, columnCount } = asked.used;
  const used = { row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount };
  const first = asked.parts[0];
  // A blank sheet says of itself that its first cell is used.
  const blank =
    rowCount === 1 && columnCount === 1 && cellOf((first?.range.values as unknown[][])[0]?.[0]) === "";
  const seen = blank
    ? 0
    : Math.min(rowCount, Math.max(...asked.parts.map((part) => part.first + part.count)));
  const columns = Math.min(columnCount, WIDEST);
  const values = new Array<CellValue[] | undefined>(seen).fill(undefined);
  const formats = new Array<string[] | undefined>(seen).fill(undefined);
  const formulas = new Array<boolean[] | undefined>(seen).fill(undefined);
  let fetched = 0;
  for (const { first: from, count, range } of asked.parts) {
    const contents = asked.formulas ? undefined : (range.formulas as unknown[][]);
    const flags = flagsOf(blocks.formulas, {
      row: rowIndex + from,
      column: columnIndex,
      rows: Math.min(count, seen - from),
      columns,
    });
    (range.values as unknown[][]).forEach((row, at) => {
      const to = from + at;
      if (to >= seen) return;
      fetched += 1;
      const shown = (range.numberFormat as unknown[][])[at]?.map(String) ?? [];
      formats[to] = shown;
      values[to] = row.map((cell, across) => {
        const value = cellOf(cell);
        return date1904 && typeof value === "number" && isDateFormat(shown[across] ?? "")
          ? value + SINCE_1904
          : value;
      });
      formulas[to] = contents
        ? row.map((value, across) => isFormula(contents[at]?.[across], value))
        : flags[at];
    });
  }
  // A merged area on the edge of two bands is named in both.
  const merged = new Map(
    blocks.merges.map((area) => [`${area.row},${area.column},${area.rows},${area.columns}`, area]),
  );
  const { rows: hiddenRows, columns: hiddenColumns } = hidden(blocks.visible, used);
  const grid: SheetGrid = {
    name: asked.name,
    top: rowIndex,
    left: columnIndex,
    values,
    formats,
    formulas,
    merges: [...merged.values()],
    hiddenRows: hiddenRows.filter((row) => row < rowIndex + seen),
    hiddenColumns,
    tables,
  };
  return {
    grid,
    sheetId: asked.id,
    isActive: asked.id === activeId,
    isProtected: asked.protection.protected,
    sampled: !blank && fetched < rowCount,
    usedRows: blank ? 0 : rowCount,
    usedColumns: blank ? 0 : columnCount,
    ...(asked.id === activeId && selected && { selected }),
  };
}

/**
 * Sheets as plain data for the reader: the active one, those of these names, or every visible one (then its first rows only).
 * Two syncs; where Excel refuses part of the question, one more with a plainer one.
 */
export function lookAtSheets(which: "active" | readonly string[] | "all"): Promise<SheetLook[]> {
  return runExcel("read", async (context) => {
    const { workbook } = context;
    const known = session();
    const all = workbook.worksheets;
    all.load("items/id,items/name,items/visibility");
    const selection = workbook.getSelectedRanges();
    selection.load("address");
    const active = sheetOfRange(selection);
    active.load("id");
    const excelTables = workbook.tables;
    excelTables.load("items/name,items/showHeaders,items/showTotals");
    const millennium = known ? undefined : workbook.functions.date(2000, 1, 1);
    millennium?.load("value");
    const named =
      which === "all"
        ? []
        : (which === "active" ? [active] : which.map((name) => workbook.worksheets.getItem(name))).map(
            (sheet) => {
              sheet.load("id,name");
              const used = sheet.getUsedRange(true);
              used.load("rowCount,columnCount");
              return { sheet, used };
            },
          );
    try {
      await context.sync();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === "changedMeanwhile" && Array.isArray(which))
        throw new WorkbookProblem("sheetGone", { sheet: which.join(", ") });
      throw problem;
    }
    const date1904 = known?.date1904 ?? millennium?.value === MILLENNIUM_1904;

    const visible = all.items.filter(({ visibility }) => visibility === "Visible");
    const firstRows = visible.length > 20 ? FIRST_ROWS / 2 : FIRST_ROWS;
    const ask = (fullness: Fullness, cells: number): AskedSheet[] =>
      which === "all"
        ? visible.map((sheet) =>
            askSheet(workbook.worksheets.getItem(sheet.id), sheet, undefined, fullness, firstRows),
          )
        : named.map(({ sheet, used }) => {
            const columns = Math.min(used.columnCount, WIDEST);
            const atMost = Math.max(FEWEST_ROWS, Math.floor(cells / named.length / columns));
            const size = { columns: used.columnCount, parts: sampledRows(used.rowCount, atMost) };
            return askSheet(workbook.worksheets.getItem(sheet.id), sheet, size, fullness, firstRows);
          });
    const askTables = () =>
      excelTables.items.map((table) => {
        const item = workbook.tables.getItem(table.name);
        const sheet = sheetOfRange(item);
        sheet.load("id");
        const range = item.getRange();
        range.load("rowIndex,columnIndex,rowCount,columnCount");
        return { table, sheet, range };
      });

    type Asked = { readonly sheets: AskedSheet[]; readonly tables: ReturnType<typeof askTables> };
    const answer = async (cells: number, [fullness, ...plainer]: readonly Fullness[]): Promise<Asked> => {
      const asked = { sheets: ask(fullness ?? "noMerges", cells), tables: askTables() };
      try {
        await context.sync();
        return asked;
      } catch (error) {
        const { code } = problemOf(error);
        const refused = code === "host" || code === "tooLarge" || code === "protectedSheet";
        if (!refused || plainer.length === 0) throw error;
        return answer(cells / 3, plainer);
      }
    };
    const { sheets: asked, tables } = await answer(CELLS, ["everything", "cellByCell", "noMerges"]);
    const [selected] = areasOf(selection.address);
    const blocks = await readBlocks(context, asked);
    return asked.map((sheet, index) =>
      lookOf(
        sheet,
        blocks[index] ?? { formulas: [], visible: [], merges: [] },
        tables
          .filter((one) => one.sheet.id === sheet.id)
          .map(({ table, range }) => ({
            name: table.name,
            area: {
              row: range.rowIndex,
              column: range.columnIndex,
              rows: range.rowCount,
              columns: range.columnCount,
            },
            headings: table.showHeaders,
            totals: table.showTotals,
          })),
        date1904,
        active.id,
        selected,
      ),
    );
  });
}
