import { WorkbookProblem } from "./book";
import { problemOf, runExcel } from "./runExcel";

/** Show a cell or a range: its sheet comes to the front, and it is selected. */
export async function goToCell(sheet: string, address: string): Promise<void> {
  try {
    await runExcel("read", async (context) => {
      const found = context.workbook.worksheets.getItem(sheet);
      found.activate();
      found.getRange(address).select();
      await context.sync();
    });
  } catch (error) {
    const problem = problemOf(error);
    throw problem.code === "changedMeanwhile" ? new WorkbookProblem("sheetGone", { sheet }) : problem;
  }
}
