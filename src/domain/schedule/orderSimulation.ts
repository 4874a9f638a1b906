import { BEYOND, type DayPositions, type DayTable } from "./dayTable";
import type { Link } from "./network";
import type { OrderModel } from "./orderModel";
import { longerThan, neededFor, orderPass, type Pass } from "./orderPass";
import type { Sample } from "./orderSample";
import type { TaskState } from "./orderState";
import type { TaTask } from "./taTemplate";

/** A date of a task: its start, or the moment after its end; see `TaskState`. */
export interface Moment {
  readonly task: number;
  readonly part: "start" | "end";
}

/** How many runs have a date on each day; what lies past the calendar's data is counted apart. */
export interface DayCounts {
  readonly first: number;
  readonly runs: Int32Array;
  readonly beyond: number;
  readonly total: number;
}

const NEVER = -0x3fffffff;

/** Runs that are computed together: what they need stays in the processor's nearest memory. */
const BLOCK = 1024;

/** Dates of one block of runs by the task's position, used again by the next block and the next order. */
const starts: Int32Array[] = [];
const ends: Int32Array[] = [];
const overs = new Int32Array(BLOCK);

/**
 * Simulates what is left of an order: the same numbers as `orderPass` with a sample, sooner. One run with the shortest and one
 * with the longest durations give the bounds of every date; a link that can never decide anything falls out, and with it
 * whatever nothing else waits for. The rest is computed in blocks of runs on plain arrays.
 */
export function simulateOrder(
  model: OrderModel,
  states: readonly TaskState[],
  days: DayTable,
  wanted: readonly Moment[],
): DayCounts[] {
  const sample = model.sample();
  const tasks = wanted.map(({ task }) => task);
  const slowly = () => counted(orderPass(model, states, days, sample, tasks), wanted, sample);
  if (!model.plain) return slowly();
  const [shortest, longest] = model.extremes();
  const low = orderPass(model, states, days, shortest, tasks);
  const high = orderPass(model, states, days, longest, tasks);
  const { beyond } = days.positions(model.reach);
  for (const i of neededFor(tasks, states, model.links.into)) {
    if (isFixed(low, high, i)) continue;
    // Before the table's first day and far past its last one days have no positions of their own.
    const latest = at(high.ends, i);
    if (Math.min(at(low.starts, i), at(low.ends, i)) < days.first) return slowly();
    if (latest >= days.first + beyond && latest < BEYOND) return slowly();
  }
  return new BlockedRuns(model, states, days, low, high, sample).count(wanted);
}

const at = (dates: readonly Int32Array[], i: number): number => dates[i]?.[0] as number;
const isFixed = (low: Pass, high: Pass, i: number): boolean =>
  at(low.starts, i) === at(high.starts, i) && at(low.ends, i) === at(high.ends, i);

function counted(pass: Pass, wanted: readonly Moment[], { runs: total }: Sample): DayCounts[] {
  return wanted.map(({ task, part }) => {
    const dates = (part === "start" ? pass.starts : pass.ends)[task] as Int32Array;
    let [first, last] = [BEYOND, 0];
    for (const day of dates) {
      if (day >= BEYOND) continue;
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
    const runs = new Int32Array(Math.max(0, last - first + 1));
    for (const day of dates) if (day < BEYOND) runs[day - first] = (runs[day - first] as number) + 1;
    return { first, runs, beyond: total - runs.reduce((sum, count) => sum + count, 0), total };
  });
}

type Step = (offset: number, length: number) => void;

/** A link that may hold its task back. */
interface Wait {
  readonly dates: Int32Array;
  readonly lag: number;
  /** The lag is in working days, counted from a start itself (1) or from the day before an end (0). */
  readonly counts: boolean;
  readonly from: 0 | 1;
  readonly least: number;
}

/** Working days of a task, and every day as if it were one. */
interface Days {
  readonly working: DayPositions;
  readonly every: DayPositions;
}

/** What holds one date of a task back: never before `base`, and some links. */
interface Waits {
  readonly base: number;
  readonly links: readonly Wait[];
}

class BlockedRuns {
  private readonly asked = new Set<string>();
  private readonly beyond: number;

  constructor(
    private readonly model: OrderModel,
    private readonly states: readonly TaskState[],
    private readonly days: DayTable,
    private readonly low: Pass,
    private readonly high: Pass,
    private readonly sample: Sample,
  ) {
    while (starts.length < model.tasks.length) {
      starts.push(new Int32Array(BLOCK));
      ends.push(new Int32Array(BLOCK));
    }
    this.beyond = days.positions(model.reach).beyond;
  }

  count(wanted: readonly Moment[]): DayCounts[] {
    const { model, sample } = this;
    for (const moment of wanted) this.ask(moment);
    const steps: Step[] = [];
    // From the last task back: when a task's turn comes, it is known who still waits for it.
    for (const i of model.reversed) {
      const start = this.asked.has(`${i} start`);
      if (!start && !this.asked.has(`${i} end`)) continue;
      if (isFixed(this.low, this.high, i)) this.fix(i);
      else steps.push(this.stepOf(i));
    }
    steps.reverse();
    const counts = wanted.map((moment) => this.counterOf(moment));
    for (let offset = 0; offset < sample.runs; offset += BLOCK) {
      const length = Math.min(BLOCK, sample.runs - offset);
      for (const step of steps) step(offset, length);
      for (const { add } of counts) add(length);
    }
    return counts.map(({ result }) => result());
  }

  private ask({ task, part }: Moment): void {
    this.asked.add(`${task} ${part}`);
  }

  private position(day: number): number {
    return Math.min(Math.max(day - this.days.first, 0), this.beyond);
  }

  private fix(i: number): void {
    starts[i]?.fill(this.position(at(this.low.starts, i)));
    ends[i]?.fill(this.position(at(this.low.ends, i)));
  }

  private counterOf({ task, part }: Moment): { add: (length: number) => void; result: () => DayCounts } {
    const [low, high] =
      part === "start" ? [this.low.starts, this.high.starts] : [this.low.ends, this.high.ends];
    const dates = (part === "start" ? starts : ends)[task] as Int32Array;
    const [least, most] = [this.position(at(low, task)), this.position(at(high, task))];
    const runs = new Int32Array(most - least + 1);
    return {
      add(length) {
        for (let k = 0; k < length; k++) {
          const day = (dates[k] as number) - least;
          runs[day] = (runs[day] as number) + 1;
        }
      },
      result: () => {
        const past = most >= this.beyond ? (runs[runs.length - 1] as number) : 0;
        const within = most >= this.beyond ? runs.subarray(0, -1) : runs;
        return { first: least + this.days.first, runs: within, beyond: past, total: this.sample.runs };
      },
    };
  }

  private stepOf(i: number): Step {
    const { model, states } = this;
    const { m, p, unit } = model.tasks[i] as TaTask;
    const state = states[i] as TaskState;
    const own = model.banks.has(i) ? this.days.banks : this.days;
    const into = model.links.into[i] ?? [];
    const isStart = ({ type }: Link) => type === "FS" || type === "SS";
    const floor = into.length === 0 ? Math.max(state.notBefore, state.opens) : state.notBefore;
    const start = state.begun
      ? { base: this.position(state.start), links: [] }
      : this.waitsOf(into.filter(isStart), floor, unit, own);
    const end = this.waitsOf(
      into.filter((link) => !isStart(link)),
      NEVER,
      unit,
      own,
    );
    const positions = { working: own.positions(model.reach), every: this.days.everyDay(model.reach) };
    if (m === 0 && p === 0) return this.milestone(i, start, end, positions);
    return this.work(i, start, end, positions);
  }

  /** Leaves out the links that others always outlast, and asks for the dates of the rest. */
  private waitsOf(links: readonly Link[], floor: number, unit: "WD" | "CD", own: DayTable): Waits {
    let base = floor;
    let least = floor;
    const bounds = links.map(({ from, type, lag }) => {
      const isStart = type === "SS" || type === "SF";
      const day = ({ starts: first, ends: after }: Pass) => {
        const date = at(isStart ? first : after, from);
        const inclusive = isStart ? 0 : 1;
        return unit === "WD" && lag !== 0 ? own.workday(date - inclusive, lag) + inclusive : date + lag;
      };
      const [low, high] = [day(this.low), day(this.high)];
      if (low === high) base = Math.max(base, low);
      least = Math.max(least, low);
      return { low, high };
    });
    const kept: Wait[] = [];
    links.forEach(({ from, type, lag }, n) => {
      const { low, high } = bounds[n] as { low: number; high: number };
      if (low === high || high <= least) return;
      const isStart = type === "SS" || type === "SF";
      this.ask({ task: from, part: isStart ? "start" : "end" });
      const dates = (isStart ? starts : ends)[from] as Int32Array;
      const counts = unit === "WD" && lag !== 0;
      kept.push({ dates, lag, counts, from: isStart ? 1 : 0, least: this.position(low) });
    });
    return { base: base === NEVER ? NEVER : this.position(base), links: kept };
  }

  private milestone(i: number, start: Waits, end: Waits, days: Days): Step {
    const { startBy, endBy, unfinished, asOf } = this.states[i] as TaskState;
    const opening = this.model.opening.has(i);
    const floor = unfinished ? this.position(asOf + (opening ? 0 : 1)) : NEVER;
    const by = this.position(Math.min(startBy, endBy));
    const [first, after] = [starts[i], ends[i]] as [Int32Array, Int32Array];
    const base = Math.max(floor, start.base, end.base);
    const links = [...start.links, ...end.links];
    return (_, length) => {
      wait({ base, links }, days, first, length);
      for (let k = 0; k < length; k++) {
        const day = first[k] as number;
        first[k] = after[k] = day < by ? day : by;
      }
    };
  }

  private work(i: number, start: Waits, end: Waits, days: Days): Step {
    const { model, sample } = this;
    const state = this.states[i] as TaskState;
    const { o, unit } = model.tasks[i] as TaTask;
    const [first, after] = [starts[i], ends[i]] as [Int32Array, Int32Array];
    const durations = sample.durations(i);
    const works = unit === "WD";
    const { begun, unfinished } = state;
    const asOf = this.position(state.asOf);
    const [startBy, endBy] = [this.position(state.startBy), this.position(state.endBy)];
    const floor = unfinished ? asOf + 1 : 0;
    const lasting = unfinished && this.position(at(this.low.starts, i)) < asOf;
    const follows = end.base !== NEVER || end.links.length > 0;
    const held = startBy < this.beyond || endBy < this.beyond;
    const plain = !begun && !lasting && !held;
    // A lag in working days ends on one; without it, what a working day ends by is yet to be rolled forward.
    const rolled = end.base === NEVER && end.links.every(({ counts }) => counts || !works);
    if (plain && (!follows || rolled)) {
      // Nobody asks when it starts, or it starts when another ends: one array less to go through.
      const starting = this.asked.has(`${i} start`) ? first : undefined;
      const source = plainSource(start);
      const own = works ? days.working : days.every;
      return (offset, length) => {
        if (!source) wait(start, days, first, length);
        workOn(source ?? first, durations, offset, length, floor, own, starting, after);
        if (follows) extend(end.links, days, after, length);
      };
    }
    const shares = lasting ? sample.shares(i) : NOTHING;
    const chances = sample.within(i);
    const rules: Rules = { works, begun, follows, lasting, asOf, floor, startBy, endBy, o };
    return (offset, length) => {
      wait(start, days, first, length);
      if (follows) wait(end, days, overs, length);
      workUnder(rules, { durations, shares, chances }, offset, length, days.working, first, after);
    };
  }
}

/** The dates of the only link, if they are all there is to wait for. */
function plainSource({ base, links }: Waits): Int32Array | undefined {
  const [only] = links;
  return links.length === 1 && only && !only.counts && only.lag === 0 && base <= only.least
    ? only.dates
    : undefined;
}

/** Work that nothing but its start and its duration decides. */
function workOn(
  source: Int32Array,
  durations: Int16Array,
  offset: number,
  length: number,
  floor: number,
  { before, nth, beyond }: DayPositions,
  first: Int32Array | undefined,
  after: Int32Array,
): void {
  for (let k = 0; k < length; k++) {
    const worked = before[source[k] as number] as number;
    const last = nth[worked + (durations[offset + k] as number)] as number;
    const close = last < floor ? floor : last + 1;
    after[k] = close < beyond ? close : beyond;
  }
  if (!first) return;
  for (let k = 0; k < length; k++) first[k] = nth[(before[source[k] as number] as number) + 1] as number;
}

const NOTHING = new Float64Array(0);

interface Rules {
  readonly works: boolean;
  readonly begun: boolean;
  readonly follows: boolean;
  readonly lasting: boolean;
  readonly asOf: number;
  readonly floor: number;
  readonly startBy: number;
  readonly endBy: number;
  readonly o: number;
}

interface Draws {
  readonly durations: Int16Array;
  readonly shares: Float64Array;
  readonly chances: Float64Array;
}

/** Any work: what `orderPass` does with one task. */
function workUnder(
  { works, begun, follows, lasting, asOf, floor, startBy, endBy, o }: Rules,
  { durations, shares, chances }: Draws,
  offset: number,
  length: number,
  { before, nth, beyond }: DayPositions,
  first: Int32Array,
  after: Int32Array,
): void {
  const over = overs;
  const worked = before[asOf] as number;
  for (let k = 0; k < length; k++) {
    let begins = first[k] as number;
    if (!begun) {
      if (works) begins = nth[(before[begins] as number) + 1] as number;
      if (begins > startBy) begins = startBy;
    }
    let duration = durations[offset + k] as number;
    if (lasting && begins < asOf) {
      const lasted = works ? worked - (before[begins] as number) : asOf - begins;
      if (lasted > 0) duration = longerThan(lasted, o, duration, shares, chances, offset + k);
    }
    let close = works ? (nth[(before[begins] as number) + duration] as number) + 1 : begins + duration;
    if (follows) {
      let until = over[k] as number;
      if (works && !begun) until = (nth[(before[until > 0 ? until - 1 : 0] as number) + 1] as number) + 1;
      if (until > close) close = until;
    }
    if (close < floor) close = floor;
    if (close > endBy) close = endBy;
    after[k] = close;
    first[k] = begins < close || close >= beyond ? begins : close - 1;
  }
}

/** Fills in what the links of a task allow, run by run. */
function wait({ base, links }: Waits, days: Days, into: Int32Array, length: number): void {
  const [only] = links;
  if (links.length === 1 && only && only.lag === 0 && base <= only.least) {
    into.set(only.dates);
    return;
  }
  into.fill(base, 0, length);
  extend(links, days, into, length);
}

/** Puts the dates off that come before what the links allow. */
function extend(links: readonly Wait[], days: Days, into: Int32Array, length: number): void {
  for (const { dates, lag, counts, from } of links) {
    const { before, nth, beyond } = counts ? days.working : days.every;
    for (let k = 0; k < length; k++) {
      let day = (nth[(before[(dates[k] as number) + from] as number) + lag] as number) + 1 - from;
      if (day > beyond) day = beyond;
      if (day > (into[k] as number)) into[k] = day;
    }
  }
}
