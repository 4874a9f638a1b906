import type { AddAxisOptions, AddChartOptions, ChartModel } from "@cj-tech-master/excelts/chart";
import { buildChartModel } from "@cj-tech-master/excelts/chart";
import type { ChartAxisLook, ChartType } from "../sheet/chart";
import type { FileChart } from "./fileBook";

/** The library's words for a kind of chart. */
const KINDS: Readonly<
  Record<ChartType, Pick<AddChartOptions, "type" | "barDir" | "grouping" | "showMarker">>
> = {
  ColumnClustered: { type: "bar", barDir: "col", grouping: "clustered" },
  ColumnStacked: { type: "bar", barDir: "col", grouping: "stacked" },
  ColumnStacked100: { type: "bar", barDir: "col", grouping: "percentStacked" },
  BarClustered: { type: "bar", barDir: "bar", grouping: "clustered" },
  BarStacked: { type: "bar", barDir: "bar", grouping: "stacked" },
  BarStacked100: { type: "bar", barDir: "bar", grouping: "percentStacked" },
  Line: { type: "line", grouping: "standard", showMarker: false },
  LineMarkers: { type: "line", grouping: "standard", showMarker: true },
  Pie: { type: "pie" },
  Doughnut: { type: "doughnut" },
  Area: { type: "area", grouping: "standard" },
  AreaStacked: { type: "area", grouping: "stacked" },
};

export const LEGENDS = { Top: "t", Bottom: "b", Left: "l", Right: "r", Corner: "tr" } as const;

const axisOptions = (axis: ChartAxisLook): AddAxisOptions => ({
  ...(axis.titleVisible && axis.title && { title: axis.title }),
  ...(axis.numberFormat !== undefined && { numFmt: axis.numberFormat, numFmtLinked: false }),
  ...(axis.minimum !== undefined && { min: axis.minimum }),
  ...(axis.maximum !== undefined && { max: axis.maximum }),
  ...(axis.majorUnit !== undefined && { majorUnit: axis.majorUnit }),
  majorGridlines: axis.gridlines,
  orientation: axis.reverse ? "maxMin" : "minMax",
  hidden: !axis.visible,
  majorTickMark: "none",
  minorTickMark: "none",
  tickLblPos: "nextTo",
});

/** A chart of the book as the library is told to make it. */
export function chartOptions(chart: FileChart): AddChartOptions {
  const { type, series, titleSize } = chart;
  const kind = KINDS[type as ChartType] as (typeof KINDS)[ChartType] | undefined;
  if (!kind) throw new Error(`No chart of the type ${type} can be made.`);
  const lines = kind.type === "line";
  const run = {
    text: chart.title,
    ...(titleSize !== undefined && { properties: { size: Math.round(titleSize * 100) } }),
  };
  const [only] = series;
  const named =
    series.length === 1 && typeof only?.name === "object" ? { formula: only.name.ref } : undefined;
  return {
    ...kind,
    title: !chart.titleVisible
      ? null
      : chart.title
        ? { paragraphs: [{ runs: [run] }] }
        : (named ?? undefined),
    titleOptions: { overlay: false },
    showLegend: chart.legendVisible,
    legendPosition: LEGENDS[chart.legend],
    ...(kind.type === "bar" && {
      gapWidth: chart.gapWidth ?? 150,
      ...(chart.overlap !== undefined && { overlap: chart.overlap }),
    }),
    ...(kind.type !== "pie" &&
      kind.type !== "doughnut" && {
        categoryAxis: axisOptions(chart.categoryAxis),
        valueAxis: axisOptions(chart.valueAxis),
      }),
    series: series.flatMap(({ name, values, categories, fill, labels }) =>
      values === undefined
        ? []
        : [
            {
              name: typeof name === "string" ? name : { formula: name.ref },
              values,
              ...(categories !== undefined && { categories }),
              ...(fill !== undefined && (lines ? { line: fill, lineWidth: 2.25 } : { fill })),
              ...(labels && { dataLabels: { showVal: true } }),
            },
          ],
    ),
  };
}

export const chartModel = (chart: FileChart): ChartModel => buildChartModel(chartOptions(chart));
