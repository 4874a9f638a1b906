import { milestoneArguments } from "./milestoneArguments";
import { otherColumn, otherColumns, type OtherRegister } from "./otherRegister";
import type { Field, Lang, RegisterId, TableNames } from "./register";
import { ownCell } from "./structuredReference";

/** The formula of a field in this very table; undefined for typed fields and where a column it needs is missing. */
export function formulaOf(
  field: Field,
  own: TableNames,
  others: Readonly<Partial<Record<RegisterId, OtherRegister>>>,
  lang: Lang,
): string | undefined {
  return field.formula?.(
    {
      own: (id) => {
        const heading = own.headings[id];
        return heading === undefined ? undefined : ownCell(heading);
      },
      column: (register, id) => otherColumn(others[register], id),
      columns: (register, from, to) => otherColumns(others[register], from, to),
      milestones: (words) => milestoneArguments(own, words),
    },
    lang,
  );
}
