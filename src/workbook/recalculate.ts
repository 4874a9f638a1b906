import { WorkbookProblem } from "./book";

/** Calculate every formula again: repairs #BUSY! and #NAME? left from opening. */
export function recalculate(): Promise<void> {
  return Promise.reject(new WorkbookProblem("notSetUp"));
}
