import { findDefect, type Zone } from "../../domain/quality/defects";
import { lotPlan, usualAqls, type LotPlan } from "../../domain/quality/lotPlan";
import type { Level } from "../../domain/quality/codeLetter";
import type { Severity } from "../../domain/quality/samplingPlan";
import { readEdition } from "../../domain/quality/terms";
import { defectClasses, type Counts, type DefectClass } from "../../domain/quality/verdict";
import { choiceWord } from "../../registers/choice";
import { fieldOf } from "../../registers/registers";
import { word, type CellValue, type Fields, type Lang, type RegisterId } from "../../registers/register";
import { isoDate } from "../../domain/calendar/serialDate";
import type { OrderView } from "../orders";
import { dateOf, textOf, type DateValue } from "../ui/dates";

export interface TallyEntry {
  readonly code: string;
  readonly zone: Zone;
  readonly count: number;
}

/** The terms that stay the same from one inspection to the next, and are remembered. */
export interface SamplingTerms {
  readonly level: Level;
  readonly majorAql: number;
  readonly minorAql: number;
  readonly severity: Severity;
  /** As written in the sheet: ISO, GB or Z1.4. */
  readonly standard: string;
}

export const usualTerms: SamplingTerms = {
  level: "II",
  majorAql: usualAqls.major,
  minorAql: usualAqls.minor,
  severity: "normal",
  standard: "ISO",
};

/** An inspection as it stands in the form; kept while it is not saved. */
export interface InspectionDraft {
  readonly orderKey: string;
  readonly orderName: string;
  readonly po: string;
  readonly style: string;
  readonly date: DateValue;
  /** English word of the choice. */
  readonly type: string;
  readonly reinspectionOf: string;
  readonly lot: number | undefined;
  readonly terms: SamplingTerms;
  readonly zone: Zone;
  readonly tally: readonly TallyEntry[];
  /** Counts corrected by hand; the others are counted from the tally. */
  readonly corrected: Readonly<Partial<Record<DefectClass, number>>>;
  readonly inspected: number | undefined;
  readonly inspector: string;
  readonly cartons: number | undefined;
  readonly measured: number | undefined;
  readonly measuredOut: number | undefined;
  readonly remarks: string;
}

export const reinspection = "Re-inspection";

export function startInspection(
  order: OrderView,
  asOf: number,
  terms: SamplingTerms,
  inspector: string,
): InspectionDraft {
  const { fields } = order.row;
  const [latest] = order.inspections;
  // After a failure the next thing inspected is the reworked lot.
  const again = latest?.verdict === "fail";
  return {
    orderKey: order.key,
    orderName: order.name,
    po: textOf(fields.po),
    style: textOf(fields.style),
    date: asOf,
    type: again ? reinspection : "FRI",
    reinspectionOf: again ? latest.id : "",
    lot: order.qty,
    terms,
    zone: "A",
    tally: [],
    corrected: {},
    inspected: undefined,
    inspector,
    cartons: undefined,
    measured: undefined,
    measuredOut: undefined,
    remarks: "",
  };
}

export function addDefect(draft: InspectionDraft, code: string, zone: Zone, by: 1 | -1): InspectionDraft {
  const at = draft.tally.findIndex((entry) => entry.code === code && entry.zone === zone);
  const found = draft.tally[at];
  const tally = found
    ? draft.tally
        .map((entry, index) => (index === at ? { ...entry, count: entry.count + by } : entry))
        .filter(({ count }) => count > 0)
    : by > 0
      ? [...draft.tally, { code, zone, count: 1 }]
      : draft.tally;
  // A count that was corrected by hand goes on from there.
  const defectClass = classOf({ code, zone });
  const number = draft.corrected[defectClass];
  const changed = found || by > 0;
  const corrected =
    number === undefined || !changed
      ? draft.corrected
      : { ...draft.corrected, [defectClass]: Math.max(0, number + by) };
  return { ...draft, tally, corrected };
}

export const classOf = ({ code, zone }: { code: string; zone: Zone }): DefectClass =>
  findDefect(code)?.classIn[zone] ?? "minor";

export function tallied(draft: InspectionDraft, defectClass: DefectClass): number {
  return draft.tally
    .filter((entry) => classOf(entry) === defectClass)
    .reduce((sum, { count }) => sum + count, 0);
}

/** What is judged. As long as nobody looked at anything, nothing is counted: an inspection that was only opened never passes. */
export function countsOf(draft: InspectionDraft): Counts {
  const begun =
    draft.inspected !== undefined || draft.tally.length > 0 || Object.keys(draft.corrected).length > 0;
  if (!begun) return {};
  const count = (defectClass: DefectClass) => draft.corrected[defectClass] ?? tallied(draft, defectClass);
  return {
    critical: count("critical"),
    major: count("major"),
    minor: count("minor"),
    // As long as nobody says how many pieces were looked at, it is not the whole sample; saving asks.
    inspected: draft.inspected ?? 0,
  };
}

export function planFor({ lot, terms }: Pick<InspectionDraft, "lot" | "terms">): LotPlan | undefined {
  const { level, majorAql, minorAql, severity, standard } = terms;
  if (lot === undefined) return undefined;
  return lotPlan(lot, { level, majorAql, minorAql, severity, edition: readEdition(standard) ?? "ISO" });
}

/** A name that no inspection of the book has: type, day and a running number. */
export function inspectionId(draft: InspectionDraft, taken: ReadonlySet<string>, asOf: number): string {
  const day = isoDate(dateOf(draft.date) ?? asOf)
    .replaceAll("-", "")
    .slice(2);
  const type = draft.type === reinspection ? "RE" : draft.type;
  for (let number = 1; ; number++) {
    const id = `${type}-${day}-${String(number).padStart(2, "0")}`;
    if (!taken.has(id)) return id;
  }
}

const filled = (all: Readonly<Record<string, CellValue | undefined>>): Fields =>
  Object.fromEntries(
    Object.entries(all).filter(
      (entry): entry is [string, CellValue] => entry[1] !== undefined && entry[1] !== "",
    ),
  );

const chosen = (register: RegisterId, id: string, value: string, lang: Lang): CellValue => {
  const field = fieldOf(register, id);
  return field ? choiceWord(field, value, lang) : value;
};

/** The rows that saving writes: one inspection, and one for each kind of defect. */
export function rowsOf(
  draft: InspectionDraft,
  id: string,
  lang: Lang,
): { inspection: Fields; defects: Fields[] } {
  const { critical, major, minor } = countsOf(draft);
  const inspection = filled({
    id,
    date: draft.date,
    po: draft.po,
    style: draft.style,
    type: chosen("inspections", "type", draft.type, lang),
    lot: draft.lot,
    level: draft.terms.level,
    majorAql: draft.terms.majorAql,
    minorAql: draft.terms.minorAql,
    severity: chosen("inspections", "severity", draft.terms.severity, lang),
    standard: draft.terms.standard,
    inspected: countsOf(draft).inspected,
    critical,
    major,
    minor,
    inspector: draft.inspector.trim(),
    cartons: draft.cartons,
    measured: draft.measured,
    measuredOut: draft.measuredOut,
    reinspectionOf: draft.type === reinspection ? draft.reinspectionOf : "",
    remarks: draft.remarks.trim(),
  });
  const defects = draft.tally.map((entry) => {
    const defect = findDefect(entry.code);
    return filled({
      inspection: id,
      code: entry.code,
      description: defect && word(defect.name, lang),
      class: chosen("defects", "class", classOf(entry), lang),
      zone: entry.zone,
      count: entry.count,
    });
  });
  return { inspection, defects };
}

const isClass = new Set<string>(defectClasses);

/** A draft that was kept, if it still has the shape this version writes. */
export function keptDraft(kept: unknown): { draft: InspectionDraft; savedAt: number } | undefined {
  if (typeof kept !== "object" || kept === null) return undefined;
  const { draft, savedAt } = kept as { draft?: Partial<InspectionDraft>; savedAt?: unknown };
  const sound =
    typeof savedAt === "number" &&
    typeof draft?.orderKey === "string" &&
    typeof draft.po === "string" &&
    typeof draft.style === "string" &&
    typeof draft.type === "string" &&
    Array.isArray(draft.tally) &&
    typeof draft.terms === "object" &&
    Object.keys(draft.corrected ?? {}).every((each) => isClass.has(each));
  return sound ? { draft: draft as InspectionDraft, savedAt } : undefined;
}
