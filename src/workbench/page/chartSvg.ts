import { renderChartSvg } from "@cj-tech-master/excelts/chart";
import type { ChartModel } from "@cj-tech-master/excelts/chart";
import { chartModel } from "../files/chartOptions";
import { parseRect, splitAddress } from "../sheet/a1";
import type { Area, Book } from "../sheet/book";
import type { ChartInfo } from "../sheet/chart";
import { fileChart } from "../sheet/fileCharts";
import { barChartSvg } from "./barChartSvg";
import type { BarChart } from "./barChartSvg";

/** A reference of the library's description, with the values that it is drawn from. */
interface Reference {
  formula: string;
  cache?: object;
}

/** Excel's usual colours, for series that have none of their own. */
const PALETTE = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

const frame = (width: number, height: number): string =>
  `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="none" stroke="#D9D9D9"/>`;

/** The chart as a picture, drawn from what its cells hold now. A plain likeness: typefaces and spacing are not Excel's. */
export function chartSvg(book: Book, chart: ChartInfo, width: number, height: number): string {
  const drawn = /^(Bar|Column)/.test(chart.type)
    ? barChartSvg(barChart(book, chart), width, height)
    : libraryChartSvg(book, chart, width, height);
  return drawn.replace(/<\/svg>\s*$/, `${frame(width, height)}</svg>`);
}

function barChart(book: Book, chart: ChartInfo): BarChart {
  const [first] = chart.series;
  const numbers = (area: Area | undefined): number[] =>
    area
      ? book.cells
          .values(area)
          .flat()
          .map((value) => (typeof value === "number" ? value : 0))
      : [];
  const series = chart.series.map(({ name, values, fill }, index) => ({
    name: nameText(book, name),
    fill: fill ?? PALETTE[index % PALETTE.length]!,
    values: numbers(values),
  }));
  const named = first?.categories ? book.cells.texts(first.categories).flat() : [];
  const points = Math.max(0, ...series.map(({ values }) => values.length));
  return {
    look: chart,
    title: titleOf(book, chart),
    categories: Array.from({ length: points }, (_, point) => named[point] ?? String(point + 1)),
    series,
  };
}

/** Other kinds, and those of a file that cannot be made here: the file library draws them. */
function libraryChartSvg(book: Book, chart: ChartInfo, width: number, height: number): string {
  const own = fileChart(chart, book.sheets);
  const model = structuredClone((chart.foreign?.model ?? chartModel(own)) as ChartModel);
  const { foreign } = chart;
  fill(model, (formula) => {
    const at = foreign ? foreign.formulas.indexOf(formula) : -1;
    const source = foreign?.sources[at] ?? formula;
    return typeof source === "string" ? areaNamed(source, book) : source;
  });
  const title = titleOf(book, chart);
  return renderChartSvg(model, { width, height, ...(title && { title }) });

  function fill(node: unknown, area: (formula: string) => Area | undefined): void {
    if (typeof node !== "object" || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      if (key === "numRef" || key === "strRef") fillReference(key, child as Reference, area);
      else fill(child, area);
    }
  }

  function fillReference(
    kind: "numRef" | "strRef",
    reference: Reference,
    area: (formula: string) => Area | undefined,
  ): void {
    const cells = area(reference.formula);
    if (!cells) return;
    const values = book.cells.values(cells).flat();
    const texts = kind === "strRef" ? book.cells.texts(cells).flat() : [];
    const points = values.map((value, index) => ({
      index,
      value: kind === "strRef" ? (texts[index] ?? "") : typeof value === "number" ? value : null,
    }));
    reference.cache = { ...reference.cache, pointCount: points.length, points };
  }
}

function areaNamed(formula: string, book: Book): Area | undefined {
  const { sheet, rect } = splitAddress(formula);
  const found = sheet === undefined ? undefined : book.sheets.find(sheet);
  const place = parseRect(rect);
  return found && place ? { sheet: found.id, ...place } : undefined;
}

const nameText = (book: Book, name: string | Area): string =>
  typeof name === "string" ? name : String(book.cells.texts(name)[0]?.[0] ?? "");

/** Where nobody gave a title, the name of the only series. */
function titleOf(book: Book, { title, titleVisible, series: [only, more] }: ChartInfo): string {
  if (!titleVisible) return "";
  return title || (only && !more ? nameText(book, only.name) : "");
}
