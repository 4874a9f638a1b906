import { calendarFor } from "../domain/calendar/calendarFor";
import { riskLevel, type RiskLevel } from "../domain/schedule/riskLevel";
import { taPlan, type PlanDirection } from "../domain/schedule/taPlan";
import { taStatus, type TaStatus } from "../domain/schedule/taStatus";
import { oneCell, optional, required } from "./cells/argument";
import { calendarCell } from "./cells/calendarCell";
import { closuresArgument } from "./cells/closuresArgument";
import { dateCell } from "./cells/dateCell";
import { eachCell } from "./cells/eachCell";
import { langCell } from "./cells/langCell";
import { numberCell, rateCell, wholeCell } from "./cells/numberCell";
import { table } from "./cells/table";
import { taTasksArgument } from "./cells/taTasksArgument";
import { wordCell } from "./cells/wordCell";
import { today } from "./today";

const STATUS_IN_CHINESE: Readonly<Record<TaStatus, string>> = {
  DONE: "完成",
  "DONE LATE": "延误完成",
  OVERDUE: "逾期",
  "AT RISK": "有风险",
  "DUE SOON": "临近",
  OPEN: "未到",
};

const RISK_IN_CHINESE: Readonly<Record<RiskLevel, string>> = { GREEN: "绿", AMBER: "黄", RED: "红" };

const planDirectionCell = wordCell<PlanDirection>({
  forward: ["forward", "正排", "顺排"],
  backward: ["backward", "倒排", "逆排"],
});

/**
 * Status of a milestone: DONE, DONE LATE, OVERDUE (asOf after planned), AT RISK (forecast after planned), DUE SOON (within warnDays), OPEN.
 * @customfunction TASTATUS
 * @param planned The planned date.
 * @param [actual] The date on which it happened; blank while it is open.
 * @param [asOf] The date on which an open item is judged; today if left out.
 * @param [warnDays] How many calendar days before the planned date it counts as due soon; 3 if left out.
 * @param [forecast] The date now expected.
 * @param [lang] "zh" for Chinese words; English codes if left out.
 * @returns Text.
 * @example =MERCH.TASTATUS(DATE(2026,10,18),,DATE(2026,10,15)) → DUE SOON
 * @example =MERCH.TASTATUS(DATE(2026,10,18),DATE(2026,10,20),DATE(2026,10,21)) → DONE LATE
 * @example =MERCH.TASTATUS(DATE(2026,10,18),,DATE(2026,10,19),,,"zh") → 逾期
 * @errors #VALUE! for a text that is no date, warnDays below 0 or an unknown language.
 * @source Time and action practice: a milestone is judged by its planned, actual and forecast dates.
 */
export function TASTATUS(
  planned: any[][],
  actual?: any[][],
  asOf?: any[][],
  warnDays?: any[][],
  forecast?: any[][],
  lang?: any[][],
): any[][] {
  return eachCell(
    [
      required("planned", planned, dateCell),
      optional("actual", actual, dateCell),
      optional("asOf", asOf, dateCell, today()),
      optional("warnDays", warnDays, wholeCell({ least: 0 }), 3),
      optional("forecast", forecast, dateCell),
      optional("lang", lang, langCell, "en"),
    ],
    (plan, done, at, warn, expected, language) => {
      const status = taStatus({ planned: plan, actual: done, asOf: at, forecast: expected }, warn);
      return language === "zh" ? STATUS_IN_CHINESE[status] : status;
    },
  );
}

/**
 * Time and action plan: a row for each milestone with code, name, owner, start, finish and float. Forward from the order date, or backward from the ex-factory date (latest dates).
 * @customfunction TAPLAN
 * @param template knit/针织, woven/梭织, denim/牛仔, repeat/翻单, enquiry/询价; or a range of 8 or 9 columns: code, name, owner, optimistic, most likely and pessimistic duration, unit (WD or CD), predecessors (A;B:SS+2;C:FF-1), [chance of being held up].
 * @param anchor The order date; with direction "backward" the ex-factory date.
 * @param [direction] "forward" (default) or "backward".
 * @param [calendar] Working calendar for WD durations: CN5, CN6 (default), CN7, BD, VN, KH, MM, IN, PK, ID, LK, TR, HK, EU, US, ALL.
 * @param [closures] Your own days: one column of days off, or two columns date and kind (off, work, year).
 * @param [lang] "zh" for Chinese names of milestones and owners; English if left out.
 * @returns n rows of 6 columns: code, milestone, owner, start, finish (serial numbers), float in days of the task's own unit.
 * @example =INDEX(MERCH.TAPLAN("knit",DATE(2026,3,2)),20,4) → 2026-04-08
 * @example =INDEX(MERCH.TAPLAN("knit",DATE(2026,3,2)),30,5) → 2026-05-07
 * @example =INDEX(MERCH.TAPLAN("knit",DATE(2026,3,2)),32,5) → 2026-05-12
 * @example =INDEX(MERCH.TAPLAN("针织",DATE(2026,5,7),"backward",,,"zh"),20,2) → 开裁-裁剪
 * @errors #N/A when a China calendar has no data for a year of the plan; #VALUE! for an unknown template, a circle of predecessors or an unknown one (the tasks are named).
 * @source Durations: trade practice, to be replaced by your own history. Links FS, SS, FF, SF with lags as in the critical path method; a backward plan is anchored on T30, or on the last row of a range without T30.
 */
export function TAPLAN(
  template: any[][],
  anchor: any[][],
  direction?: any[][],
  calendar?: any[][],
  closures?: any[][],
  lang?: any[][],
): any[][] {
  const inLanguage = optional("lang", lang, langCell, "en");
  return table(
    [inLanguage],
    () => {
      const language = oneCell(inLanguage);
      const tasks = oneCell(taTasksArgument("template", template, language));
      const date = oneCell(required("anchor", anchor, dateCell));
      const towards = oneCell(optional("direction", direction, planDirectionCell, "forward"));
      const name = oneCell(optional("calendar", calendar, calendarCell, "CN6"));
      const list = oneCell(closuresArgument(closures));
      return taPlan(tasks, date, towards, calendarFor(name, list)).map(({ task, start, finish, float }) => [
        task.code,
        task.name,
        task.owner,
        start,
        finish,
        float,
      ]);
    },
    "template",
  );
}

/**
 * The colour of a chance of being on time: GREEN, AMBER or RED.
 * @customfunction RISKLEVEL
 * @param chance The chance of being on time, 0 to 1 or as a percentage.
 * @param [green] From this chance on it is green; 0.8 if left out.
 * @param [amber] From this chance on it is amber; 0.5 if left out.
 * @param [lang] "zh" for Chinese words; English codes if left out.
 * @returns Text.
 * @example =MERCH.RISKLEVEL(0.72) → AMBER
 * @example =MERCH.RISKLEVEL(0.8) → GREEN
 * @example =MERCH.RISKLEVEL(0.49,,,"zh") → 红
 * @errors #VALUE! for a chance outside 0 to 1, green below amber or an unknown language.
 * @source Commit at the 80 % date, plan at the 50 % date: schedule risk practice.
 */
export function RISKLEVEL(chance: any[][], green?: any[][], amber?: any[][], lang?: any[][]): any[][] {
  const share = { least: 0, most: 1 };
  return eachCell(
    [
      required("chance", chance, numberCell(share)),
      optional("green", green, rateCell(share), 0.8),
      optional("amber", amber, rateCell(share), 0.5),
      optional("lang", lang, langCell, "en"),
    ],
    (probability, greenFrom, amberFrom, language) => {
      const level = riskLevel(probability, greenFrom, amberFrom);
      return language === "zh" ? RISK_IN_CHINESE[level] : level;
    },
  );
}

export const statusFunctions = { TASTATUS, TAPLAN, RISKLEVEL };
