import type { Reason } from "../../domain/schedule/urgency";
import type { Messages } from "../../i18n/en";
import { choiceWord } from "../../registers/choice";
import { fieldOf } from "../../registers/registers";
import { word, type Lang } from "../../registers/register";
import { milestoneOf } from "../../registers/trackedMilestones";
import type { OrderView } from "../orders";
import { shortDate } from "../ui/dates";
import type { Tone } from "../ui/tone";

const typeField = fieldOf("inspections", "type");

export const reasonTones: Readonly<Record<Reason["code"], Tone>> = {
  exFactoryOverdue: "bad",
  milestoneOverdue: "bad",
  qcFailed: "bad",
  forecastLate: "warn",
  exFactorySoon: "soon",
  milestoneSoon: "soon",
  qcPending: "warn",
};

export const toneOf = (order: OrderView): Tone => {
  const [worst] = order.urgency.reasons;
  return worst ? reasonTones[worst.code] : order.urgency.done ? "good" : "calm";
};

export function milestoneName(id: string, lang: Lang): string {
  const milestone = milestoneOf(id);
  return milestone ? word(milestone.name, lang) : id;
}

/** What is wrong, in one line. */
export function reasonText(
  reason: Reason,
  order: OrderView,
  messages: Messages,
  lang: Lang,
  asOf: number,
): string {
  const [latest] = order.inspections;
  const on = (date: number | undefined) => (date === undefined ? "" : shortDate(date, lang, asOf));
  const type = latest && typeField ? String(choiceWord(typeField, latest.type, lang)) : "";
  switch (reason.code) {
    case "exFactoryOverdue":
      return messages.reason.exFactoryOverdue(reason.days);
    case "exFactorySoon":
      return messages.reason.exFactorySoon(reason.days);
    case "milestoneOverdue":
      return messages.reason.milestoneOverdue(milestoneName(reason.milestone, lang), reason.days);
    case "milestoneSoon":
      return messages.reason.milestoneSoon(milestoneName(reason.milestone, lang), reason.days);
    case "forecastLate":
      return messages.reason.forecastLate(reason.days, on(reason.forecast));
    case "qcFailed":
      return messages.reason.qcFailed(type, on(latest?.date), latest?.reason ?? "");
    case "qcPending":
      return messages.reason.qcPending(type, on(latest?.date), latest?.reason ?? "");
  }
}
