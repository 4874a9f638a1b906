import { WorkbookProblem } from "./book";
import { askRiskColumns, riskInPlace, writeRiskColumns } from "./riskFormulas";
import { runExcel } from "./runExcel";
import { replaceRows, type SavedTemplates } from "./saveTemplates";
import { knownSession, remember } from "./session";
import { MAPPING_KEY, mappingText } from "./storedMapping";
import { rowsThatHold } from "./templateRows";
import { askTemplates, rowsIn } from "./templateTable";

/** Take saved templates out again, and put those back that they replaced, if nobody has edited them since. */
export function removeTemplates({ made, written, replaced, mapping }: SavedTemplates): Promise<void> {
  return runExcel("write", async (context) => {
    const known = knownSession();
    const { workbook } = context;
    const asked = askTemplates(context, replaced.length);
    const risks = made === undefined ? [] : askRiskColumns(workbook, known.tables);
    const inPlace = made === undefined ? undefined : await riskInPlace(known);
    const keptRisks = inPlace?.askKeptFormulas(workbook, known) ?? [];
    await context.sync();
    const changed = new WorkbookProblem("changedMeanwhile", { what: asked.sheet.name });
    const found = rowsThatHold(rowsIn(asked), written);
    if (!found) throw changed;
    if (made === undefined) {
      replaceRows(asked, known, replaced, found);
      await context.sync();
      return;
    }
    const { body, header, used } = asked;
    // Whatever somebody has written beside or below it would go with the sheet.
    const only =
      body.rowCount === written.length &&
      used.rowCount === written.length + 1 &&
      used.columnCount === header.columnCount;
    if (!only) throw changed;
    const left = Object.fromEntries(Object.entries(known.tables).filter(([id]) => id !== "templates"));
    writeRiskColumns(risks, left, known.lang);
    inPlace?.writeKeptFormulas(keptRisks, { ...known, tables: left });
    asked.sheet.delete();
    if (mapping) workbook.settings.add(MAPPING_KEY, mappingText(mapping));
    else workbook.settings.getItem(MAPPING_KEY).delete();
    await context.sync();
    remember({ ...known, mapping, tables: left });
  });
}
