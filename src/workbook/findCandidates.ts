import type { Candidate } from "./book";
import { WorkbookProblem } from "./book";

/** Tables and blocks of cells with one heading row. */
export function findCandidates(): Promise<readonly Candidate[]> {
  return Promise.reject(new WorkbookProblem("notSetUp"));
}
