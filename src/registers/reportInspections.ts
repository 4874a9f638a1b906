import { dateIn, goodsOf, numberIn, textIn } from "./reportFields";
import type { ReportSource } from "./reportContent";

export type ReportVerdict = "pass" | "fail" | "pending";

export interface ReportInspection {
  readonly id: string;
  readonly po: string;
  readonly style: string;
  readonly date: number | undefined;
  readonly type: string;
  readonly verdict: ReportVerdict | undefined;
  readonly reason: string;
  readonly inspected: number;
  readonly defects: number;
  readonly remarks: string;
}

function verdictOf(text: string): ReportVerdict | undefined {
  const word = text.normalize("NFKC").trim().toLowerCase();
  if (/^(fail|不合格)/.test(word)) return "fail";
  if (/^(pass|合格)/.test(word)) return "pass";
  return /^(pending|待定)/.test(word) ? "pending" : undefined;
}

export const reportInspections = ({ inspections }: ReportSource): ReportInspection[] =>
  inspections.map(({ fields }) => ({
    id: textIn(fields.id),
    po: textIn(fields.po),
    style: textIn(fields.style),
    date: dateIn(fields.date),
    type: textIn(fields.type),
    verdict: verdictOf(textIn(fields.verdict)),
    reason: textIn(fields.reason),
    inspected: numberIn(fields.inspected) ?? 0,
    defects: ["critical", "major", "minor"].reduce((sum, id) => sum + (numberIn(fields[id]) ?? 0), 0),
    remarks: textIn(fields.remarks),
  }));

/** The latest inspection of each PO and style up to the day of the report; of two on one day the later row. */
export function latestInspections(source: ReportSource): Map<string, ReportInspection> {
  const latest = new Map<string, ReportInspection>();
  for (const inspection of reportInspections(source)) {
    const { po, style, date } = inspection;
    if (date === undefined || date > source.asOf) continue;
    const goods = goodsOf(po, style);
    if (date >= (latest.get(goods)?.date ?? 0)) latest.set(goods, inspection);
  }
  return latest;
}
