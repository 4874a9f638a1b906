import type { FileBook, FileName, FilePrint, FileSheet, FileTable, FileValidation } from "../files/fileBook";
import type { UniverBook } from "./univerBook";

/** What an opened file says and the grid has no place for; it goes into the saved file again. */
export interface Leftovers {
  readonly defaultFont: FileBook["defaultFont"];
  /** Names that the grid refuses. */
  readonly names: readonly FileName[];
  /** By the grid's id of the sheet. */
  readonly sheets: ReadonlyMap<string, SheetLeftovers>;
  /** Filters of tables, by the grid's id of the table. */
  readonly filters: ReadonlyMap<string, FileTable["filter"]>;
}

export interface SheetLeftovers {
  readonly origin: string;
  readonly print: FilePrint | undefined;
  /** Rules that only show a prompt. */
  readonly prompts: readonly FileValidation[];
  readonly defaultColumnWidth: FileSheet["defaultColumnWidth"];
  readonly defaultRowHeight: FileSheet["defaultRowHeight"];
}

const kept = new WeakMap<UniverBook, Leftovers>();

export const keepLeftovers = (book: UniverBook, leftovers: Leftovers): void => void kept.set(book, leftovers);

export const leftoversOf = (book: UniverBook): Leftovers | undefined => kept.get(book);
