import {
  attr,
  findChild,
  findChildren,
  textContent,
  xmlEncode,
  xmlEncodeAttr,
  type XmlElement,
} from "@cj-tech-master/excelts/xml";
import { FileProblem, type FileBook, type FileName, type FileSheet } from "./fileBook";
import type { StoredFormulas } from "./storedFormula";
import type { Relationship, XlsxPackage } from "./xlsxPackage";

export interface SheetPart {
  name: string;
  part: string;
  visibility: FileSheet["visibility"];
  relationships: Relationship[];
}

/** The worksheets in the order of their tabs. Chart sheets are kept in the file and not shown. */
export function sheetParts(book: XlsxPackage): SheetPart[] {
  const relationships = book.relationships("xl/workbook.xml");
  return sheetElements(book).flatMap((sheet) => {
    const id = Object.entries(sheet.attributes).find(
      ([name]) => /(^|:)id$/.test(name) && name !== "sheetId",
    )?.[1];
    const relationship = relationships.find((candidate) => candidate.id === id);
    if (!relationship || !/\/worksheet$/.test(relationship.type)) return [];
    if (!book.parts[relationship.target]) throw new FileProblem("damaged", { part: relationship.target });
    const state = attr(sheet, "state");
    return [
      {
        name: attr(sheet, "name") ?? "",
        part: relationship.target,
        visibility: state === "hidden" || state === "veryHidden" ? state : ("visible" as const),
        relationships: book.relationships(relationship.target),
      },
    ];
  });
}

function sheetElements(book: XlsxPackage): XmlElement[] {
  const sheets = findChild(book.xml("xl/workbook.xml"), "sheets");
  return sheets ? findChildren(sheets, "sheet") : [];
}

export function usesDate1904(book: XlsxPackage): boolean {
  const properties = findChild(book.xml("xl/workbook.xml"), "workbookPr");
  return properties !== undefined && ["1", "true"].includes(attr(properties, "date1904") ?? "");
}

export function activeSheetName(book: XlsxPackage): string | undefined {
  const views = findChild(book.xml("xl/workbook.xml"), "bookViews");
  const view = views && findChild(views, "workbookView");
  const sheet = sheetElements(book)[Number((view && attr(view, "activeTab")) ?? 0)];
  return sheet && attr(sheet, "name");
}

/** Names that Excel or the library keeps for itself: print areas, filters, newer charts. */
const OWN_NAME = /^_xl(nm|chart)\./i;

export function readNames(book: XlsxPackage, formulas: StoredFormulas): FileName[] {
  const sheets = sheetElements(book).map((sheet) => attr(sheet, "name") ?? "");
  const list = findChild(book.xml("xl/workbook.xml"), "definedNames");
  return (list ? findChildren(list, "definedName") : []).flatMap((element): FileName[] => {
    const name = attr(element, "name") ?? "";
    if (OWN_NAME.test(name)) return [];
    const local = attr(element, "localSheetId");
    const sheet = local === undefined ? undefined : sheets[Number(local)];
    const hidden = ["1", "true"].includes(attr(element, "hidden") ?? "");
    const comment = attr(element, "comment");
    return [
      {
        name,
        formula: formulas.read(textContent(element)),
        ...(sheet !== undefined && { sheet }),
        ...(hidden && { hidden }),
        ...(comment !== undefined && { comment }),
      },
    ];
  });
}

/** Replaces the names that the library wrote, all but those of `OWN_NAME`, by the book's. */
export function writeNames(target: XlsxPackage, book: FileBook, formulas: StoredFormulas): void {
  const xml = target.text("xl/workbook.xml");
  const sheets = sheetElements(target).map((sheet) => attr(sheet, "name") ?? "");
  const written = book.names.flatMap((name): { name: string; xml: string }[] => {
    const place = name.sheet === undefined ? -1 : sheets.indexOf(name.sheet);
    if (name.sheet !== undefined && place < 0) return [];
    const attributes =
      ` name="${xmlEncodeAttr(name.name)}"${name.comment === undefined ? "" : ` comment="${xmlEncodeAttr(name.comment)}"`}` +
      `${place < 0 ? "" : ` localSheetId="${place}"`}${name.hidden ? ` hidden="1"` : ""}`;
    return [
      {
        name: name.name,
        xml: `<definedName${attributes}>${xmlEncode(formulas.store(name.formula))}</definedName>`,
      },
    ];
  });
  const kept = [
    ...xml.matchAll(/<definedName [^>]*name="(_xl(?:nm|chart)\.[^"]*)"[^>]*>.*?<\/definedName>/gs),
  ].map(([text, name]) => ({ name: name!, xml: text }));
  const all = [...kept, ...written].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  const names =
    all.length === 0 ? "" : `<definedNames>${all.map((name) => name.xml).join("")}</definedNames>`;
  const bare = xml.replace(/<definedNames\s*\/>|<definedNames>.*?<\/definedNames>/s, "");
  target.setText("xl/workbook.xml", bare.replace(/<\/sheets>/, `</sheets>${names.replaceAll("$", "$$$$")}`));
}
