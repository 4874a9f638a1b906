import { useEffect, useState } from "react";
import { usePane } from "../context";
import type { OrderDraft } from "./orderDraft";
import { keptOrder } from "./orderDraft";

/** What an order's form holds beyond what the sheet says. `orderKey` is undefined for a new order. */
export interface UnsavedOrder {
  readonly orderKey: string | undefined;
  readonly start: OrderDraft;
  readonly draft: OrderDraft;
}

/**
 * Keeps an order that is not saved yet on this computer, for this workbook. One from before this pane was opened is offered
 * first; until the user has decided about it, it is not replaced by what is typed meanwhile.
 */
export function useKeptOrder(unsaved: UnsavedOrder | undefined) {
  const { memory, workbookName } = usePane().environment;
  const name = `order:${workbookName}`;
  const [kept, setKept] = useState(() => keptOrder(memory.read(name)));
  const content = unsaved && JSON.stringify(unsaved);
  useEffect(() => {
    if (kept) return;
    if (content === undefined) memory.forget(name);
    else memory.write(name, { ...(JSON.parse(content) as UnsavedOrder), savedAt: Date.now() });
  }, [content, kept, memory, name]);
  return { kept, decided: () => setKept(undefined) };
}
