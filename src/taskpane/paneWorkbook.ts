import type { addColumns } from "../workbook/addColumns";
import type { adopt } from "../workbook/adopt";
import type { appendInspection } from "../workbook/appendInspection";
import type { appendOrders } from "../workbook/appendOrders";
import type { findCandidates } from "../workbook/findCandidates";
import type { makeGantt } from "../workbook/ganttSheet";
import type { goTo } from "../workbook/goTo";
import type { insertFormula } from "../workbook/insertFormula";
import type { mend } from "../workbook/mend";
import type { readBook } from "../workbook/readBook";
import type { recalculate } from "../workbook/recalculate";
import type { saveSettings } from "../workbook/saveSettings";
import type { saveTemplates } from "../workbook/saveTemplates";
import type { selection } from "../workbook/selection";
import type { setUp } from "../workbook/setUp";
import type { undo } from "../workbook/undo";
import type { updateRow } from "../workbook/updateRow";
import type { watch } from "../workbook/watch";
import type { makeWeeklyReport } from "../workbook/weeklyReport";

/** All that the pane can do to a workbook. The entry script puts the real functions here, tests a workbook in memory. */
export interface PaneWorkbook {
  readonly readBook: typeof readBook;
  readonly watch: typeof watch;
  readonly selection: typeof selection;
  readonly goTo: typeof goTo;
  readonly insertFormula: typeof insertFormula;
  readonly setUp: typeof setUp;
  readonly findCandidates: typeof findCandidates;
  readonly adopt: typeof adopt;
  readonly addColumns: typeof addColumns;
  readonly appendOrders: typeof appendOrders;
  readonly appendInspection: typeof appendInspection;
  readonly updateRow: typeof updateRow;
  readonly undo: typeof undo;
  readonly saveSettings: typeof saveSettings;
  readonly saveTemplates: typeof saveTemplates;
  readonly mend: typeof mend;
  readonly recalculate: typeof recalculate;
  readonly makeWeeklyReport: typeof makeWeeklyReport;
  readonly makeGantt: typeof makeGantt;
}
