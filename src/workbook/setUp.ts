import type { Lang } from "../registers/register";
import type { Receipt } from "./book";
import { WorkbookProblem } from "./book";

/** Make the sheets, tables and names that are missing. */
export function setUp(lang: Lang, onExisting: "refuse" | "otherName" = "refuse"): Promise<Receipt> {
  void lang;
  void onExisting;
  return Promise.reject(new WorkbookProblem("notSetUp"));
}
