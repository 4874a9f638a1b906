import type { LearnRequest, Proposal } from "../../domain/schedule/learnFromOrders";

/** In a worker, so that the pane never waits; in the page where there can be none. */
export async function learn(request: LearnRequest): Promise<readonly Proposal[]> {
  if (typeof Worker === "function") {
    try {
      const { learnInWorker } = await import(/* webpackChunkName: "learn-thread" */ "./startLearnWorker");
      return await learnInWorker(request);
    } catch {
      // A web view that knows workers and does not allow them.
    }
  }
  const { learnFromOrders } = await import(
    /* webpackChunkName: "learn-engine" */ "../../domain/schedule/learnFromOrders"
  );
  return learnFromOrders(request);
}
