import { BEYOND, type DayTable } from "./dayTable";
import type { OrderModel } from "./orderModel";
import type { TaTask } from "./taTemplate";

/**
 * The latest day of each task's start and finish with which the goods still leave on that day, all that follows taking its
 * most likely duration; undefined where ex-factory does not wait for it.
 */
export function latestDates(
  { tasks, links, target, within, opening, banks }: OrderModel,
  day: number,
  calendar: DayTable,
): readonly { readonly start: number | undefined; readonly finish: number | undefined }[] {
  const daysOf = (i: number): DayTable => (banks.has(i) ? calendar.banks : calendar);
  const starts = tasks.map(() => BEYOND);
  const ends = tasks.map(() => BEYOND);
  ends[target] = opening.has(target) ? day : day + 1;
  for (const i of [...links.order].reverse()) {
    if (!within.has(i)) continue;
    const { m, unit } = tasks[i] as TaTask;
    const days = daysOf(i);
    let [start, end] = [BEYOND, ends[i] as number];
    for (const { to, type, lag } of links.outOf[i] ?? []) {
      const after = (type === "FS" || type === "SS" ? starts : ends)[to] as number;
      if (after >= BEYOND) continue;
      const units = (tasks[to] as TaTask).unit;
      const fromEnd = type === "FS" || type === "FF";
      if (fromEnd) end = Math.min(end, daysOf(to).unshift(after - 1, lag, units) + 1);
      else start = Math.min(start, daysOf(to).unshift(after, lag, units));
    }
    if (m === 0) start = end = Math.min(start, end);
    else {
      if (end < BEYOND) {
        end = days.rollBack(end - 1, unit) + 1;
        start = Math.min(start, days.startFor(end - 1, m, unit));
      }
      if (start < BEYOND) start = days.rollBack(start, unit);
    }
    starts[i] = start;
    ends[i] = end;
  }
  return tasks.map(({ m }, i) => {
    const [start, end] = [starts[i] as number, ends[i] as number];
    const finish = end >= BEYOND ? undefined : end - (m === 0 && opening.has(i) ? 0 : 1);
    return { start: m === 0 ? finish : start >= BEYOND ? undefined : start, finish };
  });
}
