import { intersect } from "../../sheet/a1";
import { BookError } from "../../sheet/book";
import type { Area } from "../../sheet/book";
import type { HostServices } from "../classes";

/** Cells of one kind inside an area, as blocks: `Visible`, `Formulas`, `Constants`, `Blanks`. */
export function specialCells(area: Area, kind: string, host: HostServices): Area[] {
  const { cells, formats } = host.book;
  if (kind === "Visible") {
    const rows = lines(area.rows, formats.hiddenRows(area.sheet), area.row);
    const columns = lines(area.columns, formats.hiddenColumns(area.sheet), area.column);
    return rows.flatMap(([row, height]) =>
      columns.map(([column, width]) => ({ sheet: area.sheet, row, column, rows: height, columns: width })),
    );
  }
  const used = host.book.sheets.usedArea(area.sheet, false);
  const part = used && intersect(used, area);
  if (!part) return [];
  const formulas = cells.areFormulas(part);
  if (kind === "Formulas") return blocks(part, (row, column) => formulas[row]![column]!);
  if (kind !== "Constants" && kind !== "Blanks")
    throw new BookError("NotImplemented", `This host cannot look for ${kind}.`);
  const values = cells.values(part);
  return blocks(part, (row, column) =>
    kind === "Blanks"
      ? values[row]![column] === "" && !formulas[row]![column]
      : values[row]![column] !== "" && !formulas[row]![column],
  );
}

/** Stretches that are not hidden: where each begins, and how long it is. */
function lines(count: number, hidden: ReadonlySet<number>, first: number): [number, number][] {
  const found: [number, number][] = [];
  let begin = first;
  for (const index of [...hidden].sort((a, b) => a - b)) {
    if (index < first || index >= first + count) continue;
    if (index > begin) found.push([begin, index - begin]);
    begin = index + 1;
  }
  if (begin < first + count) found.push([begin, first + count - begin]);
  return found;
}

/** Runs within rows, joined downwards where the next row has the same one. */
function blocks(area: Area, wanted: (row: number, column: number) => boolean): Area[] {
  const done: Area[] = [];
  let open: Area[] = [];
  for (let row = 0; row < area.rows; row++) {
    const next: Area[] = [];
    for (let column = 0; column < area.columns; column++) {
      if (!wanted(row, column)) continue;
      const from = column;
      while (column + 1 < area.columns && wanted(row, column + 1)) column++;
      const columns = column - from + 1;
      const above = open.find((one) => one.column === area.column + from && one.columns === columns);
      next.push(
        above
          ? { ...above, rows: above.rows + 1 }
          : { sheet: area.sheet, row: area.row + row, column: area.column + from, rows: 1, columns },
      );
    }
    done.push(...open.filter((one) => !next.some((two) => two.row === one.row && two.column === one.column)));
    open = next;
  }
  return [...done, ...open].sort((a, b) => a.row - b.row || a.column - b.column);
}
