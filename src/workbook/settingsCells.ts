import type { Lang } from "../registers/register";
import { word } from "../registers/register";
import { settingsPlaces, settingsSheet } from "../registers/settingsSheet";
import { DATE_FORMAT } from "./cellContent";
import { offerChoices } from "./layOutSheet";
import { names, usualCalendar } from "./names";

/** Queue the settings sheet and those of the three names that the workbook does not have yet. */
export function layOutSettings(
  workbook: Excel.Workbook,
  sheetName: string,
  lang: Lang,
  missing: readonly string[],
): Excel.Worksheet {
  const sheet = workbook.worksheets.add(sheetName);
  const { asOf, calendar, closureTitle, closureHeadings, closures } = settingsPlaces;
  const cell = (row: number, column: number): Excel.Range => sheet.getRangeByIndexes(row, column, 1, 1);
  const say = (row: number, column: number, text: string): void => {
    cell(row, column).values = [[`'${text}`]];
  };
  say(0, 0, word(settingsSheet.title, lang));
  cell(0, 0).format.font.bold = true;
  say(asOf.row, 0, word(settingsSheet.asOf, lang));
  say(asOf.row, 2, word(settingsSheet.asOfHint, lang));
  say(calendar.row, 0, word(settingsSheet.calendar, lang));
  say(calendar.row, 2, word(settingsSheet.calendarHint, lang));
  cell(asOf.row, asOf.column).numberFormat = [[DATE_FORMAT]];
  cell(asOf.row, asOf.column).formulas = [["=TODAY()"]];
  cell(calendar.row, calendar.column).values = [[usualCalendar]];
  offerChoices(cell(calendar.row, calendar.column), settingsSheet.calendars, false);
  say(closureTitle.row, closureTitle.column, word(settingsSheet.closures, lang));
  cell(closureTitle.row, closureTitle.column).format.font.bold = true;
  settingsSheet.closureHeadings.forEach((heading, index) => {
    say(closureHeadings.row, closureHeadings.column + index, word(heading, lang));
  });
  const rows = sheet.getRangeByIndexes(closures.row, closures.column, closures.rows, closures.columns);
  rows.getColumn(0).numberFormat = Array.from({ length: closures.rows }, () => [DATE_FORMAT]);
  offerChoices(
    rows.getColumn(1),
    settingsSheet.closureKinds.map((kind) => word(kind, lang)),
    false,
  );
  [24, 14, 40].forEach((width, column) => {
    cell(0, column).format.columnWidth = width * 6;
  });
  const places = {
    [names.asOf]: cell(asOf.row, asOf.column),
    [names.calendar]: cell(calendar.row, calendar.column),
    [names.closures]: rows,
  };
  for (const [name, range] of Object.entries(places)) {
    if (missing.includes(name)) workbook.names.add(name, range);
  }
  return sheet;
}
