import { aqls, type Edition, type Severity } from "./samplingPlan";
import { levels, type Level } from "./codeLetter";
import type { Zone } from "./defects";

/**
 * The words of sampling as people write them, zh and en: each reader gives the term, or undefined for what it does not know.
 * NFKC makes Ⅱ into II and full-width letters into plain ones.
 */
const fold = (text: string | number): string => String(text).normalize("NFKC").trim().toUpperCase();

const published = new Set(aqls);

/** `2.5`, "2.5", "AQL 2.5" or "2.5%"; only the 26 AQLs of the tables. */
export const readAql = (value: string | number): number | undefined => {
  const number =
    typeof value === "number"
      ? value
      : Number(/^(?:AQL)?[\s:=]*(\d*\.?\d+)\s*%?$/.exec(fold(value))?.[1] ?? NaN);
  return published.has(number) ? number : undefined;
};

const levelWords = new Map<string, Level>([
  ...levels.map((level): [string, Level] => [level, level]),
  ...([1, 2, 3, 4] as const).map((step): [string, Level] => [`S${step}`, `S-${step}`]),
  ["1", "I"],
  ["2", "II"],
  ["3", "III"],
]);

/** I, II, III (also 1, 2, 3 and Ⅰ, Ⅱ, Ⅲ) and S-1 to S-4 (also S1 to S4), alone or after "level", "G", "一般", "特殊". */
export const readLevel = (value: string | number): Level | undefined =>
  levelWords.get(
    fold(value)
      .replace(/\s+/g, "")
      .replace(/^(?:GENERAL|SPECIAL|一般|特殊)?(?:INSPECTION)?(?:LEVEL|检验水平|水平)?(?:G-?(?=I))?/, ""),
  );

const severityWords = new Map<string, Severity>([
  ["NORMAL", "normal"],
  ["正常", "normal"],
  ["TIGHTENED", "tightened"],
  ["加严", "tightened"],
  ["REDUCED", "reduced"],
  ["放宽", "reduced"],
]);

/** normal 正常, tightened 加严, reduced 放宽; "检验" or "inspection" may follow. */
export const readSeverity = (value: string | number): Severity | undefined =>
  severityWords.get(fold(value).replace(/\s*(?:检验|检查|INSPECTION)$/, ""));

/** ISO and GB (one table); Z1.4, Z14, ANSI, ASQ and MIL-STD-105 (the other); their numbers may follow. */
export const readEdition = (value: string | number): Edition | undefined => {
  const word = fold(value).replace(/[^A-Z0-9]/g, "");
  if (/^(?:ISO|GBT?)(?:2859|2828)?\d*$/.test(word)) return "ISO";
  if (/^(?:ANSI|ASQC?|ANSIASQC?)?(?:Z14)?\d{0,4}$/.test(word) && /^[AZ]/.test(word)) return "Z14";
  return /^(?:MILSTD)?105[DE]?$/.test(word) ? "Z14" : undefined;
};

/** A or B, also A区, B区, "zone A". */
export const readZone = (value: string | number): Zone | undefined => {
  const word = fold(value).replace(/^ZONE\s*|\s*区$/g, "");
  return word === "A" || word === "B" ? word : undefined;
};

/** What a column of inspection results may say. A re-inspection never counts for switching; an open inspection not yet. */
export type LotWord = "accepted" | "notAccepted" | "reinspection" | "open";

const lotWords = new Map<string, LotWord>([
  ...["A", "ACC", "ACCEPT", "ACCEPTED", "PASS", "PASSED", "OK", "合格", "接收", "允收", "通过"].map(
    (word): [string, LotWord] => [word, "accepted"],
  ),
  ...[
    "R",
    "REJ",
    "REJECT",
    "REJECTED",
    "NOT ACCEPTED",
    "FAIL",
    "FAILED",
    "不合格",
    "不接收",
    "拒收",
    "未通过",
  ].map((word): [string, LotWord] => [word, "notAccepted"]),
  ...["PENDING", "HOLD", "待定"].map((word): [string, LotWord] => [word, "open"]),
]);

/** A/R, PASS/FAIL, 合格/不合格; 复检 or RE, alone or before a result, marks a re-inspection. */
export const readLotWord = (value: string | number): LotWord | undefined => {
  const word = fold(value).replace(/\s+/g, " ");
  if (/复检|复验|返检|^RE(?:[- ]|$)|^REINSP/.test(word)) return "reinspection";
  return lotWords.get(word);
};
