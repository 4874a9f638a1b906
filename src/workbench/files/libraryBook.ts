import { Workbook } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { xmlEncodeAttr } from "@cj-tech-master/excelts/xml";
import { strToU8 } from "fflate";
import { CHINESE_FORMATS } from "./chineseFormats";
import { FileProblem } from "./fileBook";
import type { XlsxPackage } from "./xlsxPackage";

/**
 * The library (excelts) reads and writes cells, styles, pictures, charts, pivot tables and the package around them.
 * Sections of a sheet where it is known to drop, round or refuse something are kept from it, and read and written in this folder.
 */
const OURS = [
  "tableParts",
  "autoFilter",
  "mergeCells",
  "dataValidations",
  "conditionalFormatting",
  "hyperlinks",
  "sheetProtection",
];

let chartsInstalled = false;

export function newLibraryBook(): Workbook {
  if (!chartsInstalled) installChartSupport();
  chartsInstalled = true;
  return new Workbook();
}

export async function openLibraryBook(book: XlsxPackage): Promise<Workbook> {
  const opened = newLibraryBook();
  const parts = Object.fromEntries(
    Object.entries(book.parts).filter(
      ([part]) => !/^xl\/(tables|slicers|slicerCaches|timelines|timelineCaches)\//.test(part),
    ),
  );
  if (book.parts[STYLES]) parts[STYLES] = strToU8(spellOutFills(spellOutFormats(book.text(STYLES))));
  try {
    await opened.xlsx.loadFromFiles(parts, { ignoreNodes: OURS });
  } catch (error) {
    throw new FileProblem("damaged", { part: error instanceof Error ? error.message : String(error) });
  }
  for (const sheet of opened.worksheets) sheet.removeConditionalFormatting();
  return opened;
}

const STYLES = "xl/styles.xml";

/** Declares the formats that the file only names by number. */
function spellOutFormats(styles: string): string {
  const formats = Object.entries(CHINESE_FORMATS)
    .filter(([id]) => styles.includes(`numFmtId="${id}"`) && !styles.includes(`<numFmt numFmtId="${id}"`))
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${xmlEncodeAttr(code)}"/>`)
    .join("");
  if (formats === "") return styles;
  if (/<numFmts\b[^>]*>/.test(styles)) return styles.replace(/<numFmts\b[^>]*>/, (open) => open + formats);
  return styles.replace(/<styleSheet\b[^>]*>/, (open) => `${open}<numFmts>${formats}</numFmts>`);
}

/** Files of other programs leave out that a cell has no fill; the library would write a word that Excel calls damage. */
const spellOutFills = (styles: string): string =>
  styles.replace(/<fills\b.*?<\/fills>/s, (fills) =>
    fills.replace(/<patternFill(?![^>]*\bpatternType=)/g, '<patternFill patternType="none"'),
  );
