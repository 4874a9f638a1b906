import { startTransition, useEffect, useMemo, useState } from "react";
import type { Book } from "../../workbook/book";
import { milestonesOf, ordersOf } from "../orders";
import type { RiskState } from "../risk/riskService";
import { chaseItemsInTurn, type ChaseItem, type KnownItems } from "./chaseList";
import { orderedMaterials } from "./chaseMaterials";
import { orderWaits } from "./orderWaits";

/** Milliseconds of work before others are let in. */
const slice = 8;

/** The chase list of a book, made in slices; while a new one is made the old one stands. Undefined before the first. */
export function useChaseItems(
  book: Book,
  risks: RiskState["risks"],
  horizon: number,
): readonly ChaseItem[] | undefined {
  const [items, setItems] = useState<readonly ChaseItem[]>();
  const { source, known } = useMemo(() => {
    const milestones = milestonesOf(book.tables.orders);
    const templates = book.tables.templates?.rows.map(({ fields }) => fields) ?? [];
    const orders = ordersOf(book);
    const waits = orderWaits(templates, milestones);
    const materials = orderedMaterials(book, orders);
    const known: KnownItems = new Map();
    return { source: { orders, milestones, waits, materials, asOf: book.settings.asOf }, known };
  }, [book]);
  useEffect(() => {
    const turns = chaseItemsInTurn({ ...source, risks }, horizon, known);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const found: ChaseItem[] = [];
    const work = () => {
      const until = performance.now() + slice;
      for (let turn = turns.next(); !turn.done; turn = turns.next()) {
        found.push(...turn.value);
        if (performance.now() <= until) continue;
        timer = setTimeout(work, 0);
        return;
      }
      startTransition(() => setItems(found));
    };
    work();
    return () => clearTimeout(timer);
  }, [source, known, risks, horizon]);
  return items;
}
