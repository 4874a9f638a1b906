import { parseXml, SaxParser, type XmlElement } from "@cj-tech-master/excelts/xml";

/** The order that the standard (ECMA-376, CT_Worksheet) demands of a sheet's sections after its cells. */
const ORDER = (
  "sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells " +
  "phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks " +
  "colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture " +
  "oleObjects controls webPublishItems tableParts extLst"
).split(" ");

/** A sheet's cells can be hundreds of thousands: only what stands around them becomes a tree. */
function cut(xml: string): { head: string; cells: string; tail: string } {
  const open = /<sheetData\b[^>]*>/.exec(xml);
  if (!open) return { head: xml, cells: "", tail: "" };
  if (open[0].endsWith("/>")) {
    const end = open.index + open[0].length;
    return { head: xml.slice(0, open.index), cells: open[0], tail: xml.slice(end) };
  }
  const end = xml.indexOf("</sheetData>", open.index) + "</sheetData>".length;
  return { head: xml.slice(0, open.index), cells: xml.slice(open.index, end), tail: xml.slice(end) };
}

/** Everything of a sheet but its cells, as a tree. */
export function sheetSections(xml: string): XmlElement {
  const { head, tail } = cut(xml);
  return parseXml(head + tail).root;
}

/**
 * Values exactly as the file has them, by address: numbers, because the library turns those that look like dates into dates,
 * rounded to milliseconds, and the empty text that a formula answered, which it takes for nothing.
 */
export function exactValues(xml: string): Map<string, number | ""> {
  const values = new Map<string, number | "">();
  const { cells } = cut(xml);
  if (cells === "") return values;
  let address: string | undefined;
  let type: string | undefined;
  let text: string | undefined;
  const parser = new SaxParser({ fragment: true });
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "c") [address, type] = [attributes.r, attributes.t ?? "n"];
    text = name === "v" ? "" : undefined;
  });
  parser.on("text", (piece) => {
    if (text !== undefined) text += piece;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "v" && address !== undefined) {
      if (type === "n" && text) values.set(address, Number(text));
      if (type === "str" && text === "") values.set(address, "");
    }
    text = undefined;
  });
  parser.write(cells).close();
  return values;
}

/** Puts a section where the standard wants it. */
export function insertSection(xml: string, section: string, content: string): string {
  if (content === "") return xml;
  const { head, cells, tail } = cut(xml);
  const later = [...ORDER.slice(ORDER.indexOf(section) + 1), "/worksheet"].join("|");
  const at = new RegExp(`<(${later})[\\s/>]`).exec(tail)?.index ?? tail.length;
  return head + cells + tail.slice(0, at) + content + tail.slice(at);
}

/** Puts an extension into the sheet's list of extensions, opening the list where there is none. */
export function insertExtension(xml: string, extension: string): string {
  const at = xml.lastIndexOf("</extLst></worksheet>");
  if (at >= 0) return xml.slice(0, at) + extension + xml.slice(at);
  return xml.replace(
    /<\/worksheet>\s*$/,
    `<extLst>${extension.replaceAll("$", "$$$$")}</extLst></worksheet>`,
  );
}
