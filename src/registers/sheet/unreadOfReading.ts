import { columnLetters } from "../columnLetters";
import type { CellValue, RegisterId } from "../register";
import { FIRST_DAY, LAST_DAY } from "./dateColumn";
import { Cells, type SheetGrid } from "./sheetGrid";
import type { SheetReading } from "./sheetReading";
import { unreadDate, unreadNumber, type UnreadCell } from "./unreadCells";

/** The middle of a row's dates apart from one column: near it lie dates without a year. */
function nearDay(
  cells: Cells,
  row: number,
  columns: readonly number[],
  apartFrom: number,
): number | undefined {
  const days = columns.flatMap((column) => {
    const value: CellValue = column === apartFrom ? "" : cells.value(row, column);
    return typeof value === "number" && value >= FIRST_DAY && value <= LAST_DAY ? [Math.floor(value)] : [];
  });
  return days.sort((a, b) => a - b)[Math.floor(days.length / 2)];
}

/**
 * What a first look at a sheet cannot read, or reads from a text. Nothing of a sheet that was fetched in part: what is mended
 * in a part of a column can take away the proof by which the rest is read.
 */
export function unreadOfReading(
  grid: SheetGrid,
  reading: SheetReading,
  register: RegisterId,
): readonly UnreadCell[] {
  const cells = new Cells(grid);
  if (reading.rows.some(({ row, kind }) => kind === "unread" || !cells.fetched(row))) return [];
  const rows = reading.rows.filter(({ kind }) => kind === "data");
  const dated = reading.columns.flatMap(({ column, dates }) => (dates ? [column] : []));
  return reading.columns.flatMap(({ column, heading, meaning, dates, numbers }) => {
    if (meaning === undefined || (!dates && !numbers)) return [];
    return rows.flatMap(({ row }): UnreadCell[] => {
      const value = cells.value(row, column);
      const unread = dates
        ? unreadDate(value, dates.rules, nearDay(cells, row, dated, column))
        : unreadNumber(value, numbers?.dot);
      if (!unread) return [];
      return [
        {
          register,
          sheet: reading.sheet,
          address: `${columnLetters(column)}${row + 1}`,
          heading,
          fieldId: meaning,
          value,
          ...unread,
          ...(cells.formula(row, column) && { formula: true as const }),
        },
      ];
    });
  });
}
