import type { FileBook, FileCell, FileStyle } from "../src/workbench/files/fileBook";
import { columnName, quotedSheet } from "../src/workbench/sheet/a1";
import { serialOf } from "./makeTracker";
import { bookOfGrid } from "./wildSheets/bookOfGrid";
import { composeSheet, others, type ColumnSpec } from "./wildSheets/composeSheet";
import { milestoneDay, type MadeOrder } from "./wildSheets/madeOrders";

/** The made orders lie in spring; these offices look at them in September. The sheet says so, and its date is the as-of date. */
const UPDATED = serialOf("2026-09-15");
const LATER = UPDATED - serialOf("2026-05-20");
const ORDERS = 24;
/** The table begins in B3: two rows of headings, then the groups and their orders. */
const TOP = 2;
const LEFT = 1;
/** Over the order dates. */
const UPDATED_COLUMN = LEFT + 9;

const later = (day: number | undefined): number | undefined => (day === undefined ? undefined : day + LATER);
const dayOf = (serial: number): { month: number; date: number } => {
  const day = new Date((serial - 25_569) * 86_400_000);
  return { month: day.getUTCMonth() + 1, date: day.getUTCDate() };
};

/** Some dates are typed as text, as each clerk does it. */
type Typed = (month: number, date: number, index: number) => string | undefined;

const day = (column: string, typed: Typed = () => undefined): Pick<ColumnSpec, "meaning" | "cell"> => ({
  meaning: column,
  cell: (order, index) => {
    const serial = later(milestoneDay(order, column, index));
    if (serial === undefined) return undefined;
    const { month, date } = dayOf(serial);
    return typed(month, date, index) ?? serial;
  },
});
const field = (
  pick: (order: MadeOrder) => number,
  meaning: string,
): Pick<ColumnSpec, "meaning" | "cell"> => ({
  meaning,
  cell: (order) => later(pick(order)),
});

const pair = (
  group: string,
  [plan, actual]: readonly [string, string],
  milestone: string,
  typed?: Typed,
): ColumnSpec[] => [
  { heading: [group, plan], ...day(`${milestone}.plan`) },
  { heading: [group, actual], ...day(`${milestone}.actual`, typed) },
];

interface Words {
  readonly sheet: string;
  readonly title: string;
  readonly updated: string;
  readonly dates: string;
  readonly total: string;
  readonly groups: readonly string[];
  readonly columns: readonly ColumnSpec[];
  readonly notes: readonly string[];
}

const zhParts = ["计划", "实际"] as const;
const zh: Words = {
  sheet: "大货跟进",
  title: "2026秋冬 大货生产跟进表（每周更新）",
  updated: "更新日期",
  dates: "m/d",
  total: "合计",
  groups: ["▼ 第一批", "▼ 第二批", "▼ 第三批"],
  columns: [
    { heading: "序号", cell: others.serial! },
    { heading: "客人", meaning: "customer" },
    { heading: "PO号", meaning: "po", once: true },
    { heading: "款号", meaning: "style", once: true },
    { heading: "品名", meaning: "description" },
    { heading: "颜色", meaning: "colour" },
    { heading: "数量\n（件）", meaning: "qty" },
    { heading: "单价USD", meaning: "price" },
    { heading: "金额", cell: others.amount! },
    { heading: "接单日", ...field(({ orderDate }) => orderDate, "orderDate") },
    { heading: "客期", ...field(({ due }) => due, "due") },
    ...pair("大货面料到厂", zhParts, "T09", (month, date, index) =>
      index % 4 === 1 ? `${month}月${date}日` : undefined,
    ),
    ...pair("产前样批复", zhParts, "T17"),
    ...pair("开裁", zhParts, "T19S", (month, date, index) =>
      index % 5 === 2 ? `${month}.${date}` : index % 11 === 6 ? "待定" : undefined,
    ),
    ...pair("车缝下线", zhParts, "T21"),
    ...pair("尾期验货", zhParts, "T29"),
    ...pair("离厂", zhParts, "T30"),
    { heading: "工厂", meaning: "factory" },
    { heading: "跟单", meaning: "merchandiser" },
    { heading: "备 注", meaning: "remarks" },
  ],
  notes: ["注：日期格式 月/日；面料实际到厂以仓库签收为准。", "制表：陈小燕"],
};

const enParts = ["Plan", "Actual"] as const;
const en: Words = {
  sheet: "WIP AW26",
  title: "AW26 production follow-up (updated every week)",
  updated: "Updated",
  dates: "dd-mmm",
  total: "Total",
  groups: ["LOT 1", "LOT 2", "LOT 3"],
  columns: [
    { heading: "No.", cell: others.serial! },
    { heading: "Buyer", meaning: "customer" },
    { heading: "PO#", meaning: "po" },
    { heading: "Style", meaning: "style" },
    { heading: "Description", meaning: "description" },
    { heading: "Color", meaning: "colour" },
    { heading: "Order\nqty (pcs)", meaning: "qty" },
    { heading: "FOB USD", meaning: "price" },
    { heading: "Amount", cell: others.amount! },
    { heading: "PO received", ...field(({ orderDate }) => orderDate, "orderDate") },
    { heading: "Ex-fty per PO", ...field(({ due }) => due, "due") },
    ...pair("Bulk fabric in-house", enParts, "T09", (month, date, index) =>
      index % 4 === 1 ? `${String(date).padStart(2, "0")}/${String(month).padStart(2, "0")}/2026` : undefined,
    ),
    ...pair("PP sample approval", enParts, "T17"),
    ...pair("PCD", enParts, "T19S", (_month, _date, index) => (index % 9 === 4 ? "TBA" : undefined)),
    ...pair("Sewing output", enParts, "T21"),
    ...pair("Final inspection", enParts, "T29"),
    ...pair("Ex-factory", enParts, "T30"),
    { heading: "Factory", meaning: "factory" },
    { heading: "Merchandiser", meaning: "merchandiser" },
    { heading: "Remarks", meaning: "remarks" },
  ],
  notes: ["Fabric actual = received at factory warehouse."],
};

const BORDER = { style: "thin", color: "#BFBFBF" } as const;
const GRID = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };
const LOOKS = {
  title: { font: { bold: true, size: 14 } },
  heading: {
    font: { bold: true },
    fill: "#D9E1F2",
    horizontal: "center",
    vertical: "middle",
    wrap: true,
    border: GRID,
  },
  group: { font: { bold: true }, fill: "#FFF2CC" },
  total: { font: { bold: true }, border: { top: { style: "medium", color: "#808080" } } },
  cell: { border: GRID },
} as const satisfies Record<string, FileStyle>;

/** A tracker as an office keeps it: no Excel table, groups between the orders, some dates typed as text. */
export function ownSheet(lang: "zh" | "en"): FileBook {
  const words = lang === "zh" ? zh : en;
  const third = ORDERS / 3;
  const { grid, answer } = composeSheet({
    name: words.sheet,
    lang,
    seed: 26,
    rows: ORDERS,
    at: [TOP, LEFT],
    dateFormat: words.dates,
    columns: words.columns,
    above: (maker) =>
      void maker
        .put(0, LEFT, words.title)
        .put(0, UPDATED_COLUMN - 1, words.updated)
        .put(0, UPDATED_COLUMN, { value: UPDATED, format: words.dates }),
    between: [
      ...words.groups.map((text, index) => ({
        before: index * third,
        kind: "group" as const,
        cells: { 0: text },
        merged: words.columns.length,
      })),
      { before: ORDERS, kind: "total" as const, cells: { 0: words.total, 6: 0, 8: 0 } },
    ],
    below: (maker, free) => words.notes.forEach((note, index) => maker.put(free + 1 + index, LEFT, note)),
  });
  const book = bookOfGrid(grid);
  const [sheet] = book.sheets;
  const firstRow = answer.headingRows.at(-1)! + 1;
  const totalRow = answer.lastRow + 1;
  const groups = new Set([...answer.rows].filter(([, kind]) => kind === "group").map(([row]) => row));
  const [qty, price, amount] = [6, 7, 8].map((index) => columnName(LEFT + index)) as [string, string, string];
  const formula = ({ row, column }: FileCell): string | undefined => {
    const letter = columnName(column);
    if (row === totalRow && (letter === qty || letter === amount))
      return `=SUM(${letter}${firstRow + 1}:${letter}${totalRow})`;
    if (letter === amount && row >= firstRow && row < totalRow && !groups.has(row))
      return `=${qty}${row + 1}*${price}${row + 1}`;
    return undefined;
  };
  const look = ({ row, column, style }: FileCell): FileStyle => {
    const format = style === undefined ? {} : { numberFormat: book.styles[style]!.numberFormat! };
    if (row === 0) return column === LEFT ? LOOKS.title : format;
    if (answer.headingRows.includes(row)) return LOOKS.heading;
    if (groups.has(row)) return LOOKS.group;
    if (row === totalRow) return { ...LOOKS.total, numberFormat: "#,##0" };
    return row < totalRow ? { ...LOOKS.cell, ...format } : {};
  };
  const styles: FileStyle[] = [];
  const styleOf = (style: FileStyle): number => {
    const known = styles.findIndex((one) => JSON.stringify(one) === JSON.stringify(style));
    return known >= 0 ? known : styles.push(style) - 1;
  };
  const sums = { [qty]: 0, [amount]: 0 };
  for (const { row, column, value } of sheet!.cells) {
    const letter = columnName(column);
    if (row >= firstRow && row < totalRow && letter in sums && typeof value === "number")
      sums[letter]! += value;
  }
  const cells = sheet!.cells.map(({ style: _style, ...cell }): FileCell => {
    const own = formula(cell);
    const letter = columnName(cell.column);
    return {
      ...cell,
      ...(own !== undefined && { formula: own }),
      ...(cell.row === totalRow && letter in sums && { value: sums[letter]! }),
      style: styleOf(look({ ...cell, ...(_style !== undefined && { style: _style }) })),
    };
  });
  const wide = new Set([words.columns.length - 1, 4]);
  const updated = `=${quotedSheet(words.sheet)}!$${columnName(UPDATED_COLUMN)}$1`;
  return {
    ...book,
    styles,
    names: [{ name: "AsOf", formula: updated }],
    sheets: [
      {
        ...sheet!,
        cells,
        rows: [
          { row: 0, height: 24 },
          { row: TOP, height: 30 },
        ],
        columns: [
          { column: 0, width: 2 },
          ...words.columns.map((_, index) => ({
            column: LEFT + index,
            width: index === 0 ? 5 : wide.has(index) ? 20 : 11,
          })),
        ],
        frozen: { rows: TOP + 2, columns: LEFT + 4 },
      },
    ],
  };
}
