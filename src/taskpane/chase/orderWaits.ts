import { TradeError } from "../../domain/tradeError";
import type { Milestone } from "../../registers/milestones";
import type { Fields } from "../../registers/register";
import { templateChoice } from "../../registers/templateChoice";
import type { OrderView } from "../orders";
import { waitsFor, type Waits } from "./waitsFor";

const none: Waits = new Map();

/** What the milestones of each order wait for, by the order's template; worked out once for each template. */
export function orderWaits(
  templates: readonly Fields[],
  followed: readonly Milestone[],
): (order: OrderView) => Waits {
  const choice = templateChoice(templates);
  const known = new Map<string, Waits>();
  return ({ row }) => {
    const key = choice.keyOf(row.fields);
    let waits = known.get(key);
    if (!waits) {
      try {
        waits = waitsFor(choice.tasksOf(key), followed);
      } catch (error) {
        if (!(error instanceof TradeError)) throw error;
        waits = none;
      }
      known.set(key, waits);
    }
    return waits;
  };
}
