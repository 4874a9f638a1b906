import type { Style, Workbook, Worksheet } from "@cj-tech-master/excelts";
import { findChild, findChildren, xmlEncodeAttr } from "@cj-tech-master/excelts/xml";
import { address } from "./a1";
import { writeCells } from "./cells";
import { writeFont, writeStyle } from "./cellStyles";
import { conditionalFormatsXml } from "./conditionalFormatsXml";
import { storedColor } from "./colors";
import type { FileBook, FileCell, FileChart, FileRuleStyle, FileSheet, NotKept } from "./fileBook";
import { filterXml } from "./filters";
import { newLibraryBook, openLibraryBook } from "./libraryBook";
import { readXlsx, type ReadOptions } from "./readXlsx";
import { ruleStyleXml } from "./ruleStyles";
import { mergesXml, protectionXml, storedWidth, validMerges, writePrint } from "./sheetFeatures";
import { insertExtension, insertSection, sheetSections } from "./sheetXml";
import { StoredFormulas } from "./storedFormula";
import { TABLE_RELATIONSHIP, TABLE_TYPE, tableXml } from "./tables";
import { validationsXml } from "./validations";
import { finishCharts, writeCharts } from "./writeCharts";
import { writeSettings, type AddInIdentity } from "./webExtension";
import { sheetParts, writeNames, type SheetPart } from "./workbookParts";
import { XlsxPackage } from "./xlsxPackage";

export interface WriteOptions {
  functions: ReadOptions["functions"];
  /** Whose settings `book.settings` are. */
  addIn: AddInIdentity;
  /** The file that the book was opened from: what this folder cannot show stays as it is there. */
  original?: Uint8Array;
  /** Goes into the document's properties; the same moment gives the same bytes. */
  modified: Date;
}

const HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
const FONT = { name: "Calibri", size: 11 };

/** Saves a book as .xlsx. `notKept` names what did not make it into the file. */
export async function writeXlsx(
  book: FileBook,
  options: WriteOptions,
): Promise<{ bytes: Uint8Array; notKept: NotKept[] }> {
  const original = options.original && XlsxPackage.open(options.original);
  const before =
    options.original &&
    (await readXlsx(options.original, { functions: options.functions, addInId: options.addIn.id }));
  const formulas = new StoredFormulas(options.functions);
  const notKept = before ? [...before.notKept] : [];
  const library = original ? await openLibraryBook(original) : newLibraryBook();
  arrangeSheets(library, book, before?.book);
  if (!original) library.created = options.modified;
  library.modified = options.modified;
  library.creator ||= "Gendan";
  library.lastModifiedBy = "Gendan";
  library.properties.date1904 = book.date1904;
  if (!original) library.defaultFont = { family: 2, ...writeFont({ ...FONT, ...book.defaultFont }) };
  library.views = [
    // A file may come without any window; in twentieths of a point, as wide as a usual screen.
    {
      x: 0,
      y: 0,
      width: 28_800,
      height: 17_000,
      ...(library.views as typeof library.views | undefined)?.[0],
      activeTab: book.activeSheet ?? 0,
    } as (typeof library.views)[number],
  ];
  const sheets = book.sheets.map((sheet): [FileSheet, FileSheet | undefined] => [
    sheet,
    before?.book.sheets.find(({ name }) => name === (sheet.origin ?? sheet.name)),
  ]);
  const charts = new Map<string, readonly FileChart[]>();
  for (const [sheet, old] of sheets) {
    const worksheet = library.getWorksheet(sheet.name)!;
    fillSheet(worksheet, sheet, old, book, before?.book, formulas, notKept);
    charts.set(sheet.name, writeCharts(worksheet, sheet.charts, old?.charts));
  }
  const file = XlsxPackage.open(await library.xlsx.writeBuffer({ validate: false }));
  keepCarriageReturns(file);
  addSections(file, sheets, formulas, original);
  for (const part of sheetParts(file)) finishCharts(file, part, charts.get(part.name) ?? []);
  writeNames(file, book, formulas);
  writeSettings(file, options.addIn, book.settings, original);
  return {
    bytes: file.bytes(),
    notKept: [...new Map(notKept.map((entry) => [JSON.stringify(entry), entry])).values()],
  };
}

/** The library writes them bare, and every reader of XML takes a bare one for a line feed. */
function keepCarriageReturns(file: XlsxPackage): void {
  for (const part of Object.keys(file.parts)) {
    if (!/^xl\/(sharedStrings|worksheets\/[^/]*)\.xml$/.test(part)) continue;
    const text = file.text(part);
    if (text.includes("\r")) file.setText(part, text.replaceAll("\r", "&#13;"));
  }
}

/** Brings the library's sheets to the book's names and order. */
function arrangeSheets(library: Workbook, book: FileBook, before: FileBook | undefined): void {
  const known = new Map(library.worksheets.map((sheet) => [sheet.name, sheet]));
  const origins = book.sheets.map((sheet) =>
    before?.sheets.some(({ name }) => name === (sheet.origin ?? sheet.name))
      ? known.get(sheet.origin ?? sheet.name)
      : undefined,
  );
  for (const sheet of library.worksheets) if (!origins.includes(sheet)) library.removeWorksheet(sheet.id);
  // Two sheets may have exchanged their names: none may meet the other's on the way.
  for (const [index, sheet] of origins.entries())
    if (sheet && sheet.name !== book.sheets[index]!.name) sheet.name = `~${index}`;
  for (const [index, { name }] of book.sheets.entries()) {
    const sheet = origins[index] ?? library.addWorksheet(name);
    if (sheet.name !== name) sheet.name = name;
    sheet.orderNo = index;
  }
}

function fillSheet(
  worksheet: Worksheet,
  sheet: FileSheet,
  old: FileSheet | undefined,
  book: FileBook,
  before: FileBook | undefined,
  formulas: StoredFormulas,
  notKept: NotKept[],
): void {
  const base = { ...FONT, ...(before ?? book).defaultFont };
  const styles = new Map<number, Partial<Style>>();
  const style = (index: number | undefined): Partial<Style> => {
    const wanted = index === undefined ? undefined : book.styles[index];
    if (index === undefined || !wanted) return {};
    const made = styles.get(index) ?? writeStyle(wanted, base);
    styles.set(index, made);
    return made;
  };
  const sameStyle = (index: number | undefined, was: number | undefined): boolean =>
    JSON.stringify((index !== undefined && book.styles[index]) || {}) ===
    JSON.stringify((was !== undefined && before?.styles[was]) || {});
  writeCells({
    worksheet,
    cells: sheet.cells,
    tables: sheet.tables ?? old?.tables ?? [],
    formulas,
    style,
    sameStyle,
    before: new Map(old?.cells.map((cell) => [address(cell.row, cell.column), cell])),
    richText: (runs) => ({
      richText: runs.map(({ text, font }) => (font ? { text, font: writeFont(font) } : { text })),
    }),
    loses: (feature) => notKept.push({ code: "cellFeature", params: { sheet: sheet.name, feature } }),
  });
  writeRowsAndColumns(worksheet, sheet, old, style, sameStyle);
  worksheet.state = sheet.visibility;
  const view = worksheet.views?.[0];
  const frozen = sheet.frozen === undefined ? old?.frozen : sheet.frozen;
  const zoom = sheet.zoom ?? old?.zoom ?? 100;
  worksheet.views = [
    {
      ...(view?.rightToLeft && { rightToLeft: true }),
      ...(frozen
        ? { state: "frozen" as const, xSplit: frozen.columns, ySplit: frozen.rows }
        : { state: "normal" as const }),
      showGridLines: sheet.gridlines ?? old?.gridlines ?? true,
      zoomScale: zoom,
      zoomScaleNormal: zoom,
      tabSelected: book.sheets[book.activeSheet ?? 0] === sheet,
    } as unknown as (typeof worksheet.views)[number],
  ];
  if (sheet.tabColor !== undefined && sheet.tabColor !== (old?.tabColor ?? null)) {
    worksheet.properties.tabColor = sheet.tabColor === null ? undefined : storedColor(sheet.tabColor);
  }
  if (sheet.print && JSON.stringify(sheet.print) !== JSON.stringify(old?.print))
    writePrint(worksheet, sheet.print);
  writeComments(worksheet, sheet, old);
}

function writeRowsAndColumns(
  worksheet: Worksheet,
  sheet: FileSheet,
  old: FileSheet | undefined,
  style: (index: number | undefined) => Partial<Style>,
  sameStyle: (index: number | undefined, was: number | undefined) => boolean,
): void {
  if (sheet.defaultRowHeight !== undefined && sheet.defaultRowHeight !== old?.defaultRowHeight)
    worksheet.properties.defaultRowHeight = sheet.defaultRowHeight;
  if (sheet.defaultColumnWidth !== undefined && sheet.defaultColumnWidth !== old?.defaultColumnWidth) {
    worksheet.properties.defaultColWidth = storedWidth(sheet.defaultColumnWidth);
  }
  const columns = new Map(sheet.columns?.map((column) => [column.column, column]));
  for (const was of sheet.columns ? (old?.columns ?? []) : [])
    if (!columns.has(was.column)) columns.set(was.column, { column: was.column });
  for (const [index, column] of columns) {
    const was = old?.columns?.find((candidate) => candidate.column === index);
    const written = worksheet.getColumn(index + 1);
    if (column.width !== was?.width)
      written.width = column.width === undefined ? undefined : storedWidth(column.width);
    if ((column.hidden ?? false) !== (was?.hidden ?? false)) written.hidden = column.hidden === true;
    if (!sameStyle(column.style, was?.style)) written.style = style(column.style);
  }
  const rows = new Map(sheet.rows?.map((row) => [row.row, row]));
  for (const was of sheet.rows ? (old?.rows ?? []) : [])
    if (!rows.has(was.row)) rows.set(was.row, { row: was.row });
  const oldRows = new Map(old?.rows?.map((row) => [row.row, row]));
  for (const [index, row] of rows) {
    const was = oldRows.get(index);
    const written = worksheet.getRow(index + 1);
    // The library leaves out rows that have neither height nor cells, hidden ones too.
    if (written.cellCount === 0) written.getCell(1);
    if (row.height !== was?.height) written.height = row.height;
    if ((row.hidden ?? false) !== (was?.hidden ?? false)) written.hidden = row.hidden === true;
    if (!sameStyle(row.style, was?.style)) written.style = style(row.style);
  }
}

function writeComments(worksheet: Worksheet, sheet: FileSheet, old: FileSheet | undefined): void {
  const comments = sheet.comments ?? old?.comments ?? [];
  const wanted = new Map(comments.map((comment) => [address(comment.row, comment.column), comment.text]));
  for (const was of old?.comments ?? []) {
    if (wanted.has(address(was.row, was.column))) continue;
    worksheet.getCell(was.row + 1, was.column + 1).comment = undefined;
  }
  const told = new Map(old?.comments?.map((comment) => [address(comment.row, comment.column), comment.text]));
  for (const [at, text] of wanted) {
    const cell = worksheet.getCell(at);
    // The library forgets comments of cells that hold nothing else.
    if (told.get(at) !== text || cell.note === undefined) cell.note = text;
  }
}

/** Puts in what the library is kept away from: links, merges, tables, filters, validations, conditional formats, protection. */
function addSections(
  file: XlsxPackage,
  sheets: readonly [FileSheet, FileSheet | undefined][],
  formulas: StoredFormulas,
  original: XlsxPackage | undefined,
): void {
  const parts = new Map(sheetParts(file).map((part) => [part.name, part]));
  const originals = new Map((original ? sheetParts(original) : []).map((part) => [part.name, part]));
  const dxfs = new RuleStyles(file);
  let tableNumber = 0;
  for (const [index, [sheet, old]] of sheets.entries()) {
    const part = parts.get(sheet.name)!;
    const source = old && originals.get(old.name);
    let xml = file.text(part.part);
    const put = (section: string, content: string): void => void (xml = insertSection(xml, section, content));
    const protection = sheet.protection === undefined ? old?.protection : sheet.protection;
    if (protection) {
      const secret =
        source && original
          ? findChild(sheetSections(original.text(source.part)), "sheetProtection")
          : undefined;
      put("sheetProtection", protectionXml(protection, secret));
    }
    const filter = sheet.filter === undefined ? old?.filter : sheet.filter;
    if (filter) put("autoFilter", filterXml(filter.ref, filter.columns));
    put("mergeCells", mergesXml(validMerges(sheet.merges ?? old?.merges ?? [])));
    put("dataValidations", validationsXml(sheet.validations ?? old?.validations ?? [], formulas));
    put("hyperlinks", linksXml(file, part, sheet.cells));
    const tables = (sheet.tables ?? old?.tables ?? []).map((table) => {
      tableNumber += 1;
      const name = `xl/tables/table${tableNumber}.xml`;
      file.addPart(name, TABLE_TYPE, tableXml(table, tableNumber, formulas));
      return `<tablePart r:id="${file.relate(part.part, TABLE_RELATIONSHIP, name)}"/>`;
    });
    put(
      "tableParts",
      tables.length === 0 ? "" : `<tableParts count="${tables.length}">${tables.join("")}</tableParts>`,
    );
    // Last, because rules bring lists of extensions of their own, which must not be taken for the sheet's.
    const rules = conditionalFormatsXml(
      sheet.conditionalFormats ?? old?.conditionalFormats ?? [],
      formulas,
      (style) => dxfs.id(style),
      index + 1,
    );
    put("conditionalFormatting", rules.sections);
    if (rules.extension !== "") xml = insertExtension(xml, rules.extension);
    const sparklines =
      source && original
        ? /<ext\b[^>]*>\s*<x14:sparklineGroups.*?<\/ext>/s.exec(original.text(source.part))?.[0]
        : undefined;
    if (sparklines && !xml.includes("<x14:sparklineGroups")) xml = insertExtension(xml, sparklines);
    file.setText(part.part, xml);
  }
  dxfs.write();
}

function linksXml(file: XlsxPackage, part: SheetPart, cells: readonly FileCell[]): string {
  const ids = new Map<string, string>();
  const links = cells.flatMap(({ row, column, link }) => {
    if (!link) return [];
    const at = `ref="${address(row, column)}"`;
    const tip = link.tooltip === undefined ? "" : ` tooltip="${xmlEncodeAttr(link.tooltip)}"`;
    if (link.target.startsWith("#"))
      return [`<hyperlink ${at} location="${xmlEncodeAttr(link.target.slice(1))}"${tip}/>`];
    const id = ids.get(link.target) ?? file.relate(part.part, HYPERLINK, link.target, true);
    ids.set(link.target, id);
    return [`<hyperlink ${at} r:id="${id}"${tip}/>`];
  });
  return links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`;
}

/** Adds differential formats to the book's styles, each once. */
class RuleStyles {
  private readonly known = new Map<string, number>();
  private readonly added: string[] = [];
  private readonly first: number;

  constructor(private readonly file: XlsxPackage) {
    const list = findChild(file.xml("xl/styles.xml"), "dxfs");
    this.first = list ? findChildren(list, "dxf").length : 0;
  }

  id(style: FileRuleStyle): number {
    const key = JSON.stringify(style);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    // Ids of formats inside rules only need to stay clear of those that cells use.
    this.added.push(ruleStyleXml(style, 1000 + this.added.length));
    const id = this.first + this.added.length - 1;
    this.known.set(key, id);
    return id;
  }

  write(): void {
    if (this.added.length === 0) return;
    const xml = this.file.text("xl/styles.xml");
    const all = `<dxfs count="${this.first + this.added.length}">`;
    const more = `${this.added.join("")}</dxfs>`.replaceAll("$", "$$$$");
    const empty = /<dxfs[^>]*\/>/.test(xml);
    this.file.setText(
      "xl/styles.xml",
      empty
        ? xml.replace(/<dxfs[^>]*\/>/, all + more)
        : xml.replace(/<dxfs[^>]*>/, all).replace("</dxfs>", more),
    );
  }
}
