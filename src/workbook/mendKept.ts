import { fieldOf } from "../registers/registers";
import { keptFormula } from "../registers/keptReference";
import { keptHeadings } from "../registers/sheet/keptColumns";
import { rowRuns } from "../registers/sheet/keptAdditions";
import { keptPlaces } from "../registers/sheet/keptPlaces";
import { keptRows, type KeptReading } from "../registers/sheet/keptRows";
import type { KeptSheet } from "../registers/sheet/keptSheet";
import { anchorFormula } from "./anchorFormula";
import type { BookIssue, MendId, Receipt } from "./book";
import { WorkbookProblem } from "./book";
import { cellAddress } from "./cellAddress";
import { askGrid, askKept, readGrid, readKept } from "./keptSheets";
import { numberFormatOf } from "./layOutSheet";
import { freeAnchorName } from "./names";
import { holdsFormula, rawValue } from "./openKept";
import { registersSeen } from "./registersSeen";
import { askKeptFormulas, writeKeptFormulas } from "./riskOfKept";
import { runExcel } from "./runExcel";
import { knownSession, remember, session } from "./session";
import type { StoredMapping } from "./storedMapping";
import { MAPPING_KEY, mappingText } from "./storedMapping";

/** What undo needs: what was kept before, and the anchors that are there since or that went. */
export interface ChangedKept {
  readonly kind: "kept";
  readonly mapping: StoredMapping;
  readonly made: readonly string[];
  readonly gone: readonly { readonly anchor: string; readonly formula: string }[];
}

/** What undo needs: formulas in rows that had none. */
export interface FilledFormulas {
  readonly kind: "filled";
  readonly anchor: string;
  readonly fields: readonly { readonly fieldId: string; readonly rows: readonly number[] }[];
}

function needMapping(): StoredMapping {
  const { mapping } = knownSession();
  if (!mapping) throw new WorkbookProblem("notSetUp", { register: "orders" });
  return mapping;
}

function keep(workbook: Excel.Workbook, mapping: StoredMapping): void {
  workbook.settings.add(MAPPING_KEY, mappingText(mapping));
}

/** What is kept of the sheet that is called so today. */
export const keptOfSheet = (mapping: StoredMapping, sheet: string): KeptSheet | undefined => {
  const today = session()?.kept?.find((reading) => reading.sheet === sheet);
  return mapping.sheets?.find(({ anchor, sheet: was }) =>
    today ? anchor === today.kept.anchor : was === sheet,
  );
};

const onSheet = (mapping: StoredMapping, sheet: string): KeptSheet => {
  const kept = keptOfSheet(mapping, sheet);
  if (!kept) throw new WorkbookProblem("changedMeanwhile", { what: sheet });
  return kept;
};

/** Write the formulas of added columns into data rows that lack them; a cell that somebody has filled stays. */
function fillFormulas(name: string): Promise<Receipt> {
  return runExcel("write", async (context) => {
    const { workbook } = context;
    const known = knownSession();
    const asked = askKept(workbook, [onSheet(needMapping(), name)]);
    await context.sync();
    const [now] = await readKept(context, asked);
    if (!now?.reading.found) throw new WorkbookProblem("changedMeanwhile", { what: name });
    if (now.isProtected) throw new WorkbookProblem("protectedSheet", { sheet: name });
    const { reading, sheet } = now;
    const { kept, columns, area } = reading;
    const others = registersSeen(known);
    const places = keptPlaces(reading);
    const fields: { fieldId: string; rows: number[] }[] = [];
    for (const { fieldId, rows } of reading.missingFormulas) {
      const field = fieldOf(kept.register, fieldId);
      const column = columns.find((one) => one.fieldId === fieldId)?.column;
      if (!field || column === undefined) continue;
      const blank = rows.filter((row) => rawValue(now, row, column) === "");
      const [first] = blank;
      const formula = first === undefined ? undefined : keptFormula(field, places, first, others, known.lang);
      if (first === undefined || formula === undefined) continue;
      const source = sheet.getRangeByIndexes(first, column, 1, 1);
      source.formulas = [[formula]];
      for (const { row, rows: count } of rowRuns(blank)) {
        const cells = sheet.getRangeByIndexes(row, column, count, 1);
        cells.numberFormat = Array.from({ length: count }, () => [numberFormatOf(field)]);
        if (row !== first) cells.copyFrom(source, "Formulas");
        else if (count > 1) {
          sheet.getRangeByIndexes(row + 1, column, count - 1, 1).copyFrom(source, "Formulas");
        }
      }
      fields.push({ fieldId, rows: blank });
    }
    const last = reading.rows.reduce((most, { row }) => Math.max(most, row), area.row);
    if (last >= area.row + area.rows) {
      workbook.names.getItem(kept.anchor).formula = anchorFormula(name, {
        ...area,
        rows: last - area.row + 1,
      });
    }
    await context.sync();
    const all = new Set(fields.flatMap(({ rows }) => rows));
    return {
      code: "formulasFilled",
      params: { sheet: name, count: all.size },
      address: cellAddress(name, area.row, area.column, area.rows, area.columns),
      revert: { kind: "filled", anchor: kept.anchor, fields } satisfies FilledFormulas,
    };
  });
}

/** Take filled formulas out again, where the rows still stand where they stood. */
export function unfill({ anchor, fields }: FilledFormulas): Promise<void> {
  return runExcel("write", async (context) => {
    const { workbook } = context;
    const kept = needMapping().sheets?.filter((one) => one.anchor === anchor) ?? [];
    const asked = askKept(workbook, kept);
    await context.sync();
    const [now] = await readKept(context, asked);
    if (!now?.reading.found) throw new WorkbookProblem("changedMeanwhile", { what: anchor });
    const { reading, sheet } = now;
    if (now.isProtected) throw new WorkbookProblem("protectedSheet", { sheet: reading.sheet });
    for (const { fieldId, rows } of fields) {
      const column = reading.columns.find((one) => one.fieldId === fieldId);
      if (!column || rows.some((row) => !holdsFormula(now, row, column.column))) {
        throw new WorkbookProblem("changedMeanwhile", { what: reading.sheet });
      }
      for (const { row, rows: count } of rowRuns(rows)) {
        sheet.getRangeByIndexes(row, column.column, count, 1).clear("Contents");
      }
    }
    await context.sync();
  });
}

/** One more sheet of the kind of another: the same columns, wherever they stand on it. */
function useSheet(name: string, like: string): Promise<Receipt> {
  return runExcel("write", async (context) => {
    const { workbook } = context;
    const known = knownSession();
    const mapping = needMapping();
    const model = onSheet(mapping, like);
    const was = known.kept?.find(({ kept }) => kept.anchor === model.anchor);
    if (!was) throw new WorkbookProblem("changedMeanwhile", { what: like });
    const { area } = was;
    const { names, tables } = workbook;
    names.load("items/name");
    tables.load("items/name");
    const sheet = workbook.worksheets.getItem(name);
    const depth = Math.max(0, ...model.headingRows) + 4;
    const asked = askGrid(sheet, sheet.getRangeByIndexes(area.row, area.column, depth, area.columns));
    await context.sync();
    const grid = await readGrid(context, asked);
    const taken = [...names.items, ...tables.items].map((one) => one.name);
    const anchor = freeAnchorName(model.anchor.replace(/^Gendan_|_\d+$/g, ""), taken);
    const kept: KeptSheet = { ...model, anchor, sheet: name };
    const reading = keptRows(kept, { grid, anchor: area, lang: known.lang, date1904: known.date1904 });
    if (!reading.found) throw new WorkbookProblem("changedMeanwhile", { what: name });
    const place = anchorOf(reading);
    names.add(anchor, sheet.getRangeByIndexes(place.row, place.column, place.rows, place.columns));
    const next: StoredMapping = {
      ...mapping,
      sheets: [...(mapping.sheets ?? []), kept],
      sheetsSeen: [...new Set([...(mapping.sheetsSeen ?? []), name])],
    };
    keep(workbook, next);
    await context.sync();
    remember({ ...known, mapping: next });
    return mended(name, { kind: "kept", mapping, made: [anchor], gone: [] });
  });
}

/** From the first heading row to the last row. */
function anchorOf({ area, headingRows, rows }: KeptReading): KeptReading["area"] {
  const row = headingRows[0] ?? area.row;
  const last = rows.reduce((most, one) => Math.max(most, one.row), headingRows.at(-1) ?? row);
  return { ...area, row, rows: last - row + 1 };
}

const mended = (table: string, revert: ChangedKept): Receipt => ({
  code: "mended",
  params: { table },
  address: "",
  revert,
});

/** Keep something else of the sheets, without touching a cell. */
function keepOnly(name: string, next: StoredMapping): Promise<Receipt> {
  return runExcel("write", async (context) => {
    const known = knownSession();
    const mapping = needMapping();
    keep(context.workbook, next);
    await context.sync();
    remember({ ...known, mapping: next });
    return mended(name, { kind: "kept", mapping, made: [], gone: [] });
  });
}

const withKept = (mapping: StoredMapping, kept: KeptSheet): StoredMapping => ({
  ...mapping,
  sheets: (mapping.sheets ?? []).map((one) => (one.anchor === kept.anchor ? kept : one)),
});

/** The renamed column is the field; its formulas are told, which may have known it by its heading. */
function acceptHeading(name: string, fieldId: string): Promise<Receipt> {
  return runExcel("write", async (context) => {
    const { workbook } = context;
    const known = knownSession();
    const mapping = needMapping();
    const asked = askKept(workbook, [onSheet(mapping, name)]);
    const formulas = askKeptFormulas(workbook, known);
    await context.sync();
    const [now] = await readKept(context, asked);
    if (!now?.reading.found) throw new WorkbookProblem("changedMeanwhile", { what: name });
    const { reading, grid } = now;
    const { area, headingRows } = reading;
    const today = keptHeadings(grid, headingRows, area.column, area.column + area.columns - 1);
    const column = reading.columns.find((one) => one.fieldId === fieldId);
    const was = reading.kept.columns.find((one) => one.fieldId === fieldId);
    if (!column || !was) throw new WorkbookProblem("changedMeanwhile", { what: name });
    const at = column.column - area.column;
    const places = reading.kept.headings.flatMap((heading, place) =>
      heading === was.heading ? [place] : [],
    );
    const headings = reading.kept.headings.map((heading, place) =>
      place === places[was.nth] ? (today[at] ?? heading) : heading,
    );
    const heading = today[at] ?? was.heading;
    const nth = headings.slice(0, places[was.nth] ?? 0).filter((other) => other === heading).length;
    const kept: KeptSheet = {
      ...reading.kept,
      headings,
      columns: reading.kept.columns.map((one) => (one === was ? { ...one, heading, nth } : one)),
    };
    const next = withKept(mapping, kept);
    keep(workbook, next);
    writeKeptFormulas(formulas, known);
    await context.sync();
    remember({ ...known, mapping: next });
    return mended(name, { kind: "kept", mapping, made: [], gone: [] });
  });
}

/** Do without a sheet: what was added to it stays, and nothing else of it was ever changed. */
export function forgetKept(name: string): Promise<Receipt> {
  return runExcel("write", async (context) => {
    const { workbook } = context;
    const known = knownSession();
    const mapping = needMapping();
    const { anchor } = onSheet(mapping, name);
    const { names } = workbook;
    names.load("items/name,items/formula");
    await context.sync();
    const named = names.items.find((one) => one.name === anchor);
    if (named) names.getItem(anchor).delete();
    const next = { ...mapping, sheets: (mapping.sheets ?? []).filter((one) => one.anchor !== anchor) };
    keep(workbook, next);
    await context.sync();
    remember({
      ...known,
      mapping: next,
      kept: (known.kept ?? []).filter(({ kept }) => kept.anchor !== anchor),
    });
    const gone = named ? [{ anchor, formula: String(named.formula) }] : [];
    const revert: ChangedKept = { kind: "kept", mapping, made: [], gone };
    return { code: "sheetForgotten", params: { sheet: name }, address: "", revert };
  });
}

/** Keep again what was kept before a mend. */
export function restoreKept({ mapping, made, gone }: ChangedKept): Promise<void> {
  return runExcel("write", async (context) => {
    const { workbook } = context;
    const { names } = workbook;
    names.load("items/name");
    await context.sync();
    for (const { name } of names.items) if (made.includes(name)) names.getItem(name).delete();
    for (const { anchor, formula } of gone) {
      if (!names.items.some(({ name }) => name === anchor)) names.add(anchor, formula);
    }
    keep(workbook, mapping);
    await context.sync();
    remember({ ...knownSession(), mapping });
  });
}

/** Carry out a mend of a sheet that stays as it is. */
export function mendKept({ params }: BookIssue, how: MendId): Promise<Receipt> {
  const sheet = String(params.sheet ?? "");
  const field = String(params.field ?? "");
  const mapping = needMapping();
  switch (how) {
    case "fillFormulas":
      return fillFormulas(sheet);
    case "useSheet":
      return useSheet(sheet, String(params.like ?? ""));
    case "ignoreSheet":
      return keepOnly(sheet, {
        ...mapping,
        sheetsSeen: [...new Set([...(mapping.sheetsSeen ?? []), sheet])],
      });
    case "forgetSheet":
      return forgetKept(sheet);
    case "acceptHeading":
      return acceptHeading(sheet, field);
    case "forget": {
      const kept = onSheet(mapping, sheet);
      return keepOnly(
        sheet,
        withKept(mapping, { ...kept, columns: kept.columns.filter(({ fieldId }) => fieldId !== field) }),
      );
    }
    default:
      return Promise.reject(new WorkbookProblem("noTable"));
  }
}
