import { attr, findChildren, xmlEncodeAttr, type XmlElement } from "@cj-tech-master/excelts/xml";
import type { FileFilterColumn, FileOperator } from "./fileBook";

/** `loses` is called for a filter by colour, icon, date group, rank or moving date, which only its file can hold. */
export function readFilter(autoFilter: XmlElement, loses: () => void): FileFilterColumn[] {
  const columns: FileFilterColumn[] = [];
  for (const element of findChildren(autoFilter, "filterColumn")) {
    const column: FileFilterColumn = { column: Number(attr(element, "colId") ?? 0) };
    const known = element.children.some((child) => child.type === "element" && readCriteria(child, column));
    if (known) columns.push(column);
    else if (element.children.some((child) => child.type === "element")) loses();
  }
  return columns;
}

function readCriteria(element: XmlElement, column: FileFilterColumn): boolean {
  if (element.name === "filters") {
    if (findChildren(element, "dateGroupItem").length > 0) return false;
    column.values = findChildren(element, "filter").map((filter) => attr(filter, "val") ?? "");
    if (["1", "true"].includes(attr(element, "blank") ?? "")) column.blanks = true;
    return true;
  }
  if (element.name === "customFilters") {
    column.conditions = findChildren(element, "customFilter").map((filter) => ({
      operator: (attr(filter, "operator") ?? "equal") as FileOperator,
      value: attr(filter, "val") ?? "",
    }));
    if (["1", "true"].includes(attr(element, "and") ?? "")) column.and = true;
    return true;
  }
  return false;
}

export function filterXml(ref: string, columns: readonly FileFilterColumn[]): string {
  const inner = columns.map(({ column, values, blanks, conditions, and }) => {
    const filters = (values ?? []).map((value) => `<filter val="${xmlEncodeAttr(value)}"/>`).join("");
    const custom = (conditions ?? []).map(
      ({ operator, value }) =>
        `<customFilter${operator === "equal" ? "" : ` operator="${operator}"`} val="${xmlEncodeAttr(value)}"/>`,
    );
    const criteria = conditions
      ? `<customFilters${and ? ` and="1"` : ""}>${custom.join("")}</customFilters>`
      : `<filters${blanks ? ` blank="1"` : ""}>${filters}</filters>`;
    return `<filterColumn colId="${column}">${criteria}</filterColumn>`;
  });
  return `<autoFilter ref="${ref}">${inner.join("")}</autoFilter>`;
}
