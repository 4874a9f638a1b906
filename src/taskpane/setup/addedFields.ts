import { formulaNeeds } from "../../registers/formulaNeeds";
import type { Field, Lang, RegisterId, TableNames } from "../../registers/register";
import { registers } from "../../registers/registers";
import type { Book } from "../../workbook/book";
import type { SheetReading } from "../../registers/sheet/sheetReading";

/** What the sheet has already, by field id: columns, labels above them, and the milestones of a sheet of one style. */
export function headingsOf({ columns, form, milestones, layout }: SheetReading): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { meaning, label } of form) if (meaning !== undefined) found[meaning] = label;
  if (layout === "milestones") {
    const parts = new Set(columns.flatMap(({ meaning }) => meaning ?? []));
    for (const { milestone, name } of milestones) {
      if (milestone === undefined) continue;
      for (const part of ["plan", "actual"]) if (parts.has(part)) found[`${milestone}.${part}`] = name;
    }
    return found;
  }
  for (const { meaning, heading } of columns) if (meaning !== undefined) found[meaning] = heading;
  return found;
}

/** Columns that the sheet could be given. */
export const addable = (register: RegisterId, reading: SheetReading): readonly Field[] => {
  const own = headingsOf(reading);
  return registers[register].fields.filter(
    // A sheet of one style has no columns to fill in.
    ({ id, type }) => !(id in own) && (type === "formula" || reading.layout !== "milestones"),
  );
};

/** Of the ticked fields those that this sheet lacks and can have. */
export function addedTo(
  reading: SheetReading,
  register: RegisterId,
  ticked: ReadonlySet<string>,
  tables: Book["tables"],
  lang: Lang,
): readonly string[] {
  const own: Record<string, string> = headingsOf(reading);
  const wanted = addable(register, reading).filter(({ id }) => ticked.has(id));
  for (const { id, type } of wanted) if (type !== "formula") own[id] = id;
  const names: TableNames = { table: "", headings: own };
  return wanted.filter((field) => formulaNeeds(field, names, tables, lang).length === 0).map(({ id }) => id);
}

/** One of these names a row well enough; an inspection without a number of its own is known by its order. */
const naming: Readonly<Partial<Record<RegisterId, readonly string[]>>> = {
  orders: ["po", "style"],
  inspections: ["id", "po", "style"],
  materials: ["item", "po", "style"],
};

/** The fields of which a sheet must have one, where it has none. */
export function lacksKey(register: RegisterId, reading: SheetReading): readonly string[] {
  const own = headingsOf(reading);
  const wanted = naming[register] ?? registers[register].key;
  return wanted.some((id) => id in own) ? [] : wanted;
}
