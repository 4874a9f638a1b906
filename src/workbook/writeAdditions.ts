import type { Lang, RegisterId } from "../registers/register";
import { word } from "../registers/register";
import { columnLetters } from "../registers/columnLetters";
import type { KeptAdditions, RowRun } from "../registers/sheet/keptAdditions";
import { statusColours } from "../registers/statusColours";
import { colour, numberFormatOf, offerChoices, points } from "./layOutSheet";

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

/** How a cell looks, asked for so that a new neighbour may look alike. */
export interface AskedLooks {
  readonly format: Excel.RangeFormat;
  readonly font: Excel.RangeFont;
  readonly fill: Excel.RangeFill;
  readonly borders: readonly { readonly edge: (typeof EDGES)[number]; readonly border: Excel.RangeBorder }[];
}

export function askLooks(cell: Excel.Range): AskedLooks {
  const { format } = cell;
  const { font, fill } = format;
  format.load("horizontalAlignment,verticalAlignment,wrapText");
  font.load("name,size,bold,italic,color");
  fill.load("color");
  const borders = EDGES.map((edge) => {
    const border = format.borders.getItem(edge);
    border.load("style,color,weight");
    return { edge, border };
  });
  return { format, font, fill, borders };
}

/** Queue the looks of another cell. What differs within that cell, or is nothing, is left as it is. */
function giveLooks(cells: Excel.Range, { format, font, fill, borders }: AskedLooks, columns: number): void {
  const alignment = format.horizontalAlignment as string | null;
  if (alignment) cells.format.horizontalAlignment = format.horizontalAlignment;
  if (format.verticalAlignment as string | null) cells.format.verticalAlignment = format.verticalAlignment;
  if ((format.wrapText as boolean | null) === true) cells.format.wrapText = true;
  giveFont(cells, font);
  if (font.bold) cells.format.font.bold = true;
  if (font.italic) cells.format.font.italic = true;
  if (font.color) cells.format.font.color = font.color;
  // White is what a cell without a fill says.
  if (fill.color && fill.color.toUpperCase() !== "#FFFFFF") cells.format.fill.color = fill.color;
  for (const { edge, border } of borders) {
    if (!border.style || border.style === "None") continue;
    const sides = edge === "EdgeRight" && columns > 1 ? ([edge, "InsideVertical"] as const) : [edge];
    for (const side of sides) {
      const own = cells.format.borders.getItem(side);
      own.style = border.style;
      if (border.color) own.color = border.color;
    }
  }
}

function giveFont(cells: Excel.Range, font: Excel.RangeFont): void {
  if (font.name) cells.format.font.name = font.name;
  if (font.size) cells.format.font.size = font.size;
}

/** One number format for all cells: Excel takes a single text for that, though its types know of rows only. */
function formatAll(cells: Excel.Range, format: string): void {
  (cells as { numberFormat: unknown }).numberFormat = format;
}

/** What stands beside the new cells. */
export interface Beside {
  readonly heading: AskedLooks | undefined;
  readonly body: AskedLooks | undefined;
}

/** Characters of a label, and of what stands beside it. */
const LABEL_WIDTH = 18;
const VALUE_WIDTH = 40;

/** Queue headings, looks, number formats and status colours of added columns, and label and value pairs. No formulas yet. */
export function writeFrame(
  sheet: Excel.Worksheet,
  register: RegisterId,
  { columns, pairs, headingRow, runs }: KeptAdditions,
  headingRows: readonly number[],
  beside: Beside,
  lang: Lang,
): void {
  const [first] = columns;
  if (first) {
    if (headingRow !== undefined) {
      const top = headingRows[0] ?? headingRow;
      const head = sheet.getRangeByIndexes(top, first.column, headingRow - top + 1, columns.length);
      if (beside.heading) giveLooks(head, beside.heading, columns.length);
      sheet.getRangeByIndexes(headingRow, first.column, 1, columns.length).values = [
        columns.map(({ heading }) => `'${heading}`),
      ];
    }
    const start = runs[0];
    const end = runs.at(-1);
    if (start && end) {
      const rows = end.row + end.rows - start.row;
      const body = sheet.getRangeByIndexes(start.row, first.column, rows, columns.length);
      if (beside.body) giveFont(body, beside.body.font);
      for (const { field, column } of columns) {
        const cells = sheet.getRangeByIndexes(start.row, column, rows, 1);
        formatAll(cells, numberFormatOf(field));
        cells.columnHidden = false;
        cells.format.columnWidth = points(field.width);
        if (field.choices && field.type !== "formula") {
          offerChoices(
            cells,
            field.choices.map((choice) => word(choice, lang)),
            field.open ?? false,
          );
        }
        colourCells(cells, register, field.id, start.row, column);
      }
    }
  }
  for (const { field, label, row, column, formula } of pairs) {
    const name = sheet.getRangeByIndexes(row, column, 1, 1);
    name.values = [[`'${label}`]];
    const value = sheet.getRangeByIndexes(row, column + 1, 1, 1);
    value.numberFormat = [[numberFormatOf(field)]];
    value.formulas = [[formula]];
    if (beside.body) giveFont(sheet.getRangeByIndexes(row, column, 1, 2), beside.body.font);
    name.columnHidden = false;
    value.columnHidden = false;
    name.format.columnWidth = points(LABEL_WIDTH);
    value.format.columnWidth = points(VALUE_WIDTH);
    value.format.horizontalAlignment = "Left";
    colourCells(value, register, field.id, row, column + 1);
  }
}

function colourCells(
  cells: Excel.Range,
  register: RegisterId,
  fieldId: string,
  row: number,
  column: number,
): void {
  for (const rule of statusColours) {
    if (rule.register !== register || rule.fieldId !== fieldId) continue;
    colour(cells.conditionalFormats.add("Custom"), rule, `$${columnLetters(column)}${row + 1}`);
  }
}

/** Neighbouring columns that hold formulas: of typed ones between them nothing must be copied. */
function formulaBlocks(columns: KeptAdditions["columns"]): { column: number; formulas: string[] }[] {
  const blocks: { column: number; formulas: string[] }[] = [];
  for (const { column, formula } of columns) {
    if (formula === undefined) continue;
    const last = blocks.at(-1);
    if (last && last.column + last.formulas.length === column) last.formulas.push(formula);
    else blocks.push({ column, formulas: [formula] });
  }
  return blocks;
}

/**
 * Queue the formulas of some runs of rows. One row is written, and only once; the others are copies of it, for a copy shifts
 * addresses and is short to say.
 */
export function writeRunFormulas(
  sheet: Excel.Worksheet,
  columns: KeptAdditions["columns"],
  firstRow: number,
  runs: readonly RowRun[],
): void {
  for (const { column, formulas } of formulaBlocks(columns)) {
    const source = sheet.getRangeByIndexes(firstRow, column, 1, formulas.length);
    for (const { row, rows } of runs) {
      const own = row === firstRow;
      if (own) source.formulas = [formulas];
      const rest = own ? rows - 1 : rows;
      if (rest === 0) continue;
      sheet
        .getRangeByIndexes(own ? row + 1 : row, column, rest, formulas.length)
        .copyFrom(source, "Formulas");
    }
  }
}
