import type { ReadingTexts } from "../../i18n/reading.en";
import type { SheetGrid } from "../../registers/sheet/sheetGrid";
import {
  SURE,
  type ColumnReading,
  type DateProblem,
  type SheetReading,
} from "../../registers/sheet/sheetReading";
import { meaningName } from "./meaningName";
import { shownValue } from "./questionText";
import { cellAt } from "./sheetPlaces";
import type { Lang } from "../../registers/register";

export type Certainty = "sure" | "look" | "said";

/** Undefined for a column without a meaning. */
export const certaintyOf = ({ meaning, confidence }: ColumnReading): Certainty | undefined =>
  meaning === undefined ? undefined : confidence === 1 ? "said" : confidence >= SURE ? "sure" : "look";

/** Up to three different values, dates as dates. */
export const samplesOf = (column: ColumnReading): readonly string[] =>
  [...new Set(column.samples.map((value) => shownValue(value, column)).filter((text) => text !== ""))].slice(
    0,
    3,
  );

function dateNotes(one: ColumnReading, grid: SheetGrid, texts: ReadingTexts): string[] {
  const { dates, column } = one;
  if (!dates) return [];
  const words = texts.columns;
  const notes: string[] = [];
  if (dates.readable > 0) {
    notes.push(
      [words.read(dates.readable), ...(dates.texts > 0 ? [words.textDates(dates.texts)] : [])].join(", "),
    );
  }
  if (dates.order && dates.orderEvidence) {
    const order = words.orders[dates.order];
    const row = dates.orderRows[0];
    if (dates.orderEvidence !== "partOver12") notes.push(words.orderSaid[dates.orderEvidence](order));
    else if (row !== undefined) {
      notes.push(words.orderSaid.partOver12(order, String(cellAt(grid, row, column)).trim(), row + 1));
    }
  }
  if (dates.year) notes.push(words.year[dates.year.from]);
  const problems = new Map<DateProblem, number>();
  for (const { problem } of dates.unread) problems.set(problem, (problems.get(problem) ?? 0) + 1);
  for (const [problem, count] of problems) notes.push(words.unread(count, texts.unreadDate[problem]));
  return notes;
}

/** How a column is read, beyond its meaning. */
export function readingNotes(one: ColumnReading, grid: SheetGrid, texts: ReadingTexts): readonly string[] {
  const words = texts.columns;
  const { numbers, codes } = one;
  return [
    ...(one.fillDown ? [words.filled] : []),
    ...(one.formulas === "all" ? [words.formulasAll] : one.formulas === "some" ? [words.formulasSome] : []),
    ...(one.hidden ? [words.hidden] : []),
    ...dateNotes(one, grid, texts),
    ...(numbers && numbers.texts > 0 ? [words.textNumbers(numbers.texts)] : []),
    ...(numbers && numbers.units.length > 0
      ? [words.units(numbers.units.map(({ unit }) => unit).join(", "))]
      : []),
    ...(codes && codes.several > 0 ? [words.several(codes.several)] : []),
    ...(codes?.leadingZeros ? [words.zeros] : []),
    ...(one.histories > 0 && !one.dates ? [words.histories(one.histories)] : []),
  ];
}

/** Why a column was given its meaning. */
export const whyNotes = (
  one: ColumnReading,
  { subject }: SheetReading,
  texts: ReadingTexts,
  lang: Lang,
): readonly string[] =>
  one.evidence.map(({ code, params }) =>
    texts.evidence[code](
      code === "taken"
        ? { ...params, meaning: meaningName(String(params.meaning), subject, texts, lang) }
        : params,
    ),
  );
