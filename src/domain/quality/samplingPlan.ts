import { aqlEditions, aqlTables } from "../../data/aql";
import { codeLetter, type Letter, type Level } from "./codeLetter";

export type Severity = "normal" | "tightened" | "reduced";

/** Whose tables: ISO 2859-1 (GB/T 2828.1) or ANSI/ASQ Z1.4 (MIL-STD-105E). They part in reduced inspection. */
export type Edition = "ISO" | "Z14";

export const aqls = aqlTables.aqls;

/** One cell of the printed table with its arrow followed: sample size, acceptance and rejection number all come from `letter`. */
export interface TablePlan {
  /** The code letter whose plan is used; another than the lot's where the table prints an arrow. */
  readonly letter: Letter;
  readonly n: number;
  /** Accept with this many nonconforming (or nonconformities) at most. */
  readonly Ac: number;
  /** Reject from this many. Re = Ac + 1, save for reduced inspection to Z1.4. */
  readonly Re: number;
  readonly arrow: "down" | "up" | undefined;
}

/** How one lot is sampled for one AQL. */
export interface SamplingPlan extends TablePlan {
  /** The lot's own code letter (table 1). */
  readonly lotLetter: Letter;
  /** Pieces to inspect: never more than the lot. */
  readonly n: number;
  /** The table asks for the whole lot or more: inspect every piece. */
  readonly inspectAll: boolean;
  /** Name of the tables used, for showing beside the plan. */
  readonly edition: string;
}

export interface PlanOptions {
  readonly level?: Level;
  readonly severity?: Severity;
  readonly edition?: Edition;
}

const width = aqls.length;
const aqlColumn = new Map(aqls.map((aql, column) => [aql, column]));
const letterRow = new Map([...aqlTables.letters].map((letter, row) => [letter, row]));

const resolve = (severity: Severity, edition: Edition, row: number, column: number): SamplingPlan => {
  const page = aqlTables.tables[severity][edition];
  const printed = page[row]?.[column];
  const step = printed === "↓" ? 1 : printed === "↑" ? -1 : 0;
  let used = row;
  // All arrows on the way to a plan point the same way.
  while (step !== 0 && page[used]?.[column] === printed) used += step;
  const pair = aqlTables.pairs[aqlTables.symbols.indexOf(page[used]?.[column] ?? " ")];
  const n = aqlTables.sampleSizes[severity][used];
  if (!pair || n === undefined)
    throw new Error(`AQL table: no plan at ${severity} ${edition} ${row} ${column}`);
  return {
    letter: aqlTables.letters[used] as Letter,
    n,
    Ac: pair[0],
    Re: pair[1],
    arrow: step === 0 ? undefined : step > 0 ? "down" : "up",
    lotLetter: aqlTables.letters[row] as Letter,
    inspectAll: false,
    edition: aqlEditions[edition],
  };
};

/** Cells that were asked for before: a column of orders asks for the same few again and again. */
const resolved: Record<Severity, Record<Edition, (SamplingPlan | undefined)[]>> = {
  normal: { ISO: [], Z14: [] },
  tightened: { ISO: [], Z14: [] },
  reduced: { ISO: [], Z14: [] },
};

const planOfLetter = (
  letter: Letter,
  aql: number,
  severity: Severity,
  edition: Edition,
): SamplingPlan | undefined => {
  const column = aqlColumn.get(aql);
  const row = letterRow.get(letter);
  if (column === undefined || row === undefined || letter === "S") return undefined;
  const plans = resolved[severity][edition];
  return (plans[row * width + column] ??= resolve(severity, edition, row, column));
};

/** The plan for a code letter and a published AQL (tables 2-A to 2-C); undefined for a number that is no AQL of the tables. */
export const tablePlan = (
  letter: Letter,
  aql: number,
  severity: Severity = "normal",
  edition: Edition = "ISO",
): TablePlan | undefined => planOfLetter(letter, aql, severity, edition);

/**
 * Single sampling plan of a lot (ISO 2859-1:1999, 10.1 to 10.3; Z1.4 likewise). The AQL is percent nonconforming (up to 10) or
 * nonconformities per 100 units. Undefined when the lot is not a whole number of at least 2 or the AQL is not in the tables.
 */
export const samplingPlan = (
  lot: number,
  aql: number,
  { level = "II", severity = "normal", edition = "ISO" }: PlanOptions = {},
): SamplingPlan | undefined => {
  const lotLetter = codeLetter(lot, level);
  const plan = lotLetter && planOfLetter(lotLetter, aql, severity, edition);
  return plan && plan.n >= lot ? { ...plan, n: lot, inspectAll: true } : plan;
};
