import type { SelectedRow } from "./book";
import { WorkbookProblem } from "./book";

/** The row the selected cell stands in. */
export function selection(): Promise<SelectedRow | undefined> {
  return Promise.reject(new WorkbookProblem("notSetUp"));
}
