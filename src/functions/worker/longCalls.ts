const cellsOf = (argument: unknown): readonly (readonly unknown[])[] =>
  Array.isArray(argument) ? (argument as unknown[][]) : [];

/** Milliseconds for one task in one simulation; what each run costs besides is that of so many tasks more. */
const TASK_RUN = 0.000_05;
const RUN_IN_TASKS = 6;
const DEFAULT_RUNS = 10_000;

function simulation(tasks: unknown, runs: unknown): number {
  const asked = Number(cellsOf(runs)[0]?.[0] ?? runs);
  return (cellsOf(tasks).length + RUN_IN_TASKS) * (asked > 0 ? asked : DEFAULT_RUNS) * TASK_RUN;
}

/** A pass through a plan for each order. */
const passes = (_: unknown, dates: unknown): number => cellsOf(dates).length * 0.3;

/** A simulation of each, and first of all the draws of its template: whether they were made here nobody can see from outside. */
const DRAWS = 40;
const chances = (_: unknown, dates: unknown): number => DRAWS + cellsOf(dates).length * 2;

/**
 * Functions that may hold the page for longer than a frame, by one call or by a column of them, with a guess from a call's arguments
 * at how many milliseconds it takes. All others are quicker than handing their cells to a worker.
 */
export const longCalls: Readonly<Record<string, (...args: readonly unknown[]) => number>> = {
  ONTIMEPROB: (tasks, _due, _start, runs) => simulation(tasks, runs),
  PDATE: (tasks, _share, _start, runs) => simulation(tasks, runs),
  CRITICALITY: simulation,
  SENSITIVITY: simulation,
  TAPLAN: () => 1,
  SHIPDATE: passes,
  ONTIME: chances,
  RISK: chances,
  RISKWHY: chances,
  NEXTSTEP: passes,
};
