import type { CellValue, Field, Fields, RegisterId } from "../registers/register";
import { fieldOf, registers } from "../registers/registers";
import { rowKey } from "../registers/rowKey";
import type { Receipt, RowChange } from "./book";
import { WorkbookProblem } from "./book";
import { cellAddress } from "./cellAddress";
import { againContent, cellContent, isFormula, readBack } from "./cellContent";
import { problemOf, runExcel } from "./runExcel";
import { rowsReceipt } from "./rowsReceipt";
import { askKeys, askNames, hasKey, keyFields, needRow } from "./rowSearch";
import { knownKept, knownSession, knownTable } from "./session";
import { fieldValue } from "./tableRows";

/** What undo needs: each row by its key after the change, and its cells as they were and as they were made. */
export interface ChangedCells {
  readonly kind: "cells";
  readonly register: RegisterId;
  readonly rows: readonly { readonly key: string; readonly before: Fields; readonly after: Fields }[];
}

interface AskedColumn {
  readonly field: Field;
  readonly heading: string;
  readonly body: Excel.Range;
  readonly first: Excel.Range;
}

function askColumn(table: Excel.Table, register: RegisterId, id: string): AskedColumn | undefined {
  const field = fieldOf(register, id);
  const heading = knownTable(register).columns[id];
  if (!field || heading === undefined) return undefined;
  const body = table.columns.getItem(heading).getDataBodyRange();
  body.load("values,formulas,rowIndex,columnIndex");
  // Formats of the whole column would be one more text per row; the first row speaks for it.
  const first = body.getRow(0);
  first.load("numberFormat");
  return { field, heading, body, first };
}

interface Change {
  readonly address: string;
  readonly heading: string;
  readonly cell: Excel.Range;
  readonly content: CellValue;
  readonly format: string;
  readonly formatBefore: string;
  readonly contentBefore: CellValue;
  readonly formulaBefore: CellValue;
}

const sheetOf = (table: Excel.Table): Excel.Worksheet => table.worksheet;

/** What is going to be written to one row. */
interface RowWrites {
  readonly key: string;
  readonly names: Fields;
  readonly askedAgain: ReturnType<typeof askNames>;
  readonly before: Fields;
  readonly after: Fields;
  readonly writes: readonly Change[];
}

export const updateRow = (
  register: RegisterId,
  key: string,
  changes: Fields,
  seen: Fields,
  agreed: readonly string[] = [],
): Promise<Receipt> => updateRows(register, [{ key, changes, seen, agreed }]);

/**
 * Change fields of the rows with these keys, all or none. A row is looked up by its key at the moment of writing; a field that
 * no longer says what the caller had read (`seen`) was changed by someone else, and is left alone. Formulas are never
 * overwritten, nor typed dates that the user has not agreed to replace.
 */
export async function updateRows(register: RegisterId, rows: readonly RowChange[]): Promise<Receipt> {
  if (knownKept(register).length > 0) {
    const { updateKeptRows } = await import(/* webpackChunkName: "kept-sheets" */ "./updateKeptRows");
    return updateKeptRows(register, rows);
  }
  return runExcel("write", async (context) => {
    const known = knownTable(register);
    const { lang } = knownSession();
    const table = context.workbook.tables.getItem(known.name);
    const sheet = sheetOf(table);
    sheet.load("name");
    const protection = sheet.protection;
    protection.load("protected");
    const keys = askKeys(table, register);
    const changed = new Set(rows.flatMap(({ changes }) => Object.keys(changes)));
    const columns = [...changed].flatMap((id) => askColumn(table, register, id) ?? []);
    await context.sync();

    if (protection.protected) throw new WorkbookProblem("protectedSheet", { sheet: sheet.name });
    const wouldReplace = new Set<string>();
    const all = rows.map(({ key, changes, seen, agreed = [] }): RowWrites => {
      const row = needRow(keys, key);
      const before: Record<string, CellValue> = {};
      const after: Record<string, CellValue> = {};
      const writes: Change[] = [];
      for (const { field, heading, body, first } of columns) {
        if (!(field.id in changes)) continue;
        const value = (body.values as CellValue[][])[row]?.[0] ?? "";
        const formula = (body.formulas as CellValue[][])[row]?.[0] ?? "";
        const now = fieldValue(register, field.id, value);
        const address = cellAddress(sheet.name, body.rowIndex + row, body.columnIndex, 1, 1);
        const format = (first.numberFormat as string[][])[0]?.[0] ?? "General";
        const made = cellContent(field, changes[field.id] ?? "", lang, format);
        const wanted = fieldValue(register, field.id, readBack(made.content));
        if (now === wanted) continue;
        if (isFormula(formula, value)) throw new WorkbookProblem("formulaCell", { address, heading });
        if (now !== fieldValue(register, field.id, seen[field.id])) {
          throw new WorkbookProblem("changedMeanwhile", { what: heading });
        }
        if (field.type === "date" && now !== "" && !agreed.includes(field.id)) wouldReplace.add(heading);
        before[field.id] = now;
        after[field.id] = wanted;
        writes.push({
          address,
          heading,
          cell: body.getCell(row, 0),
          content: made.content,
          format: made.format,
          formatBefore: format,
          contentBefore: againContent(formula, false, format),
          formulaBefore: formula,
        });
      }
      const names = keyFields(keys, row);
      const newKey = rowKey(registers[register], { ...names, ...after }) ?? key;
      const renamed = newKey !== rowKey(registers[register], names);
      if (renamed && hasKey(keys, newKey)) {
        throw new WorkbookProblem("duplicate", { what: newKey.replace(/\|/g, " ") });
      }
      return {
        key: renamed ? newKey : key,
        names,
        askedAgain: askNames(keys, row),
        before,
        after,
        writes,
      };
    });
    if (wouldReplace.size > 0) {
      throw new WorkbookProblem("typedDate", { fields: [...wouldReplace].join(", ") });
    }
    const writes = all.flatMap((row) => row.writes);

    // Asked for in the same batch, before the first write: are these still the rows, and do their cells still say that?
    const justBefore = writes.map(({ cell }) => {
      const same = cell.getResizedRange(0, 0);
      same.load("formulas");
      return same;
    });

    for (const { cell, content, format } of writes) {
      cell.numberFormat = [[format]];
      cell.formulas = [[content]];
    }
    try {
      await context.sync();
    } catch (error) {
      await putBack(context, writes, problemOf(error));
    }
    const found = justBefore.map((range) => (range.formulas as CellValue[][])[0]?.[0] ?? "");
    const moved = all.find(({ names, askedAgain }) =>
      askedAgain.some(({ id, cell }) => {
        const now = (cell.values as unknown[][])[0]?.[0];
        return fieldValue(register, id, now) !== names[id];
      }),
    );
    const other = writes.findIndex(({ formulaBefore }, index) => formulaBefore !== found[index]);
    if (moved || other >= 0) {
      const theirs = writes.map((write, index) => ({
        ...write,
        contentBefore: againContent(found[index] ?? "", isFormula(found[index], undefined), "General"),
      }));
      const at = moved ?? all.find((row) => row.writes.includes(writes[other] as Change));
      const what = (at?.key ?? "").replace(/\|/g, " ");
      await putBack(context, theirs, new WorkbookProblem("changedMeanwhile", { what }));
    }
    return rowsReceipt(
      register,
      all.filter((row) => row.writes.length > 0 || all.length === 1),
      writes,
      {
        kind: "cells",
        register,
        rows: all.map(({ key, before, after }) => ({ key, before, after })),
      } satisfies ChangedCells,
    );
  });
}

/** After a failure half-way every cell gets back what it held. */
async function putBack(
  context: Excel.RequestContext,
  writes: readonly Change[],
  problem: WorkbookProblem,
): Promise<never> {
  if (problem.code === "offline" || problem.code === "cellEditing") throw problem;
  for (const { cell, contentBefore, formatBefore } of writes) {
    cell.numberFormat = [[formatBefore]];
    cell.formulas = [[contentBefore]];
  }
  try {
    await context.sync();
  } catch {
    throw new WorkbookProblem("halfDone", { address: writes.map(({ address }) => address).join(", ") });
  }
  throw problem;
}
