import { TradeError } from "../tradeError";

declare module "../tradeError" {
  interface TradeErrors {
    badPredecessor: { task: string; text: string };
    unknownPredecessor: { task: string; predecessor: string };
    circularPredecessors: { tasks: string };
    duplicateTask: { task: string };
  }
}

export type LinkType = "FS" | "SS" | "FF" | "SF";

export interface Link {
  /** Position of the predecessor in the list of tasks. */
  readonly from: number;
  readonly to: number;
  readonly type: LinkType;
  readonly lag: number;
}

export interface Network {
  /** Positions of the tasks, every predecessor before its successors. */
  readonly order: readonly number[];
  readonly into: readonly (readonly Link[])[];
  readonly outOf: readonly (readonly Link[])[];
}

const LINK = /^([^:]+)(?::(FS|SS|FF|SF)([+-]\d{1,4})?)?$/i;

/** Reads the predecessors of tasks (`A;B:SS+2;C:FF-1`) and puts the tasks in an order in which they can be scheduled. */
export function network(tasks: readonly { readonly code: string; readonly predecessors: string }[]): Network {
  const positions = new Map<string, number>();
  tasks.forEach(({ code }, i) => {
    if (positions.has(keyOf(code))) throw new TradeError("badInput", "duplicateTask", { task: code });
    positions.set(keyOf(code), i);
  });
  const into = tasks.map(({ code, predecessors }, to) =>
    predecessors
      .normalize("NFKC")
      .split(/[;,、]/)
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .map((part): Link => readLink(part, code, to, positions)),
  );
  const outOf: Link[][] = tasks.map(() => []);
  for (const link of into.flat()) outOf[link.from]?.push(link);
  return { order: inOrder(tasks, into, outOf), into, outOf };
}

function readLink(part: string, task: string, to: number, positions: ReadonlyMap<string, number>): Link {
  const match = LINK.exec(part.replace(/\s+/g, ""));
  if (!match) throw new TradeError("badInput", "badPredecessor", { task, text: part });
  const [, predecessor = "", type = "FS", lag = "0"] = match;
  const from = positions.get(keyOf(predecessor));
  if (from === undefined) throw new TradeError("badInput", "unknownPredecessor", { task, predecessor });
  return { from, to, type: type.toUpperCase() as LinkType, lag: Number(lag) };
}

function keyOf(code: string): string {
  return code.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
}

function inOrder(
  tasks: readonly { readonly code: string }[],
  into: readonly (readonly Link[])[],
  outOf: readonly (readonly Link[])[],
): number[] {
  const waitingFor = into.map((links) => links.length);
  const order = [...waitingFor.keys()].filter((i) => waitingFor[i] === 0);
  // The list grows while it is walked: a task joins when the last of its predecessors has.
  for (const i of order) {
    for (const { to } of outOf[i] ?? []) if (--(waitingFor[to] as number) === 0) order.push(to);
  }
  if (order.length < tasks.length) {
    throw new TradeError("badInput", "circularPredecessors", { tasks: circle(tasks, into, new Set(order)) });
  }
  return order;
}

/** Names one circle: from any task that cannot be placed, back through predecessors that cannot be placed either. */
function circle(
  tasks: readonly { readonly code: string }[],
  into: readonly (readonly Link[])[],
  placed: ReadonlySet<number>,
): string {
  const path = new Set<number>();
  let at = tasks.findIndex((_, i) => !placed.has(i));
  while (!path.has(at)) {
    path.add(at);
    at = into[at]?.find(({ from }) => !placed.has(from))?.from ?? at;
  }
  const walked = [...path];
  const around = [...walked.slice(walked.indexOf(at)), at].reverse();
  return around.map((i) => tasks[i]?.code).join(" → ");
}
