import { chanceAccepted, type ChanceMethod } from "../domain/quality/chanceAccepted";
import { codeLetter, levels, smallestLot, type Level } from "../domain/quality/codeLetter";
import { findDefect, type Zone } from "../domain/quality/defects";
import { cartonsToOpen, defectsPerHundred, rightFirstTime } from "../domain/quality/inspectionMeasures";
import { lotPlan, usualAqls, type LotPlan } from "../domain/quality/lotPlan";
import { samplingPlan, type Edition, type SamplingPlan, type Severity } from "../domain/quality/samplingPlan";
import { nextSeverity, type InspectionState, type LotResult } from "../domain/quality/switching";
import {
  readAql,
  readEdition,
  readLevel,
  readLotWord,
  readSeverity,
  readZone,
} from "../domain/quality/terms";
import {
  qcReasons,
  qcStatus,
  type Counts,
  type DefectClass,
  type QcReason,
  type QcStatus,
} from "../domain/quality/verdict";
import { TradeError } from "../domain/tradeError";
import { everyCell, nameArgument, oneCell, optional, required, type Reader } from "./cells/argument";
import { cellError } from "./cells/cellError";
import { eachCell } from "./cells/eachCell";
import { langCell, type Lang } from "./cells/langCell";
import { numberCell, wholeCell } from "./cells/numberCell";
import type { Plain } from "./cells/plainValue";
import { table } from "./cells/table";
import { textCell } from "./cells/textCell";
import { wordCell } from "./cells/wordCell";

declare module "../domain/tradeError" {
  interface TradeErrors {
    unknownAql: { text: string };
    unknownDefect: { text: string };
    notALotResult: { text: string };
    oneColumn: Record<never, never>;
    lotsForCounts: Record<never, never>;
    asManyLots: { results: number; lots: number };
  }
}

const STATUS_IN_CHINESE: Readonly<Record<QcStatus, string>> = {
  FAIL: "不合格",
  PENDING: "待定",
  PASS: "合格",
};

const CLASS_IN_WORDS: Readonly<Record<Lang, Readonly<Record<DefectClass, string>>>> = {
  en: { critical: "Critical", major: "Major", minor: "Minor" },
  zh: { critical: "致命", major: "主要", minor: "次要" },
};

/** Different spellings that a workbook can hold at most before the memory of them is given up. */
const MOST_SPELLINGS = 1000;

/**
 * A term of sampling as `read` knows it; `refuse` says what it does not know. Spellings are remembered: a column says the same few
 * words a hundred thousand times.
 */
function termReader<T>(
  read: (text: string | number) => T | undefined,
  refuse: (text: string) => TradeError,
): Reader<T> {
  const known = new Map<Plain, T>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const term = typeof value === "boolean" ? undefined : read(value);
    if (term === undefined) throw refuse(String(value));
    if (known.size < MOST_SPELLINGS) known.set(value, term);
    return term;
  };
}

function termCell<T>(read: (text: string | number) => T | undefined, choices: string): Reader<T> {
  return termReader(read, (text) => new TradeError("badInput", "unknownWord", { text, choices }));
}

const lotCell = wholeCell({ least: smallestLot });
const countCell = wholeCell({ least: 0 });
const levelCell = termCell<Level>(readLevel, levels.join(", "));
const severityCell = termCell<Severity>(readSeverity, "normal/正常, tightened/加严, reduced/放宽");
const editionCell = termCell<Edition>(readEdition, "ISO, GB, Z1.4");
const zoneCell = termCell<Zone>(readZone, "A, B");
const stateCell = termCell<InspectionState>(
  (text) =>
    readSeverity(text) ?? (/^\s*(?:discontinued|停止)/i.test(String(text)) ? "discontinued" : undefined),
  "normal/正常, tightened/加严, reduced/放宽, discontinued/停止",
);
const methodCell = wordCell<ChanceMethod>({ process: ["process", "过程"], lot: ["lot", "批"] });
const fieldCell = wordCell<"name" | "class" | "group">({
  name: ["name", "名称", "疵点"],
  class: ["class", "类别", "等级"],
  group: ["group", "组别", "分组"],
});
const truthCell = wordCell<"yes" | "no">({ yes: ["TRUE", "是", "yes", "1"], no: ["FALSE", "否", "no", "0"] });

const aqlCell = termReader(readAql, (text) => new TradeError("badInput", "unknownAql", { text }));

function planArguments(level: unknown, severity: unknown, standard: unknown) {
  return [
    optional("level", level, levelCell, "II"),
    optional("severity", severity, severityCell, "normal"),
    optional("standard", standard, editionCell, "ISO"),
  ] as const;
}

/** One of the plan's numbers, cell by cell. */
function planPart(
  part: (plan: SamplingPlan) => number,
  lot: unknown,
  aql: unknown,
  level: unknown,
  severity: unknown,
  standard: unknown,
): any[][] {
  return eachCell(
    [
      required("lot", lot, lotCell),
      required("aql", aql, aqlCell),
      ...planArguments(level, severity, standard),
    ],
    (pieces, limit, where, how, edition) => part(planOf(pieces, limit, where, how, edition)),
  );
}

/** The readers have let through only lots and AQLs of the tables, so there is a plan. */
function planOf(lot: number, aql: number, level: Level, severity: Severity, edition: Edition): SamplingPlan {
  return samplingPlan(lot, aql, { level, severity, edition }) as SamplingPlan;
}

/**
 * Sampling plan of a lot: code letter, sample size, acceptance and rejection number. Arrows are followed, and the letter is that of the plan used; a sample as large as the lot means that every piece is inspected.
 * @customfunction AQLPLAN
 * @param lot Pieces in the lot, 2 or more; a column of lots gives a row for each.
 * @param aql Acceptance quality limit in percent: 0.065, 0.1, 0.15, 0.25, 0.4, 0.65, 1, 1.5, 2.5, 4, 6.5, 10 and the others of the standard.
 * @param [level] Inspection level: I, II (default), III, S-1, S-2, S-3, S-4.
 * @param [severity] normal (default), tightened or reduced.
 * @param [standard] ISO (default; GB is the same) or Z1.4. They differ in reduced inspection.
 * @returns One row of 4 columns for each lot: letter, n, Ac, Re.
 * @example =MERCH.AQLPLAN(5000,1.5) → {"L",200,7,8}
 * @example =MERCH.AQLPLAN(150,1.5) → {"G",32,1,2}
 * @example =MERCH.AQLPLAN(8500,1.5,"II","reduced","Z1.4") → {"L",80,3,6}
 * @errors #VALUE! for a lot that is not a whole number of 2 or more, an AQL that is not in the standard, an unknown level, severity or standard, or lots that are not in one column.
 * @source ISO 2859-1:1999 (GB/T 2828.1-2012) and ANSI/ASQ Z1.4 (MIL-STD-105E), tables 1 and 2-A to 2-C, single sampling.
 */
export function AQLPLAN(
  lot: any[][],
  aql: any[][],
  level?: any[][],
  severity?: any[][],
  standard?: any[][],
): any[][] {
  const lots = optional("lot", lot, lotCell);
  return table([lots], () => {
    if (lots.cells.some((row) => row.length > 1)) {
      throw nameArgument(new TradeError("badInput", "oneColumn", {}), lots);
    }
    const limit = oneCell(required("aql", aql, aqlCell));
    const [where, how, edition] = planArguments(level, severity, standard);
    const options = { level: oneCell(where), severity: oneCell(how), edition: oneCell(edition) };
    return lots.cells.map(([cell]) => {
      try {
        const pieces = lots.read(cell);
        if (pieces === undefined) return ["", "", "", ""];
        const { letter, n, Ac, Re } = samplingPlan(pieces, limit, options) as SamplingPlan;
        return [letter, n, Ac, Re];
      } catch (error) {
        // One bad lot of many is an error in its own row.
        if (lots.cells.length === 1) throw nameArgument(error, lots);
        return Array<any>(4).fill(cellError(nameArgument(error, lots), undefined));
      }
    });
  });
}

/**
 * Pieces to inspect: the sample size of the sampling plan, at most the lot.
 * @customfunction AQLSIZE
 * @param lot Pieces in the lot, 2 or more.
 * @param aql Acceptance quality limit in percent: 0.065, 0.1, 0.15, 0.25, 0.4, 0.65, 1, 1.5, 2.5, 4, 6.5, 10 and the others of the standard.
 * @param [level] Inspection level: I, II (default), III, S-1, S-2, S-3, S-4.
 * @param [severity] normal (default), tightened or reduced.
 * @param [standard] ISO (default; GB is the same) or Z1.4. They differ in reduced inspection.
 * @returns A whole number of pieces.
 * @example =MERCH.AQLSIZE(150,1.5) → 32
 * @example =MERCH.AQLSIZE(2000,2.5) → 125
 * @example =MERCH.AQLSIZE(4,2.5) → 4
 * @errors #VALUE! for a lot that is not a whole number of 2 or more, an AQL that is not in the standard, or an unknown level, severity or standard.
 * @source ISO 2859-1:1999 (GB/T 2828.1-2012) and ANSI/ASQ Z1.4 (MIL-STD-105E), tables 1 and 2-A to 2-C, single sampling.
 */
export function AQLSIZE(
  lot: any[][],
  aql: any[][],
  level?: any[][],
  severity?: any[][],
  standard?: any[][],
): any[][] {
  return planPart((plan) => plan.n, lot, aql, level, severity, standard);
}

/**
 * Acceptance number: the lot is accepted with this many nonconforming pieces in the sample, or fewer.
 * @customfunction AQLAC
 * @param lot Pieces in the lot, 2 or more.
 * @param aql Acceptance quality limit in percent: 0.065, 0.1, 0.15, 0.25, 0.4, 0.65, 1, 1.5, 2.5, 4, 6.5, 10 and the others of the standard.
 * @param [level] Inspection level: I, II (default), III, S-1, S-2, S-3, S-4.
 * @param [severity] normal (default), tightened or reduced.
 * @param [standard] ISO (default; GB is the same) or Z1.4. They differ in reduced inspection.
 * @returns A whole number.
 * @example =MERCH.AQLAC(2000,2.5) → 7
 * @example =MERCH.AQLAC(2000,4) → 10
 * @example =MERCH.AQLAC(2000,2.5,"II","tightened") → 5
 * @errors #VALUE! for a lot that is not a whole number of 2 or more, an AQL that is not in the standard, or an unknown level, severity or standard.
 * @source ISO 2859-1:1999 (GB/T 2828.1-2012) and ANSI/ASQ Z1.4 (MIL-STD-105E), tables 1 and 2-A to 2-C, single sampling.
 */
export function AQLAC(
  lot: any[][],
  aql: any[][],
  level?: any[][],
  severity?: any[][],
  standard?: any[][],
): any[][] {
  return planPart((plan) => plan.Ac, lot, aql, level, severity, standard);
}

/**
 * Rejection number: the lot is rejected with this many nonconforming pieces in the sample, or more. Ac + 1, save for reduced inspection to Z1.4, where a result between the two is accepted and the next lot inspected normally.
 * @customfunction AQLRE
 * @param lot Pieces in the lot, 2 or more.
 * @param aql Acceptance quality limit in percent: 0.065, 0.1, 0.15, 0.25, 0.4, 0.65, 1, 1.5, 2.5, 4, 6.5, 10 and the others of the standard.
 * @param [level] Inspection level: I, II (default), III, S-1, S-2, S-3, S-4.
 * @param [severity] normal (default), tightened or reduced.
 * @param [standard] ISO (default; GB is the same) or Z1.4. They differ in reduced inspection.
 * @returns A whole number.
 * @example =MERCH.AQLRE(8500,1.5,"II","reduced","Z14") → 6
 * @example =MERCH.AQLRE(2000,2.5) → 8
 * @errors #VALUE! for a lot that is not a whole number of 2 or more, an AQL that is not in the standard, or an unknown level, severity or standard.
 * @source ISO 2859-1:1999 (GB/T 2828.1-2012) and ANSI/ASQ Z1.4 (MIL-STD-105E), tables 1 and 2-A to 2-C, single sampling.
 */
export function AQLRE(
  lot: any[][],
  aql: any[][],
  level?: any[][],
  severity?: any[][],
  standard?: any[][],
): any[][] {
  return planPart((plan) => plan.Re, lot, aql, level, severity, standard);
}

/**
 * Sample size code letter of a lot. An arrow in the sampling tables may lead to another letter's plan: AQLPLAN shows that one.
 * @customfunction AQLCODE
 * @param lot Pieces in the lot, 2 or more.
 * @param [level] Inspection level: I, II (default), III, S-1, S-2, S-3, S-4.
 * @returns A letter, A to R.
 * @example =MERCH.AQLCODE(2000) → K
 * @example =MERCH.AQLCODE(2000,"S-2") → D
 * @errors #VALUE! for a lot that is not a whole number of 2 or more, or an unknown level.
 * @source ISO 2859-1:1999 (GB/T 2828.1-2012), table 1; the same in ANSI/ASQ Z1.4.
 */
export function AQLCODE(lot: any[][], level?: any[][]): any[][] {
  return eachCell(
    [required("lot", lot, lotCell), optional("level", level, levelCell, "II")],
    (pieces, where) => codeLetter(pieces, where) as string,
  );
}

/** QCSTATUS and QCREASON take the same arguments and judge the same plan. */
function judged(
  answer: (plan: LotPlan, counts: Counts, lang: Lang) => string,
  cells: readonly (any[][] | undefined)[],
): any[][] {
  const [lot, critical, major, minor, inspected, majorAQL, minorAQL, level, severity, standard, lang] = cells;
  return eachCell(
    [
      required("lot", lot, lotCell),
      optional("critical", critical, countCell),
      optional("major", major, countCell),
      optional("minor", minor, countCell),
      optional("inspected", inspected, countCell),
      optional("majorAQL", majorAQL, aqlCell, usualAqls.major),
      optional("minorAQL", minorAQL, aqlCell, usualAqls.minor),
      ...planArguments(level, severity, standard),
      optional("lang", lang, langCell, "en"),
    ],
    (pieces, criticals, majors, minors, looked, majorAql, minorAql, where, how, edition, language) => {
      const options = { majorAql, minorAql, level: where, severity: how, edition };
      const counts = { critical: criticals, major: majors, minor: minors, inspected: looked };
      return answer(lotPlan(pieces, options) as LotPlan, counts, language);
    },
  );
}

/**
 * Verdict of an inspection. FAIL: any critical defect, or major or minor defects over their own acceptance number. PENDING: nothing counted yet, or fewer pieces inspected than the larger sample. Else PASS.
 * @customfunction QCSTATUS
 * @param lot Pieces in the lot, 2 or more.
 * @param critical Critical defects found; none is accepted.
 * @param major Major defects found.
 * @param minor Minor defects found.
 * @param [inspected] Pieces inspected so far; the whole sample if left out.
 * @param [majorAQL] AQL for major defects; 2.5 if left out.
 * @param [minorAQL] AQL for minor defects; 4 if left out.
 * @param [level] Inspection level: I, II (default), III, S-1, S-2, S-3, S-4.
 * @param [severity] normal (default), tightened or reduced.
 * @param [standard] ISO (default; GB is the same) or Z1.4. In the gap of Z1.4's reduced tables a lot is accepted.
 * @param [lang] "zh" for Chinese words; English codes if left out.
 * @returns Text.
 * @example =MERCH.QCSTATUS(2000,0,8,3) → FAIL
 * @example =MERCH.QCSTATUS(2000,0,7,10) → PASS
 * @example =MERCH.QCSTATUS(2000,0,2,3,80) → PENDING
 * @example =MERCH.QCSTATUS(2000,1,0,0,,,,,,,"zh") → 不合格
 * @errors #VALUE! for a lot that is not a whole number of 2 or more, counts that are not whole numbers, an AQL that is not in the standard, or an unknown level, severity, standard or language.
 * @source ISO 2859-1:1999 (GB/T 2828.1-2012); garment practice: no critical, major 2.5, minor 4.0, level II, the larger sample inspected.
 */
export function QCSTATUS(
  lot: any[][],
  critical: any[][],
  major: any[][],
  minor: any[][],
  inspected?: any[][],
  majorAQL?: any[][],
  minorAQL?: any[][],
  level?: any[][],
  severity?: any[][],
  standard?: any[][],
  lang?: any[][],
): any[][] {
  return judged(
    (plan, counts, language) => {
      const status = qcStatus(plan, counts);
      return language === "zh" ? STATUS_IN_CHINESE[status] : status;
    },
    [lot, critical, major, minor, inspected, majorAQL, minorAQL, level, severity, standard, lang],
  );
}

/**
 * Why QCSTATUS says so, in a short sentence; empty for a plain pass.
 * @customfunction QCREASON
 * @param lot Pieces in the lot, 2 or more.
 * @param critical Critical defects found; none is accepted.
 * @param major Major defects found.
 * @param minor Minor defects found.
 * @param [inspected] Pieces inspected so far; the whole sample if left out.
 * @param [majorAQL] AQL for major defects; 2.5 if left out.
 * @param [minorAQL] AQL for minor defects; 4 if left out.
 * @param [level] Inspection level: I, II (default), III, S-1, S-2, S-3, S-4.
 * @param [severity] normal (default), tightened or reduced.
 * @param [standard] ISO (default; GB is the same) or Z1.4. In the gap of Z1.4's reduced tables a lot is accepted.
 * @param [lang] "zh" for Chinese; English if left out.
 * @returns Text.
 * @example =MERCH.QCREASON(2000,0,8,3) → Major 8 > 7
 * @example =MERCH.QCREASON(2000,0,2,3,80) → Inspected 80 of 125
 * @example =MERCH.QCREASON(2000,1,8,3,,,,,,,"zh") → 致命 1 > 0；主要 8 > 7
 * @errors #VALUE! for a lot that is not a whole number of 2 or more, counts that are not whole numbers, an AQL that is not in the standard, or an unknown level, severity, standard or language.
 * @source ISO 2859-1:1999 (GB/T 2828.1-2012); garment practice: no critical, major 2.5, minor 4.0, level II, the larger sample inspected.
 */
export function QCREASON(
  lot: any[][],
  critical: any[][],
  major: any[][],
  minor: any[][],
  inspected?: any[][],
  majorAQL?: any[][],
  minorAQL?: any[][],
  level?: any[][],
  severity?: any[][],
  standard?: any[][],
  lang?: any[][],
): any[][] {
  return judged(
    (plan, counts, language) =>
      qcReasons(plan, counts)
        .map((reason) => reasonText(reason, language))
        .join(language === "zh" ? "；" : "; "),
    [lot, critical, major, minor, inspected, majorAQL, minorAQL, level, severity, standard, lang],
  );
}

function reasonText(reason: QcReason, lang: Lang): string {
  const zh = lang === "zh";
  switch (reason.code) {
    case "over":
      return `${CLASS_IN_WORDS[lang][reason.defectClass]} ${reason.count} > ${reason.Ac}`;
    case "incomplete":
      return zh
        ? `已验 ${reason.inspected}/${reason.sample}`
        : `Inspected ${reason.inspected} of ${reason.sample}`;
    case "notCounted":
      return zh ? "未录疵点数" : "No counts yet";
    case "inGap": {
      const found = `${CLASS_IN_WORDS[lang][reason.defectClass]} ${reason.count}`;
      return zh
        ? `${found}，在 ${reason.Ac} 与 ${reason.Re} 之间，下批正常检验`
        : `${found} between ${reason.Ac} and ${reason.Re}: next lot normal`;
    }
  }
}

/**
 * Chance that a lot of a given quality is accepted by its sampling plan (a point of the operating characteristic curve).
 * @customfunction AQLPA
 * @param lot Pieces in the lot, 2 or more.
 * @param aql Acceptance quality limit in percent: 0.065, 0.1, 0.15, 0.25, 0.4, 0.65, 1, 1.5, 2.5, 4, 6.5, 10 and the others of the standard.
 * @param defectRate Share of nonconforming pieces, as a fraction or a percentage; for AQLs from 15 the mean number of nonconformities per piece.
 * @param [level] Inspection level: I, II (default), III, S-1, S-2, S-3, S-4.
 * @param [severity] normal (default), tightened or reduced.
 * @param [standard] ISO (default; GB is the same) or Z1.4.
 * @param [method] "process" (default): lots from a process of this quality, binomial; "lot": this very lot, hypergeometric.
 * @returns A number from 0 to 1.
 * @example =MERCH.AQLPA(1000,2.5,0.06) → 0.652163
 * @example =MERCH.AQLPA(1000,2.5,0.06,,,,"lot") → 0.654249
 * @errors #VALUE! for a lot that is not a whole number of 2 or more, an AQL that is not in the standard, a rate below 0 or above 1, method "lot" with an AQL from 15, or an unknown word.
 * @source ISO 2859-1:1999 (GB/T 2828.1-2012), operating characteristics: type B (binomial, Poisson for nonconformities per 100 units) and type A (hypergeometric).
 */
export function AQLPA(
  lot: any[][],
  aql: any[][],
  defectRate: any[][],
  level?: any[][],
  severity?: any[][],
  standard?: any[][],
  method?: any[][],
): any[][] {
  return eachCell(
    [
      required("lot", lot, lotCell),
      required("aql", aql, aqlCell),
      required("defectRate", defectRate, numberCell({ least: 0 })),
      ...planArguments(level, severity, standard),
      optional("method", method, methodCell, "process"),
    ],
    (pieces, limit, rate, where, how, edition, by) =>
      chanceAccepted(pieces, limit, planOf(pieces, limit, where, how, edition), rate, by),
  );
}

/** A result as `AQLSWITCH` takes it; a lot that does not count is "skipped". */
function lotResultCell(value: Plain): { accepted: boolean } | { count: number } | "skipped" {
  if (typeof value === "number" || (typeof value === "string" && /^\s*\d+\s*$/.test(value))) {
    return { count: countCell(value) as number };
  }
  const word = typeof value === "string" ? readLotWord(value) : undefined;
  if (word === undefined) throw new TradeError("badInput", "notALotResult", { text: String(value) });
  return word === "accepted" || word === "notAccepted" ? { accepted: word === "accepted" } : "skipped";
}

/**
 * Severity of the next inspection after a series of lots, oldest first: normal, tightened, reduced or discontinued. Re-inspections and open inspections do not count.
 * @customfunction AQLSWITCH
 * @param results One cell for each lot: A or R, PASS or FAIL, 合格 or 不合格, or the nonconforming pieces found. A second column may mark re-inspections (复检, RE).
 * @param [start] Severity of the first lot: normal (default), tightened, reduced or discontinued.
 * @param [lots] Lot sizes, as many as results or one for all; needed for counts.
 * @param [aql] Acceptance quality limit in percent; needed for counts.
 * @param [level] Inspection level: I, II (default), III, S-1, S-2, S-3, S-4.
 * @param [steady] TRUE when production is steady: reduced inspection begins only then; FALSE ends it.
 * @param [approved] TRUE when the responsible party agrees to reduced inspection: it begins only then; FALSE ends it.
 * @param [standard] ISO (default; GB is the same) or Z1.4.
 * @returns Text.
 * @example =MERCH.AQLSWITCH({"R","A","R"}) → tightened
 * @example =MERCH.AQLSWITCH({"A";"A";"A";"A";"A"},"tightened") → normal
 * @example =MERCH.AQLSWITCH({5,5,5,5,5,5,5,5,5,5},"normal",2000,2.5,,TRUE,TRUE) → reduced
 * @errors #VALUE! for a result that is neither word nor count, counts without lots and aql, another number of lots than results, or an unknown word.
 * @source ISO 2859-1:1999 (GB/T 2828.1-2012), 9.3 and 9.4, switching score 9.3.3; Z1.4: ten lots accepted in a row for reduced. The score needs counts, or Ac 0 or 1.
 */
export function AQLSWITCH(
  results: any[][],
  start?: any[][],
  lots?: any[][],
  aql?: any[][],
  level?: any[][],
  steady?: any[][],
  approved?: any[][],
  standard?: any[][],
): any[][] {
  return table([], () => {
    const found = optional("results", results, lotResultCell);
    const [where, , edition] = planArguments(level, undefined, standard);
    const options = {
      start: oneCell(optional("start", start, stateCell, "normal")),
      aql: oneCell(optional("aql", aql, aqlCell)),
      level: oneCell(where),
      edition: oneCell(edition),
      steady: yesOrNo(oneCell(optional("steady", steady, truthCell))),
      approved: yesOrNo(oneCell(optional("approved", approved, truthCell))),
    };
    const sizes = everyCell(optional("lots", lots, lotCell)).flat();
    const series = firstInspections(found.cells).map((cell) => {
      try {
        return found.read(cell);
      } catch (error) {
        throw nameArgument(error, found);
      }
    });
    if (sizes.length !== 1 && sizes.length !== series.length) {
      const counts = { results: series.length, lots: sizes.length };
      throw nameArgument(new TradeError("badInput", "asManyLots", counts), { name: "lots" });
    }
    const lotResults = series.flatMap((result, at): LotResult[] => {
      if (result === undefined || result === "skipped") return [];
      const lot = sizes.length === 1 ? sizes[0] : sizes[at];
      if ("accepted" in result) return [{ ...result, lot }];
      if (lot === undefined || options.aql === undefined)
        throw new TradeError("badInput", "lotsForCounts", {});
      return [{ ...result, lot }];
    });
    return [[nextSeverity(lotResults, options) as InspectionState]];
  });
}

/**
 * The results in order: one row, or one column, whose further columns may mark a row as a re-inspection. Such a row keeps its
 * place (the lots beside it have one as well) but its result is blank.
 */
function firstInspections(cells: readonly (readonly unknown[])[]): unknown[] {
  const [only] = cells;
  if (cells.length === 1 && only) return [...only];
  return cells.map(([result, ...marks]) =>
    marks.some((mark) => typeof mark === "string" && readLotWord(mark) === "reinspection") ? null : result,
  );
}

function yesOrNo(word: "yes" | "no" | undefined): boolean | undefined {
  return word === undefined ? undefined : word === "yes";
}

/**
 * A defect of the defect list: its name, its class (critical, major or minor) or its group.
 * @customfunction DEFECT
 * @param code The defect's code, such as S01.
 * @param [field] "name" (default), "class" or "group".
 * @param [lang] "zh" for Chinese; English if left out.
 * @param [zone] "A" (default): where it is seen at once; "B": where it is not. The class may differ.
 * @returns Text.
 * @example =MERCH.DEFECT("S01") → Broken stitch
 * @example =MERCH.DEFECT("S01","class") → major
 * @example =MERCH.DEFECT("S07","class","zh","B") → 次要
 * @errors #N/A for a code that is not in the list; #VALUE! for an unknown field, language or zone.
 * @source Own list of 106 defects; classes compared with public buyers' manuals, which overrule them.
 */
export function DEFECT(code: any[][], field?: any[][], lang?: any[][], zone?: any[][]): any[][] {
  return eachCell(
    [
      required("code", code, textCell),
      optional("field", field, fieldCell, "name"),
      optional("lang", lang, langCell, "en"),
      optional("zone", zone, zoneCell, "A"),
    ],
    (text, part, language, where) => {
      const defect = findDefect(text);
      if (!defect) throw nameArgument(new TradeError("noData", "unknownDefect", { text }), { name: "code" });
      if (part !== "class") return defect[part][language];
      const defectClass = defect.classIn[where];
      return language === "zh" ? CLASS_IN_WORDS.zh[defectClass] : defectClass;
    },
  );
}

/**
 * Defects per hundred units: defects × 100 / garments checked. One garment may have several defects.
 * @customfunction DHU
 * @param defects Defects found.
 * @param checked Garments checked.
 * @returns Defects per hundred garments.
 * @example =MERCH.DHU(60,200) → 30
 * @errors #NUM! when nothing was checked; #VALUE! for numbers below 0 or texts.
 * @source Definition, as used on sewing lines (Online Clothing Study, StitchWorld).
 */
export function DHU(defects: any[][], checked: any[][]): any[][] {
  const amount = numberCell({ least: 0 });
  return eachCell(
    [required("defects", defects, amount), required("checked", checked, amount)],
    defectsPerHundred,
  );
}

/**
 * Right first time: the share of garments that pass without rework; a reworked garment counts once as defective.
 * @customfunction RFT
 * @param checked Garments checked.
 * @param defective Defective garments among them.
 * @returns A fraction, 0 to 1.
 * @example =MERCH.RFT(450,50) → 0.888889
 * @errors #NUM! when nothing was checked; #VALUE! for numbers below 0, texts, or more defective garments than checked.
 * @source Definition, as used on sewing lines (Online Clothing Study, StitchWorld).
 */
export function RFT(checked: any[][], defective: any[][]): any[][] {
  const amount = numberCell({ least: 0 });
  return eachCell(
    [required("checked", checked, amount), required("defective", defective, amount)],
    (all, bad) => {
      if (bad > all) {
        throw nameArgument(new TradeError("badInput", "tooLarge", { text: String(bad), most: all }), {
          name: "defective",
        });
      }
      return rightFirstTime(all, bad);
    },
  );
}

/**
 * Cartons to open at a final inspection: the square root of all cartons, rounded up.
 * @customfunction CARTONSAMPLE
 * @param cartons Cartons in the lot.
 * @returns A whole number of cartons.
 * @example =MERCH.CARTONSAMPLE(200) → 15
 * @errors #VALUE! for cartons that are not a whole number of 0 or more.
 * @source Trade practice for final random inspection; every colour and size should be among them.
 */
export function CARTONSAMPLE(cartons: any[][]): any[][] {
  return eachCell([required("cartons", cartons, countCell)], cartonsToOpen);
}

export const qualityFunctions = {
  AQLPLAN,
  AQLSIZE,
  AQLAC,
  AQLRE,
  AQLCODE,
  QCSTATUS,
  QCREASON,
  AQLPA,
  AQLSWITCH,
  DEFECT,
  DHU,
  RFT,
  CARTONSAMPLE,
};
