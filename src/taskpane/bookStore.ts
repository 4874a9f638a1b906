import { serialDate } from "../domain/calendar/serialDate";
import { WorkbookProblem, type Book } from "../workbook/book";
import { prepareOrders } from "./orders";
import type { PaneWorkbook } from "./paneWorkbook";
import { sameBook } from "./sameBook";
import { createStore, type Store } from "./store";

export type BookState =
  | { readonly status: "loading" }
  | {
      readonly status: "ready";
      readonly book: Book;
      readonly refreshing: boolean;
      /** Why the last reading failed; `book` is what was read before. */
      readonly stale?: unknown;
    }
  | { readonly status: "failed"; readonly problem: unknown };

export interface BookStore extends Store<BookState> {
  readonly refresh: () => Promise<void>;
  /** Reads again shortly: many changes in a row (a paste, a fill) are read once. */
  readonly refreshSoon: () => void;
  readonly stop: () => void;
}

const settleTime = 300;
/** While somebody types in a cell Excel refuses to be read. */
const editingTime = 3000;

/** A workbook without an as-of date of its own is looked at as of today. */
function withDate(book: Book): Book {
  if (book.settings.asOf > 0) return book;
  const now = new Date();
  const today = serialDate(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0;
  return { ...book, settings: { ...book.settings, asOf: today } };
}

export function createBookStore(workbook: PaneWorkbook): BookStore {
  const store = createStore<BookState>({ status: "loading" });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  let stopped = false;

  const refresh = async () => {
    clearTimeout(timer);
    const mine = ++latest;
    const now = store.get();
    store.set(now.status === "ready" ? { ...now, refreshing: true } : { status: "loading" });
    try {
      const read = withDate(await workbook.readBook());
      // An older answer that comes late must not replace a newer one.
      if (mine !== latest || stopped) return;
      const known = store.get();
      const book = known.status === "ready" && sameBook(known.book, read) ? known.book : read;
      await prepareOrders(book);
      if (mine !== latest || stopped) return;
      store.set({ status: "ready", book, refreshing: false });
    } catch (problem) {
      if (mine !== latest || stopped) return;
      const before = store.get();
      // What was read before is still worth showing; a cell being edited is no reason to empty the board.
      if (before.status === "ready") store.set({ ...before, refreshing: false, stale: problem });
      else store.set({ status: "failed", problem });
      if (problem instanceof WorkbookProblem && problem.code === "cellEditing") readIn(editingTime);
    }
  };
  const readIn = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), milliseconds);
  };
  return {
    ...store,
    refresh,
    refreshSoon: () => readIn(settleTime),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
