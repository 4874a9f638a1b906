import type { OrderRisk } from "../domain/schedule/orderRisk";
import type { TaTask } from "../domain/schedule/taTemplate";
import type { Fields, Lang } from "./register";
import type { Tone } from "./statusColours";

/** A row of a register, as the workbook was read. */
export interface ReportRow {
  readonly key: string;
  readonly fields: Fields;
}

/** What the weekly report is made from. */
export interface ReportSource {
  readonly asOf: number;
  readonly orders: readonly ReportRow[];
  /** In the order of their rows: of two on one day the later row is the newer. */
  readonly inspections: readonly ReportRow[];
  readonly risks: readonly OrderRisk[];
  /** For the names of tasks that the workbook's own templates have. */
  readonly templates?: Readonly<Record<string, readonly TaTask[]>>;
}

/** How a column's numbers are shown; text is always text. */
export type ReportFormat = "text" | "whole" | "decimal" | "percent" | "date";

export interface ReportColumn {
  /** Names the column among the section's. */
  readonly id: string;
  readonly heading: string;
  readonly format: ReportFormat;
}

export interface ReportLine {
  /** By the section's columns; "" is blank. */
  readonly cells: readonly (string | number)[];
  /** Colour of the first cell. */
  readonly tone?: Tone;
  readonly bold?: boolean;
}

export interface ReportChart {
  readonly kind: "ColumnStacked" | "BarStacked";
  readonly title: string;
  /** Columns of the section: what names the points, and what is stacked. */
  readonly categories: string;
  readonly series: readonly { readonly column: string; readonly tone: Tone }[];
  /** How many lines from the top it shows. */
  readonly lines: number;
}

export const sectionIds = [
  "orders",
  "customers",
  "factories",
  "weeks",
  "inspections",
  "shipments",
  "unjudged",
] as const;
export type SectionId = (typeof sectionIds)[number];

export interface ReportSection {
  readonly id: SectionId;
  readonly heading: string;
  /** Sentences under the heading. */
  readonly notes: readonly string[];
  readonly columns: readonly ReportColumn[];
  /** Empty: there is nothing to list, and a note says so. */
  readonly lines: readonly ReportLine[];
  readonly chart?: ReportChart;
}

export interface ReportFigure {
  readonly label: string;
  readonly value: number | string;
  readonly format: ReportFormat;
  readonly detail: string;
  readonly tone?: Tone;
}

/** The whole report in words and numbers, without a workbook. */
export interface ReportContent {
  readonly lang: Lang;
  readonly sheetName: string;
  readonly title: string;
  readonly asOf: string;
  /** Foot of each page, with `{page}` and `{pages}` for Excel to fill. */
  readonly foot: string;
  readonly figures: readonly ReportFigure[];
  readonly sections: readonly ReportSection[];
}
