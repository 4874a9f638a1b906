import type { OrderRisk, RiskProblem } from "../../domain/schedule/orderRisk";
import { milestoneName } from "../../domain/schedule/milestoneHeading";
import { functionErrors } from "../../i18n/functionErrors";
import { fieldOf } from "../../registers/registers";
import { word, type Lang } from "../../registers/register";
import { shortDate } from "../ui/dates";
import type { Tone } from "../ui/tone";
import type { Tile } from "./boardRows";
import type { OrderProblem, RiskBasis } from "./riskRequest";
import type { RiskTexts } from "./useRiskTexts";

/** From this chance on nobody needs to do more than planned. */
const safe = 0.8;

export const tileTones: Readonly<Record<Tile, Tone>> = {
  RED: "bad",
  AMBER: "warn",
  GREEN: "good",
  check: "soon",
};

/** A milestone as people call it: T19S is the start of T19. Tasks that only a template knows go by its name for them. */
export function milestoneLabel(id: string, lang: Lang, templates: RiskBasis["templates"]): string {
  const tasks = Object.values(templates).flat();
  const own = tasks.find(({ code }) => code === id);
  const starts = !own && id.endsWith("S");
  const code = starts ? id.slice(0, -1) : id;
  const name = (own ?? tasks.find((task) => task.code === code))?.name ?? "";
  return milestoneName({ code, name }, starts ? "start" : "finish", lang === "zh-CN" ? "zh" : "en");
}

/** The party that a template's owner code stands for; a user's own word stays as it is. */
export function ownerLabel(owner: string, { owners }: RiskTexts): string {
  return owners[owner as keyof typeof owners] ?? owner;
}

/** Why an order is where it is. */
export function reasonSentence(
  risk: OrderRisk,
  due: number | undefined,
  asOf: number,
  label: (id: string) => string,
  texts: RiskTexts,
): string | undefined {
  const { driver, ship, chance } = risk;
  if (driver) return texts.reason.driver(label(driver.milestone), driver.late, driver.costs);
  if (due === undefined || ship === undefined) return undefined;
  if (due < asOf) return texts.reason.noTimeAtAll(asOf - due);
  if (ship > due) return texts.reason.noTime(ship - due);
  return (chance ?? 1) < safe ? texts.reason.littleSlack : texts.reason.onTrack;
}

/** What a rule of the trade objects to, in the sentence that a cell would show. */
function ruleSentence({ code, params }: RiskProblem, argument: string, lang: Lang): string {
  const values: RiskProblem["params"] = { argument, ...params };
  const sentence = functionErrors[lang === "zh-CN" ? "zh" : "en"][code];
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

/** What stands in the way of a forecast, and what to do about it. */
export function problemSentence(
  problem: OrderProblem,
  headings: Readonly<Record<string, string>>,
  lang: Lang,
  { problem: texts }: RiskTexts,
): string {
  switch (problem.code) {
    case "noDue":
      return texts.noDue;
    case "noDates":
      return texts.noDates;
    case "unknownTemplate":
      return texts.unknownTemplate(problem.word);
    case "brokenTemplate":
      return texts.brokenTemplate(problem.word, ruleSentence(problem.problem, problem.word, lang));
    case "unreadableDates": {
      const names = problem.fields.map((id) => headings[id] ?? word(fieldOf("orders", id)!.heading, lang));
      return texts.unreadableDates(names.join(lang === "zh-CN" ? "、" : ", "));
    }
  }
}

/** What the forecast itself could not do. */
export function refusalSentence(problem: RiskProblem, lang: Lang, { problem: texts }: RiskTexts): string {
  const { code, params } = problem;
  switch (code) {
    case "noCalendarData":
      return texts.noCalendarData(Number(params.year));
    case "unknownCalendar":
      return texts.unknownCalendar(String(params.text));
    case "noAnswer":
      return texts.noAnswer;
    default:
      return texts.other(ruleSentence(problem, "", lang));
  }
}

/** A date, or nothing. */
export const dateText = (date: number | undefined, lang: Lang, asOf: number): string =>
  date === undefined ? "" : shortDate(date, lang, asOf);
