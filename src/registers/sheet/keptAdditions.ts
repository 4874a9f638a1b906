import { keptFormula } from "../keptReference";
import type { OtherRegister } from "../otherRegister";
import type { Field, Lang, RegisterId } from "../register";
import { word } from "../register";
import { fieldOf } from "../registers";
import { keptPlaces } from "./keptPlaces";
import type { KeptReading } from "./keptRows";

/** Rows one below the other; counted from 0. */
export interface RowRun {
  readonly row: number;
  readonly rows: number;
}

/** A column to be added at the right of a kept sheet's table. */
export interface AddedColumn {
  readonly field: Field;
  readonly heading: string;
  readonly column: number;
  /** In the first data row; copied to the others. Absent for fields that somebody types. */
  readonly formula?: string;
}

/** A label with its value beside it, for a sheet of one style. */
export interface AddedPair {
  readonly field: Field;
  readonly label: string;
  readonly row: number;
  /** Of the label; the value stands at its right. */
  readonly column: number;
  readonly formula: string;
}

export interface KeptAdditions {
  readonly columns: readonly AddedColumn[];
  readonly pairs: readonly AddedPair[];
  /** The row of the headings; absent for a list without headings. */
  readonly headingRow?: number;
  /** Where formulas go: data rows, and nothing else. */
  readonly runs: readonly RowRun[];
}

/** Between a table of milestones and what is written beside it. */
const GAP = 1;

/** Neighbouring rows together. */
export function rowRuns(rows: readonly number[]): RowRun[] {
  const runs: { row: number; rows: number }[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last.row + last.rows === row) last.rows += 1;
    else runs.push({ row, rows: 1 });
  }
  return runs;
}

function freeHeading(wanted: string, taken: ReadonlySet<string>): string {
  let heading = wanted;
  for (let n = 2; taken.has(heading.toLowerCase()); n += 1) heading = `${wanted} ${n}`;
  return heading;
}

/**
 * What these fields come to on a kept sheet: a column each at the right of the table, or a label with its value where the sheet
 * is one style. Fields that the sheet has, and formulas that lack what they would look at, are left out.
 */
export function keptAdditions(
  reading: KeptReading,
  fieldIds: readonly string[],
  others: Readonly<Partial<Record<RegisterId, OtherRegister>>>,
  lang: Lang,
): KeptAdditions {
  const { kept, area, columns, labels, headings, headingRows, rows } = reading;
  const has = new Set([...columns, ...labels].map(({ fieldId }) => fieldId));
  const wanted = fieldIds.flatMap((id) => {
    const field = has.has(id) ? undefined : fieldOf(kept.register, id);
    return field ? [field] : [];
  });
  const runs = rowRuns(rows.map(({ row }) => row));
  const places = keptPlaces(reading);
  if (kept.layout === "milestones") {
    const top = headingRows.at(-1) ?? area.row;
    const column = area.column + area.columns + GAP;
    const pairs = wanted.flatMap((field) => {
      const formula = keptFormula(field, places, places.firstRow, others, lang);
      return formula === undefined ? [] : [{ field, label: word(field.heading, lang), formula }];
    });
    return {
      columns: [],
      pairs: pairs.map((pair, index) => ({ ...pair, row: top + index, column })),
      runs: [],
    };
  }

  const taken = new Set(
    headings.flatMap((heading) => [heading, ...heading.split(" / ")]).map((one) => one.toLowerCase()),
  );
  const named = wanted.map((field) => {
    const heading = freeHeading(word(field.heading, lang), taken);
    taken.add(heading.toLowerCase());
    return { field, heading };
  });
  const first = runs[0]?.row ?? places.firstRow;
  const firstColumn = area.column + area.columns;
  // A formula may look at a column that comes along with it, and its place hangs on which of them come.
  let coming = named;
  for (;;) {
    const fields = {
      ...places.fields,
      ...Object.fromEntries(coming.map(({ field }, index) => [field.id, { column: firstColumn + index }])),
    };
    const added = coming.map(({ field, heading }, index): AddedColumn => {
      const formula = keptFormula(field, { ...places, fields }, first, others, lang);
      return { field, heading, column: firstColumn + index, ...(formula !== undefined && { formula }) };
    });
    const possible = added.filter(({ field, formula }) => field.type !== "formula" || formula !== undefined);
    if (possible.length === added.length) {
      const headingRow = headingRows.at(-1);
      return { columns: added, pairs: [], runs, ...(headingRow !== undefined && { headingRow }) };
    }
    coming = coming.filter(({ field }) => possible.some((one) => one.field === field));
  }
}
