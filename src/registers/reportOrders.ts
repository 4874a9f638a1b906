import { milestoneName } from "../domain/schedule/milestoneHeading";
import type { OrderRisk } from "../domain/schedule/orderRisk";
import { taTemplate, type TaTask } from "../domain/schedule/taTemplate";
import { civilDate } from "../domain/calendar/serialDate";
import { reportEn, type ReportWords } from "../i18n/report.en";
import { reportZhCN } from "../i18n/report.zhCN";
import { riskEn } from "../i18n/risk.en";
import { riskZhCN } from "../i18n/risk.zhCN";
import { exFactory } from "./orders";
import type { Lang } from "./register";
import type { ReportSource } from "./reportContent";
import { dateIn, numberIn, textIn } from "./reportFields";
import { latestInspections, reportInspections, type ReportInspection } from "./reportInspections";

/** What the sections of a report share: its day, its words, and how it writes dates and names. */
export interface ReportTerms {
  readonly asOf: number;
  readonly lang: Lang;
  readonly words: ReportWords;
  readonly risk: typeof riskEn;
  /** 15 Sep or 9月15日; with the year where it is another one. */
  readonly date: (serial: number) => string;
  readonly milestone: (id: string) => string;
  readonly owner: (owner: string) => string;
}

export function reportTerms({ asOf, templates = {} }: ReportSource, lang: Lang): ReportTerms {
  const words = lang === "zh-CN" ? reportZhCN : reportEn;
  const risk = lang === "zh-CN" ? riskZhCN : riskEn;
  const short = lang === "zh-CN" ? "zh" : "en";
  const tasks: readonly TaTask[] = [
    ...Object.values(templates).flat(),
    ...(["knit", "woven", "denim", "repeat"] as const).flatMap((name) => taTemplate(name, short)),
  ];
  const thisYear = civilDate(asOf).year;
  return {
    asOf,
    lang,
    words,
    risk,
    date: (serial) => {
      const { year, month, day } = civilDate(serial);
      return year === thisYear ? words.date(day, month) : words.date(day, month, year);
    },
    milestone: (id) => {
      const own = tasks.find(({ code }) => code === id);
      const starts = !own && id.endsWith("S");
      const code = starts ? id.slice(0, -1) : id;
      const name = (own ?? tasks.find((task) => task.code === code))?.name ?? "";
      return milestoneName({ code, name }, starts ? "start" : "finish", short);
    },
    owner: (owner) => risk.owners[owner as keyof typeof risk.owners] ?? owner,
  };
}

export interface ReportOrder {
  readonly po: string;
  readonly style: string;
  readonly colour: string;
  readonly customer: string;
  readonly factory: string;
  readonly remarks: string;
  readonly qty: number;
  readonly due: number | undefined;
  /** The day on which it left, when it has by the day of the report. */
  readonly shipped: number | undefined;
  readonly risk: OrderRisk | undefined;
  readonly inspection: ReportInspection | undefined;
}

export function reportOrders(source: ReportSource): ReportOrder[] {
  const { asOf, orders, risks } = source;
  const byKey = new Map(risks.map((risk) => [risk.key, risk]));
  const latest = latestInspections(reportInspections(source), asOf);
  return orders.map(({ key, fields }) => {
    const risk = byKey.get(key);
    const left = risk?.shipped ?? dateIn(fields[`${exFactory}.actual`]);
    const [po, style] = [textIn(fields.po), textIn(fields.style)];
    return {
      po,
      style,
      colour: textIn(fields.colour),
      customer: textIn(fields.customer),
      factory: textIn(fields.factory),
      remarks: textIn(fields.remarks),
      qty: numberIn(fields.qty) ?? 0,
      due: dateIn(fields.due),
      // An actual date typed ahead is a promise.
      shipped: left !== undefined && left <= asOf ? left : undefined,
      risk,
      inspection: latest({ po, style }),
    };
  });
}

/** Colours of one order that have the same story. */
export interface OrderGroup {
  readonly order: ReportOrder;
  readonly colours: readonly string[];
  readonly lines: number;
  readonly qty: number;
}

export function grouped(orders: readonly ReportOrder[]): OrderGroup[] {
  const groups = new Map<string, { order: ReportOrder; colours: string[]; lines: number; qty: number }>();
  for (const order of orders) {
    const { colour, qty, risk, ...rest } = order;
    const { key: _, ...story } = risk ?? { key: "" };
    const same = JSON.stringify([rest, story]);
    const group = groups.get(same);
    if (!group) groups.set(same, { order, colours: colour ? [colour] : [], lines: 1, qty });
    else {
      if (colour && !group.colours.includes(colour)) group.colours.push(colour);
      group.lines += 1;
      group.qty += qty;
    }
  }
  return [...groups.values()];
}

const lineBreak = "\n";

export const orderCell = ({ order, colours }: OrderGroup, { words }: ReportTerms): string =>
  [order.po, order.style, words.list(colours)].filter(Boolean).join(lineBreak);

export const partyCell = ({ customer, factory }: { customer: string; factory: string }): string =>
  [customer, factory].filter(Boolean).join(lineBreak);

export function stepCell(
  { risk }: ReportOrder,
  { words, date, milestone, owner, asOf }: ReportTerms,
): string {
  if (!risk?.next) return "";
  const { next } = risk;
  const by = next.date ?? next.forecast;
  const overdue = next.date !== undefined && next.date < asOf ? words.orders.late(asOf - next.date) : "";
  return (
    words.orders.step(milestone(next.milestone), by === undefined ? "" : date(by), owner(next.owner)) +
    overdue
  );
}

/** Why an order is where it is, in the words of the risk board. */
export function reasonCell(
  { risk, due }: ReportOrder,
  { risk: { reason }, milestone, asOf }: ReportTerms,
): string {
  if (!risk) return "";
  const { driver, ship, chance = 1 } = risk;
  if (driver) return reason.driver(milestone(driver.milestone), driver.late, driver.costs);
  if (due === undefined || ship === undefined) return "";
  if (due < asOf) return reason.noTimeAtAll(asOf - due);
  if (ship > due) return reason.noTime(ship - due);
  return chance < 0.8 ? reason.littleSlack : reason.onTrack;
}
