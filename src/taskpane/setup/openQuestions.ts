import { questionId, type Question } from "../../registers/sheet/sheetReading";
import { nameOf, type ReadSheet } from "./sheetSetup";

export interface AskedQuestion {
  readonly id: string;
  readonly sheet: ReadSheet;
  readonly question: Question;
  /** The same question of other columns, which one answer is for: what an order has once is left blank together. */
  readonly alike: readonly Question[];
}

/** What is still to be asked, the most useful first. An answer counts at once, before the sheet is read with it. */
export const openQuestions = (sheets: readonly ReadSheet[]): readonly AskedQuestion[] =>
  sheets.flatMap((sheet) => {
    const open = sheet.reading.questions.filter(
      (question) => !sheet.said.settled?.includes(questionId(question)),
    );
    const filled = open.filter(({ code }) => code === "fillDown");
    return open.flatMap((question) =>
      question.code === "fillDown" && question !== filled[0]
        ? []
        : [
            {
              id: `${nameOf(sheet)}\n${questionId(question)}`,
              sheet,
              question,
              alike: question.code === "fillDown" ? filled.slice(1) : [],
            },
          ],
    );
  });
