import { byGoods, type Goods } from "./inspectedGoods";
import type { ReportSource } from "./reportContent";
import { dateIn, numberIn, textIn } from "./reportFields";
import { verdictOf, type InspectionVerdict } from "./verdictOf";

export interface ReportInspection {
  readonly id: string;
  readonly po: string;
  readonly style: string;
  readonly date: number | undefined;
  readonly type: string;
  readonly verdict: InspectionVerdict | undefined;
  readonly reason: string;
  readonly inspected: number;
  readonly defects: number;
  readonly remarks: string;
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

/** The latest inspection of an order up to the day of the report; of two on one day the later row. */
export function latestInspections(
  inspections: readonly ReportInspection[],
  asOf: number,
): (goods: Goods) => ReportInspection | undefined {
  const rowOf = new Map(inspections.map((inspection, row) => [inspection, row]));
  const find = byGoods(
    inspections.filter(({ date }) => date !== undefined && date <= asOf),
    (inspection) => inspection,
  );
  return (goods) =>
    [...find(goods)].sort(
      (a, b) => (b.date ?? 0) - (a.date ?? 0) || (rowOf.get(b) ?? 0) - (rowOf.get(a) ?? 0),
    )[0];
}
