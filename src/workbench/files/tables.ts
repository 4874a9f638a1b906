import {
  attr,
  findChild,
  findChildren,
  textContent,
  xmlEncode,
  xmlEncodeAttr,
  type XmlElement,
} from "@cj-tech-master/excelts/xml";
import { areaRef, parseRef } from "./a1";
import { decodeEscapes, encodeEscapes } from "./escapes";
import type { FileTable, FileTableColumn } from "./fileBook";
import { filterXml, readFilter } from "./filters";
import type { StoredFormulas } from "./storedFormula";

export const TABLE_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";
export const TABLE_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/table";

const isTrue = (element: XmlElement | undefined, name: string): boolean =>
  element !== undefined && ["1", "true"].includes(attr(element, name) ?? "");

export function readTable(
  root: XmlElement,
  formulas: StoredFormulas,
  loses: (feature: string) => void,
): FileTable {
  const name = attr(root, "displayName") ?? attr(root, "name") ?? "";
  const columns = findChild(root, "tableColumns");
  const filter = findChild(root, "autoFilter");
  const style = findChild(root, "tableStyleInfo");
  const styleName = style && attr(style, "name");
  if (attr(root, "tableType") === "queryTable") loses("query");
  return {
    name,
    ref: attr(root, "ref") ?? "",
    headings: attr(root, "headerRowCount") !== "0",
    totals: Number(attr(root, "totalsRowCount") ?? 0) > 0,
    columns: columns
      ? findChildren(columns, "tableColumn").map((column) => readColumn(column, name, formulas))
      : [],
    ...(styleName !== undefined && { style: styleName }),
    stripes: isTrue(style, "showRowStripes"),
    columnStripes: isTrue(style, "showColumnStripes"),
    firstColumn: isTrue(style, "showFirstColumn"),
    lastColumn: isTrue(style, "showLastColumn"),
    filterButtons: filter !== undefined,
    filter: filter ? readFilter(filter, () => loses("filter")) : [],
  };
}

function readColumn(element: XmlElement, table: string, formulas: StoredFormulas): FileTableColumn {
  const text = (name: string): string | undefined => {
    const child = findChild(element, name);
    return child && formulas.read(textContent(child), table);
  };
  const label = attr(element, "totalsRowLabel");
  const totals = attr(element, "totalsRowFunction");
  const formula = text("calculatedColumnFormula");
  const totalsFormula = text("totalsRowFormula");
  return {
    name: decodeEscapes(attr(element, "name") ?? ""),
    ...(formula !== undefined && { formula }),
    ...(label !== undefined && { totalsLabel: decodeEscapes(label) }),
    ...(totals !== undefined && totals !== "none" && { totalsFunction: totals }),
    ...(totalsFormula !== undefined && { totalsFormula }),
  };
}

export function tableXml(table: FileTable, id: number, formulas: StoredFormulas): string {
  const columns = table.columns.map((column, index) => {
    const attributes =
      `id="${index + 1}" name="${xmlEncodeAttr(encodeEscapes(column.name))}"` +
      (column.totalsLabel === undefined
        ? ""
        : ` totalsRowLabel="${xmlEncodeAttr(encodeEscapes(column.totalsLabel))}"`) +
      (column.totalsFunction === undefined
        ? ""
        : ` totalsRowFunction="${xmlEncodeAttr(column.totalsFunction)}"`);
    const child = (name: string, formula: string | undefined): string =>
      formula === undefined ? "" : `<${name}>${xmlEncode(formulas.store(formula, table.name))}</${name}>`;
    // Excel repairs a table that spells out the formula of a totals function it knows itself.
    const totals = column.totalsFunction === "custom" ? column.totalsFormula : undefined;
    return `<tableColumn ${attributes}>${child("calculatedColumnFormula", column.formula)}${child("totalsRowFormula", totals)}</tableColumn>`;
  });
  const area = parseRef(table.ref);
  const filtered = area && areaRef({ ...area, bottom: area.bottom - (table.totals ? 1 : 0) });
  const filter = table.headings && table.filterButtons && filtered ? filterXml(filtered, table.filter) : "";
  const flag = (name: string, value: boolean | undefined): string => ` ${name}="${value ? 1 : 0}"`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${xmlEncodeAttr(table.name)}" ` +
    `displayName="${xmlEncodeAttr(table.name)}" ref="${table.ref}"${table.headings ? "" : ` headerRowCount="0"`}` +
    `${table.totals ? ` totalsRowCount="1"` : ` totalsRowShown="0"`}>${filter}` +
    `<tableColumns count="${columns.length}">${columns.join("")}</tableColumns>` +
    `<tableStyleInfo${table.style === undefined ? "" : ` name="${xmlEncodeAttr(table.style)}"`}${flag("showFirstColumn", table.firstColumn)}` +
    `${flag("showLastColumn", table.lastColumn)}${flag("showRowStripes", table.stripes)}${flag("showColumnStripes", table.columnStripes)}/></table>`
  );
}
