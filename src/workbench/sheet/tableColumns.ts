import { generateRandomId } from "@univerjs/core";
import type { ICellData, Nullable } from "@univerjs/core";
import type { ITableColumnJson } from "@univerjs/sheets-table";
import type { TableState } from "./tableStore";

/** What a heading cell says; "" where it says nothing. */
export function headingText(cell: Nullable<ICellData> | undefined): string {
  if (cell?.p) return cell.p.body?.dataStream.replace(/\r\n$/, "") ?? "";
  return cell?.v === null || cell?.v === undefined ? "" : String(cell.v);
}

/** A heading as Excel makes it: never blank, never twice. */
export function uniqueHeading(wanted: string, others: readonly string[]): string {
  const taken = new Set(others.map((name) => name.toLowerCase()));
  const base = wanted === "" ? "Column" : wanted;
  let name = wanted === "" ? "Column1" : wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base}${n}`;
  return name;
}

export function newColumn(displayName: string, formula = ""): ITableColumnJson {
  return {
    id: generateRandomId(8),
    displayName,
    dataType: "string" as ITableColumnJson["dataType"],
    formula,
    meta: {},
    style: {},
  };
}

export function withColumns(table: TableState, columnInfo: readonly ITableColumnJson[]): TableState {
  return { ...table, columnInfo, columns: columnInfo.map((info) => info.displayName) };
}
