import type { Receipt, SettingsChange } from "./book";
import { WorkbookProblem } from "./book";

/** Settings of this workbook. */
export function saveSettings(change: SettingsChange): Promise<Receipt> {
  void change;
  return Promise.reject(new WorkbookProblem("notSetUp"));
}
