import type { Receipt } from "./book";
import { WorkbookProblem } from "./book";

/** Put a formula into the active cell if it is empty. */
export function insertFormula(formula: string): Promise<Receipt> {
  void formula;
  return Promise.reject(new WorkbookProblem("notSetUp"));
}
