import { headingConcepts } from "./headingConcepts";
import { foldedHeading, placesOf } from "./keptColumns";
import type { KeptColumn, KeptSheet } from "./keptSheet";
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
function numbered(headings: readonly string[]): { heading: string; nth: number }[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const folded = headingConcepts(heading).text.replace(/\s+/g, "");
    const nth = seen.get(folded) ?? 0;
    seen.set(folded, nth + 1);
    return { heading: folded, nth };
  });
}

const named = ({ columns }: SheetReading): { column: number; heading: string; nth: number }[] =>
  numbered(columns.map(({ heading }) => heading)).map((one, index) => ({
    ...one,
    column: columns[index]?.column ?? -1,
  }));

/** The one order of a column's dates that are typed as numbers; undefined where they have several, or none. */
function orderOf({ dates }: KeptColumn): DateOrder | undefined {
  const [order, ...more] = new Set(Object.values(dates?.orders ?? {}));
  return more.length === 0 ? order : undefined;
}

/**
 * What was agreed of a sheet that the workbook keeps, as a profile: whoever reads that sheet or its like again in this workbook, on
 * whatever computer, is not asked once more. A column that was left alone stays so.
 */
export function profileOfKept({ headings, columns }: KeptSheet): LayoutProfile {
  const places = placesOf(headings);
  const byPlace = new Map(
    columns.map((column) => [places.get(foldedHeading(column.heading))?.[column.nth], column]),
  );
  return {
    columns: numbered(headings).flatMap(({ heading, nth }, place) => {
      const column = byPlace.get(place);
      // The next month's sheet has none of the columns that were added to this one.
      if (heading === "" || column?.added) return [];
      const dateOrder = column && orderOf(column);
      return [
        {
          heading,
          nth,
          meaning: column?.fieldId ?? "",
          ...(dateOrder && { dateOrder }),
          ...(column && { fillDown: column.fillDown === true }),
          ...(column?.dot && { dot: column.dot }),
        },
      ];
    }),
  };
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
