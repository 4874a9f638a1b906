import { intersect } from "./a1";
import type { Area } from "./book";

/** What is left of an area when a part of it is cut out: at most four rectangles. */
export function without(area: Area, cut: Area): Area[] {
  const part = intersect(area, cut);
  if (!part) return [area];
  const bottom = area.row + area.rows;
  const right = area.column + area.columns;
  const partBottom = part.row + part.rows;
  const partRight = part.column + part.columns;
  const pieces: Area[] = [
    { ...area, rows: part.row - area.row },
    { ...area, row: partBottom, rows: bottom - partBottom },
    { ...area, row: part.row, rows: part.rows, columns: part.column - area.column },
    { ...area, row: part.row, rows: part.rows, column: partRight, columns: right - partRight },
  ];
  return pieces.filter((piece) => piece.rows > 0 && piece.columns > 0);
}
