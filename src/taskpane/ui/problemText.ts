import type { Messages } from "../../i18n/en";
import { WorkbookProblem } from "../../workbook/book";

/** What went wrong and what to do, in the user's language. */
export function problemText(problem: unknown, messages: Messages): string {
  if (problem instanceof WorkbookProblem) return messages.problem[problem.code](problem.params);
  return messages.problem.host({ message: problem instanceof Error ? problem.message : String(problem) });
}
