import type { CellValue } from "../register";
import type { KeptColumn, KeptSheet } from "./keptSheet";
import { headingPath, Merges } from "./findTable";
import { Cells, type Area, type SheetGrid } from "./sheetGrid";

/** A column of a kept sheet where it stands today. */
export interface FoundColumn {
  readonly fieldId: string;
  /** Column of the sheet, from 0. */
  readonly column: number;
  /** Its heading of today. */
  readonly heading: string;
  readonly kept: KeptColumn;
}

/** A column whose heading is another one today (`now`), or that is not there any more. */
export interface HeadingChange {
  readonly fieldId: string;
  readonly was: string;
  readonly now?: string;
}

export interface FoundColumns {
  /** Rows of the sheet, from 0. */
  readonly headingRows: readonly number[];
  /** Headings of today, one for each column of the anchor. */
  readonly headings: readonly string[];
  readonly columns: readonly FoundColumn[];
  readonly changes: readonly HeadingChange[];
}

/** Rows somebody puts above or into the headings, and still they are found. */
const MOVED = [0, 1, -1, 2, -2, 3, -3, 4, 5];
/** Fewer of the kept headings than this, and it is not the same table any more. */
const LEAST_SHARED = 0.34;

/** A heading apart from spacing, width and capitals. */
export const foldedHeading = (heading: string): string =>
  heading.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

/** Which of several equal headings stand where. */
export function placesOf(headings: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  headings.forEach((heading, index) => {
    const folded = foldedHeading(heading);
    const same = places.get(folded);
    if (same) same.push(index);
    else places.set(folded, [index]);
  });
  return places;
}

/** The headings of columns side by side, as a kept sheet is read by them: groups before, `PCD / Plan`. */
export function keptHeadings(
  grid: SheetGrid,
  headingRows: readonly number[],
  firstColumn: number,
  lastColumn: number,
): string[] {
  return headingsOf(new Cells(grid), new Merges(grid.merges), headingRows, firstColumn, lastColumn);
}

const headingsOf = (
  cells: Cells,
  merges: Merges,
  headingRows: readonly number[],
  firstColumn: number,
  lastColumn: number,
): string[] =>
  Array.from({ length: lastColumn - firstColumn + 1 }, (_, index) =>
    headingPath(cells, merges, headingRows, firstColumn + index, firstColumn).join(" / "),
  );

function shared(kept: readonly string[], today: readonly string[]): number {
  const has = placesOf(today);
  const said = kept.filter((heading) => heading !== "");
  if (said.length === 0) return 1;
  // Of a group over many columns that was renamed, the headings under it are as they were.
  const own = new Set(today.filter((heading) => heading !== "").map(ownPart));
  const full = said.filter((heading) => has.has(foldedHeading(heading))).length;
  return Math.max(full, 0.8 * said.filter((heading) => own.has(ownPart(heading))).length) / said.length;
}

/** A heading without the groups before it. */
const ownPart = (heading: string): string => foldedHeading(heading.split(" / ").pop() ?? "");

/** Where each kept heading stands today, by its place among the kept ones. */
function sameHeadings(kept: readonly string[], today: readonly string[]): Map<number, number> {
  const found = new Map<number, number>();
  const now = placesOf(today);
  for (const [text, was] of placesOf(kept)) {
    if (text === "") continue;
    const places = now.get(text) ?? [];
    const free = new Set(places);
    const give = (from: number, to: number): void => {
      found.set(from, to);
      free.delete(to);
    };
    if (places.length !== was.length) {
      // One of several equal headings has come or gone: neighbours tell which.
      for (const from of was) {
        const beside = (to: number, step: number): boolean =>
          foldedHeading(kept[from + step] ?? "\n") === foldedHeading(today[to + step] ?? "\r");
        const to =
          [...free].find((place) => beside(place, -1) && beside(place, 1)) ??
          [...free].find((place) => beside(place, -1) || beside(place, 1));
        if (to !== undefined) give(from, to);
      }
    }
    for (const from of was) {
      const [to] = free;
      if (!found.has(from) && to !== undefined) give(from, to);
    }
  }
  return found;
}

/** New headings that stand between the same neighbours as those that are gone: renamed columns. */
function renamed(
  kept: readonly string[],
  today: readonly string[],
  same: ReadonlyMap<number, number>,
): Map<number, number> {
  const found = new Map<number, number>();
  const taken = new Set(same.values());
  for (let first = 0; first < kept.length; first += 1) {
    if (same.has(first)) continue;
    let end = first;
    while (end < kept.length && !same.has(end)) end += 1;
    const from = first === 0 ? -1 : (same.get(first - 1) ?? -1);
    const to = end === kept.length ? today.length : (same.get(end) ?? 0);
    const gone = Array.from({ length: end - first }, (_, index) => first + index);
    const fresh: number[] = [];
    for (let place = from + 1; place < to; place += 1) if (!taken.has(place)) fresh.push(place);
    if (gone.length === fresh.length) {
      gone.forEach((was, index) => found.set(was, fresh[index] ?? 0));
    } else {
      // Of a group that was renamed, the headings under it are the same.
      for (const was of gone) {
        const alike = fresh.filter((place) => ownPart(today[place] ?? "") === ownPart(kept[was] ?? ""));
        const [only] = alike;
        if (alike.length === 1 && only !== undefined && ![...found.values()].includes(only))
          found.set(was, only);
      }
    }
    first = end;
  }
  return found;
}

/**
 * The columns of a kept sheet by their headings of today; undefined where its headings are not at the anchor any more. Where
 * there are no headings, a column is told by its place.
 */
export function keptColumns(
  kept: KeptSheet,
  cells: Cells,
  merges: Merges,
  anchor: Area,
): FoundColumns | undefined {
  if (kept.headingRows.length === 0) {
    return {
      headingRows: [],
      headings: Array.from({ length: anchor.columns }, () => ""),
      columns: kept.columns.map((column) => ({
        fieldId: column.fieldId,
        column: anchor.column + column.nth,
        heading: "",
        kept: column,
      })),
      changes: [],
    };
  }
  let best: { rows: number[]; headings: string[]; share: number } | undefined;
  for (const moved of MOVED) {
    const rows = kept.headingRows.map((row) => anchor.row + row + moved);
    if ((rows[0] ?? 0) < 0) continue;
    const headings = headingsOf(cells, merges, rows, anchor.column, anchor.column + anchor.columns - 1);
    const share = shared(kept.headings, headings);
    if (share > (best?.share ?? 0)) best = { rows, headings, share };
    if (share >= 0.6) break;
  }
  if (!best || best.share < LEAST_SHARED) return undefined;
  const { rows: headingRows, headings } = best;
  const same = sameHeadings(kept.headings, headings);
  const now = renamed(kept.headings, headings, same);
  const was = placesOf(kept.headings);
  const columns: FoundColumn[] = [];
  const changes: HeadingChange[] = [];
  for (const column of kept.columns) {
    const { fieldId, heading, nth } = column;
    const place = was.get(foldedHeading(heading))?.[nth];
    const today = place === undefined ? undefined : (same.get(place) ?? now.get(place));
    if (today === undefined) {
      changes.push({ fieldId, was: heading });
      continue;
    }
    const text = headings[today] ?? "";
    columns.push({ fieldId, column: anchor.column + today, heading: text, kept: column });
    if (foldedHeading(text) !== foldedHeading(heading)) changes.push({ fieldId, was: heading, now: text });
  }
  return { headingRows, headings, columns, changes };
}

/** As many of a kept sheet's headings as another sheet must have to be of its kind. */
const ALIKE = 0.7;
const FEWEST_ALIKE = 3;

/** Whether rows of a sheet hold the headings of a kept one somewhere: a month that was copied from the last. */
export function hasHeadings(rows: readonly (readonly CellValue[])[], kept: KeptSheet): boolean {
  const added = new Set(
    kept.columns.filter((column) => column.added).map(({ heading }) => foldedHeading(heading)),
  );
  const wanted = new Set(
    kept.headings.filter((heading) => heading !== "" && !added.has(foldedHeading(heading))).map(ownPart),
  );
  const depth = Math.max(1, kept.headingRows.length);
  if (wanted.size < FEWEST_ALIKE) return false;
  const folded = rows.map((row) => row.flatMap((cell) => (cell === "" ? [] : [foldedHeading(String(cell))])));
  return folded.some((_, first) => {
    const has = new Set(folded.slice(first, first + depth).flat());
    return [...wanted].filter((heading) => has.has(heading)).length >= wanted.size * ALIKE;
  });
}
