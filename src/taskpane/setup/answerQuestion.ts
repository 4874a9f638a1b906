import {
  questionId,
  SURE,
  type ColumnReading,
  type DateOrder,
  type Question,
  type ReadingAnswers,
  type SheetReading,
  type SheetSubject,
} from "../../registers/sheet/sheetReading";

const settle = (said: ReadingAnswers, id: string): ReadingAnswers => ({
  ...said,
  settled: [...new Set([...(said.settled ?? []), id])],
});

/** `T19S` of `T19S.plan`. */
export const milestoneOf = (meaning: string | undefined): string | undefined =>
  /^(T\d+[A-Z]?|TOP)\.(?:plan|actual)$/.exec(meaning ?? "")?.[1];

/** Date columns of which nothing says whether they are planned or actual: one answer is for all of them. */
const unsaid = ({ columns }: SheetReading): readonly ColumnReading[] =>
  columns.filter(({ meaning, confidence, alternatives }) => {
    const milestone = milestoneOf(meaning);
    return (
      milestone !== undefined && confidence < SURE && milestoneOf(alternatives[0]?.meaning) === milestone
    );
  });

/** A meaning given to a column; another column that was said to have it has none any more. */
export function withMeaning(
  said: ReadingAnswers,
  reading: SheetReading,
  column: number,
  meaning: string,
): ReadingAnswers {
  const others = reading.columns.filter(
    (each) => each.column !== column && meaning !== "" && each.meaning === meaning,
  );
  return settle(
    {
      ...said,
      meanings: {
        ...said.meanings,
        // Only one that was said stays otherwise: the reader itself gives each meaning once.
        ...Object.fromEntries(
          others.filter(({ confidence }) => confidence === 1).map((each) => [each.column, ""]),
        ),
        [column]: meaning,
      },
    },
    questionId({ code: "whatIs", column }),
  );
}

/** Whether a column's blank cells stand for the value above. */
export const withFillDown = (said: ReadingAnswers, column: number, filled: boolean): ReadingAnswers =>
  settle(
    { ...said, fillDown: { ...said.fillDown, [column]: filled } },
    questionId({ code: "fillDown", column }),
  );

/** The headings stand in these rows, from 0. What was said of columns may not hold under other headings. */
export const withHeadings = (
  { subject }: ReadingAnswers,
  headingRows: readonly number[],
): ReadingAnswers => ({
  headingRows,
  ...(subject && { subject }),
  settled: ["whichTable", "noHeadings"],
});

/**
 * What is known of the sheet after an answer: one of the question's own, or a year for `dateYear`. Anything else, and a
 * question that only tells, is settled.
 */
export function answerQuestion(
  said: ReadingAnswers,
  reading: SheetReading,
  question: Question,
  answer: string,
): ReadingAnswers {
  const { code, column } = question;
  const settled = settle(said, questionId(question));
  if (code === "subject") return { ...settled, subject: answer as SheetSubject };
  if (code === "planOrActual") {
    const meanings: Record<number, string> = {};
    for (const each of unsaid(reading))
      meanings[each.column] = `${milestoneOf(each.meaning) ?? ""}.${answer}`;
    return { ...settled, meanings: { ...said.meanings, ...meanings } };
  }
  if (column === undefined) return settled;
  switch (code) {
    case "whatIs":
      return withMeaning(said, reading, column, answer);
    case "dateOrder":
      return { ...settled, dateOrders: { ...said.dateOrders, [column]: answer as DateOrder } };
    case "swappedDates":
      return { ...settled, swapped: { ...said.swapped, [column]: answer === "swap" } };
    case "dateYear":
      return /^\d{4}$/.test(answer)
        ? { ...settled, years: { ...said.years, [column]: Number(answer) } }
        : settled;
    case "fillDown":
      return withFillDown(said, column, answer === "yes");
    case "dotInNumbers":
      return {
        ...settled,
        dots: { ...said.dots, [column]: answer === "thousands" ? "thousands" : "decimal" },
      };
    default:
      return settled;
  }
}
