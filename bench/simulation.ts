import { simulate } from "../src/domain/schedule/simulation";
import { taTemplate } from "../src/domain/schedule/taTemplate";
import { best, type Measurement } from "./measure";
import { associated } from "./realm";

/** 10,000 runs of the longest published plan, its owners' tasks varying together; and the same through a cell. */
export function simulationBench(): Measurement[] {
  const tasks = taTemplate("denim");
  const ONTIMEPROB = associated("ONTIMEPROB");
  const cells = tasks.map(({ code, o, m, p, predecessors }) => [code, o, m, p, predecessors]);
  const left = [[null]];
  let seed = 1;
  return [
    {
      what: `simulate, ${tasks.length} tasks, 10000 runs, owners correlated`,
      ms: best(9, () => simulate(tasks, { runs: 10_000, seed: seed++, shape: "pert" })),
      atMostMs: 60,
    },
    {
      what: `ONTIMEPROB, ${tasks.length} tasks, 10000 runs`,
      ms: best(9, () => ONTIMEPROB(cells, [[80]], left, left, [[seed++]], left, left, left)),
      atMostMs: 60,
    },
  ];
}
