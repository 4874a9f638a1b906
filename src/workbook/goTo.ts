import type { RegisterId } from "../registers/register";
import { WorkbookProblem } from "./book";

/** Select the row with this key. */
export function goTo(register: RegisterId, key: string): Promise<void> {
  void register;
  void key;
  return Promise.reject(new WorkbookProblem("notSetUp"));
}
