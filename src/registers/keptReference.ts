import { columnLetters } from "./columnLetters";
import { milestonesAcross, milestonesOneByOne } from "./milestoneArguments";
import type { OtherRegister } from "./otherRegister";
import { otherColumn, otherColumns } from "./otherRegister";
import type { Field, Lang, MilestoneArguments, References, RegisterId } from "./register";

/** Where a field stands on a kept sheet: in a cell of every row, or once on the sheet. Rows and columns are counted from 0. */
export type KeptPlace =
  | { readonly column: number; readonly fillDown?: boolean }
  | { readonly column: number; readonly row: number };

/** What a kept sheet's formulas can look at. */
export interface KeptPlaces {
  /** By field id. */
  readonly fields: Readonly<Record<string, KeptPlace>>;
  /** The one row of headings, from a column of the sheet on; absent where there are several rows, or none. */
  readonly headings?: { readonly row: number; readonly column: number; readonly texts: readonly string[] };
  /** The first row under the headings, from which blank cells are filled down. */
  readonly firstRow: number;
}

/**
 * The cell of a row, its column held fast and its row not, so that the formula can be copied down: `$F5`. Of a column whose
 * blank cells go on with what stands above: the last filled cell down to this row. What stands once on the sheet is held
 * fast both ways: `$C$2`.
 */
function cellOf(place: KeptPlace, firstRow: number, row: number): string {
  const letters = columnLetters(place.column);
  if ("row" in place) return `$${letters}$${place.row + 1}`;
  if (!place.fillDown) return `$${letters}${row + 1}`;
  const above = `$${letters}$${firstRow + 1}:$${letters}${row + 1}`;
  return `IFERROR(LOOKUP(2,1/(${above}<>""),${above}),"")`;
}

/**
 * The milestones of a row in one piece, under the sheet's own headings: these travel along where columns are moved, and one piece
 * is quicker to calculate than many.
 */
function underHeadings({ fields, headings }: KeptPlaces, row: number): MilestoneArguments | undefined {
  if (!headings) return undefined;
  const { row: headingRow, column: left, texts } = headings;
  const columns = Object.entries(fields).map(([id, place]): [string, number | undefined] => [
    id,
    "row" in place || place.fillDown ? undefined : place.column - left,
  ]);
  const found = milestonesAcross(Object.fromEntries(columns), texts);
  if (!found) return undefined;
  const [from, to] = [columnLetters(left + found.first), columnLetters(left + found.last)];
  return {
    headings: `$${from}$${headingRow + 1}:$${to}$${headingRow + 1}`,
    dates: `$${from}${row + 1}:$${to}${row + 1}`,
  };
}

/**
 * A field's formula in a row of a kept sheet, in plain addresses; undefined for typed fields and where a column it needs is
 * missing. The formula of one row copied to another is that row's own.
 */
export function keptFormula(
  field: Field,
  own: KeptPlaces,
  row: number,
  others: Readonly<Partial<Record<RegisterId, OtherRegister>>>,
  lang: Lang,
): string | undefined {
  const cell = (id: string): string | undefined => {
    const place = own.fields[id];
    return place && cellOf(place, own.firstRow, row);
  };
  const refs: References = {
    own: cell,
    column: (register, id) => otherColumn(others[register], id),
    columns: (register, from, to) => otherColumns(others[register], from, to),
    milestones: (words) =>
      underHeadings(own, row) ??
      milestonesOneByOne(
        Object.fromEntries(Object.keys(own.fields).map((id) => [id, cell(id) ?? ""])),
        words,
      ),
  };
  return field.formula?.(refs, lang);
}
