import { orderForecast, type OrderForecast } from "../domain/schedule/orderForecast";
import { calendarFor } from "../domain/calendar/calendarFor";
import { isoDate } from "../domain/calendar/serialDate";
import { milestoneName, type MilestonePart } from "../domain/schedule/milestoneHeading";
import { driverOf, nextStep } from "../domain/schedule/orderReason";
import { riskLevel, type RiskLevel } from "../domain/schedule/riskLevel";
import { trackerSentences } from "../i18n/trackerSentences";
import { oneCell, optional, type Argument, type Cells } from "./cells/argument";
import { calendarCell } from "./cells/calendarCell";
import { closuresArgument } from "./cells/closuresArgument";
import { dateCell } from "./cells/dateCell";
import { langCell, type Lang } from "./cells/langCell";
import { eachOrder, type OrderRow } from "./cells/orderRows";
import { wordCell } from "./cells/wordCell";
import { today } from "./today";

type Risk = RiskLevel | "SHIPPED";

const RISK_IN_CHINESE: Readonly<Record<Risk, string>> = {
  GREEN: "绿",
  AMBER: "黄",
  RED: "红",
  SHIPPED: "已出",
};

const stepPartCell = wordCell<"name" | "date" | "owner">({
  name: ["name", "名称", "步骤"],
  date: ["date", "日期"],
  owner: ["owner", "负责人", "负责方"],
});

interface TrackerArguments {
  readonly headings: Cells;
  readonly dates: Cells;
  readonly due?: Argument<number | undefined>;
  readonly template: Cells;
  readonly asOf: Cells;
  readonly calendar?: Cells;
  readonly closures?: Cells;
  readonly lang?: Argument<Lang>;
}

type Rule = (forecast: OrderForecast, row: OrderRow, due: number, lang: Lang) => string | number;

function tracker(args: TrackerArguments, rule: Rule): any[][] {
  const { headings, dates, due, template, asOf, calendar, closures, lang } = args;
  let on: { asOf: number; lang: Lang; calendar: ReturnType<typeof calendarFor> };
  const given = () => {
    const name = oneCell(optional("calendar", calendar, calendarCell, "CN6"));
    on = {
      lang: lang ? oneCell(lang) : "en",
      asOf: oneCell(optional("asOf", asOf, dateCell, today())),
      calendar: calendarFor(name, oneCell(closuresArgument(closures))),
    };
    return { headings, dates, template, asOf: on.asOf };
  };
  return eachOrder(lang ? [lang] : [], given, due, (row, by) =>
    rule(orderForecast(row.model, row.order, on.asOf, on.calendar), row, by, on.lang),
  );
}

/** It has left when its actual date has come: one typed ahead is a promise. */
const hasLeft = ({ shipped, asOf }: OrderForecast): boolean => shipped !== undefined && shipped <= asOf;

function nameOf({ model, taskIn }: OrderRow, lang: Lang, task: number, part: MilestonePart): string {
  const { code } = model.tasks[task] ?? { code: "" };
  return milestoneName({ code, name: taskIn(lang, task).name }, part, lang);
}

/**
 * Forecast ex-factory date of each order of a tracker, from the planned and actual dates in its row and a time and action template.
 * @customfunction SHIPDATE
 * @param headings The headings of the milestone columns: 1 row. Codes (T19) or names in English or Chinese, with plan/actual (计划/实际) before or after; other columns are passed over.
 * @param dates The orders' rows under these headings, one or more. TBA, n/a, 待定 and the like are dates not known yet.
 * @param [template] knit/针织 (default), woven/梭织, denim/牛仔, repeat/翻单; a column of these names beside the orders; or a range as TAPLAN takes.
 * @param [asOf] The date of the forecast; today if left out.
 * @param [calendar] Working calendar for WD durations: CN5, CN6 (default), CN7, BD, VN, KH, MM, IN, PK, ID, LK, TR, HK, EU, US, ALL.
 * @param [closures] Your own days: one column of days off, or two columns date and kind (off, work, year).
 * @returns A date for each row; "" for a row without dates.
 * @example =MERCH.SHIPDATE({"Order date","Ex-factory actual"},{46083,""},,DATE(2026,3,2)) → 2026-05-07
 * @example =MERCH.SHIPDATE({"开裁 计划","开裁 实际","离厂 实际"},{"2026-04-08","2026-04-09","2026-05-09"},"针织",DATE(2026,5,10)) → 2026-05-09
 * @errors #VALUE! when no heading is a milestone, for headings and dates of different width, or a date that cannot be read (in its row); #N/A when a China calendar has no data for a year of the forecast.
 * @source Forward pass from what happened, with most likely durations: finished work keeps its dates, followed work that is blank is not done before asOf, what the tracker does not follow goes by the template. Working days of finance and banks are banking days.
 */
export function SHIPDATE(
  headings: any[][],
  dates: any[][],
  template?: any[][],
  asOf?: any[][],
  calendar?: any[][],
  closures?: any[][],
): any[][] {
  return tracker({ headings, dates, template, asOf, calendar, closures }, (forecast) => forecast.ship());
}

/**
 * Chance that each order of a tracker leaves the factory by its due date, by simulation of what is left; the same rows always give the same answer.
 * @customfunction ONTIME
 * @param headings The headings of the milestone columns: 1 row, as for SHIPDATE.
 * @param dates The orders' rows under these headings, one or more. TBA, n/a, 待定 and the like are dates not known yet.
 * @param due The ex-factory due date of each order.
 * @param [template] knit/针织 (default), woven/梭织, denim/牛仔, repeat/翻单; a column of these names beside the orders; or a range as TAPLAN takes.
 * @param [asOf] The date of the forecast; today if left out.
 * @param [calendar] Working calendar for WD durations: CN5, CN6 (default), CN7, BD, VN, KH, MM, IN, PK, ID, LK, TR, HK, EU, US, ALL.
 * @param [closures] Your own days: one column of days off, or two columns date and kind (off, work, year).
 * @returns A share for each row, 0 to 1; "" for a row without dates or without a due date.
 * @example =MERCH.ONTIME({"Ex-factory actual"},{46149},DATE(2026,5,7),,DATE(2026,5,10)) → 1
 * @example =MERCH.ONTIME({"Ex-factory actual"},{46150},DATE(2026,5,7),,DATE(2026,5,10)) → 0
 * @example =ROUND(MERCH.ONTIME({"Order date","Ex-factory actual"},{46083,""},DATE(2026,5,12),,DATE(2026,3,2)),1) → 0.6
 * @errors As SHIPDATE; a due date beyond the years with calendar data is #N/A while the order may take so long.
 * @source Van Slyke, Monte Carlo methods and the PERT problem, Operations Research 11 (1963); 8,191 runs on a Korobov lattice: L'Ecuyer & Lemieux, Management Science 46 (2000). Tasks of one owner are correlated 0.3.
 */
export function ONTIME(
  headings: any[][],
  dates: any[][],
  due: any[][],
  template?: any[][],
  asOf?: any[][],
  calendar?: any[][],
  closures?: any[][],
): any[][] {
  const by = optional("due", due, dateCell);
  return tracker({ headings, dates, due: by, template, asOf, calendar, closures }, (forecast, _, date) =>
    forecast.chance(date),
  );
}

/**
 * Risk of each order of a tracker: GREEN (chance of leaving by the due date at least 0.8), AMBER (0.5), RED; SHIPPED when it has left.
 * @customfunction RISK
 * @param headings The headings of the milestone columns: 1 row, as for SHIPDATE.
 * @param dates The orders' rows under these headings, one or more. TBA, n/a, 待定 and the like are dates not known yet.
 * @param due The ex-factory due date of each order.
 * @param [template] knit/针织 (default), woven/梭织, denim/牛仔, repeat/翻单; a column of these names beside the orders; or a range as TAPLAN takes.
 * @param [asOf] The date of the forecast; today if left out.
 * @param [calendar] Working calendar for WD durations: CN5, CN6 (default), CN7, BD, VN, KH, MM, IN, PK, ID, LK, TR, HK, EU, US, ALL.
 * @param [closures] Your own days: one column of days off, or two columns date and kind (off, work, year).
 * @param [lang] "zh" for Chinese words; English codes if left out.
 * @returns Text for each row; "" for a row without dates or without a due date.
 * @example =MERCH.RISK({"Order date","Ex-factory actual"},{46083,""},DATE(2026,6,15),,DATE(2026,3,2)) → GREEN
 * @example =MERCH.RISK({"Order date","Ex-factory actual"},{46083,""},DATE(2026,4,30),,DATE(2026,3,2)) → RED
 * @example =MERCH.RISK({"离厂 实际"},{46149},DATE(2026,5,7),,DATE(2026,5,10),,,"zh") → 已出
 * @errors As ONTIME.
 * @source As ONTIME; commit at the 80 % date, plan at the 50 % date: schedule risk practice.
 */
export function RISK(
  headings: any[][],
  dates: any[][],
  due: any[][],
  template?: any[][],
  asOf?: any[][],
  calendar?: any[][],
  closures?: any[][],
  lang?: any[][],
): any[][] {
  const by = optional("due", due, dateCell);
  const language = optional("lang", lang, langCell, "en");
  const args = { headings, dates, due: by, template, asOf, calendar, closures, lang: language };
  return tracker(args, (forecast, _, date, out) => {
    const risk: Risk = hasLeft(forecast) ? "SHIPPED" : riskLevel(forecast.chance(date));
    return out === "zh" ? RISK_IN_CHINESE[risk] : risk;
  });
}

/**
 * The reason for the risk of each order in a sentence: which milestone is late and what it costs, the forecast against the due date, what comes next.
 * @customfunction RISKWHY
 * @param headings The headings of the milestone columns: 1 row, as for SHIPDATE.
 * @param dates The orders' rows under these headings, one or more. TBA, n/a, 待定 and the like are dates not known yet.
 * @param due The ex-factory due date of each order.
 * @param [template] knit/针织 (default), woven/梭织, denim/牛仔, repeat/翻单; a column of these names beside the orders; or a range as TAPLAN takes.
 * @param [asOf] The date of the forecast; today if left out.
 * @param [calendar] Working calendar for WD durations: CN5, CN6 (default), CN7, BD, VN, KH, MM, IN, PK, ID, LK, TR, HK, EU, US, ALL.
 * @param [closures] Your own days: one column of days off, or two columns date and kind (off, work, year).
 * @param [lang] "zh" for a Chinese sentence; English if left out.
 * @returns A sentence for each row; "" for a row without dates or without a due date.
 * @example =MERCH.RISKWHY({"Ex-factory actual"},{46149},DATE(2026,5,10),,DATE(2026,5,11)) → Left on 2026-05-07, 3 days before due
 * @example =MERCH.RISKWHY({"离厂 实际"},{46153},DATE(2026,5,10),,DATE(2026,5,12),,,"zh") → 2026-05-11 已离厂，晚于交期 1 天
 * @errors As SHIPDATE.
 * @source Each late milestone is put on its planned date (or the template's) in turn and the order forecast again; the one that moves ex-factory most is named.
 */
export function RISKWHY(
  headings: any[][],
  dates: any[][],
  due: any[][],
  template?: any[][],
  asOf?: any[][],
  calendar?: any[][],
  closures?: any[][],
  lang?: any[][],
): any[][] {
  const by = optional("due", due, dateCell);
  const language = optional("lang", lang, langCell, "en");
  const args = { headings, dates, due: by, template, asOf, calendar, closures, lang: language };
  return tracker(args, (forecast, row, date, out) => {
    let known = sentences.get(forecast);
    if (!known) sentences.set(forecast, (known = new Map<string, string>()));
    // A template of one's own may have the dates of a published one, in its own words.
    const key = `${date} ${out} ${row.taskIn(out, forecast.model.target).name}`;
    let sentence = known.get(key);
    if (sentence === undefined) known.set(key, (sentence = reasonOf(forecast, row, date, out)));
    return sentence;
  });
}

/** As long as a forecast is remembered, so are its sentences. */
const sentences = new WeakMap<OrderForecast, Map<string, string>>();

function reasonOf(forecast: OrderForecast, row: OrderRow, due: number, lang: Lang): string {
  const ship = forecast.ship();
  const shipped = hasLeft(forecast);
  const driver = shipped ? undefined : driverOf(forecast);
  const next = shipped ? undefined : nextStep(forecast);
  return trackerSentences[lang]({
    ship: isoDate(ship),
    afterDue: ship - due,
    shipped,
    chance: forecast.chance(due),
    driver: driver && { ...driver, name: nameOf(row, lang, driver.task, driver.part) },
    next: next && {
      name: nameOf(row, lang, next.task, next.part),
      date: next.date === undefined ? "" : isoDate(next.date),
      owner: row.taskIn(lang, next.task).owner,
    },
  });
}

/**
 * The next milestone of each order that is to be met: its name, date or owner. In the language of the headings.
 * @customfunction NEXTSTEP
 * @param headings The headings of the milestone columns: 1 row, as for SHIPDATE.
 * @param dates The orders' rows under these headings, one or more. TBA, n/a, 待定 and the like are dates not known yet.
 * @param [part] "name" (default), "date" (planned where the row has it, else forecast) or "owner".
 * @param [template] knit/针织 (default), woven/梭织, denim/牛仔, repeat/翻单; a column of these names beside the orders; or a range as TAPLAN takes.
 * @param [asOf] The date on which it is asked; today if left out.
 * @returns Text or a date for each row; "" for a row without dates and for an order that has left.
 * @example =MERCH.NEXTSTEP({"PP sample plan","PP sample actual","PCD plan","PCD actual"},{46110,46112,46120,""},,,DATE(2026,4,1)) → Cutting start
 * @example =MERCH.NEXTSTEP({"PP sample plan","PP sample actual","PCD plan","PCD actual"},{46110,46112,46120,""},"date",,DATE(2026,4,1)) → 2026-04-08
 * @example =MERCH.NEXTSTEP({"开裁 计划","开裁 实际"},{46120,""},"负责方",,DATE(2026,4,1)) → 工厂
 * @errors #VALUE! when no heading is a milestone, or for a date that cannot be read; #N/A when the date lies beyond the years with calendar data.
 * @source As SHIPDATE, in the calendar CN6.
 */
export function NEXTSTEP(
  headings: any[][],
  dates: any[][],
  part?: any[][],
  template?: any[][],
  asOf?: any[][],
): any[][] {
  return tracker({ headings, dates, template, asOf }, (forecast, row) => {
    const wanted = oneCell(optional("part", part, stepPartCell, "name"));
    const next = nextStep(forecast);
    if (!next) return "";
    const lang = row.chinese ? "zh" : "en";
    if (wanted === "owner") return row.taskIn(lang, next.task).owner;
    if (wanted === "name") return nameOf(row, lang, next.task, next.part);
    return next.date ?? forecast.ship();
  });
}

export const trackerFunctions = { SHIPDATE, ONTIME, RISK, RISKWHY, NEXTSTEP };
