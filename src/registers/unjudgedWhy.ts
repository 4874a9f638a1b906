import { functionErrors } from "../i18n/functionErrors";
import type { ReportOrder, ReportTerms } from "./reportOrders";

/** What stands in the way of an order's chance, in the words of the risk board. */
export function unjudgedWhy(
  { risk, due }: ReportOrder,
  { risk: { problem: said }, lang }: ReportTerms,
): string {
  if (risk?.problem) {
    const { code, params } = risk.problem;
    if (code === "noCalendarData") return said.noCalendarData(Number(params.year));
    if (code === "unknownCalendar") return said.unknownCalendar(String(params.text));
    if (code === "unknownTemplate") return said.unknownTemplate(String(params.text));
    if (code === "noAnswer") return said.noAnswer;
    const sentence = functionErrors[lang === "zh-CN" ? "zh" : "en"][code];
    return said.other(sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? "")));
  }
  return due === undefined ? said.noDue : said.noDates;
}
