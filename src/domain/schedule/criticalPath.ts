import { network, type Link, type Network } from "./network";

export interface PathTask {
  readonly code: string;
  readonly predecessors: string;
  /** Days, fractions allowed. */
  readonly duration: number;
}

/** Times in days from the start of the project; a task that starts at 2 and takes 3 finishes at 5. */
export interface TaskTimes {
  readonly earlyStart: number;
  readonly earlyFinish: number;
  readonly lateStart: number;
  readonly lateFinish: number;
  /** Days the task may slip without moving the end of the project. */
  readonly totalFloat: number;
  /** Days the task may slip without moving any successor (the end of the project, if it has none). */
  readonly freeFloat: number;
}

export interface CriticalPath {
  readonly times: readonly TaskTimes[];
  readonly length: number;
  /** Codes of one chain of tasks without float, from the start to the end of the project. */
  readonly path: readonly string[];
}

/** Differences below this come from adding fractions of a day, not from the plan. */
const NOTHING = 1e-9;

/**
 * Critical path method with FS, SS, FF and SF links and lags. Forward: ES is the latest of FS: EF + lag, SS: ES + lag,
 * FF: EF + lag - d, SF: ES + lag - d over the predecessors, and never before 0. Backward: LF is the earliest of FS: LS - lag,
 * SS: LS - lag + d, FF: LF - lag, SF: LF - lag + d over the successors, and never after the end of the project.
 * Where several chains are critical, the one whose tasks stand first in the list is named.
 * Source: Moder, Phillips & Davis, Project Management with CPM, PERT and Precedence Diagramming (1983), chapter 4.
 */
export function criticalPath(tasks: readonly PathTask[]): CriticalPath {
  const links = network(tasks);
  const duration = tasks.map((task) => task.duration);
  const earlyStart = earlyStarts(links, duration);
  const earlyFinish = earlyStart.map((start, i) => start + (duration[i] as number));
  const length = Math.max(0, ...earlyFinish);
  const lateFinish = lateFinishes(links, duration, length);
  const times = tasks.map((_, i): TaskTimes => {
    const [es, ef, lf] = [earlyStart[i] as number, earlyFinish[i] as number, lateFinish[i] as number];
    const slack = (links.outOf[i] ?? []).map((link) => slackOf(link, earlyStart, earlyFinish));
    return {
      earlyStart: es,
      earlyFinish: ef,
      lateStart: lf - (duration[i] as number),
      lateFinish: lf,
      totalFloat: settled(lf - ef),
      freeFloat: settled(Math.min(length - ef, ...slack)),
    };
  });
  return { times, length, path: chain(tasks, links, times, length, earlyStart, earlyFinish) };
}

function earlyStarts(links: Network, duration: readonly number[]): number[] {
  const start: number[] = new Array<number>(duration.length).fill(0);
  for (const i of links.order) {
    for (const { from, type, lag } of links.into[i] ?? []) {
      const anchor =
        (start[from] as number) + (type === "FS" || type === "FF" ? (duration[from] as number) : 0);
      const reach = anchor + lag - (type === "FF" || type === "SF" ? (duration[i] as number) : 0);
      start[i] = Math.max(start[i] as number, reach);
    }
  }
  return start;
}

function lateFinishes(links: Network, duration: readonly number[], length: number): number[] {
  const finish: number[] = new Array<number>(duration.length).fill(length);
  for (const i of [...links.order].reverse()) {
    for (const { to, type, lag } of links.outOf[i] ?? []) {
      const anchor = (finish[to] as number) - (type === "FS" || type === "SS" ? (duration[to] as number) : 0);
      const reach = anchor - lag + (type === "SS" || type === "SF" ? (duration[i] as number) : 0);
      finish[i] = Math.min(finish[i] as number, reach);
    }
  }
  return finish;
}

/** Days between what the link demands of its successor and where that stands. */
function slackOf({ from, to, type, lag }: Link, start: readonly number[], finish: readonly number[]): number {
  const before = (type === "FS" || type === "FF" ? finish : start)[from] as number;
  const after = (type === "FS" || type === "SS" ? start : finish)[to] as number;
  return after - lag - before;
}

function chain(
  tasks: readonly PathTask[],
  links: Network,
  times: readonly TaskTimes[],
  length: number,
  start: readonly number[],
  finish: readonly number[],
): string[] {
  const critical = (i: number) => times[i]?.totalFloat === 0;
  let at = tasks.findIndex((_, i) => critical(i) && length - (finish[i] as number) < NOTHING);
  const path: string[] = [];
  while (at >= 0) {
    path.unshift(tasks[at]?.code ?? "");
    const binding = (links.into[at] ?? [])
      .filter((link) => critical(link.from) && Math.abs(slackOf(link, start, finish)) < NOTHING)
      .map(({ from }) => from);
    at = binding.length > 0 ? Math.min(...binding) : -1;
  }
  return path;
}

function settled(days: number): number {
  return Math.abs(days) < NOTHING ? 0 : days;
}
