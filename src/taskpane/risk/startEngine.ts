import type { StartEngine } from "./riskService";

/** In a worker, so that the pane never waits; in the page, in slices, where there can be none. */
export const startEngine: StartEngine = async (answer, failed, inPage) => {
  if (!inPage && typeof Worker === "function") {
    try {
      const { startRiskWorker } = await import(/* webpackChunkName: "risk-thread" */ "./startRiskWorker");
      return startRiskWorker(answer, failed);
    } catch {
      // A web view that knows workers and does not allow them.
    }
  }
  const { createRiskEngine, pagePace } = await import(/* webpackChunkName: "risk-engine" */ "./riskEngine");
  return createRiskEngine(answer, pagePace);
};
