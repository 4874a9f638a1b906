import type { CellValue } from "../register";
import {
  assignMeanings,
  plainAbout,
  UNPROVEN,
  type ColumnMeaning,
  type HeadedColumn,
} from "./assignMeanings";
import { classifyRows } from "./classifyRows";
import { codeColumn } from "./codeColumn";
import { columnValues, type ColumnValues } from "./columnValues";
import { dateColumn, FIRST_DAY, headingOrder, LAST_DAY, provenOrder } from "./dateColumn";
import { dateText } from "./dateText";
import { isFilledDown } from "./fillDown";
import { findTable, headingPath, Merges, type FoundTable } from "./findTable";
import { formEntries } from "./formEntries";
import { leavesAlone } from "./leavesAlone";
import { besideMilestones, meaningKind } from "./meaningKind";
import { milestonesDown } from "./milestonesDown";
import { numberColumn } from "./numberColumn";
import { plainList } from "./plainList";
import { questions } from "./questions";
import { Cells, type SheetGrid } from "./sheetGrid";
import { sheetSubject } from "./sheetSubject";
import { subjectIsSure } from "./subjectIsSure";
import { SURE } from "./sheetReading";
import type {
  ColumnReading,
  DateOrder,
  Layout,
  ReadingAnswers,
  SheetReading,
  TablePlace,
} from "./sheetReading";
import { questionId } from "./sheetReading";
import { dayNumbers, isTimeBucket, weekdays } from "./timeBuckets";
import { valuesOnly } from "./valuesOnly";

/** Blank cells of these go on with the order above them. */
const FILLED_DOWN = new Set([
  "po",
  "style",
  "description",
  "customer",
  "factory",
  "merchandiser",
  "orderDate",
  "due",
  "item",
  "supplier",
]);
/** What an order has once, on its first row: these are left blank together. */
const COMPANIONS = new Set(["po", "style", "description", "customer", "factory"]);
const CODES = new Set(["po", "style", "colour", "id"]);
const KEYS: readonly (readonly string[])[] = [
  ["po"],
  ["po", "style"],
  ["po", "style", "colour"],
  ["po", "colour"],
  ["style"],
  ["style", "colour"],
  ["po", "style", "colour", "sizes"],
  ["id"],
];

/** What a sheet holds and means, without touching it. Pure: the same grid and answers give the same reading. */
export function readSheet(grid: SheetGrid, answers: ReadingAnswers = {}): SheetReading {
  const cells = new Cells(grid);
  const merges = new Merges(grid.merges);
  const found = findTable(cells, merges, answers.headingRows) ?? plainList(cells);
  if (!found) return noTable(cells, merges);
  const rows = classifyRows(cells, merges, found);
  const data = rows.filter(({ kind }) => kind === "data").map(({ row }) => row);
  const down = milestonesDown(cells, found.firstRow, found.lastRow, found.firstColumn, found.lastColumn);
  const isDown = down !== undefined && found.headingRows.length > 0;
  const bodyRows = isDown ? down.rows.map(({ row }) => row) : data;

  const above = (found.headingRows[0] ?? found.firstRow) - 1;
  const form = formEntries(cells, merges, grid.top, above);
  const headed = headedColumns(cells, merges, found, bodyRows);
  const subject = isDown
    ? "orders"
    : (answers.subject ?? sheetSubject(headed, new Set(form.flatMap(({ meaning }) => meaning ?? []))));
  const given = new Set(Object.values(answers.meanings ?? {}));
  const assigned = isDown ? downMeanings(headed, down.column) : assignMeanings(headed, subject, given);
  const meanings = found.headingRows.length > 0 ? assigned : unheaded(headed, data.length);
  const described = describe(cells, merges, found, headed, meanings, bodyRows, answers);
  const understood = new Set([...described, ...form].flatMap(({ meaning }) => meaning ?? []));
  const doubted = !isDown && answers.subject === undefined && !subjectIsSure(subject, understood);
  // Where it is doubtful what the rows are, no column is certain; what the user has said stays so.
  const columns = doubted
    ? described.map((one) =>
        one.confidence >= SURE && one.confidence < 1 ? { ...one, confidence: UNPROVEN } : one,
      )
    : described;

  const buckets = columns.filter(({ about }) => about === "timeBucket").length;
  const layout: Layout = isDown
    ? "milestones"
    : buckets >= 5
      ? "across"
      : found.headingRows.length === 0
        ? "list"
        : form.filter(({ meaning }) => meaning !== undefined).length >= 2
          ? "form"
          : "orders";
  const table: TablePlace = {
    headingRows: found.headingRows,
    firstRow: found.firstRow,
    lastRow: bodyRows[bodyRows.length - 1] ?? found.firstRow,
    firstColumn: found.firstColumn,
    lastColumn: found.lastColumn,
    ...(found.table !== undefined && { table: found.table }),
  };
  const key = keyColumns(cells, columns, data);
  const merged = new Set(
    grid.merges.filter((area) => area.rows > 1 && area.row >= found.firstRow).map(({ column }) => column),
  );
  return {
    sheet: grid.name,
    subject,
    layout,
    table,
    tableConfidence: found.confidence,
    rows: isDown
      ? rows.map((row) => ({ ...row, kind: bodyRows.includes(row.row) ? ("data" as const) : row.kind }))
      : rows,
    columns,
    key: key.columns,
    form,
    milestones: isDown ? down.rows : [],
    leavesAlone: leavesAlone(cells, table, rows, columns, form),
    questions: questions({
      columns: described,
      ...(doubted && { doubted: subject }),
      layout,
      table,
      tableConfidence: found.confidence,
      keyIsUnique: key.unique,
      merged,
      wantsDue:
        subject === "orders" &&
        !isDown &&
        layout !== "list" &&
        !form.some(({ meaning }) => meaning === "due"),
    }).filter((question) => !answers.settled?.includes(questionId(question))),
  };
}

function noTable(cells: Cells, merges: Merges): SheetReading {
  const form = formEntries(cells, merges, cells.grid.top, Math.min(cells.bottom, cells.grid.top + 60) - 1);
  return {
    sheet: cells.grid.name,
    subject: "none",
    layout: form.length >= 2 ? "form" : "none",
    tableConfidence: 0,
    rows: [],
    columns: [],
    key: [],
    form,
    milestones: [],
    leavesAlone: [],
    questions: [],
  };
}

function headedColumns(
  cells: Cells,
  merges: Merges,
  found: FoundTable,
  rows: readonly number[],
): HeadedColumn[] {
  const { headingRows, firstColumn, lastColumn } = found;
  const headingValues = (row: number): CellValue[] =>
    Array.from({ length: lastColumn - firstColumn + 1 }, (_, index) => cells.value(row, firstColumn + index));
  const days = new Set(
    headingRows
      .flatMap((row) => [...dayNumbers(headingValues(row)), ...weekdays(headingValues(row))])
      .map((index) => index + firstColumn),
  );
  const isBucket = (column: number): boolean =>
    days.has(column) ||
    headingRows.some((row) => isTimeBucket(cells.value(row, column), cells.isDate(row, column)));
  const all = Array.from({ length: lastColumn - firstColumn + 1 }, (_, index) => firstColumn + index);
  const bucketCount = all.filter(isBucket).length;
  return all.map((column) => {
    const path = headingPath(cells, merges, headingRows, column, firstColumn);
    const values = columnValues(cells, rows, column);
    const about = isBucket(column)
      ? bucketCount >= 5
        ? "timeBucket"
        : "dateHeading"
      : plainAbout(path, values);
    const formulas =
      values.filled > 0 && rows.every((row) => cells.blank(row, column) || cells.formula(row, column));
    const sparse = values.filled > 0 && values.filled < values.looked * 0.6 && !merges.downwards(column);
    return { column, path, values, formulas, sparse, ...(about && { about }) };
  });
}

/** A list without headings: what the values suggest, for the user to confirm. */
function unheaded(columns: readonly HeadedColumn[], rows: number): ColumnMeaning[] {
  const guesses = valuesOnly(
    columns.map(({ values }) => ({ values, rows })),
    new Set(),
  );
  return columns.map((_, index) => {
    const guess = guesses[index];
    if (!guess) return { confidence: 0, evidence: [], alternatives: [], about: "noHeading" };
    return { ...guess, evidence: [{ code: "valuesOnly", params: {} }], alternatives: [] };
  });
}

/** Where milestones run down, the columns are plan, actual and the like; the milestone is the row's. */
function downMeanings(columns: readonly HeadedColumn[], nameColumn: number): ColumnMeaning[] {
  const taken = new Set<string>();
  return columns.map(({ column, path, values }) => {
    const give = (meaning: string, confidence: number): ColumnMeaning => {
      if (taken.has(meaning)) return { confidence: 0, evidence: [], alternatives: [], about: "repeat" };
      taken.add(meaning);
      return {
        meaning,
        confidence,
        evidence: [{ code: "words", params: { heading: path.join(" / ") } }],
        alternatives: [],
      };
    };
    if (column === nameColumn) return give("milestone", 0.95);
    const said = besideMilestones(path[path.length - 1] ?? "") ?? besideMilestones(path.join(" "));
    const dated =
      values.filled === 0 || values.dates + values.dateTexts + values.placeholders >= values.filled * 0.4;
    if (said && (said === "remarks" || said === "owner" || dated))
      return give(said, values.filled === 0 ? 0.78 : 0.95);
    return { confidence: 0, evidence: [], alternatives: [] };
  });
}

function describe(
  cells: Cells,
  merges: Merges,
  found: FoundTable,
  headed: readonly HeadedColumn[],
  meanings: readonly ColumnMeaning[],
  rows: readonly number[],
  answers: ReadingAnswers,
): ColumnReading[] {
  const hidden = new Set(cells.grid.hiddenColumns);
  const orders = new Set<DateOrder>();
  const isDates = (values: ColumnValues): boolean =>
    values.dates + values.dateTexts >= 1 &&
    values.dates + values.dateTexts >= (values.filled - values.errors) * 0.4;
  const dated = headed.filter(({ values }) => isDates(values)).map(({ column }) => column);
  const nearRow = nearDays(cells, dated);
  for (const column of dated) {
    const order = provenOrder(cells, rows, column, (row) => nearRow(row, column));
    if (order && order !== "ymd") orders.add(order);
  }
  const sheetOrder = orders.size === 1 ? [...orders][0] : undefined;
  const companions = headed.flatMap(({ column }, index) =>
    COMPANIONS.has(meanings[index]?.meaning ?? "") ? [column] : [],
  );

  return headed.map(({ column, path, values }, index) => {
    const heading = path.join(" / ");
    const guess = meanings[index] ?? { confidence: 0, evidence: [], alternatives: [] };
    const answered = answers.meanings?.[column];
    const meaning = answered === undefined ? guess.meaning : answered === "" ? undefined : answered;
    const kind = meaning === undefined ? undefined : meaningKind(meaning);
    const order = headingOrder(heading);
    const answer = answers.dateOrders?.[column];
    const year = answers.years?.[column];
    const swapped = answers.swapped?.[column];
    const formulas = rows.filter((row) => cells.formula(row, column)).length;
    const filled = rows.filter((row) => !cells.blank(row, column)).length;
    const wantsNumbers = kind === "whole" || kind === "number" || kind === "money" || kind === "days";
    return {
      column,
      heading,
      hidden: hidden.has(column),
      ...(meaning !== undefined && { meaning }),
      confidence: answered === undefined ? guess.confidence : 1,
      ...(guess.about !== undefined && meaning === undefined && { about: guess.about }),
      evidence: guess.evidence,
      alternatives: guess.alternatives,
      samples: values.samples,
      formulas:
        formulas === 0 ? ("none" as const) : formulas >= filled ? ("all" as const) : ("some" as const),
      histories: rows.filter((row) => {
        const text = cells.text(row, column);
        return text !== "" && dateText(text).kind === "history";
      }).length,
      fillDown:
        answers.fillDown?.[column] ??
        (mayFillDown(meaning, merges, rows, column) && isFilledDown(cells, merges, rows, column, companions)),
      ...((kind === "date" || (meaning === undefined && isDates(values))) && {
        dates: dateColumn(cells, rows, column, {
          ...(order && { headingOrder: order }),
          ...(sheetOrder && { sheetOrder }),
          ...(answer && { answer }),
          ...(year !== undefined && { year }),
          ...(swapped !== undefined && { swapped }),
          near: (row) => nearRow(row, column),
        }),
      }),
      ...(wantsNumbers && {
        numbers: numberColumn(cells, rows, column, kind === "whole", answers.dots?.[column]),
      }),
      ...(meaning !== undefined && CODES.has(meaning) && { codes: codeColumn(cells, rows, column) }),
    };
  });
}

function mayFillDown(
  meaning: string | undefined,
  merges: Merges,
  rows: readonly number[],
  column: number,
): boolean {
  if (meaning !== undefined && FILLED_DOWN.has(meaning)) return true;
  return merges.downwards(column) && rows.some((row) => (merges.of(row, column)?.rows ?? 1) > 1);
}

/** The middle of a row's dates, leaving out one column. */
function nearDays(
  cells: Cells,
  columns: readonly number[],
): (row: number, column: number) => number | undefined {
  return (row, column) => {
    const days: number[] = [];
    for (const other of columns) {
      if (other === column) continue;
      const value = cells.value(row, other);
      if (typeof value === "number" && value >= FIRST_DAY && value <= LAST_DAY) days.push(Math.floor(value));
    }
    return days.sort((a, b) => a - b)[Math.floor(days.length / 2)];
  };
}

/** The fewest columns that tell rows apart. */
function keyColumns(
  cells: Cells,
  columns: readonly ColumnReading[],
  rows: readonly number[],
): { columns: number[]; unique: boolean } {
  const at = new Map(
    columns.flatMap(({ meaning, column }) => (meaning === undefined ? [] : [[meaning, column] as const])),
  );
  let fallback: number[] = [];
  for (const key of KEYS) {
    const places = key.map((meaning) => at.get(meaning));
    if (places.some((place) => place === undefined)) continue;
    const fixed = places as number[];
    fallback = fixed;
    const last = new Map<number, CellValue>();
    const seen = new Set<string>();
    let counted = 0;
    for (const row of rows) {
      const name = fixed.map((column) => {
        if (!cells.blank(row, column)) last.set(column, cells.value(row, column));
        const fill = columns.find((one) => one.column === column)?.fillDown === true;
        return fill ? (last.get(column) ?? "") : cells.value(row, column);
      });
      if (name.every((value) => value === "")) continue;
      counted += 1;
      seen.add(name.join("|"));
    }
    if (counted > 0 && seen.size >= counted * 0.98) return { columns: fixed, unique: true };
  }
  return { columns: fallback, unique: fallback.length === 0 };
}
