import type { SheetGrid } from "../../registers/sheet/sheetGrid";
import { readWithLayouts, type ReaderAnswer, type ReaderQuestion } from "./sheetReader";

const grids = new Map<number, SheetGrid>();

const answerTo = ({ id, sheet, grid, said, layouts }: ReaderQuestion): ReaderAnswer => {
  if (grid) grids.set(sheet, grid);
  const known = grids.get(sheet);
  if (!known) return { id, problem: "The sheet was not sent" };
  try {
    return { id, result: readWithLayouts({ grid: known, said, layouts }) };
  } catch (problem) {
    return { id, problem: String(problem) };
  }
};

addEventListener("message", ({ data }: MessageEvent<ReaderQuestion>) => postMessage(answerTo(data)));
