import { questionId, type Question } from "../../registers/sheet/sheetReading";
import { nameOf, type ReadSheet } from "./sheetSetup";

export interface AskedQuestion {
  readonly id: string;
  readonly sheet: ReadSheet;
  readonly question: Question;
}

/** What is still to be asked, the most useful first. An answer counts at once, before the sheet is read with it. */
export const openQuestions = (sheets: readonly ReadSheet[]): readonly AskedQuestion[] =>
  sheets.flatMap((sheet) =>
    sheet.reading.questions.flatMap((question) => {
      const id = questionId(question);
      return sheet.said.settled?.includes(id) ? [] : [{ id: `${nameOf(sheet)}\n${id}`, sheet, question }];
    }),
  );
