import type { CellValue } from "../registers/register";
import type { KeptSheet } from "../registers/sheet/keptSheet";
import type { StoredMapping } from "./storedMapping";

/** The beginning of a sheet that nobody has been asked about. */
export interface AskedHead {
  readonly id: string;
  readonly name: string;
  readonly head: Excel.Range;
}

/** Headings stand in the first rows; wider tables are known by their first columns. */
const ROWS = 30;
const COLUMNS = 120;
/** Nobody copies more sheets than this between two readings. */
const MOST = 40;

/**
 * Ask for the beginnings of sheets that came after the user was last asked, and that have not been looked at in this session:
 * in an unchanged workbook there are none.
 */
export function askNewSheets(
  workbook: Excel.Workbook,
  sheets: readonly Excel.Worksheet[],
  mapping: StoredMapping,
  looked: ReadonlyMap<string, string>,
): AskedHead[] {
  const known = new Set([...(mapping.sheetsSeen ?? []), ...(mapping.sheets ?? []).map(({ sheet }) => sheet)]);
  return sheets
    .filter(({ id, name, visibility }) => visibility === "Visible" && !known.has(name) && !looked.has(id))
    .slice(0, MOST)
    .map(({ id, name }) => {
      const head = workbook.worksheets.getItem(id).getRangeByIndexes(0, 0, ROWS, COLUMNS);
      head.load("values");
      return { id, name, head };
    });
}

/** By sheet id: the kept sheet whose headings it has, "" where it has none's. */
export async function newSheets(
  asked: readonly AskedHead[],
  kept: readonly KeptSheet[],
): Promise<Map<string, string>> {
  if (asked.length === 0) return new Map();
  const { hasHeadings } = await import("../registers/sheet/keptColumns");
  return new Map(
    asked.flatMap(({ id, head }) => {
      const rows = head.values as CellValue[][];
      // A blank sheet is looked at again: something may be pasted there.
      if (rows.every((row) => row.every((value) => value === ""))) return [];
      return [[id, kept.find((one) => hasHeadings(rows, one))?.sheet ?? ""] as const];
    }),
  );
}
