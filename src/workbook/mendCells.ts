import type { CellValue } from "../registers/register";
import type { CellMend, SettledColumn } from "../registers/sheet/cellMends";
import { formatOfReadTexts } from "../registers/sheet/dateTextFormat";
import type { DateRules } from "../registers/sheet/sheetReading";
import { isDateFormat } from "../registers/sheet/sheetGrid";
import type { Receipt } from "./book";
import { WorkbookProblem } from "./book";
import { againContent, DATE_FORMAT, isFormula, TEXT_FORMAT } from "./cellContent";
import { problemOf, runExcel } from "./runExcel";
import { fromCellDate, remember, session, toCellDate } from "./session";
import { MAPPING_KEY, mappingText, type StoredMapping } from "./storedMapping";

/** A cell as it was and as it was made. */
interface WrittenCell {
  readonly sheet: string;
  readonly address: string;
  /** What was written, as the cell has it. */
  readonly now: CellValue;
  readonly contentBefore: CellValue;
  readonly formatBefore: string;
}

/** A column with its rule about serials that may have day and month changed over. */
interface SettledRule {
  /** The kept sheet's. */
  readonly anchor: string;
  readonly fieldId: string;
  readonly swapped: DateRules["swapped"];
}

/** What undo needs. */
export interface MendedCells {
  readonly kind: "mendedCells";
  readonly cells: readonly WrittenCell[];
  readonly settled: readonly SettledRule[];
}

interface Place {
  readonly sheet: string;
  readonly letters: string;
  /** From 0. */
  readonly row: number;
}

function placeOf({ sheet, address }: { sheet: string; address: string }): Place {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)$/.exec(address);
  if (!match) throw new WorkbookProblem("changedMeanwhile", { what: address });
  return { sheet, letters: match[1] ?? "", row: Number(match[2]) - 1 };
}

interface AskedColumn {
  readonly letters: string;
  readonly sheet: Excel.Worksheet;
  readonly protection: Excel.WorksheetProtection;
  /** The filled part of the column. */
  readonly cells: Excel.Range;
}

const columnId = ({ sheet, letters }: Place): string => `${sheet}!${letters}`;

/** Ask for each column that has a cell among these, once. */
function askColumns(workbook: Excel.Workbook, places: readonly Place[]): ReadonlyMap<string, AskedColumn> {
  const asked = new Map<string, AskedColumn>();
  for (const place of places) {
    if (asked.has(columnId(place))) continue;
    const sheet = workbook.worksheets.getItem(place.sheet);
    const { protection } = sheet;
    protection.load("protected");
    const cells = sheet.getRange(`${place.letters}:${place.letters}`).getUsedRangeOrNullObject();
    cells.load("values,formulas,numberFormat,rowIndex");
    asked.set(columnId(place), { letters: place.letters, sheet, protection, cells });
  }
  return asked;
}

interface CellNow {
  readonly value: CellValue;
  readonly formula: CellValue;
  readonly format: string;
}

function cellOf({ cells }: AskedColumn, row: number): CellNow {
  if (cells.isNullObject) return { value: "", formula: "", format: "General" };
  const at = row - cells.rowIndex;
  return {
    value: (cells.values as CellValue[][])[at]?.[0] ?? "",
    formula: (cells.formulas as CellValue[][])[at]?.[0] ?? "",
    format: (cells.numberFormat as string[][])[at]?.[0] ?? "General",
  };
}

/** The date format that most cells of the column have, else one by which the mended dates look as they were typed. */
function usualDateFormat({ cells }: AskedColumn, mends: readonly CellMend[]): string {
  const counts = new Map<string, number>();
  if (!cells.isNullObject) {
    for (const [format = "General"] of cells.numberFormat as string[][]) {
      if (isDateFormat(format)) counts.set(format, (counts.get(format) ?? 0) + 1);
    }
  }
  const [usual] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const read = mends.flatMap(({ was, value }) => (value === "" ? [] : [{ text: was, day: value }]));
  return usual ?? formatOfReadTexts(read) ?? DATE_FORMAT;
}

interface CellWrite extends Place {
  readonly address: string;
  readonly content: CellValue;
  readonly format: string;
  readonly before: CellNow;
}

/** Cells one below the other are written at once. */
interface Run {
  readonly column: AskedColumn;
  readonly first: number;
  readonly cells: readonly CellWrite[];
}

function runsOf(writes: readonly CellWrite[], asked: ReadonlyMap<string, AskedColumn>): Run[] {
  const runs: { column: AskedColumn; first: number; cells: CellWrite[] }[] = [];
  for (const [id, column] of asked) {
    const own = writes.filter((write) => columnId(write) === id).sort((a, b) => a.row - b.row);
    for (const write of own) {
      const last = runs[runs.length - 1];
      if (last?.column === column && last.first + last.cells.length === write.row) last.cells.push(write);
      else runs.push({ column, first: write.row, cells: [write] });
    }
  }
  return runs;
}

const rangeOf = ({ column: { sheet, letters }, first, cells }: Run): Excel.Range =>
  sheet.getRange(`${letters}${first + 1}:${letters}${first + cells.length}`);

/** Put the contents in; before the first of them the same batch asks whether the cells still are what they were. */
async function writeRuns(
  context: Excel.RequestContext,
  runs: readonly Run[],
  rules: readonly SettledRule[],
): Promise<void> {
  const justBefore = runs.map((run) => {
    const range = rangeOf(run);
    range.load("formulas");
    return range;
  });
  for (const run of runs) {
    const range = rangeOf(run);
    if (run.cells.some(({ format, before }) => format !== before.format)) {
      range.numberFormat = run.cells.map(({ format }) => [format]);
    }
    range.formulas = run.cells.map(({ content }) => [content]);
  }
  const known = session();
  const mapping = known?.mapping && withRules(known.mapping, rules);
  if (mapping && rules.length > 0) context.workbook.settings.add(MAPPING_KEY, mappingText(mapping));
  try {
    await context.sync();
  } catch (error) {
    await putBack(context, runs, (write) => write.before.formula, problemOf(error));
  }
  const found = new Map(
    runs.flatMap((run, index) =>
      run.cells.map((write, at) => [
        write,
        (justBefore[index]?.formulas as CellValue[][] | undefined)?.[at]?.[0] ?? "",
      ]),
    ),
  );
  const changed = [...found].filter(([write, formula]) => formula !== write.before.formula);
  if (changed.length === 0) {
    if (known && mapping) remember({ ...known, mapping });
    return;
  }
  const problem = new WorkbookProblem("changedMeanwhile", { what: listOf(changed.map(([write]) => write)) });
  await putBack(context, runs, (write) => found.get(write) ?? "", problem);
}

/** After a failure half-way every cell gets back what it held. */
async function putBack(
  context: Excel.RequestContext,
  runs: readonly Run[],
  formulaOf: (write: CellWrite) => CellValue,
  problem: WorkbookProblem,
): Promise<never> {
  if (problem.code === "offline" || problem.code === "cellEditing") throw problem;
  for (const run of runs) {
    const range = rangeOf(run);
    range.numberFormat = run.cells.map(({ before }) => [before.format]);
    range.formulas = run.cells.map((write) => {
      const formula = formulaOf(write);
      return [againContent(formula, isFormula(formula, write.before.value), write.before.format)];
    });
  }
  const mapping = session()?.mapping;
  if (mapping) context.workbook.settings.add(MAPPING_KEY, mappingText(mapping));
  try {
    await context.sync();
  } catch {
    throw new WorkbookProblem("halfDone", { address: listOf(runs.flatMap(({ cells }) => cells)) });
  }
  throw problem;
}

/** As many addresses as are read: `Orders!F12, Orders!F15 …`. */
function listOf(cells: readonly { readonly sheet: string; readonly address: string }[]): string {
  const named = cells.slice(0, 5).map(({ sheet, address }) => `${sheet}!${address}`);
  return named.join(", ") + (cells.length > named.length ? " …" : "");
}

/** A text that was read may have lost the blanks around it. */
const isSame = (now: CellValue, was: CellValue): boolean =>
  now === was ||
  (typeof now === "number" && typeof was === "number" && fromCellDate(now) === was) ||
  (typeof now === "string" && typeof was === "string" && now.trim() === was.trim());

/** The mapping with other rules for serials that may have day and month changed over. */
function withRules(mapping: StoredMapping, rules: readonly SettledRule[]): StoredMapping {
  return {
    ...mapping,
    sheets: (mapping.sheets ?? []).map((kept) => ({
      ...kept,
      columns: kept.columns.map((column) => {
        const rule = rules.find(
          ({ anchor, fieldId }) => anchor === kept.anchor && fieldId === column.fieldId,
        );
        return rule && column.dates
          ? { ...column, dates: { ...column.dates, swapped: rule.swapped } }
          : column;
      }),
    })),
  };
}

/** The rules that these columns have today; those of sheets that nothing is kept of are left out. */
function rulesOf(settled: readonly SettledColumn[]): readonly SettledRule[] {
  const known = session();
  return settled.flatMap(({ register, sheet, fieldId }): SettledRule[] => {
    // By its name of today: the sheet may have been renamed since it was kept.
    const now = known?.kept?.find((one) => one.sheet === sheet && one.kept.register === register);
    const kept = known?.mapping?.sheets?.find(({ anchor }) => anchor === now?.kept.anchor);
    const dates = kept?.columns.find((column) => column.fieldId === fieldId)?.dates;
    return kept && dates && dates.swapped !== false
      ? [{ anchor: kept.anchor, fieldId, swapped: dates.swapped }]
      : [];
  });
}

/**
 * Put real dates and numbers in the place of what cannot be read. A cell that no longer says what the user was shown, or that
 * holds a formula, stops the whole of it. `settled` columns are no longer doubted for day and month changed over.
 */
export function mendCells(
  mends: readonly CellMend[],
  settled: readonly SettledColumn[] = [],
): Promise<Receipt> {
  return runExcel("write", async (context): Promise<Receipt> => {
    const places = mends.map(placeOf);
    const asked = askColumns(context.workbook, places);
    if (asked.size > 0) await context.sync();
    for (const [id, { protection }] of asked) {
      if (protection.protected) {
        throw new WorkbookProblem("protectedSheet", { sheet: id.slice(0, id.lastIndexOf("!")) });
      }
    }

    const formats = new Map(
      [...asked].map(([id, column]) => {
        const own = mends.filter((mend, index) => mend.isDay && columnId(places[index] as Place) === id);
        return [id, usualDateFormat(column, own)];
      }),
    );
    const changed: CellMend[] = [];
    const writes = mends.flatMap((mend, index): CellWrite[] => {
      const place = places[index] as Place;
      const before = cellOf(asked.get(columnId(place)) as AskedColumn, place.row);
      if (isFormula(before.formula, before.value)) {
        throw new WorkbookProblem("formulaCell", { address: `${mend.sheet}!${mend.address}` });
      }
      if (!isSame(before.value, mend.was)) changed.push(mend);
      const content = mend.isDay && mend.value !== "" ? toCellDate(mend.value) : mend.value;
      const format = mend.isDay
        ? isDateFormat(before.format)
          ? before.format
          : (formats.get(columnId(place)) ?? DATE_FORMAT)
        : mend.value !== "" && before.format === TEXT_FORMAT
          ? "General"
          : before.format;
      return [{ ...place, address: mend.address, content, format, before }];
    });
    if (changed.length > 0) throw new WorkbookProblem("changedMeanwhile", { what: listOf(changed) });

    const rules = rulesOf(settled);
    const settles = rules.map((rule) => ({ ...rule, swapped: false as const }));
    await writeRuns(context, runsOf(writes, asked), settles);

    const revert: MendedCells = {
      kind: "mendedCells",
      cells: writes.map(({ sheet, address, content, before }) => ({
        sheet,
        address,
        now: content,
        contentBefore: againContent(before.formula, false, before.format),
        formatBefore: before.format,
      })),
      settled: rules,
    };
    const address = listOf(writes);
    if (writes.length === 0) return { code: "datesSettled", params: {}, address, revert };
    return { code: "cellsMended", params: { count: writes.length }, address, revert };
  });
}

/** Give the cells back what they held, unless somebody has changed one of them since. */
export function restoreCells({ cells, settled }: MendedCells): Promise<void> {
  return runExcel("write", async (context) => {
    const places = cells.map(placeOf);
    const asked = askColumns(context.workbook, places);
    if (asked.size > 0) await context.sync();
    const changed: WrittenCell[] = [];
    const writes = cells.map((cell, index): CellWrite => {
      const place = places[index] as Place;
      const before = cellOf(asked.get(columnId(place)) as AskedColumn, place.row);
      if (before.formula !== cell.now) changed.push(cell);
      return {
        ...place,
        address: cell.address,
        content: cell.contentBefore,
        format: cell.formatBefore,
        before,
      };
    });
    if (changed.length > 0) throw new WorkbookProblem("changedMeanwhile", { what: listOf(changed) });
    await writeRuns(context, runsOf(writes, asked), settled);
  });
}
