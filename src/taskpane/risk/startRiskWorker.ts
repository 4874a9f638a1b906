import type { RiskAnswer, RiskEngine } from "./riskEngine";

/** The engine in a thread of its own. `failed` is called when it cannot run there (an old web view, a strict policy). */
export function startRiskWorker(answer: (answer: RiskAnswer) => void, failed: () => void): RiskEngine {
  const worker = new Worker(new URL("./riskWorker.ts", import.meta.url));
  worker.addEventListener("message", ({ data }: MessageEvent<RiskAnswer>) => answer(data));
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    worker.terminate();
    failed();
  });
  return { tell: (question) => worker.postMessage(question), stop: () => worker.terminate() };
}
