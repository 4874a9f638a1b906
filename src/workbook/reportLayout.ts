import type { ReportContent, ReportFormat, ReportSection, SectionId } from "../registers/reportContent";
import type { Tone } from "../registers/statusColours";
import { asText, DATE_FORMAT } from "./cellContent";
import { toCellDate } from "./session";

/**
 * Widths in points of the sheet's columns: together the 277 mm that A4 on its side has between margins of 10 mm, so that the
 * report prints at 100 %.
 */
export const REPORT_WIDTHS = [50, 82, 84, 42, 56, 56, 42, 143, 94, 136] as const;
export const REPORT_COLUMNS = REPORT_WIDTHS.length;

/** The sheet's column of each of a section's columns. Long texts stand in the wide ones. */
const PLACES: Readonly<Record<SectionId, readonly number[]>> = {
  orders: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  customers: [0, 1, 2, 3, 4, 5, 6],
  factories: [0, 1, 2, 3, 4, 5, 6],
  weeks: [0, 1, 2, 3, 4, 5],
  inspections: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  shipments: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  unjudged: [1, 2, 3, 4, 5, 7],
};

/** Where a chart stands beside its table, and how many rows it needs at least. */
export const CHART_COLUMN = 7;
const CHART_ROWS = 12;

/** First column and number of columns of each figure at the top. */
const TILES: readonly (readonly [number, number])[] = [
  [0, 2],
  [2, 1],
  [3, 2],
  [5, 2],
  [7, 1],
  [8, 1],
  [9, 1],
];

const FORMATS: Readonly<Record<ReportFormat, string>> = {
  text: "General",
  whole: "#,##0",
  decimal: "0.0",
  percent: "0%",
  date: DATE_FORMAT,
};

export interface PlacedTable {
  readonly section: ReportSection;
  /** Row of the section's name; its notes follow. */
  readonly title: number;
  /** Row of the column headings; absent where there is nothing to list. */
  readonly header: number;
  readonly places: readonly number[];
  /** Last row that its chart may take. */
  readonly chartEnd: number;
}

export interface PlacedTile {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly tone: Tone | undefined;
}

/** The report on a grid: what each cell is given, and what stands where. */
export interface ReportGrid {
  readonly values: (string | number)[][];
  readonly formats: string[][];
  readonly tiles: readonly PlacedTile[];
  readonly tables: readonly PlacedTable[];
}

export function layOutReport(content: ReportContent): ReportGrid {
  const values: (string | number)[][] = [];
  const formats: string[][] = [];
  const row = (): number => {
    values.push(Array<string>(REPORT_COLUMNS).fill(""));
    formats.push(Array<string>(REPORT_COLUMNS).fill(FORMATS.text));
    return values.length - 1;
  };
  const put = (at: number, column: number, value: string | number, format: ReportFormat = "text"): void => {
    values[at]![column] =
      typeof value === "string" ? asText(value, FORMATS.text) : format === "date" ? toCellDate(value) : value;
    if (typeof value === "number") formats[at]![column] = FORMATS[format];
  };
  put(row(), 0, content.title);
  put(row(), 0, content.asOf);
  row();
  const [label, value, detail] = [row(), row(), row()];
  const tiles = content.figures.map((figure, index): PlacedTile => {
    const [column, columns] = TILES[index]!;
    put(label, column, figure.label);
    put(value, column, figure.value, figure.format);
    put(detail, column, figure.detail);
    return { row: label, column, columns, tone: figure.tone };
  });
  const tables = content.sections.map((section): PlacedTable => {
    row();
    const title = row();
    put(title, 0, section.heading);
    for (const note of section.notes) put(row(), 0, note);
    const places = PLACES[section.id];
    if (section.lines.length === 0) return { section, title, header: -1, places, chartEnd: -1 };
    const header = row();
    section.columns.forEach(({ heading }, index) => put(header, places[index]!, heading));
    for (const { cells } of section.lines) {
      const at = row();
      cells.forEach((cell, index) => put(at, places[index]!, cell, section.columns[index]!.format));
    }
    if (section.chart) while (values.length < header + CHART_ROWS) row();
    return { section, title, header, places, chartEnd: values.length - 1 };
  });
  return { values, formats, tiles, tables };
}
