import type { SheetSubject } from "./sheetReading";

const MATERIAL_AMOUNTS = ["required", "ordered", "received", "balance", "perPiece"];

/**
 * Whether what was understood can hardly be anything but such a list. An order says what is made, until when, and how many or for
 * whom; many milestones say it as well. A price list, a shop's sales, freight or a list of machine parts share some of these words.
 */
export function subjectIsSure(subject: SheetSubject, understood: ReadonlySet<string>): boolean {
  const has = (...meanings: readonly string[]): boolean =>
    meanings.some((meaning) => understood.has(meaning));
  if (subject === "inspections" || subject === "none") return true;
  if (subject === "materials") {
    const amounts = MATERIAL_AMOUNTS.filter((meaning) => understood.has(meaning)).length;
    return has("item") && (has("style", "perPiece") || amounts >= 2);
  }
  const dates = [...understood].filter((meaning) => /^(?:T\d|TOP)/.test(meaning)).length;
  if (!has("po", "style")) return false;
  return dates >= 3 || ((has("due") || dates > 0) && has("qty", "customer"));
}
