import type { Field, Lang, References, RegisterId, TableNames } from "./register";
import { formulaOf } from "./formulaOf";
import type { OtherRegister } from "./otherRegister";

/** What a formula column lacks: a field of its own table, any milestone with its actual date, or another register's table. */
export type FormulaNeed =
  | { readonly kind: "field"; readonly id: string }
  | { readonly kind: "milestones" }
  | { readonly kind: "register"; readonly id: RegisterId };

const nameOf = (need: FormulaNeed): string =>
  need.kind === "milestones" ? need.kind : `${need.kind} ${need.id}`;

/** What would have to be there for the field's formula to be possible. Empty where it is, and for typed fields. */
export function formulaNeeds(
  field: Field,
  own: TableNames,
  others: Readonly<Partial<Record<RegisterId, OtherRegister>>>,
  lang: Lang,
): readonly FormulaNeed[] {
  if (!field.formula || formulaOf(field, own, others, lang) !== undefined) return [];
  const asked = new Map<string, FormulaNeed>();
  const has = (need: FormulaNeed, there: boolean, given: ReadonlySet<string>): string | undefined => {
    if (there) return "there";
    asked.set(nameOf(need), need);
    return given.has(nameOf(need)) ? "given" : undefined;
  };
  const possible = (given: ReadonlySet<string>): boolean => {
    const refs: References = {
      own: (id) => has({ kind: "field", id }, id in own.headings, given),
      column: (id) => has({ kind: "register", id }, id in others, given),
      columns: (id) => has({ kind: "register", id }, id in others, given),
      milestones: () => {
        const there = Object.keys(own.headings).some((id) => id.endsWith(".actual"));
        return has({ kind: "milestones" }, there, given) ? { headings: "given", dates: "given" } : undefined;
      },
    };
    return field.formula?.(refs, lang) !== undefined;
  };
  // One need may hide the next: asked again until nothing new is asked for.
  for (let before = -1; asked.size > before;) {
    before = asked.size;
    possible(new Set(asked.keys()));
  }
  const all = new Set(asked.keys());
  return [...asked]
    .filter(([name]) => !possible(new Set([...all].filter((other) => other !== name))))
    .map(([, need]) => need);
}
