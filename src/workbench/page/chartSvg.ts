import { renderChartSvg } from "@cj-tech-master/excelts/chart";
import type { ChartModel } from "@cj-tech-master/excelts/chart";
import { chartModel } from "../files/chartOptions";
import { parseRect, splitAddress } from "../sheet/a1";
import type { Area, Book } from "../sheet/book";
import type { ChartInfo } from "../sheet/chart";
import { fileChart } from "../sheet/fileCharts";

/** A reference of the library's description, with the values that it is drawn from. */
interface Reference {
  formula: string;
  cache?: object;
}

/**
 * The chart as a picture, drawn from what its cells hold now. The library draws a plain likeness: kinds, stacking, colours, titles
 * and legends are right, typefaces and spacing are not Excel's.
 */
export function chartSvg(book: Book, chart: ChartInfo, width: number, height: number): string {
  const own = fileChart(chart, book.sheets);
  const model = structuredClone((chart.foreign?.model ?? chartModel(own)) as ChartModel);
  const { foreign } = chart;
  fill(model, (formula) => {
    const at = foreign ? foreign.formulas.indexOf(formula) : -1;
    const source = foreign?.sources[at] ?? formula;
    return typeof source === "string" ? areaNamed(source, book) : source;
  });
  const title =
    chart.title === "" && chart.titleVisible && chart.series.length === 1 ? nameOf(book, chart) : "";
  const drawn = renderChartSvg(model, { width, height, ...(title && { title }) });
  const frame = `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="none" stroke="#D9D9D9"/>`;
  return drawn.replace(/<\/svg>\s*$/, `${frame}</svg>`);

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

function nameOf(book: Book, { series: [only] }: ChartInfo): string {
  if (!only) return "";
  return typeof only.name === "string" ? only.name : String(book.cells.texts(only.name)[0]?.[0] ?? "");
}
