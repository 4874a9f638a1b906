import { serialDate } from "../../../src/domain/calendar/serialDate";
import type { Calendar } from "../../../src/domain/calendar/calendar";
import type { TaskDates, TaskFollowed } from "../../../src/domain/schedule/orderState";
import { taPlan } from "../../../src/domain/schedule/taPlan";
import { taTemplate } from "../../../src/domain/schedule/taTemplate";
import type { OrderCase } from "./bruteForce";

const NAMES = ["knit", "woven", "denim", "repeat"] as const;
const TRACKED = ["T04", "T09", "T12", "T17", "T19S", "T21", "T27", "T29", "T30"];

/**
 * Orders at every stage, as trackers show them: begun on some day of 2026, planned by the template, each milestone some days after
 * its plan or before it, and what has happened by a day on the way written down. Some trackers follow fewer milestones, some
 * have no plan; in some templates work is held up now and then.
 */
export function orderCases(count: number, calendar: Calendar, seed = 7): (OrderCase & { name: string })[] {
  let state = seed;
  const below = (range: number) => (state = (state * 48271) % 2147483647) % range;
  return Array.from({ length: count }, (_, n) => {
    const name = NAMES[n % NAMES.length] as (typeof NAMES)[number];
    const tasks = taTemplate(name).map((task) => (n % 3 === 1 ? { ...task, heldUp: 0.04 } : task));
    const begin = (serialDate(2026, 1, 5) as number) + below(120);
    const plan = taPlan(tasks, begin, "forward", calendar);
    const asOf =
      begin +
      Math.floor(
        (([...plan].find(({ task }) => task.code === "T30")?.finish ?? 0) - begin) *
          (0.05 + 0.9 * ((n * 0.382) % 1)),
      );
    const row: Record<string, TaskDates> = { T00: { actualFinish: begin } };
    const follow: Record<string, Partial<TaskFollowed>> = {};
    const hasPlan = n % 3 !== 0;
    let slip = 0;
    for (const milestone of TRACKED) {
      if (n % 5 === 4 && below(3) === 0) continue;
      const isStart = milestone.endsWith("S");
      const code = isStart ? milestone.slice(0, -1) : milestone;
      const planned = plan.find(({ task }) => task.code === code);
      if (!planned) continue;
      slip = Math.max(-2, slip + below(5) - 1);
      const day = (isStart ? planned.start : planned.finish) + slip;
      follow[code] = isStart ? { start: true } : { finish: true };
      row[code] = {
        ...(hasPlan && (isStart ? { planStart: planned.start } : { planFinish: planned.finish })),
        ...(day <= asOf && milestone !== "T30" && (isStart ? { actualStart: day } : { actualFinish: day })),
      };
    }
    return { name, tasks, row, follow, asOf };
  });
}
