import { formulaTokens } from "../files/formulaTokens";
import { columnName, LAST_COLUMN, LAST_ROW, parseRect } from "./a1";
import type { Area } from "./area";

/** Cells that came or went on a sheet: whole rows and columns are as long as Excel's. */
export interface Shifting {
  /** Rows (`row`) or columns move. */
  readonly along: "row" | "column";
  readonly inserted: boolean;
  readonly area: Area;
}

const SIZE = { row: "rows", column: "columns" } as const;

/** Where an area is afterwards; undefined when all its cells are gone. Cells that move away only in part stay where they are. */
export function shifted(place: Area, { along, inserted, area }: Shifting): Area | undefined {
  const across = along === "row" ? "column" : "row";
  const within =
    place.sheet === area.sheet &&
    place[across] >= area[across] &&
    place[across] + place[SIZE[across]] <= area[across] + area[SIZE[across]];
  if (!within) return place;
  const from = place[along];
  const size = place[SIZE[along]];
  const start = area[along];
  const count = area[SIZE[along]];
  if (inserted) {
    if (start <= from) return { ...place, [along]: from + count };
    return start < from + size ? { ...place, [SIZE[along]]: size + count } : place;
  }
  const gone = Math.max(0, Math.min(from + size, start + count) - Math.max(from, start));
  if (gone === size) return undefined;
  const before = Math.max(0, Math.min(start + count, from) - start);
  return { ...place, [along]: from - before, [SIZE[along]]: size - gone };
}

const CELL = /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})$/i;

/** A formula of the sheet `sheet`, written in A1, as it reads afterwards. References to other sheets stay. */
export function shiftedFormula(formula: string, sheet: string, shifting: Shifting): string {
  const tokens = formulaTokens(formula);
  let text = "";
  for (let at = 0; at < tokens.length; at++) {
    const [here, colon, there] = tokens.slice(at, at + 3);
    const before = text.at(-1);
    const isCell = here!.kind === "word" && CELL.test(here!.text) && before !== "!" && colon?.text !== "(";
    if (!isCell || colon?.text === "!") {
      text += here!.text;
      continue;
    }
    const both = colon?.text === ":" && there !== undefined && CELL.test(there.text);
    text += shiftedReference(here!.text, both ? there.text : undefined, sheet, shifting);
    if (both) at += 2;
  }
  return text;
}

function shiftedReference(
  first: string,
  last: string | undefined,
  sheet: string,
  shifting: Shifting,
): string {
  const rect = parseRect(last === undefined ? first : `${first}:${last}`);
  if (!rect) return last === undefined ? first : `${first}:${last}`;
  const moved = shifted({ sheet, ...rect }, shifting);
  if (!moved) return "#REF!";
  const [, c1, , r1] = CELL.exec(first)!;
  const corner = (row: number, column: number, lockColumn: string, lockRow: string) =>
    `${lockColumn}${columnName(Math.min(column, LAST_COLUMN - 1))}${lockRow}${Math.min(row, LAST_ROW - 1) + 1}`;
  const from = corner(moved.row, moved.column, c1!, r1!);
  if (last === undefined) return from;
  const [, c2, , r2] = CELL.exec(last)!;
  return `${from}:${corner(moved.row + moved.rows - 1, moved.column + moved.columns - 1, c2!, r2!)}`;
}
