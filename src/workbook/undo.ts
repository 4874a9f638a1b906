import type { Receipt } from "./book";
import { WorkbookProblem } from "./book";

/** Take a write back. */
export function undo(receipt: Receipt): Promise<void> {
  void receipt;
  return Promise.reject(new WorkbookProblem("notSetUp"));
}
