import type { TaTask } from "./taTemplate";

/**
 * Now and then a machine stops, a test fails, a container is rolled over: the task takes its usual time and days on top, which
 * no three points can hold. How many is the product's own assumption: each further day as likely as the last to be the end of
 * it, nine days on average, thirty at most.
 */
export const MOST_DAYS_HELD_UP = 30;
const GOES_ON = 0.9;

const ALL = (1 - GOES_ON ** MOST_DAYS_HELD_UP) / (1 - GOES_ON);

/** The chance that a task which is held up is held up for so many days. */
export const chanceOfDays = (days: number): number =>
  days < 1 || days > MOST_DAYS_HELD_UP ? 0 : GOES_ON ** (days - 1) / ALL;

/** The most days that a task can take. */
export const longestOf = ({ o, p, heldUp = 0 }: TaTask): number =>
  o < p && heldUp > 0 ? p + MOST_DAYS_HELD_UP : p;

/** The chance of at most o, o + 1, ... days with the days that the task is held up, from that without them. */
export function withHoldUps(chances: Float64Array, heldUp: number): Float64Array {
  const most = chances.length - 1;
  const without = (place: number): number => chances[Math.min(place, most)] as number;
  const held = new Float64Array(chances.length + MOST_DAYS_HELD_UP);
  for (let days = 1; days <= MOST_DAYS_HELD_UP; days++) {
    const part = chanceOfDays(days);
    for (let place = days; place < held.length; place++)
      held[place] = (held[place] as number) + part * without(place - days);
  }
  return held.map((late, place) => (1 - heldUp) * without(place) + heldUp * late);
}
