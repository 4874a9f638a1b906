import type { TableNames, Words } from "./register";
import { statusColours } from "./statusColours";
import { columnOf } from "./structuredReference";

/** A block of cells, rows and columns counted from 0. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What stands in a block of cells: formulas or texts, row by row. */
export interface GanttCells {
  readonly row: number;
  readonly column: number;
  readonly formulas: readonly (readonly string[])[];
  readonly format?: string;
}

export interface GanttLook {
  readonly block: Block;
  readonly bold?: boolean;
  readonly size?: number;
  readonly fill?: string;
  readonly font?: string;
  readonly centred?: boolean;
  readonly left?: boolean;
  readonly wrapped?: boolean;
  readonly merged?: boolean;
  /** Fine lines between the rows. */
  readonly ruled?: boolean;
}

/**
 * A bar or a mark: a colour where the formula, written for the block's first cell, holds. No two of them hold in one cell, for
 * which comes first is not for us to say.
 */
export interface GanttRule {
  readonly block: Block;
  readonly formula: string;
  readonly fill: string;
}

/** A sheet that is drawn with cells and colours: everything about it, for whoever writes it. */
export interface GanttPlan {
  readonly name: string;
  /** Column widths in points, from the first. */
  readonly widths: readonly number[];
  readonly hidden: readonly number[];
  readonly cells: readonly GanttCells[];
  /** Number formats of cells that are filled by formulas elsewhere, by what spills. */
  readonly formats: readonly { readonly block: Block; readonly format: string }[];
  readonly looks: readonly GanttLook[];
  readonly rules: readonly GanttRule[];
  readonly choice?: { readonly block: Block; readonly source: string };
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly print: Block;
  readonly titleRows: string;
  /** The cell and the beginning of its formula by which a sheet of ours is known again. */
  readonly mark: { readonly row: number; readonly column: number; readonly begins: string };
}

/** Fuller than the colours of status cells, and apart in lightness too: they stand without a word. */
export const barColours = {
  good: "#5FA777",
  warn: "#F2B134",
  bad: "#D9534F",
  quiet: "#9A9A9A",
  late: "#8B1A1A",
  due: "#1F3864",
  today: "#FFE9A8",
  line: "#FFD24D",
  plan: "#9DB7DD",
  actual: "#2E7D5B",
} as const;

export const INK = "#1F3864";
export const PALE = "#DDE6F2";

/** What the orders' table has to say, as formulas name it. */
export interface OrdersTable {
  readonly own: TableNames;
  /** `Orders[PO]`, where the table has the column. */
  readonly column: (fieldId: string) => string | undefined;
  /** Holds for the orders that have not left. */
  readonly open: string;
  /** The name of an order in one text: PO | style | colour. */
  readonly label: string;
}

export function ordersTable(own: TableNames): OrdersTable | undefined {
  const column = (fieldId: string): string | undefined => {
    const heading = own.headings[fieldId];
    return heading === undefined ? undefined : columnOf(own.table, heading);
  };
  const po = column("po");
  const gone = column("T30.actual");
  if (po === undefined || column("due") === undefined) return undefined;
  const parts = ["po", "style", "colour"].flatMap((id) => column(id) ?? []);
  return {
    own,
    column,
    open: gone === undefined ? `(${po}<>"")*1` : `(${po}<>"")*(${gone}="")`,
    label: parts.join('&" | "&'),
  };
}

/** Whether a cell holds the word for a risk, in either language. */
export function hasRisk(cell: string, tone: "bad" | "warn" | "good"): string {
  const words = statusColours.find((one) => one.fieldId === "risk" && one.tone === tone)?.when;
  return `OR(${(Array.isArray(words) ? (words as string[]) : []).map((said) => `${cell}="${said}"`).join(",")})`;
}

/** `A`, `Z`, `AA`: the sheets have fewer than 700 columns. */
export function columnName(place: number): string {
  const first = place < 26 ? "" : String.fromCharCode(64 + Math.floor(place / 26));
  return first + String.fromCharCode(65 + (place % 26));
}

export const ganttNames = {
  orders: { en: "Gantt", zh: "甘特图" },
  detail: { en: "Order Gantt", zh: "单个订单甘特图" },
} satisfies Record<string, Words>;
