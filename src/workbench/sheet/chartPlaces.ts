import type { Area, BookEvent } from "./book";
import type { ChartCorner } from "./chart";

type Change = Extract<BookEvent, { type: "changed" }>;

interface Line {
  readonly rows: boolean;
  readonly inserted: boolean;
  readonly start: number;
  readonly count: number;
}

/** Undefined for a change that moves no whole rows or columns. */
function lineOf({ area, change }: Change): Line | undefined {
  const rows = change === "RowInserted" || change === "RowDeleted";
  if (!rows && change !== "ColumnInserted" && change !== "ColumnDeleted") return undefined;
  return {
    rows,
    inserted: change === "RowInserted" || change === "ColumnInserted",
    start: rows ? area.row : area.column,
    count: rows ? area.rows : area.columns,
  };
}

/** Where a row or column is afterwards; one that is deleted gives the place it had. */
const movedIndex = ({ inserted, start, count }: Line, index: number): number => {
  if (inserted) return index >= start ? index + count : index;
  return index < start ? index : Math.max(start, index - count);
};

/** Where an area is after rows or columns came or went; undefined once nothing of it is left. */
export function movedArea(area: Area, event: Change): Area | undefined {
  const line = lineOf(event);
  if (!line || area.sheet !== event.area.sheet) return area;
  const first = line.rows ? area.row : area.column;
  const size = line.rows ? area.rows : area.columns;
  const from = movedIndex(line, first);
  const to = line.inserted ? movedIndex(line, first + size - 1) + 1 : movedIndex(line, first + size);
  if (to <= from) return undefined;
  return line.rows ? { ...area, row: from, rows: to - from } : { ...area, column: from, columns: to - from };
}

export function movedCorner(corner: ChartCorner, event: Change): ChartCorner {
  const line = lineOf(event);
  if (!line) return corner;
  return line.rows
    ? { ...corner, row: movedIndex(line, corner.row) }
    : { ...corner, column: movedIndex(line, corner.column) };
}
