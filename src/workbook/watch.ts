import { WorkbookProblem } from "./book";

/** Tell of changes (debounced) and of the selected cell. Resolves to a function that stops it. */
export function watch(onChange: () => void, onSelection?: () => void): Promise<() => Promise<void>> {
  void onChange;
  void onSelection;
  return Promise.reject(new WorkbookProblem("notSetUp"));
}
