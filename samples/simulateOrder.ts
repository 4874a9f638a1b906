import type { Calendar } from "../src/domain/calendar/calendar";
import { isWorkday } from "../src/domain/calendar/isWorkday";
import { workday } from "../src/domain/calendar/workday";
import type { Random } from "./random";

/** Where an order got stuck, and for how many working days. */
export interface Troubles {
  readonly at: "T09" | "T17" | "T21" | undefined;
  readonly days: number;
}

/** Actual dates of the milestones that have been reached, by milestone. */
export type Progress = Readonly<Record<string, number>>;

/** What each milestone waits for. */
const AFTER: Readonly<Record<string, readonly string[]>> = {
  T04: [],
  T09: ["T04"],
  T12: [],
  T17: ["T04"],
  T19S: ["T09", "T17"],
  T21: ["T19S", "T12"],
  T27: ["T21"],
  T29: ["T27"],
  T30: ["T29"],
};

/**
 * What a plan comes to: most things happen within a day or two of it or of the factory's habit, one may be late and pass its delay on, and a factory wins
 * back about a third of a delay with overtime between cutting and packing.
 */
export function milestonesReached(
  plan: Readonly<Record<string, number>>,
  ordered: number,
  asOf: number,
  troubles: Troubles,
  habits: Readonly<Record<string, number>>,
  calendar: Calendar,
  random: Random,
): Progress {
  const reached: Record<string, number> = {};
  const slips: Record<string, number> = {};
  for (const [id, waitsFor] of Object.entries(AFTER)) {
    const planned = plan[id];
    // A repeat order needs no lab dip.
    if (planned === undefined) continue;
    const needed = waitsFor.filter((before) => plan[before] !== undefined);
    const passedOn = Math.max(0, ...needed.map((before) => slips[before] ?? 0));
    const won = id === "T21" || id === "T27" ? Math.round(passedOn / 3) : 0;
    const usual = (habits[id] ?? 0) + random.pick([-2, -1, -1, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
    const own = troubles.at === id ? troubles.days : usual;
    slips[id] = passedOn - won + own;
    const earliest = Math.max(ordered, ...needed.map((before) => reached[before] ?? Infinity));
    let actual = Math.max(shift(planned, slips[id], calendar), earliest);
    // Mills and laboratories are planned in calendar days; what they do on a day off is noticed the day after.
    while (actual <= asOf && !isWorkday(actual, calendar)) actual += 1;
    if (actual <= asOf) reached[id] = actual;
  }
  return reached;
}

/** Working days on from a date, or back. */
export const shift = (date: number, days: number, calendar: Calendar): number =>
  days === 0 ? date : workday(date, days, calendar);
