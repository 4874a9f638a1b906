import type { WorksheetFunction } from "../catalogue";
import { pack, READY, unpack, type Answer, type Call } from "./callMessage";
import type { WorkerLike } from "./ownWorker";

interface Waiting extends Call {
  readonly compute: WorksheetFunction;
  readonly resolve: (cells: any[][]) => void;
  readonly reject: (reason: unknown) => void;
}

/** A worker that has said nothing for so long was blocked without a word. */
const START_MS = 15_000;

/** How long work in place, or the packing of calls, may hold the page before it lets others in. */
const SLICE_MS = 12;

/** Calls that travel as one message: few enough to pack within a slice. */
const CALLS_IN_MESSAGE = 100;

/**
 * Sends calls to a worker, started when the first one comes, and gives promises of their answers. Should the worker not start or
 * break, what waits is computed in place, a slice at a time, and so is all that comes later. `known` is called when it is clear
 * whether there is one.
 */
export function workerCalls(
  startWorker: () => WorkerLike,
  known: () => void = () => undefined,
): (id: string, compute: WorksheetFunction, args: readonly unknown[]) => Promise<any[][]> {
  const waiting = new Map<number, Waiting>();
  let worker: WorkerLike | undefined;
  let late: ReturnType<typeof setTimeout> | undefined;
  let broken = false;
  let last = 0;
  let gathered: Waiting[] = [];
  let inPlace = false;

  const take = (number: number): Waiting | undefined => {
    const found = waiting.get(number);
    waiting.delete(number);
    return found;
  };

  function workInPlace(): void {
    inPlace = true;
    const end = performance.now() + SLICE_MS;
    for (const [number, { args, compute, resolve, reject }] of waiting) {
      if (performance.now() > end) {
        setTimeout(workInPlace);
        return;
      }
      waiting.delete(number);
      try {
        resolve(compute(...args));
      } catch (thrown) {
        reject(thrown);
      }
    }
    inPlace = false;
  }

  function giveUp(): void {
    if (broken) return;
    broken = true;
    clearTimeout(late);
    known();
    worker?.terminate();
    if (!inPlace) workInPlace();
  }

  function start(): WorkerLike {
    const started = startWorker();
    late = setTimeout(giveUp, START_MS);
    started.onerror = giveUp;
    started.onmessage = ({ data }) => {
      if (data === READY) {
        clearTimeout(late);
        known();
      } else for (const answer of data as Answer[]) settle(take(answer.number), answer);
    };
    return started;
  }

  function send(): void {
    const end = performance.now() + SLICE_MS;
    try {
      while (gathered.length > 0 && !broken) {
        if (performance.now() > end) {
          setTimeout(send);
          return;
        }
        worker ??= start();
        const calls = gathered.splice(0, CALLS_IN_MESSAGE);
        worker.postMessage(calls.map(({ number, id, args }) => ({ number, id, args: pack(args) })));
      }
    } catch {
      // No worker may be made here, or what stands in the cells cannot be sent.
      giveUp();
    }
    gathered = [];
    if (broken && !inPlace) workInPlace();
  }

  return (id, compute, args) =>
    new Promise((resolve, reject) => {
      const call = { number: ++last, id, args, compute, resolve, reject };
      waiting.set(call.number, call);
      // A batch of calls travels together.
      if (gathered.push(call) === 1) setTimeout(send);
    });
}

function settle(waiting: Waiting | undefined, answer: Answer): void {
  if (!waiting) return;
  if ("cells" in answer) waiting.resolve(unpack(answer.cells) as any[][]);
  else waiting.reject("error" in answer ? unpack(answer.error) : new Error(answer.failure));
}
