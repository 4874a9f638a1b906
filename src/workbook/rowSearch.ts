import type { CellValue, Fields, RegisterId } from "../registers/register";
import { registers } from "../registers/registers";
import { numberedKeys, rowKey } from "../registers/rowKey";
import { WorkbookProblem } from "./book";
import { knownTable } from "./session";
import { fieldValue } from "./tableRows";

/** The key columns of a table, asked for so that a row can be found by its key. */
export interface AskedKeys {
  readonly register: RegisterId;
  readonly columns: readonly { readonly id: string; readonly values: Excel.Range }[];
}

export function askKeys(table: Excel.Table, register: RegisterId): AskedKeys {
  const known = knownTable(register);
  const columns = registers[register].key.flatMap((id) => {
    const heading = known.columns[id];
    if (heading === undefined) return [];
    const values = table.columns.getItem(heading).getDataBodyRange();
    values.load("values");
    return [{ id, values }];
  });
  return { register, columns };
}

/** The names of the rows, in their order. */
function keysOf({ register, columns }: AskedKeys): (string | undefined)[] {
  const count = columns[0]?.values.values.length ?? 0;
  return Array.from({ length: count }, (_, row) =>
    rowKey(registers[register], keyFields({ register, columns }, row)),
  );
}

/** What a row says in its key fields. */
export function keyFields({ register, columns }: AskedKeys, row: number): Fields {
  const fields: Record<string, CellValue> = {};
  for (const { id, values } of columns) {
    fields[id] = fieldValue(register, id, (values.values as unknown[][])[row]?.[0]);
  }
  return fields;
}

export const hasKey = (asked: AskedKeys, key: string): boolean => keysOf(asked).includes(key);

/** 0-based row within the table's body, or the problem that no row has this key any more. */
export function needRow(asked: AskedKeys, key: string): number {
  const row = numberedKeys(keysOf(asked)).indexOf(key);
  if (row < 0) throw new WorkbookProblem("rowGone", { what: key.replace(/\|/g, " ") });
  return row;
}

/** The key cells of one row once more, to see whether it is still the same row. */
export function askNames(
  { columns }: AskedKeys,
  row: number,
): { readonly id: string; readonly cell: Excel.Range }[] {
  return columns.map(({ id, values }) => {
    const cell = values.getCell(row, 0);
    cell.load("values");
    return { id, cell };
  });
}
