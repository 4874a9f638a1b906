import type { SheetGrid } from "../src/registers/sheet/sheetGrid";

/** A sheet of a file as one look at it in Excel would give it. */
export interface SheetOfFile {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly grid: SheetGrid;
  /** Cells so far away from the others that they were left out; absent where there are none. */
  readonly leftOut?: number;
}

/** Why a file cannot be read, by code, with a sentence for people. */
export class CannotRead extends Error {
  constructor(
    readonly code:
      | "notFound"
      | "empty"
      | "encrypted"
      | "oldXls"
      | "xlsb"
      | "webPage"
      | "notAWorkbook"
      | "damaged"
      | "tooLarge"
      | "noSheets"
      | "failed"
      | "noSuchSheet",
    sentence: string,
  ) {
    super(sentence);
    this.name = "CannotRead";
  }
}
