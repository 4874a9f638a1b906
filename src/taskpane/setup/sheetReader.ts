import {
  answersOfProfile,
  layoutProfile,
  profileLikeness,
  type LayoutProfile,
} from "../../registers/sheet/layoutProfile";
import { readSheet } from "../../registers/sheet/readSheet";
import type { SheetGrid } from "../../registers/sheet/sheetGrid";
import { questionId, type ReadingAnswers, type SheetReading } from "../../registers/sheet/sheetReading";
import type { KeptLayout } from "./keptLayouts";

/** From this share of its headings on, a sheet has a layout that is known. */
const LIKE = 2 / 3;
/** Fewer headings than this are found on sheets that have nothing else in common. */
const LEAST_HEADINGS = 3;

export interface ReadRequest {
  readonly grid: SheetGrid;
  /** What the user has said of this sheet; it wins over what a layout says. */
  readonly said: ReadingAnswers;
  /** Layouts that the sheet may have. */
  readonly layouts: readonly KeptLayout[];
}

export interface ReadResult {
  readonly reading: SheetReading;
  /** What it was read with: the layout's answers, and over them what the user has said. */
  readonly answers: ReadingAnswers;
  /** Which of the layouts the sheet has. */
  readonly like?: number;
  /** The layout as it is understood now, for sheets that are like it. */
  readonly profile: LayoutProfile;
}

/** Reads sheets as plain data, away from the page where that is possible. */
export interface SheetReader {
  readonly read: (request: ReadRequest) => Promise<ReadResult>;
  readonly stop: () => void;
}

function withLayout(layout: KeptLayout, reading: SheetReading, said: ReadingAnswers): ReadingAnswers {
  const known = answersOfProfile(layout.profile, reading);
  const columnsOf = (answers: Readonly<Record<number, unknown>> = {}) => Object.keys(answers).map(Number);
  const leftAlone = columnsOf(known.meanings).filter((column) => known.meanings?.[column] === "");
  const answered = [
    ...leftAlone.map((column) => ({ code: "whatIs" as const, column })),
    ...columnsOf(known.fillDown).map((column) => ({ code: "fillDown" as const, column })),
    ...columnsOf(known.dots).map((column) => ({ code: "dotInNumbers" as const, column })),
  ].map(questionId);
  return {
    ...(layout.subject && { subject: layout.subject }),
    ...said,
    meanings: { ...known.meanings, ...said.meanings },
    dateOrders: { ...known.dateOrders, ...said.dateOrders },
    fillDown: { ...known.fillDown, ...said.fillDown },
    dots: { ...known.dots, ...said.dots },
    settled: [...answered, ...(said.settled ?? [])],
  };
}

/** Reads a sheet as the likeliest of the layouts, where it is like one. */
export function readWithLayouts({ grid, said, layouts }: ReadRequest): ReadResult {
  const plain = readSheet(grid, said);
  let like: number | undefined;
  let most = LIKE;
  layouts.forEach(({ profile }, index) => {
    if (profile.columns.length < LEAST_HEADINGS) return;
    const likeness = profileLikeness(profile, plain);
    // Of two alike the newer, which stands first.
    if (likeness < most || (likeness === most && like !== undefined)) return;
    most = likeness;
    like = index;
  });
  const layout = like === undefined ? undefined : layouts[like];
  if (!layout || like === undefined) {
    return { reading: plain, answers: said, profile: layoutProfile(plain, said) };
  }
  const answers = withLayout(layout, plain, said);
  const reading = readSheet(grid, answers);
  return { reading, answers, like, profile: layoutProfile(reading, answers) };
}

/** What the pane tells the thread that reads. A sheet is sent once and then named by its number. */
export interface ReaderQuestion {
  readonly id: number;
  readonly sheet: number;
  readonly grid?: SheetGrid;
  readonly said: ReadingAnswers;
  readonly layouts: readonly KeptLayout[];
}

export type ReaderAnswer =
  { readonly id: number; readonly result: ReadResult } | { readonly id: number; readonly problem: string };
