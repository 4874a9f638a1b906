import { SURE } from "./sheetReading";
import type { ColumnReading, Layout, Question, SheetSubject, TablePlace } from "./sheetReading";

/** What goes wrong most when it is taken wrongly stands first. */
const WEIGHT: Readonly<Record<string, number>> = {
  po: 10,
  style: 8,
  due: 10,
  qty: 6,
  colour: 5,
  "T30.actual": 9,
  "T30.plan": 9,
};
const isMilestone = (meaning: string): boolean => /^(?:T\d|TOP)/.test(meaning);

interface Weighed extends Question {
  readonly use: number;
}

interface Asked {
  readonly columns: readonly ColumnReading[];
  readonly layout: Layout;
  readonly table: TablePlace;
  readonly tableConfidence: number;
  readonly keyIsUnique: boolean;
  readonly merged: ReadonlySet<number>;
  /** Orders whose due date stands nowhere above the table. */
  readonly wantsDue: boolean;
  /** What the rows seem to be, where that is in doubt. */
  readonly doubted?: SheetSubject;
}

/** The column that is asked about where none is the day that the buyer wants: the nearest to it. */
function dueQuestion(columns: readonly ColumnReading[]): Weighed | undefined {
  if (columns.some(({ meaning }) => meaning === "due")) return undefined;
  const nearness = ({ meaning, dates, about }: ColumnReading): number => {
    if (!dates || dates.readable === 0) return 0;
    const at = ["T32.actual", "T30.actual", "T32.plan", "T30.plan"].indexOf(meaning ?? "");
    if (at >= 0) return at + 2;
    return meaning === undefined && about !== "timeBucket" && about !== "dateHeading" ? 1 : 0;
  };
  const nearest = columns.reduce<ColumnReading | undefined>(
    (best, one) => (nearness(one) > (best ? nearness(best) : 0) ? one : best),
    undefined,
  );
  if (!nearest) return undefined;
  const { column, heading, meaning, alternatives, samples } = nearest;
  const others = alternatives.map((guess) => guess.meaning).filter((answer) => answer !== "due");
  return {
    code: "whatIs",
    column,
    params: { heading, sample: String(samples[0] ?? "") },
    answers: ["due", ...(meaning === undefined ? [] : [meaning]), ...others, ""],
    use: 45,
  };
}

function dateQuestions(one: ColumnReading): Weighed[] {
  const { dates, column } = one;
  if (!dates) return [];
  const found: Weighed[] = [];
  const weight = WEIGHT[one.meaning ?? ""] ?? (one.meaning ? 5 : 1);
  const count = (problem: string): number => dates.unread.filter((cell) => cell.problem === problem).length;
  const heading = one.heading;
  const sample = (problem: string): string =>
    String(dates.unread.find((cell) => cell.problem === problem)?.value ?? "");
  if (count("swapped") > 0) {
    found.push({
      code: "swappedDates",
      column,
      params: { heading, count: count("swapped") },
      answers: ["swap", "keep"],
      use: 40 + weight,
    });
  }
  if (count("ambiguous") > 0) {
    found.push({
      code: "dateOrder",
      column,
      params: { heading, count: count("ambiguous"), sample: sample("ambiguous") },
      answers: ["dmy", "mdy"],
      use: 35 + weight,
    });
  } else if (dates.orderEvidence === "heading" || dates.orderEvidence === "sheet") {
    const order = dates.order ?? "dmy";
    const other = order === "dmy" ? "mdy" : "dmy";
    found.push({
      code: "dateOrder",
      column,
      params: { heading, count: dates.texts },
      answers: [order, other],
      use: 8 + weight,
    });
  }
  if (dates.year) {
    found.push({
      code: "dateYear",
      column,
      params: { heading, count: dates.year.count },
      answers: ["yes", "no"],
      use: 12 + weight,
    });
  } else if (count("noYear") > 0) {
    found.push({
      code: "dateYear",
      column,
      params: { heading, count: count("noYear"), sample: sample("noYear") },
      answers: [],
      use: 20 + weight,
    });
  }
  const lost = dates.unread.filter(({ problem }) =>
    ["notADate", "vague", "noSuchDay", "outOfSense"].includes(problem),
  ).length;
  if (lost > 0 && one.meaning) {
    found.push({
      code: "unreadDates",
      column,
      params: { heading, count: lost, read: dates.readable },
      answers: [],
      use: 4 + weight,
    });
  }
  return found;
}

function meaningQuestions(columns: readonly ColumnReading[]): Weighed[] {
  const found: Weighed[] = [];
  const given = new Set(columns.map(({ meaning }) => meaning));
  const missing = (meaning: string): boolean =>
    (WEIGHT[meaning] ?? 0) >= 6 && !isMilestone(meaning) && !given.has(meaning);
  const unsaid = columns.filter(({ meaning, confidence, alternatives }) => {
    const [next] = alternatives;
    return (
      meaning !== undefined &&
      isMilestone(meaning) &&
      confidence < SURE &&
      next?.meaning.split(".")[0] === meaning.split(".")[0]
    );
  });
  if (unsaid.length > 0) {
    // One answer for all of them: trackers hold to one habit.
    found.push({
      code: "planOrActual",
      ...(unsaid.length === 1 && unsaid[0] && { column: unsaid[0].column }),
      params: { count: unsaid.length, heading: unsaid[0]?.heading ?? "" },
      answers:
        unsaid.filter(({ meaning }) => meaning?.endsWith(".actual")).length > unsaid.length / 2
          ? ["actual", "plan"]
          : ["plan", "actual"],
      use: 22 + Math.min(8, unsaid.length),
    });
  }
  for (const one of columns) {
    if (unsaid.includes(one)) continue;
    const { column, heading, meaning, confidence, alternatives, samples } = one;
    if (meaning !== undefined && confidence >= SURE) continue;
    // What no other column has yet is the likelier answer.
    const others = alternatives.map((guess) => guess.meaning);
    const answers = [
      ...(meaning ? [meaning] : []),
      ...others.filter((answer) => !given.has(answer)),
      ...others.filter((answer) => given.has(answer)),
    ];
    if (answers.length === 0) continue;
    // An empty column costs nothing before it is filled.
    if (samples.length === 0 && meaning !== undefined) continue;
    const weight = Math.max(...answers.map((answer) => WEIGHT[answer] ?? (isMilestone(answer) ? 4 : 2)));
    const wanted = answers.some(missing);
    // A column that is known to be something else is asked about only where it may be what the sheet lacks.
    if (
      meaning === undefined &&
      !wanted &&
      (one.about !== undefined || (alternatives[0]?.confidence ?? 0) < 0.5)
    )
      continue;
    found.push({
      code: "whatIs",
      column,
      params: { heading, sample: String(samples[0] ?? "") },
      answers: [...answers, ""],
      use: (meaning ? 14 : 6) + (wanted ? 12 : 0) + weight,
    });
  }
  return found;
}

/** What only the user knows, the most useful question first. Of columns it asks what is left when the rows are what they seem. */
export function questions(asked: Asked): Question[] {
  const { columns, layout, table, tableConfidence, keyIsUnique, merged, wantsDue, doubted } = asked;
  const found: Weighed[] = [];
  if (layout === "list") {
    found.push({ code: "noHeadings", params: { row: table.firstRow + 1 }, answers: ["yes", "no"], use: 100 });
  } else if (tableConfidence < 0.6) {
    found.push({
      code: "whichTable",
      params: { row: (table.headingRows[0] ?? 0) + 1 },
      answers: ["yes", "no"],
      use: 90,
    });
  }
  if (doubted !== undefined) {
    const others = (["orders", "inspections", "materials"] as const).filter((each) => each !== doubted);
    found.push({ code: "subject", params: {}, answers: [doubted, "none", ...others], use: 95 });
  }
  for (const one of columns) {
    const { column, heading } = one;
    found.push(...dateQuestions(one));
    if (one.fillDown && !merged.has(column)) {
      found.push({
        code: "fillDown",
        column,
        params: { heading },
        answers: ["yes", "no"],
        use: 18 + (WEIGHT[one.meaning ?? ""] ?? 1),
      });
    }
    if (one.meaning === undefined) continue;
    const { numbers, codes } = one;
    if (numbers?.unread.some(({ problem }) => problem === "ambiguousDot")) {
      const count = numbers.unread.filter(({ problem }) => problem === "ambiguousDot").length;
      found.push({
        code: "dotInNumbers",
        column,
        params: { heading, count },
        answers: ["thousands", "decimal"],
        use: 16,
      });
    } else if (numbers?.dot !== undefined) {
      found.push({
        code: "dotInNumbers",
        column,
        params: { heading, count: numbers.texts },
        answers: [numbers.dot, numbers.dot === "decimal" ? "thousands" : "decimal"],
        use: 7,
      });
    }
    if ((numbers?.units.length ?? 0) > 1) {
      found.push({
        code: "mixedUnits",
        column,
        params: { heading, units: numbers?.units.map(({ unit }) => unit).join(", ") ?? "" },
        answers: [],
        use: 10,
      });
    }
    if (codes && codes.several > 0) {
      found.push({
        code: "severalCodes",
        column,
        params: { heading, count: codes.several, sample: codes.samplesOfSeveral[0] ?? "" },
        answers: ["first", "each", "whole"],
        use: 9,
      });
    }
  }
  const due = wantsDue ? dueQuestion(columns) : undefined;
  found.push(
    ...meaningQuestions(columns).filter(
      // Planned or actual is said of all dates at once, and of none before it is known that these are orders.
      ({ code, column }) =>
        (code !== "planOrActual" || doubted === undefined) &&
        (column === undefined || column !== due?.column),
    ),
  );
  if (due) found.push(due);
  if (!keyIsUnique && layout === "orders") found.push({ code: "key", params: {}, answers: [], use: 15 });
  return found.sort((a, b) => b.use - a.use).map(({ use: _, ...question }) => question);
}
