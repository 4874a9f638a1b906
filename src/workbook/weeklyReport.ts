import type { ReportChart, ReportContent } from "../registers/reportContent";
import type { Tone } from "../registers/statusColours";
import { tones } from "../registers/statusColours";
import type { Receipt } from "./book";
import { readBack } from "./cellContent";
import { freeSheetName } from "./names";
import type { MadeReport } from "./removeReport";
import type { PlacedTable, ReportGrid } from "./reportLayout";
import { CHART_COLUMN, layOutReport, REPORT_COLUMNS, REPORT_WIDTHS } from "./reportLayout";
import { problemOf, runExcel } from "./runExcel";

const MILLIMETRE = 72 / 25.4;
const INK = "#1F3864";
const PALE = "#DDE6F2";
const LINE = "#BFBFBF";

/** Colours of bars: fuller than those of cells, and apart in lightness too. */
const BARS: Readonly<Record<Tone, string>> = {
  bad: "#B3261E",
  warn: "#F2B134",
  good: "#2E7D5B",
  quiet: "#8C8C8C",
};

/** Write the report on a sheet of its own. Earlier ones stay; a second one of the same day gets a number. */
export function makeWeeklyReport(content: ReportContent): Promise<Receipt> {
  return runExcel("write", async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();

    const taken = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
    const name = freeSheetName(content.sheetName, taken);
    const sheet = worksheets.add(name);
    sheet.load("id");
    const grid = layOutReport(content);
    writeCells(sheet, grid);
    setPage(sheet, content);
    for (const table of grid.tables) if (table.section.chart) addChart(sheet, table, table.section.chart);
    sheet.activate();
    try {
      await context.sync();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code !== "offline" && problem.code !== "cellEditing") await removeSheet(context, name);
      throw problem;
    }
    const values = grid.values.map((row) => row.map(readBack));
    const revert: MadeReport = { kind: "report", sheet: sheet.id, name, values };
    return { code: "reportMade", params: { sheet: name }, address: name, revert };
  });
}

async function removeSheet(context: Excel.RequestContext, name: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  await context.sync();
  if (!sheet.isNullObject) sheet.delete();
  await context.sync();
}

function writeCells(sheet: Excel.Worksheet, { values, formats, tiles, tables }: ReportGrid): void {
  const at = (row: number, column: number, rows = 1, columns = 1) =>
    sheet.getRangeByIndexes(row, column, rows, columns);
  sheet.showGridlines = false;
  REPORT_WIDTHS.forEach((width, column) => {
    at(0, column).format.columnWidth = width;
  });
  const all = at(0, 0, values.length, REPORT_COLUMNS);
  all.format.font.size = 9;
  all.format.verticalAlignment = "Top";
  all.numberFormat = formats;
  all.values = values;

  const title = at(0, 0).format;
  title.font.size = 16;
  title.font.bold = true;
  title.font.color = INK;
  title.rowHeight = 24;
  for (const { row, column, columns, tone } of tiles) {
    if (columns > 1)
      for (let line = row; line < row + 3; line += 1) at(line, column, 1, columns).merge(false);
    const tile = at(row, column, 3, columns).format;
    tile.fill.color = tone ? tones[tone].fill : PALE;
    tile.font.color = tone ? tones[tone].font : INK;
    tile.horizontalAlignment = "Center";
    tile.borders.getItem("EdgeRight").color = "#FFFFFF";
    const value = at(row + 1, column, 1, columns).format.font;
    value.size = 18;
    value.bold = true;
    at(row + 1, column).format.rowHeight = 26;
  }
  for (const table of tables) writeTable(sheet, table);
}

function writeTable(sheet: Excel.Worksheet, { section, title, header, places }: PlacedTable): void {
  const at = (row: number, column: number, rows = 1, columns = 1) =>
    sheet.getRangeByIndexes(row, column, rows, columns);
  const heading = at(title, 0, 1, REPORT_COLUMNS).format;
  heading.font.bold = true;
  heading.font.size = 12;
  heading.font.color = INK;
  heading.rowHeight = 18;
  const rule = heading.borders.getItem("EdgeBottom");
  rule.style = "Continuous";
  rule.color = INK;
  if (header < 0) return;

  const first = Math.min(...places);
  const width = Math.max(...places) - first + 1;
  const { lines, columns } = section;
  const names = at(header, first, 1, width).format;
  names.font.bold = true;
  names.fill.color = PALE;
  names.wrapText = true;
  const body = at(header + 1, first, lines.length, width).format;
  body.wrapText = true;
  for (const edge of ["EdgeBottom", ...(lines.length > 1 ? (["InsideHorizontal"] as const) : [])] as const) {
    const border = body.borders.getItem(edge);
    border.style = "Continuous";
    border.color = LINE;
  }
  columns.forEach(({ format }, index) => {
    if (format === "text") return;
    // Counts stand under each other by their last digit; what has one width anyway keeps clear of its neighbours.
    const centred = places[index] === 0 || format !== "whole";
    at(header, places[index]!, lines.length + 1, 1).format.horizontalAlignment = centred ? "Center" : "Right";
  });
  // Lines of one colour follow each other: one request for all of them.
  for (let from = 0; from < lines.length;) {
    const { tone, bold } = lines[from]!;
    let to = from + 1;
    while (to < lines.length && lines[to]!.tone === tone && lines[to]!.bold === bold) to += 1;
    if (tone) {
      const cells = at(header + 1 + from, places[0]!, to - from, 1).format;
      cells.fill.color = tones[tone].fill;
      cells.font.color = tones[tone].font;
      cells.font.bold = true;
      cells.horizontalAlignment = "Center";
    }
    if (bold) at(header + 1 + from, first, to - from, width).format.font.bold = true;
    from = to;
  }
  at(header, first, lines.length + 1, width).format.autofitRows();
}

function addChart(
  sheet: Excel.Worksheet,
  { section, header, places, chartEnd }: PlacedTable,
  { kind, title, categories, series, lines }: ReportChart,
): void {
  const indexOf = (id: string) => section.columns.findIndex((column) => column.id === id);
  const cells = (id: string) => sheet.getRangeByIndexes(header + 1, places[indexOf(id)]!, lines, 1);
  const chart = sheet.charts.add(kind, cells(series[0]!.column), "Columns");
  chart.title.text = title;
  chart.title.format.font.size = 12;
  series.forEach(({ column, tone }, index) => {
    const heading = section.columns[indexOf(column)]!.heading;
    const bar = index === 0 ? chart.series.getItemAt(0) : chart.series.add(heading);
    bar.name = heading;
    bar.setValues(cells(column));
    bar.setXAxisValues(cells(categories));
    bar.format.fill.setSolidColor(BARS[tone]);
    bar.gapWidth = 50;
  });
  chart.legend.visible = true;
  chart.legend.position = "Bottom";
  const sums = section.lines
    .slice(0, lines)
    .map(({ cells: line }) => series.reduce((sum, { column }) => sum + Number(line[indexOf(column)]), 0));
  // Orders are counted in whole ones.
  chart.axes.valueAxis.majorUnit = Math.max(1, Math.ceil(Math.max(...sums) / 5));
  chart.axes.valueAxis.numberFormat = "0";
  // Bars are drawn from the bottom up; the worst belongs on top, as in the table.
  if (kind === "BarStacked") chart.axes.categoryAxis.reversePlotOrder = true;
  chart.setPosition(
    sheet.getRangeByIndexes(header, CHART_COLUMN, 1, 1),
    sheet.getRangeByIndexes(chartEnd, REPORT_COLUMNS - 1, 1, 1),
  );
}

function setPage(sheet: Excel.Worksheet, { foot }: ReportContent): void {
  const page = sheet.pageLayout;
  page.orientation = "Landscape";
  page.paperSize = "A4";
  page.zoom = { horizontalFitToPages: 1 };
  page.centerHorizontally = true;
  page.leftMargin = page.rightMargin = 10 * MILLIMETRE;
  page.topMargin = 12 * MILLIMETRE;
  page.bottomMargin = 15 * MILLIMETRE;
  page.headerMargin = page.footerMargin = 7 * MILLIMETRE;
  page.setPrintTitleRows("$1:$1");
  const pages = page.headersFooters.defaultForAllPages;
  pages.leftFooter = "&F";
  pages.centerFooter = foot.replace("{page}", "&P").replace("{pages}", "&N");
  pages.rightFooter = "&A";
}
