import type { CellValue, Lang, RegisterId } from "../registers/register";
import { registers } from "../registers/registers";
import { numberedKeys, rowKey } from "../registers/rowKey";
import type { KeptReading, KeptRow } from "../registers/sheet/keptRows";
import type { KeptSheet } from "../registers/sheet/keptSheet";
import type { Area, SheetGrid } from "../registers/sheet/sheetGrid";
import { AREAS, readAreas } from "./areasOf";
import { isFormula } from "./cellContent";
import { readInChunks } from "./readInChunks";
import { session } from "./session";

/** The used part of a sheet as it was asked for; nothing is known before the next sync. */
export interface AskedGrid {
  readonly sheet: Excel.Worksheet;
  readonly protection: Excel.WorksheetProtection;
  readonly used: Excel.Range;
  /** Values were asked for in the same go. */
  readonly whole: boolean;
  /** Where formulas are; undefined where Excel would not say, and every cell's content was asked for instead. */
  readonly formulas: Excel.RangeAreas | undefined;
  readonly merges: Excel.RangeAreas | undefined;
}

/** How much to ask for: `blocks` of formulas are a short answer, `cells` is what every Excel can say. */
export interface Asking {
  readonly whole?: boolean;
  readonly formulas?: "blocks" | "cells";
}

/** Excel refuses blocks of formulas now and then (on some protected sheets); then it is not asked again. */
let formulasAsCells = false;

export const formulasAreAskedAsCells = (): boolean => formulasAsCells;
export function askFormulasAsCells(): void {
  formulasAsCells = true;
}

const worksheetOf = (range: Excel.Range): Excel.Worksheet => range.worksheet;
const protectionOf = (sheet: Excel.Worksheet): Excel.WorksheetProtection => sheet.protection;

/** Ask for a sheet's used part; merges are asked for in `headings` only, where they say what stands under what. */
export function askGrid(
  sheet: Excel.Worksheet,
  headings: Excel.Range | undefined,
  { whole = true, formulas = formulasAsCells ? "cells" : "blocks" }: Asking = {},
): AskedGrid {
  sheet.load("id,name");
  const protection = protectionOf(sheet);
  protection.load("protected");
  const used = sheet.getUsedRange(true);
  const place = "rowIndex,columnIndex,rowCount,columnCount";
  used.load(!whole ? place : formulas === "cells" ? `${place},values,formulas` : `${place},values`);
  const blocks = formulas === "blocks" ? used.getSpecialCellsOrNullObject("Formulas") : undefined;
  blocks?.load(AREAS);
  const merges = headings?.getMergedAreasOrNullObject();
  merges?.load(AREAS);
  return { sheet, protection, used, whole, formulas: blocks, merges };
}

const cellOf = (value: unknown): CellValue =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : "";

/** Whether cells are formulas, row by row; rows without one are left out. */
export function flagsOf(areas: readonly Area[], { row, column, rows, columns }: Area): boolean[][] {
  const flags: boolean[][] = [];
  for (const area of areas) {
    const [from, to] = [Math.max(area.row, row), Math.min(area.row + area.rows, row + rows)];
    const [left, right] = [
      Math.max(area.column, column),
      Math.min(area.column + area.columns, column + columns),
    ];
    for (let at = from; at < to; at += 1) {
      const line = (flags[at - row] ??= new Array<boolean>(columns).fill(false));
      line.fill(true, left - column, right - column);
    }
  }
  return flags;
}

/** So many cells may be too many for one answer. */
const LARGE_CELLS = 200_000;

/** One cell typed by mistake in the last row of a sheet must not make a million rows of it. */
const MOST_CELLS = 1_000_000;
const ROWS_BELOW = 3000;
const COLUMNS_BESIDE = 50;

/** The used part; of one that is too large what lies above a table, and some way below and beside it. */
function near(used: Area, table: Area | undefined): Area {
  if (!table || used.rows * used.columns <= MOST_CELLS) return used;
  const bottom = Math.min(used.row + used.rows, table.row + table.rows + ROWS_BELOW);
  const right = Math.min(used.column + used.columns, table.column + table.columns + COLUMNS_BESIDE);
  return { row: used.row, column: used.column, rows: bottom - used.row, columns: right - used.column };
}

/**
 * The grid after the sync: without formats, which reading again does without. Too large an answer is asked for in chunks, and
 * of a used part that is beyond reason only what lies near `table`.
 */
export async function readGrid(
  context: Excel.RequestContext,
  asked: AskedGrid,
  table?: Area,
): Promise<SheetGrid> {
  const { sheet, used, formulas, merges } = asked;
  const whole = {
    row: used.rowIndex,
    column: used.columnIndex,
    rows: used.rowCount,
    columns: used.columnCount,
  };
  // Excel answers null in place of too many values.
  const said = asked.whole ? (used.values as unknown[][] | null) : null;
  const area = said ? whole : near(whole, table);
  const values = (said ??
    (await readInChunks(
      context,
      sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns),
    ))) as CellValue[][];
  const [blocks = [], merged = []] = await readAreas(context, [formulas, merges]);
  const flags = formulas
    ? flagsOf(blocks, area)
    : said
      ? (used.formulas as unknown[][]).map((row, at) =>
          row.map((formula, across) => isFormula(formula, values[at]?.[across])),
        )
      : [];
  return {
    name: sheet.name,
    top: area.row,
    left: area.column,
    values: values.map((row) => row.map(cellOf)),
    formats: [],
    formulas: flags,
    merges: merged,
    hiddenRows: [],
    hiddenColumns: [],
    tables: [],
  };
}

export interface AskedKept {
  readonly kept: KeptSheet;
  /** Can be used before the sync, for more to be asked about it. */
  readonly anchor: Excel.Range;
  readonly grid: AskedGrid;
}

/** A kept sheet as it was read. */
export interface KeptNow {
  readonly reading: KeptReading;
  readonly grid: SheetGrid;
  readonly sheet: Excel.Worksheet;
  readonly sheetId: string;
  readonly anchor: Excel.Range;
  readonly isProtected: boolean;
  /** Its used part was too large for one answer. */
  readonly isLarge: boolean;
}

/** Headings that people put a row into are looked at with as many rows more. */
const ROWS_MORE = 3;

/** Ask for kept sheets whole: rows typed below the anchor are rows too. The anchors must be there. */
export function askKept(
  workbook: Excel.Workbook,
  kept: readonly KeptSheet[],
  asking: Asking = {},
): AskedKept[] {
  return kept.map((one) => {
    const anchor = workbook.names.getItem(one.anchor).getRange();
    anchor.load("rowIndex,columnIndex,rowCount,columnCount");
    const depth = Math.max(0, ...one.headingRows) + ROWS_MORE;
    const headings = anchor.getRow(0).getResizedRange(depth, 0);
    const whole = asking.whole !== false && !session()?.large?.has(one.anchor);
    return { kept: one, anchor, grid: askGrid(worksheetOf(anchor), headings, { ...asking, whole }) };
  });
}

/** What the kept sheets say, after the sync. */
export async function readKept(
  context: Excel.RequestContext,
  asked: readonly AskedKept[],
  how: { readonly lang: Lang; readonly date1904: boolean } = {
    lang: session()?.lang ?? "en",
    date1904: session()?.date1904 ?? false,
  },
): Promise<KeptNow[]> {
  if (asked.length === 0) return [];
  // With the words of recognition in it, and not needed by those who keep tables.
  const { keptRows } = await import("../registers/sheet/keptRows");
  const now: KeptNow[] = [];
  for (const { kept, anchor, grid: askedGrid } of asked) {
    const area = {
      row: anchor.rowIndex,
      column: anchor.columnIndex,
      rows: anchor.rowCount,
      columns: anchor.columnCount,
    };
    const grid = await readGrid(context, askedGrid, area);
    const { used, whole } = askedGrid;
    const inOne = whole && (used.values as unknown) !== null;
    now.push({
      reading: keptRows(kept, { grid, anchor: area, ...how }),
      grid,
      sheet: askedGrid.sheet,
      sheetId: askedGrid.sheet.id,
      anchor,
      isProtected: askedGrid.protection.protected,
      isLarge: !inOne && used.rowCount * used.columnCount > LARGE_CELLS,
    });
  }
  return now;
}

/** A row of a register that lives in kept sheets. */
export interface KeyedRow {
  readonly key: string;
  readonly reading: KeptReading;
  readonly row: KeptRow;
}

/** What names a row whose own number is not written down: many lists of inspections have none. */
const UNNUMBERED: Partial<Record<RegisterId, readonly string[]>> = {
  inspections: ["po", "style", "date", "type"],
};

/** The name of a row; undefined where nothing says which it is. */
export function nameOf(id: RegisterId, { fields }: KeptRow): string | undefined {
  const register = registers[id];
  const instead = UNNUMBERED[id];
  return rowKey(register, fields) ?? (instead && rowKey({ ...register, key: instead }, fields));
}

/** The rows of a register over all its sheets, as one list with one numbering of equal names. */
export function keyedRows(register: RegisterId, readings: readonly KeptReading[]): KeyedRow[] {
  const all = readings
    .filter(({ kept }) => kept.register === register)
    .flatMap((reading) => reading.rows.map((row) => ({ reading, row })));
  const keys = numberedKeys(all.map(({ row }) => nameOf(register, row)));
  return all.flatMap((one, index) => {
    const key = keys[index];
    return key === undefined ? [] : [{ key, ...one }];
  });
}
