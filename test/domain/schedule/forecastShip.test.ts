import fc from "fast-check";
import { calendarFor } from "../../../src/domain/calendar/calendarFor";
import { serialDate } from "../../../src/domain/calendar/serialDate";
import { forecast, type TrackedTask } from "../../../src/domain/schedule/forecastShip";

const day = (text: string) => {
  const [y, m, d] = text.split("-").map(Number) as [number, number, number];
  return serialDate(y, m, d) as number;
};
const cn6 = calendarFor("CN6");
const every = calendarFor("ALL");
const task = (
  code: string,
  duration: number,
  predecessors = "",
  dates: Partial<TrackedTask> = {},
): TrackedTask => ({
  code,
  duration,
  predecessors,
  unit: "WD",
  ...dates,
});
const last = (tasks: TrackedTask[], asOf: number, calendar = cn6) =>
  Math.max(...forecast(tasks, asOf, calendar).map((row) => row.finish));

// Worked by hand. Mon 2026-04-20 is a working day in CN6; 1-5 May is the holiday, Sat 9 May works.
const order = (fabric: Partial<TrackedTask>) => [
  task("fabric", 6, "", fabric),
  task("cut", 4, "fabric"),
  task("sew", 5, "cut:SS+2"),
];

test("nothing happened: everything follows from the as-of date", () => {
  // fabric 20-25 Apr (Mon-Sat), cut 27-30 Apr, sew starts two working days after cut starts: 29, 30 Apr, 6, 7, 8 May.
  expect(forecast(order({}), day("2026-04-20"), cn6)).toEqual([
    { start: day("2026-04-20"), finish: day("2026-04-25"), done: false },
    { start: day("2026-04-27"), finish: day("2026-04-30"), done: false },
    { start: day("2026-04-29"), finish: day("2026-05-08"), done: false },
  ]);
});

test("fabric three days late: the holiday passes the delay on by its own length", () => {
  const late = order({ actualStart: day("2026-04-20"), actualFinish: day("2026-04-29") });
  // cut 30 Apr, 6, 7, 8 May; sew from two working days after 30 Apr: 7, 8, 9, 11, 12 May (Sat 9 works, Sun 10 does not).
  expect(last(late, day("2026-04-29"))).toBe(day("2026-05-12"));
});

test("a started task is never forecast to end before the as-of date", () => {
  const started = [task("sew", 3, "", { actualStart: day("2026-04-06") })];
  expect(last(started, day("2026-04-20"))).toBe(day("2026-04-20"));
});

test("a planned start that is still to come is kept", () => {
  expect(last([task("sew", 3, "", { plannedStart: day("2026-05-18") })], day("2026-04-20"))).toBe(
    day("2026-05-20"),
  );
});

test("a task without dates whose successor has happened is taken as done", () => {
  const tasks = [
    task("fabric", 10),
    task("cut", 4, "fabric", { actualFinish: day("2026-04-18") }),
    task("sew", 2, "cut"),
  ];
  expect(last(tasks, day("2026-04-20"))).toBe(day("2026-04-21"));
});

test("a later actual never gives an earlier forecast, and nothing open lies before the as-of date", () => {
  const span = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(
      span,
      span,
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 6 }),
      (first, delay, durations) => {
        const begin = day("2026-03-02");
        const chain = (finish: number) =>
          durations.map((duration, i) =>
            task(
              `t${i}`,
              duration,
              i ? `t${i - 1}` : "",
              i ? {} : { actualStart: begin, actualFinish: finish },
            ),
          );
        const asOf = begin + first;
        const soon = forecast(chain(begin + first), asOf, every);
        const later = forecast(chain(begin + first + delay), asOf, every);
        soon.forEach((row, i) => {
          expect(later[i]?.finish).toBeGreaterThanOrEqual(row.finish);
          if (!row.done) expect(row.finish).toBeGreaterThanOrEqual(asOf);
        });
      },
    ),
  );
});
