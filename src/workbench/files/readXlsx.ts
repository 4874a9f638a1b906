import {
  attr,
  findChild,
  findChildren,
  textContent,
  walk,
  type XmlElement,
} from "@cj-tech-master/excelts/xml";
import { parseRef } from "./a1";
import { readCells, type StyleTable } from "./cells";
import { readStyle } from "./cellStyles";
import { resolveColor, themeColors } from "./colors";
import { readCharts } from "./readCharts";
import { readConditionalFormats } from "./conditionalFormats";
import {
  FileProblem,
  type FileBook,
  type FileComment,
  type FileSheet,
  type FileStyle,
  type NotKept,
} from "./fileBook";
import { openLibraryBook } from "./libraryBook";
import { lostParts, lostSections, lostShapes } from "./lostParts";
import { readLinks, readSheetSections } from "./sheetFeatures";
import { exactValues, sheetSections } from "./sheetXml";
import { StoredFormulas } from "./storedFormula";
import { readTable, TABLE_RELATIONSHIP } from "./tables";
import { readValidations } from "./validations";
import { readSettings } from "./webExtension";
import { activeSheetName, readNames, sheetParts, usesDate1904, type SheetPart } from "./workbookParts";
import { XlsxPackage } from "./xlsxPackage";

export interface ReadOptions {
  /** Full names of the add-in's functions, as its metadata lists them: `MERCH.DAYSLATE`. */
  functions: readonly string[];
  /** The add-in whose settings are read. */
  addInId: string;
}

/** Opens an .xlsx. Throws `FileProblem` when it cannot; what would be lost on saving is named in `notKept`. */
export async function readXlsx(
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<{ book: FileBook; notKept: NotKept[] }> {
  const file = XlsxPackage.open(bytes);
  const parts = sheetParts(file);
  if (parts.length === 0) throw new FileProblem("noSheets");
  const library = await openLibraryBook(file);
  const theme = themeColors(optionalXml(file, "xl/theme/theme1.xml"));
  const formulas = new StoredFormulas(options.functions);
  const date1904 = usesDate1904(file);
  const font = library.defaultFont;
  const fontColor = resolveColor(font?.color, theme);
  const defaultFont = {
    name: font?.name ?? "Calibri",
    size: font?.size ?? 11,
    ...(fontColor !== undefined && { color: fontColor }),
  };
  const notKept = lostParts(file);
  const styles: FileStyle[] = [];
  const numbered = new Map<string, number>();
  const seen = new Map<object, number | undefined>();
  const stylesFor =
    (sheet: string): StyleTable =>
    (style) => {
      if (seen.has(style)) return seen.get(style);
      const read = readStyle(style, theme, defaultFont, (feature) =>
        notKept.push({ code: "look", params: { sheet, feature } }),
      );
      const key = JSON.stringify(read);
      let id = key === "{}" ? undefined : numbered.get(key);
      if (id === undefined && key !== "{}") {
        id = styles.push(read) - 1;
        numbered.set(key, id);
      }
      seen.set(style, id);
      return id;
    };
  const dxfs = findDxfs(optionalXml(file, "xl/styles.xml"));
  const sheets = parts.map((part): FileSheet => {
    const xml = file.text(part.part);
    const sections = sheetSections(xml);
    const worksheet = library.getWorksheet(part.name);
    if (!worksheet) throw new FileProblem("damaged", { part: part.part });
    notKept.push(
      ...lostSections(sections, part.name),
      ...drawings(file, part).flatMap((drawing) => lostShapes(drawing, part.name)),
    );
    const loses = (code: string) => (feature: string) =>
      notKept.push({ code, params: { sheet: part.name, feature } });
    const tables = part.relationships
      .filter(({ type, target }) => type === TABLE_RELATIONSHIP && file.parts[target])
      .map(({ target }) => readTable(file.xml(target), formulas, loses("tableFeature")));
    return {
      name: part.name,
      origin: part.name,
      visibility: part.visibility,
      ...readCells({
        worksheet,
        exact: exactValues(xml),
        links: readLinks(sections, part.relationships),
        formulas,
        tables,
        styles: stylesFor(part.name),
        theme,
        loses: loses("cellFeature"),
      }),
      ...readSheetSections(sections, worksheet, stylesFor(part.name), theme, loses("tableFeature")),
      tables,
      validations: readValidations(sections, formulas),
      conditionalFormats: readConditionalFormats(sections, {
        dxfs,
        theme,
        formulas,
        loses: loses("ruleFeature"),
      }),
      comments: readComments(file, part),
      charts: readCharts(file, part, worksheet),
    };
  });
  const active = sheets.findIndex(({ name }) => name === activeSheetName(file));
  const book: FileBook = {
    sheets,
    names: readNames(file, formulas),
    styles,
    settings: readSettings(file, options.addInId),
    date1904,
    defaultFont,
    ...(active > 0 && { activeSheet: active }),
  };
  return { book, notKept: once(notKept) };
}

const optionalXml = (file: XlsxPackage, part: string): XmlElement | undefined =>
  file.parts[part] ? file.xml(part) : undefined;

function findDxfs(styles: XmlElement | undefined): XmlElement[] {
  const list = styles && findChild(styles, "dxfs");
  return list ? findChildren(list, "dxf") : [];
}

const drawings = (file: XlsxPackage, sheet: SheetPart): XmlElement[] =>
  sheet.relationships
    .filter(({ type, target }) => /\/drawing$/.test(type) && file.parts[target])
    .map(({ target }) => file.xml(target));

function readComments(file: XlsxPackage, sheet: SheetPart): FileComment[] {
  const parts = sheet.relationships.filter(
    ({ type, target }) => /\/comments$/.test(type) && file.parts[target],
  );
  return parts.flatMap(({ target }) => {
    const list = findChild(file.xml(target), "commentList");
    return (list ? findChildren(list, "comment") : []).flatMap((comment) => {
      const area = parseRef(attr(comment, "ref") ?? "");
      const texts: string[] = [];
      // Phonetic hints (rPh) repeat the text in another script.
      const text = findChild(comment, "text");
      for (const run of text?.children ?? []) {
        if (run.type !== "element" || run.name === "rPh") continue;
        walk(run, (element) => void (element.name === "t" && texts.push(textContent(element))));
      }
      return area ? [{ row: area.top, column: area.left, text: texts.join("") }] : [];
    });
  });
}

/** The same loss in many cells is said once. */
function once(list: readonly NotKept[]): NotKept[] {
  return [...new Map(list.map((entry) => [JSON.stringify(entry), entry])).values()];
}
