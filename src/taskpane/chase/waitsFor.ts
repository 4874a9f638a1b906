import { network, type Network } from "../../domain/schedule/network";
import type { TaTask } from "../../domain/schedule/taTemplate";
import { TradeError } from "../../domain/tradeError";
import type { Milestone } from "../../registers/milestones";

type Followed = Pick<Milestone, "id" | "code" | "part">;
type Part = Milestone["part"];

/** By milestone: those that must have happened before it. */
export type Waits = ReadonlyMap<string, ReadonlySet<string>>;

const none: Waits = new Map();

function networkOf(tasks: readonly TaTask[]): Network | undefined {
  try {
    return network(tasks);
  } catch (error) {
    // The forecast tells what is wrong with the template.
    if (error instanceof TradeError) return undefined;
    throw error;
  }
}

/** What each milestone waits for by the links of the template. Asking a factory to cut without fabric helps nobody. */
export function waitsFor(tasks: readonly TaTask[], followed: readonly Followed[]): Waits {
  const links = networkOf(tasks);
  if (!links) return none;
  const place = new Map(tasks.map(({ code }, task) => [code.toUpperCase(), task]));
  const named = new Map<string, string>();
  for (const { id, code, part } of followed) {
    const task = place.get(code.toUpperCase());
    if (task !== undefined) named.set(`${task} ${part}`, id);
  }
  const before = (task: number, part: Part): (readonly [number, Part])[] =>
    (links.into[task] ?? []).flatMap(({ from, type }) => {
      const reaches = type === "FS" || type === "SS" ? "start" : "finish";
      const leaves = type === "FS" || type === "FF" ? "finish" : "start";
      return reaches === part ? [[from, leaves] as const] : [];
    });
  const found = new Map<string, Set<string>>();
  for (const [start, id] of named) {
    const seen = new Set([start]);
    const names = new Set<string>();
    for (const each of seen) {
      const [task = "", part] = each.split(" ");
      const next = before(Number(task), part as Part);
      if (part === "finish") next.push([Number(task), "start"]);
      for (const [from, leaves] of next) seen.add(`${from} ${leaves}`);
      const name = named.get(each);
      if (name !== undefined && name !== id) names.add(name);
    }
    found.set(id, names);
  }
  return found;
}
