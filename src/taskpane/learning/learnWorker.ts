import { learnFromOrders, type LearnRequest } from "../../domain/schedule/learnFromOrders";

addEventListener("message", ({ data }: MessageEvent<LearnRequest>) => postMessage(learnFromOrders(data)));
