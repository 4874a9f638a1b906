import { matchesText } from "../orders";
import type { ChaseItem } from "./chaseList";

const fold = (text: string) => text.normalize("NFKC").trim().toLowerCase();

/** Whether each word typed is found in the order or in the milestone's name, in either language. */
export function matchesItem({ order, milestone }: ChaseItem, query: string): boolean {
  const { name, owner } = milestone;
  const words = fold([name.en, name.zh, owner.en, owner.zh].join(" "));
  return fold(query)
    .split(/\s+/)
    .every((word) => words.includes(word) || matchesText(order, word));
}
