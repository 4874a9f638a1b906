import { headingConcepts } from "./headingConcepts";
import { isError, type Area, type Cells } from "./sheetGrid";
import { dayNumbers, isTimeBucket, weekdays } from "./timeBuckets";

/** Where headings and rows stand, before the rows are told apart. */
export interface FoundTable {
  readonly headingRows: readonly number[];
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** First row under the headings, and the last that can belong to the table. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly table?: string;
  readonly confidence: number;
}

/** Rows that are looked at for headings; forms of thirty lines stand above some tables. */
const SEARCHED = 60;
const SUPPORT = 12;
/** Less than this, and a row is no heading row. */
const LEAST = 1.6;
const LONGEST_HEADING = 70;

/** How much a text looks like a heading, by what its words say. */
export function headingLikeness(text: string): number {
  if (text === "" || text.length > LONGEST_HEADING || isError(text)) return 0;
  if (/^[^:：]+[:：]\s*\S/.test(text) && !/[([（]/.test(text)) return 0;
  const { concepts, hints, unknown, mended } = headingConcepts(text);
  if (concepts.length + hints.length === 0) return /\d/.test(text) ? 0 : 0.12;
  const slips = mended.length > 0 ? 0.9 : 1;
  return Math.max(0.1, (1 - 0.35 * unknown) * slips);
}

/** Rows of a merged area read as its first cell, as far as headings are concerned. */
export class Merges {
  /** By row and column in one number; no sheet is wider than 16,384 columns. */
  private readonly at = new Map<number, Area>();
  private readonly tall = new Set<number>();
  constructor(readonly areas: readonly Area[]) {
    for (const area of areas) {
      // A merged block of the whole sheet's width is no heading; only what headings can be is unfolded.
      if (area.rows > 500 || area.columns > 500) continue;
      for (let row = area.row; row < area.row + area.rows; row += 1) {
        for (let column = area.column; column < area.column + area.columns; column += 1) {
          this.at.set(row * 16_384 + column, area);
          if (area.rows > 1) this.tall.add(column);
        }
      }
    }
  }

  of(row: number, column: number): Area | undefined {
    return this.at.size === 0 ? undefined : this.at.get(row * 16_384 + column);
  }

  /** Whether cells of a column are merged downwards anywhere. */
  downwards(column: number): boolean {
    return this.tall.has(column);
  }
}

interface RowScore {
  readonly row: number;
  readonly score: number;
  readonly known: number;
}

function scoreRow(cells: Cells, row: number): RowScore {
  const { left } = cells.grid;
  const values = Array.from({ length: cells.right - left }, (_, index) => cells.value(row, left + index));
  const days = new Set([...dayNumbers(values), ...weekdays(values)]);
  let [sum, known, against, filled, supported, buckets] = [0, 0, 0, 0, 0, 0];
  const texts = new Set<string>();
  values.forEach((value, index) => {
    if (value === "" || (typeof value === "string" && value.trim() === "")) return;
    const column = left + index;
    filled += 1;
    let below = false;
    let repeated = false;
    for (let next = row + 1; next <= row + SUPPORT && next < cells.bottom; next += 1) {
      const under = cells.value(next, column);
      if (under !== "") below = true;
      if (typeof value === "string" && under === value) repeated = true;
    }
    if (below) supported += 1;
    if (days.has(index) || isTimeBucket(value, cells.isDate(row, column))) {
      buckets += 1;
      return;
    }
    if (typeof value !== "string") {
      against += cells.isDate(row, column) ? 1 : 0.6;
      return;
    }
    const text = value.trim();
    // A colon behind it: a label of a form.
    const label = /[:：]$/.test(text) ? 0.4 : 1;
    const like = headingLikeness(text) * label * (repeated ? 0.35 : 1) * (texts.has(text) ? 0.6 : 1);
    texts.add(text);
    sum += like;
    if (like >= 0.6) known += 1;
    if (text.length > LONGEST_HEADING || /^[^:：]+[:：]\s*\S/.test(text)) against += 0.5;
  });
  // One date among headings is a broken heading; many are the days of a plan, if there is more than days.
  sum += buckets >= 5 ? 1 + buckets * 0.05 : -0.4 * buckets;
  const support = filled === 0 ? 0 : supported / filled;
  // Words are headings where they are most of the row; a form's labels have values between them.
  const share = filled === 0 ? 0 : (texts.size + buckets) / filled;
  return {
    row,
    known: known + (buckets >= 5 ? 1 : 0),
    score: (sum - against) * (0.35 + 0.65 * support) * (share < 0.6 ? 0.6 : 1),
  };
}

const filledColumns = (cells: Cells, row: number): number[] => {
  const found: number[] = [];
  for (let column = cells.grid.left; column < cells.right; column += 1)
    if (!cells.blank(row, column)) found.push(column);
  return found;
};

/** Only words such as plan, actual, date, remarks: the second row of two-row headings. */
const SECOND = new Set(
  "plan actual done date remark qty start end approve submit receive status balance days total no name request person result softPlan softActual percent late left reason revise original in out piece cumulative daily order inspect cut sew pack ship".split(
    " ",
  ),
);
const secondLevel = (text: string): boolean => {
  const { concepts, hints, unknown } = headingConcepts(text);
  const all = [...concepts, ...hints];
  return all.length > 0 && unknown < 1 && all.every((concept) => SECOND.has(concept));
};

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Whether a row says the headings above it again in the other language: `款号` over `Style No.`. */
function saysAgain(cells: Cells, above: number, row: number): boolean {
  const columns = filledColumns(cells, row);
  if (columns.some((column) => cells.text(row, column) === "")) return false;
  const both = columns.filter((column) => cells.text(above, column) !== "");
  const other = both.filter(
    (column) =>
      isHan(cells.text(above, column)) !== isHan(cells.text(row, column)) &&
      /\p{L}/u.test(cells.text(row, column)),
  );
  const known = other.filter((column) => headingLikeness(cells.text(row, column)) >= 0.5);
  return (
    both.length >= 3 &&
    both.length >= columns.length * 0.6 &&
    other.length >= both.length * 0.6 &&
    known.length >= other.length * 0.7
  );
}

/** Whether the row under the headings is a further row of headings. */
function continues(cells: Cells, merges: Merges, above: number, row: number): boolean {
  const columns = filledColumns(cells, row);
  if (columns.length < 2 || row >= cells.bottom) return false;
  if (saysAgain(cells, above, row)) return true;
  let [headings, others, under, bare] = [0, 0, 0, 0];
  for (const column of columns) {
    const text = cells.text(row, column);
    const area = merges.of(above, column);
    const grouped = (area !== undefined && area.columns > 1) || cells.blank(above, column);
    if (grouped) under += 1;
    if (text !== "" && secondLevel(text)) bare += 1;
    if (text !== "" && (secondLevel(text) || headingLikeness(text) >= 0.6)) headings += 1;
    else if (text === "" && isTimeBucket(cells.value(row, column), cells.isDate(row, column)) && grouped)
      headings += 0.5;
    else others += 1;
  }
  if (headings < 2 || others > headings * 0.25) return false;
  // Headings merged down into this row, or words such as plan and actual again and again, leave no doubt.
  const down = Array.from({ length: cells.right - cells.grid.left }, (_, index) =>
    merges.of(above, cells.grid.left + index),
  ).some((area) => area !== undefined && area.rows > 1 && area.rows <= 4 && area.row + area.rows > row);
  return down || under >= headings * 0.3 || (others === 0 && bare === columns.length);
}

/** Whether the row above the headings holds their groups, and not a banner, a form or sums. */
function isGroupRow(cells: Cells, merges: Merges, row: number, below: number, width: number): boolean {
  const columns = filledColumns(cells, row);
  if (columns.length === 0) return false;
  if (columns.some((column) => cells.text(row, column) === "" && !cells.isDate(row, column))) return false;
  if (
    columns.some(
      (column) => /[:：]\s*\S|[:：]$/.test(cells.text(row, column)) || cells.text(row, column).length > 50,
    )
  )
    return false;
  // Addresses and numbers are what forms hold.
  if (columns.some((column) => /@|https?:|\d{5}/.test(cells.text(row, column)))) return false;
  // A label with its value beside it: a form.
  const paired = columns.some(
    (column) =>
      columns.includes(column + 1) &&
      merges.of(row, column) === undefined &&
      headingLikeness(cells.text(row, column)) >= 0.6 &&
      headingLikeness(cells.text(row, column + 1)) < 0.3,
  );
  if (paired) return false;
  const spans = columns.map((column) => merges.of(row, column)?.columns ?? 1);
  const wide = Math.max(...spans) > Math.max(3, width * 0.7);
  if (columns.length === 1 && (wide || spans[0] === 1)) return false;
  if (wide && columns.length < 3) return false;
  const vertical = columns.some((column) => {
    const area = merges.of(row, column);
    return area !== undefined && area.rows > 1 && area.row + area.rows > below;
  });
  const known = columns.filter((column) => headingLikeness(cells.text(row, column)) >= 0.6).length;
  return vertical || known >= columns.length * 0.5 || (spans.some((span) => span > 1) && columns.length >= 2);
}

/** Columns that hold anything in the rows, as runs side by side. */
function runs(cells: Cells, from: number, to: number): { first: number; last: number; rows: Set<number> }[] {
  const found: { first: number; last: number; rows: Set<number> }[] = [];
  let run: { first: number; last: number; rows: Set<number> } | undefined;
  for (let column = cells.grid.left; column < cells.right; column += 1) {
    const rows = new Set<number>();
    for (let row = from; row <= to; row += 1) if (!cells.blank(row, column)) rows.add(row);
    if (rows.size === 0) {
      run = undefined;
      continue;
    }
    if (!run) found.push((run = { first: column, last: column, rows: new Set() }));
    run.last = column;
    for (const row of rows) run.rows.add(row);
  }
  return found;
}

/** The columns of the table: the run with the best headings, and others that are filled in the same rows. */
function extent(
  cells: Cells,
  headingRows: readonly number[],
  lastRow: number,
): { first: number; last: number } {
  const top = headingRows[0] ?? cells.grid.top;
  const bottomHeading = headingRows[headingRows.length - 1] ?? top;
  const all = runs(cells, top, Math.min(lastRow, bottomHeading + 400));
  const headings = (run: { first: number; last: number }): number => {
    let sum = 0;
    for (let column = run.first; column <= run.last; column += 1) {
      sum += Math.max(
        ...headingRows.map(
          (row) => headingLikeness(cells.text(row, column)) + (cells.blank(row, column) ? 0 : 0.05),
        ),
        0,
      );
    }
    return sum;
  };
  const best = all.reduce(
    (a, b) => (headings(b) > headings(a) ? b : a),
    all[0] ?? { first: 0, last: 0, rows: new Set<number>() },
  );
  let { first, last } = best;
  const named = (run: { first: number; last: number }): Set<string> =>
    new Set(
      Array.from({ length: run.last - run.first + 1 }, (_, at) =>
        folded(cells.text(bottomHeading, run.first + at)),
      ),
    );
  const joins = (run: (typeof all)[number]): boolean => {
    if (headings(run) < 0.3) return false;
    // The same headings again behind a blank column: a second table at the side.
    const [own, other] = [named(best), named(run)];
    if (other.size >= 2 && [...other].every((heading) => own.has(heading))) return false;
    const body = [...run.rows].filter((row) => row > bottomHeading);
    const both = body.filter((row) => best.rows.has(row)).length;
    const mine = [...best.rows].filter((row) => row > bottomHeading).length;
    return body.length === 0 || (both >= body.length * 0.7 && body.length >= mine * 0.3);
  };
  const index = all.indexOf(best);
  for (let next = index + 1; next < all.length; next += 1) {
    const run = all[next];
    if (!run || run.first - last > 4 || !joins(run)) break;
    last = run.last;
  }
  for (let next = index - 1; next >= 0; next -= 1) {
    const run = all[next];
    if (!run || first - run.last > 4 || !joins(run)) break;
    first = run.first;
  }
  return { first, last };
}

/** How many headings of an Excel table are understood; what stands beside it, is not its. */
function knownIn(cells: Cells, { row, column, columns }: Area): number {
  let known = 0;
  for (let at = column; at < column + columns; at += 1)
    if (headingLikeness(cells.text(row, at)) >= 0.6) known += 1;
  return known;
}

/** Headings that Excel tables give to columns without one do not tell that there is a heading row. */
function excelTable(cells: Cells): FoundTable | undefined {
  const [best] = cells.grid.tables
    .filter(({ headings, area }) => headings && area.rows > 1)
    .map((table) => ({ table, known: knownIn(cells, table.area) }))
    .filter(({ known }) => known >= 2)
    .sort((a, b) => b.known * b.table.area.rows - a.known * a.table.area.rows);
  if (!best) return undefined;
  const { area, name, totals } = best.table;
  return {
    headingRows: [area.row],
    firstColumn: area.column,
    lastColumn: area.column + area.columns - 1,
    firstRow: area.row + 1,
    lastRow: area.row + area.rows - 1 - (totals ? 1 : 0),
    table: name,
    confidence: 1,
  };
}

/** The row of headings that is recognised best, with its groups above and its second row below. */
export function findTable(
  cells: Cells,
  merges: Merges,
  answered?: readonly number[],
): FoundTable | undefined {
  const { top } = cells.grid;
  if (answered && answered.length > 0) {
    const { first, last } = extent(cells, answered, cells.bottom - 1);
    const firstRow = Math.max(...answered) + 1;
    return {
      headingRows: answered,
      firstColumn: first,
      lastColumn: last,
      firstRow,
      lastRow: cells.bottom - 1,
      confidence: 1,
    };
  }
  const ready = excelTable(cells);
  if (ready) return ready;
  const end = Math.min(cells.bottom, top + SEARCHED);
  const scores: RowScore[] = [];
  for (let row = top; row < end; row += 1) if (cells.fetched(row)) scores.push(scoreRow(cells, row));
  const [best] = [...scores].sort((a, b) => b.score - a.score || a.row - b.row);
  if (!best || best.score < LEAST || best.known < 2) return undefined;
  // Headings repeated down the sheet score alike: the first of them is meant.
  const first =
    scores.find(
      ({ row, score }) => row < best.row && score >= best.score * 0.3 && sameRow(cells, row, best.row),
    ) ?? best;
  const rows = [first.row];
  const width = filledColumns(cells, first.row).length;
  while (
    rows.length < 3 &&
    continues(cells, merges, rows[rows.length - 1] ?? 0, (rows[rows.length - 1] ?? 0) + 1)
  ) {
    rows.push((rows[rows.length - 1] ?? 0) + 1);
  }
  while (
    rows.length < 3 &&
    (rows[0] ?? 0) > top &&
    isGroupRow(cells, merges, (rows[0] ?? 0) - 1, rows[0] ?? 0, width)
  ) {
    rows.unshift((rows[0] ?? 0) - 1);
  }
  const place = extent(cells, rows, cells.bottom - 1);
  const second = scores
    .filter(({ row }) => !rows.includes(row) && !sameRow(cells, row, first.row))
    .sort((a, b) => b.score - a.score)[0];
  const confidence =
    Math.min(1, 0.55 + 0.06 * first.known) - (second && second.score > first.score * 0.8 ? 0.2 : 0);
  return {
    headingRows: rows,
    firstColumn: place.first,
    lastColumn: place.last,
    firstRow: (rows[rows.length - 1] ?? 0) + 1,
    lastRow: cells.bottom - 1,
    confidence,
  };
}

const folded = (text: string): string => text.replace(/\s+/g, "").toLowerCase();

/** The texts of a row that others are compared with, row after row. */
const comparedTexts = new WeakMap<Cells, Map<number, readonly { column: number; text: string }[]>>();

function textsOf(cells: Cells, row: number): readonly { column: number; text: string }[] {
  const known = comparedTexts.get(cells) ?? new Map<number, readonly { column: number; text: string }[]>();
  comparedTexts.set(cells, known);
  let texts = known.get(row);
  if (!texts) {
    texts = filledColumns(cells, row)
      .map((column) => ({ column, text: folded(cells.text(row, column)) }))
      .filter(({ text }) => text !== "");
    known.set(row, texts);
  }
  return texts;
}

/** Whether a row repeats another row's texts. */
export function sameRow(cells: Cells, row: number, other: number): boolean {
  const texts = textsOf(cells, other);
  const needed = Math.ceil(texts.length * 0.7);
  let others = texts.length - needed;
  return (
    texts.length >= 2 &&
    texts.every(({ column, text }) => {
      if (folded(cells.text(row, column)) !== text) others -= 1;
      return others >= 0;
    })
  );
}

/** A heading of every column from the top: groups first, then its own. */
export function headingPath(
  cells: Cells,
  merges: Merges,
  headingRows: readonly number[],
  column: number,
  firstColumn: number,
): string[] {
  const path: string[] = [];
  headingRows.forEach((row, index) => {
    const area = merges.of(row, column);
    let text = area ? textOf(cells, area.row, area.column) : textOf(cells, row, column);
    // Groups written once over their columns without merging: the nearest to the left, where this column has a heading below.
    if (text === "" && !area && index < headingRows.length - 1) {
      const below = headingRows.slice(index + 1).some((next) => textOf(cells, next, column) !== "");
      for (let left = column - 1; below && left >= firstColumn; left -= 1) {
        // A new group over this column begins here: what stands further left belongs to the group before.
        if (headingRows.slice(0, index).some((over) => textOf(cells, over, left + 1) !== "")) break;
        const near = merges.of(row, left);
        if (near && near.columns > 1) break;
        text = textOf(cells, row, left);
        const leftHasBelow = headingRows.slice(index + 1).some((next) => textOf(cells, next, left) !== "");
        if (text !== "" || !leftHasBelow) {
          if (!leftHasBelow) text = "";
          break;
        }
      }
    }
    if (text !== "" && path[path.length - 1] !== text) path.push(text);
  });
  return path;
}

function textOf(cells: Cells, row: number, column: number): string {
  return String(cells.value(row, column)).trim();
}
