import type { Worksheet } from "@cj-tech-master/excelts";
import { attr, findChild, findChildren, type XmlElement } from "@cj-tech-master/excelts/xml";
import { address, areaRef, LAST_COLUMN, parseRef } from "./a1";
import type { StyleTable } from "./cells";
import { resolveColor } from "./colors";
import type {
  FileCell,
  FileColumn,
  FilePrint,
  FileProtection,
  FileProtectionRight,
  FileSheet,
} from "./fileBook";
import { readFilter } from "./filters";
import type { Relationship } from "./xlsxPackage";

export const PROTECTION_RIGHTS: readonly FileProtectionRight[] = [
  "selectLockedCells",
  "selectUnlockedCells",
  "formatCells",
  "formatColumns",
  "formatRows",
  "insertColumns",
  "insertRows",
  "insertHyperlinks",
  "deleteColumns",
  "deleteRows",
  "sort",
  "autoFilter",
  "pivotTables",
  "objects",
  "scenarios",
];

/** Rights that a protected sheet grants unless the file says otherwise. */
const GRANTED = new Set<FileProtectionRight>([
  "selectLockedCells",
  "selectUnlockedCells",
  "objects",
  "scenarios",
]);

/** Excel's dialog counts characters; the file adds the five pixels of padding, at seven pixels a character. */
const PADDING = 5;
const CHARACTER = 7;
export const dialogWidth = (stored: number): number =>
  Math.max(0, Math.round(((stored * CHARACTER - PADDING) / CHARACTER) * 100) / 100);
export const storedWidth = (shown: number): number =>
  Math.trunc(((shown * CHARACTER + PADDING) / CHARACTER) * 256) / 256;

/** Definitions that run to the sheet's edge say how all other columns look; nobody needs sixteen thousand of them. */
const WIDEST_RUN = 200;

/** `sections`: a worksheet without its cells; `sheet`: the same sheet as the library has it. */
export function readSheetSections(
  sections: XmlElement,
  sheet: Worksheet,
  styles: StyleTable,
  theme: readonly string[],
  loses: (feature: string) => void,
): Omit<FileSheet, "name" | "visibility" | "cells"> {
  const format = findChild(sections, "sheetFormatPr");
  const { columns, width } = readColumns(sections, sheet, styles);
  const defaultWidth = width ?? numberOf(format, "defaultColWidth");
  const defaultHeight = numberOf(format, "defaultRowHeight");
  const view = sheet.views?.[0];
  const merges = findChild(sections, "mergeCells");
  const tab = resolveColor(sheet.properties.tabColor, theme);
  const filter = findChild(sections, "autoFilter");
  return {
    merges: merges ? findChildren(merges, "mergeCell").flatMap((merge) => attr(merge, "ref") ?? []) : [],
    columns,
    ...(defaultWidth !== undefined && { defaultColumnWidth: dialogWidth(defaultWidth) }),
    ...(defaultHeight !== undefined && { defaultRowHeight: defaultHeight }),
    frozen: view?.state === "frozen" ? { rows: view.ySplit ?? 0, columns: view.xSplit ?? 0 } : null,
    filter: filter
      ? { ref: attr(filter, "ref") ?? "", columns: readFilter(filter, () => loses("sheetFilter")) }
      : null,
    protection: readProtection(sections),
    print: readPrint(sheet, sections),
    tabColor: tab ?? null,
    gridlines: view?.showGridLines !== false,
    ...(view?.zoomScale !== undefined && view.zoomScale !== 100 && { zoom: view.zoomScale }),
  };
}

const numberOf = (element: XmlElement | undefined, name: string): number | undefined =>
  element === undefined || attr(element, name) === undefined ? undefined : Number(attr(element, name));

const isTrue = (element: XmlElement, name: string): boolean =>
  ["1", "true"].includes(attr(element, name) ?? "");

function readColumns(
  sections: XmlElement,
  sheet: Worksheet,
  styles: StyleTable,
): { columns: FileColumn[]; width: number | undefined } {
  const columns: FileColumn[] = [];
  const list = findChild(sections, "cols");
  let width: number | undefined;
  for (const element of list ? findChildren(list, "col") : []) {
    const first = (numberOf(element, "min") ?? 1) - 1;
    const last = Math.min((numberOf(element, "max") ?? first + 1) - 1, LAST_COLUMN);
    const own = numberOf(element, "width");
    const hidden = isTrue(element, "hidden");
    if (last - first >= WIDEST_RUN && !hidden) width = own;
    for (let column = first; column <= Math.min(last, first + WIDEST_RUN - 1); column += 1) {
      const style = styles(sheet.getColumn(column + 1).style);
      const read: FileColumn = {
        column,
        ...(own !== undefined && { width: dialogWidth(own) }),
        ...(hidden && { hidden }),
        ...(style !== undefined && { style }),
      };
      if (Object.keys(read).length > 1) columns.push(read);
    }
  }
  return { columns, width };
}

function readProtection(sections: XmlElement): FileProtection | null {
  const element = findChild(sections, "sheetProtection");
  if (!element || !isTrue(element, "sheet")) return null;
  const password = attr(element, "hashValue") !== undefined || attr(element, "password") !== undefined;
  // Each attribute says what is locked; for some the default is locked, for others it is not.
  const allow = PROTECTION_RIGHTS.filter((right) => {
    const locked = attr(element, right);
    return locked === undefined ? GRANTED.has(right) : locked === "0" || locked === "false";
  });
  return { password, allow };
}

function readPrint(sheet: Worksheet, sections: XmlElement): FilePrint {
  const setup = sheet.pageSetup;
  const { margins } = setup;
  const footer = sheet.headerFooter?.oddFooter;
  const header = sheet.headerFooter?.oddHeader;
  const written = findChild(sections, "pageSetup");
  const orientation = written && attr(written, "orientation");
  return {
    ...((orientation === "portrait" || orientation === "landscape") && { orientation }),
    ...(written && attr(written, "paperSize") !== undefined && { paper: Number(attr(written, "paperSize")) }),
    ...(!setup.fitToPage && setup.scale !== undefined && setup.scale !== 100 && { scale: setup.scale }),
    ...(setup.fitToPage && { fit: { width: setup.fitToWidth ?? 1, height: setup.fitToHeight ?? 1 } }),
    ...(setup.printArea && { area: setup.printArea.replaceAll("&&", ",") }),
    ...(setup.printTitlesRow && { titleRows: setup.printTitlesRow.replaceAll("$", "") }),
    ...(setup.printTitlesColumn && { titleColumns: setup.printTitlesColumn.replaceAll("$", "") }),
    ...(margins && { margins: { ...margins } }),
    ...(setup.horizontalCentered && { centerHorizontally: true }),
    ...(setup.verticalCentered && { centerVertically: true }),
    ...(setup.showGridLines && { gridlines: true }),
    ...(header && { header }),
    ...(footer && { footer }),
  };
}

/** Links by the address of every cell that carries one. */
export function readLinks(
  sections: XmlElement,
  relationships: readonly Relationship[],
): Map<string, NonNullable<FileCell["link"]>> {
  const links = new Map<string, NonNullable<FileCell["link"]>>();
  const list = findChild(sections, "hyperlinks");
  for (const element of list ? findChildren(list, "hyperlink") : []) {
    const outside = relationships.find(({ id }) => id === (attr(element, "r:id") ?? ""))?.target ?? "";
    const inside = attr(element, "location");
    const tooltip = attr(element, "tooltip");
    const area = parseRef(attr(element, "ref") ?? "");
    if (!area || (outside === "" && inside === undefined)) continue;
    const link = {
      target: inside === undefined ? outside : `${outside}#${inside}`,
      ...(tooltip !== undefined && { tooltip }),
    };
    const bottom = Math.min(area.bottom, area.top + WIDEST_RUN);
    const right = Math.min(area.right, area.left + WIDEST_RUN);
    for (let row = area.top; row <= bottom; row += 1) {
      for (let column = area.left; column <= right; column += 1) links.set(address(row, column), link);
    }
  }
  return links;
}

export function writePrint(sheet: Worksheet, print: FilePrint): void {
  const setup = sheet.pageSetup;
  const { area, fit } = print;
  Object.assign(setup, {
    orientation: print.orientation ?? setup.orientation,
    paperSize: print.paper ?? setup.paperSize,
    scale: print.scale ?? 100,
    fitToPage: fit !== undefined,
    fitToWidth: fit?.width ?? setup.fitToWidth,
    fitToHeight: fit?.height ?? setup.fitToHeight,
    printArea: area,
    printTitlesRow: print.titleRows,
    printTitlesColumn: print.titleColumns,
    horizontalCentered: print.centerHorizontally,
    verticalCentered: print.centerVertically,
    showGridLines: print.gridlines,
  });
  if (print.margins) setup.margins = { ...print.margins };
  if (print.header !== undefined || print.footer !== undefined || sheet.headerFooter) {
    sheet.headerFooter = {
      ...sheet.headerFooter,
      oddHeader: print.header ?? "",
      oddFooter: print.footer ?? "",
    };
  }
}

export function protectionXml(protection: FileProtection, original: XmlElement | undefined): string {
  const allowed = new Set(protection.allow);
  const locks = PROTECTION_RIGHTS.flatMap((right) => {
    const locked = !allowed.has(right);
    return locked === !GRANTED.has(right) ? [] : [` ${right}="${locked ? 1 : 0}"`];
  });
  const secret = protection.password
    ? ["algorithmName", "hashValue", "saltValue", "spinCount", "password"]
    : [];
  const hash = secret.flatMap((name) => {
    const value = original && attr(original, name);
    return value === undefined ? [] : [` ${name}="${value}"`];
  });
  return `<sheetProtection sheet="1"${locks.join("")}${hash.join("")}/>`;
}

export const mergesXml = (merges: readonly string[]): string =>
  merges.length === 0
    ? ""
    : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;

/** Keeps areas that the format cannot hold out of the file. */
export const validMerges = (merges: readonly string[]): string[] =>
  merges.flatMap((ref) => {
    const area = parseRef(ref);
    return area && (area.top !== area.bottom || area.left !== area.right) ? [areaRef(area)] : [];
  });
