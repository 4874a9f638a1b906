import type { Plain } from "./plainValue";

/** Text as it stands; a number or a truth value as Excel would write it. */
export function textCell(value: Plain): string {
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value).trim();
}
