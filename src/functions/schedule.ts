import { calendarFor } from "../domain/calendar/calendarFor";
import { daysBetween } from "../domain/calendar/daysBetween";
import { workday } from "../domain/calendar/workday";
import { criticalPath } from "../domain/schedule/criticalPath";
import { forecast, type TrackedTask } from "../domain/schedule/forecastShip";
import { daysMet, shareWithin, simulate, type UncertainTask } from "../domain/schedule/simulation";
import {
  betaPertDeviation,
  betaPertQuantile,
  pertDeviation,
  pertMean,
  requireOrder,
  type DurationShape,
} from "../domain/schedule/threePoint";
import type { DurationUnit } from "../domain/schedule/taTemplate";
import { nameArgument, oneCell, optional, required, type Cells } from "./cells/argument";
import { calendarCell } from "./cells/calendarCell";
import { closuresArgument } from "./cells/closuresArgument";
import { dateCell } from "./cells/dateCell";
import { eachCell } from "./cells/eachCell";
import { numberCell, rateCell, wholeCell } from "./cells/numberCell";
import { table } from "./cells/table";
import { taskRows } from "./cells/taskRows";
import { textCell } from "./cells/textCell";
import { wordCell } from "./cells/wordCell";

const daysCell = numberCell({ least: 0, most: 100_000 });
const runsCell = wholeCell({ least: 1, most: 100_000 });
const seedCell = wholeCell({ least: 0, most: 2_147_483_647 });
const shareCell = rateCell({ above: 0, most: 1 });
const shapeCell = wordCell<DurationShape>({
  pert: ["pert", "贝塔", "beta", "beta-pert"],
  triangular: ["triangular", "三角", "tri", "三角分布"],
});
const unitCell = wordCell<DurationUnit>({ WD: ["WD", "工作日"], CD: ["CD", "日历天", "自然日"] });
const cpmPartCell = wordCell<"all" | "length">({ all: ["all", "全部"], length: ["length", "工期"] });

type PertPart = "mean" | "sd" | "sdbeta" | number;
const pertWordCell = wordCell<"mean" | "sd" | "sdbeta">({
  mean: ["mean", "均值"],
  sd: ["sd", "标准差"],
  sdbeta: ["sdbeta", "贝塔标准差"],
});

/** A word, or P10 to P99 as a share. */
function pertPartCell(value: string | number | boolean): PertPart {
  const percent = /^P([1-9]\d)$/i.exec(String(value).normalize("NFKC").trim());
  return percent ? Number(percent[1]) / 100 : (pertWordCell(value) ?? "mean");
}

const planTasks = (tasks: Cells) =>
  taskRows(tasks, { least: 2, most: 3 }, (row) => ({
    code: row.must(0, "id", textCell),
    duration: row.must(1, "duration", daysCell),
    predecessors: row.may(2, "predecessors", textCell) ?? "",
  }));

const uncertainTasks = (
  tasks: Cells,
  most: 5 | 6,
  finished: (value: string | number | boolean) => number | undefined,
) =>
  taskRows(tasks, { least: 4, most }, (row): UncertainTask => {
    const task = {
      code: row.must(0, "id", textCell),
      o: row.must(1, "optimistic", daysCell),
      m: row.must(2, "likely", daysCell),
      p: row.must(3, "pessimistic", daysCell),
      predecessors: row.may(4, "predecessors", textCell) ?? "",
    };
    const finish = most === 6 ? row.may(5, "actual finish", finished) : undefined;
    return finish === undefined ? task : { ...task, finished: finish };
  });

const runsOf = (runs: Cells, seed: Cells, dist: Cells) => ({
  runs: oneCell(optional("runs", runs, runsCell, 10_000)),
  seed: oneCell(optional("seed", seed, seedCell, 1)),
  shape: oneCell(optional("dist", dist, shapeCell, "pert")),
});

/** Counts days from the start of a project, itself counted: working days where a calendar is given. */
function projectDays(start: Cells, calendar: Cells, closures: Cells) {
  const first = oneCell(optional("start", start, dateCell));
  const name = oneCell(optional("calendar", calendar, calendarCell));
  const days = name === undefined ? undefined : calendarFor(name, oneCell(closuresArgument(closures)));
  return {
    first,
    /** Where there is no start, days are typed as days. */
    read: (value: string | number | boolean): number | undefined => {
      if (first === undefined) return daysCell(value);
      const date = dateCell(value);
      return date === undefined ? undefined : Math.max(0, daysBetween(first - 1, date, days));
    },
    /** The day on which that many days are over. */
    show: (count: number): number => {
      if (first === undefined) return count;
      const whole = Math.max(1, Math.ceil(count - 1e-9));
      return days ? workday(first - 1, whole, days) : first + whole - 1;
    },
  };
}

/**
 * Critical path method: for each task early start and finish, late start and finish, total and free float, in days from 0.
 * @customfunction CPM
 * @param tasks A range of 3 columns: id, duration in days, predecessors (A;B:SS+2;C:FF-1).
 * @param [part] "all" (default) for the table, "length" for the length of the project.
 * @returns n rows of 6 columns: ES, EF, LS, LF, total float, free float; or one number.
 * @example =MERCH.CPM({"A",3,"";"B",2,"A";"C",4,"A";"D",1,"B;C"},"length") → 8
 * @example =INDEX(MERCH.CPM({"A",3,"";"B",2,"A";"C",4,"A";"D",1,"B;C"}),2,5) → 2
 * @errors #VALUE! for a duration that is no number, an unknown predecessor or a circle (the tasks are named).
 * @source Moder, Phillips & Davis, Project Management with CPM, PERT and Precedence Diagramming (1983).
 */
export function CPM(tasks: any[][], part?: any[][]): any[][] {
  return table(
    [],
    () => {
      const rows = oneCell(planTasks(tasks));
      const { times, length } = criticalPath(rows.tasks);
      if (oneCell(optional("part", part, cpmPartCell, "all")) === "length") return [[length]];
      return rows.place(
        times.map((t) => [t.earlyStart, t.earlyFinish, t.lateStart, t.lateFinish, t.totalFloat, t.freeFloat]),
        6,
      );
    },
    "tasks",
  );
}

/**
 * The critical path: ids of the tasks that decide the length of the project, joined with "-".
 * @customfunction CRITPATH
 * @param tasks A range of 3 columns: id, duration in days, predecessors (A;B:SS+2;C:FF-1).
 * @returns Text. Where several paths are critical, the one whose tasks stand first.
 * @example =MERCH.CRITPATH({"A",3,"";"B",2,"A";"C",4,"A";"D",1,"B";"E",2,"C;D"}) → A-C-E
 * @errors #VALUE! for a duration that is no number, an unknown predecessor or a circle (the tasks are named).
 * @source Moder, Phillips & Davis, Project Management with CPM, PERT and Precedence Diagramming (1983).
 */
export function CRITPATH(tasks: any[][]): any[][] {
  return table([], () => [[criticalPath(oneCell(planTasks(tasks)).tasks).path.join("-")]], "tasks");
}

/**
 * Three-point estimate: mean, standard deviation, or the duration met with a given chance (P10 to P99).
 * @customfunction PERT
 * @param optimistic Shortest duration, days.
 * @param likely Most likely duration, days.
 * @param pessimistic Longest duration, days.
 * @param [part] "mean" (default), "sd" (classic, a sixth of the range), "sdbeta" (of the beta-PERT distribution), or "P10" to "P99".
 * @returns Days.
 * @example =MERCH.PERT(5,8,17) → 9
 * @example =MERCH.PERT(5,8,17,"sd") → 2
 * @example =MERCH.PERT(5,8,17,"sdbeta") → 2.138090
 * @example =MERCH.PERT(5,8,17,"P80") → 10.882308
 * @errors #VALUE! for text, durations not in order, or an unknown part.
 * @source Malcolm, Roseboom, Clark & Fazar, Operations Research 7 (1959); Vose, Risk Analysis (2008).
 */
export function PERT(optimistic: any[][], likely: any[][], pessimistic: any[][], part?: any[][]): any[][] {
  return eachCell(
    [
      required("optimistic", optimistic, daysCell),
      required("likely", likely, daysCell),
      required("pessimistic", pessimistic, daysCell),
      optional<PertPart>("part", part, pertPartCell, "mean"),
    ],
    (o, m, p, wanted) => {
      const points = { o, m, p };
      try {
        requireOrder(points);
      } catch (error) {
        throw nameArgument(error, { name: "optimistic" });
      }
      if (typeof wanted === "number") return betaPertQuantile(points, wanted);
      if (wanted === "sd") return pertDeviation(points);
      return wanted === "sdbeta" ? betaPertDeviation(points) : pertMean(points);
    },
  );
}

/**
 * Forecast finish of a plan from what has happened so far; unfinished work is never forecast in the past.
 * @customfunction FORECASTSHIP
 * @param tasks A range of 5 to 7 columns: id, duration, predecessors (A;B:SS+2;C:FF-1), actual start, actual finish, [planned start], [unit WD or CD].
 * @param asOf The date of the forecast.
 * @param [calendar] Working calendar for WD durations: CN5, CN6 (default), CN7, BD, VN, KH, MM, IN, PK, ID, LK, TR, HK, EU, US, ALL.
 * @param [closures] Your own days: one column of days off, or two columns date and kind (off, work, year).
 * @returns A date: the latest finish of the tasks.
 * @example =MERCH.FORECASTSHIP({"A",6,"","","";"B",4,"A","","";"C",5,"B:SS+2","",""},DATE(2026,4,20)) → 2026-05-08
 * @errors #VALUE! for an unknown predecessor or a circle (the tasks are named); #N/A when a China calendar has no data for a year.
 * @source Schedule forecasting from actuals: finished work is known, started work needs what is left, the rest follows.
 */
export function FORECASTSHIP(tasks: any[][], asOf: any[][], calendar?: any[][], closures?: any[][]): any[][] {
  return table(
    [],
    () => {
      const rows = oneCell(
        taskRows(tasks, { least: 5, most: 7 }, (row): TrackedTask => ({
          code: row.must(0, "id", textCell),
          duration: row.must(1, "duration", daysCell),
          predecessors: row.may(2, "predecessors", textCell) ?? "",
          actualStart: row.may(3, "actual start", dateCell),
          actualFinish: row.may(4, "actual finish", dateCell),
          plannedStart: row.may(5, "planned start", dateCell),
          unit: row.may(6, "unit", unitCell) ?? "WD",
        })),
      );
      const date = oneCell(required("asOf", asOf, dateCell));
      const name = oneCell(optional("calendar", calendar, calendarCell, "CN6"));
      const days = calendarFor(name, oneCell(closuresArgument(closures)));
      return [[Math.max(...forecast(rows.tasks, date, days).map(({ finish }) => finish))]];
    },
    "tasks",
  );
}

/**
 * Chance that all tasks are done by the due date, by simulation: the same arguments always give the same answer.
 * @customfunction ONTIMEPROB
 * @param tasks A range of 4 to 6 columns: id, optimistic, most likely and pessimistic duration, predecessors (A;B:SS+2), [actual finish].
 * @param due The due date; without start a number of days.
 * @param [start] First day of the project.
 * @param [runs] Number of simulations; 10000 if left out.
 * @param [seed] Starts the random numbers; 1 if left out.
 * @param [dist] "pert" (default) or "triangular".
 * @param [calendar] With a start: durations are working days of this calendar; calendar days if left out.
 * @param [closures] Your own days: one column of days off, or two columns date and kind (off, work, year).
 * @returns A share, 0 to 1.
 * @example =MERCH.ONTIMEPROB({"A",5,5,5,"";"B",3,3,3,"A"},8) → 1
 * @example =MERCH.ONTIMEPROB({"A",5,5,5,"";"B",3,3,3,"A"},7) → 0
 * @example =ROUND(MERCH.ONTIMEPROB({"F",20,25,40,"";"T",18,22,35,"";"C",3,4,7,"F;T";"S",9,12,18,"C";"N",5,6,10,"S"},47),1) → 0.2
 * @errors #VALUE! for durations not in order, an unknown predecessor or a circle; #N/A when a China calendar has no data for a year.
 * @source Van Slyke, Monte Carlo methods and the PERT problem, Operations Research 11 (1963); Latin hypercubes: McKay, Beckman & Conover (1979).
 */
export function ONTIMEPROB(
  tasks: any[][],
  due: any[][],
  start?: any[][],
  runs?: any[][],
  seed?: any[][],
  dist?: any[][],
  calendar?: any[][],
  closures?: any[][],
): any[][] {
  return table(
    [],
    () => {
      const days = projectDays(start, calendar, closures);
      const rows = oneCell(uncertainTasks(tasks, 6, days.read));
      const limit = oneCell(required("due", due, days.read));
      return [[shareWithin(simulate(rows.tasks, runsOf(runs, seed, dist)).finishes, limit)]];
    },
    "tasks",
  );
}

/**
 * The date (or number of days) by which all tasks are done with the chance given: 0.5 to plan with, 0.8 to promise.
 * @customfunction PDATE
 * @param tasks A range of 4 to 6 columns: id, optimistic, most likely and pessimistic duration, predecessors (A;B:SS+2), [actual finish].
 * @param share The chance wanted, 0 to 1 or a percentage.
 * @param [start] First day of the project; without it the result is a number of days.
 * @param [runs] Number of simulations; 10000 if left out.
 * @param [seed] Starts the random numbers; 1 if left out.
 * @param [dist] "pert" (default) or "triangular".
 * @param [calendar] With a start: durations are working days of this calendar; calendar days if left out.
 * @param [closures] Your own days: one column of days off, or two columns date and kind (off, work, year).
 * @returns A date, or days.
 * @example =MERCH.PDATE({"A",5,5,5,"";"B",3,3,3,"A"},0.8) → 8
 * @example =MERCH.PDATE({"A",5,5,5,"";"B",3,3,3,"A"},0.8,DATE(2026,3,2)) → 2026-03-09
 * @example =ROUND(MERCH.PDATE({"F",20,25,40,"";"T",18,22,35,"";"C",3,4,7,"F;T";"S",9,12,18,"C";"N",5,6,10,"S"},0.8),0) → 54
 * @errors #VALUE! for a share outside 0 to 1, durations not in order, an unknown predecessor or a circle; #N/A when a China calendar has no data for a year.
 * @source As ONTIMEPROB.
 */
export function PDATE(
  tasks: any[][],
  share: any[][],
  start?: any[][],
  runs?: any[][],
  seed?: any[][],
  dist?: any[][],
  calendar?: any[][],
  closures?: any[][],
): any[][] {
  return table(
    [],
    () => {
      const days = projectDays(start, calendar, closures);
      const rows = oneCell(uncertainTasks(tasks, 6, days.read));
      const wanted = oneCell(required("share", share, shareCell));
      return [[days.show(daysMet(simulate(rows.tasks, runsOf(runs, seed, dist)).finishes, wanted))]];
    },
    "tasks",
  );
}

/**
 * Criticality index: for each task the share of simulations in which it has no float.
 * @customfunction CRITICALITY
 * @param tasks A range of 4 or 5 columns: id, optimistic, most likely and pessimistic duration, predecessors (A;B:SS+2).
 * @param [runs] Number of simulations; 10000 if left out.
 * @param [seed] Starts the random numbers; 1 if left out.
 * @param [dist] "pert" (default) or "triangular".
 * @returns n rows of 1 column, 0 to 1.
 * @example =INDEX(MERCH.CRITICALITY({"A",5,5,5,"";"B",3,3,3,"";"C",1,1,1,"A;B"}),2) → 0
 * @errors #VALUE! for durations not in order, an unknown predecessor or a circle (the tasks are named).
 * @source Van Slyke, Operations Research 11 (1963), 839-860.
 */
export function CRITICALITY(tasks: any[][], runs?: any[][], seed?: any[][], dist?: any[][]): any[][] {
  return indices(tasks, runs, seed, dist, "criticality");
}

/**
 * Schedule sensitivity index: criticality x standard deviation of the task / standard deviation of the project.
 * @customfunction SENSITIVITY
 * @param tasks A range of 4 or 5 columns: id, optimistic, most likely and pessimistic duration, predecessors (A;B:SS+2).
 * @param [runs] Number of simulations; 10000 if left out.
 * @param [seed] Starts the random numbers; 1 if left out.
 * @param [dist] "pert" (default) or "triangular".
 * @returns n rows of 1 column; 0 where nothing is uncertain.
 * @example =ROUND(INDEX(MERCH.SENSITIVITY({"A",5,8,17,""}),1),6) → 1
 * @errors #VALUE! for durations not in order, an unknown predecessor or a circle (the tasks are named).
 * @source Vanhoucke, Measuring Time (2010), schedule sensitivity index.
 */
export function SENSITIVITY(tasks: any[][], runs?: any[][], seed?: any[][], dist?: any[][]): any[][] {
  return indices(tasks, runs, seed, dist, "sensitivity");
}

function indices(
  tasks: Cells,
  runs: Cells,
  seed: Cells,
  dist: Cells,
  index: "criticality" | "sensitivity",
): any[][] {
  return table(
    [],
    () => {
      const rows = oneCell(uncertainTasks(tasks, 5, daysCell));
      const values = simulate(rows.tasks, runsOf(runs, seed, dist), "all")[index];
      return rows.place(
        values.map((value) => [value]),
        1,
      );
    },
    "tasks",
  );
}

export const scheduleFunctions = {
  CPM,
  CRITPATH,
  PERT,
  FORECASTSHIP,
  ONTIMEPROB,
  PDATE,
  CRITICALITY,
  SENSITIVITY,
};
