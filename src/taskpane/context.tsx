import { createContext, use } from "react";
import type { Messages } from "../i18n/en";
import type { Book } from "../workbook/book";
import type { BookState, BookStore } from "./bookStore";
import type { Environment } from "./environment";
import type { LanguageChoice } from "./language";
import type { Navigation } from "./navigation";
import type { Notices } from "./notices";
import type { PaneWorkbook } from "./paneWorkbook";
import { useStore } from "./useStore";
import type { Lang } from "../registers/register";

/** Everything a screen may reach. Tests put doubles here; nothing in the pane reaches past it. */
export interface Pane {
  readonly workbook: PaneWorkbook;
  readonly environment: Environment;
  readonly book: BookStore;
  readonly navigation: Navigation;
  readonly notices: Notices;
  readonly language: LanguageChoice;
}

const PaneContext = createContext<Pane | undefined>(undefined);
export const PaneProvider = PaneContext.Provider;

export function usePane(): Pane {
  const pane = use(PaneContext);
  if (!pane) throw new Error("Outside of PaneProvider");
  return pane;
}

/** The sentences in the language chosen. */
export function useMessages(): Messages {
  const { language } = usePane();
  return useStore(language.messages);
}

export function useLang(): Lang {
  return useStore(usePane().language.lang);
}

export function useBookState(): BookState {
  return useStore(usePane().book);
}

/** The book, for screens that are shown only when there is one. */
export function useBook(): Book {
  const state = useBookState();
  if (state.status !== "ready") throw new Error("The book has not been read");
  return state.book;
}
