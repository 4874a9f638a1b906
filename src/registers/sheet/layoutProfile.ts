import { headingConcepts } from "./headingConcepts";
import type { DateOrder, ReadingAnswers, SheetReading } from "./sheetReading";

/** What was said of a layout, by heading: for the next monthly sheet and the next workbook, wherever its columns stand. */
export interface LayoutProfile {
  readonly columns: readonly {
    readonly heading: string;
    /** Which of several columns with this heading, from 0. */
    readonly nth: number;
    /** "" is none. */
    readonly meaning?: string;
    readonly dateOrder?: DateOrder;
    readonly fillDown?: boolean;
    readonly dot?: "decimal" | "thousands";
  }[];
}

/** Headings apart from spacing, width, capitals and traditional characters, the second of two alike numbered. */
function named(reading: SheetReading): { column: number; heading: string; nth: number }[] {
  const seen = new Map<string, number>();
  return reading.columns.map(({ column, heading }) => {
    const folded = headingConcepts(heading).text.replace(/\s+/g, "");
    const nth = seen.get(folded) ?? 0;
    seen.set(folded, nth + 1);
    return { column, heading: folded, nth };
  });
}

/** What to keep of a reading that the user has confirmed. Swapped dates and years belong to one sheet and are not kept. */
export function layoutProfile(reading: SheetReading, answers: ReadingAnswers): LayoutProfile {
  return {
    columns: named(reading).flatMap(({ column, heading, nth }, index) => {
      const read = reading.columns[index];
      const meaning = answers.meanings?.[column] ?? read?.meaning;
      const dateOrder = answers.dateOrders?.[column];
      const fillDown = answers.fillDown?.[column];
      const dot = answers.dots?.[column];
      if (heading === "" || (meaning === undefined && !dateOrder && fillDown === undefined && !dot))
        return [];
      return [
        {
          heading,
          nth,
          ...(meaning !== undefined && { meaning }),
          ...(dateOrder && { dateOrder }),
          ...(fillDown !== undefined && { fillDown }),
          ...(dot && { dot }),
        },
      ];
    }),
  };
}

/** How much of a profile's headings a sheet has, 0 to 1: the same layout from about two thirds on. */
export function profileLikeness(profile: LayoutProfile, reading: SheetReading): number {
  const has = new Set(named(reading).map(({ heading, nth }) => `${heading}|${nth}`));
  const found = profile.columns.filter(({ heading, nth }) => has.has(`${heading}|${nth}`)).length;
  return profile.columns.length === 0 ? 0 : found / profile.columns.length;
}

/** A profile's answers for a sheet whose columns may stand elsewhere. */
export function answersOfProfile(profile: LayoutProfile, reading: SheetReading): ReadingAnswers {
  const known = new Map(profile.columns.map((column) => [`${column.heading}|${column.nth}`, column]));
  const meanings: Record<number, string> = {};
  const dateOrders: Record<number, DateOrder> = {};
  const fillDown: Record<number, boolean> = {};
  const dots: Record<number, "decimal" | "thousands"> = {};
  for (const { column, heading, nth } of named(reading)) {
    const one = known.get(`${heading}|${nth}`);
    if (!one) continue;
    if (one.meaning !== undefined) meanings[column] = one.meaning;
    if (one.dateOrder) dateOrders[column] = one.dateOrder;
    if (one.fillDown !== undefined) fillDown[column] = one.fillDown;
    if (one.dot) dots[column] = one.dot;
  }
  return { meanings, dateOrders, fillDown, dots };
}
