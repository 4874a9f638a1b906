import { findChild, walk, type XmlElement } from "@cj-tech-master/excelts/xml";
import type { NotKept } from "./fileBook";
import type { XlsxPackage } from "./xlsxPackage";

/**
 * What a file may hold that does not survive being opened and saved here. Each code is a sentence in the page's catalogue;
 * a part that nobody has a word for is named by its path.
 */
const LOST: readonly [code: string, part: RegExp][] = [
  ["macros", /^xl\/(vbaProject|macrosheets|intlMacrosheets)|vbaProject(Signature\w*)?\.bin$/],
  ["slicers", /^xl\/(slicers|slicerCaches)\//],
  ["timelines", /^xl\/(timelines|timelineCaches)\//],
  ["queries", /^xl\/(queryTables\/|connections\.xml)|^customXml\/.*[dD]ata[mM]ashup/],
  ["dataModel", /^xl\/model\//],
  ["richData", /^xl\/richData\//],
  ["formControls", /^xl\/ctrlProps\//],
  ["activeX", /^xl\/activeX\//],
  ["embeddedObjects", /^xl\/embeddings\//],
  ["smartArt", /^xl\/diagrams\//],
  ["printerSettings", /^xl\/printerSettings\//],
  ["customXml", /^customXml\//],
  ["customProperties", /^docProps\/custom\.xml$|^xl\/customProperty/],
  ["sensitivityLabel", /^docMetadata\//],
  ["sharedHistory", /^xl\/revisions\//],
  ["customRibbon", /^customUI\//],
  ["signatures", /^_xmlsignatures\//],
  ["dialogSheets", /^xl\/dialogsheets\//],
];

/** Parts that are kept, rewritten, or rebuilt by Excel without anybody noticing. */
const KEPT = [
  /^\[Content_Types\]\.xml$/,
  /\.rels$/,
  /^docProps\/(app|core)\.xml$/,
  /^docProps\/thumbnail\./,
  /^xl\/(workbook|styles|sharedStrings|calcChain|metadata|volatileDependencies)\.xml$/,
  /^xl\/(theme|worksheets|tables|charts|chartsheets|drawings|media|comments|threadedComments|persons)\//,
  /^xl\/(pivotTables|pivotCache|externalLinks|webextensions)\//,
  /^xl\/(threaded)?[cC]omments?\d*\.xml$/,
  /^xl\/featurePropertyBag\//,
];

/** Sheet sections that this folder reads and writes, or that the library keeps. */
const KNOWN_SECTIONS = new Set(
  (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetCalcPr sheetProtection autoFilter mergeCells phoneticPr conditionalFormatting " +
    "dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks ignoredErrors drawing " +
    "legacyDrawing legacyDrawingHF picture tableParts extLst"
  ).split(" "),
);

/** Sections that stand for something that is already named by its part. */
const NAMED_BY_PART = new Set(["controls", "oleObjects", "mc:AlternateContent", "customProperties"]);

const KNOWN_EXTENSIONS = new Set([
  "x14:conditionalFormattings",
  "x14:dataValidations",
  "x14:sparklineGroups",
]);
const EXTENSIONS_NAMED_BY_PART = new Set(["x14:slicerList", "x15:slicerList", "x15:timelineRefs"]);

export function lostParts(book: XlsxPackage): NotKept[] {
  const counts = new Map<string, number>();
  const unknown: NotKept[] = [];
  for (const part of Object.keys(book.parts)) {
    if (part.endsWith(".rels")) continue;
    const code = LOST.find(([, pattern]) => pattern.test(part))?.[0];
    if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
    else if (!KEPT.some((pattern) => pattern.test(part))) unknown.push({ code: "part", params: { part } });
  }
  return [...[...counts].map(([code, count]): NotKept => ({ code, params: { count } })), ...unknown];
}

/** `sections`: a worksheet without its cells. */
export function lostSections(sections: XmlElement, sheet: string): NotKept[] {
  const names = new Set(sections.children.flatMap((child) => (child.type === "element" ? [child.name] : [])));
  const lost = [...names].filter(
    (name) => !KNOWN_SECTIONS.has(name) && !NAMED_BY_PART.has(name) && name !== "sheetData",
  );
  const list = findChild(sections, "extLst");
  for (const extension of list?.children ?? []) {
    if (extension.type !== "element") continue;
    for (const child of extension.children) {
      if (
        child.type === "element" &&
        !KNOWN_EXTENSIONS.has(child.name) &&
        !EXTENSIONS_NAMED_BY_PART.has(child.name)
      )
        lost.push(child.name);
    }
  }
  return lost.map((feature) => ({ code: "sheetFeature", params: { sheet, feature } }));
}

const SHAPES = new Set(["xdr:sp", "xdr:grpSp", "xdr:cxnSp"]);

/** Shapes and text boxes: of a drawing, the library keeps pictures and charts. */
export function lostShapes(drawing: XmlElement, sheet: string): NotKept[] {
  let count = 0;
  for (const anchor of drawing.children) {
    if (anchor.type !== "element") continue;
    // A shape that Excel draws for a form control is named with the control.
    walk(
      anchor,
      (element) => void (SHAPES.has(element.name) && !element.children.some(isHidden) && (count += 1)),
    );
  }
  return count === 0 ? [] : [{ code: "shapes", params: { sheet, count } }];
}

function isHidden(node: XmlElement["children"][number]): boolean {
  if (node.type !== "element") return false;
  return (
    (node.name === "xdr:cNvPr" && node.attributes.hidden === "1") ||
    (node.name === "xdr:nvSpPr" && node.children.some(isHidden))
  );
}
