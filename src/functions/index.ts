import { catalogue } from "./catalogue";
import { answerCalls } from "./worker/answerCalls";
import { longCalls } from "./worker/longCalls";
import { ownWorker } from "./worker/ownWorker";
import { sparingThePage } from "./worker/sparingThePage";

// One file, two places: where Excel is, the functions are associated; in the worker that they start for long work there is no
// Excel, and they answer that page's calls.
if (typeof CustomFunctions === "undefined" && typeof document === "undefined") {
  answerCalls(globalThis, catalogue);
} else {
  const spare = sparingThePage(ownWorker(), longCalls);
  for (const [id, compute] of catalogue) CustomFunctions.associate(id, spare(id, compute));
}
