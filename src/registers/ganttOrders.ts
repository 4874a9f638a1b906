import type { GanttCells, GanttLook, GanttPlan, OrdersTable } from "./ganttPlan";
import { barColours, columnName, ganttNames, hasRisk, INK, PALE } from "./ganttPlan";
import { milestones } from "./milestones";
import { orders } from "./orders";
import type { Lang, Words } from "./register";
import { word } from "./register";

const texts = {
  title: { en: "Open orders by week", zh: "未出货订单周进度" },
  asOf: { en: "As of", zh: "截至" },
  start: { en: "Start", zh: "开始" },
  legend: [
    { fill: barColours.good, says: { en: "green", zh: "绿" } },
    { fill: barColours.warn, says: { en: "amber", zh: "黄" } },
    { fill: barColours.bad, says: { en: "red", zh: "红" } },
    { fill: barColours.late, says: { en: "after due", zh: "超交期" } },
    { fill: barColours.due, says: { en: "due", zh: "交期" } },
    { fill: barColours.today, says: { en: "this week", zh: "本周" } },
  ],
  note: {
    en: "Bars run from the order date to the likely ex-factory date and follow the tracker.",
    zh: "横条从下单日期到预测离厂日期，随跟单表变化。",
  },
} satisfies Record<string, Words | { fill: string; says: Words }[]>;

/** Ten weeks behind, the rest ahead. */
const WEEKS = 30;
const WEEKS_BEHIND = 10;
const HEADINGS = 3;
const FIRST = 4;

/** A date that is not there is 0 in a spilled column, and shows as nothing. */
const DAY = "yyyy-mm-dd;;";

/** The first of these columns that the table has. */
const firstOf = ({ column }: OrdersTable, ids: readonly string[]): string | undefined =>
  ids.flatMap((id) => column(id) ?? [])[0];

/**
 * One line for each order that has not left, the earliest due first: formulas that spill, so that orders come, go and move as
 * their rows do. `rows` is the size of the table, `open` how many lines there are now.
 */
export function ganttOrders(
  table: OrdersTable,
  lang: Lang,
  asOf: string,
  size: { readonly rows: number; readonly open: number },
): GanttPlan {
  const { column, open } = table;
  const due = column("due") ?? "";
  const spilled = (values: string): string =>
    `=SORTBY(FILTER(${values},${open},""),FILTER(${due},${open},""))`;
  const heading = (id: string): string =>
    word(orders.fields.find((field) => field.id === id)?.heading ?? { en: "", zh: "" }, lang);
  const starts = ["orderDate", ...milestones.flatMap(({ id }) => [`${id}.plan`, `${id}.actual`])];
  const start = firstOf(table, starts) ?? due;
  const likely = firstOf(table, ["forecastShip", "T30.plan"]) ?? due;

  const said = [
    { id: "po", width: 66 },
    { id: "style", width: 54 },
    { id: "colour", width: 48 },
    { id: "factory", width: 90 },
    { id: "nextStep", width: 78 },
    { id: "risk", width: 48 },
  ].flatMap(({ id, width }) => {
    const values = column(id);
    return values === undefined ? [] : [{ id, width, title: heading(id), formula: spilled(`${values}&""`) }];
  });
  const dates = [
    { title: word(texts.start, lang), formula: spilled(start) },
    { title: heading("due"), formula: spilled(due) },
    { title: heading("forecastShip"), formula: spilled(likely) },
  ];
  const columns = [...said, ...dates.map((one) => ({ ...one, id: "", width: 58 }))];
  const weeks = columns.length;
  const risk = said.findIndex(({ id }) => id === "risk");
  const lines = Math.max(60, size.rows + 40);

  // Each from the as-of date itself: a chain of sums along the row would be computed link by link.
  const week = (i: number): string => `${asOf}-MOD(${asOf}-2,7)+${7 * (i - WEEKS_BEHIND)}`;
  const weekCells = Array.from({ length: WEEKS }, (_, i) => `=${week(i)}`);
  const months = Array.from({ length: WEEKS }, (_, i) =>
    i === 0 ? `=${week(0)}` : `=IF(MONTH(${week(i)})<>MONTH(${week(i - 1)}),${week(i)},"")`,
  );
  const legend = texts.legend.map(({ fill, says }, i) => ({
    fill,
    text: word(says, lang),
    column: weeks + i * 5,
  }));

  const cells: GanttCells[] = [
    { row: 0, column: 0, formulas: [[word(texts.title, lang)]] },
    { row: 1, column: 0, formulas: [[word(texts.asOf, lang)]] },
    { row: 1, column: 1, formulas: [[`=${asOf}`]], format: "yyyy-mm-dd" },
    { row: 2, column: 0, formulas: [[word(texts.note, lang)]] },
    { row: HEADINGS, column: 0, formulas: [columns.map(({ title }) => title)] },
    ...columns.map(({ formula }, place) => ({ row: FIRST, column: place, formulas: [[formula]] })),
    { row: 2, column: weeks, formulas: [months], format: lang === "zh-CN" ? 'm"月"' : "mmm" },
    { row: HEADINGS, column: weeks, formulas: [weekCells], format: "d" },
    ...legend.map(({ text, column: place }) => ({ row: 0, column: place + 1, formulas: [[text]] })),
  ];
  const block = { row: FIRST, column: weeks, rows: lines, columns: WEEKS };
  const monday = `${columnName(weeks)}$4`;
  const [from = "", by = "", to = ""] = [3, 2, 1].map((left) => `$${columnName(weeks - left)}5`);
  const bar = `ISNUMBER(${from}),ISNUMBER(${to}),${from}>0,${monday}+6>=${from},${monday}<=${to}`;
  const dueHere = `AND(ISNUMBER(${by}),${by}>=${monday},${by}<${monday}+7)`;
  const thisWeek = `$B$2>=${monday},$B$2<${monday}+7`;
  // A due date that is no number is greater than every number.
  const before = `${by}>=${monday}+7`;
  const risky = (which: "bad" | "warn" | "good"): string =>
    risk < 0 ? "FALSE" : hasRisk(`$${columnName(risk)}5`, which);
  const rules: (readonly [formula: string, fill: string])[] = [
    [`=${dueHere}`, barColours.due],
    [`=AND(${bar},ISNUMBER(${by}),${monday}>${by})`, barColours.late],
    ...(["bad", "warn", "good"] as const).map((which): [string, string] => [
      `=AND(${bar},${before},${risky(which)})`,
      barColours[which],
    ]),
    [
      `=AND(${bar},${before},NOT(OR(${(["bad", "warn", "good"] as const).map(risky).join(",")})))`,
      barColours.quiet,
    ],
    [`=AND(${thisWeek},NOT(${dueHere}),NOT(AND(${bar})))`, barColours.today],
  ];
  const looks: GanttLook[] = [
    { block: { row: 0, column: 0, rows: 1, columns: 1 }, bold: true, size: 14, font: INK },
    { block: { row: HEADINGS, column: 0, rows: 1, columns: weeks }, bold: true, fill: PALE, wrapped: true },
    { block: { row: HEADINGS, column: weeks, rows: 1, columns: WEEKS }, fill: PALE, centred: true },
    { block: { row: 2, column: weeks, rows: 1, columns: WEEKS }, bold: true, font: INK },
    { block: { row: FIRST, column: 0, rows: size.open + 2, columns: weeks + WEEKS }, ruled: true },
    ...legend.map(({ fill, column: place }) => ({
      block: { row: 0, column: place, rows: 1, columns: 1 },
      fill,
    })),
  ];
  return {
    name: word(ganttNames.orders, lang),
    widths: [...columns.map(({ width }) => width), ...Array.from({ length: WEEKS }, () => 18)],
    hidden: [],
    cells,
    formats: [{ block: { row: FIRST, column: weeks - 3, rows: lines, columns: 3 }, format: DAY }],
    looks,
    rules: [
      ...rules.map(([formula, fill]) => ({ block, formula, fill })),
      {
        block: { row: HEADINGS, column: weeks, rows: 1, columns: WEEKS },
        formula: `=AND(${thisWeek})`,
        fill: barColours.line,
      },
    ],
    frozen: { rows: FIRST, columns: Math.min(3, said.length) },
    print: { row: 0, column: 0, rows: FIRST + Math.max(1, size.open), columns: weeks + WEEKS },
    titleRows: "$3:$4",
    mark: { row: FIRST, column: 0, begins: "=SORTBY(FILTER(" },
  };
}
