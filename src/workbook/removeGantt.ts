import { WorkbookProblem } from "./book";
import { runExcel } from "./runExcel";

/** What undo needs: the sheets, and by what they are known to be ours still. */
export interface MadeGantt {
  readonly kind: "gantt";
  readonly sheets: readonly {
    readonly id: string;
    readonly name: string;
    readonly mark: { readonly row: number; readonly column: number; readonly begins: string };
  }[];
}

/** Take the sheets out again. What they show stands in the tracker: nothing is lost with them. */
export function removeGantt({ sheets }: MadeGantt): Promise<void> {
  return runExcel("write", async (context) => {
    const asked = sheets.map(({ id, name, mark }) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(id);
      const cell = sheet.getRangeByIndexes(mark.row, mark.column, 1, 1);
      cell.load("formulas");
      return { name, mark, sheet, cell };
    });
    await context.sync();
    for (const { name, mark, sheet, cell } of asked) {
      const formula = sheet.isNullObject ? undefined : (cell.formulas as unknown[][])[0]?.[0];
      if (typeof formula !== "string" || !formula.startsWith(mark.begins)) {
        throw new WorkbookProblem("changedMeanwhile", { what: name });
      }
    }
    for (const { sheet } of asked) sheet.delete();
    await context.sync();
  });
}
