import type { Lang, RegisterId } from "../registers/register";
import type { Candidate, ColumnChoice, Receipt } from "./book";
import { WorkbookProblem } from "./book";

/** Make the user's own table a register. addFields: columns to add at its right end, after the user agreed. */
export function adopt(
  candidate: Candidate,
  register: RegisterId,
  columns: readonly ColumnChoice[],
  addFields: readonly string[],
  lang: Lang,
): Promise<Receipt> {
  void candidate;
  void register;
  void columns;
  void addFields;
  void lang;
  return Promise.reject(new WorkbookProblem("notSetUp"));
}
