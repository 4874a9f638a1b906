export interface DeliveryLine {
  readonly ordered: number;
  readonly due: number;
  /** Undefined: nothing delivered yet. */
  readonly delivered: number | undefined;
  readonly deliveredDate: number | undefined;
}

/** Shares of the ordered quantity, and days; undefined is no limit. */
export interface OtifLimits {
  readonly qtyMinus: number;
  readonly qtyPlus: number | undefined;
  readonly early: number | undefined;
  readonly late: number;
}

/** A binary fraction's trace must not fail a line that is exactly on its limit. */
const TRACE = 1e-9;

/** A line counts only if it is on time and in full, both within their limits. */
export function isOtif(line: DeliveryLine, limits: OtifLimits): boolean {
  const { ordered, due, delivered, deliveredDate } = line;
  if (delivered === undefined || deliveredDate === undefined) return false;
  const trace = TRACE * Math.max(1, ordered);
  if (delivered < ordered * (1 - limits.qtyMinus) - trace) return false;
  if (limits.qtyPlus !== undefined && delivered > ordered * (1 + limits.qtyPlus) + trace) return false;
  if (limits.early !== undefined && deliveredDate < due - limits.early) return false;
  return deliveredDate <= due + limits.late;
}

/** Share of lines delivered on time and in full; undefined without lines. */
export function otif(lines: readonly DeliveryLine[], limits: OtifLimits): number | undefined {
  if (lines.length === 0) return undefined;
  return lines.filter((line) => isOtif(line, limits)).length / lines.length;
}
