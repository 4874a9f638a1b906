import type { Worksheet } from "@cj-tech-master/excelts";
import { getSpPrFillColor, getSpPrLine } from "@cj-tech-master/excelts/chart";
import type { ChartAxis, ChartModel, ChartTypeGroup } from "@cj-tech-master/excelts/chart";
import { attr, findChild, parseXml, textContent, walk, type XmlElement } from "@cj-tech-master/excelts/xml";
import type { ChartAxisLook, ChartCorner, ChartLook, LegendPosition } from "../sheet/chart";
import type { FileChart, FileChartAnchor, FileChartSeries } from "./fileBook";
import { LEGENDS } from "./chartOptions";
import type { SheetPart } from "./workbookParts";
import type { XlsxPackage } from "./xlsxPackage";

/** English Metric Units in a point. */
export const EMU = 12_700;

/** One chart of a sheet's drawing: what holds it, and the part that describes it. */
export interface ChartPlace {
  readonly name: string;
  readonly part: string;
  readonly anchor: FileChartAnchor;
}

/** The charts of a sheet in the order of its drawings, those of the newer kinds (cx) among them. */
export function chartPlaces(file: XlsxPackage, sheet: SheetPart): ChartPlace[] {
  return drawingsOf(file, sheet).flatMap((drawing) => {
    const relationships = file.relationships(drawing);
    return file.xml(drawing).children.flatMap((anchor): ChartPlace[] => {
      if (anchor.type !== "element") return [];
      let [name, id] = ["", ""];
      walk(anchor, (element) => {
        if (element.name === "xdr:cNvPr" && name === "") name = attr(element, "name") ?? "";
        if (/^(c|cx):chart$/.test(element.name)) id = attr(element, "r:id") ?? "";
      });
      const part = relationships.find((one) => one.id === id)?.target;
      return part !== undefined && file.parts[part] ? [{ name, part, anchor: anchorOf(anchor) }] : [];
    });
  });
}

export const drawingsOf = (file: XlsxPackage, sheet: SheetPart): string[] =>
  sheet.relationships
    .filter(({ type, target }) => /\/drawing$/.test(type) && file.parts[target])
    .map(({ target }) => target);

function anchorOf(anchor: XmlElement): FileChartAnchor {
  const numbers = (name: string): Record<string, number> => {
    const element = findChild(anchor, name);
    const own = Object.entries(element?.attributes ?? {}).map(([key, value]) => [key, Number(value)]);
    const inner = (element?.children ?? []).flatMap((child) =>
      child.type === "element" ? [[child.name.replace("xdr:", ""), Number(textContent(child))]] : [],
    );
    return Object.fromEntries([...own, ...inner]) as Record<string, number>;
  };
  const corner = ({ row = 0, col = 0, colOff = 0, rowOff = 0 }: Record<string, number>): ChartCorner => ({
    row,
    column: col,
    x: colOff / EMU,
    y: rowOff / EMU,
  });
  const { x = 0, y = 0 } = numbers("xdr:pos");
  const from = findChild(anchor, "xdr:from")
    ? corner(numbers("xdr:from"))
    : { row: 0, column: 0, x: x / EMU, y: y / EMU };
  if (findChild(anchor, "xdr:to")) return { from, to: corner(numbers("xdr:to")) };
  const { cx = 0, cy = 0 } = numbers("xdr:ext");
  return { from, width: cx / EMU, height: cy / EMU };
}

/** References in the order in which the part names them. */
export function referencesOf(chart: XmlElement): string[] {
  const refs: string[] = [];
  walk(chart, (element) => {
    if (/^(c|cx):f$/.test(element.name)) refs.push(textContent(element));
  });
  return refs;
}

export function readCharts(file: XlsxPackage, sheet: SheetPart, worksheet: Worksheet): FileChart[] {
  const charts = worksheet.getCharts();
  const places = chartPlaces(file, sheet);
  // Without a description for each of them it is not known which is which; the file keeps them all the same.
  if (places.length !== charts.length) return [];
  return charts.map((chart, index): FileChart => {
    const { name, part, anchor } = places[index]!;
    const model = chart.chartModel;
    return {
      name: name || `Chart ${index + 1}`,
      anchor,
      ...(model ? lookOf(model) : UNKNOWN),
      series: model ? seriesOf(model) : [],
      origin: {
        index,
        // Plain data, as the grid keeps it.
        model: JSON.parse(JSON.stringify(model ?? {})) as object,
        refs: referencesOf(file.xml(part)),
      },
    };
  });
}

const NO_AXIS: ChartAxisLook = {
  title: "",
  titleVisible: false,
  visible: false,
  gridlines: false,
  reverse: false,
};

const UNKNOWN: ChartLook = {
  type: "Invalid",
  title: "",
  titleVisible: false,
  legend: "Right",
  legendVisible: false,
  categoryAxis: NO_AXIS,
  valueAxis: NO_AXIS,
};

function typeOf(groups: readonly ChartTypeGroup[]): ChartLook["type"] {
  const [group] = groups;
  if (!group || groups.length > 1) return "Invalid";
  if (group.type === "bar") {
    const across = group.barDir === "bar" ? "Bar" : "Column";
    if (group.grouping === "stacked") return `${across}Stacked`;
    return group.grouping === "percentStacked" ? `${across}Stacked100` : `${across}Clustered`;
  }
  if (group.type === "line" && group.grouping === "standard") return group.marker ? "LineMarkers" : "Line";
  if (group.type === "area" && group.grouping !== "percentStacked")
    return group.grouping === "stacked" ? "AreaStacked" : "Area";
  if (group.type === "pie") return "Pie";
  return group.type === "doughnut" ? "Doughnut" : "Invalid";
}

interface TitleLook {
  readonly text: string;
  readonly size?: number;
}

/** The library hands a title's text over as it stands in the file. */
function readTitle(title: ChartModel["chart"]["title"]): TitleLook {
  if (!title?.rawTx) return { text: "" };
  const paragraphs: string[] = [];
  let size: number | undefined;
  walk(parseXml(title.rawTx).root, (element) => {
    if (element.name === "a:p") paragraphs.push("");
    if (element.name === "a:t") paragraphs.push((paragraphs.pop() ?? "") + textContent(element));
    if (element.name === "a:rPr" && attr(element, "sz") !== undefined)
      size ??= Number(attr(element, "sz")) / 100;
  });
  return { text: paragraphs.join("\n"), ...(size !== undefined && { size }) };
}

function axisOf(axis: ChartAxis | undefined): ChartAxisLook {
  if (!axis) return NO_AXIS;
  const title = readTitle(axis.title).text;
  const { min, max, orientation } = axis.scaling ?? {};
  const unit = "majorUnit" in axis ? axis.majorUnit : undefined;
  return {
    title,
    titleVisible: axis.title !== undefined,
    visible: axis.delete !== true,
    gridlines: axis.majorGridlines !== undefined,
    reverse: orientation === "maxMin",
    ...(axis.numFmt && !axis.numFmt.sourceLinked && { numberFormat: axis.numFmt.formatCode }),
    ...(min !== undefined && { minimum: min }),
    ...(max !== undefined && { maximum: max }),
    ...(unit !== undefined && { majorUnit: unit }),
  };
}

function lookOf({ chart }: ChartModel): ChartLook {
  const { plotArea, legend, title } = chart;
  const [group] = plotArea.chartTypes;
  const position = (Object.keys(LEGENDS) as LegendPosition[]).find(
    (word) => LEGENDS[word] === (legend?.legendPos ?? "r"),
  );
  const { text, size } = readTitle(title);
  const axis = (type: string) => axisOf(plotArea.axes.find((one) => one.axisType === type));
  return {
    type: typeOf(plotArea.chartTypes),
    title: text,
    titleVisible: title !== undefined || (!chart.autoTitleDeleted && (group?.series.length ?? 0) === 1),
    ...(size !== undefined && { titleSize: size }),
    legend: position ?? "Right",
    legendVisible: legend !== undefined,
    categoryAxis: axis("cat"),
    valueAxis: axis("val"),
    ...(group?.type === "bar" && group.gapWidth !== undefined && { gapWidth: group.gapWidth }),
    ...(group?.type === "bar" && group.overlap !== undefined && { overlap: group.overlap }),
  };
}

function seriesOf({ chart }: ChartModel): FileChartSeries[] {
  const [group] = chart.plotArea.chartTypes;
  return (group?.series ?? []).map((one): FileChartSeries => {
    const { tx, spPr } = one;
    const values = "val" in one ? one.val?.numRef?.formula : undefined;
    const cat = "cat" in one ? one.cat : undefined;
    const categories = cat?.strRef?.formula ?? cat?.numRef?.formula;
    const fill = spPr && (getSpPrFillColor(spPr)?.srgb ?? getSpPrLine(spPr)?.color?.srgb);
    const labels = "dataLabels" in one && one.dataLabels?.showVal === true;
    return {
      name: tx?.strRef ? { ref: tx.strRef.formula } : (tx?.value ?? ""),
      ...(values !== undefined && { values }),
      ...(categories !== undefined && { categories }),
      ...(fill !== undefined && { fill: `#${fill.toUpperCase()}` }),
      labels,
    };
  });
}
