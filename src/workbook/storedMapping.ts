import type { Lang, RegisterId } from "../registers/register";
import type { KeptSheet } from "../registers/sheet/keptSheet";

/** Key in workbook.settings. */
export const MAPPING_KEY = "gendan";

/** Which table is which register, as kept in the workbook. */
export interface StoredTable {
  readonly name: string;
  readonly id: string;
  /** Field id -> heading. */
  readonly columns: Readonly<Record<string, string>>;
  /** All headings in their order when this was kept: tells a renamed column from a deleted one. */
  readonly headings: readonly string[];
}

export interface StoredMapping {
  readonly version: 1;
  readonly lang: Lang;
  readonly tables: Readonly<Partial<Record<RegisterId, StoredTable>>>;
  /** Sheets that stay as they are; a register lives here or in a table. */
  readonly sheets?: readonly KeptSheet[];
  /** Names of the sheets there were when the user was last asked: a sheet that is none of them is new. */
  readonly sheetsSeen?: readonly string[];
}

/** Whether a register lives in sheets that stay as they are. */
export const livesInSheets = (mapping: StoredMapping | undefined, register: RegisterId): boolean =>
  mapping?.sheets?.some((kept) => kept.register === register) ?? false;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What the setting holds, or undefined where it is missing or not ours. */
export function readMapping(value: unknown): StoredMapping | undefined {
  let parsed: unknown;
  try {
    parsed = typeof value === "string" ? JSON.parse(value) : value;
  } catch {
    return undefined;
  }
  if (!isRecord(parsed) || parsed.version !== 1 || !isRecord(parsed.tables)) return undefined;
  return parsed as unknown as StoredMapping;
}

export const mappingText = (mapping: StoredMapping): string => JSON.stringify(mapping);
