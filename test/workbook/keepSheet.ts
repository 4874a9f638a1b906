import type { RegisterId } from "../../src/registers/register";
import { anchorArea, keptSheetOf } from "../../src/registers/sheet/keptSheetOf";
import { readSheet } from "../../src/registers/sheet/readSheet";
import type { KeptSheet } from "../../src/registers/sheet/keptSheet";
import type { ReadingAnswers } from "../../src/registers/sheet/sheetReading";
import { lookAtSheets } from "../../src/workbook/lookAtSheets";
import { MAPPING_KEY, mappingText, readMapping, type StoredMapping } from "../../src/workbook/storedMapping";
import type { TestWorkbook } from "./openWorkbook";

/** Keep a sheet as adopting does, without adding anything to it. */
export async function keepSheet(
  { book }: TestWorkbook,
  name: string,
  anchor: string,
  register: RegisterId = "orders",
  answers: ReadingAnswers = {},
): Promise<KeptSheet> {
  const [look] = await lookAtSheets([name]);
  if (!look) throw new Error(`No sheet ${name}`);
  const reading = readSheet(look.grid, answers);
  if (!reading.table) throw new Error(`No table on ${name}`);
  const area = anchorArea(reading.table);
  const kept = keptSheetOf(reading, answers, register, anchor);
  await Excel.run(async (context) => {
    const { workbook } = context;
    const range = workbook.worksheets
      .getItem(name)
      .getRangeByIndexes(area.row, area.column, area.rows, area.columns);
    workbook.names.add(anchor, range);
    await context.sync();
  });
  const before = readMapping(book.settings.get(MAPPING_KEY));
  const mapping: StoredMapping = {
    version: 1,
    lang: "en",
    tables: {},
    ...before,
    sheets: [...(before?.sheets ?? []), kept],
    sheetsSeen: book.sheets.list().map((sheet) => sheet.name),
  };
  await Excel.run(async (context) => {
    context.workbook.settings.add(MAPPING_KEY, mappingText(mapping));
    await context.sync();
  });
  return kept;
}
