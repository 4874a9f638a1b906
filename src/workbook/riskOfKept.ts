import { keptFormula } from "../registers/keptReference";
import type { CellValue } from "../registers/register";
import { fieldOf } from "../registers/registers";
import { riskFieldIds } from "../registers/riskFieldIds";
import { rowRuns } from "../registers/sheet/keptAdditions";
import { keptPlaces } from "../registers/sheet/keptPlaces";
import type { KeptReading } from "../registers/sheet/keptRows";
import { isFormula } from "./cellContent";
import { registersSeen } from "./registersSeen";
import type { Session } from "./session";

/** A column of risk on a sheet that stays as it is, asked for before a sync. */
export interface AskedKeptFormulas {
  readonly reading: KeptReading;
  readonly fieldId: string;
  readonly heading: Excel.Range;
  readonly cells: Excel.Range;
  /** The row of the first cell. */
  readonly row: number;
  readonly column: number;
}

/** Ask for the risk columns that were added to sheets of orders, where they were last seen. */
export function askKeptFormulas(
  workbook: Excel.Workbook,
  known: Session | undefined,
): readonly AskedKeptFormulas[] {
  return (known?.kept ?? []).flatMap((reading) => {
    const { area, columns, headingRows, kept, rows, sheet } = reading;
    if (kept.register !== "orders") return [];
    const worksheet = workbook.worksheets.getItem(sheet);
    const last = rows.reduce((most, one) => Math.max(most, one.row), 0);
    const first = rows[0]?.row;
    if (first === undefined) return [];
    const inColumns = columns.filter(
      ({ fieldId, kept: how }) => how.added && (riskFieldIds as readonly string[]).includes(fieldId),
    );
    return inColumns.map(({ fieldId, column }) => {
      const heading = worksheet.getRangeByIndexes(headingRows.at(-1) ?? area.row, column, 1, 1);
      heading.load("values");
      const cells = worksheet.getRangeByIndexes(first, column, last - first + 1, 1);
      cells.load("formulas,values");
      return { reading, fieldId, heading, cells, row: first, column };
    });
  });
}

/**
 * Queue these formulas anew where ours stand: what they look at has changed. A cell that somebody has filled otherwise stays as it
 * is, and so does a column that is not where it was.
 */
export function writeKeptFormulas(asked: readonly AskedKeptFormulas[], known: Session | undefined): void {
  if (!known) return;
  const others = registersSeen(known);
  for (const { reading, fieldId, heading, cells, row, column } of asked) {
    const field = fieldOf("orders", fieldId);
    const found = reading.columns.find((one) => one.fieldId === fieldId);
    const said = String((heading.values as CellValue[][])[0]?.[0] ?? "").trim();
    const isThere = found?.heading === said || found?.heading.endsWith(` / ${said}`);
    if (!field || (!isThere && reading.headingRows.length > 0)) continue;
    const places = keptPlaces(reading);
    const formulas = cells.formulas as unknown[][];
    const values = cells.values as unknown[][];
    const ours = formulas.flatMap(([formula], at) =>
      isFormula(formula, values[at]?.[0]) && /\bMERCH[._]/i.test(String(formula)) ? [row + at] : [],
    );
    const [first] = ours;
    if (first === undefined) continue;
    const formula = keptFormula(field, places, first, others, known.lang);
    if (formula === undefined || formula === formulas[first - row]?.[0]) continue;
    const source = cells.getCell(first - row, 0);
    source.formulas = [[formula]];
    for (const run of rowRuns(ours)) {
      const own = run.row === first;
      const rows = own ? run.rows - 1 : run.rows;
      if (rows === 0) continue;
      cells.worksheet
        .getRangeByIndexes(own ? run.row + 1 : run.row, column, rows, 1)
        .copyFrom(source, "Formulas");
    }
  }
}
