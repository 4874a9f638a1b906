import type { Lang, RegisterId, TableNames } from "../registers/register";
import type { KeptReading } from "../registers/sheet/keptRows";
import { WorkbookProblem } from "./book";
import type { ResolvedTable } from "./resolveTables";
import type { StoredMapping, StoredTable } from "./storedMapping";

/** Days between the 1904 and the 1900 date system. */
const OFFSET_1904 = 1462;

/**
 * What the last reading found out, so that a write need not ask again: which table is which register and the date system.
 * No write trusts this: it finds rows by key and looks at the headings again.
 */
export interface Session {
  readonly tables: Readonly<Partial<Record<RegisterId, ResolvedTable>>>;
  readonly mapping: StoredMapping | undefined;
  readonly lang: Lang;
  readonly date1904: boolean;
  /** Ids of sheets whose changes matter. */
  readonly sheets: ReadonlySet<string>;
  /** Sheets that stay as they are, as they were read. */
  readonly kept?: readonly KeptReading[];
  /** Anchors of kept sheets that are too large to be asked for in one. */
  readonly large?: ReadonlySet<string>;
  /** By id of a sheet that nothing is kept of: the kept sheet whose headings it has, "" where it has none's. */
  readonly alike?: ReadonlyMap<string, string>;
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

/** The kept sheets of a register as they were last read; none where it lives in a table. */
export const knownKept = (register: RegisterId): readonly KeptReading[] =>
  (knownSession().kept ?? []).filter(({ kept }) => kept.register === register);

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
    ...mapping,
    version: 1,
    lang,
    tables: { ...Object.fromEntries(found), ...mapping?.tables, [register]: stored },
  };
}
