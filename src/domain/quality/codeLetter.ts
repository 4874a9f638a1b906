import { aqlTables } from "../../data/aql";

export type Letter =
  "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "J" | "K" | "L" | "M" | "N" | "P" | "Q" | "R" | "S";

/** Inspection levels: special S-1 to S-4, general I to III. Garments are inspected at II unless the buyer says otherwise. */
export type Level = "S-1" | "S-2" | "S-3" | "S-4" | "I" | "II" | "III";

export const levels = aqlTables.levels as readonly Level[];

const levelColumn = new Map(levels.map((level, column) => [level, column]));
const largestLots = aqlTables.lots.map(([largest]) => largest ?? Infinity);
const rows = aqlTables.lots.map(([, letters]) => letters);

/** Table 1 begins at two pieces. */
export const smallestLot = 2;

export const isLot = (lot: number): boolean => Number.isSafeInteger(lot) && lot >= smallestLot;

/**
 * Sample size code letter of a lot (ISO 2859-1:1999, table 1).
 * Undefined when the lot is not a whole number of at least 2.
 */
export const codeLetter = (lot: number, level: Level = "II"): Letter | undefined => {
  if (!isLot(lot)) return undefined;
  let row = 0;
  while (lot > (largestLots[row] ?? Infinity)) row++;
  return rows[row]?.[levelColumn.get(level) ?? 0] as Letter;
};
