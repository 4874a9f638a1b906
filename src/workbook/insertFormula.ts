import type { Receipt } from "./book";
import { WorkbookProblem } from "./book";
import { runExcel } from "./runExcel";

/** What undo needs. */
export interface InsertedFormula {
  readonly kind: "formula";
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

const sheetOf = (range: Excel.Range): Excel.Worksheet => range.worksheet;

/** Put a formula into the active cell. A cell that holds something is left alone. */
export function insertFormula(formula: string): Promise<Receipt> {
  return runExcel("write", async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load("address,formulas,rowIndex,columnIndex");
    const sheet = sheetOf(cell);
    sheet.load("name");
    const protection = sheet.protection;
    protection.load("protected");
    await context.sync();
    if (protection.protected) throw new WorkbookProblem("protectedSheet", { sheet: sheet.name });
    if ((cell.formulas as unknown[][])[0]?.[0] !== "") {
      throw new WorkbookProblem("noRoom", { address: cell.address });
    }
    cell.formulas = [[formula]];
    await context.sync();
    const revert: InsertedFormula = {
      kind: "formula",
      sheet: sheet.name,
      row: cell.rowIndex,
      column: cell.columnIndex,
      formula,
    };
    return { code: "formulaInserted", params: { address: cell.address }, address: cell.address, revert };
  });
}

/** Take the formula out again, if it still stands there. */
export function removeFormula({ sheet, row, column, formula }: InsertedFormula): Promise<void> {
  return runExcel("write", async (context) => {
    const cell = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1);
    cell.load("address,formulas");
    await context.sync();
    if ((cell.formulas as unknown[][])[0]?.[0] !== formula) {
      throw new WorkbookProblem("changedMeanwhile", { what: cell.address });
    }
    cell.formulas = [[""]];
    await context.sync();
  });
}
