import { headingConcepts } from "./headingConcepts";
import { milestoneMeanings, orderMeanings, type ValueKind } from "./meanings";
import { inspectionMeanings, materialMeanings } from "./meaningsOther";

const kinds = new Map<string, ValueKind>();
for (const meanings of [materialMeanings, inspectionMeanings, orderMeanings]) {
  for (const { id, kind } of meanings) kinds.set(id, kind);
}
for (const { id } of milestoneMeanings)
  for (const part of ["plan", "actual"]) kinds.set(`${id}.${part}`, "date");
// Columns of sheets where milestones run down.
kinds.set("plan", "date");
kinds.set("actual", "date");

export const meaningKind = (meaning: string): ValueKind | undefined => kinds.get(meaning);

/** What a column beside milestones holds, by its heading: `Planned date`, `实际完成`, `责任人`, `备注`. */
export function besideMilestones(heading: string): "plan" | "actual" | "remarks" | "owner" | undefined {
  const { concepts, hints } = headingConcepts(heading);
  const has = (concept: string): boolean => concepts.includes(concept) || hints.includes(concept);
  if (has("remark") || has("reason")) return "remarks";
  if (has("days") || has("qty") || has("late") || has("status") || has("balance") || has("percent"))
    return undefined;
  if (has("actual")) return "actual";
  if (has("plan") || has("request") || has("due")) return "plan";
  if (has("done") || has("end")) return "actual";
  if (has("merch") || has("seller") || has("person") || has("team") || has("factory")) return "owner";
  return has("date") ? "plan" : undefined;
}
