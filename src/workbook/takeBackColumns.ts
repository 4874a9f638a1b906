import type { NewColumn } from "./newColumns";
import type { NeededNames } from "./neededNames";

/**
 * Clean up after columns that failed half-way: whatever of them has come to be goes again, and nothing else. A table that
 * was not there before (`tablesBefore`) becomes plain cells.
 */
export async function takeBackColumns(
  context: Excel.RequestContext,
  tableName: string,
  tablesBefore: readonly string[],
  added: readonly NewColumn[],
  needed: NeededNames,
): Promise<void> {
  const { tables, worksheets, names } = context.workbook;
  tables.load("items/name");
  worksheets.load("items/name");
  names.load("items/name");
  await context.sync();
  const made = tables.items.filter(({ name }) => !tablesBefore.includes(name));
  const table = made[0] ?? tables.getItem(tableName);
  table.columns.load("items/name");
  await context.sync();
  const headings = added.map(({ heading }) => heading);
  // The last first: the places of the others stay.
  for (const column of [...table.columns.items].reverse()) {
    if (headings.includes(column.name)) column.delete();
  }
  for (const one of made) one.convertToRange();
  for (const { name } of names.items) if (needed.names.includes(name)) names.getItem(name).delete();
  for (const { name } of worksheets.items) {
    if (needed.sheets.includes(name)) worksheets.getItem(name).delete();
  }
  await context.sync();
}
