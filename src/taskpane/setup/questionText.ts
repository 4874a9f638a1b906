import { civilDate, isoDate } from "../../domain/calendar/serialDate";
import type { ReadingTexts } from "../../i18n/reading.en";
import { columnLetters } from "../../registers/columnLetters";
import type { CellValue, Lang } from "../../registers/register";
import type { SheetGrid } from "../../registers/sheet/sheetGrid";
import type { ColumnReading, Question, SheetReading, SheetSubject } from "../../registers/sheet/sheetReading";
import { meaningName } from "./meaningName";
import { cellAt, dataRows } from "./sheetPlaces";

export interface AnswerChoice {
  readonly value: string;
  readonly label: string;
}

export interface QuestionText {
  readonly text: string;
  /** What tells, or how it is read until it is answered. */
  readonly hint?: string;
  readonly answers: readonly AnswerChoice[];
  /** It only tells: there is nothing to decide. */
  readonly tells: boolean;
}

const ambiguousDate = /^\s*(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(?:\d{4}|\d{2})\b/;
const withoutYear = /^\D*\d{1,2}\D+\d{1,2}\D*$/;

/** The first text of a column that says something of this kind. */
function textLike(
  grid: SheetGrid,
  reading: SheetReading,
  column: number,
  like: (text: string) => boolean,
): string {
  for (const row of dataRows(reading)) {
    const value = cellAt(grid, row, column);
    if (typeof value === "string" && like(value)) return value.trim();
  }
  return "";
}

/** The two days that a text such as 05-09-2023 may be: day first, then month first. */
function bothWays(text: string, texts: ReadingTexts): readonly [string, string] | undefined {
  const [, first, second] = ambiguousDate.exec(text) ?? [];
  const [a, b] = [Number(first), Number(second)];
  return a >= 1 && a <= 12 && b >= 1 && b <= 12 && a !== b ? [texts.day(b, a), texts.day(a, b)] : undefined;
}

/** A date in a cell as a person would read it there. */
export function shownValue(value: CellValue, column: Pick<ColumnReading, "dates">): string {
  return column.dates && typeof value === "number" && value > 366 && value < 2958466
    ? isoDate(Math.floor(value))
    : String(value).trim();
}

/** A question in the user's words, with examples from the sheet; `alike` are asked with it. `asOf` helps to guess years. */
export function questionText(
  question: Question,
  alike: readonly Question[],
  reading: SheetReading,
  grid: SheetGrid,
  texts: ReadingTexts,
  lang: Lang,
  asOf: number,
): QuestionText {
  const { code, params, answers } = question;
  const words = texts.question;
  const one = reading.columns.find(({ column }) => column === question.column);
  const heading =
    one && one.heading.trim() === ""
      ? texts.columns.unnamed(columnLetters(one.column))
      : (one?.heading ?? String(params.heading ?? ""));
  const count = Number(params.count ?? 0);
  const said = (name: string): string => String(params[name] ?? "").trim();
  const choice = (value: string, label: string): AnswerChoice => ({ value, label });
  const ask = (text: string, choices: readonly AnswerChoice[], hint?: string): QuestionText => ({
    text,
    answers: choices,
    tells: false,
    ...(hint !== undefined && hint !== "" && { hint }),
  });
  const tell = (text: string): QuestionText => ({
    text,
    answers: [choice("", texts.questions.fine)],
    tells: true,
  });
  const yesNo = [choice("yes", texts.questions.yes), choice("no", texts.questions.no)];
  const unread = (...problems: readonly string[]): CellValue =>
    one?.dates?.unread.find(({ problem }) => problems.includes(problem))?.value ?? "";

  switch (code) {
    // "No" is said by showing where the headings are.
    case "whichTable":
      return ask(words.whichTable(Number(params.row)), yesNo.slice(0, 1));
    case "subject":
      return ask(
        words.subject,
        answers.map((answer) => choice(answer, texts.subjects[answer as SheetSubject])),
      );
    case "noHeadings":
      return ask(words.noHeadings(Number(params.row)), yesNo.slice(0, 1));
    case "whatIs": {
      const sample = one?.samples[0] === undefined ? said("sample") : shownValue(one.samples[0], one);
      const text =
        one && one.heading.trim() === ""
          ? words.whatIsUnnamed(columnLetters(one.column), sample)
          : words.whatIs(heading, sample);
      return ask(
        text,
        answers.map((answer) =>
          choice(
            answer,
            answer === "" ? texts.questions.none : meaningName(answer, reading.subject, texts, lang),
          ),
        ),
        answers.includes("due") && !reading.columns.some(({ meaning }) => meaning === "due")
          ? words.lacksDue
          : undefined,
      );
    }
    case "planOrActual":
      return ask(
        words.planOrActual(heading, count),
        answers.map((answer) =>
          choice(answer, answer === "actual" ? texts.answer.actual : texts.answer.plan),
        ),
      );
    case "dateOrder": {
      const doubtful = unread("ambiguous");
      const sample =
        typeof doubtful === "string" && doubtful !== ""
          ? doubtful.trim()
          : textLike(grid, reading, question.column ?? 0, (text) => bothWays(text, texts) !== undefined);
      const both = bothWays(sample, texts);
      const labels: Readonly<Record<string, string>> = both
        ? { dmy: texts.answer.dayFirst(both[0]), mdy: texts.answer.monthFirst(both[1]) }
        : { dmy: texts.answer.dmy, mdy: texts.answer.mdy, ymd: texts.answer.ymd };
      const dates = one?.dates;
      const hints = dates?.order ? [texts.question.reads[dates.order]] : [];
      if (dates?.orderEvidence === "heading" || dates?.orderEvidence === "sheet") {
        hints.push(texts.question.dayFirstBy[dates.orderEvidence]);
      }
      const row = dates?.orderRows[0];
      if (dates?.orderEvidence === "partOver12" && row !== undefined && question.column !== undefined) {
        hints.push(
          texts.question.dayFirstBy.partOver12(String(cellAt(grid, row, question.column)).trim(), row + 1),
        );
      }
      return ask(
        both ? words.dateOrder(heading, sample, both[0], both[1]) : words.dateOrderPlain(heading),
        answers.map((answer) => choice(answer, labels[answer] ?? answer)),
        hints.join(" "),
      );
    }
    case "swappedDates": {
      const cell = one?.dates?.unread.find(({ problem }) => problem === "swapped");
      const [stands, other] = cell?.could ?? [];
      return ask(
        words.swappedDates(heading, count),
        [choice("swap", texts.answer.swap), choice("keep", texts.answer.keep)],
        stands !== undefined && other !== undefined
          ? words.swappedSample(isoDate(stands), isoDate(other))
          : undefined,
      );
    }
    case "dateYear": {
      const sample =
        String(unread("noYear")).trim() ||
        textLike(grid, reading, question.column ?? 0, (text) => withoutYear.test(text));
      const near = one?.dates?.rules.near ?? asOf;
      const { year } = civilDate(near > 366 ? near : asOf);
      return ask(words.dateYear(heading, count, sample), [
        ...(answers.includes("yes") ? [choice("yes", texts.answer.nearest)] : []),
        ...[year, year + 1, year - 1].map((each) => choice(String(each), String(each))),
      ]);
    }
    case "unreadDates":
      return tell(
        words.unreadDates(
          heading,
          count,
          String(unread("notADate", "vague", "noSuchDay", "outOfSense")).trim(),
        ),
      );
    case "fillDown":
      return ask(
        words.fillDown(
          [heading, ...alike.map(({ params: { heading: other } }) => String(other))]
            .map(texts.quoted)
            .join(lang === "zh-CN" ? "、" : ", "),
        ),
        [choice("yes", texts.answer.fill), choice("no", texts.answer.blank)],
      );
    case "dotInNumbers": {
      const doubtful = one?.numbers?.unread.find(({ problem }) => problem === "ambiguousDot")?.value;
      const sample =
        doubtful === undefined
          ? textLike(grid, reading, question.column ?? 0, (text) => /\d\.\d{3}\b/.test(text))
          : String(doubtful).trim();
      const digits = /\d[\d.]*/.exec(sample)?.[0] ?? "0";
      const thousands = Number(digits.replaceAll(".", ""));
      return ask(
        words.dotInNumbers(heading, sample),
        answers.map((answer) =>
          answer === "thousands"
            ? choice(answer, texts.answer.thousands(thousands))
            : choice(answer, texts.answer.decimal(Number.parseFloat(digits))),
        ),
      );
    }
    case "mixedUnits":
      return tell(words.mixedUnits(heading, said("units")));
    case "severalCodes":
      return tell(words.severalCodes(heading, count, said("sample")));
    case "key":
      return tell(words.key(keyNames(reading, texts, lang).join(" + ")));
  }
}

/** What tells rows apart, as the user calls it. */
export const keyNames = (reading: SheetReading, texts: ReadingTexts, lang: Lang): string[] =>
  reading.key.flatMap((column) => {
    const meaning = reading.columns.find((each) => each.column === column)?.meaning;
    return meaning === undefined ? [] : [meaningName(meaning, reading.subject, texts, lang)];
  });
