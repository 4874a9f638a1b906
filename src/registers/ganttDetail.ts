import type { GanttCells, GanttLook, GanttPlan, OrdersTable } from "./ganttPlan";
import { barColours, columnName, ganttNames, hasRisk, INK, PALE } from "./ganttPlan";
import { milestones, orderDateHeading } from "./milestones";
import { orders } from "./orders";
import type { Lang, Words } from "./register";
import { word } from "./register";

const texts = {
  title: { en: "One order in detail", zh: "单个订单进度" },
  order: { en: "Order", zh: "订单" },
  hint: { en: "Choose an order in the coloured cell.", zh: "在有颜色的格里选择订单。" },
  milestone: { en: "Milestone", zh: "节点" },
  from: { en: "From", zh: "从" },
  date: { en: "Date", zh: "日期" },
  late: { en: "Days late", zh: "延误天数" },
  plan: { en: "Plan", zh: "计划" },
  actual: { en: "Actual", zh: "实际" },
  due: { en: "Due", zh: "交期" },
  likely: { en: "Likely", zh: "预测" },
} satisfies Record<string, Words>;

const FIRST = 5;
const DATES = 5;
/** Columns of the chart; five share a date above them. */
const STEPS = 60;
const TOGETHER = 5;

/** A line of the chart: the field whose date it shows. */
interface Line {
  readonly name: string;
  readonly kind: Words;
  readonly fieldId: string;
  /** This is the actual date of the milestone whose planned one is on the line above. */
  readonly follows: boolean;
}

function linesOf({ column }: OrdersTable, lang: Lang): Line[] {
  const has = (fieldId: string): boolean => column(fieldId) !== undefined;
  const line = (name: string, kind: Words, fieldId: string, follows = false): Line[] =>
    has(fieldId) ? [{ name, kind, fieldId, follows }] : [];
  const heading = (id: string): string =>
    word(orders.fields.find((field) => field.id === id)?.heading ?? { en: id, zh: id }, lang);
  return [
    ...line(word(orderDateHeading, lang), texts.actual, "orderDate"),
    ...milestones.flatMap(({ id, name }) => [
      ...line(word(name, lang), texts.plan, `${id}.plan`),
      ...line(has(`${id}.plan`) ? "" : word(name, lang), texts.actual, `${id}.actual`, has(`${id}.plan`)),
    ]),
    ...line(heading("due"), texts.due, "due"),
    ...line(heading("forecastShip"), texts.likely, "forecastShip"),
  ];
}

/**
 * One order, chosen from a list: its milestones down, planned and actual dates as bars over days. `first` is the order to begin
 * with, as its label says it.
 */
export function ganttDetail(
  table: OrdersTable,
  lang: Lang,
  asOf: string,
  size: { readonly rows: number; readonly first: string },
): GanttPlan {
  const { column, open, label } = table;
  const lines = linesOf(table, lang);
  const last = FIRST + lines.length;
  /** Out of sight behind the chart: the orders to choose from, and what the chart is computed with. */
  const help = DATES + STEPS;
  const H = columnName(help);
  const [index, step, today] = [`$${H}$2`, `$${H}$3`, `$${H}$4`];
  const dates = `$D$${FIRST + 1}:$D$${last}`;
  const kinds = `$B$${FIRST + 1}:$B$${last}`;
  const kindWord = (kind: Words): string => `"${word(kind, lang)}"`;
  const chosen = (values: string): string => `INDEX(${values},${index})`;
  const text = (fieldId: string): string[] => {
    const values = column(fieldId);
    return values === undefined ? [] : [`IFERROR(${chosen(`${values}&""`)},"")`];
  };

  const rows = lines.map(({ name, kind, fieldId, follows }, i): string[] => {
    const row = FIRST + 1 + i;
    const value = chosen(`${column(fieldId) ?? ""}+0`);
    const earlier = `${kinds},$B${row},${dates},"<"&$D${row}`;
    const bar = kind === texts.plan || kind === texts.actual;
    const begins = kind === texts.likely ? `MIN(${today},$D${row})` : `$D${row}`;
    const from = bar
      ? `=IF($D${row}="","",IF(COUNTIFS(${earlier})=0,$D${row},MAXIFS(${dates},${earlier})))`
      : `=IF($D${row}="","",${begins})`;
    const plan = `$D${row - 1}`;
    const late = follows
      ? `=IF(${plan}="","",IF($D${row}<>"",$D${row}-${plan},IF(${plan}<${today},${today}-${plan},"")))`
      : "";
    return [name, word(kind, lang), from, `=IFERROR(IF(${value}>0,${value},""),"")`, late];
  });
  const F = columnName(DATES);
  const steps = Array.from({ length: STEPS }, (_, i) =>
    i === 0 ? `=IF(COUNT(${dates})=0,${today},MIN(${dates}))-1` : `=$${F}$5+${i}*${step}`,
  );
  const marks = Array.from({ length: STEPS / TOGETHER }, (_, i) => DATES + i * TOGETHER);
  const about = ["customer", "factory", "nextStep"].flatMap(text).join('&"   "&');
  const cells: GanttCells[] = [
    { row: 0, column: 0, formulas: [[word(texts.title, lang)]] },
    { row: 1, column: 0, formulas: [[word(texts.order, lang), size.first === "" ? "" : `'${size.first}`]] },
    { row: 0, column: DATES, formulas: [[word(texts.hint, lang)]] },
    { row: 1, column: DATES, formulas: [[about === "" ? "" : `=TRIM(${about})`]] },
    { row: 2, column: 0, formulas: [[...text("risk").map((one) => `=${one}`), ""].slice(0, 1)] },
    { row: 2, column: DATES, formulas: [[...text("riskWhy").map((one) => `=${one}`), ""].slice(0, 1)] },
    {
      row: 4,
      column: 0,
      formulas: [
        [texts.milestone, { en: "", zh: "" }, texts.from, texts.date, texts.late].map((one) =>
          word(one, lang),
        ),
      ],
    },
    { row: FIRST, column: 0, formulas: rows },
    ...marks.map((place) => ({
      row: 3,
      column: place,
      formulas: [[`=$${F}$5+${place - DATES}*${step}`]],
      format: "m-d",
    })),
    // The dates of the single columns are for the bars only: no format, and the colour of the cells where formats are not kept.
    { row: 4, column: DATES, formulas: [steps], format: ";;;" },
    { row: 1, column: help, formulas: [[`=XMATCH($B$2,${label})`]] },
    {
      row: 2,
      column: help,
      formulas: [[`=MAX(1,ROUNDUP((MAX(${dates},${today})-$${F}$5+3)/${STEPS},0))`]],
    },
    { row: 3, column: help, formulas: [[`=${asOf}`]], format: "yyyy-mm-dd" },
    {
      row: 5,
      column: help,
      formulas: [[`=SORTBY(FILTER(${label},${open},""),FILTER(${column("due") ?? ""},${open},""))`]],
    },
  ];
  const block = { row: FIRST, column: DATES, rows: lines.length, columns: STEPS };
  const [day, from, to] = [`${F}$5`, `$C${FIRST + 1}`, `$D${FIRST + 1}`];
  const isKind = (kind: Words, row = FIRST + 1): string => `$B${row}=${kindWord(kind)}`;
  const bar = `ISNUMBER(${to}),${day}+${step}>${from},${day}<=${to}`;
  const now = `AND(${today}>=${day},${today}<${day}+${step})`;
  const planAbove = `AND(${isKind(texts.plan, FIRST)},ISNUMBER($D${FIRST}),${day}>$D${FIRST})`;
  const drawn = (kind: Words, ...also: string[]): string =>
    `=AND(${[isKind(kind), bar, `NOT(${now})`, ...also].join(",")})`;
  const tones = ["bad", "warn", "good"] as const;
  const rules: (readonly [formula: string, fill: string])[] = [
    [`=${now}`, barColours.line],
    [drawn(texts.plan), barColours.plan],
    [drawn(texts.actual, planAbove), barColours.bad],
    [drawn(texts.actual, `NOT(${planAbove})`), barColours.actual],
    [drawn(texts.due), barColours.due],
    ...tones.map((tone): [string, string] => [drawn(texts.likely, hasRisk("$A$3", tone)), barColours[tone]]),
    [
      drawn(texts.likely, `NOT(OR(${tones.map((tone) => hasRisk("$A$3", tone)).join(",")}))`),
      barColours.quiet,
    ],
  ];
  const looks: GanttLook[] = [
    { block: { row: 0, column: 0, rows: 1, columns: 1 }, bold: true, size: 14, font: INK },
    { block: { row: 0, column: DATES, rows: 1, columns: 1 }, font: "#595959" },
    { block: { row: 1, column: 1, rows: 1, columns: 4 }, merged: true, bold: true, fill: "#FFF2CC" },
    { block: { row: 2, column: 0, rows: 1, columns: DATES + 1 }, bold: true },
    { block: { row: 4, column: 0, rows: 1, columns: DATES + STEPS }, bold: true, fill: PALE, wrapped: true },
    { block: { row: 4, column: DATES, rows: 1, columns: STEPS }, font: PALE },
    ...marks.map((place) => ({
      block: { row: 3, column: place, rows: 1, columns: TOGETHER },
      merged: true,
      left: true,
      size: 8,
    })),
    { block: { row: FIRST, column: 0, rows: lines.length, columns: DATES + STEPS }, ruled: true },
  ];
  return {
    name: word(ganttNames.detail, lang),
    widths: [104, 36, 60, 60, 40, ...Array.from({ length: STEPS }, () => 9), 120],
    hidden: [help],
    cells,
    formats: [{ block: { row: FIRST, column: 2, rows: lines.length, columns: 2 }, format: "yyyy-mm-dd" }],
    looks,
    rules: rules.map(([formula, fill]) => ({ block, formula, fill })),
    choice: {
      block: { row: 1, column: 1, rows: 1, columns: 1 },
      source: `=$${H}$6:$${H}$${Math.max(60, size.rows + 45)}`,
    },
    frozen: { rows: FIRST, columns: 2 },
    print: { row: 0, column: 0, rows: last, columns: DATES + STEPS },
    titleRows: "$4:$5",
    mark: { row: 1, column: help, begins: "=XMATCH($B$2," },
  };
}
