import type { Fields } from "../registers/register";
import type { Receipt } from "./book";
import { WorkbookProblem } from "./book";

/** One row for each colour, in one write. */
export function appendOrders(rows: readonly Fields[]): Promise<Receipt> {
  void rows;
  return Promise.reject(new WorkbookProblem("notSetUp"));
}
