import type { Receipt } from "../workbook/book";
import { createStore, type Store } from "./store";

/** What the pane has to tell, newest last. */
export type Notice = { readonly number: number } & (
  | { readonly kind: "written"; readonly receipt: Receipt; readonly undo: "offered" | "busy" }
  | { readonly kind: "undone"; readonly receipt: Receipt }
  | { readonly kind: "problem"; readonly problem: unknown }
);

type WithoutNumber<T> = T extends { readonly number: number } ? Omit<T, "number"> : never;

export interface Notices extends Store<readonly Notice[]> {
  readonly add: (notice: WithoutNumber<Notice>) => void;
  readonly change: (number: number, notice: WithoutNumber<Notice>) => void;
  readonly dismiss: (number: number) => void;
}

/** Far enough back to take a mistake back that is noticed late. */
const remembered = 10;

export function createNotices(): Notices {
  const store = createStore<readonly Notice[]>([]);
  let last = 0;
  return {
    ...store,
    add: (notice) =>
      store.set((now) => {
        // An old problem has been answered by whatever was done since.
        const kept = now.filter(({ kind }) => kind === "written" || notice.kind === "problem");
        return [...kept, { ...notice, number: ++last }].slice(-remembered);
      }),
    change: (number, notice) =>
      store.set((now) => now.map((each) => (each.number === number ? { ...notice, number } : each))),
    dismiss: (number) => store.set((now) => now.filter((each) => each.number !== number)),
  };
}
