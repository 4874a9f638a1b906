import type { FileBook, FileCell, FileSheet } from "../../src/workbench/files/fileBook";

/** Names that a test's add-in has; one with an underscore, which only the list can tell from a dot. */
export const FUNCTIONS = ["MERCH.DAYSLATE", "MERCH.QCSTATUS", "MERCH.AQL_PLAN", "MERCH.DATE.READ"];
export const ADD_IN = {
  id: "6f1d2c3b-4a59-4e68-9a7b-8c9d0e1f2a3b",
  version: "1.0.0.0",
  store: "developer",
  storeType: "Registry",
};
export const READ = { functions: FUNCTIONS, addInId: ADD_IN.id };
export const WRITE = { functions: FUNCTIONS, addIn: ADD_IN, modified: new Date(Date.UTC(2026, 8, 15)) };

export const sheet = (name: string, cells: FileCell[], rest: Partial<FileSheet> = {}): FileSheet => ({
  name,
  visibility: "visible",
  cells,
  ...rest,
});

export const book = (sheets: FileSheet[], rest: Partial<FileBook> = {}): FileBook => ({
  sheets,
  names: [],
  styles: [],
  settings: {},
  date1904: false,
  ...rest,
});
