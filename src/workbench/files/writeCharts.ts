import type { Worksheet } from "@cj-tech-master/excelts";
import { xmlEncode, xmlEncodeAttr } from "@cj-tech-master/excelts/xml";
import type { ChartCorner } from "../sheet/chart";
import { chartOptions } from "./chartOptions";
import type { FileChart } from "./fileBook";
import { chartPlaces, drawingsOf, EMU, referencesOf } from "./readCharts";
import type { SheetPart } from "./workbookParts";
import type { XlsxPackage } from "./xlsxPackage";

const native = ({ row, column, x, y }: ChartCorner) => ({
  nativeRow: row,
  nativeCol: column,
  nativeRowOff: Math.round(y * EMU),
  nativeColOff: Math.round(x * EMU),
});

/** The library is told whole cells; `finishCharts` says what is left within them. */
function addChart(worksheet: Worksheet, chart: FileChart): void {
  const { anchor } = chart;
  const tl = { col: anchor.from.column, row: anchor.from.row };
  if ("to" in anchor) {
    const br = { col: anchor.to.column, row: anchor.to.row };
    worksheet.addChart(chartOptions(chart), { tl, br, editAs: "twoCell" });
  } else {
    const ext = { cx: Math.round(anchor.width * EMU), cy: Math.round(anchor.height * EMU) };
    worksheet.addChart(chartOptions(chart), { tl, ext });
  }
}

/**
 * Brings the library's charts of a sheet to those of the book: charts that came with the file stay as it describes them, in its
 * order; new and changed ones follow. Answers the charts in the order in which the file will have them.
 */
export function writeCharts(
  worksheet: Worksheet,
  charts: readonly FileChart[] | undefined,
  old: readonly FileChart[] | undefined,
): readonly FileChart[] {
  if (!charts) return old ?? [];
  const inFile = worksheet.getCharts();
  const kept = (old ?? []).flatMap(({ origin }) => {
    const now = charts.find((chart) => chart.origin?.index === origin?.index);
    if (!now) worksheet.removeChart(inFile[origin!.index]!);
    return now ?? [];
  });
  const added = charts.filter(({ origin }) => !origin);
  for (const chart of added) addChart(worksheet, chart);
  return [...kept, ...added];
}

/** What the library has no place for: names of charts, and places and references that have moved since the file was opened. */
export function finishCharts(file: XlsxPackage, sheet: SheetPart, charts: readonly FileChart[]): void {
  const places = chartPlaces(file, sheet);
  if (places.length !== charts.length) return;
  charts.forEach(({ origin }, index) => {
    const { part } = places[index]!;
    if (!origin || JSON.stringify(referencesOf(file.xml(part))) === JSON.stringify(origin.refs)) return;
    let at = 0;
    const renamed = file
      .text(part)
      .replace(/(<(?:c|cx):f\b[^>]*>)[^<]*(?=<\/)/g, (whole: string, open: string) => {
        const ref = origin.refs[at++];
        return ref === undefined ? whole : open + xmlEncode(ref);
      });
    file.setText(part, renamed);
  });
  let index = 0;
  for (const drawing of drawingsOf(file, sheet)) {
    const placed = file
      .text(drawing)
      .replace(/<xdr:(\w+)Anchor\b.*?<\/xdr:\1Anchor>/gs, (anchor: string) =>
        /<(c|cx):chart\b/.test(anchor) ? placedAnchor(anchor, charts[index++]!) : anchor,
      );
    file.setText(drawing, placed);
  }
}

function placedAnchor(xml: string, { name, anchor }: FileChart): string {
  const corner = (tag: string, at: ChartCorner) => {
    const { nativeCol, nativeColOff, nativeRow, nativeRowOff } = native(at);
    return (
      `<xdr:${tag}><xdr:col>${nativeCol}</xdr:col><xdr:colOff>${nativeColOff}</xdr:colOff>` +
      `<xdr:row>${nativeRow}</xdr:row><xdr:rowOff>${nativeRowOff}</xdr:rowOff></xdr:${tag}>`
    );
  };
  const named = xmlEncodeAttr(name);
  return xml
    .replace(/(<xdr:cNvPr\b[^>]*?\bname=")[^"]*/, (_, open: string) => open + named)
    .replace(/<xdr:from>.*?<\/xdr:from>/s, corner("from", anchor.from))
    .replace(/<xdr:to>.*?<\/xdr:to>/s, (was) => ("to" in anchor ? corner("to", anchor.to) : was));
}
