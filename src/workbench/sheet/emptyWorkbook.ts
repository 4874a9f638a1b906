import { BooleanNumber, LocaleType } from "@univerjs/core";
import type { IWorkbookData, IWorksheetData } from "@univerjs/core";

/** As Excel writes ids of sheets and tables. */
export function guid(): string {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  );
  return `{${hex
    .join("")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
    .toUpperCase()}}`;
}

/** A sheet as large as a new one looks in Excel; it grows when something is written beyond. Sizes in pixels. */
export function emptySheet(name: string, id = guid()): Partial<IWorksheetData> {
  return {
    id,
    name,
    rowCount: 200,
    columnCount: 52,
    defaultColumnWidth: 64,
    defaultRowHeight: 20,
    cellData: {},
    showGridlines: BooleanNumber.TRUE,
  };
}

export function emptyWorkbook(name = "Workbook.xlsx"): IWorkbookData {
  const sheet = emptySheet("Sheet1");
  return {
    id: `book-${guid()}`,
    name,
    appVersion: "0.25.1",
    locale: LocaleType.EN_US,
    styles: {},
    sheetOrder: [sheet.id!],
    sheets: { [sheet.id!]: sheet },
  };
}
