import type { Lang, RegisterId } from "../registers/register";
import { keptHeadings } from "../registers/sheet/keptColumns";
import type { KeptAdditions, RowRun } from "../registers/sheet/keptAdditions";
import type { KeptReading } from "../registers/sheet/keptRows";
import type { KeptSheet } from "../registers/sheet/keptSheet";
import type { Area, SheetGrid } from "../registers/sheet/sheetGrid";
import type { Receipt } from "./book";
import { WorkbookProblem } from "./book";
import { anchorFormula } from "./anchorFormula";
import { cellAddress } from "./cellAddress";
import { layOutNeeded, type NeededNames } from "./neededNames";
import { problemOf } from "./runExcel";
import { remember, type Session } from "./session";
import type { StoredMapping } from "./storedMapping";
import { MAPPING_KEY, mappingText } from "./storedMapping";
import { clearPlaces, type MadePlace } from "./takeOutAdditions";
import { writeFrame, writeRunFormulas, type AskedLooks } from "./writeAdditions";

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

/** Additions to one sheet, ready to be written. */
export interface SheetPlan {
  readonly sheet: Excel.Worksheet;
  /** The Excel table that it is, if it is one. */
  readonly table: string | undefined;
  readonly heading: AskedLooks | undefined;
  readonly body: AskedLooks | undefined;
  /** The sheet's columns at the right of the table, their width and whether they are hidden. */
  readonly beside: readonly Excel.Range[];
  readonly reading: KeptReading;
  readonly additions: KeptAdditions;
  /** What is kept from now on, and what was kept of the sheet before. */
  readonly kept: KeptSheet;
  readonly before: KeptSheet | undefined;
  /** What the anchor covers, with the new columns. */
  readonly area: Area;
}

/** Ask how wide so many of a sheet's columns are, and whether they are hidden. */
export const askBeside = (sheet: Excel.Worksheet, first: number, count: number): Excel.Range[] =>
  Array.from({ length: count }, (_, index) => {
    const column = sheet.getRangeByIndexes(0, first + index, 1, 1);
    column.load("columnHidden");
    column.format.load("columnWidth");
    return column;
  });

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
function stepsOf({ sheet, table, heading, body, additions, reading }: SheetPlan): Step[] {
  const { columns, runs } = additions;
  const frame: Step = {
    write: (lang) => {
      if (table !== undefined) {
        const owner = sheet.tables.getItem(table);
        for (const { heading } of columns) owner.columns.add(undefined, undefined, heading);
      }
      writeFrame(sheet, reading.kept.register, additions, reading.headingRows, { heading, body }, lang);
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

export interface Work {
  readonly plans: readonly SheetPlan[];
  readonly known: Session | undefined;
  /** What was kept in the workbook before, and what is kept of it from now on; the plans' own sheets come to it. */
  readonly mapping: StoredMapping | undefined;
  readonly next: StoredMapping;
  readonly lang: Lang;
  readonly onStep?: ((done: number, total: number) => void) | undefined;
  /** Throws where the user has cancelled. */
  readonly goOn: () => void;
}

/** Write what was planned, so many formulas at once, or leave nothing of it behind. Names and sheets of the workbook are loaded. */
export async function carryOut(
  context: Excel.RequestContext,
  { plans, known, mapping, next, lang, onStep, goOn }: Work,
): Promise<Receipt> {
  const { workbook } = context;
  const { names: named, worksheets } = workbook;
  const formulas = plans.flatMap(({ additions: { columns, pairs } }) => [...columns, ...pairs]);
  const places = plans.flatMap(({ sheet, table, beside, additions, reading, area }) =>
    placesOfAdditions(additions, area).map((place, index): MadePlace => {
      const heading = additions.columns[index]?.heading;
      return {
        sheet,
        place,
        ...(table !== undefined && heading !== undefined && { table, heading }),
        columns: widthsOf(beside, place, reading.area),
      };
    }),
  );
  let needed: NeededNames = { sheets: [], names: [] };
  try {
    needed = layOutNeeded(
      workbook,
      formulas.map(({ field }) => ({ field, heading: "" })),
      worksheets.items,
      named.items,
      lang,
    );
    const total = plans.reduce(
      (sum, { additions: { columns, runs } }) =>
        sum + (columns.length > 0 ? runs.reduce((rows, run) => rows + run.rows, 0) : 0),
      0,
    );
    const steps = plans.flatMap(stepsOf);
    const writeFrom = async (step: number, done: number, queued: number): Promise<void> => {
      const one = steps[step];
      if (!one) return;
      if (queued > 0 && queued + one.cells > CELLS_AT_ONCE) {
        await context.sync();
        onStep?.(done, total);
        goOn();
        await writeFrom(step, done, 0);
        return;
      }
      one.write(lang);
      await writeFrom(step + 1, done + one.rows, queued + one.cells);
    };
    await writeFrom(0, 0, 0);
    for (const { sheet, area, kept, before } of plans) {
      if (before && named.items.some(({ name }) => name === before.anchor)) {
        named.getItem(before.anchor).formula = anchorFormula(sheet.name, area);
      } else {
        named.add(kept.anchor, sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns));
      }
    }
    // Last of all: where it is written, all is.
    const stored: StoredMapping = {
      ...next,
      sheets: [
        ...(next.sheets ?? []).filter((kept) => !plans.some(({ before }) => before === kept)),
        ...plans.map(({ kept }) => kept),
      ],
      sheetsSeen: worksheets.items.map(({ name }) => name),
    };
    workbook.settings.add(MAPPING_KEY, mappingText(stored));
    await context.sync();
    onStep?.(total, total);
    const moved = new Set<RegisterId>(plans.map(({ kept: { register } }) => register));
    remember({
      ...(known ?? { date1904: false, sheets: new Set() }),
      tables: Object.fromEntries(
        Object.entries(known?.tables ?? {}).filter(([id]) => !moved.has(id as RegisterId)),
      ),
      mapping: stored,
      lang: stored.lang,
    });
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code === "offline" || problem.code === "cellEditing") throw problem;
    const anchors = plans.flatMap(({ kept, before }) => (before ? [] : [kept.anchor]));
    try {
      await clearPlaces(context, places, anchors, needed);
    } catch {
      throw new WorkbookProblem("halfDone", { address: plans.map(({ sheet }) => sheet.name).join(", ") });
    }
    throw problem;
  }
  const revert: AdoptedSheets = {
    kind: "sheetsAdopted",
    sheets: plans.map(({ table, beside, additions, reading, area, kept, before }) => ({
      anchor: kept.anchor,
      register: kept.register,
      before,
      added: [...additions.columns, ...additions.pairs].map(({ field }) => field.id),
      ...(table !== undefined && { table }),
      columns: placesOfAdditions(additions, area).flatMap((place) => widthsOf(beside, place, reading.area)),
    })),
    needed,
    first: mapping === undefined,
  };
  return {
    code: "sheetsAdopted",
    params: {
      sheets: plans.map(({ sheet }) => sheet.name).join(", "),
      count: plans.length,
      columns: formulas.length,
    },
    address: plans
      .map(({ sheet, area }) => cellAddress(sheet.name, area.row, area.column, area.rows, area.columns))
      .join(", "),
    revert,
  };
}
