import type { RegisterId } from "../registers/register";
import { keptAdditions } from "../registers/sheet/keptAdditions";
import type { Receipt } from "./book";
import { WorkbookProblem } from "./book";
import { askBeside, carryOut, keptWith, needRoom, type SheetPlan } from "./carryOut";
import { askKept, readKept } from "./keptSheets";
import { registersSeen } from "./registersSeen";
import { runExcel } from "./runExcel";
import { knownKept, knownSession } from "./session";
import { askLooks } from "./writeAdditions";

/** Add columns for these fields on all kept sheets of a register, after the user has agreed. */
export function addKeptColumns(register: RegisterId, fieldIds: readonly string[]): Promise<Receipt> {
  return runExcel("write", async (context) => {
    const known = knownSession();
    const { mapping } = known;
    if (!mapping) throw new WorkbookProblem("notSetUp", { register });
    const { workbook } = context;
    const { names, worksheets, tables } = workbook;
    names.load("items/name");
    worksheets.load("items/name");
    tables.load("items/name");
    const readings = knownKept(register);
    const asked = askKept(
      workbook,
      readings.map(({ kept }) => kept),
    );
    const beside = readings.map(({ area, kept, headingRows, rows }, index) => {
      const sheet = workbook.worksheets.getItem(readings[index]?.sheet ?? "");
      const right = area.column + area.columns;
      const count = kept.layout === "milestones" ? 3 : fieldIds.length;
      const at = (row: number) => askLooks(sheet.getRangeByIndexes(row, right - 1, 1, 1));
      const headingRow = headingRows.at(-1);
      const merged = sheet.getRangeByIndexes(area.row, right, area.rows, count).getMergedAreasOrNullObject();
      merged.load("address");
      const owner = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns).getTables(false);
      owner.load("items/name");
      return {
        columns: askBeside(sheet, right, count),
        heading: headingRow === undefined ? undefined : at(headingRow),
        body: at(rows[0]?.row ?? area.row),
        merged,
        owner,
      };
    });
    await context.sync();

    const now = await readKept(context, asked);
    const others = registersSeen(known, new Set([register]));
    const plans = now.flatMap(({ reading, grid, sheet, isProtected }, index): SheetPlan[] => {
      const { area, kept, found } = reading;
      const was = readings[index]?.area;
      const place = beside[index];
      const moved =
        area.row !== was?.row || area.column !== was.column || area.columns !== was.columns || !found;
      if (moved || !place) throw new WorkbookProblem("changedMeanwhile", { what: reading.sheet });
      const additions = keptAdditions(reading, fieldIds, others, known.lang);
      if (additions.columns.length + additions.pairs.length === 0) return [];
      if (isProtected) throw new WorkbookProblem("protectedSheet", { sheet: reading.sheet });
      const last = reading.rows.reduce((most, { row }) => Math.max(most, row), area.row + area.rows - 1);
      const tall = { ...area, rows: last - area.row + 1 };
      needRoom(additions, grid, tall, place.merged);
      return [
        {
          sheet,
          table: place.owner.items[0]?.name,
          heading: place.heading,
          body: place.body,
          beside: place.columns,
          reading,
          additions,
          kept: keptWith(kept, reading, additions, grid),
          before: kept,
          area: { ...tall, columns: tall.columns + additions.columns.length },
        },
      ];
    });
    const anchors = new Set(plans.map(({ kept }) => kept.anchor));
    const next = { ...mapping, sheets: (mapping.sheets ?? []).filter(({ anchor }) => !anchors.has(anchor)) };
    return carryOut(context, { plans, known, mapping, next, lang: known.lang, goOn: () => undefined });
  });
}
