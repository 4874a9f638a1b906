/** Names that the formulas of every register use. */
export const names = { asOf: "AsOf", calendar: "Calendar", closures: "Closures" } as const;

export const usualCalendar = "CN6";

function free(wanted: string, taken: Iterable<string>, numbered: (n: number) => string): string {
  const lower = new Set([...taken].map((name) => name.toLowerCase()));
  let name = wanted;
  for (let n = 2; lower.has(name.toLowerCase()); n += 1) name = numbered(n);
  return name;
}

/** `Orders`, or `Orders_2` where a table or a named range is called so already. */
export const freeTableName = (wanted: string, taken: Iterable<string>): string =>
  free(wanted, taken, (n) => `${wanted}_${n}`);

/** `Orders`, or `Orders (2)` where a worksheet is called so already. */
export const freeSheetName = (wanted: string, taken: Iterable<string>): string =>
  free(wanted, taken, (n) => `${wanted} (${n})`);

/** `Gendan_Orders_1`, or the next number that no name has. */
export const freeAnchorName = (table: string, taken: Iterable<string>): string =>
  free(`Gendan_${table}_1`, taken, (n) => `Gendan_${table}_${n}`);

/** Those of the names that formulas use which the workbook lacks. */
export function lackingNames(named: readonly { readonly name: string }[]): string[] {
  const taken = new Set(named.map(({ name }) => name.toLowerCase()));
  return Object.values(names).filter((name) => !taken.has(name.toLowerCase()));
}
