import type { Milestone } from "../../registers/milestones";
import { searchedText, wordsTyped } from "../orders";
import type { ChaseItem } from "./chaseList";

const fold = (text: string) => text.normalize("NFKC").trim().toLowerCase();

const named = new WeakMap<Milestone, string>();

function namesOf(milestone: Milestone): string {
  let names = named.get(milestone);
  if (names === undefined) {
    const { name, owner } = milestone;
    named.set(milestone, (names = fold([name.en, name.zh, owner.en, owner.zh].join(" "))));
  }
  return names;
}

/** Whether each word typed is found in the order, in the milestone's name in either language, or in the material. */
export function matchesItem({ order, milestone, material, name: who }: ChaseItem, query: string): boolean {
  const names = namesOf(milestone);
  const text = searchedText(order);
  let own: string | undefined;
  return wordsTyped(query).every(
    (word) =>
      names.includes(word) ||
      text.includes(word) ||
      (own ??= fold(`${who} ${material?.line.item ?? ""}`)).includes(word),
  );
}
