import type { Lang, RegisterId } from "../registers/register";
import { registers } from "../registers/registers";
import type { OtherRegister } from "../registers/otherRegister";
import { keptAdditions, type KeptAdditions, type RowRun } from "../registers/sheet/keptAdditions";
import { keptHeadings } from "../registers/sheet/keptColumns";
import { keptRanges } from "../registers/sheet/keptPlaces";
import { keptRows, type KeptReading } from "../registers/sheet/keptRows";
import type { KeptSheet } from "../registers/sheet/keptSheet";
import { anchorArea, keptSheetOf } from "../registers/sheet/keptSheetOf";
import type { Area, SheetGrid } from "../registers/sheet/sheetGrid";
import type { ReadingAnswers, SheetReading } from "../registers/sheet/sheetReading";
import type { Receipt } from "./book";
import { WorkbookProblem } from "./book";
import { cellAddress } from "./cellAddress";
import { askGrid, readGrid, type AskedGrid } from "./keptSheets";
import { freeAnchorName } from "./names";
import { layOutNeeded, type NeededNames } from "./neededNames";
import { problemOf, runExcel } from "./runExcel";
import { remember, session, tableNames } from "./session";
import type { StoredMapping } from "./storedMapping";
import { MAPPING_KEY, mappingText, readMapping } from "./storedMapping";
import { clearPlaces, type MadePlace } from "./takeOutAdditions";
import { askLooks, writeFrame, writeRunFormulas, type AskedLooks } from "./writeAdditions";

/** A sheet to work in from now on, as its user has agreed to it. */
export interface AdoptSheet {
  /** Its name. */
  readonly sheet: string;
  /** One with these answers. */
  readonly reading: SheetReading;
  readonly answers: ReadingAnswers;
  readonly register: RegisterId;
  /** Fields to add columns for. */
  readonly addFields: readonly string[];
}

export interface AdoptProgress {
  /** Rows of formulas that are written, of so many. */
  readonly onStep?: (done: number, total: number) => void;
  /** Nothing is left behind of what was cancelled. */
  readonly signal?: AbortSignal;
}

/** A column of the sheet before it was used. */
export interface ColumnBefore {
  readonly width: number;
  readonly hidden: boolean;
}

/** What was added to a sheet. */
export interface AddedToSheet {
  readonly anchor: string;
  readonly register: RegisterId;
  /** What was kept of this sheet before. */
  readonly before: KeptSheet | undefined;
  /** Field ids. */
  readonly added: readonly string[];
  /** The Excel table that got columns. */
  readonly table?: string;
  /** The sheet's columns before they were used, in the order of `added`; two for each label with its value. */
  readonly columns: readonly ColumnBefore[];
}

/** What undo needs. */
export interface AdoptedSheets {
  readonly kind: "sheetsAdopted";
  readonly sheets: readonly AddedToSheet[];
  /** What the new formulas look at, made along with them. */
  readonly needed: NeededNames;
  /** Nothing at all was kept before. */
  readonly first: boolean;
}

/** So many formulas are written at once; between two such writes the user may cancel. */
const CELLS_AT_ONCE = 6000;

interface Asked {
  readonly wanted: AdoptSheet;
  readonly sheet: Excel.Worksheet;
  readonly grid: AskedGrid;
  readonly heading: AskedLooks | undefined;
  readonly body: AskedLooks | undefined;
  /** The sheet's columns at the right of the table. */
  readonly beside: readonly Excel.Range[];
  /** Merged cells where additions would go. */
  readonly merged: Excel.RangeAreas | undefined;
}

interface Plan {
  readonly asked: Asked;
  readonly reading: KeptReading;
  readonly additions: KeptAdditions;
  readonly kept: KeptSheet;
  readonly before: KeptSheet | undefined;
  /** What the anchor covers, with the new columns. */
  readonly area: Area;
}

function ask(workbook: Excel.Workbook, wanted: AdoptSheet): Asked {
  const { table } = wanted.reading;
  if (!table) throw new WorkbookProblem("noTable");
  const sheet = workbook.worksheets.getItem(wanted.sheet);
  const { headingRows, firstRow, lastColumn } = table;
  const headingRow = headingRows.at(-1);
  const at = (row: number, column: number): Excel.Range => sheet.getRangeByIndexes(row, column, 1, 1);
  // A label and its value need two columns after a gap.
  const count = wanted.reading.layout === "milestones" ? 3 : wanted.addFields.length;
  const beside = Array.from({ length: count }, (_, index) => {
    const column = at(0, lastColumn + 1 + index);
    column.load("columnHidden");
    column.format.load("columnWidth");
    return column;
  });
  const area = anchorArea(table);
  const headings = sheet.getRangeByIndexes(area.row, area.column, firstRow - area.row + 1, area.columns);
  const merged =
    count === 0
      ? undefined
      : sheet.getRangeByIndexes(area.row, lastColumn + 1, area.rows, count).getMergedAreasOrNullObject();
  merged?.load("address");
  return {
    wanted,
    sheet,
    grid: askGrid(sheet, headings),
    merged,
    heading: headingRow === undefined ? undefined : askLooks(at(headingRow, lastColumn)),
    body: askLooks(at(firstRow, lastColumn)),
    beside,
  };
}

/** Places that the additions take: of columns from the first heading row to the last row, of pairs their two cells. */
export function placesOfAdditions({ columns, pairs }: KeptAdditions, area: Area): Area[] {
  return [
    ...columns.map(({ column }) => ({ row: area.row, column, rows: area.rows, columns: 1 })),
    ...pairs.map(({ row, column }) => ({ row, column, rows: 1, columns: 2 })),
  ];
}

/** How wide the sheet's columns of a place are, before anything is written there. */
const widthsOf = (beside: readonly Excel.Range[], place: Area, table: Area): ColumnBefore[] =>
  Array.from({ length: place.columns }, (_, index) => {
    const column = beside[place.column + index - table.column - table.columns];
    return { width: column?.format.columnWidth ?? 0, hidden: column?.columnHidden ?? false };
  });

/** Refuses where something stands, or cells are merged, where the additions go. */
export function needRoom(
  additions: KeptAdditions,
  grid: SheetGrid,
  area: Area,
  merged: Excel.RangeAreas | undefined,
): void {
  for (const place of placesOfAdditions(additions, area)) {
    const filled = grid.values.some((row, index) => {
      const at = grid.top + index;
      if (!row || at < place.row || at >= place.row + place.rows) return false;
      const from = place.column - grid.left;
      return row.slice(Math.max(0, from), Math.max(0, from + place.columns)).some((value) => value !== "");
    });
    if (filled || (merged && !merged.isNullObject)) {
      const { row, column, rows, columns } = place;
      throw new WorkbookProblem("noRoom", { address: cellAddress(grid.name, row, column, rows, columns) });
    }
  }
}

/** The kept sheet with what was added to it. */
export function keptWith(
  kept: KeptSheet,
  reading: KeptReading,
  additions: KeptAdditions,
  grid: SheetGrid,
): KeptSheet {
  const { columns, pairs, headingRow } = additions;
  const { area, headingRows } = reading;
  if (columns.length === 0 && pairs.length === 0) return kept;
  const lastColumn = area.column + area.columns - 1 + columns.length;
  const values = grid.values.map((row, index) => {
    if (!row || grid.top + index !== headingRow) return row;
    const written = [...row];
    for (const { column, heading } of columns) {
      while (written.length < column - grid.left) written.push("");
      written[column - grid.left] = heading;
    }
    return written;
  });
  const headings = keptHeadings({ ...grid, values }, headingRows, area.column, lastColumn);
  return {
    ...kept,
    headings: [...kept.headings, ...headings.slice(area.columns)],
    columns: [
      ...kept.columns,
      ...columns.map(({ field, column, formula }) => {
        const place = column - area.column;
        const heading = headings[place] ?? "";
        const same = headings.slice(0, place).filter((other) => other === heading).length;
        return {
          fieldId: field.id,
          heading,
          nth: headingRows.length === 0 ? place : same,
          ...(formula !== undefined && { added: true }),
        };
      }),
    ],
    labels: [
      ...kept.labels,
      ...pairs.map(({ field, label, row, column }) => ({
        fieldId: field.id,
        label,
        row: row - area.row,
        column: column + 1 - area.column,
        added: true,
      })),
    ],
  };
}

/** Columns that were added to this sheet before, and are there still, are added columns from now on too. */
function withEarlier(kept: KeptSheet, before: KeptSheet | undefined): KeptSheet {
  const has = new Set([...kept.columns, ...kept.labels].map(({ fieldId }) => fieldId));
  const columns = (before?.columns ?? []).filter(
    ({ added, fieldId, heading }) => added && !has.has(fieldId) && kept.headings.includes(heading),
  );
  const earlier = new Set(columns.map(({ heading }) => heading));
  return {
    ...kept,
    columns: [...kept.columns.filter(({ heading }) => !earlier.has(heading)), ...columns],
    labels: [
      ...kept.labels,
      ...(before?.labels ?? []).filter(({ added, fieldId }) => added && !has.has(fieldId)),
    ],
  };
}

/** Runs cut into parts of at most so many rows. */
function parts(runs: readonly RowRun[], most: number): RowRun[][] {
  const found: RowRun[][] = [];
  let left = 0;
  for (const run of runs) {
    for (let done = 0; done < run.rows;) {
      if (left === 0) {
        found.push([]);
        left = most;
      }
      const rows = Math.min(left, run.rows - done);
      found.at(-1)?.push({ row: run.row + done, rows });
      done += rows;
      left -= rows;
    }
  }
  return found;
}

/** Something to queue, with the rows of formulas that it writes, and how many formulas they are. */
interface Step {
  readonly write: (lang: Lang) => void;
  readonly rows: number;
  readonly cells: number;
}

/** The writing of a sheet in steps: frame first, then formulas so many at once. */
function stepsOf({ asked, additions, reading }: Plan): Step[] {
  const { columns, runs } = additions;
  const { sheet, wanted } = asked;
  const frame: Step = {
    write: (lang) => {
      const table = wanted.reading.table?.table;
      if (table !== undefined) {
        const owner = sheet.tables.getItem(table);
        for (const { heading } of columns) owner.columns.add(undefined, undefined, heading);
      }
      writeFrame(sheet, wanted.register, additions, reading.headingRows, asked, lang);
    },
    rows: 0,
    cells: 0,
  };
  if (columns.length === 0) return [frame];
  const most = Math.max(1, Math.floor(CELLS_AT_ONCE / columns.length));
  const formulas = parts(runs, most).map((part): Step => {
    const rows = part.reduce((sum, run) => sum + run.rows, 0);
    return {
      write: () => {
        writeRunFormulas(sheet, columns, runs[0]?.row ?? 0, part);
      },
      rows,
      cells: rows * columns.length,
    };
  });
  return [frame, ...formulas];
}

/**
 * Work in these sheets from now on, as they are. Nothing on them changes but what is added: columns of the ticked fields at the
 * right of the table, on its data rows; one defined name for each sheet tells where its table is. All of the sheets or none.
 */
export function adoptSheets(
  sheets: readonly AdoptSheet[],
  lang: Lang,
  { onStep, signal }: AdoptProgress = {},
): Promise<Receipt> {
  const goOn = (): void => {
    if (signal?.aborted) throw new WorkbookProblem("cancelled");
  };
  return runExcel("write", async (context) => {
    goOn();
    const { workbook } = context;
    const { tables, names: named, worksheets } = workbook;
    const setting = workbook.settings.getItemOrNullObject(MAPPING_KEY);
    setting.load("value");
    tables.load("items/name");
    named.load("items/name");
    worksheets.load("items/name");
    const known = session();
    // Formulas of orders look at the inspections: of one sheet these come first.
    const asked = [...sheets]
      .sort((a, b) => Number(a.register === "orders") - Number(b.register === "orders"))
      .map((wanted) => ask(workbook, wanted));
    const mine = new Set(sheets.map(({ register }) => register));
    const bodies = [...mine].flatMap((register) => {
      const table = known?.tables[register];
      const heading = table?.columns[registers[register].key[0] ?? ""];
      if (!table || heading === undefined) return [];
      const body = workbook.tables
        .getItemOrNullObject(table.name)
        .columns.getItemOrNullObject(heading)
        .getDataBodyRange();
      body.load("values");
      return [{ register, name: table.name, body }];
    });
    await context.sync();
    goOn();

    for (const { register, name, body } of bodies) {
      if ((body.values as unknown[][]).some(([value]) => value !== "")) {
        throw new WorkbookProblem("sheetsAndTable", { register, table: name });
      }
    }
    const mapping = setting.isNullObject ? undefined : readMapping(setting.value);
    const keptBefore = mapping?.sheets ?? [];
    const taken = [...tables.items, ...named.items].map(({ name }) => name);
    const inSheets = (register: RegisterId): boolean =>
      mine.has(register) || keptBefore.some((kept) => kept.register === register);
    const others: Partial<Record<RegisterId, OtherRegister>> = Object.fromEntries(
      Object.entries(tableNames(known?.tables ?? {})).filter(([id]) => !inSheets(id as RegisterId)),
    );
    for (const reading of known?.kept ?? []) {
      const { register } = reading.kept;
      const alone = keptBefore.filter((kept) => kept.register === register).length === 1;
      if (alone && !mine.has(register)) others[register] = keptRanges(reading);
    }

    const plans: Plan[] = [];
    for (const one of asked) {
      const { wanted, sheet } = one;
      const { table } = wanted.reading;
      if (!table) throw new WorkbookProblem("noTable");
      if (one.grid.protection.protected) throw new WorkbookProblem("protectedSheet", { sheet: sheet.name });
      const grid = await readGrid(context, one.grid);
      const before = keptBefore.find(
        (kept) => kept.sheet === wanted.sheet && kept.register === wanted.register,
      );
      const anchor = before?.anchor ?? freeAnchorName(registers[wanted.register].tableName, taken);
      taken.push(anchor);
      const base = withEarlier(keptSheetOf(wanted.reading, wanted.answers, wanted.register, anchor), before);
      const reading = keptRows(base, {
        grid,
        anchor: anchorArea(table),
        lang,
        date1904: known?.date1904 ?? false,
      });
      if (!reading.found || reading.changes.length > 0) {
        throw new WorkbookProblem("changedMeanwhile", { what: sheet.name });
      }
      const additions = keptAdditions(reading, wanted.addFields, others, lang);
      const { area } = reading;
      const last = reading.rows.reduce((most, { row }) => Math.max(most, row), area.row + area.rows - 1);
      const tall = { ...area, rows: last - area.row + 1 };
      needRoom(additions, grid, tall, one.merged);
      const kept = keptWith(base, reading, additions, grid);
      plans.push({
        asked: one,
        reading,
        additions,
        kept,
        before,
        area: { ...tall, columns: tall.columns + additions.columns.length },
      });
      const alone = sheets.filter(({ register }) => register === wanted.register).length === 1;
      const more = keptBefore.some((one) => one.register === wanted.register && one !== before);
      if (alone && !more) {
        const ranges = keptRanges(reading);
        const added = additions.columns.map(({ field, column }) => [field.id, column] as const);
        others[wanted.register] = {
          ...ranges,
          columns: { ...ranges.columns, ...Object.fromEntries(added) },
        };
      }
    }

    const formulas = plans.flatMap(({ additions: { columns, pairs } }) => [...columns, ...pairs]);
    const places = plans.flatMap(({ asked: { sheet, beside, wanted }, additions, reading, area }) => {
      const table = wanted.reading.table?.table;
      return placesOfAdditions(additions, area).map((place, index): MadePlace => {
        const heading = additions.columns[index]?.heading;
        return {
          sheet,
          place,
          ...(table !== undefined && heading !== undefined && { table, heading }),
          columns: widthsOf(beside, place, reading.area),
        };
      });
    });
    const needed = layOutNeeded(
      workbook,
      formulas.map((one) => ({ field: one.field, heading: "" })),
      worksheets.items,
      named.items,
      lang,
    );
    try {
      const total = plans.reduce(
        (sum, { additions: { columns, runs } }) =>
          sum + (columns.length > 0 ? runs.reduce((rows, run) => rows + run.rows, 0) : 0),
        0,
      );
      const steps = plans.flatMap(stepsOf);
      const writeFrom = async (step: number, done: number, queued: number): Promise<void> => {
        const next = steps[step];
        if (!next) return;
        if (queued > 0 && queued + next.cells > CELLS_AT_ONCE) {
          await context.sync();
          onStep?.(done, total);
          goOn();
          await writeFrom(step, done, 0);
          return;
        }
        next.write(lang);
        await writeFrom(step + 1, done + next.rows, queued + next.cells);
      };
      await writeFrom(0, 0, 0);
      for (const {
        asked: { sheet },
        area,
        kept,
        before,
      } of plans) {
        const cells = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
        if (before && named.items.some(({ name }) => name === before.anchor)) {
          named.getItem(before.anchor).delete();
        }
        named.add(kept.anchor, cells);
      }
      const next: StoredMapping = {
        ...mapping,
        version: 1,
        lang: mapping?.lang ?? known?.lang ?? lang,
        tables: Object.fromEntries(
          Object.entries({ ...known?.tables, ...mapping?.tables }).filter(
            ([id]) => !mine.has(id as RegisterId),
          ),
        ),
        sheets: [
          ...keptBefore.filter((kept) => !plans.some(({ before }) => before === kept)),
          ...plans.map(({ kept }) => kept),
        ],
        sheetsSeen: worksheets.items.map(({ name }) => name),
      };
      workbook.settings.add(MAPPING_KEY, mappingText(next));
      await context.sync();
      onStep?.(total, total);
      remember({
        tables: Object.fromEntries(
          Object.entries(known?.tables ?? {}).filter(([id]) => !mine.has(id as RegisterId)),
        ),
        ...(known?.kept && { kept: known.kept }),
        mapping: next,
        lang: next.lang,
        date1904: known?.date1904 ?? false,
        sheets: known?.sheets ?? new Set(),
      });
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === "offline" || problem.code === "cellEditing") throw problem;
      const anchors = plans.flatMap(({ kept, before }) => (before ? [] : [kept.anchor]));
      try {
        // What is kept was to be written last of all, so it has not been.
        await clearPlaces(context, places, anchors, needed);
      } catch {
        throw new WorkbookProblem("halfDone", {
          address: plans.map(({ asked: { sheet } }) => sheet.name).join(", "),
        });
      }
      throw problem;
    }
    const revert: AdoptedSheets = {
      kind: "sheetsAdopted",
      sheets: plans.map(({ asked: one, additions, reading, area, kept, before }) => ({
        anchor: kept.anchor,
        register: kept.register,
        before,
        added: [...additions.columns, ...additions.pairs].map(({ field }) => field.id),
        ...(one.wanted.reading.table?.table !== undefined && { table: one.wanted.reading.table.table }),
        columns: placesOfAdditions(additions, area).flatMap((place) =>
          widthsOf(one.beside, place, reading.area),
        ),
      })),
      needed,
      first: mapping === undefined,
    };
    return {
      code: "sheetsAdopted",
      params: {
        sheets: plans.map(({ asked: { sheet } }) => sheet.name).join(", "),
        count: plans.length,
        columns: formulas.length,
      },
      address: plans
        .map(({ asked: { sheet }, area }) =>
          cellAddress(sheet.name, area.row, area.column, area.rows, area.columns),
        )
        .join(", "),
      revert,
    };
  });
}
