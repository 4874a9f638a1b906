import type { Field, Lang, RegisterId } from "./register";
import { columnOf, ownCell } from "./structuredReference";

/** A table as formulas see it: its name, and its heading for each field it has. */
export interface TableNames {
  readonly table: string;
  readonly headings: Readonly<Record<string, string>>;
}

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
    },
    lang,
  );
}
