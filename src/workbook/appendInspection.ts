import type { Fields } from "../registers/register";
import type { Receipt } from "./book";
import { WorkbookProblem } from "./book";

/** The inspection and its defects, in one action. */
export function appendInspection(inspection: Fields, defects: readonly Fields[]): Promise<Receipt> {
  void inspection;
  void defects;
  return Promise.reject(new WorkbookProblem("notSetUp"));
}
