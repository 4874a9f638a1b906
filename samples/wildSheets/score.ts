import { SURE } from "../../src/registers/sheet/sheetReading";
import { readSheet } from "../../src/registers/sheet/readSheet";
import { readDateCell } from "../../src/registers/sheet/dateColumn";
import type { SheetReading } from "../../src/registers/sheet/sheetReading";
import type { WildSheet } from "./wildSheet";

export interface SheetScore {
  readonly name: string;
  readonly lang: WildSheet["lang"];
  readonly heldOut: boolean;
  readonly place: boolean;
  readonly layout: boolean;
  readonly subject: boolean;
  /** Columns with a meaning, and how many were given it. */
  readonly columns: number;
  readonly right: number;
  /** Columns given a meaning with certainty, and how many of these wrongly. */
  readonly sure: number;
  readonly surelyWrong: number;
  readonly rows: number;
  readonly rowsRight: number;
  readonly dates: number;
  readonly datesRight: number;
  /** Days given for cells that nobody can know without asking. */
  readonly guessed: number;
  readonly fillDown: boolean;
  readonly milestones: number;
  readonly milestonesRight: number;
  readonly form: number;
  readonly formRight: number;
  readonly faults: readonly string[];
}

export interface Score {
  readonly sheets: readonly SheetScore[];
  /** Shares from 0 to 1. */
  readonly place: number;
  readonly meanings: number;
  readonly surelyWrong: number;
  readonly dates: number;
  readonly guessed: number;
  readonly rows: number;
  readonly heldOutMeanings: number;
}

export function scoreSheet(sheet: WildSheet, reading: SheetReading = readSheet(sheet.grid)): SheetScore {
  const { answer } = sheet;
  const faults: string[] = [];
  const { table } = reading;
  const place =
    table !== undefined &&
    table.firstRow === answer.firstRow &&
    table.lastRow === answer.lastRow &&
    table.firstColumn === answer.firstColumn &&
    table.lastColumn === answer.lastColumn &&
    table.headingRows.join() === answer.headingRows.join();
  if (!place) {
    const is =
      table &&
      [table.headingRows, table.firstRow, table.lastRow, table.firstColumn, table.lastColumn].join(" ");
    faults.push(
      `place ${is ?? "none"} | should ${[answer.headingRows, answer.firstRow, answer.lastRow, answer.firstColumn, answer.lastColumn].join(" ")}`,
    );
  }
  if (reading.layout !== answer.layout) faults.push(`layout ${reading.layout} | should ${answer.layout}`);
  if (reading.subject !== answer.subject)
    faults.push(`subject ${reading.subject} | should ${answer.subject}`);

  let [right, sure, surelyWrong] = [0, 0, 0];
  for (let column = answer.firstColumn; column <= answer.lastColumn; column += 1) {
    const wanted = answer.meanings.get(column);
    const read = reading.columns.find((one) => one.column === column);
    const is = read?.meaning !== undefined && wanted?.includes(read.meaning) === true;
    if (is) right += 1;
    if (read?.meaning !== undefined && read.confidence >= SURE) {
      sure += 1;
      if (!is) surelyWrong += 1;
    }
    // A list without headings has no wrong answer as long as nothing is given with certainty.
    if (!is && (wanted || (read?.meaning !== undefined && answer.layout !== "list"))) {
      faults.push(
        `${read && read.confidence >= SURE && read.meaning ? "SURE " : ""}${read?.heading ?? column} = ${read?.meaning ?? `none (${read?.about ?? ""})`} ${read?.confidence.toFixed(2) ?? ""} | should ${wanted?.join() ?? "none"}`,
      );
    }
  }

  let [rows, rowsRight] = [0, 0];
  for (const { row, kind } of reading.rows) {
    if (row > answer.lastRow && !answer.rows.has(row)) continue;
    rows += 1;
    const wanted = answer.rows.get(row) ?? "data";
    if (kind === wanted) rowsRight += 1;
    else faults.push(`row ${row + 1} ${kind} | should ${wanted}`);
  }

  let [dates, datesRight, guessed] = [0, 0, 0];
  for (const [column, days] of answer.dates) {
    const read = reading.columns.find((one) => one.column === column)?.dates;
    for (const [row, day] of days) {
      const value = sheet.grid.values[row - sheet.grid.top]?.[column - sheet.grid.left] ?? "";
      const said = read && readDateCell(value, read.rules, nearOf(sheet, reading, row, column));
      if (day === "unknown") {
        if (said && "day" in said) {
          guessed += 1;
          faults.push(`guessed ${String(value)} = ${said.day}`);
        } else if (read && !read.unread.some((one) => one.row === row))
          faults.push(`not listed: ${String(value)}`);
        continue;
      }
      dates += 1;
      if (said && "day" in said && said.day === day) datesRight += 1;
      else
        faults.push(
          `date ${column},${row} ${String(value)} = ${said ? ("day" in said ? said.day : said.problem) : "no date column"} | should ${day}`,
        );
    }
  }

  const filled = reading.columns.filter(({ fillDown }) => fillDown).map(({ column }) => column);
  const fillDown = filled.join() === answer.fillDown.join();
  if (!fillDown) faults.push(`fill down ${filled.join()} | should ${answer.fillDown.join()}`);
  let milestonesRight = 0;
  for (const [row, id] of answer.milestones) {
    const read = reading.milestones.find((one) => one.row === row);
    if (read?.milestone === id) milestonesRight += 1;
    else faults.push(`milestone ${read?.name ?? row} = ${read?.milestone ?? "none"} | should ${id}`);
  }
  const formRight = answer.form.filter((meaning) =>
    reading.form.some((entry) => entry.meaning === meaning),
  ).length;
  if (formRight < answer.form.length)
    faults.push(`form ${reading.form.map((entry) => `${entry.label}=${entry.meaning ?? ""}`).join("; ")}`);
  return {
    name: sheet.name,
    lang: sheet.lang,
    heldOut: sheet.heldOut,
    place,
    layout: reading.layout === answer.layout,
    subject: reading.subject === answer.subject,
    columns: answer.meanings.size,
    right,
    sure,
    surelyWrong,
    rows,
    rowsRight,
    dates,
    datesRight,
    guessed,
    fillDown,
    milestones: answer.milestones.size,
    milestonesRight,
    form: answer.form.length,
    formRight,
    faults,
  };
}

/** A day of the same row, as the reader takes it for dates without a year. */
function nearOf(sheet: WildSheet, reading: SheetReading, row: number, column: number): number | undefined {
  const days = reading.columns
    .filter((one) => one.dates && one.column !== column)
    .map((one) => sheet.grid.values[row - sheet.grid.top]?.[one.column - sheet.grid.left])
    .filter((value): value is number => typeof value === "number" && value > 36_525 && value < 54_789);
  return days.sort((a, b) => a - b)[Math.floor(days.length / 2)];
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const sum = (sheets: readonly SheetScore[], of: (sheet: SheetScore) => number): number =>
  sheets.reduce((total, sheet) => total + of(sheet), 0);
/** Each sheet counts alike, however many columns it has. */
const macro = (sheets: readonly SheetScore[]): number => {
  const some = sheets.filter(({ columns }) => columns > 0);
  return share(
    sum(some, ({ right, columns }) => right / columns),
    some.length,
  );
};

export const scoreAll = (sheets: readonly WildSheet[]): Score =>
  scoreOf(sheets.map((sheet) => scoreSheet(sheet)));

/** The scores of some sheets as one. */
export function scoreOf(scores: readonly SheetScore[]): Score {
  return {
    sheets: scores,
    place: share(scores.filter(({ place }) => place).length, scores.length),
    meanings: macro(scores),
    heldOutMeanings: macro(scores.filter(({ heldOut }) => heldOut)),
    surelyWrong: share(
      sum(scores, (one) => one.surelyWrong),
      sum(scores, (one) => one.sure),
    ),
    dates: share(
      sum(scores, (one) => one.datesRight),
      sum(scores, (one) => one.dates),
    ),
    guessed: sum(scores, (one) => one.guessed),
    rows: share(
      sum(scores, (one) => one.rowsRight),
      sum(scores, (one) => one.rows),
    ),
  };
}
