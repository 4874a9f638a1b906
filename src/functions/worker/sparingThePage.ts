import type { WorksheetFunction } from "../catalogue";
import type { WorkerLike } from "./ownWorker";
import { workerCalls } from "./workerCalls";

type Spared = (...args: any[]) => any[][] | Promise<any[][]>;

/** Milliseconds for which the functions may hold the page at a stretch: a frame has 16, and the page wants some of it. */
export const STRETCH_MS = 12;

/** The part of the page's time that they get when calls keep coming, one by one or in a batch. */
const SHARE = 0.25;

/**
 * In Excel the functions run in the page that shows the pane, so whatever takes long goes to a worker that holds the same functions:
 * a call whose size says so, and calls that come when the page has been held long enough. Until the worker has started, calls go there
 * whatever their size: code that has not run yet takes many times as long. Without workers all stay in place.
 */
export function sparingThePage(
  startWorker: (() => WorkerLike) | undefined,
  longCalls: Readonly<Record<string, (...args: readonly unknown[]) => number>>,
  now: () => number = () => performance.now(),
): (id: string, compute: WorksheetFunction) => Spared {
  if (!startWorker) return (_, compute) => compute;
  let started = false;
  const elsewhere = workerCalls(startWorker, () => (started = true));
  let left = STRETCH_MS;
  let seen = now();

  return (id, compute) => {
    const guess = longCalls[id];
    if (!guess) return compute;
    let ran = false;
    const spared: Spared = (...args) => {
      const begun = now();
      left = Math.min(STRETCH_MS, left + (begun - seen) * SHARE);
      seen = begun;
      // What comes after the arguments is Excel's own, and cannot be sent.
      const cells = args.slice(0, compute.length);
      if (!started || left <= 0 || guess(...cells) > STRETCH_MS) return elsewhere(id, compute, cells);
      try {
        return compute(...cells);
      } finally {
        seen = now();
        // Code that runs for the first time takes the stretch alone, and more.
        left = ran ? left - (seen - begun) : -STRETCH_MS;
        ran = true;
      }
    };
    return Object.defineProperty(spared, "length", { value: compute.length });
  };
}
