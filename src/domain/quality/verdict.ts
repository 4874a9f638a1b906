export type DefectClass = "critical" | "major" | "minor";

export const defectClasses: readonly DefectClass[] = ["critical", "major", "minor"];

export type QcStatus = "FAIL" | "PENDING" | "PASS";

/** What was found. Leave out what was not written down: no count at all is not the same as a count of 0. */
export interface Counts {
  readonly critical?: number | undefined;
  readonly major?: number | undefined;
  readonly minor?: number | undefined;
  /** Pieces looked at. Left out: the whole sample is taken to have been inspected. */
  readonly inspected?: number | undefined;
}

interface Limits {
  readonly Ac: number;
  readonly Re: number;
}

/** The part of a `LotPlan` that decides. */
export interface Judgement {
  readonly major: Limits;
  readonly minor: Limits;
  /** Pieces to be inspected. */
  readonly sample: number;
}

export type QcReason =
  /** More of a class than accepted (FAIL). */
  | { readonly code: "over"; readonly defectClass: DefectClass; readonly count: number; readonly Ac: number }
  /** Nothing written down yet (PENDING). */
  | { readonly code: "notCounted" }
  /** Fewer pieces looked at than the sample asks for (PENDING). */
  | { readonly code: "incomplete"; readonly inspected: number; readonly sample: number }
  /** Between Ac and Re of reduced inspection to Z1.4: the lot is accepted, the next is inspected normally (PASS). */
  | {
      readonly code: "inGap";
      readonly defectClass: DefectClass;
      readonly count: number;
      readonly Ac: number;
      readonly Re: number;
    };

/** No critical defect is accepted, whatever the sample. */
export const criticalLimits: Limits = { Ac: 0, Re: 1 };

const limitsOf = (plan: Judgement, defectClass: DefectClass): Limits =>
  defectClass === "critical" ? criticalLimits : plan[defectClass];

const isBlank = (counts: Counts): boolean =>
  counts.critical === undefined && counts.major === undefined && counts.minor === undefined;

/**
 * FAIL when any critical defect was found or a class reaches its own rejection number (which is Ac + 1; in reduced inspection to
 * Z1.4 a count in the gap between the two is accepted, clause 10.1.4). Otherwise PENDING while nothing is counted or the larger
 * sample is not inspected in full: an unfinished inspection never passes. Otherwise PASS.
 */
export const qcStatus = (plan: Judgement, counts: Counts): QcStatus => {
  if ((counts.critical ?? 0) >= criticalLimits.Re) return "FAIL";
  if ((counts.major ?? 0) >= plan.major.Re || (counts.minor ?? 0) >= plan.minor.Re) return "FAIL";
  if (isBlank(counts)) return "PENDING";
  if (counts.inspected !== undefined && counts.inspected < plan.sample) return "PENDING";
  return "PASS";
};

/** Why `qcStatus` says so, the gravest first; empty for a plain pass. */
export const qcReasons = (plan: Judgement, counts: Counts): QcReason[] => {
  const over = defectClasses.flatMap((defectClass): QcReason[] => {
    const count = counts[defectClass] ?? 0;
    const { Ac, Re } = limitsOf(plan, defectClass);
    return count >= Re ? [{ code: "over", defectClass, count, Ac }] : [];
  });
  if (over.length > 0) return over;
  if (counts.inspected !== undefined && counts.inspected < plan.sample) {
    return [{ code: "incomplete", inspected: counts.inspected, sample: plan.sample }];
  }
  if (isBlank(counts)) return [{ code: "notCounted" }];
  return defectClasses.flatMap((defectClass): QcReason[] => {
    const count = counts[defectClass] ?? 0;
    const { Ac, Re } = limitsOf(plan, defectClass);
    return count > Ac ? [{ code: "inGap", defectClass, count, Ac, Re }] : [];
  });
};

/** How one class stands while defects are being tallied. */
export interface ClassTally extends Limits {
  readonly count: number;
  /** How many more may be found before the lot fails; 0: the next one fails it. Negative once failed. */
  readonly room: number;
}

export interface Tally {
  readonly status: QcStatus;
  readonly reasons: readonly QcReason[];
  readonly classes: Readonly<Record<DefectClass, ClassTally>>;
  /** Pieces still to be inspected; undefined where nobody counts them. */
  readonly left: number | undefined;
}

/** The verdict as it stands after each tap on the defect list. */
export const tally = (plan: Judgement, counts: Counts): Tally => {
  const classOf = (defectClass: DefectClass): ClassTally => {
    const count = counts[defectClass] ?? 0;
    const { Ac, Re } = limitsOf(plan, defectClass);
    return { count, Ac, Re, room: Re - 1 - count };
  };
  return {
    status: qcStatus(plan, counts),
    reasons: qcReasons(plan, counts),
    classes: { critical: classOf("critical"), major: classOf("major"), minor: classOf("minor") },
    left: counts.inspected === undefined ? undefined : Math.max(0, plan.sample - counts.inspected),
  };
};
