import { civilDate, serialDate } from "../../domain/calendar/serialDate";

/** Days along a line of pixels. */
export interface TimeScale {
  readonly first: number;
  readonly last: number;
  readonly x: (day: number) => number;
  /** Days that carry a label: days, Mondays or firsts of months, as many as have room. */
  readonly ticks: readonly number[];
}

/** 1900-01-01 counts as a Sunday in Excel's calendar; day 2 is a Monday. */
const isMonday = (day: number) => day % 7 === 2;

function firstsOfMonths(from: number, to: number, every: number): number[] {
  const { year, month } = civilDate(from);
  const found: number[] = [];
  for (let at = year * 12 + month - 1; ; at++) {
    if (at % every !== 0) continue;
    const day = serialDate(Math.floor(at / 12), (at % 12) + 1, 1) ?? Infinity;
    if (day > to) return found;
    if (day >= from) found.push(day);
  }
}

/** Steps from the finest: days apart, then months apart. */
const steps = [
  { days: 1 },
  { days: 2 },
  { days: 7 },
  { days: 14 },
  { months: 1 },
  { months: 2 },
  { months: 3 },
  { months: 6 },
  { months: 12 },
] as const;

function ticksFor(from: number, to: number, room: number): number[] {
  for (const step of steps) {
    if ("months" in step) {
      const found = firstsOfMonths(from, to, step.months);
      if (found.length <= room) return found;
    } else if ((to - from) / step.days <= room) {
      const found: number[] = [];
      let day = from;
      while (step.days >= 7 && !isMonday(day)) day++;
      for (; day <= to; day += step.days) found.push(day);
      if (found.length <= room) return found;
    }
  }
  return [from];
}

/** Spreads the days over the width; `label` is the room that one label takes. */
export function timeScale(
  days: readonly number[],
  { left, right, label }: { left: number; right: number; label: number },
): TimeScale {
  const low = Math.min(...days);
  const high = Math.max(...days);
  // A single day still needs a line to stand on.
  const margin = Math.max(1, Math.round((high - low) * 0.03));
  const [first, last] = [low - margin, high + margin];
  const perDay = (right - left) / (last - first);
  return {
    first,
    last,
    x: (day) => left + (day - first) * perDay,
    ticks: ticksFor(first, last, Math.max(1, Math.floor((right - left) / label))),
  };
}
