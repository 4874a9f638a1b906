import { best, type Measurement } from "./measure";
import { associated } from "./realm";

const ROWS = 100_000;
const MOST_MS = 150;

/** A fixed sequence, so that runs compare: minimal standard generator of Park and Miller. */
function inspections() {
  let seed = 20260302;
  const next = (range: number) => (seed = (seed * 48271) % 2147483647) % range;
  const pick = <T>(choices: readonly T[]) => choices[next(choices.length)] as T;
  const column = <T>(cell: () => T) => Array.from({ length: ROWS }, () => [cell()]);
  return {
    lots: column(() => 2 + next(60_000)),
    critical: column(() => (next(50) === 0 ? 1 : 0)),
    major: column(() => next(14)),
    minor: column(() => next(20)),
    // An inspector fills this in on most rows.
    inspected: column(() => (next(4) === 0 ? "" : next(600))),
    majorAql: column(() => pick([1.5, 2.5, "2.5", "AQL 2.5"])),
    minorAql: column(() => pick([2.5, 4, "4.0"])),
    level: column(() => pick(["I", "II", "Ⅱ", 2, "S-4"])),
    severity: column(() => pick(["normal", "正常", "加严", "Reduced"])),
    standard: column(() => pick(["ISO", "GB", "Z1.4"])),
  };
}

/**
 * QCSTATUS over 100,000 rows in one call as a tracker has it, which has a budget; beside it, to be looked at, the very first call
 * (before the engine has compiled anything) and the worst case of a column for every argument.
 */
export function qualityBench(): Measurement[] {
  const rows = inspections();
  const QCSTATUS = associated("QCSTATUS");
  const left = [[null]];
  const counts = [rows.lots, rows.critical, rows.major, rows.minor, rows.inspected];
  const usual = () => QCSTATUS(...counts, left, left, left, left, left, left);
  const everything = () =>
    QCSTATUS(...counts, rows.majorAql, rows.minorAql, rows.level, rows.severity, rows.standard, [["zh"]]);

  const start = performance.now();
  const verdicts = usual().flat();
  const firstMs = performance.now() - start;
  const shares = ["PASS", "FAIL", "PENDING"].map(
    (word) => verdicts.filter((verdict) => verdict === word).length,
  );
  if (shares.includes(0) || shares.reduce((sum, share) => sum + share) !== ROWS) {
    throw new Error(`QCSTATUS gave ${shares.join(" PASS, ")} of FAIL and PENDING in ${ROWS} rows`);
  }
  return [
    { what: `QCSTATUS, ${ROWS} rows in one call, first time`, ms: firstMs },
    { what: `QCSTATUS, ${ROWS} rows in one call`, ms: best(9, usual), atMostMs: MOST_MS },
    { what: `QCSTATUS, every argument a column`, ms: best(9, everything) },
  ];
}
