import type { Field, Lang, RegisterId, TableNames } from "./register";
import { milestoneArguments } from "./milestoneArguments";
import { columnOf, columnsOf, ownCell } from "./structuredReference";

/** The formula of a field in this very table; undefined for typed fields and where a column it needs is missing. */
export function formulaOf(
  field: Field,
  own: TableNames,
  others: Readonly<Partial<Record<RegisterId, TableNames>>>,
  lang: Lang,
): string | undefined {
  return field.formula?.(
    {
      own: (id) => {
        const heading = own.headings[id];
        return heading === undefined ? undefined : ownCell(heading);
      },
      column: (register, id) => {
        const other = others[register];
        const heading = other?.headings[id];
        return other && heading !== undefined ? columnOf(other.table, heading) : undefined;
      },
      columns: (register, from, to) => {
        const other = others[register];
        const [first, last] = [other?.headings[from], other?.headings[to]];
        return other && first !== undefined && last !== undefined
          ? columnsOf(other.table, first, last)
          : undefined;
      },
      milestones: (words) => milestoneArguments(own, words),
    },
    lang,
  );
}
