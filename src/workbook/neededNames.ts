import type { Lang } from "../registers/register";
import { word } from "../registers/register";
import { settingsSheet } from "../registers/settingsSheet";
import { freeSheetName, lackingNames } from "./names";
import type { NewColumn } from "./newColumns";
import { layOutSettings } from "./settingsCells";

/** The settings sheet and the names that were made because new formulas look at them; none where all was there. */
export interface NeededNames {
  readonly sheets: readonly string[];
  readonly names: readonly string[];
}

/** Queue the names that these columns' formulas look at, as far as the workbook lacks them. Without them the formulas err. */
export function layOutNeeded(
  workbook: Excel.Workbook,
  columns: readonly NewColumn[],
  sheets: readonly { readonly name: string }[],
  named: readonly { readonly name: string }[],
  lang: Lang,
): NeededNames {
  const names = lackingNames(named);
  if (names.length === 0 || !columns.some(({ field }) => field.type === "formula")) {
    return { sheets: [], names: [] };
  }
  const title = word(settingsSheet.sheetName, lang);
  const sheet = freeSheetName(
    title,
    sheets.map(({ name }) => name),
  );
  layOutSettings(workbook, sheet, lang, names);
  return { sheets: [sheet], names };
}
