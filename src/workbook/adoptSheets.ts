import type { Lang, RegisterId } from "../registers/register";
import { registers } from "../registers/registers";
import { keptAdditions } from "../registers/sheet/keptAdditions";
import { keptRanges } from "../registers/sheet/keptPlaces";
import { keptRows } from "../registers/sheet/keptRows";
import type { KeptSheet } from "../registers/sheet/keptSheet";
import { anchorArea, keptSheetOf } from "../registers/sheet/keptSheetOf";
import type { ReadingAnswers, SheetReading } from "../registers/sheet/sheetReading";
import type { Receipt } from "./book";
import { WorkbookProblem } from "./book";
import { askBeside, carryOut, keptWith, needRoom, type AdoptProgress, type SheetPlan } from "./carryOut";
import { askGrid, readGrid, type AskedGrid } from "./keptSheets";
import { freeAnchorName } from "./names";
import { registersSeen } from "./registersSeen";
import { runExcel } from "./runExcel";
import { session } from "./session";
import type { StoredMapping } from "./storedMapping";
import { MAPPING_KEY, readMapping } from "./storedMapping";
import { askLooks, type AskedLooks } from "./writeAdditions";

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

function ask(workbook: Excel.Workbook, wanted: AdoptSheet): Asked {
  const { table } = wanted.reading;
  if (!table) throw new WorkbookProblem("noTable");
  const sheet = workbook.worksheets.getItem(wanted.sheet);
  const { headingRows, firstRow, lastColumn } = table;
  const headingRow = headingRows.at(-1);
  const at = (row: number, column: number): Excel.Range => sheet.getRangeByIndexes(row, column, 1, 1);
  // A label and its value need two columns after a gap.
  const count = wanted.reading.layout === "milestones" ? 3 : wanted.addFields.length;
  const beside = askBeside(sheet, lastColumn + 1, count);
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
    const others = registersSeen(known, mine);
    const plans: SheetPlan[] = [];
    for (const one of asked) {
      const { wanted, sheet } = one;
      const { table } = wanted.reading;
      if (!table) throw new WorkbookProblem("noTable");
      if (one.grid.protection.protected) throw new WorkbookProblem("protectedSheet", { sheet: sheet.name });
      const grid = await readGrid(context, one.grid);
      const today = known?.kept?.find((reading) => reading.sheet === wanted.sheet);
      const before = keptBefore.find(
        (kept) =>
          kept.register === wanted.register &&
          (today ? kept.anchor === today.kept.anchor : kept.sheet === wanted.sheet),
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
        sheet,
        table: table.table,
        heading: one.heading,
        body: one.body,
        beside: one.beside,
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

    const next: StoredMapping = {
      ...mapping,
      version: 1,
      lang: mapping?.lang ?? known?.lang ?? lang,
      tables: Object.fromEntries(
        Object.entries({ ...known?.tables, ...mapping?.tables }).filter(
          ([id]) => !mine.has(id as RegisterId),
        ),
      ),
    };
    return carryOut(context, { plans, known, mapping, next, lang, onStep, goOn });
  });
}
