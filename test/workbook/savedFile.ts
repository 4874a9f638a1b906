import { parseXml, textContent, type XmlElement } from "@cj-tech-master/excelts/xml";
import { strFromU8, unzipSync } from "fflate";

/** A cell as a saved file has it; `style` is everything that it looks like, in the file's own words. */
export interface SavedCell {
  readonly value: string;
  readonly formula: string;
  readonly style: string;
}

/** What holds for some cells. */
export interface SavedRule {
  readonly place: string;
  readonly rule: string;
}

/** A sheet of a saved file, read from its XML by nothing that had a part in writing it. */
export interface SavedSheet {
  readonly name: string;
  readonly visibility: string;
  /** By address. */
  readonly cells: ReadonlyMap<string, SavedCell>;
  /** Height and whether hidden, by row number; only of rows that are not as all others. */
  readonly rows: ReadonlyMap<number, string>;
  /** Width and whether hidden, by column number from 1. */
  readonly columns: ReadonlyMap<number, string>;
  readonly merges: readonly string[];
  readonly validations: readonly SavedRule[];
  /** Conditional formats, first that wins first. */
  readonly rules: readonly SavedRule[];
  readonly frozen: string;
  readonly filter: string;
  readonly tables: readonly string[];
}

export interface SavedBook {
  readonly sheets: readonly SavedSheet[];
  /** Defined names with what they stand for; names of one sheet with that sheet's number. */
  readonly names: ReadonlyMap<string, string>;
}

type Root = XmlElement | undefined;

const children = (root: Root): XmlElement[] =>
  (root?.children ?? []).filter((child): child is XmlElement => child.type === "element");
const localName = ({ name }: XmlElement): string => name.replace(/^.*:/, "");
const all = (root: Root, name: string): XmlElement[] =>
  children(root).flatMap((child) => (localName(child) === name ? [child] : all(child, name)));
const first = (root: Root, name: string): Root => all(root, name)[0];
const inner = (root: Root, list: string): XmlElement[] => children(first(root, list));
const attribute = (element: Root, name: string): string | undefined => element?.attributes[name];
const text = (element: Root): string => (element ? textContent(element) : "");

/** An element as text with its attributes in order, without name spaces. */
function words(element: Root, without: readonly string[] = []): string {
  if (!element) return "";
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => !name.startsWith("xmlns") && !name.endsWith(":uid") && !without.includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  const own = children(element);
  const inside = own.length ? own.map((child) => words(child)).join("") : text(element);
  return `<${[localName(element), ...attributes].join(" ")}>${inside}</>`;
}

export function savedBook(bytes: Uint8Array): SavedBook {
  const parts = unzipSync(bytes);
  const read = (path: string): Root => parts[path] && parseXml(strFromU8(parts[path])).root;
  const book = read("xl/workbook.xml");
  const styles = cellStyles(read("xl/styles.xml"));
  const texts = children(read("xl/sharedStrings.xml")).map((item) =>
    all(item, "t")
      .map((part) => text(part))
      .join(""),
  );
  const targets = relations(read("xl/_rels/workbook.xml.rels"), "xl/");
  const sheets = all(book, "sheet").map((element): SavedSheet => {
    const path = targets.get(attribute(element, "r:id") ?? "") ?? "";
    const sheet = read(path);
    const folder = path.replace(/[^/]*$/, "");
    const related = relations(read(`${folder}_rels/${path.slice(folder.length)}.rels`), folder);
    return {
      name: attribute(element, "name") ?? "",
      visibility: attribute(element, "state") ?? "visible",
      ...cellsOf(sheet, texts, styles.cells),
      ...rowsAndColumns(sheet),
      merges: all(sheet, "mergeCell")
        .map((merge) => attribute(merge, "ref") ?? "")
        .sort(),
      validations: all(sheet, "dataValidation")
        .map((rule) => ({ place: attribute(rule, "sqref") ?? "", rule: words(rule, ["sqref"]) }))
        .sort((a, b) => (a.place < b.place ? -1 : 1)),
      rules: all(sheet, "conditionalFormatting")
        .flatMap((place) =>
          all(place, "cfRule").map((rule) => ({
            place: attribute(place, "sqref") ?? "",
            priority: Number(attribute(rule, "priority")),
            rule: `${words(rule, ["priority", "dxfId"])} ${styles.rules[Number(attribute(rule, "dxfId"))] ?? ""}`,
          })),
        )
        .sort((a, b) => a.priority - b.priority)
        .map(({ place, rule }) => ({ place, rule })),
      frozen: words(first(sheet, "pane"), ["activePane"]),
      filter: words(children(sheet).find(({ name }) => name === "autoFilter")),
      tables: all(sheet, "tablePart").map((part) =>
        words(read(related.get(attribute(part, "r:id") ?? "") ?? ""), ["id"]),
      ),
    };
  });
  return {
    sheets,
    names: new Map(
      all(book, "definedName").map((name) => [
        `${attribute(name, "localSheetId") ?? ""}!${attribute(name, "name")}`,
        text(name),
      ]),
    ),
  };
}

function relations(document: Root, folder: string): Map<string, string> {
  return new Map(
    all(document, "Relationship").map((relation) => {
      const target = attribute(relation, "Target") ?? "";
      const path = target.startsWith("/")
        ? target.slice(1)
        : new URL(target, `file:///${folder}`).pathname.slice(1);
      return [attribute(relation, "Id") ?? "", path];
    }),
  );
}

/** What each style number looks like, of cells and of conditional formats. */
function cellStyles(document: Root): { cells: string[]; rules: string[] } {
  const formats = new Map(
    inner(document, "numFmts").map((format) => [
      attribute(format, "numFmtId"),
      attribute(format, "formatCode") ?? "",
    ]),
  );
  const part = (list: string) => inner(document, list).map((element) => words(element));
  const [fonts, fills, borders] = [part("fonts"), part("fills"), part("borders")];
  const cells = inner(document, "cellXfs").map((style) => {
    const number = attribute(style, "numFmtId") ?? "0";
    const of = (list: readonly string[], id: string) => list[Number(attribute(style, id) ?? 0)] ?? "";
    return [
      formats.get(number) ?? `format ${number}`,
      of(fonts, "fontId"),
      of(fills, "fillId"),
      of(borders, "borderId"),
      words(first(style, "alignment")),
      words(first(style, "protection")),
    ].join(" ");
  });
  return { cells, rules: inner(document, "dxfs").map((style) => words(style)) };
}

function cellsOf(
  sheet: Root,
  texts: readonly string[],
  styles: readonly string[],
): Pick<SavedSheet, "cells"> {
  const cells = new Map<string, SavedCell>();
  for (const cell of all(first(sheet, "sheetData"), "c")) {
    const raw = text(first(cell, "v") ?? first(cell, "t"));
    const formula = first(cell, "f");
    const style = Number(attribute(cell, "s") ?? 0);
    const kind = attribute(cell, "t") ?? "n";
    const value =
      kind === "s"
        ? `text ${texts[Number(raw)] ?? ""}`
        : raw && `${kind === "inlineStr" || kind === "str" ? "text" : kind} ${raw}`;
    if (value === "" && !formula && style === 0) continue;
    cells.set(attribute(cell, "r") ?? "", { value, formula: words(formula), style: styles[style] ?? "" });
  }
  return { cells };
}

function rowsAndColumns(sheet: Root): Pick<SavedSheet, "rows" | "columns"> {
  const rows = new Map<number, string>();
  for (const row of all(first(sheet, "sheetData"), "row")) {
    const looks = `${attribute(row, "ht") ?? ""} ${attribute(row, "hidden") ?? ""}`;
    if (looks.trim()) rows.set(Number(attribute(row, "r")), looks);
  }
  const columns = new Map<number, string>();
  for (const column of inner(sheet, "cols")) {
    const looks = `${attribute(column, "width") ?? ""} ${attribute(column, "hidden") ?? ""}`;
    const last = Math.min(Number(attribute(column, "max")), 400);
    for (let at = Number(attribute(column, "min")); at <= last; at++) columns.set(at, looks);
  }
  return { rows, columns };
}
