import type { Area } from "./area";

/** Kinds of chart that can be made and changed here, in Excel's words. */
export const CHART_TYPES = [
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "BarClustered",
  "BarStacked",
  "BarStacked100",
  "Line",
  "LineMarkers",
  "Pie",
  "Doughnut",
  "Area",
  "AreaStacked",
] as const;
export type ChartType = (typeof CHART_TYPES)[number];

export const isChartType = (type: unknown): type is ChartType =>
  (CHART_TYPES as readonly unknown[]).includes(type);

/** A corner: a cell, and how many points right of and below the cell's own corner. */
export interface ChartCorner {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

/** A chart hangs on cells, so that it moves and grows with them. */
export interface ChartAnchor {
  readonly from: ChartCorner;
  readonly to: ChartCorner;
}

export type LegendPosition = "Top" | "Bottom" | "Left" | "Right" | "Corner";

export interface ChartAxisLook {
  readonly title: string;
  readonly titleVisible: boolean;
  readonly visible: boolean;
  readonly gridlines: boolean;
  readonly reverse: boolean;
  readonly numberFormat?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly majorUnit?: number;
}

/** How a chart looks, whatever it shows. */
export interface ChartLook {
  /** `Invalid`, as Excel says, for a kind that is in a file and cannot be made here. */
  readonly type: ChartType | "Invalid";
  /** Blank: the name of the only series. */
  readonly title: string;
  readonly titleVisible: boolean;
  readonly titleSize?: number;
  readonly legend: LegendPosition;
  readonly legendVisible: boolean;
  readonly categoryAxis: ChartAxisLook;
  readonly valueAxis: ChartAxisLook;
  /** Per cent of a column's width. */
  readonly gapWidth?: number;
  readonly overlap?: number;
}

export interface ChartSeriesLook {
  /** `#RRGGBB`; without one the chart's palette. */
  readonly fill?: string;
  readonly labels: boolean;
}

export interface ChartSeries extends ChartSeriesLook {
  /** A text, or the cell that holds it. */
  readonly name: string | Area;
  /** Undefined once the cells are gone. */
  readonly values?: Area;
  readonly categories?: Area;
}

/** A chart as an opened file describes it, beyond what the fields of `ChartInfo` can say; for drawing and saving it as it is. */
export interface ForeignChart {
  /** Its place among the charts of its sheet in the file. */
  readonly index: number;
  /** The file library's description; opaque here. */
  readonly model: object;
  /** The references of the description as the file spells them, in its order. */
  readonly formulas: readonly string[];
  /** What each of them stands for now; a text where it is no plain area of cells. */
  readonly sources: readonly (Area | string)[];
}

export interface ChartInfo extends ChartLook {
  readonly id: string;
  readonly sheet: string;
  readonly name: string;
  readonly anchor: ChartAnchor;
  readonly series: readonly ChartSeries[];
  readonly foreign?: ForeignChart;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Charts {
  list(sheet: string): readonly ChartInfo[];
  find(sheet: string, idOrName: string): ChartInfo | undefined;
  /** The cells may lie on another sheet. */
  add(sheet: string, source: Area, type: ChartType, seriesBy: "Auto" | "Columns" | "Rows"): ChartInfo;
  update(sheet: string, id: string, change: Partial<Omit<ChartInfo, "id" | "sheet" | "foreign">>): void;
  delete(sheet: string, id: string): void;
  /** The series that such cells make. */
  seriesOf(area: Area, seriesBy: "Auto" | "Columns" | "Rows"): ChartSeries[];
  /** Points from the sheet's corner. */
  box(chart: ChartInfo): Box;
  setBox(sheet: string, id: string, change: Partial<Box>): void;
}
