import { civilDate, serialDate } from "../../domain/calendar/serialDate";
import type { CellValue, RegisterId } from "../register";
import { dateText } from "./dateText";
import { numberText } from "./numberColumn";
import type { DateOrder } from "./sheetReading";
import type { UnreadCell, UnreadProblem } from "./unreadCells";

/** A cell and what is to stand in it; it is left alone where it no longer holds `was`. */
export interface CellMend {
  readonly sheet: string;
  /** Of the one cell: `F12`. */
  readonly address: string;
  readonly was: CellValue;
  /** A serial, a number, or "" for blank. */
  readonly value: number | "";
  /** The value is a day, and the cell must show it as one. */
  readonly isDay?: boolean;
}

/** A column whose serials are no longer doubted: day and month have been changed back, or are right. */
export interface SettledColumn {
  readonly register: RegisterId;
  readonly sheet: string;
  readonly fieldId: string;
}

/**
 * read: what the column's rules read in the text. dmy, mdy, ymd: in this order. back: day and month changed over again.
 * decimal, thousands: what the dot is. blank: nothing.
 */
export type MendWay = "read" | DateOrder | "back" | "decimal" | "thousands" | "blank";

export interface Mend {
  readonly way: MendWay;
  readonly value: number | "";
}

const orders: readonly DateOrder[] = ["dmy", "mdy", "ymd"];

/** The year that brings a month and day nearest to another day. */
function nearest(month: number, day: number, near: number): number | undefined {
  const { year } = civilDate(near);
  return [year - 1, year, year + 1]
    .map((one) => serialDate(one, month, day))
    .filter((serial) => serial !== undefined)
    .sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0];
}

function inEachOrder({ value, near }: UnreadCell): Mend[] {
  const said = typeof value === "string" ? dateText(value) : undefined;
  const found = new Map<DateOrder, number>();
  if (said?.kind === "parts") for (const { order, serial } of said.could) found.set(order, serial);
  if (said?.kind === "short" && near !== undefined) {
    for (const { order, month, day } of said.could) {
      const serial = nearest(month, day, near);
      if (serial !== undefined) found.set(order, serial);
    }
  }
  return orders.flatMap((way) => {
    const serial = found.get(way);
    return serial === undefined ? [] : [{ way, value: serial }];
  });
}

const isPlaceholder = (value: CellValue): boolean =>
  typeof value === "string" && dateText(value).kind === "placeholder";

/** A unit apart from how it is written; "" for pieces, which is what most columns count. */
function unitOf(value: CellValue): string {
  const unit = (typeof value === "string" ? numberText(value)?.unit : undefined) ?? "";
  return /^(?:pcs?|pieces?|pc|件|个|只|条|units?)$/.test(unit) ? "" : unit.replace(/s$/, "");
}

/** What can be put into a cell in place of what cannot be read; nothing for a formula and for what says no day or number. */
export function mendsOf(cell: UnreadCell): readonly Mend[] {
  const { problem, could = [], value, formula } = cell;
  const [first, second] = could;
  if (formula) return [];
  switch (problem) {
    case "textDate":
      return first === undefined ? [] : [{ way: "read", value: first }];
    case "textNumber":
      // A share written as 5% is 5 to one reader and 0.05 to another.
      return first === undefined || unitOf(value) === "%" ? [] : [{ way: "read", value: first }];
    case "ambiguous":
      return inEachOrder(cell);
    case "swapped":
      return second === undefined ? [] : [{ way: "back", value: second }];
    case "ambiguousDot":
      return first === undefined || second === undefined
        ? []
        : [
            { way: "thousands", value: second },
            { way: "decimal", value: first },
          ];
    case "placeholder":
    case "sentinel":
      return [{ way: "blank", value: "" }];
    case "notANumber":
      return isPlaceholder(value) ? [{ way: "blank", value: "" }] : [];
    default:
      return [];
  }
}

/**
 * read: texts with one reading. order, dot: two readings to choose from. swapped: day and month changed over. blank: words
 * that say there is nothing yet. left: only a person can tell.
 */
export type UnreadKind = "read" | "order" | "swapped" | "dot" | "blank" | "left";

export interface MendableCell {
  /** Sheet and address: the same after every reading. */
  readonly id: string;
  readonly cell: UnreadCell;
  readonly mends: readonly Mend[];
  /** Its text names no year: the one that is offered comes from the dates beside it. */
  readonly yearAdded: boolean;
  /** Why nothing is offered for it. */
  readonly left?: UnreadProblem | "formula" | "units";
}

export interface UnreadGroup {
  readonly kind: UnreadKind;
  /** The ways that one answer can choose for all cells of the group. */
  readonly ways: readonly MendWay[];
  readonly cells: readonly MendableCell[];
}

/** One column of a sheet with all that is wrong in it. */
export interface UnreadColumn {
  readonly id: string;
  readonly register: RegisterId;
  readonly sheet: string;
  readonly heading: string;
  readonly fieldId: string;
  readonly kind: "date" | "number";
  readonly count: number;
  /** Of these, those with one reading. */
  readonly readable: number;
  /** The one order in which its texts of three numbers are read. */
  readonly order?: DateOrder;
  /** In the order of `UnreadKind`. */
  readonly groups: readonly UnreadGroup[];
}

const kinds: readonly UnreadKind[] = ["read", "swapped", "order", "dot", "blank", "left"];

const ofNumbers = new Set<UnreadProblem>(["textNumber", "notANumber", "ambiguousDot"]);

function kindOf({ problem }: UnreadCell, mends: readonly Mend[]): UnreadKind {
  if (mends.length === 0) return "left";
  switch (problem) {
    case "ambiguous":
      return "order";
    case "swapped":
      return "swapped";
    case "ambiguousDot":
      return "dot";
    case "textDate":
    case "textNumber":
      return "read";
    default:
      return "blank";
  }
}

const namesNoYear = (value: CellValue): boolean =>
  typeof value === "string" && dateText(value).kind === "short";

/** The order in which texts were read, where all that have one were read in the same. */
function orderOf(cells: readonly UnreadCell[]): DateOrder | undefined {
  const found = new Set<DateOrder>();
  for (const { problem, value, could } of cells) {
    const said = problem === "textDate" && typeof value === "string" ? dateText(value) : undefined;
    if (said?.kind !== "parts") continue;
    const read = said.could.filter(({ serial }) => serial === could?.[0]);
    if (read.length === 1 && read[0]) found.add(read[0].order);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

function unreadColumn(id: string, cells: readonly UnreadCell[], first: UnreadCell): UnreadColumn {
  const { register, sheet, heading, fieldId } = first;
  const units = new Set(cells.filter(({ problem }) => problem === "textNumber").map((c) => unitOf(c.value)));
  const mendable = cells.map((cell): MendableCell => {
    // 200 dozen made 200 beside pieces would be wrong, and nobody would see it any more.
    const mixed = cell.problem === "textNumber" && units.size > 1;
    const mends = mixed ? [] : mendsOf(cell);
    return {
      id: `${sheet}!${cell.address}`,
      cell,
      mends,
      yearAdded:
        !ofNumbers.has(cell.problem) && mends.some(({ value }) => value !== "") && namesNoYear(cell.value),
      ...(mends.length === 0 && { left: cell.formula ? "formula" : mixed ? "units" : cell.problem }),
    };
  });
  const order = orderOf(cells);
  return {
    id,
    register,
    sheet,
    heading,
    fieldId,
    kind: cells.some(({ problem }) => ofNumbers.has(problem)) ? "number" : "date",
    count: cells.length,
    readable: mendable.filter(({ cell, mends }) => kindOf(cell, mends) === "read").length,
    ...(order && { order }),
    groups: kinds.flatMap((kind): UnreadGroup[] => {
      const own = mendable.filter(({ cell, mends }) => kindOf(cell, mends) === kind);
      if (own.length === 0) return [];
      const ways = new Set(own.flatMap(({ mends }) => mends.map(({ way }) => way)));
      const sorted: readonly MendWay[] = kind === "order" ? orders.filter((way) => ways.has(way)) : [...ways];
      return [{ kind, ways: sorted, cells: own }];
    }),
  };
}

/** The cells by column, those with most to mend at the top. */
export function unreadColumns(cells: readonly UnreadCell[]): readonly UnreadColumn[] {
  const byColumn = new Map<string, UnreadCell[]>();
  for (const cell of cells) {
    const id = `${cell.sheet}!${cell.fieldId}!${cell.heading}`;
    const same = byColumn.get(id);
    if (same) same.push(cell);
    else byColumn.set(id, [cell]);
  }
  return [...byColumn]
    .flatMap(([id, same]) => (same[0] ? [unreadColumn(id, same, same[0])] : []))
    .sort((a, b) => b.count - a.count);
}

/** What has been chosen: a way by cell. */
export type MendChoices = Readonly<Record<string, MendWay>>;

export interface ChosenMend extends CellMend, Pick<MendableCell, "id" | "yearAdded"> {
  readonly heading: string;
}

/**
 * Whether the texts of a column have to wait: they are what tells that its serials have day and month changed over. Mended
 * alone they would take the proof with them, and nothing would doubt the serials any more.
 */
export const waitsForSwapped = ({ groups }: UnreadColumn, choices: MendChoices): boolean =>
  groups.some(({ kind, cells }) => kind === "swapped" && cells.some(({ id }) => choices[id] !== "back"));

/** The cells that would be written, in the order of the list. */
export function chosenMends(columns: readonly UnreadColumn[], choices: MendChoices): readonly ChosenMend[] {
  return columns.flatMap((column) => {
    if (waitsForSwapped(column, choices)) return [];
    const { heading, kind } = column;
    return column.groups.flatMap((group) =>
      group.cells.flatMap(({ id, cell: { sheet, address, value: was }, mends, yearAdded }): ChosenMend[] => {
        const mend = mends.find(({ way }) => way === choices[id]);
        if (!mend) return [];
        const isDay = kind === "date" && mend.value !== "";
        return [{ id, heading, sheet, address, was, value: mend.value, isDay, yearAdded }];
      }),
    );
  });
}

/** Columns whose serials are changed back by these choices. */
export const settledBy = (columns: readonly UnreadColumn[], choices: MendChoices): readonly SettledColumn[] =>
  columns
    .filter(
      (column) => column.groups.some(({ kind }) => kind === "swapped") && !waitsForSwapped(column, choices),
    )
    .map(({ register, sheet, fieldId }) => ({ register, sheet, fieldId }));
