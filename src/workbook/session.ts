import type { Lang, RegisterId, TableNames } from "../registers/register";
import { WorkbookProblem } from "./book";
import type { ResolvedTable } from "./resolveTables";
import type { StoredMapping, StoredTable } from "./storedMapping";

/** Days between the 1904 and the 1900 date system. */
const OFFSET_1904 = 1462;

/**
 * What the last reading found out, so that a write need not ask again: which table is which register and the date system.
 * Rows are never remembered; and every write looks at the headings again before it trusts this.
 */
export interface Session {
  readonly tables: Readonly<Partial<Record<RegisterId, ResolvedTable>>>;
  readonly mapping: StoredMapping | undefined;
  readonly lang: Lang;
  readonly date1904: boolean;
  /** Ids of sheets whose changes matter. */
  readonly sheets: ReadonlySet<string>;
}

let current: Session | undefined;

export const session = (): Session | undefined => current;

export function remember(next: Session | undefined): void {
  current = next;
}

/** The session of a workbook that has been read. */
export function knownSession(): Session {
  if (!current) throw new WorkbookProblem("notSetUp", { register: "orders" });
  return current;
}

export function knownTable(register: RegisterId): ResolvedTable {
  const table = knownSession().tables[register];
  if (!table) throw new WorkbookProblem("notSetUp", { register });
  return table;
}

/** A cell's date as a serial of the 1900 system, and back. */
export const fromCellDate = (serial: number): number => (current?.date1904 ? serial + OFFSET_1904 : serial);
export const toCellDate = (serial: number): number => (current?.date1904 ? serial - OFFSET_1904 : serial);

/** Tables as formulas see them. */
export const tableNames = (tables: Session["tables"]): Partial<Record<RegisterId, TableNames>> =>
  Object.fromEntries(
    Object.entries(tables).map(([id, { name, columns, headings }]) => [
      id,
      { table: name, headings: columns, order: headings },
    ]),
  );

/** The mapping to keep after a change to one register: what was kept, or what was found where nothing was kept yet. */
export function mappingWith(
  { tables, mapping, lang }: Session,
  register: RegisterId,
  stored: StoredTable,
): StoredMapping {
  const found = Object.entries(tables).map(([id, table]) => [id, table] as const);
  return {
    version: 1,
    lang,
    tables: { ...Object.fromEntries(found), ...mapping?.tables, [register]: stored },
  };
}
