import { strFromU8, unzipSync } from "fflate";
import { serialDate } from "../src/domain/calendar/serialDate";
import type { CellValue } from "../src/registers/register";
import { isDateFormat, type Area, type SheetTable } from "../src/registers/sheet/sheetGrid";
import { parseRef } from "../src/workbench/files/a1";
import { CHINESE_FORMATS } from "../src/workbench/files/chineseFormats";
import { CannotRead, type SheetOfFile } from "./sheetOfFile";

/** Days between the two systems of counting. */
const SINCE_1904 = 1462;
const MOST_BYTES_UNPACKED = 1_500_000_000;
/** A grid of more cells than this is cut: somebody has typed a blank far away. */
const MOST_CELLS = 4_000_000;

const BUILT_IN: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yyyy h:mm",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  49: "@",
  ...CHINESE_FORMATS,
};

const decoded = (text: string): string =>
  text.includes("&") || text.includes("_x")
    ? text
        .replace(
          /&(?:#x([\da-f]+)|#(\d+)|(lt|gt|amp|quot|apos));/gi,
          (whole, hex: string, ten: string, name) =>
            hex || ten
              ? String.fromCodePoint(Math.min(0x10ffff, hex ? parseInt(hex, 16) : Number(ten)))
              : ({ lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" }[String(name).toLowerCase()] ?? whole),
        )
        .replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;

/** Value of an attribute; a name may carry any prefix. */
function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match ? decoded(match[1] ?? match[2] ?? "") : undefined;
}

/** Elements of a name, whatever prefix their file gives them. */
function elements(xml: string, name: string): { attributes: string; inside: string }[] {
  const found: { attributes: string; inside: string }[] = [];
  const start = new RegExp(`<((?:[\\w.-]+:)?${name})((?:\\s[^<>]*?)?)(/?)>`, "g");
  for (let match; (match = start.exec(xml));) {
    const close = match[3] === "/" ? -1 : xml.indexOf(`</${match[1] ?? ""}>`, start.lastIndex);
    found.push({
      attributes: match[2] ?? "",
      inside: close < 0 ? "" : xml.slice(start.lastIndex, close),
    });
  }
  return found;
}

function textOfPart(data: Uint8Array): string {
  const wide = (data[0] === 0xff && data[1] === 0xfe) || (data[0] === 0x3c && data[1] === 0);
  const wideBack = (data[0] === 0xfe && data[1] === 0xff) || (data[0] === 0 && data[1] === 0x3c);
  const text =
    wide || wideBack ? new TextDecoder(wide ? "utf-16le" : "utf-16be").decode(data) : strFromU8(data);
  const bare = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  return bare.includes("<!--") ? bare.replace(/<!--[\s\S]*?-->/g, "") : bare;
}

/** The texts of a string item: runs put together, phonetic hints left out. */
function itemText(inside: string): string {
  const bare = inside.includes("rPh") ? inside.replace(/<((?:[\w.-]+:)?rPh)\b[\s\S]*?<\/\1>/g, "") : inside;
  let text = "";
  for (const [, , own] of bare.matchAll(/<((?:[\w.-]+:)?t)(?:\s[^<>]*)?>([^<]*)<\/\1>/g)) text += own ?? "";
  return decoded(text);
}

interface Package {
  part(name: string): string | undefined;
  /** Targets of a part's relationships by id, each with the last word of its type. */
  links(part: string): Map<string, { type: string; target: string }>;
}

function openPackage(bytes: Uint8Array): Package {
  let unpacked = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels|bin)$/i.test(name) || /\/(?:media|theme|drawings|charts)\//i.test(name))
          return false;
        unpacked += originalSize;
        if (unpacked > MOST_BYTES_UNPACKED)
          throw new CannotRead("tooLarge", "Unpacked, the file is larger than can be read.");
        return true;
      },
    });
  } catch (error) {
    if (error instanceof CannotRead) throw error;
    throw new CannotRead("damaged", "The file is damaged: it cannot be unpacked.");
  }
  const byName = new Map(
    Object.entries(parts).map(([name, data]) => [
      name.replace(/^\/+/, "").replaceAll("\\", "/").toLowerCase(),
      data,
    ]),
  );
  const part = (name: string): string | undefined => {
    const data = byName.get(name.toLowerCase());
    return data && textOfPart(data);
  };
  const links = (of: string): Map<string, { type: string; target: string }> => {
    const folder = of.includes("/") ? of.slice(0, of.lastIndexOf("/")) : "";
    const rels = part(
      `${folder === "" ? "" : `${folder}/`}_rels/${of.slice(folder === "" ? 0 : folder.length + 1)}.rels`,
    );
    return new Map(
      elements(rels ?? "", "Relationship").map(({ attributes }) => {
        const target = attribute(attributes, "Target") ?? "";
        return [
          attribute(attributes, "Id") ?? "",
          {
            type: (attribute(attributes, "Type") ?? "").replace(/^.*\//, ""),
            target: inFolder(folder, target),
          },
        ];
      }),
    );
  };
  if (byName.has("xl/workbook.bin"))
    throw new CannotRead("xlsb", "Binary workbooks (.xlsb) are not read. Save it in Excel as .xlsx.");
  return { part, links };
}

function inFolder(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}/${target}`.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

/** Number formats of the cell styles, by number of the style. */
function formatsOf(styles: string | undefined): string[] {
  if (styles === undefined) return [];
  const custom = new Map<string, string>();
  for (const { attributes } of elements(styles, "numFmt"))
    custom.set(attribute(attributes, "numFmtId") ?? "", attribute(attributes, "formatCode") ?? "General");
  const [list] = elements(styles, "cellXfs");
  return elements(list?.inside ?? "", "xf").map(({ attributes }) => {
    const id = attribute(attributes, "numFmtId") ?? "0";
    return custom.get(id) ?? BUILT_IN[Number(id)] ?? "General";
  });
}

interface FoundCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly format: string;
  readonly formula: boolean;
}

/** `2026-03-05T00:00:00` as strict files may have it. */
function isoSerial(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):?(\d{2})?)?/.exec(text);
  const day = match && serialDate(Number(match[1]), Number(match[2]), Number(match[3]));
  if (!match || day === undefined || day === null) return undefined;
  return day + (Number(match[4] ?? 0) * 3600 + Number(match[5] ?? 0) * 60 + Number(match[6] ?? 0)) / 86_400;
}

interface Book {
  readonly shared: readonly string[];
  readonly formats: readonly string[];
  readonly date1904: boolean;
}

/** What stands in the cells; tags are taken one by one, so that a sheet of any size is read in one go. */
function readCells(
  xml: string,
  { shared, formats, date1904 }: Book,
): { cells: FoundCell[]; hiddenRows: number[] } {
  const cells: FoundCell[] = [];
  const hiddenRows: number[] = [];
  const tag = /<(\/?)(?:[\w.-]+:)?(row|c|v|f|is)((?:\s[^<>]*?)?)(\/?)>/g;
  let [row, column, from] = [-1, -1, 0];
  let inline = "";
  let raw: string | undefined;
  let own: { type: string; format: string; formula: boolean } | undefined;
  const finish = (): void => {
    if (!own) return;
    const { type, formula } = own;
    let { format } = own;
    let value: CellValue = "";
    if (type === "inlineStr") value = inline !== "" || raw === undefined ? inline : decoded(raw);
    else if (raw !== undefined) {
      if (type === "s") value = shared[Number(raw)] ?? "";
      else if (type === "str" || type === "e") value = decoded(raw);
      else if (type === "b") value = raw === "1";
      else if (type === "d") {
        value = isoSerial(raw) ?? raw;
        if (!isDateFormat(format)) format = "yyyy-mm-dd";
      } else {
        const number = raw.trim() === "" ? NaN : Number(raw);
        value = Number.isNaN(number) ? decoded(raw) : number;
        if (date1904 && typeof value === "number" && isDateFormat(format)) value += SINCE_1904;
      }
    }
    if (value !== "" || formula) cells.push({ row, column, value, format, formula });
    own = undefined;
  };
  for (let match; (match = tag.exec(xml));) {
    const closing = match[1] === "/";
    const alone = match[4] === "/";
    const attributes = match[3] ?? "";
    switch (match[2]) {
      case "row":
        if (closing) break;
        row = Number(/\sr="(\d+)"/.exec(attributes)?.[1] ?? row + 2) - 1;
        column = -1;
        if (/\shidden="(?:1|true)"/.test(attributes)) hiddenRows.push(row);
        break;
      case "c": {
        if (closing) {
          finish();
          break;
        }
        const at = parseRef(attribute(attributes, "r") ?? "");
        if (at) [row, column] = [at.top, at.left];
        else column += 1;
        raw = undefined;
        inline = "";
        own = {
          type: attribute(attributes, "t") ?? "n",
          format: formats[Number(/\ss="(\d+)"/.exec(attributes)?.[1] ?? -1)] ?? "General",
          formula: false,
        };
        if (alone) finish();
        break;
      }
      case "f":
        if (own) own.formula = true;
        break;
      case "v":
        if (closing) raw = xml.slice(from, match.index);
        else if (alone) raw = undefined;
        else from = tag.lastIndex;
        break;
      default:
        if (closing) inline = itemText(xml.slice(from, match.index));
        else from = tag.lastIndex;
    }
  }
  return { cells, hiddenRows };
}

const areaOf = (ref: string): Area | undefined => {
  const found = parseRef(ref);
  return (
    found && {
      row: found.top,
      column: found.left,
      rows: found.bottom - found.top + 1,
      columns: found.right - found.left + 1,
    }
  );
};

/** Columns that are hidden; only those with content count, and nobody hides thousands of these. */
function hiddenColumns(xml: string, last: number): number[] {
  const found: number[] = [];
  for (const { attributes } of elements(xml, "col")) {
    if (!/\shidden="(?:1|true)"/.test(attributes)) continue;
    const [from, to] = [Number(attribute(attributes, "min") ?? 0), Number(attribute(attributes, "max") ?? 0)];
    for (let column = from - 1; column < Math.min(to, last); column += 1) found.push(column);
  }
  return found;
}

function tablesOf(file: Package, sheetPart: string): SheetTable[] {
  return [...file.links(sheetPart).values()].flatMap(({ type, target }) => {
    const [table] = type === "table" ? elements(file.part(target) ?? "", "table") : [];
    const area = table && areaOf(attribute(table.attributes, "ref") ?? "");
    if (!table || !area) return [];
    return [
      {
        name: attribute(table.attributes, "displayName") ?? attribute(table.attributes, "name") ?? "",
        area,
        headings: attribute(table.attributes, "headerRowCount") !== "0",
        totals: Number(attribute(table.attributes, "totalsRowCount") ?? 0) > 0,
      },
    ];
  });
}

/** The used range, without cells so far away that the range would be mostly nothing. */
function place(cells: readonly FoundCell[]): { top: number; left: number; bottom: number; right: number } {
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const { row, column } of cells) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row + 1);
    right = Math.max(right, column + 1);
  }
  if (cells.length === 0) return { top: 0, left: 0, bottom: 0, right: 0 };
  if ((bottom - top) * (right - left) > MOST_CELLS) {
    right = Math.min(right, left + 500);
    bottom = Math.min(bottom, top + Math.floor(MOST_CELLS / (right - left)));
  }
  return { top, left, bottom, right };
}

function readSheetPart(
  file: Package,
  part: string,
  name: string,
  book: Book,
): Pick<SheetOfFile, "grid" | "leftOut"> {
  const xml = file.part(part) ?? "";
  const { cells, hiddenRows } = readCells(xml, book);
  const { top, left, bottom, right } = place(cells);
  const rows = <T>(blank: T): T[][] =>
    Array.from({ length: bottom - top }, () => new Array<T>(right - left).fill(blank));
  const values = rows<CellValue>("");
  const formats = rows("General");
  const formulas = rows(false);
  let leftOut = 0;
  for (const { row, column, value, format, formula } of cells) {
    if (row >= bottom || column >= right) {
      leftOut += 1;
      continue;
    }
    (values[row - top] as CellValue[])[column - left] = value;
    (formats[row - top] as string[])[column - left] = format;
    (formulas[row - top] as boolean[])[column - left] = formula;
  }
  return {
    grid: {
      name,
      top,
      left,
      values,
      formats,
      formulas,
      merges: elements(xml, "mergeCell").flatMap(
        ({ attributes }) => areaOf(attribute(attributes, "ref") ?? "") ?? [],
      ),
      hiddenRows: hiddenRows.filter((row) => row < bottom),
      hiddenColumns: hiddenColumns(xml, right),
      tables: tablesOf(file, part),
    },
    ...(leftOut > 0 && { leftOut }),
  };
}

/**
 * The sheets of an .xlsx or .xlsm: values, number formats, merges, what is hidden, tables. Only what reading asks for is opened, so
 * that files whose other parts are unusual are read too.
 */
export function xlsxSheets(bytes: Uint8Array): SheetOfFile[] {
  const file = openPackage(bytes);
  const main =
    [...file.links("").values()].find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  const workbook = file.part(main);
  if (workbook === undefined)
    throw new CannotRead("notAWorkbook", "The file is packed like a workbook, but holds none.");
  const links = file.links(main);
  const partOf = (word: string): string | undefined => {
    const target = [...links.values()].find(({ type }) => type === word)?.target;
    return target === undefined ? undefined : file.part(target);
  };
  const strings = partOf("sharedStrings");
  const book: Book = {
    shared: elements(strings ?? "", "si").map(({ inside }) => itemText(inside)),
    formats: formatsOf(partOf("styles")),
    date1904: elements(workbook, "workbookPr").some(({ attributes }) =>
      /^(?:1|true)$/.test(attribute(attributes, "date1904") ?? ""),
    ),
  };
  const sheets = elements(workbook, "sheet").flatMap(({ attributes }): SheetOfFile[] => {
    const name = attribute(attributes, "name") ?? "";
    const link = links.get(attribute(attributes, "id") ?? "");
    if (link?.type !== "worksheet") return [];
    const state = attribute(attributes, "state");
    const visibility = state === "hidden" || state === "veryHidden" ? state : "visible";
    return [{ name, visibility, ...readSheetPart(file, link.target, name, book) }];
  });
  if (sheets.length === 0) throw new CannotRead("noSheets", "The workbook has no worksheet.");
  return sheets;
}
