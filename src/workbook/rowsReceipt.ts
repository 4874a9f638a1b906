import type { Fields, RegisterId } from "../registers/register";
import { registers } from "../registers/registers";
import type { Receipt } from "./book";

/** Rows as people name them, and what was written to them where. */
export function rowsReceipt(
  register: RegisterId,
  rows: readonly { readonly key: string; readonly names: Fields }[],
  writes: readonly { readonly heading: string; readonly address: string }[],
  revert: unknown,
): Receipt {
  const [first] = rows;
  const names = registers[register].key.map((id) => first?.names[id] ?? "").filter((name) => name !== "");
  const fields = [...new Set(writes.map(({ heading }) => heading))].join(", ");
  const address = writes.map((write) => write.address).join(", ");
  return rows.length > 1
    ? { code: "rowsUpdated", params: { count: rows.length, fields }, address, revert }
    : { code: "rowUpdated", params: { what: names.join(" "), fields }, address, revert };
}
