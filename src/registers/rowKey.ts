import type { CellValue, Fields, Register } from "./register";

/** One name however it is typed: full-width, upper case or with stray spaces. */
const folded = (value: CellValue | undefined): string =>
  String(value ?? "")
    .normalize("NFKC")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();

/** The name of a row: its key fields, joined. Undefined where all of them are blank. */
export function rowKey(register: Register, fields: Fields): string | undefined {
  const parts = register.key.map((id) => folded(fields[id]));
  return parts.some((part) => part !== "") ? parts.join("|") : undefined;
}

/** The same names with the second and later rows of one name numbered, so that each names one row. */
export function numberedKeys(keys: readonly (string | undefined)[]): (string | undefined)[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    if (key === undefined) return undefined;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  });
}
