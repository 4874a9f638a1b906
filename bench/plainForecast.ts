import { calendarFor } from "../src/domain/calendar/calendarFor";
import type { TaTask } from "../src/domain/schedule/taTemplate";
import { betaPertQuantile } from "../src/domain/schedule/threePoint";

/**
 * The plain way to simulate an order, as one would write it with NumPy: draw all durations of all runs, then one array operation
 * after the other, each with an array for its result. Durations come from tables of quantiles, working days from a table.
 */
export class PlainForecast {
  private readonly tables: readonly Float64Array[];
  private readonly links;
  private readonly before: Int32Array;
  private readonly workdays: Int32Array;

  constructor(
    private readonly tasks: readonly TaTask[],
    private readonly first: number,
    last: number,
    private readonly runs: number,
  ) {
    const GRID = 1000;
    this.tables = tasks.map((task) =>
      Float64Array.from({ length: GRID + 1 }, (_, k) =>
        betaPertQuantile(task, Math.min(Math.max(k / GRID, 1e-6), 1 - 1e-6)),
      ),
    );
    this.links = tasks.map(({ predecessors }) =>
      predecessors
        .split(";")
        .filter((text) => text !== "")
        .map((text) => {
          const [code, rule = "FS+0"] = text.split(":") as [string, string?];
          const from = tasks.findIndex((one) => one.code === code);
          return { from, type: rule.slice(0, 2), lag: Number(rule.slice(3)) };
        }),
    );
    const calendar = calendarFor("CN6");
    const open: number[] = [];
    this.before = Int32Array.from({ length: last - first + 1 }, (_, k) => {
      const count = open.length;
      if (calendar.worksOn(first + k)) open.push(k);
      return count;
    });
    this.workdays = Int32Array.from(open);
  }

  /** Share of the runs that finish the last task by the due date; finished tasks stay at their dates. */
  chance(finished: ReadonlyMap<string, number>, asOf: number, due: number): number {
    const { tasks, runs, first } = this;
    const factors = new Map<string, Float64Array>();
    const starts: Float64Array[] = [];
    const ends: Float64Array[] = [];
    tasks.forEach((task, i) => {
      const done = finished.get(task.code);
      if (done !== undefined) {
        ends[i] = starts[i] = new Float64Array(runs).fill(done + 1 - first);
        return;
      }
      let factor = factors.get(task.owner);
      if (!factor) factors.set(task.owner, (factor = normals(runs)));
      const shared = factor;
      const z = normals(runs).map((own, k) => Math.sqrt(0.3) * (shared[k] as number) + Math.sqrt(0.7) * own);
      const table = this.tables[i] as Float64Array;
      const duration = z.map((value) => Math.round(table[Math.round(1000 * share(value))] as number));
      let start: Float64Array = new Float64Array(runs).fill(asOf - first);
      let end: Float64Array = new Float64Array(runs);
      for (const { from, type, lag } of this.links[i] ?? []) {
        const base = (type === "SS" ? starts : ends)[from] as Float64Array;
        const then = task.unit === "CD" ? base.map((day) => day + lag) : this.shifted(base, lag);
        if (type === "FF") end = maximum(end, then);
        else start = maximum(start, then);
      }
      const last =
        task.unit === "CD"
          ? start.map((day, k) => day + (duration[k] as number))
          : this.worked(start, duration);
      starts[i] = start;
      ends[i] = maximum(last, end);
    });
    const out = ends[tasks.length - 1] as Float64Array;
    return out.filter((day) => day - 1 + first <= due).length / runs;
  }

  private shifted(days: Float64Array, lag: number): Float64Array {
    if (lag === 0) return days.slice();
    return days.map((day) => this.workdays[(this.before[day] as number) + lag] as number);
  }

  private worked(start: Float64Array, duration: Float64Array): Float64Array {
    const before = start.map((day) => this.before[day] as number);
    const last = before.map((count, k) => count + (duration[k] as number) - 1);
    return last.map((count) => (this.workdays[Math.max(count, 0)] as number) + 1);
  }
}

function maximum(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, k) => Math.max(value, b[k] as number));
}

function normals(count: number): Float64Array {
  const [a, b] = [1, 2].map(() => new Float64Array(count).map(() => 1 - Math.random())) as [
    Float64Array,
    Float64Array,
  ];
  return a.map((u, k) => Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * (b[k] as number)));
}

/** The normal distribution, by the logistic curve that is within 0.0002 of it. Source: Page, Appl. Statist. 26 (1977), 75-76. */
function share(z: number): number {
  return 1 / (1 + Math.exp(-2 * Math.sqrt(2 / Math.PI) * z * (1 + 0.044715 * z * z)));
}
