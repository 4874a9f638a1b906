import { matchesText } from "../orders";
import type { ChaseItem } from "./chaseList";

const fold = (text: string) => text.normalize("NFKC").trim().toLowerCase();

/** Whether each word typed is found in the order, in the milestone's name in either language, or in the material. */
export function matchesItem({ order, milestone, material, name: who }: ChaseItem, query: string): boolean {
  const { name, owner } = milestone;
  const words = fold([name.en, name.zh, owner.en, owner.zh, who, material?.line.item ?? ""].join(" "));
  return fold(query)
    .split(/\s+/)
    .every((word) => words.includes(word) || matchesText(order, word));
}
