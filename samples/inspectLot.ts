import type { Calendar } from "../src/domain/calendar/calendar";
import { isoDate } from "../src/domain/calendar/serialDate";
import { findDefect, type Zone } from "../src/domain/quality/defects";
import { lotPlan } from "../src/domain/quality/lotPlan";
import type { DefectClass } from "../src/domain/quality/verdict";
import { choiceWord } from "../src/registers/choice";
import { fieldOf } from "../src/registers/registers";
import { word, type Fields, type RegisterId } from "../src/registers/register";
import type { Factory, SourcingOffice, Style } from "./office";
import type { Random } from "./random";
import { shift, type Progress } from "./simulateOrder";

export interface LotInspections {
  readonly inspection: Fields;
  readonly defects: readonly Fields[];
}

/** An order's goods of one style, whatever their colours: inspected as one lot. */
export interface Lot {
  readonly po: string;
  readonly style: Style;
  readonly factory: Factory;
  readonly plan: Progress;
  readonly colours: readonly { readonly qty: number }[];
  readonly office: SourcingOffice;
  readonly progress: Progress;
  readonly asOf: number;
  readonly calendar: Calendar;
  readonly random: Random;
}

type Outcome = "pass" | "fail" | "booked" | "underWay";

/** Inspections that an order had, and its progress after them: goods that fail leave later. */
export function inspectLot(lot: Lot): {
  inspections: (LotInspections & { date: number })[];
  progress: Progress;
} {
  const { progress, plan, asOf, calendar, random, factory } = lot;
  const pieces = lot.colours.reduce((sum, { qty }) => sum + qty, 0);
  const inspections: (LotInspections & { date: number })[] = [];
  const add = (type: string, date: number, size: number, outcome: Outcome, again?: string): string => {
    const made = inspect(lot, type, date, Math.round(size), outcome, again);
    inspections.push({ ...made, date });
    return String(made.inspection.id);
  };
  const cut = progress.T19S;
  const sewn = progress.T21;
  if (cut !== undefined && random.happens(0.25)) {
    const date = shift(cut, 5, calendar);
    if (date <= asOf) add("IPI", date, pieces * 0.2, "pass");
  }
  if (cut !== undefined && random.happens(0.35)) {
    const date = sewn === undefined ? shift(cut, 9, calendar) : shift(sewn, -3, calendar);
    if (date > cut && date <= asOf)
      add("DUPRO", date, pieces * 0.6, random.happens(factory.fails) ? "fail" : "pass");
  }
  const final = progress.T29;
  if (final === undefined) {
    const packed = progress.T27;
    if (packed !== undefined) {
      const planned = Math.max(plan.T29 ?? packed, packed);
      const today = planned <= asOf;
      add("FRI", today ? asOf : planned, pieces, today ? "underWay" : "booked");
    }
    return { inspections, progress };
  }
  // Without a failure that nobody has dealt with yet, the board would not show what it is for.
  const fresh = shift(final, 9, calendar) > asOf;
  if (!random.happens(fresh ? 0.9 : factory.fails)) {
    add("FRI", final, pieces, "pass");
    return { inspections, progress };
  }
  const failed = add("FRI", final, pieces, "fail");
  const again = shift(final, random.whole(3, 5), calendar);
  const { T29: _inspected, T30: shipped, ...before } = progress;
  if (again > asOf || fresh) {
    if (!fresh && random.happens(0.5)) add("Re-inspection", again, pieces, "booked", failed);
    return { inspections, progress: before };
  }
  add("Re-inspection", again, pieces, "pass", failed);
  const leaves = shift(again, 1, calendar);
  return {
    inspections,
    progress: { ...before, T29: again, ...(shipped !== undefined && leaves <= asOf && { T30: leaves }) },
  };
}

function inspect(
  lot: Lot,
  type: string,
  date: number,
  size: number,
  outcome: Outcome,
  again: string | undefined,
): LotInspections {
  const { office, style, random } = lot;
  const customer = office.customers.find(({ name }) => name === style.customer)!;
  const terms = { level: "II" as const, majorAql: customer.majorAql, minorAql: customer.minorAql };
  const plan = lotPlan(size, terms);
  if (!plan) throw new Error(`no sampling plan for a lot of ${size}`);
  const day = isoDate(date).replaceAll("-", "").slice(2);
  // The running number of the day is given when all inspections are known; until then the order tells them apart.
  const id = `${type === "Re-inspection" ? "RE" : type}-${day}#${lot.po}/${style.style}`;
  const counts = countsFor(outcome, plan.major.Ac, plan.minor.Ac, random);
  const defects = counts ? defectRows(lot, id, counts) : [];
  const remarks = {
    booked: office.remarks.booked,
    underWay: office.remarks.underWay,
    pass: again ? office.remarks.reworked : "",
    fail: "",
  }[outcome];
  const points = outcome === "booked" || outcome === "underWay" ? undefined : random.whole(4, 8) * 10;
  const inspected =
    outcome === "booked" ? undefined : outcome === "underWay" ? Math.round(plan.sample * 0.4) : plan.sample;
  const inspection: Fields = {
    id,
    date,
    po: lot.po,
    style: style.style,
    type: chosen(office, "inspections", "type", type),
    lot: size,
    ...terms,
    severity: chosen(office, "inspections", "severity", "Normal"),
    standard: "ISO",
    ...(inspected !== undefined && { inspected }),
    ...counts,
    ...(outcome !== "booked" && {
      inspector: random.pick(office.inspectors),
      cartons: Math.ceil(Math.sqrt(size / 24)),
    }),
    ...(points !== undefined && {
      measured: points,
      measuredOut: random.whole(0, outcome === "fail" ? 6 : 2),
    }),
    ...(again !== undefined && { reinspectionOf: again }),
    ...(remarks !== "" && { remarks }),
  };
  return { inspection, defects };
}

const chosen = (office: SourcingOffice, register: RegisterId, field: string, value: string): string => {
  const found = fieldOf(register, field);
  return found ? String(choiceWord(found, value, office.lang)) : value;
};

type Counts = Readonly<Record<DefectClass, number>>;

function countsFor(outcome: Outcome, majorAc: number, minorAc: number, random: Random): Counts | undefined {
  if (outcome === "booked") return undefined;
  if (outcome === "underWay")
    return { critical: 0, major: random.whole(0, Math.min(2, majorAc)), minor: random.whole(1, 3) };
  const few = {
    critical: 0,
    major: random.whole(0, Math.floor(majorAc * 0.7)),
    minor: random.whole(1, Math.max(1, Math.floor(minorAc * 0.7))),
  };
  if (outcome === "pass") return few;
  const reason = random.next();
  if (reason < 0.15) return { ...few, critical: 1 };
  if (reason < 0.75) return { ...few, major: majorAc + random.whole(1, 5) };
  return { ...few, minor: minorAc + random.whole(1, 6), major: majorAc };
}

/** Kinds of defect whose counts add up to what the inspection says. */
function defectRows({ office, style, random }: Lot, inspection: string, counts: Counts): Fields[] {
  const found = new Map<string, { code: string; zone: Zone; kind: DefectClass; count: number }>();
  const tally = (kind: DefectClass, code: string, zone: Zone, count: number): void => {
    const key = `${code}${zone}`;
    const before = found.get(key)?.count ?? 0;
    found.set(key, { code, zone, kind, count: before + count });
  };
  if (counts.critical > 0) tally("critical", random.pick(["X01", "X03", "X06"]), "A", counts.critical);
  for (const kind of ["major", "minor"] as const) {
    const zone: Zone = kind === "major" ? "A" : "B";
    const candidates = style.defects.filter((code) => findDefect(code)?.classIn[zone] === kind);
    const kinds = [...candidates].sort(() => random.next() - 0.5).slice(0, random.whole(2, 4));
    for (let left = counts[kind]; left > 0;) {
      const some = Math.min(left, random.whole(1, 3));
      tally(kind, random.pick(kinds), zone, some);
      left -= some;
    }
  }
  return [...found.values()].map(({ code, zone, kind, count }) => {
    const defect = findDefect(code);
    return {
      inspection,
      code,
      description: defect ? word(defect.name, office.lang) : "",
      class: chosen(office, "defects", "class", kind),
      zone,
      count,
    };
  });
}
