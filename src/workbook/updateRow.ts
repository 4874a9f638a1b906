import type { Fields, RegisterId } from "../registers/register";
import type { Receipt } from "./book";
import { WorkbookProblem } from "./book";

/** Change fields of the row with this key. seen: what the caller had read of it; agreed: date fields the user agreed to replace. */
export function updateRow(
  register: RegisterId,
  key: string,
  changes: Fields,
  seen: Fields,
  agreed: readonly string[] = [],
): Promise<Receipt> {
  void register;
  void key;
  void changes;
  void seen;
  void agreed;
  return Promise.reject(new WorkbookProblem("notSetUp"));
}
