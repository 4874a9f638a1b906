import { createRiskEngine, workerPace, type RiskQuestion } from "./riskEngine";

const engine = createRiskEngine((answer) => postMessage(answer), workerPace);

addEventListener("message", ({ data }: MessageEvent<RiskQuestion>) => engine.tell(data));
