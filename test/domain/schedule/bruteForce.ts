import type { Calendar } from "../../../src/domain/calendar/calendar";
import type { TaskDates, TaskFollowed } from "../../../src/domain/schedule/orderState";
import type { TaTask } from "../../../src/domain/schedule/taTemplate";
import { betaPertQuantile } from "../../../src/domain/schedule/threePoint";

/** An order as its tracker shows it, by the codes of the tasks. */
export interface OrderCase {
  readonly tasks: readonly TaTask[];
  readonly row: Readonly<Record<string, TaskDates>>;
  readonly follow: Readonly<Record<string, Partial<TaskFollowed>>>;
  readonly asOf: number;
}

const NEVER = -1e9;
const ALWAYS = 1e9;

/**
 * The model told anew, and as plainly as can be: blind draws from a generator of its own, exact quantiles, days counted one by one,
 * no task left out. Gives how many runs leave the factory on each day.
 */
export function bruteForce(
  { tasks: all, row, follow, asOf }: OrderCase,
  calendar: Calendar,
  runs: number,
  seed = 20260302,
): Map<number, number> {
  const tasks = all.slice(0, all.findIndex(({ code }) => code === "T30") + 1);
  const place = new Map(tasks.map(({ code }, i) => [code, i]));
  const into = tasks.map(({ predecessors }) =>
    predecessors.split(";").flatMap((text) => {
      const [code = "", rule = "FS+0"] = text.split(":");
      if (code === "") return [];
      return [{ from: place.get(code) as number, type: rule.slice(0, 2), lag: Number(rule.slice(3)) }];
    }),
  );
  const dated = tasks.map(({ code }) => row[code] ?? {});
  const watched = tasks.map(({ code }) => follow[code] ?? {});

  const from = asOf - 400;
  const works = Uint8Array.from({ length: 1600 }, (_, k) => (calendar.worksOn(from + k) ? 1 : 0));
  const isOn = (day: number, i: number) => tasks[i]?.unit === "CD" || works[day - from] === 1;
  const roll = (day: number, i: number) => {
    let at = day;
    while (!isOn(at, i)) at++;
    return at;
  };
  /** The last of so many days of work from that day on. */
  const lastOf = (first: number, count: number, i: number) => {
    let at = roll(first, i);
    for (let left = count - 1; left > 0; left--) at = roll(at + 1, i);
    return at;
  };
  /** The first of so many days of work up to that day. */
  const firstOf = (last: number, count: number, i: number) => {
    let at = last;
    for (let left = count; ; at--) if (isOn(at, i) && --left === 0) return at;
  };
  const after = (day: number, lag: number, i: number) => {
    let at = day;
    for (let left = lag; left > 0; left--) at = roll(at + 1, i);
    return at;
  };
  const before = (day: number, lag: number, i: number) => (lag === 0 ? day : firstOf(day - 1, lag, i));

  // What has happened tells of what came before it: the latest start and finish of each task.
  const startBy = tasks.map(() => ALWAYS);
  const endBy = tasks.map(() => ALWAYS);
  for (let i = tasks.length - 1; i >= 0; i--) {
    const { actualStart, actualFinish } = dated[i] as TaskDates;
    if (actualFinish !== undefined) endBy[i] = actualFinish;
    if ((endBy[i] as number) < ALWAYS && tasks[i]?.p !== 0)
      startBy[i] = Math.min(startBy[i] as number, firstOf(endBy[i] as number, tasks[i]?.m as number, i));
    if (actualStart !== undefined) startBy[i] = actualStart;
    for (const { from: of, type, lag } of into[i] as (typeof into)[number]) {
      const [start, end] = [startBy[i] as number, endBy[i] as number];
      if (type === "FS" && start < ALWAYS)
        endBy[of] = Math.min(endBy[of] as number, before(start - 1, lag, i));
      if (type === "SS" && start < ALWAYS)
        startBy[of] = Math.min(startBy[of] as number, before(start, lag, i));
      if (type === "FF" && end < ALWAYS) endBy[of] = Math.min(endBy[of] as number, before(end, lag, i));
    }
  }

  const notBefore = tasks.map(({ m }, i) => {
    const { planStart = NEVER, planFinish } = dated[i] as TaskDates;
    const byFinish = planFinish === undefined ? NEVER : firstOf(roll(planFinish, i), m, i);
    const watchedStart = watched[i]?.start && startBy[i] === ALWAYS && endBy[i] === ALWAYS ? asOf : NEVER;
    return Math.max(planStart, byFinish, watchedStart);
  });
  const last = tasks.length - 1;
  const open = tasks.map((_, i) => endBy[i] === ALWAYS && (i === last || watched[i]?.finish === true));

  const days = tasks.map(wholeDays);
  const lasting = (i: number, lasted: number, share: number) => {
    const of = days[i] as Int16Array;
    let over = 0;
    while (over < FINE && (of[over] as number) <= lasted) over++;
    if (over === FINE) return lasted + 1;
    return of[Math.min(FINE - 1, Math.floor(over + share * (FINE - over)))] as number;
  };

  let state = seed;
  const uniform = () => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
  let spare: number | undefined;
  const normal = () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    const [size, turn] = [Math.sqrt(-2 * Math.log(uniform())), 2 * Math.PI * uniform()];
    spare = size * Math.sin(turn);
    return size * Math.cos(turn);
  };
  const owners = [...new Set(tasks.map(({ owner }) => owner))];
  const owned = tasks.map(({ owner }) => owners.indexOf(owner));
  const factors = new Float64Array(owners.length);
  const starts = new Int32Array(tasks.length);
  const finishes = new Int32Array(tasks.length);
  const left = new Map<number, number>();
  for (let run = 0; run < runs; run++) {
    for (let f = 0; f < factors.length; f++) factors[f] = normal();
    for (let i = 0; i < tasks.length; i++) {
      const { p } = tasks[i] as TaTask;
      const { actualStart, actualFinish } = dated[i] as TaskDates;
      if (p === 0) {
        // The order date opens its day: what follows may begin with it.
        starts[i] = actualFinish as number;
        finishes[i] = (actualFinish as number) - 1;
        continue;
      }
      const share = phi(Math.sqrt(0.3) * (factors[owned[i] as number] as number) + Math.sqrt(0.7) * normal());
      if (actualFinish !== undefined) {
        starts[i] = startBy[i] as number;
        finishes[i] = actualFinish;
        continue;
      }
      let start = notBefore[i] as number;
      let finish = NEVER;
      for (const { from: of, type, lag } of into[i] as (typeof into)[number]) {
        if (type === "FS") start = Math.max(start, after(finishes[of] as number, lag, i) + 1);
        if (type === "SS") start = Math.max(start, after(starts[of] as number, lag, i));
        if (type === "FF") finish = Math.max(finish, after(finishes[of] as number, lag, i));
      }
      start = actualStart ?? Math.min(roll(start, i), startBy[i] as number);
      let duration = days[i]?.[Math.floor(share * FINE)] as number;
      if (open[i] && start < asOf) {
        let lasted = 0;
        for (let day = start; day < asOf; day++) if (isOn(day, i)) lasted++;
        if (lasted > 0) duration = lasting(i, lasted, share);
      }
      finish = Math.max(lastOf(start, duration, i), finish === NEVER ? NEVER : roll(finish, i));
      if (open[i]) finish = Math.max(finish, asOf);
      finishes[i] = Math.min(finish, endBy[i] as number);
      starts[i] = Math.min(start, finishes[i] as number);
    }
    const day = finishes[last] as number;
    left.set(day, (left.get(day) ?? 0) + 1);
  }
  return left;
}

const FINE = 5000;
const known = new Map<string, Int16Array>();

/**
 * The quantiles of the beta-PERT distribution at a fine grid, rounded to whole days. Of work that is held up: of as many
 * durations as they come in, each with one to thirty days on top.
 */
function wholeDays({ o, m, p, heldUp = 0 }: TaTask): Int16Array {
  const key = `${o} ${m} ${p} ${heldUp}`;
  let days = known.get(key);
  if (!days) {
    const usual = Int16Array.from({ length: FINE }, (_, k) =>
      Math.round(betaPertQuantile({ o, m, p }, (k + 0.5) / FINE)),
    );
    days = heldUp > 0 && o < p ? withHeldUp(usual, heldUp) : usual;
    known.set(key, days);
  }
  return days;
}

function withHeldUp(usual: Int16Array, heldUp: number): Int16Array {
  const extra = Array.from({ length: 30 }, (_, k) => 0.9 ** k);
  const all = extra.reduce((sum, weight) => sum + weight, 0);
  const weights = new Float64Array(Math.max(...usual) + 31);
  for (const day of usual) {
    weights[day]! += 1 - heldUp;
    extra.forEach((weight, k) => (weights[day + k + 1]! += (heldUp * weight) / all));
  }
  let [day, below] = [0, weights[0]!];
  return usual.map((_, k) => {
    while (below < k + 0.5 && day < weights.length - 1) below += weights[++day]!;
    return day;
  });
}

/** Abramowitz & Stegun 26.2.17, good to 1e-7. */
function phi(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}
