import type { BookIssue, MendId, Receipt } from "./book";
import { WorkbookProblem } from "./book";

/** Carry out one of an issue's mends. */
export function mend(issue: BookIssue, how: MendId): Promise<Receipt> {
  void issue;
  void how;
  return Promise.reject(new WorkbookProblem("notSetUp"));
}
