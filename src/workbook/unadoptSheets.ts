import type { Area } from "../registers/sheet/sheetGrid";
import { anchorFormula } from "./anchorFormula";
import type { AddedToSheet, AdoptedSheets } from "./carryOut";
import { WorkbookProblem } from "./book";
import { askKept, readKept, type KeptNow } from "./keptSheets";
import { runExcel } from "./runExcel";
import { knownSession, remember } from "./session";
import type { StoredMapping } from "./storedMapping";
import { MAPPING_KEY, mappingText } from "./storedMapping";
import { takeOut, takeOutNeeded, type MadePlace } from "./takeOutAdditions";

/** Where an added field stands today, or undefined where it is gone. Refuses where somebody has typed into it. */
function placeToday(now: KeptNow, fieldId: string): { place: Area; heading?: string } | undefined {
  const { reading, grid } = now;
  const label = reading.labels.find((one) => one.fieldId === fieldId);
  const column = reading.columns.find((one) => one.fieldId === fieldId);
  const [firstHeading = reading.area.row] = reading.headingRows;
  // Rows whose order somebody has taken out have its formulas still.
  const holding = reading.kinds.filter(({ kind, row }) => {
    const at = (column?.column ?? 0) - grid.left;
    return kind === "data" || (kind === "formulaOnly" && grid.formulas[row - grid.top]?.[at] === true);
  });
  const last = [...reading.rows, ...holding].reduce(
    (most, { row }) => Math.max(most, row),
    Math.max(reading.area.row + reading.area.rows - 1, firstHeading),
  );
  const place = label
    ? { row: label.row, column: label.column - 1, rows: 1, columns: 2 }
    : column && { row: firstHeading, column: column.column, rows: last - firstHeading + 1, columns: 1 };
  if (!place) return undefined;
  const from = label ? place.row : (reading.headingRows.at(-1) ?? place.row - 1) + 1;
  for (let row = from; row < place.row + place.rows; row += 1) {
    const at = place.column + place.columns - 1 - grid.left;
    const value = grid.values[row - grid.top]?.[at] ?? "";
    const isFormula = grid.formulas[row - grid.top]?.[at] === true;
    if (value !== "" && !isFormula) {
      throw new WorkbookProblem("changedMeanwhile", { what: column?.heading ?? now.reading.sheet });
    }
  }
  return { place, ...(column && { heading: column.heading.split(" / ").at(-1) ?? "" }) };
}

/** Queue that what was added to a sheet goes again. */
function takeOutOf(workbook: Excel.Workbook, now: KeptNow, { added, table, columns }: AddedToSheet): void {
  if (now.isProtected) throw new WorkbookProblem("protectedSheet", { sheet: now.reading.sheet });
  let used = 0;
  const places = added.flatMap((fieldId): MadePlace[] => {
    const found = placeToday(now, fieldId);
    const count = found?.place.columns ?? 1;
    const widths = columns.slice(used, used + count);
    used += count;
    if (!found) return [];
    return [{ sheet: now.sheet, ...found, ...(table !== undefined && { table }), columns: widths }];
  });
  // The last first: the places of the others stay.
  takeOut(workbook, places.reverse());
}

/**
 * Forget adopted sheets again and take out what was added to them, unless somebody has typed into it. What was kept of the same
 * sheets before is kept again.
 */
export function unadoptSheets({ sheets, needed, first }: AdoptedSheets): Promise<void> {
  return runExcel("write", async (context) => {
    const { workbook } = context;
    const known = knownSession();
    const kept = known.mapping?.sheets ?? [];
    const { names, worksheets } = workbook;
    names.load("items/name");
    worksheets.load("items/name");
    const mine = kept.filter(({ anchor }) => sheets.some((one) => one.anchor === anchor));
    const asked = askKept(workbook, mine);
    await context.sync();

    const now = await readKept(context, asked);
    for (const one of sheets) {
      const today = now.find(({ reading }) => reading.kept.anchor === one.anchor);
      if (!today?.reading.found) throw new WorkbookProblem("changedMeanwhile", { what: one.anchor });
      takeOutOf(workbook, today, one);
      if (!one.before) names.getItem(one.anchor).delete();
      else {
        const { area, columns, sheet } = today.reading;
        const right = area.column + area.columns;
        const gone = columns.filter(
          ({ fieldId, column }) => one.added.includes(fieldId) && column >= right - one.added.length,
        );
        const left = { ...area, columns: area.columns - gone.length };
        names.getItem(one.anchor).formula = anchorFormula(sheet, left);
      }
    }
    takeOutNeeded(workbook, needed);
    const left = kept.flatMap((one) => {
      const adopted = sheets.find(({ anchor }) => anchor === one.anchor);
      return adopted ? (adopted.before ?? []) : [one];
    });
    if (first && left.length === 0) workbook.settings.getItem(MAPPING_KEY).delete();
    else if (known.mapping) {
      const mapping: StoredMapping = { ...known.mapping, sheets: left };
      workbook.settings.add(MAPPING_KEY, mappingText(mapping));
    }
    await context.sync();
    remember(undefined);
  });
}
