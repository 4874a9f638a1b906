export interface Measurement {
  readonly what: string;
  readonly ms: number;
  /** How many times longer it took than ours. */
  readonly ratio?: number;
  /** The budgets: what the ratio must reach, what the time must stay under. */
  readonly atLeast?: number;
  readonly atMostMs?: number;
}

/** The shortest of several runs in milliseconds: what the code takes when nothing else disturbs it. */
export function best(runs: number, work: () => unknown): number {
  let shortest = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}

/** Prints a measurement and says whether it is within its budget. */
export function report({ what, ms, ratio, atLeast, atMostMs }: Measurement): boolean {
  const kept =
    (atLeast === undefined || (ratio ?? 0) >= atLeast) && (atMostMs === undefined || ms <= atMostMs);
  const budgets = [
    ratio === undefined ? "" : `${ratio.toFixed(1)} times ours`,
    atLeast === undefined ? "" : `(at least ${atLeast})`,
    atMostMs === undefined ? "" : `(at most ${atMostMs} ms)`,
  ];
  console.log(
    [kept ? "ok  " : "OVER", what.padEnd(48), `${ms.toFixed(1)} ms`.padStart(12), ...budgets].join(" "),
  );
  return kept;
}
