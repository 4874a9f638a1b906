import type { LearnRequest, Proposal } from "../../domain/schedule/learnFromOrders";

/** Learns in a thread of its own, which ends with the answer. */
export function learnInWorker(request: LearnRequest): Promise<readonly Proposal[]> {
  const worker = new Worker(new URL("./learnWorker.ts", import.meta.url));
  return new Promise<readonly Proposal[]>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<readonly Proposal[]>) => resolve(data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      reject(new Error(event.message));
    });
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
