import type { FileChart, FileSheet } from "../files/fileBook";
import { absoluteAddress, parseRect, quotedSheet, splitAddress } from "./a1";
import type { Area, Sheets } from "./book";
import type { ChartAnchor, ChartCorner, ChartInfo } from "./chart";
import { guid } from "./emptyWorkbook";

/** Charts between a file, which names cells by words, and the grid, which knows its sheets by id. */

/** `Sheet1!$A$1:$B$2`, as charts name cells. */
function refOf(area: Area, sheets: Sheets): string {
  const sheet = sheets.find(area.sheet);
  return sheet ? `${quotedSheet(sheet.name)}!${absoluteAddress(area)}` : "#REF!";
}

/** Undefined for names, several areas and cells of other files. */
function areaOf(ref: string, sheets: Sheets): Area | undefined {
  const { sheet, rect } = splitAddress(ref.trim());
  const found = sheet === undefined ? undefined : sheets.find(sheet);
  const place = parseRect(rect);
  return found && place ? { sheet: found.id, ...place } : undefined;
}

/** What the file's charts are in the grid; `anchorTo` reckons the second corner of those that the file gives a size in its place. */
export function bookCharts(
  sheet: string,
  { charts = [] }: FileSheet,
  sheets: Sheets,
  anchorTo: (from: ChartCorner, width: number, height: number) => ChartAnchor,
): ChartInfo[] {
  const area = (ref: string | undefined) => (ref === undefined ? undefined : areaOf(ref, sheets));
  return charts.map(({ anchor, series, origin, ...look }): ChartInfo => ({
    ...look,
    id: guid(),
    sheet,
    anchor: "to" in anchor ? anchor : anchorTo(anchor.from, anchor.width, anchor.height),
    series: series.map(({ name, values, categories, ...rest }) => ({
      ...rest,
      name: typeof name === "string" ? name : (area(name.ref) ?? ""),
      values: area(values),
      categories: area(categories),
    })),
    ...(origin && {
      foreign: {
        index: origin.index,
        model: origin.model,
        formulas: origin.refs,
        sources: origin.refs.map((ref) => area(ref) ?? ref),
      },
    }),
  }));
}

/** A chart of the grid as the file has it. */
export function fileChart(chart: ChartInfo, sheets: Sheets): FileChart {
  const { id: _id, sheet: _sheet, foreign, series, ...rest } = chart;
  const ref = (area: Area | undefined) => area && refOf(area, sheets);
  return {
    ...rest,
    series: series.map(({ name, values, categories, ...look }) => ({
      ...look,
      name: typeof name === "string" ? name : { ref: refOf(name, sheets) },
      ...(values && { values: ref(values) }),
      ...(categories && { categories: ref(categories) }),
    })),
    ...(foreign && {
      origin: {
        index: foreign.index,
        model: foreign.model,
        refs: foreign.sources.map((source) => (typeof source === "string" ? source : refOf(source, sheets))),
      },
    }),
  };
}
