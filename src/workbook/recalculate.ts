import { runExcel } from "./runExcel";

/** Calculate every formula again: repairs #BUSY! and #NAME? left over from opening. */
export function recalculate(): Promise<void> {
  return runExcel("write", async (context) => {
    context.workbook.application.calculate("Full");
    await context.sync();
  });
}
