import { dateText } from "./dateText";
import { sameRow, type FoundTable, headingLikeness, type Merges } from "./findTable";
import { headingConcepts } from "./headingConcepts";
import { numberText } from "./numberColumn";
import { isError, type Cells } from "./sheetGrid";
import type { RowKind } from "./sheetReading";
import { isUnderHeadings } from "./underHeadings";

export interface ClassifiedRow {
  readonly row: number;
  readonly kind: RowKind;
}

const TOTAL =
  /^(?:(?:grand|sub|overall|month(?:ly)?|page|order|style|g\.?|s\.?)[\s-]*)?(?:total|ttl|sum|totals)s?\b|(?:合计|总计|小计|共计|累计|合計|總計|小計|共計|总数|總數)[:：]?$|^(?:合计|总计|小计|共计|合計|總計|小計|共計)/iu;
const SIGN_OFF =
  /^(?:prepared|checked|approved|verified|issued|authori[sz]ed|reviewed|merchandiser|signature|date)\s*(?:by)?\s*[:：]|^(?:制表|製表|审核|審核|核准|批准|主管|经理|經理|复核|日期|制单|製單|签名|簽名|跟单)\s*(?:人|员|員)?\s*[:：]|^(?:note|notes|remark|remarks|n\.?b\.?|p\.?s\.?|备注|備註|备註|注|说明|說明)\s*[:：\d]|^\*|^[※★]/iu;

type Kind = "number" | "date" | "text" | "error";

function kindOf(cells: Cells, row: number, column: number): Kind | undefined {
  const value = cells.value(row, column);
  if (cells.blank(row, column)) return undefined;
  if (typeof value === "number") return cells.isDate(row, column) ? "date" : "number";
  if (typeof value === "boolean") return "text";
  if (isError(value)) return "error";
  if (numberText(value)) return "number";
  const said = dateText(value).kind;
  return said === "notADate" || said === "placeholder" ? "text" : "date";
}

interface Row {
  readonly row: number;
  /** Typed cells, by column. */
  readonly typed: readonly { readonly column: number; readonly kind: Kind }[];
  readonly formulas: readonly { readonly column: number; readonly kind: Kind }[];
}

/** What most cells of a column are, and how many of the likely rows fill it. */
interface Column {
  readonly share: Readonly<Record<Kind, number>>;
  readonly filled: number;
  readonly formulaShare: number;
}

function profile(rows: readonly Row[]): Map<number, Column> {
  const counts = new Map<
    number,
    { number: number; date: number; text: number; error: number; typed: number; formulas: number }
  >();
  const at = (column: number) => {
    let found = counts.get(column);
    if (!found)
      counts.set(column, (found = { number: 0, date: 0, text: 0, error: 0, typed: 0, formulas: 0 }));
    return found;
  };
  for (const { typed, formulas } of rows) {
    for (const { column, kind } of typed) {
      const one = at(column);
      one[kind] += 1;
      one.typed += 1;
    }
    for (const { column } of formulas) at(column).formulas += 1;
  }
  return new Map(
    [...counts].map(([column, { typed, formulas, ...kinds }]) => {
      const share = (count: number): number => (typed === 0 ? 0 : count / typed);
      return [
        column,
        {
          share: {
            number: share(kinds.number),
            date: share(kinds.date),
            text: share(kinds.text),
            error: share(kinds.error),
          },
          filled: typed / Math.max(1, rows.length),
          formulaShare: formulas / Math.max(1, formulas + typed),
        },
      ];
    }),
  );
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** What each row under the headings is. */
export function classifyRows(cells: Cells, merges: Merges, table: FoundTable): ClassifiedRow[] {
  const { firstRow, lastRow, firstColumn, lastColumn, headingRows } = table;
  const kinds = new Map<number, RowKind>();
  const rows: Row[] = [];
  let end = lastRow;
  for (let row = firstRow; row <= lastRow; row += 1) {
    if (!cells.fetched(row)) {
      kinds.set(row, "unread");
      continue;
    }
    const typed: Row["typed"][number][] = [];
    const formulas: Row["typed"][number][] = [];
    for (let column = firstColumn; column <= lastColumn; column += 1) {
      const kind = kindOf(cells, row, column);
      if (kind) (cells.formula(row, column) ? formulas : typed).push({ column, kind });
      else if (cells.formula(row, column)) formulas.push({ column, kind: "text" });
    }
    if (typed.length + formulas.length === 0) {
      // Something beside the table is a note, not a row of it.
      kinds.set(row, "blank");
      continue;
    }
    const under =
      headingRows.length > 0 && row <= firstRow + 1 && isUnderHeadings(cells, row, firstColumn, lastColumn);
    if (under || headingRows.some((heading) => sameRow(cells, row, heading))) {
      kinds.set(row, "heading");
      continue;
    }
    if (startsAnother(cells, table, row, typed)) {
      end = row - 1;
      break;
    }
    rows.push({ row, typed, formulas });
  }

  const usual = Math.max(2, median(rows.map(({ typed }) => typed.length).filter((count) => count >= 2)));
  const likely = rows.filter(({ typed }) => typed.length >= Math.max(2, usual * 0.4));
  const columns = profile(likely.length >= 2 ? likely : rows);
  const serials = serialColumns(cells, rows, columns);
  for (const one of rows) kinds.set(one.row, rowKind(cells, merges, table, one, columns, usual, serials));
  settleEnds(rows, kinds, usual);
  onlyPlanned(cells, table, kinds);

  const result: ClassifiedRow[] = [];
  for (let row = firstRow; row <= end; row += 1) result.push({ row, kind: kinds.get(row) ?? "blank" });
  return result;
}

const PARTS = new Set([
  "plan",
  "actual",
  "softPlan",
  "softActual",
  "revise",
  "late",
  "days",
  "balance",
  "date",
  "done",
]);

/**
 * Where an order has a row of planned and a row of actual dates, told by a column that says so, the planned one is the order's;
 * the others are none of its rows.
 */
function onlyPlanned(
  cells: Cells,
  { firstColumn, lastColumn }: FoundTable,
  kinds: Map<number, RowKind>,
): void {
  const rows = [...kinds].filter(([, kind]) => kind === "data").map(([row]) => row);
  if (rows.length < 4) return;
  for (let column = firstColumn; column <= Math.min(lastColumn, firstColumn + 12); column += 1) {
    if (!PARTS.has(headingConcepts(cells.text(rows[0] ?? 0, column)).concepts[0] ?? "")) continue;
    const said = rows.map((row) => headingConcepts(cells.text(row, column)));
    const parts = said.filter(
      ({ concepts, unknown }) =>
        unknown === 0 && concepts.length > 0 && concepts.every((concept) => PARTS.has(concept)),
    );
    const planned = (index: number): boolean => said[index]?.concepts.includes("plan") === true;
    const plans = rows.filter((_, index) => planned(index)).length;
    if (parts.length < rows.length * 0.9 || plans < rows.length * 0.2 || plans > rows.length * 0.6) continue;
    rows.forEach((row, index) => {
      if (!planned(index)) kinds.set(row, "note");
    });
    return;
  }
}

/** A row of other headings: the sheet's next table. */
function startsAnother(cells: Cells, table: FoundTable, row: number, typed: Row["typed"]): boolean {
  if (table.table || typed.length < 4 || row <= table.firstRow + 1) return false;
  if (typed.some(({ kind }) => kind !== "text")) return false;
  // Nothing above it, or the one cell of its title.
  let above = 0;
  for (let column = cells.grid.left; column < cells.right; column += 1)
    if (!cells.blank(row - 1, column)) above += 1;
  const known = typed.filter(({ column }) => headingLikeness(cells.text(row, column)) >= 0.8).length;
  return above <= 1 && known >= 4 && known >= typed.length * 0.8;
}

/** Columns of running numbers: filled in advance, they make no row an order. */
function serialColumns(
  cells: Cells,
  rows: readonly Row[],
  columns: ReadonlyMap<number, Column>,
): Set<number> {
  const found = new Set<number>();
  for (const [column, { share }] of columns) {
    if (share.number < 0.9) continue;
    const numbers = rows
      .map(({ row }) => cells.value(row, column))
      .filter((value): value is number => typeof value === "number");
    const steps = numbers.slice(1).filter((value, index) => value === (numbers[index] ?? 0) + 1).length;
    if (numbers.length >= 3 && steps >= (numbers.length - 1) * 0.8) found.add(column);
  }
  return found;
}

function rowKind(
  cells: Cells,
  merges: Merges,
  table: FoundTable,
  { row, typed, formulas }: Row,
  columns: ReadonlyMap<number, Column>,
  usual: number,
  serials: ReadonlySet<number>,
): RowKind {
  // A running number alone makes no order; a text in its place is a group or a note.
  const told = typed.filter(
    ({ column, kind }) => kind !== "error" && !(serials.has(column) && kind === "number"),
  );
  const real = told.filter(({ column }) => cells.value(row, column) !== 0);
  const texts = real.filter(({ kind }) => kind === "text");
  const firstText = texts[0] && cells.text(row, texts[0].column);
  const totalAt = texts.find(({ column }) => TOTAL.test(cells.text(row, column)));
  const numeric =
    real.filter(({ kind }) => kind === "number").length +
    formulas.filter(({ kind }) => kind === "number").length;

  if (totalAt) {
    // A customer may be called Total: then the row has codes, names and dates like any other.
    const usually = [...columns].filter(
      ([column, { share, filled }]) =>
        column !== totalAt.column && filled >= 0.5 && share.text + share.date >= 0.5,
    );
    const others = usually.filter(([column]) => real.some((one) => one.column === column));
    const asAnyRow = others.length > 0 && others.length >= usually.length * 0.5;
    if (!asAnyRow && (numeric > 0 || real.length <= 2)) return "total";
  }
  if (real.length === 0) {
    if (formulas.length === 0) return typed.length > 0 && told.length === 0 ? "formulaOnly" : "blank";
    const unusual = formulas.filter(
      ({ column, kind }) => kind === "number" && (columns.get(column)?.formulaShare ?? 0) < 0.4,
    );
    return unusual.length > 0 && unusual.length >= formulas.length * 0.5 ? "total" : "formulaOnly";
  }
  if (
    firstText !== undefined &&
    SIGN_OFF.test(firstText) &&
    texts.length >= real.length * 0.6 &&
    real.length <= 6
  ) {
    if (!fits(real, columns, usual)) return "note";
  }
  const only = real.length === 1 ? real[0] : undefined;
  // `6月`, `Jun-26`: a group of a month's orders.
  const isMonth = only?.kind === "date" && usual > 3 && only.column <= table.firstColumn + 2;
  if (only?.kind === "text" || (only && isMonth)) {
    const text = cells.text(row, only.column);
    const width = merges.of(row, only.column)?.columns ?? 1;
    if (text.length > 60) return "note";
    const leading = only.column <= table.firstColumn + 2;
    if (leading || width > 2) return "group";
    return usual <= 3 ? "data" : "note";
  }
  if (real.length === 2 && usual > 5 && texts.length >= 1 && texts.length + numeric >= 2) {
    // A group with its sum: `Knit styles  12,400`.
    const [text, other] = real;
    const sum = formulas.length > 0 && other?.kind === "number";
    if (text?.kind === "text" && sum && text.column <= table.firstColumn + 1) return "group";
  }
  return fits(real, columns, usual) ? "data" : "note";
}

/** Whether the cells of a row are such as stand in these columns in other rows. */
function fits(
  real: readonly { column: number; kind: Kind }[],
  columns: ReadonlyMap<number, Column>,
  usual: number,
): boolean {
  if (real.length === 0) return false;
  let match = 0;
  for (const { column, kind } of real) {
    const share = columns.get(column)?.share;
    if (!share) continue;
    // Texts such as TBA stand in any column; a number in a column of texts may be a code.
    const own = share[kind];
    match +=
      own >= 0.2
        ? 1
        : kind === "text"
          ? share.text > 0
            ? 0.7
            : 0.3
          : kind === "number" && share.text > 0.5
            ? 0.8
            : 0.4;
  }
  return match >= real.length * 0.6 && (real.length >= 2 || usual <= 2);
}

/** Groups without rows under them are notes; so are thin rows after the last full one. */
function settleEnds(rows: readonly Row[], kinds: Map<number, RowKind>, usual: number): void {
  const isFull = ({ row, typed }: Row): boolean =>
    kinds.get(row) === "data" && typed.length >= Math.max(2, usual * 0.4);
  let last = -1;
  rows.forEach((one, index) => {
    if (isFull(one)) last = index;
  });
  rows.forEach((one, index) => {
    const { row } = one;
    if (index > last && kinds.get(row) === "group") kinds.set(row, "note");
    // Behind a gap, or of few words: notes. Right behind a full row it may be an order just begun.
    const gap = index > 0 && row - (rows[index - 1]?.row ?? row) > 1;
    if (index > last && kinds.get(row) === "data" && usual >= 5) {
      if (
        gap ||
        kinds.get(rows[index - 1]?.row ?? -1) !== "data" ||
        one.typed.every(({ kind }) => kind === "text")
      ) {
        if (one.typed.length < usual * 0.3) kinds.set(row, "note");
      }
    }
  });
}
