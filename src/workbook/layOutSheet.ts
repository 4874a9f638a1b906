import { formulaOf } from "../registers/formulaOf";
import type { Field, Lang, Register, RegisterId, TableNames } from "../registers/register";
import { word } from "../registers/register";
import type { StatusColour } from "../registers/statusColours";
import { colourRule, statusColours, tones } from "../registers/statusColours";
import { columnLetters } from "../registers/columnLetters";
import { DATE_FORMAT, TEXT_FORMAT } from "./cellContent";

/** Validation and colours reach this far down, so that new rows need none of their own. */
export const FORMATTED_ROWS = 5000;

/** Column width is asked for in characters and given to Excel in points. */
export const points = (characters: number): number => characters * 6 + 6;

export function numberFormatOf(field: Field): string {
  switch (field.type) {
    case "date":
      return DATE_FORMAT;
    case "whole":
      return "#,##0";
    case "money":
      return "#,##0.00";
    case "text":
    case "choice":
      return field.code ? TEXT_FORMAT : "General";
    case "number":
      return field.shows === "share" ? "0.0%" : "General";
    case "formula":
      return field.shows === "date" ? DATE_FORMAT : field.shows === "share" ? "0%" : "General";
    default:
      return "General";
  }
}

/** Queue a list of words to choose from. */
export function offerChoices(cells: Excel.Range, words: readonly string[], open: boolean): void {
  cells.dataValidation.rule = { list: { inCellDropDown: true, source: words.join(",") } };
  if (open) {
    cells.dataValidation.errorAlert = { showAlert: false, style: "Information", title: "", message: "" };
  }
}

/** Queue colours of a register's status columns. */
export function colourColumns(
  sheet: Excel.Worksheet,
  register: RegisterId,
  columnOfField: (fieldId: string) => number,
  firstRow: number,
): void {
  for (const rule of statusColours) {
    const column = columnOfField(rule.fieldId);
    if (rule.register !== register || column < 0) continue;
    const cells = sheet.getRangeByIndexes(firstRow, column, FORMATTED_ROWS, 1);
    colour(cells.conditionalFormats.add("Custom"), rule, `$${columnLetters(column)}${firstRow + 1}`);
  }
}

/** Queue one colour. */
export function colour({ custom }: Excel.ConditionalFormat, status: StatusColour, firstCell: string): void {
  custom.rule.formula = colourRule(status, firstCell);
  custom.format.fill.color = tones[status.tone].fill;
  custom.format.font.color = tones[status.tone].font;
}

/** What fits between the margins of A4 lying on its side, in points; at less than 60 % nobody reads a cell's text. */
const A4_ACROSS = 740;
const LEAST_SCALE = 0.6;

/** Queue the print set-up: as many pages across as it takes to be read, each with the headings and the first columns. */
function printLandscape({ pageLayout }: Excel.Worksheet, width: number, firstColumns: number): void {
  pageLayout.orientation = "Landscape";
  pageLayout.paperSize = "A4";
  pageLayout.zoom = { horizontalFitToPages: Math.ceil((width * LEAST_SCALE) / A4_ACROSS) };
  pageLayout.setPrintTitleRows("$1:$1");
  pageLayout.setPrintTitleColumns(`$A:$${columnLetters(firstColumns - 1)}`);
}

/** Queue a sheet with a register's table: headings, formats, choices, colours, frozen panes and print set-up. */
export function layOutSheet(
  workbook: Excel.Workbook,
  register: Register,
  sheetName: string,
  tableName: string,
  lang: Lang,
): { readonly sheet: Excel.Worksheet; readonly table: Excel.Table } {
  const { fields } = register;
  const sheet = workbook.worksheets.add(sheetName);
  const header = sheet.getRangeByIndexes(0, 0, 1, fields.length);
  header.values = [fields.map(({ heading }) => word(heading, lang))];
  const table = sheet.tables.add(sheet.getRangeByIndexes(0, 0, 2, fields.length), true);
  table.name = tableName;
  table.style = "TableStyleLight9";
  sheet.getRangeByIndexes(1, 0, 1, fields.length).numberFormat = [fields.map(numberFormatOf)];
  header.format.wrapText = true;
  header.format.verticalAlignment = "Center";
  header.format.rowHeight = 34;
  fields.forEach((field, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = points(field.width);
    if (field.choices) {
      const words = field.choices.map((choice) => word(choice, lang));
      offerChoices(sheet.getRangeByIndexes(1, column, FORMATTED_ROWS, 1), words, field.open ?? false);
    }
  });
  colourColumns(sheet, register.id, (id) => fields.findIndex((field) => field.id === id), 1);
  // Two columns stay in sight beside the headings: with PO and style one knows which order a date belongs to.
  const named = register.id === "orders" ? 2 : 1;
  sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, 1, named));
  const width = fields.reduce((sum, field) => sum + points(field.width), 0);
  printLandscape(sheet, width, named);
  return { sheet, table };
}

/** Queue the formulas of the first row, once all tables that they name are there. */
export function writeFormulas(
  sheet: Excel.Worksheet,
  register: Register,
  tables: Readonly<Partial<Record<RegisterId, TableNames>>>,
  lang: Lang,
): void {
  const own = tables[register.id];
  if (!own) return;
  register.fields.forEach((field, column) => {
    const formula = formulaOf(field, own, tables, lang);
    if (formula !== undefined) sheet.getRangeByIndexes(1, column, 1, 1).formulas = [[formula]];
  });
}
