import type { Book } from "./book";
import { WorkbookProblem } from "./book";

/** The whole book: tables, settings and what is amiss. */
export function readBook(): Promise<Book> {
  return Promise.reject(new WorkbookProblem("notSetUp"));
}
