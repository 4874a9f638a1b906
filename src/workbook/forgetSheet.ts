import type { RegisterId } from "../registers/register";
import type { Receipt } from "./book";
import { WorkbookProblem } from "./book";
import { forgetKept, keptOfSheet, type ChangedKept } from "./mendKept";
import { runExcel } from "./runExcel";
import { knownSession, remember } from "./session";
import type { StoredMapping } from "./storedMapping";
import { MAPPING_KEY, mappingText } from "./storedMapping";

/**
 * Do without a sheet of a register from now on: what was added to it stays. A register that lives in an Excel table forgets that
 * table, and not a cell of it changes.
 */
export function forgetSheet(register: RegisterId, sheet: string): Promise<Receipt> {
  const known = knownSession();
  const { mapping } = known;
  if (mapping && keptOfSheet(mapping, sheet)?.register === register) return forgetKept(sheet);
  if (!mapping) return Promise.reject(new WorkbookProblem("notSetUp", { register }));
  return runExcel("write", async (context) => {
    const without = <T>(all: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
      Object.fromEntries(Object.entries(all).filter(([id]) => id !== register));
    const next: StoredMapping = { ...mapping, tables: without(mapping.tables) };
    context.workbook.settings.add(MAPPING_KEY, mappingText(next));
    await context.sync();
    remember({ ...known, mapping: next, tables: without(known.tables) });
    const revert: ChangedKept = { kind: "kept", mapping, made: [], gone: [] };
    return { code: "sheetForgotten", params: { sheet }, address: "", revert };
  });
}
