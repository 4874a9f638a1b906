import type { CellValue, RegisterId } from "../registers/register";
import { registers } from "../registers/registers";
import { rowKey } from "../registers/rowKey";
import type { Receipt, RowChange } from "./book";
import { WorkbookProblem } from "./book";
import { cellAddress } from "./cellAddress";
import { againContent, isFormula, readBack } from "./cellContent";
import { keyedRows } from "./keptSheets";
import {
  askOpen,
  fieldOrDate,
  fieldPlace,
  holdsFormula,
  rawValue,
  readOpen,
  usersContent,
  type OpenSheet,
} from "./openKept";
import { problemOf, runExcel } from "./runExcel";
import { rowsReceipt } from "./rowsReceipt";

/** A cell as it was and as it was made. */
export interface KeptCell {
  readonly fieldId: string;
  readonly was: CellValue;
  readonly wasFormat: string;
  readonly made: CellValue;
}

/** What undo needs: each row by its key after the change, and its cells. */
export interface ChangedKeptCells {
  readonly kind: "keptCells";
  readonly register: RegisterId;
  readonly rows: readonly { readonly key: string; readonly cells: readonly KeptCell[] }[];
}

interface Write {
  readonly fieldId: string;
  readonly heading: string;
  readonly address: string;
  readonly cell: Excel.Range;
  readonly content: CellValue;
  readonly format: string;
  readonly was: CellValue;
}

const told = (key: string): string => key.replace(/\|/g, " ");

const openOf = (open: readonly OpenSheet[], reading: OpenSheet["reading"]): OpenSheet =>
  open.find((one) => one.reading === reading) as OpenSheet;

/** A key cell and what it said. */
interface KeyCell {
  readonly cell: Excel.Range;
  readonly was: CellValue;
}

/**
 * Change fields of the rows with these keys, in the user's own cells and in the user's way of writing them. The rows are looked
 * for over all sheets of the register at the moment of writing. What stands once for several rows is changed only with the row
 * that it stands in, for a colour's form must not move the dates of its other colours; and a cell from which others are filled
 * down cannot be emptied, as they would say what the order above says.
 */
export function updateKeptRows(register: RegisterId, changed: readonly RowChange[]): Promise<Receipt> {
  return runExcel("write", async (context) => {
    const asked = askOpen(context.workbook, register);
    await context.sync();
    const open = await readOpen(context, asked);
    const rows = keyedRows(
      register,
      open.map(({ reading }) => reading),
    );
    const definition = registers[register];
    const wouldReplace = new Set<string>();
    const shared: { readonly heading: string; readonly address: string }[] = [];
    const all = changed.map(({ key, changes, seen, agreed = [] }) => {
      const found = rows.find((one) => one.key === key);
      if (!found) throw new WorkbookProblem("rowGone", { what: told(key) });
      const { row, reading } = found;
      const sheet = openOf(open, reading);
      if (sheet.isProtected) throw new WorkbookProblem("protectedSheet", { sheet: reading.sheet });
      const after: Record<string, CellValue> = {};
      const writes: Write[] = [];
      for (const [fieldId, given] of Object.entries(changes)) {
        const field = fieldOrDate(register, fieldId);
        const place = field && fieldPlace(sheet, row, fieldId);
        if (!place) continue;
        const { heading } = place;
        const now = row.fields[fieldId] ?? "";
        const made = usersContent(sheet, field, given, place);
        if (now === made.value) continue;
        const address = cellAddress(reading.sheet, place.row, place.column, 1, 1);
        if (holdsFormula(sheet, place.row, place.column)) {
          throw new WorkbookProblem("formulaCell", { address, heading });
        }
        if (made.value === "" && place.kept.fillDown === true) {
          throw new WorkbookProblem("sharedCell", { heading, address });
        }
        if (place.shared) {
          shared.push({ heading, address });
          continue;
        }
        if (now !== (seen[fieldId] ?? "")) throw new WorkbookProblem("changedMeanwhile", { what: heading });
        if (field.type === "date" && now !== "" && !agreed.includes(fieldId)) wouldReplace.add(heading);
        after[fieldId] = made.value;
        writes.push({
          fieldId,
          heading,
          address,
          cell: sheet.sheet.getRangeByIndexes(place.row, place.column, 1, 1),
          content: made.content,
          format: made.format,
          was: rawValue(sheet, place.row, place.column),
        });
      }
      const newKey = rowKey(definition, { ...row.fields, ...after }) ?? key;
      const renamed = newKey !== rowKey(definition, row.fields);
      if (renamed && rows.some((one) => one.key === newKey)) {
        throw new WorkbookProblem("duplicate", { what: told(newKey) });
      }
      const keyCells = definition.key.flatMap((id): KeyCell[] => {
        const place = fieldPlace(sheet, row, id);
        if (!place) return [];
        const cell = sheet.sheet.getRangeByIndexes(place.row, place.column, 1, 1);
        return [{ cell, was: rawValue(sheet, place.row, place.column) }];
      });
      return { key: renamed ? newKey : key, names: row.fields, keyCells, writes };
    });
    const writes = all.flatMap((row) => row.writes);
    // One cell for several colours is written once, with the colour that it stands in.
    const alone = shared.find(({ address }) => writes.every((write) => write.address !== address));
    if (alone) throw new WorkbookProblem("sharedCell", alone);
    if (wouldReplace.size > 0) {
      throw new WorkbookProblem("typedDate", { fields: [...wouldReplace].join(", ") });
    }
    const formats = await writeCells(
      context,
      writes,
      all.flatMap(({ keyCells }) => keyCells),
      all.map(({ key }) => told(key)).join(", "),
    );
    const formatOf = new Map(writes.map((write, index) => [write, formats[index] ?? "General"]));
    const revert: ChangedKeptCells = {
      kind: "keptCells",
      register,
      rows: all.map(({ key, writes: own }) => ({
        key,
        cells: own.map((write) => ({
          fieldId: write.fieldId,
          was: write.was,
          wasFormat: formatOf.get(write) ?? "General",
          made: readBack(write.content),
        })),
      })),
    };
    return rowsReceipt(register, all, writes, revert);
  });
}

/**
 * Write cells, all or none; answers their number formats of before. In the same batch, before the first write, they are looked
 * at once more: is this still the row, and do its cells still say what was read?
 */
async function writeCells(
  context: Excel.RequestContext,
  writes: readonly Write[],
  names: readonly KeyCell[],
  what: string,
): Promise<string[]> {
  const justBefore = writes.map(({ cell }) => {
    const same = cell.getResizedRange(0, 0);
    same.load("formulas,values,numberFormat");
    return same;
  });
  const named = names.map(({ cell, was }) => {
    const same = cell.getResizedRange(0, 0);
    same.load("values");
    return { same, was };
  });
  for (const { cell, content, format } of writes) {
    cell.numberFormat = [[format]];
    cell.formulas = [[content]];
  }
  const first = <T>(cells: unknown): T => (cells as T[][])[0]?.[0] as T;
  const putBack = async (
    problem: WorkbookProblem,
    formats: readonly string[] | undefined,
  ): Promise<never> => {
    if (problem.code === "offline" || problem.code === "cellEditing") throw problem;
    writes.forEach(({ cell, was, format }, index) => {
      const before = justBefore[index];
      const known = formats && before;
      const formatBefore = formats?.[index] ?? format;
      cell.numberFormat = [[formatBefore]];
      const content = known ? first<CellValue>(before.formulas) : was;
      const formula = known ? isFormula(content, first(before.values)) : false;
      cell.formulas = [[againContent(content, formula, formatBefore)]];
    });
    try {
      await context.sync();
    } catch {
      throw new WorkbookProblem("halfDone", { address: writes.map(({ address }) => address).join(", ") });
    }
    throw problem;
  };
  try {
    await context.sync();
  } catch (error) {
    return putBack(problemOf(error), undefined);
  }
  const formats = justBefore.map(({ numberFormat }) => first<string>(numberFormat));
  const changed =
    named.some(({ same, was }) => first(same.values) !== was) ||
    justBefore.some(
      ({ formulas, values }, index) =>
        first(values) !== writes[index]?.was || isFormula(first(formulas), first(values)),
    );
  if (changed) await putBack(new WorkbookProblem("changedMeanwhile", { what }), formats);
  return formats;
}

/** Give the cells back what they held, if they still hold what was written. */
export function restoreKeptCells({ register, rows }: ChangedKeptCells): Promise<void> {
  return runExcel("write", async (context) => {
    const asked = askOpen(context.workbook, register);
    await context.sync();
    const open = await readOpen(context, asked);
    const keyed = keyedRows(
      register,
      open.map(({ reading }) => reading),
    );
    const writes = rows.flatMap(({ key, cells }) => {
      const found = keyed.find((one) => one.key === key);
      if (!found) throw new WorkbookProblem("rowGone", { what: told(key) });
      const sheet = openOf(open, found.reading);
      if (sheet.isProtected) throw new WorkbookProblem("protectedSheet", { sheet: found.reading.sheet });
      return cells.map(({ fieldId, was, wasFormat, made }): Write => {
        const place = fieldPlace(sheet, found.row, fieldId);
        if (!place || rawValue(sheet, place.row, place.column) !== made) {
          throw new WorkbookProblem("changedMeanwhile", { what: place?.heading ?? fieldId });
        }
        return {
          fieldId,
          heading: place.heading,
          address: cellAddress(found.reading.sheet, place.row, place.column, 1, 1),
          cell: sheet.sheet.getRangeByIndexes(place.row, place.column, 1, 1),
          content: againContent(was, false, wasFormat),
          format: wasFormat,
          was: made,
        };
      });
    });
    await writeCells(context, writes, [], rows.map(({ key }) => told(key)).join(", "));
  });
}
