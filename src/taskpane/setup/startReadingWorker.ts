import type { SheetGrid } from "../../registers/sheet/sheetGrid";
import type { ReaderAnswer, ReaderQuestion, ReadRequest, ReadResult, SheetReader } from "./sheetReader";

interface Waiting {
  readonly resolve: (result: ReadResult) => void;
  readonly reject: (problem: Error) => void;
}

/** Reads in a thread of its own. `failed` is called when it cannot run there (an old web view, a strict policy). */
export function startReadingWorker(failed: () => void): SheetReader {
  const worker = new Worker(new URL("./readingWorker.ts", import.meta.url));
  const waiting = new Map<number, Waiting>();
  const sent = new WeakMap<SheetGrid, number>();
  let [questions, sheets] = [0, 0];
  const giveUp = (why: string) => {
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
    worker.terminate();
  };
  worker.addEventListener("message", ({ data }: MessageEvent<ReaderAnswer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ("result" in data) asked?.resolve(data.result);
    else asked?.reject(new Error(data.problem));
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    failed();
    giveUp(event.message);
  });
  return {
    read: ({ grid, said, layouts }: ReadRequest) =>
      new Promise((resolve, reject) => {
        const id = ++questions;
        const known = sent.get(grid);
        const sheet = known ?? ++sheets;
        sent.set(grid, sheet);
        waiting.set(id, { resolve, reject });
        const question: ReaderQuestion = { id, sheet, said, layouts, ...(known === undefined && { grid }) };
        worker.postMessage(question);
      }),
    stop: () => giveUp("stopped"),
  };
}
