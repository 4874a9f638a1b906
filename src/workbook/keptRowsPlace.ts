import type { CellValue, Fields } from "../registers/register";
import { registers } from "../registers/registers";
import type { OpenSheet } from "./openKept";

/** A range of one column or of several in a formula, without a sheet's name: `D3:D6`, `$D$3:$D$6`. */
const RANGE = /(?<![\p{L}\p{N}_.!$:'])(\$?[A-Z]{1,3}\$?)(\d+):(\$?[A-Z]{1,3}\$?)(\d+)(?![\p{L}\p{N}_(.:])/gu;

/** A total down to the last order (a row from 1) as it must be to have the new orders in it too. */
export function totalWith(formula: string, last: number, more: number): string {
  return formula.replace(RANGE, (whole, from: string, first: string, to: string, end: string) =>
    Number(end) === last && Number(first) <= last ? `${from}${first}:${to}${last + more}` : whole,
  );
}

/**
 * The totals right under the last row that speak of its group only: as many as stand under the groups before. An order of another
 * number goes below them, or it would be counted in with the last one.
 */
export function subtotals({ reading }: OpenSheet, last: number, rows: readonly Fields[]): number {
  const before = reading.rows.at(-1)?.fields;
  const isSame = (one: Fields): boolean =>
    ["po", "style"].every((id) => (one[id] ?? "") === "" || one[id] === before?.[id]);
  if (rows.every(isSame)) return 0;
  let [run, among] = [0, 0];
  for (const { row, kind } of reading.kinds) {
    if (row > last) break;
    if (kind === "data" && run > 0) among = run;
    run = kind === "total" ? run + 1 : 0;
  }
  let count = 0;
  const kinds = new Map(reading.kinds.map(({ row, kind }) => [row, kind]));
  while (count < among && kinds.get(last + 1 + count) === "total") count += 1;
  return count;
}

/** A sheet that says once which order or style it is has no room for another. */
export const fits = ({ reading: { kept, labels, rows } }: OpenSheet, wanted: readonly Fields[]): boolean =>
  kept.layout !== "milestones" &&
  labels.every(({ fieldId }) => {
    if (!registers[kept.register].key.includes(fieldId)) return true;
    const own = folded(rows[0]?.fields[fieldId]);
    return own === "" || wanted.every((one) => [own, ""].includes(folded(one[fieldId])));
  });

const folded = (value: CellValue | undefined): string =>
  String(value ?? "")
    .trim()
    .toLowerCase();

/** Rows under the last one that wait for an order: blank, or with formulas filled in beforehand. */
export function waitingRows({ reading, grid }: OpenSheet, last: number): number {
  const bottom = grid.top + grid.values.length;
  const kinds = new Map(reading.kinds.map(({ row, kind }) => [row, kind]));
  const kindOf = (row: number): string => (row >= bottom ? "end" : (kinds.get(row) ?? "blank"));
  let row = last + 1;
  let blanks = 0;
  while (kindOf(row) === "blank" || kindOf(row) === "formulaOnly") {
    blanks = kindOf(row) === "blank" ? blanks + 1 : 0;
    row += 1;
  }
  if (kindOf(row) === "end") return Infinity;
  // The blank row above totals and notes keeps them apart from the orders.
  return row - last - 1 - Math.min(blanks, 1);
}
